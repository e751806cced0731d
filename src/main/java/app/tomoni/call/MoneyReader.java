package app.tomoni.call;

import app.tomoni.shared.Yen;
import org.jspecify.annotations.Nullable;

/** Reads what the city can pay: the money of a draft. */
final class MoneyReader {

    private static final long MOST_YEN = 100_000_000_000L;

    private final Draft draft;
    private final DraftFields fields;

    MoneyReader(Draft draft, DraftFields fields) {
        this.draft = draft;
        this.fields = fields;
    }

    /** Whether the budget has been voted when the decision is made. */
    private enum BudgetBasis {
        BEFORE_VOTE,
        AFTER_VOTE
    }

    /** None while there is a problem with it. */
    @Nullable
    Money money() {
        var before = fields.problems().size();
        var budget = draft.text("/money/budget").isBlank() ? -1 : fields.number("/money/budget", 1, MOST_YEN);
        var ceiling = fields.number("/money/ceiling", 1, MOST_YEN);
        var numerator = fields.number("/money/rateNumerator", 1, 100);
        var denominator = fields.number("/money/rateDenominator", 1, 100);
        var unit = fields.number("/money/roundingUnit", 1, 1_000_000);
        var basis = fields.one("/money/basis", BudgetBasis.class);
        if (numerator > 0 && denominator > 0 && numerator > denominator) {
            fields.problem("/money/rateNumerator", "call.problem.rate");
        }
        if (budget > 0 && ceiling > budget) {
            fields.problem("/money/ceiling", "call.problem.ceiling");
        }
        if (ceiling > 0 && unit > ceiling) {
            fields.problem("/money/roundingUnit", "call.problem.unit");
        }
        if (fields.problems().size() > before || basis == null) {
            return null;
        }
        return new Money(
                budget < 0 ? null : new Yen(budget),
                new Yen(ceiling),
                (int) numerator,
                (int) denominator,
                new Yen(unit),
                basis == BudgetBasis.BEFORE_VOTE);
    }
}
