package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.TaskId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat drafts the decision about the whole call (起案); every change is kept at once. */
@Component
@Transactional
public class DraftDecision {

    static final String TASK = "draftDecision";

    private final Cases cases;
    private final CaseEvents events;
    private final DecisionRegister decisions;
    private final Recommendations recommendations;
    private final Materials materials;
    private final Clock clock;

    DraftDecision(
            Cases cases,
            CaseEvents events,
            DecisionRegister decisions,
            Recommendations recommendations,
            Materials materials,
            Clock clock) {
        this.cases = cases;
        this.events = events;
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.materials = materials;
        this.clock = clock;
    }

    public void write(TaskId task, DecidedLine line, PersonId by) {
        var decision = draft(task, by);
        decision.write(line, by);
        decisions.save(decision);
    }

    public void write(TaskId task, String wording, boolean reservesInOrder, Letterhead letterhead, PersonId by) {
        var decision = draft(task, by);
        decision.write(wording, reservesInOrder, letterhead, by);
        decisions.save(decision);
    }

    /** Puts the draft before the approver. */
    public void submit(TaskId task, PersonId by) {
        var decision = draft(task, by);
        var recommendation =
                recommendations.findByCallId(decision.call().value()).orElseThrow();
        decision.submit(recommendation, materials.of(decision.call()), by, clock.instant());
        decisions.save(decision);
        events.record(
                new CaseKey(decision.call().value()),
                "decisionDrafted",
                Map.of("decision", decision.id().toString(), "attempt", decision.attempt()));
        cases.complete(task, by, Map.of());
    }

    private Decision draft(TaskId id, PersonId by) {
        var task = RecommendProjects.task(cases, id, TASK, by);
        return decisions
                .findFirstByCallIdOrderByAttemptDesc(task.caseKey().value())
                .orElseThrow(() -> new Refusal("decision.absent"));
    }
}
