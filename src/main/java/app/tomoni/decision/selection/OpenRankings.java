package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a ranking anew when what it counts changes between the close of the scoring and the hand-over of the recommendation. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpenRankings {

    private final Stages stages;
    private final Recommendations recommendations;
    private final Evaluations evaluations;
    private final Materials materials;
    private final Clock clock;

    OpenRankings(
            Stages stages, Recommendations recommendations, Evaluations evaluations, Materials materials, Clock clock) {
        this.stages = stages;
        this.recommendations = recommendations;
        this.evaluations = evaluations;
        this.materials = materials;
        this.clock = clock;
    }

    /** What the chair works on, held against others until the transaction ends; nothing before or after that. */
    Optional<Recommendation> of(CallId call) {
        return stages.locked(call.value())
                .filter(stage -> stage.closedAt().isPresent())
                .flatMap(stage -> recommendations.findByCallId(call.value()))
                .filter(recommendation -> !recommendation.isSubmitted());
    }

    /** What the committee found stands as far as the same is still asked. */
    void makeAnew(Recommendation recommendation, Evaluation.Occasion occasion) {
        var material = materials.of(recommendation.call());
        var before = evaluations.findFirstByCallIdOrderByMadeAtDescIdDesc(
                recommendation.call().value());
        recommendation.keep(Evaluated.stillAsked(material, recommendation.deliberations()));
        var now = Evaluation.of(material, recommendation.deliberations(), Map.of(), occasion, null, clock.instant());
        before.ifPresent(older -> recommendation.recount(older, now, material.terms()));
        recommendations.save(recommendation);
        evaluations.save(now);
    }
}
