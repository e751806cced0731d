package app.tomoni.scoring;

import java.util.List;

/** How the sheets of one proposal become one figure. */
public sealed interface Aggregate {

    /** All sheets' totals added up. */
    record Sum() implements Aggregate {}

    /** The sum divided by the number of those who took part. */
    record Mean() implements Aggregate {}

    /** The mean of each criterion, then added up. */
    record MeanOfCriteriaThenSum() implements Aggregate {}

    /**
     * The mean without the highest and lowest sheets.
     *
     * @param needsAtLeast with fewer sheets the fallback applies
     * @param fallbackToMean whether the plain mean is the declared fallback; without it too few sheets are refused
     */
    record TrimmedMean(int dropHigh, int dropLow, int needsAtLeast, boolean fallbackToMean) implements Aggregate {}

    /**
     * Each reviewer's ranks added up; the lowest sum is best.
     *
     * @param sheetsHoldRanks whether reviewers wrote ranks, or points from which ranks follow
     */
    record RankSum(boolean sheetsHoldRanks) implements Aggregate {}

    /** All points given in percent of all points that could have been given. */
    record SumTo100() implements Aggregate {}

    /** One sheet that the committee agreed on. */
    record Consensus() implements Aggregate {}

    /** Each side's mean in proportion to its share of the points. */
    record PartySplit(List<Party> parties) implements Aggregate {
        public PartySplit {
            parties = List.copyOf(parties);
        }
    }

    /** No points but a verdict, the one most often given; a draw is for deliberation. */
    record Verdict(List<Grade> grades) implements Aggregate {
        public Verdict {
            grades = List.copyOf(grades);
        }

        /** @param place 1 for the best grade */
        Grade at(Ratio place) {
            return grades.get((int) place.floorTo(1) - 1);
        }
    }

    /** A side that scores, with the points that its mean can bring. */
    record Party(String id, Label name, Ratio share) {}

    /** One verdict, best first in the rule. */
    record Grade(String id, Label name, Meaning meaning) {}

    /** What a verdict leads to. */
    enum Meaning {
        ADOPT,
        ADOPT_WITH_CONDITIONS,
        DO_NOT_ADOPT
    }

    default boolean lowerIsBetter() {
        return this instanceof RankSum || this instanceof Verdict;
    }

    /** Whether the figure is added up over sheets, so that a missing sheet would cost the applicant points. */
    default boolean growsWithSheets() {
        return this instanceof Sum || this instanceof RankSum;
    }

    /** Whether the figure follows from the means per criterion and the number of sheets alone. */
    default boolean followsFromMeans() {
        return switch (this) {
            case Sum s -> true;
            case Mean m -> true;
            case MeanOfCriteriaThenSum m -> true;
            case SumTo100 s -> true;
            case Consensus c -> true;
            case TrimmedMean t -> false;
            case RankSum r -> false;
            case PartySplit p -> false;
            case Verdict v -> false;
        };
    }
}
