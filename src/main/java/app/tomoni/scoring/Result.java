package app.tomoni.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a rule, its inputs and what people decided.
 *
 * @param standings by rank, then those without a rank, each by id
 * @param deliberations what the figures leave to people
 * @param information for the chair's eye only, never part of a decision
 */
public record Result(
        List<Standing> standings,
        List<Deliberation> deliberations,
        @Nullable Long budgetYen,
        long grantedYen,
        Information information,
        Trace trace) {

    /** What becomes of a proposal, as far as figures and recorded outcomes go. */
    public enum Verdict {
        ADOPT,
        ADOPT_WITH_CONDITIONS,
        /** Next in line; {@link Standing#amountYen} is what it is offered, if anything. */
        RUNNER_UP,
        NOT_PASSED,
        /** People must decide about this one before the result is complete. */
        TO_DELIBERATE,
        /** Waits for a deliberation or an answer about others. */
        PENDING,
        WITHDRAWN,
        DECLINED,
        INELIGIBLE
    }

    /** Why a proposal did not pass, or waits. */
    public enum Reason {
        BELOW_TOTAL,
        BELOW_CRITERION,
        BELOW_BASELINE,
        VETO,
        DISQUALIFIED,
        GRADE,
        OUTSIDE_PLACES,
        OVER_BUDGET,
        TIE_AT_LINE,
        NO_FIGURE,
        OFFER_OPEN,
        DELIBERATION_OPEN;

        /** Out whatever the figures: such a proposal has no rank. */
        boolean leavesRanking() {
            return this == VETO || this == DISQUALIFIED;
        }
    }

    /** What gave a proposal its rank. */
    public enum DecidedBy {
        SCORE,
        CRITERION,
        SMALLER_REQUEST,
        /** People broke the tie. */
        OUTCOME,
        /** Nothing yet: it shares its rank. */
        TIED
    }

    /** What people are asked to decide. */
    public enum Place {
        /** Equal figures where a place or the money ends. */
        LINE,
        /** Nobody could score it, a side is missing, or the verdicts are drawn. */
        FIGURE,
        /** The committee sets amounts. */
        AMOUNTS,
        /** The amounts together exceed the budget. */
        OVER_BUDGET
    }

    /** A question for people and the proposals it is about. */
    public record Deliberation(Place place, List<String> proposals) {}

    /**
     * One line of the result.
     *
     * @param total exact; null when nobody could score it or it is not ranked at all
     * @param published the figure that is published and compared
     * @param grade the verdict found, under rules with verdicts
     * @param means published means by criterion
     * @param sheetTotals exact total of each sheet that counts, by reviewer; empty when computed from published means
     * @param rank 1, 2, 2, 4; null when out of the ranking
     * @param decidedBy what separated it from its neighbours in the ranking
     * @param amountYen what it gets or is offered; null where nothing is awarded or people must decide first
     * @param cumulativeYen the amounts down to and including this line
     */
    public record Standing(
            String proposal,
            @Nullable Ratio total,
            @Nullable BigDecimal published,
            @Nullable String grade,
            Map<String, BigDecimal> means,
            Map<String, Ratio> sheetTotals,
            @Nullable Integer rank,
            @Nullable DecidedBy decidedBy,
            Verdict verdict,
            @Nullable Reason reason,
            @Nullable Long requestedYen,
            @Nullable Long amountYen,
            @Nullable Long cumulativeYen) {}

    /** Whether the result is complete: nothing is left to people, and nobody has still to answer an offer. */
    public boolean isComplete() {
        return deliberations.isEmpty() && openOffers().isEmpty();
    }

    /** Those who are offered what is left of the budget and have not answered yet. */
    public List<String> openOffers() {
        return standings.stream()
                .filter(s -> s.verdict() == Verdict.RUNNER_UP && s.amountYen() != null)
                .map(Standing::proposal)
                .toList();
    }

    public Optional<Standing> standing(String proposal) {
        return standings.stream().filter(s -> s.proposal().equals(proposal)).findFirst();
    }
}
