package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.review.ScoreSheets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Freezes the sheets for everybody and applies the call's rule to them. */
@Component
class CloseStage implements JavaDelegate {

    private final ScoreSheets sheets;
    private final Calls calls;
    private final Materials materials;
    private final Stages stages;
    private final Evaluations evaluations;
    private final Recommendations recommendations;
    private final CaseEvents events;
    private final Clock clock;

    CloseStage(
            ScoreSheets sheets,
            Calls calls,
            Materials materials,
            Stages stages,
            Evaluations evaluations,
            Recommendations recommendations,
            CaseEvents events,
            Clock clock) {
        this.sheets = sheets;
        this.calls = calls;
        this.materials = materials;
        this.stages = stages;
        this.evaluations = evaluations;
        this.recommendations = recommendations;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var call = CallId.of(execution.getProcessBusinessKey());
        execution.setVariable("anyProposals", close(call));
    }

    /** @return whether there is anything to decide */
    boolean close(CallId call) {
        sheets.freeze(call);
        var now = clock.instant();
        var material = materials.of(call);
        var stage = stages.findById(call.value()).orElseGet(() -> Stage.open(call, now));
        stage.close(material, now);
        stages.save(stage);
        var evaluation = evaluations.save(
                Evaluation.of(material, List.of(), Map.of(), Evaluation.Occasion.STAGE_CLOSED, null, now));
        events.record(
                new CaseKey(call.value()),
                "evaluated",
                Map.of("evaluation", evaluation.id().toString(), "sha256", evaluation.traceSha256()));
        var participants = material.takingPart();
        if (!participants.isEmpty()
                && recommendations.findByCallId(call.value()).isEmpty()) {
            var recommendation = Recommendation.begin(call, participants);
            recommendation.metOn(calls.get(call).guideline().meetingOn());
            recommendations.save(recommendation);
        }
        return !participants.isEmpty();
    }
}
