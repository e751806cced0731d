package app.tomoni.scoring;

import java.util.List;

/** A line that a proposal must reach; a rule names any number of them, and all must be met. */
public sealed interface Threshold {

    /** The figure must reach so many points. */
    record TotalPoints(Ratio points, boolean raw) implements Threshold {}

    /** The figure must reach so many percent of the highest possible one. */
    record TotalPercent(Ratio percent, boolean raw) implements Threshold {}

    /** The mean of each of these criteria must reach so many points of the sheet's scale; none named means all. */
    record EachCriterionPoints(Ratio points, List<String> criteria) implements Threshold {
        public EachCriterionPoints {
            criteria = List.copyOf(criteria);
        }
    }

    /** The mean of each of these criteria must reach so many percent of its maximum; none named means all. */
    record EachCriterionPercent(Ratio percent, List<String> criteria) implements Threshold {
        public EachCriterionPercent {
            criteria = List.copyOf(criteria);
        }
    }

    /** Out when enough reviewers gave one criterion at most this mark. */
    record Veto(String criterion, Ratio atMost, Quorum by) implements Threshold {}

    /** Out when any reviewer gave one of these criteria less than this mark; none named means all with points. */
    record Disqualify(Ratio anyItemBelow, List<String> criteria) implements Threshold {
        public Disqualify {
            criteria = List.copyOf(criteria);
        }
    }

    /** The figure must reach a baseline that a formula gives. */
    record Baseline(Formula formula, Ratio factor) implements Threshold {}

    /** How many of those who took part make a veto. */
    enum Quorum {
        MAJORITY,
        HALF_OR_MORE;

        boolean reachedBy(int some, int all) {
            return this == MAJORITY ? some * 2 > all : some > 0 && some * 2 >= all;
        }
    }

    /** Where a baseline comes from. */
    enum Formula {
        /** Half way between the lowest and the highest possible figure. */
        MIDPOINT_OF_SCALE,
        /** Half way between the lowest and the highest figure in this call. */
        MIDPOINT_OF_TOTALS,
        /** The mean of the figures in this call. */
        MEAN_OF_TOTALS
    }
}
