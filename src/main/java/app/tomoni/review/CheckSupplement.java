package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.process.OpenTask;
import app.tomoni.process.TaskCompletion;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The formal check once more, after a supplement: it may lead to the same as the first one. */
@Component
class CheckSupplement implements TaskCompletion {

    private final CheckEligibility check;

    CheckSupplement(CheckEligibility check) {
        this.check = check;
    }

    @Override
    public Map<String, Object> complete(OpenTask task, PersonId by, Map<String, Object> answers) {
        return check.complete(task, by, answers);
    }
}
