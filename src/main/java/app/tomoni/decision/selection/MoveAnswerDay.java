package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.Deadline;
import app.tomoni.decision.AnswerDayMoved;
import app.tomoni.process.CaseDates;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat gives one group longer for its answer, with a reason that stays on record. */
@Component
@Transactional
public class MoveAnswerDay {

    private final Cases cases;
    private final CaseDates dates;
    private final CaseEvents events;
    private final Proposals proposals;
    private final LateAnswers late;
    private final Offices offices;
    private final BusinessDays businessDays;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    MoveAnswerDay(
            Cases cases,
            CaseDates dates,
            CaseEvents events,
            Proposals proposals,
            LateAnswers late,
            Offices offices,
            BusinessDays businessDays,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.cases = cases;
        this.dates = dates;
        this.events = events;
        this.proposals = proposals;
        this.late = late;
        this.offices = offices;
        this.businessDays = businessDays;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * City and group read the new day from now on, at the time of day of the one before; the group is told.
     *
     * @throws Refusal when the group has answered, its letter has not left, the day is not later than today and the
     *     one before or the city is closed then, or the reason is missing
     */
    public void move(ProposalId proposal, @Nullable LocalDate on, String reason, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("decision.absent");
        }
        var key = new CaseKey(proposal.value());
        cases.hold(key);
        var before = cases.tasksOf(key).stream()
                .filter(open -> open.kind().equals(AnswerResult.TASK))
                .findFirst()
                .map(open -> Optional.ofNullable(open.dueAt()))
                .orElseThrow(() -> new Refusal("decision.answer.given"));
        if (late.isHere(proposal)) {
            throw new Refusal("decision.answerDay.unsent");
        }
        var due = due(on, before);
        if (reason.isBlank()) {
            throw new Refusal("decision.answerDay.reason");
        }
        Lengths.demand(reason, Lengths.REASON);
        dates.set(key, Deadline.ACCEPTANCE.key(), due);
        var call = proposals.get(proposal).call();
        dates.changed(List.of(key));
        late.settle(proposal);
        var facts = new HashMap<String, String>();
        facts.put("due", due.toString());
        before.ifPresent(at -> facts.put("before", at.toString()));
        facts.put("reason", reason.strip());
        events.record(key, "answerDayMoved", facts);
        listeners.publishEvent(new AnswerDayMoved(proposal, call, due));
    }

    private Instant due(@Nullable LocalDate on, Optional<Instant> before) {
        if (on == null) {
            throw new Refusal("decision.answerDay.missing");
        }
        var last = before.map(at -> at.atZone(JapaneseDates.ZONE));
        var later = on.isAfter(LocalDate.now(clock))
                && last.map(at -> on.isAfter(at.toLocalDate())).orElse(true);
        if (!later) {
            throw new Refusal("decision.answerDay.later");
        }
        if (!businessDays.rolledOn(on).equals(on)) {
            throw new Refusal("decision.answerDay.closed");
        }
        return on.atTime(last.map(at -> at.toLocalTime()).orElse(JapaneseDates.CLOSE_OF_OFFICES))
                .atZone(JapaneseDates.ZONE)
                .toInstant();
    }
}
