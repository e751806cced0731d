package app.tomoni.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a city decides by points: data that a call owns, with a published JSON form (rule.schema.json).
 *
 * @param note where the rule comes from, or what is assumed in it
 * @param sheetMax the highest total of one sheet, where the rule has no criteria
 */
public record Rule(
        String id,
        Label name,
        @Nullable Label note,
        List<Criterion> criteria,
        @Nullable Ratio sheetMax,
        Aggregate aggregate,
        Recusal recusal,
        Panel panel,
        Rounding rounding,
        @Nullable Renewal renewal,
        @Nullable Votes votes,
        List<Threshold> thresholds,
        List<TieBreak> ties,
        Selection selection,
        @Nullable Long budgetYen,
        Award award,
        Disclosure disclosure,
        Guard information) {

    /** What becomes of a sheet that is missing because its reviewer was recused, abstained, was absent or not in office. */
    public enum Recusal {
        /** The others' sheets alone count. */
        EXCLUDE,
        /** The gap is filled with the mean of the others. */
        FILL_WITH_MEAN_OF_OTHERS
    }

    /** Who must have a line in the sheets. */
    public enum Panel {
        /** Every reviewer for every proposal. */
        WHOLE,
        /** Each proposal has its own reviewers. */
        PER_PROPOSAL
    }

    /**
     * How the published figure is rounded.
     *
     * @param at whether the means of the criteria are rounded before they are added up
     * @param criterionDecimals decimals of the published means of criteria
     */
    public record Rounding(int decimals, Mode mode, At at, int criterionDecimals) {
        BigDecimal total(Ratio figure) {
            return figure.round(decimals, mode.java);
        }

        BigDecimal criterion(Ratio figure) {
            return figure.round(criterionDecimals, mode.java);
        }

        /** A mean as it is added up. */
        Ratio counted(Ratio mean) {
            return at == At.CRITERION ? Ratio.of(criterion(mean)) : mean;
        }
    }

    /** Where rounding changes the figure that is computed with. */
    public enum At {
        TOTAL,
        CRITERION
    }

    /** How to round. */
    public enum Mode {
        HALF_UP(RoundingMode.HALF_UP),
        HALF_EVEN(RoundingMode.HALF_EVEN),
        HALF_DOWN(RoundingMode.HALF_DOWN),
        DOWN(RoundingMode.DOWN),
        UP(RoundingMode.UP);

        private final RoundingMode java;

        Mode(RoundingMode java) {
            this.java = java;
        }
    }

    /** Makes sheets of renewed projects, which have more lines, comparable with those of new ones. */
    public record Renewal(int fromYear, Ratio factor) {}

    /** What stickers or audience votes add to a figure. */
    public sealed interface Votes {

        /** So many points for each sticker of a second round. */
        record SecondRoundBonus(Ratio pointsPerVote) implements Votes {}

        /** A pool of points, split by the share of all votes. */
        record AudienceShare(Ratio pool) implements Votes {}
    }

    /** What separates equal published figures, one after the other; deliberation always comes last. */
    public sealed interface TieBreak {

        /** The higher published mean of a criterion goes first. */
        record HigherCriterion(String criterion) implements TieBreak {}

        /** Who asked for less goes first. */
        record SmallerRequest() implements TieBreak {}

        /** People decide; the result takes their recorded order. */
        record ByPeople(People who) implements TieBreak {}
    }

    /** Who breaks a tie that figures cannot break. */
    public enum People {
        DELIBERATION,
        MAJORITY_VOTE,
        CHAIR
    }

    /** Which of the passing proposals are adopted. */
    public sealed interface Selection {

        record AllPassing() implements Selection {}

        /** The best so many, and so many named runners-up behind them. */
        record Top(int places, int reserves) implements Selection {}

        /** Down the ranking until the budget is used. */
        record WithinBudget(WhenOver whenOver) implements Selection {}
    }

    /** What happens to the first proposal that no longer fits into the budget. */
    public enum WhenOver {
        STOP,
        /** It is offered what is left; if it declines, the offer passes to the next. */
        OFFER_REMAINDER
    }

    /** What is published when the call is finished, and from where on anyone can compute again. */
    public enum Disclosure {
        SHEETS,
        MEANS,
        TOTALS
    }

    /** Below how many sheets a reviewer's severity is not judged, and from which spread on a proposal is flagged. */
    public record Guard(int minSheets, Ratio disagreementPercent) {
        static final Guard USUAL = new Guard(5, Ratio.of(40));
    }

    public Rule {
        criteria = List.copyOf(criteria);
        thresholds = List.copyOf(thresholds);
        ties = List.copyOf(ties);
    }

    /** Reads and checks the JSON form; what is wrong comes back as a {@link ScoringRefusal}. */
    public static Rule parse(String json) {
        return RuleReader.read(json);
    }

    /** The JSON form with every default written out: equal rules give equal text. */
    public String toJson() {
        return RuleWriter.write(this);
    }

    public Optional<Criterion> criterion(String id) {
        for (var criterion : criteria) {
            if (criterion.id().equals(id)) {
                return Optional.of(criterion);
            }
        }
        return Optional.empty();
    }

    boolean isRenewal(ScoredProposal proposal) {
        var year = proposal.renewalYear();
        return renewal != null && year != null && year >= renewal.fromYear();
    }

    List<Criterion> criteriaFor(ScoredProposal proposal) {
        if (renewal == null) {
            return criteria;
        }
        boolean renewed = isRenewal(proposal);
        return criteria.stream().filter(c -> c.appliesTo().includes(renewed)).toList();
    }

    Ratio factorFor(ScoredProposal proposal) {
        return renewal != null && isRenewal(proposal) ? renewal.factor() : Ratio.ONE;
    }

    /** Whether the means of this criterion can break a tie. */
    boolean separates(String criterion) {
        return ties.stream()
                .anyMatch(t ->
                        t instanceof TieBreak.HigherCriterion h && h.criterion().equals(criterion));
    }

    /** Who decides where figures cannot; without a word of the rule, all together. */
    People lastWord() {
        return !ties.isEmpty() && ties.getLast() instanceof TieBreak.ByPeople people
                ? people.who()
                : People.DELIBERATION;
    }

    boolean holdsPoints() {
        return !(aggregate instanceof Aggregate.Verdict)
                && !(aggregate instanceof Aggregate.RankSum rankSum && rankSum.sheetsHoldRanks());
    }

    /** Whether missing sheets are made up for; a mean without its extremes would be the same with them. */
    boolean fillsGaps() {
        return recusal == Recusal.FILL_WITH_MEAN_OF_OTHERS && !(aggregate instanceof Aggregate.TrimmedMean);
    }

    boolean needsRequests() {
        return award.givesMoney() || ties.stream().anyMatch(TieBreak.SmallerRequest.class::isInstance);
    }
}
