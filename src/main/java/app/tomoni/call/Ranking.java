package app.tomoni.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sheets become a total and totals a choice; {@link ScoringRules} writes it as a rule of the scoring module.
 *
 * @param passPercent the total must reach so many percent of the most; none when there is no such line
 * @param eachPercent every criterion must reach so many percent of its most; none when there is no such line
 * @param ties what separates equal totals, one after the other; people come last
 * @param places how many are adopted at most, where the best so many are chosen
 * @param reserves how many runners-up are named behind them
 */
public record Ranking(
        Method method,
        Missing missing,
        int decimals,
        @Nullable Integer passPercent,
        @Nullable Integer eachPercent,
        List<Tie> ties,
        Choice choice,
        int places,
        int reserves) {

    /** How the sheets of a proposal become one figure. */
    public enum Method {
        MEAN,
        SUM,
        MEAN_OF_CRITERIA_THEN_SUM,
        TRIMMED_MEAN,
        SUM_TO_100
    }

    /** What stands in for a sheet that is missing because its reviewer was recused or absent. */
    public enum Missing {
        EXCLUDE,
        FILL_WITH_MEAN_OF_OTHERS
    }

    /** Which of those that pass are adopted. */
    public enum Choice {
        ALL_PASSING,
        TOP,
        /** Down the ranking until the budget is used; the first that does not fit ends it. */
        BUDGET_STOP,
        /** Down the ranking until the budget is used; the first that does not fit is offered what is left. */
        BUDGET_OFFER;

        public boolean walksDownBudget() {
            return this == BUDGET_STOP || this == BUDGET_OFFER;
        }
    }

    /** What separates equal totals. */
    public sealed interface Tie {

        /** The higher mean of this criterion goes first. */
        record HigherCriterion(String criterion) implements Tie {}

        /** Who asks for less goes first. */
        record SmallerRequest() implements Tie {}

        /** The committee talks it over. */
        record Deliberation() implements Tie {}

        /** The committee votes. */
        record MajorityVote() implements Tie {}

        /** The chair decides. */
        record Chair() implements Tie {}
    }

    public Ranking {
        ties = List.copyOf(ties);
    }

    /** Whether people have the last word on equal totals by the call's own rule; otherwise the committee does anyway. */
    public boolean endsWithPeople() {
        return !ties.isEmpty() && byPeople(ties.getLast());
    }

    static boolean byPeople(Tie tie) {
        return tie instanceof Tie.Deliberation || tie instanceof Tie.MajorityVote || tie instanceof Tie.Chair;
    }
}
