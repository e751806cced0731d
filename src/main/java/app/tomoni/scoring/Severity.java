package app.tomoni.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Mean and spread of each reviewer, and what the ranking would be if all were equally severe. */
final class Severity {

    /** Digits after the point of every square root; exact figures on either side of it. */
    private static final int ROOT_DECIMALS = 10;

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
                var line = highest(sheets.getFirst())
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

    /** The highest possible total of a sheet, from the criteria that stand on it. */
    private Ratio highest(Assessment.Marked sheet) {
        var sheetMax = rule.sheetMax();
        return sheetMax != null
                ? sheetMax
                : Ratio.sum(rule.criteria().stream()
                        .filter(c -> sheet.marks().containsKey(c.id()))
                        .map(c -> c.max().times(c.weight()))
                        .toList());
    }

    private List<Information.Adjusted> adjusted(Map<String, Moments> moments, Map<String, List<Ratio>> byReviewer) {
        var all = new ArrayList<Ratio>();
        byReviewer.forEach((reviewer, totals) -> {
            var m = moments.get(reviewer);
            if (m != null && isJudged(m)) {
                all.addAll(totals);
            }
        });
        if (all.isEmpty()) {
            return List.of();
        }
        var whole = Moments.of(all);
        var roots = new LinkedHashMap<String, Ratio>();
        moments.forEach((reviewer, m) -> {
            if (isJudged(m)) {
                roots.put(reviewer, root(whole.variance().dividedBy(m.variance())));
            }
        });
        var figures = new LinkedHashMap<String, BigDecimal>();
        marked.forEach((proposal, sheets) -> {
            if (ranks.containsKey(proposal) && !sheets.isEmpty()) {
                var totals = new ArrayList<Ratio>();
                for (var m : sheets) {
                    var own = moments.get(m.sheet().reviewer());
                    var root = roots.get(m.sheet().reviewer());
                    totals.add(
                            own == null || root == null
                                    ? m.total()
                                    : whole.mean()
                                            .plus(m.total().minus(own.mean()).times(root)));
                }
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
        if (square.signum() == 0) {
            return Ratio.ZERO;
        }
        var radicand = square.round(2 * ROOT_DECIMALS, RoundingMode.HALF_UP);
        var context = new MathContext(Math.max(1, radicand.precision()) + ROOT_DECIMALS, RoundingMode.HALF_UP);
        return Ratio.of(radicand.sqrt(context).setScale(ROOT_DECIMALS, RoundingMode.HALF_UP));
    }

    /** Count, exact mean and exact variance (divided by the count) of some figures. */
    record Moments(int count, Ratio mean, Ratio variance) {
        static Moments of(List<Ratio> figures) {
            var mean = Ratio.sum(figures).dividedBy(figures.size());
            var squares = new Ratio.Sum();
            figures.forEach(figure -> squares.addProduct(figure, figure));
            return new Moments(
                    figures.size(),
                    mean,
                    squares.ratio().dividedBy(figures.size()).minus(mean.times(mean)));
        }

        BigDecimal deviation() {
            return root(variance).round(SHOWN_DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
