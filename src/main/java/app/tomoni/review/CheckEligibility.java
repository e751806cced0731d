package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.process.OpenTask;
import app.tomoni.process.TaskCompletion;
import app.tomoni.shared.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the formal check leads to: the group is told, and the drawing gets the outcome. */
@Component
class CheckEligibility implements TaskCompletion {

    private final FormalChecks checks;

    CheckEligibility(FormalChecks checks) {
        this.checks = checks;
    }

    @Override
    public Map<String, Object> complete(OpenTask task, PersonId by, Map<String, Object> answers) {
        if (!(answers.get(FormalChecks.OUTCOME) instanceof String name)) {
            throw new Refusal("review.check.outcomeMissing");
        }
        var outcome = CheckOutcome.valueOf(name);
        checks.decide(task, outcome, answers.get(FormalChecks.READ), by);
        return FormalChecks.answers(outcome);
    }
}
