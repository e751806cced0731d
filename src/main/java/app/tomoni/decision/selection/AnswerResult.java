package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The group accepts the city's yes, or declines it; the secretariat records an answer that came another way. */
@Component
@Transactional
public class AnswerResult {

    static final String TASK = "answerResult";

    private final Cases cases;
    private final CaseEvents events;
    private final Proposals proposals;
    private final Answers answers;
    private final LateAnswers late;
    private final Offices offices;
    private final Clock clock;

    AnswerResult(
            Cases cases,
            CaseEvents events,
            Proposals proposals,
            Answers answers,
            LateAnswers late,
            Offices offices,
            Clock clock) {
        this.cases = cases;
        this.events = events;
        this.proposals = proposals;
        this.answers = answers;
        this.late = late;
        this.offices = offices;
        this.clock = clock;
    }

    public void answer(TaskId id, Answer.Kind kind, String reason, PersonId by) {
        var task = RecommendProjects.task(cases, id, TASK, by);
        save(answer(task, kind, reason, by));
        cases.complete(id, by, Map.of("answer", kind.name()));
        late.settle(new ProposalId(task.caseKey().value()));
    }

    /** The proposals of a call whose groups have been asked and have not answered. */
    @Transactional(readOnly = true)
    public List<Proposal> waiting(CallId call) {
        var ids = cases.waitingAt(Barrier.PROPOSAL_PROCESS, TASK, call.value()).stream()
                .map(key -> new ProposalId(key.value()))
                .toList();
        var known = proposals.withIds(ids);
        return ids.stream().flatMap(id -> Stream.ofNullable(known.get(id))).toList();
    }

    /** Those whose groups have not even been sent what they are to answer: then no day has passed for them. */
    @Transactional(readOnly = true)
    public Set<UUID> unsent(Collection<Proposal> some) {
        return late.unsent(some.stream().map(one -> one.id().value()).toList());
    }

    /** What a group has answered. */
    public record Given(Proposal proposal, Answer answer) {}

    /** What the groups of a call have answered so far, first come first. */
    @Transactional(readOnly = true)
    public List<Given> given(CallId call) {
        var given = answers.findByCallIdOrderByAnsweredAt(call.value());
        var known = proposals.withIds(given.stream().map(Answer::proposal).toList());
        return given.stream()
                .flatMap(answer ->
                        Stream.ofNullable(known.get(answer.proposal())).map(proposal -> new Given(proposal, answer)))
                .toList();
    }

    /**
     * The groups of a call that have been asked and have not answered.
     *
     * @param late of them, those of whose silence the secretariat has been told
     */
    public record Waiting(int all, int late) {}

    /** How many they are in each call; a call without one is not there. */
    @Transactional(readOnly = true)
    public Map<CallId, Waiting> waiting(Collection<CallId> calls) {
        var silent = late.told();
        return cases
                .countWaitingAt(
                        Barrier.PROPOSAL_PROCESS,
                        TASK,
                        calls.stream().map(CallId::value).toList())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        entry -> new CallId(entry.getKey()),
                        entry -> new Waiting(entry.getValue(), silent.getOrDefault(entry.getKey(), 0))));
    }

    /**
     * The secretariat records what the group answered on paper or by telephone.
     *
     * @param received how and when the answer came
     */
    public void record(ProposalId proposal, Answer.Kind kind, String reason, String received, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("decision.absent");
        }
        if (received.isBlank()) {
            throw new Refusal("decision.answer.received.missing");
        }
        Lengths.demand(received, Lengths.LINE);
        var task = cases.tasksOf(new CaseKey(proposal.value())).stream()
                .filter(open -> open.kind().equals(TASK))
                .findFirst()
                .orElseThrow(() -> new Refusal("decision.answer.given"));
        save(answer(task, kind, reason, by).received(received));
        cases.completeFor(task.id(), by, Map.of("answer", kind.name()));
        late.settle(proposal);
    }

    private Answer answer(OpenTask task, Answer.Kind kind, String reason, PersonId by) {
        Lengths.demand(reason, Lengths.REASON);
        var proposal = new ProposalId(task.caseKey().value());
        return Answer.of(proposal, proposals.get(proposal).call(), kind, reason, by, clock.instant());
    }

    private void save(Answer answer) {
        if (answers.findById(answer.proposal().value()).isPresent()) {
            throw new Refusal("decision.answer.given");
        }
        answers.save(answer);
        var facts = new HashMap<String, String>();
        facts.put("reason", answer.reason());
        answer.received().ifPresent(how -> facts.put("received", how));
        events.record(
                new CaseKey(answer.proposal().value()),
                answer.kind() == Answer.Kind.ACCEPTED ? "resultAccepted" : "resultDeclined",
                facts);
    }
}
