package app.tomoni.form;

import app.tomoni.shared.Yen;

/**
 * How much a call pays: the share {@code rateNumerator/rateDenominator} of the eligible cost, rounded down to a whole
 * {@code roundingUnit}, and never more than the ceiling.
 */
public record BudgetRule(int rateNumerator, int rateDenominator, Yen ceiling, Yen roundingUnit) {

    public BudgetRule {
        if (rateNumerator < 1 || rateDenominator < rateNumerator || roundingUnit.amount() < 1) {
            throw new IllegalArgumentException("not a rule: " + rateNumerator + "/" + rateDenominator);
        }
    }

    /** The share of the eligible cost, before the ceiling. */
    public Yen share(Yen eligible) {
        return eligible.share(rateNumerator, rateDenominator, roundingUnit);
    }

    /** The most that may be asked for. */
    public Yen limit(Yen eligible) {
        return share(eligible).min(ceiling);
    }

    boolean paysEverything() {
        return rateNumerator == rateDenominator;
    }
}
