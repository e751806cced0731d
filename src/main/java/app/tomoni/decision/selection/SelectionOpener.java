package app.tomoni.decision.selection;

import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.process.CaseArrived;
import app.tomoni.process.CaseEnded;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Cases;
import app.tomoni.process.NewCase;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins the selection of each call that has closed for everybody, late admissions too, and asks at every arrival and
 * departure whether all proposals are there.
 */
@Component
public class SelectionOpener {

    private static final Logger LOG = LoggerFactory.getLogger(SelectionOpener.class);

    static final String PROCESS = "selection";

    private final Calls calls;
    private final Stages stages;
    private final Proposals proposals;
    private final Cases cases;
    private final Barrier barrier;
    private final Withdrawals withdrawals;
    private final AnswerDay answerDay;
    private final LateAnswers late;
    private final Publisher publisher;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SelectionOpener(
            Calls calls,
            Stages stages,
            Proposals proposals,
            Cases cases,
            Barrier barrier,
            Withdrawals withdrawals,
            AnswerDay answerDay,
            LateAnswers late,
            Publisher publisher,
            TransactionTemplate transaction,
            Clock clock) {
        this.calls = calls;
        this.stages = stages;
        this.proposals = proposals;
        this.cases = cases;
        this.barrier = barrier;
        this.withdrawals = withdrawals;
        this.answerDay = answerDay;
        this.late = late;
        this.publisher = publisher;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Does what has become due; what is done already is left alone, and a call that cannot go on keeps no other from
     * going on.
     */
    @Scheduled(fixedDelayString = "${tomoni.decision.poll:20s}")
    public void look() {
        var due = transaction.execute(status -> {
            var opened = stages.opened();
            return calls.closed(clock.instant()).stream()
                    .map(Call::id)
                    .filter(call -> !opened.contains(call.value()))
                    .toList();
        });
        each(due, this::open);
        var waiting = transaction.execute(status ->
                stages.findByClosedAtIsNull().stream().map(Stage::call).toList());
        each(waiting, barrier::ask);
        keepDays();
        publisher.publishWhatIsDue();
        each(answerDay.toKeep(), answerDay::keep);
        each(late.untold(), late::tell);
    }

    /** Before the first step runs by itself: what has become impossible while nothing ran is not done. */
    @EventListener(ApplicationStartedEvent.class)
    void keepDays() {
        each(publisher.waiting(), publisher::keepDay);
    }

    /** @param about calls, or proposals */
    private static <T> void each(Collection<T> about, Consumer<T> step) {
        for (var one : about) {
            try {
                step.accept(one);
            } catch (RuntimeException stuck) {
                LOG.error("The selection does not go on: {}", one, stuck);
            }
        }
    }

    /** @return whether the selection began now */
    boolean open(CallId id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var call = calls.locked(id.value()).orElseThrow();
            var now = clock.instant();
            if (!call.hasClosed(now) || stages.findById(id.value()).isPresent() || barrier.isToWait(call)) {
                return false;
            }
            stages.save(Stage.open(id, now));
            cases.open(new NewCase(
                    new CaseKey(id.value()),
                    PROCESS,
                    call.release().orElse(null),
                    call.title(),
                    null,
                    new CaseScopes(id.value(), null, null),
                    Map.of()));
            return true;
        }));
    }

    // Not in the thread that tells: it still holds its connection, and would wait here for a second one
    @ApplicationModuleListener
    void on(CaseArrived arrived) {
        if (arrived.process().equals(Barrier.PROPOSAL_PROCESS)
                && arrived.element().equals(Barrier.AWAIT_DECISION)) {
            ask(arrived.key());
        } else if (arrived.process().equals(PROCESS)) {
            barrier.ask(new CallId(arrived.key().value()));
        }
    }

    @ApplicationModuleListener
    void on(CaseEnded ended) {
        if (ended.process().equals(Barrier.PROPOSAL_PROCESS)) {
            ask(ended.key());
            withdrawals.take(new ProposalId(ended.key().value()));
        }
    }

    private void ask(CaseKey key) {
        proposals.find(new ProposalId(key.value())).ifPresent(proposal -> barrier.ask(proposal.call()));
    }
}
