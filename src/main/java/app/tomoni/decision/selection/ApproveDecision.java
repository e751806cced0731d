package app.tomoni.decision.selection;

import app.tomoni.account.Actor;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.TaskId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The decision is approved or returned here (決裁), or the approval of the city's own system is recorded. */
@Component
@Transactional
public class ApproveDecision {

    static final String TASK = "approveDecision";
    static final String ELSEWHERE = "ApprovalRecorded";

    private final Cases cases;
    private final CaseEvents events;
    private final DecisionRegister decisions;
    private final Offices offices;
    private final Clock clock;

    ApproveDecision(Cases cases, CaseEvents events, DecisionRegister decisions, Offices offices, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.decisions = decisions;
        this.offices = offices;
        this.clock = clock;
    }

    public void approve(TaskId task, PersonId by) {
        var asked = asked(task, by);
        var decision = waiting(asked);
        decision.approve(approver(asked, by), clock.instant());
        decisions.save(decision);
        record(decision, "decisionApproved");
        cases.complete(task, by, Map.of("approval", "APPROVED"));
    }

    /** Returns it to the secretariat, which goes on with a new draft. */
    public void giveBack(TaskId task, String reason, PersonId by) {
        var asked = asked(task, by);
        var decision = waiting(asked);
        decision.giveBack(reason, approver(asked, by), clock.instant());
        decisions.save(decision);
        decisions.save(decision.again(clock.instant()));
        record(decision, "decisionReturned");
        cases.complete(task, by, Map.of("approval", "RETURNED"));
    }

    /**
     * The secretariat records the approval that was given on paper or in the city's own document system.
     *
     * @param attempt what was approved there
     */
    public void recordApproval(
            CallId call, int attempt, @Nullable LocalDate on, String office, String number, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("decision.absent");
        }
        var decision = decisions
                .findFirstByCallIdOrderByAttemptDesc(call.value())
                .orElseThrow(() -> new Refusal("decision.absent"));
        if (decision.attempt() != attempt) {
            throw new Refusal("decision.changedSinceRead");
        }
        decision.recordApproval(
                on, office, number, offices.actor(by, Office.SECRETARIAT, null), clock.instant(), LocalDate.now(clock));
        decisions.save(decision);
        record(decision, "approvalRecorded");
        cases.tell(ELSEWHERE, new CaseKey(call.value()), Map.of());
    }

    private void record(Decision decision, String kind) {
        events.record(
                new CaseKey(decision.call().value()),
                kind,
                Map.of("decision", decision.id().toString(), "attempt", decision.attempt()),
                decision.drafters());
    }

    private OpenTask asked(TaskId id, PersonId by) {
        return RecommendProjects.task(cases, id, TASK, by);
    }

    private Actor approver(OpenTask task, PersonId by) {
        return offices.actor(by, task.office(), task.scope());
    }

    private Decision waiting(OpenTask task) {
        return decisions
                .findFirstByCallIdOrderByAttemptDesc(task.caseKey().value())
                .orElseThrow(() -> new Refusal("decision.absent"));
    }
}
