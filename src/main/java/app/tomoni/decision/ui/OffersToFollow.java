package app.tomoni.decision.ui;

import app.tomoni.decision.selection.Decision;
import app.tomoni.decision.selection.Material;
import app.tomoni.decision.selection.WaitingReserves;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Yen;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what a decision offers to runners-up the moment the groups are told, so that nobody learns of it only then. */
@Component
class OffersToFollow {

    private final WaitingReserves reserves;

    OffersToFollow(WaitingReserves reserves) {
        this.reserves = reserves;
    }

    /** One sentence for each runner-up concerned, in their order. */
    Map<ProposalId, String> of(Decision decision, Material material, Words words) {
        var sentences = new LinkedHashMap<ProposalId, String>();
        for (var offered : reserves.onNotification(decision, material)) {
            var number = material.entrant(offered.proposal()).orElseThrow().number();
            sentences.put(
                    offered.proposal(),
                    offered.amount()
                            .map(Yen::amount)
                            .map(yen -> words.say("decision.offered.onNotification", number, yen))
                            .orElseGet(() -> words.say("decision.offered.onNotification.place", number)));
        }
        return sentences;
    }
}
