package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.TaskId;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is wrong in an approved decision and is seen while its letters are checked: it becomes a draft again, which is
 * approved anew. What was approved and why it was taken back stay on record.
 */
@Component
@Transactional
public class TakeBackDecision {

    private static final String TAKEN_BACK = "DecisionTakenBack";

    private final Cases cases;
    private final CaseEvents events;
    private final DecisionRegister decisions;
    private final LetterRegister letters;
    private final Clock clock;

    TakeBackDecision(Cases cases, CaseEvents events, DecisionRegister decisions, LetterRegister letters, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.decisions = decisions;
        this.letters = letters;
        this.clock = clock;
    }

    /** Whether the drawing that this case follows has this way. */
    @Transactional(readOnly = true)
    public boolean possible(CaseKey selection) {
        return cases.waitsFor(selection, TAKEN_BACK);
    }

    /**
     * @throws app.tomoni.shared.Refusal when there is no reason, or the drawing that this case follows has no such way
     */
    public void takeBack(TaskId id, String reason, PersonId by) {
        var task = RecommendProjects.task(cases, id, ConfirmPublication.TASK, by);
        var call = RecommendProjects.call(task);
        var now = clock.instant();
        var decision = decisions.standing(call.value()).orElseThrow();
        decision.takeBack(reason, by, now);
        decisions.save(decision);
        decisions.save(decision.again(now));
        for (var letter : letters.ofCall(call.value())) {
            letter.cancel(now);
            letters.save(letter);
        }
        events.record(
                task.caseKey(),
                "decisionTakenBack",
                Map.of("decision", decision.id().toString(), "attempt", decision.attempt()));
        cases.tell(TAKEN_BACK, task.caseKey(), Map.of());
    }
}
