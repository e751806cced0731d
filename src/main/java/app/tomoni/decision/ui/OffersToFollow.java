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
            var entrant = material.entrant(offered.proposal()).orElseThrow();
            sentences.put(
                    offered.proposal(),
                    offered.amount()
                            .map(yen -> ofBudget(entrant, yen, words))
                            .orElseGet(() -> words.say("decision.offered.onNotification.place", entrant.number())));
        }
        return sentences;
    }

    /** Says so where what is left is less than was asked for. */
    private static String ofBudget(Material.Entrant entrant, Yen yen, Words words) {
        var requested = entrant.requested();
        return requested == null || !requested.exceeds(yen)
                ? words.say("decision.offered.onNotification", entrant.number(), yen.amount())
                : words.say("decision.offered.onNotification.part", entrant.number(), yen.amount(), requested.amount());
    }
}
