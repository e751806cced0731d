package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What anybody may compute again: rule, points and result at the call's level of disclosure, as a trace. */
@Component
@Transactional(readOnly = true)
class OpenData {

    private final Recommendations recommendations;
    private final Evaluations evaluations;

    OpenData(Recommendations recommendations, Evaluations evaluations) {
        this.recommendations = recommendations;
        this.evaluations = evaluations;
    }

    String of(CallId call) {
        var recommendation = recommendations.findByCallId(call.value()).orElseThrow();
        return evaluations.findById(recommendation.evaluation()).orElseThrow().openData();
    }
}
