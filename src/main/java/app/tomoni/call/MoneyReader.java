package app.tomoni.call;

import app.tomoni.shared.Yen;
import org.jspecify.annotations.Nullable;

/** Reads what the city can pay: the money of a draft. */
final class MoneyReader {

    private static final long MOST_YEN = 100_000_000_000L;

    private final Draft draft;
    private final DraftValues values;

    MoneyReader(Draft draft, DraftValues values) {
        this.draft = draft;
        this.values = values;
    }

    /** Whether the budget has been voted when the decision is made. */
    private enum BudgetBasis {
        BEFORE_VOTE,
        AFTER_VOTE
    }

    /** None while there is a problem with it. */
    @Nullable
    Money money() {
        var before = values.problems().size();
        var budget = draft.text("/money/budget").isBlank() ? -1 : values.number("/money/budget", 1, MOST_YEN);
        var ceiling = values.number("/money/ceiling", 1, MOST_YEN);
        var numerator = values.number("/money/rateNumerator", 1, 100);
        var denominator = values.number("/money/rateDenominator", 1, 100);
        var unit = values.number("/money/roundingUnit", 1, 1_000_000);
        var basis = values.one("/money/basis", BudgetBasis.class);
        if (numerator > 0 && denominator > 0 && numerator > denominator) {
            values.problem("/money/rateNumerator", "call.problem.rate");
        }
        if (budget > 0 && ceiling > budget) {
            values.problem("/money/ceiling", "call.problem.ceiling");
        }
        if (ceiling > 0 && unit > ceiling) {
            values.problem("/money/roundingUnit", "call.problem.unit");
        }
        if (values.problems().size() > before || basis == null) {
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
