package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.OpenTask;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps in the lists of who may agree to it that a chair asks to go on below the quorum or with too few sheets. */
@Component
class ExceptionRequests {

    private final Requests requests;

    ExceptionRequests(Requests requests) {
        this.requests = requests;
    }

    /** For others than who asks; due with the recommendation that waits for it. Asked again, it stands there once. */
    void ask(OpenTask recommendation, PersonId by) {
        var path = path(RecommendProjects.call(recommendation));
        requests.settle(path);
        for (var office : AnswerException.OFFICES) {
            requests.ask(new Request(
                    "agreeToException",
                    recommendation.title(),
                    recommendation.number(),
                    office,
                    recommendation.scopes(),
                    recommendation.dueAt(),
                    path,
                    Set.of(by),
                    recommendation.caseKey()));
        }
    }

    /** It has been answered, or is needed no more. */
    void settle(CallId call) {
        requests.settle(path(call));
    }

    private static String path(CallId call) {
        return "selections/" + call + "#exception";
    }
}
