package app.tomoni.scoring;

import java.util.LinkedHashMap;

/** Says once for a proposal what its criteria are multiplied by, where that is not the same for all. */
final class Weights {

    private Weights() {}

    static void tell(Rule rule, ScoredProposal proposal, Trace trace) {
        var weights = new LinkedHashMap<String, Ratio>();
        for (var criterion : rule.criteriaFor(proposal)) {
            weights.put(criterion.id(), criterion.weight());
        }
        if (weights.values().stream().anyMatch(weight -> !weight.equals(Ratio.ONE))) {
            trace.add("weights", proposal.id(), "weights", weights);
        }
    }
}
