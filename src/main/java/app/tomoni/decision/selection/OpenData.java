package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.decision.PublishedResult;
import app.tomoni.shared.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What anybody may compute again: rule, points and result at the call's level of disclosure. */
@Component
@Transactional(readOnly = true)
class OpenData {

    private final Recommendations recommendations;
    private final Evaluations evaluations;

    OpenData(Recommendations recommendations, Evaluations evaluations) {
        this.recommendations = recommendations;
        this.evaluations = evaluations;
    }

    String of(CallId call, PublishedResult result) {
        var evaluation = evaluations
                .findById(
                        recommendations.findByCallId(call.value()).orElseThrow().evaluation())
                .orElseThrow();
        return switch (result.disclosure()) {
            case SHEETS -> evaluation.trace();
            case MEANS, TOTALS -> {
                var json = Json.object();
                json.put("format", "tomoni-result/1");
                json.set("rule", Json.parse(evaluation.rule().toJson()));
                json.set("result", Json.parse(Json.write(result)));
                yield Json.write(json);
            }
        };
    }
}
