package app.tomoni.decision.selection;

import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Before the recommendation is handed over, a withdrawal makes the ranking anew; afterwards the ranks keep their numbers. */
@Component
class Withdrawals {

    private final Proposals proposals;
    private final Stages stages;
    private final Recommendations recommendations;
    private final Evaluations evaluations;
    private final Materials materials;
    private final Clock clock;

    Withdrawals(
            Proposals proposals,
            Stages stages,
            Recommendations recommendations,
            Evaluations evaluations,
            Materials materials,
            Clock clock) {
        this.proposals = proposals;
        this.stages = stages;
        this.recommendations = recommendations;
        this.evaluations = evaluations;
        this.materials = materials;
        this.clock = clock;
    }

    /** @return whether the ranking was made anew */
    @Transactional
    public boolean take(ProposalId id) {
        var proposal = proposals.find(id).orElse(null);
        if (proposal == null
                || proposal.withdrawnAt().isEmpty()
                || stages.locked(proposal.call().value())
                        .flatMap(Stage::closedAt)
                        .isEmpty()) {
            return false;
        }
        var recommendation =
                recommendations.findByCallId(proposal.call().value()).orElse(null);
        if (recommendation == null
                || recommendation.isSubmitted()
                || recommendation.line(id).isEmpty()) {
            return false;
        }
        recommendation.drop(id);
        recommendations.save(recommendation);
        evaluations.save(Evaluation.of(
                materials.of(proposal.call()),
                recommendation.deliberations(),
                Map.of(),
                Evaluation.Occasion.WITHDRAWAL,
                null,
                clock.instant()));
        return true;
    }
}
