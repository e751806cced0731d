package app.tomoni.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Mean and spread of each reviewer, and what the ranking would be if all were equally severe. */
final class Severity {

    /** Digits after the point of every square root and of what is added after it; exact figures on either side. */
    private static final int DECIMALS = 10;

    private static final int SHOWN_DECIMALS = 4;

    private final Rule rule;
    private final Map<String, List<Assessment.Marked>> marked;
    private final Map<String, Integer> ranks;
    private final boolean reviewersAreKnown;

    Severity(
            Rule rule,
            Map<String, List<Assessment.Marked>> marked,
            Map<String, Integer> ranks,
            boolean reviewersAreKnown) {
        this.reviewersAreKnown = reviewersAreKnown;
        this.rule = rule;
        this.marked = marked;
        this.ranks = ranks;
    }

    Information information() {
        if (!reviewersAreKnown) {
            return new Information(List.of(), spreads(), List.of());
        }
        var byReviewer = new TreeMap<String, List<Ratio>>();
        marked.values()
                .forEach(sheets -> sheets.forEach(m -> byReviewer
                        .computeIfAbsent(m.sheet().reviewer(), reviewer -> new ArrayList<>())
                        .add(m.total())));
        var moments = new LinkedHashMap<String, Moments>();
        byReviewer.forEach((reviewer, totals) -> moments.put(reviewer, Moments.of(totals)));
        return new Information(reviewers(moments), spreads(), adjusted(moments, byReviewer));
    }

    private List<Information.Reviewer> reviewers(Map<String, Moments> moments) {
        var reviewers = new ArrayList<Information.Reviewer>();
        moments.forEach((reviewer, m) ->
                reviewers.add(new Information.Reviewer(reviewer, m.count(), m.mean(), m.deviation(), isJudged(m))));
        return reviewers;
    }

    private boolean isJudged(Moments moments) {
        return moments.count() >= rule.information().minSheets()
                && moments.variance().signum() > 0;
    }

    private List<Information.Spread> spreads() {
        var spreads = new ArrayList<Information.Spread>();
        marked.forEach((proposal, sheets) -> {
            if (!sheets.isEmpty()) {
                var totals =
                        sheets.stream().map(Assessment.Marked::total).sorted().toList();
                var gap = totals.getLast().minus(totals.getFirst());
                var line = sheets.getFirst()
                        .highest()
                        .times(rule.information().disagreementPercent())
                        .dividedBy(100);
                spreads.add(new Information.Spread(
                        proposal,
                        totals.getFirst(),
                        totals.getLast(),
                        Moments.of(totals).deviation(),
                        gap.signum() > 0 && gap.compareTo(line) >= 0));
            }
        });
        return spreads;
    }

    /** Elsewhere the figure is not the mean or sum of sheets, and a comparison of ranks would say nothing. */
    private boolean ranksFollowFromSheets() {
        boolean oneScale = rule.renewal() == null || !(rule.aggregate() instanceof Aggregate.SumTo100);
        return rule.aggregate().followsFromMeans()
                && rule.votes() == null
                && rule.rounding().at() == Rule.At.TOTAL
                && oneScale;
    }

    private List<Information.Adjusted> adjusted(Map<String, Moments> moments, Map<String, List<Ratio>> byReviewer) {
        var all = new ArrayList<Ratio>();
        byReviewer.forEach((reviewer, totals) -> {
            var m = moments.get(reviewer);
            if (m != null && isJudged(m)) {
                all.addAll(totals);
            }
        });
        if (all.isEmpty() || !ranksFollowFromSheets()) {
            return List.of();
        }
        var whole = Moments.of(all);
        var lines = new LinkedHashMap<String, Line>();
        moments.forEach((reviewer, m) -> {
            if (isJudged(m)) {
                lines.put(reviewer, Line.from(m, whole));
            }
        });
        var figures = new LinkedHashMap<String, BigDecimal>();
        marked.forEach((proposal, sheets) -> {
            if (ranks.containsKey(proposal) && !sheets.isEmpty()) {
                var totals = sheets.stream()
                        .map(m -> lines.getOrDefault(m.sheet().reviewer(), Line.SAME)
                                .of(m.total()))
                        .toList();
                figures.put(
                        proposal,
                        Ratio.sum(totals).dividedBy(totals.size()).round(SHOWN_DECIMALS, RoundingMode.HALF_UP));
            }
        });
        return ranked(figures);
    }

    private List<Information.Adjusted> ranked(Map<String, BigDecimal> figures) {
        var best = figures.values().stream().sorted(Comparator.reverseOrder()).toList();
        var adjusted = new ArrayList<Information.Adjusted>();
        figures.forEach((proposal, figure) -> {
            int rank = best.indexOf(figure) + 1;
            var actual = ranks.get(proposal);
            adjusted.add(new Information.Adjusted(proposal, figure, rank, actual == null ? null : actual - rank));
        });
        return adjusted;
    }

    private static Ratio root(Ratio square) {
        var parts =
                square.round(2 * DECIMALS, RoundingMode.HALF_UP).unscaledValue().sqrtAndRemainder();
        boolean up = parts[1].compareTo(parts[0]) > 0;
        return Ratio.of(new BigDecimal(up ? parts[0].add(BigInteger.ONE) : parts[0], DECIMALS));
    }

    /** Turns a reviewer's totals into those of a reviewer with the mean and spread of all. */
    private record Line(Ratio times, Ratio plus) {
        private static final Line SAME = new Line(Ratio.ONE, Ratio.ZERO);

        static Line from(Moments own, Moments whole) {
            var times = root(whole.variance().dividedBy(own.variance()));
            var plus = whole.mean().minus(own.mean().times(times));
            return new Line(times, Ratio.of(plus.round(DECIMALS, RoundingMode.HALF_UP)));
        }

        Ratio of(Ratio total) {
            return total.times(times).plus(plus);
        }
    }

    /** Count, exact mean and exact variance (divided by the count) of some figures. */
    record Moments(int count, Ratio mean, Ratio variance) {
        static Moments of(List<Ratio> figures) {
            var mean = Ratio.sum(figures).dividedBy(figures.size());
            var squares = Ratio.sum(
                    figures.stream().map(figure -> figure.times(figure)).toList());
            return new Moments(
                    figures.size(), mean, squares.dividedBy(figures.size()).minus(mean.times(mean)));
        }

        BigDecimal deviation() {
            return root(variance).round(SHOWN_DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
