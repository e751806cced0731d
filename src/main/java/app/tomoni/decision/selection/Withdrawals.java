package app.tomoni.decision.selection;

import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Before the recommendation is handed over, a withdrawal makes the ranking anew; afterwards the ranks keep their numbers. */
@Component
class Withdrawals {

    private final Proposals proposals;
    private final OpenRankings rankings;

    Withdrawals(Proposals proposals, OpenRankings rankings) {
        this.proposals = proposals;
        this.rankings = rankings;
    }

    /** @return whether the ranking was made anew */
    @Transactional
    public boolean take(ProposalId id) {
        var recommendation = proposals
                .find(id)
                .filter(proposal -> proposal.withdrawnAt().isPresent())
                .flatMap(proposal -> rankings.of(proposal.call()))
                .filter(open -> open.line(id).isPresent());
        recommendation.ifPresent(open -> {
            open.drop(id);
            rankings.makeAnew(open, Evaluation.Occasion.WITHDRAWAL);
        });
        return recommendation.isPresent();
    }
}
