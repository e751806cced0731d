package app.tomoni.decision.selection;

import app.tomoni.shared.Lengths;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * What a decision says besides its lines.
 *
 * @param wording of the decision as a whole; published
 * @param reservesInOrder whether the order in which runners-up move up is part of the decision
 */
@Embeddable
public record DecisionText(
        String wording, boolean reservesInOrder, @Embedded Letterhead letterhead) {

    public DecisionText {
        wording = wording.strip();
    }

    void demandLengths() {
        Lengths.demand(wording, Lengths.TEXT);
        letterhead.demandLengths();
    }
}
