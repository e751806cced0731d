package app.tomoni.scoring;

import app.tomoni.scoring.Result.Reason;
import app.tomoni.scoring.Result.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who meets every threshold of the rule. */
final class Screening {

    private final Rule rule;
    private final Trace trace;

    Screening(Rule rule, Trace trace) {
        this.rule = rule;
        this.trace = trace;
    }

    void run(List<Candidate> candidates) {
        checkLines(candidates);
        for (var candidate : candidates) {
            candidate.assessed.out().stream().findFirst().ifPresent(reason -> fail(candidate, reason));
        }
        for (var candidate : candidates) {
            if (candidate.total == null) {
                if (candidate.verdict == null) {
                    candidate.decide(Verdict.TO_DELIBERATE, Reason.NO_FIGURE);
                }
                continue;
            }
            for (var threshold : rule.thresholds()) {
                meet(candidate, threshold, candidates);
            }
            grade(candidate);
        }
    }

    private void meet(Candidate candidate, Threshold threshold, List<Candidate> all) {
        switch (threshold) {
            case Threshold.TotalPoints line -> total(candidate, line.points(), line.raw(), Reason.BELOW_TOTAL);
            case Threshold.TotalPercent line ->
                total(
                        candidate,
                        line.percent().times(candidate.assessed.highest()).dividedBy(100),
                        line.raw(),
                        Reason.BELOW_TOTAL);
            case Threshold.Baseline line ->
                total(candidate, baseline(line, candidate, all), false, Reason.BELOW_BASELINE);
            case Threshold.EachCriterionPoints line -> each(candidate, line.criteria(), line.points(), null);
            case Threshold.EachCriterionPercent line -> each(candidate, line.criteria(), null, line.percent());
            case Threshold.Veto veto -> {}
            case Threshold.Disqualify line -> {}
        }
    }

    private void total(Candidate candidate, Ratio line, boolean raw, Reason reason) {
        var total = candidate.total;
        var figure = raw && total != null ? total : candidate.publishedFigure();
        boolean met = figure.compareTo(line) >= 0;
        var kind = reason == Reason.BELOW_BASELINE ? "baseline" : "line";
        trace.add(kind + (met ? "Met" : "Missed"), candidate.id(), "figure", figure, "line", line);
        if (!met) {
            fail(candidate, reason);
        }
    }

    private void each(Candidate candidate, List<String> named, @Nullable Ratio points, @Nullable Ratio percent) {
        for (var criterion : rule.criteriaFor(candidate.assessed.proposal())) {
            var mean = candidate.assessed.means().get(criterion.id());
            boolean looked = named.isEmpty()
                    ? !(criterion.scale() instanceof Criterion.Scale.YesNo)
                    : named.contains(criterion.id());
            if (!looked || mean == null) {
                continue;
            }
            var figure = Ratio.of(rule.rounding().criterion(mean));
            var line = points != null || percent == null
                    ? points == null ? Ratio.ZERO : points
                    : percent.times(criterion.max()).dividedBy(100);
            boolean met = figure.compareTo(line) >= 0;
            trace.add(
                    met ? "criterionMet" : "criterionMissed",
                    candidate.id(),
                    "criterion",
                    criterion.id(),
                    "figure",
                    figure,
                    "line",
                    line);
            if (!met) {
                fail(candidate, Reason.BELOW_CRITERION);
            }
        }
    }

    private Ratio baseline(Threshold.Baseline line, Candidate candidate, List<Candidate> all) {
        var figures = all.stream()
                .filter(c -> c.total != null)
                .map(Candidate::publishedFigure)
                .sorted()
                .toList();
        var base = switch (line.formula()) {
            case MIDPOINT_OF_SCALE ->
                candidate.assessed.lowest().plus(candidate.assessed.highest()).dividedBy(2);
            case MIDPOINT_OF_TOTALS ->
                figures.getFirst().plus(figures.getLast()).dividedBy(2);
            case MEAN_OF_TOTALS -> Ratio.sum(figures).dividedBy(figures.size());
        };
        return base.times(line.factor());
    }

    private void grade(Candidate candidate) {
        if (rule.aggregate() instanceof Aggregate.Verdict verdict
                && verdict.at(candidate.publishedFigure()).meaning() == Aggregate.Meaning.DO_NOT_ADOPT) {
            fail(candidate, Reason.GRADE);
        }
    }

    /** A line that nobody could ever reach is a slip of the pen, not a strict city. */
    private void checkLines(List<Candidate> candidates) {
        for (int i = 0; i < rule.thresholds().size(); i++) {
            if (rule.thresholds().get(i) instanceof Threshold.TotalPoints line) {
                for (var candidate : candidates) {
                    if (candidate.total != null
                            && line.points().compareTo(candidate.assessed.highest()) > 0
                            && !(rule.votes() instanceof Rule.Votes.SecondRoundBonus)) {
                        throw new ScoringRefusal(
                                ScoringRefusal.Source.RULE,
                                "/thresholds/" + i + "/points",
                                "threshold.aboveMax",
                                line.points(),
                                candidate.assessed.highest());
                    }
                }
            }
        }
    }

    private static void fail(Candidate candidate, Reason reason) {
        if (candidate.verdict == null) {
            candidate.decide(Verdict.NOT_PASSED, reason);
        }
    }
}
