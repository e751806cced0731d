package app.tomoni.decision.selection;

import app.tomoni.account.Actor;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.TaskId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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
    private final Offices offices;
    private final Clock clock;

    DraftDecision(
            Cases cases,
            CaseEvents events,
            DecisionRegister decisions,
            Recommendations recommendations,
            Materials materials,
            Offices offices,
            Clock clock) {
        this.cases = cases;
        this.events = events;
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.materials = materials;
        this.offices = offices;
        this.clock = clock;
    }

    /**
     * Keeps what is to be decided about one proposal.
     *
     * @param known what stood there when the person began to change it
     * @throws Refusal when it has been changed elsewhere since
     */
    public void write(TaskId id, DecidedLine known, DecidedLine line, PersonId by) {
        var task = task(id, by);
        var decision = draft(task);
        if (!decision.line(line.proposal()).equals(Optional.of(known))) {
            throw new Refusal("decision.changedElsewhere");
        }
        decision.write(line, drafter(task, by));
        decisions.save(decision);
    }

    /**
     * Keeps what the decision says besides its lines.
     *
     * @param known what stood there when the person began to change it
     * @throws Refusal when it has been changed elsewhere since
     */
    public void write(TaskId id, DecisionText known, DecisionText text, PersonId by) {
        var task = task(id, by);
        var decision = draft(task);
        if (!decision.text().equals(known)) {
            throw new Refusal("decision.changedElsewhere");
        }
        decision.write(text, drafter(task, by));
        decisions.save(decision);
    }

    /**
     * Puts the draft before the approver.
     *
     * @param text what the person has read of it
     * @param lines the same
     * @throws Refusal when something else stands there by now
     */
    public void submit(TaskId id, DecisionText text, Collection<DecidedLine> lines, PersonId by) {
        var task = task(id, by);
        var decision = draft(task);
        if (!decision.text().equals(text) || !lines.containsAll(decision.lines())) {
            throw new Refusal("decision.changedSinceRead");
        }
        var recommendation =
                recommendations.findByCallId(decision.call().value()).orElseThrow();
        decision.submit(recommendation, materials.of(decision.call()), drafter(task, by), clock.instant());
        decisions.save(decision);
        events.record(
                new CaseKey(decision.call().value()),
                "decisionDrafted",
                Map.of("decision", decision.id().toString(), "attempt", decision.attempt()));
        cases.complete(id, by, Map.of());
    }

    private OpenTask task(TaskId id, PersonId by) {
        return RecommendProjects.task(cases, id, TASK, by);
    }

    private Actor drafter(OpenTask task, PersonId by) {
        return offices.actor(by, task.office(), task.scope());
    }

    private Decision draft(OpenTask task) {
        return decisions
                .findFirstByCallIdOrderByAttemptDesc(task.caseKey().value())
                .orElseThrow(() -> new Refusal("decision.absent"));
    }
}
