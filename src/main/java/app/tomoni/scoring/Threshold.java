package app.tomoni.scoring;

import java.util.List;

/** A line that a proposal must reach; a rule names any number of them, and all must be met. */
public sealed interface Threshold {

    /** The figure must reach this line; {@code raw} looks at it before rounding. */
    record Total(Ratio value, Unit unit, boolean raw) implements Threshold {}

    /** The published mean of each of these criteria must reach this line; none named means all with points. */
    record EachCriterion(Ratio value, Unit unit, List<String> criteria) implements Threshold {
        public EachCriterion {
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

    /** What a line is measured in. */
    enum Unit {
        POINTS,
        PERCENT;

        Ratio line(Ratio value, Ratio highest) {
            return this == POINTS ? value : value.times(highest).dividedBy(100);
        }
    }

    /** Where no criteria are named, all count but those that are only a mark of yes or no. */
    static boolean looksAt(List<String> named, Criterion criterion) {
        return named.isEmpty() ? !(criterion.scale() instanceof Criterion.Scale.YesNo) : named.contains(criterion.id());
    }

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
