package app.tomoni.decision.selection;

import app.tomoni.review.TieDeclared;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Before the recommendation is handed over, a tie that takes a sheet out makes the ranking anew; afterwards the sheet
 * counts as it stood then.
 */
@Component
class LateTies {

    private final OpenRankings rankings;

    LateTies(OpenRankings rankings) {
        this.rankings = rankings;
    }

    @ApplicationModuleListener
    void on(TieDeclared tie) {
        rankings.of(tie.call())
                .ifPresent(recommendation -> rankings.makeAnew(recommendation, Evaluation.Occasion.TIE_DECLARED));
    }
}
