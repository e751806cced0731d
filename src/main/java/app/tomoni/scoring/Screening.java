package app.tomoni.scoring;

import app.tomoni.scoring.Result.Reason;
import app.tomoni.scoring.Result.Verdict;
import java.util.List;

/** Who meets every threshold of the rule. */
final class Screening {

    private final Rule rule;
    private final Outcomes outcomes;
    private final Trace trace;

    Screening(Rule rule, Outcomes outcomes, Trace trace) {
        this.rule = rule;
        this.outcomes = outcomes;
        this.trace = trace;
    }

    void run(List<Candidate> candidates) {
        checkLines(candidates);
        for (var candidate : candidates) {
            for (var reason : List.of(Reason.VETO, Reason.DISQUALIFIED)) {
                if (candidate.assessed.out().contains(reason)) {
                    fail(candidate, reason);
                }
            }
        }
        for (var candidate : candidates) {
            if (candidate.total == null) {
                if (candidate.verdict == null) {
                    withoutFigure(candidate);
                }
                continue;
            }
            for (var threshold : rule.thresholds()) {
                meet(candidate, threshold, candidates);
            }
            grade(candidate);
        }
    }

    private void withoutFigure(Candidate candidate) {
        var why = outcomes.excluded(candidate.id());
        candidate.decide(why.isPresent() ? Verdict.NOT_PASSED : Verdict.TO_DELIBERATE, Reason.NO_FIGURE);
        why.ifPresent(reason -> trace.add("excludedOutcome", candidate.id(), "why", reason));
    }

    private void meet(Candidate candidate, Threshold threshold, List<Candidate> all) {
        switch (threshold) {
            case Threshold.Total line ->
                total(
                        candidate,
                        line.unit().line(line.value(), candidate.assessed.highest()),
                        line.raw(),
                        Reason.BELOW_TOTAL);
            case Threshold.Baseline line -> {
                var base = baseline(line, candidate, all);
                var points = base.times(line.factor());
                trace.add(
                        "baseline", candidate.id(),
                        "formula", line.formula(),
                        "base", base,
                        "factor", line.factor(),
                        "line", points);
                total(candidate, points, false, Reason.BELOW_BASELINE);
            }
            case Threshold.EachCriterion line -> each(candidate, line);
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

    private void each(Candidate candidate, Threshold.EachCriterion threshold) {
        boolean below = candidate.assessed.out().contains(Reason.BELOW_CRITERION);
        for (var criterion : lookedAt(rule, candidate.assessed, threshold)) {
            var figure = published(rule, candidate.assessed, criterion);
            var line = threshold.unit().line(threshold.value(), criterion.max());
            boolean met = figure.compareTo(line) >= 0;
            below |= !met;
            trace.add(
                    met ? "criterionMet" : "criterionMissed",
                    candidate.id(),
                    "criterion",
                    criterion.id(),
                    "figure",
                    figure,
                    "line",
                    line);
        }
        if (below) {
            fail(candidate, Reason.BELOW_CRITERION);
        }
    }

    /** What totals alone do not show, so that it has to be published beside them. */
    static boolean belowCriterion(Rule rule, Assessed assessed) {
        return rule.thresholds().stream()
                .anyMatch(t -> t instanceof Threshold.EachCriterion each && below(rule, assessed, each));
    }

    private static boolean below(Rule rule, Assessed assessed, Threshold.EachCriterion threshold) {
        return lookedAt(rule, assessed, threshold).stream()
                .anyMatch(criterion -> published(rule, assessed, criterion)
                                .compareTo(threshold.unit().line(threshold.value(), criterion.max()))
                        < 0);
    }

    /** Those whose means are known: all of them, unless only totals were published. */
    private static List<Criterion> lookedAt(Rule rule, Assessed assessed, Threshold.EachCriterion threshold) {
        return rule.criteriaFor(assessed.proposal()).stream()
                .filter(c -> Threshold.looksAt(threshold.criteria(), c))
                .filter(c -> assessed.means().containsKey(c.id()))
                .toList();
    }

    private static Ratio published(Rule rule, Assessed assessed, Criterion criterion) {
        return Ratio.of(rule.rounding().criterion(assessed.means().getOrDefault(criterion.id(), Ratio.ZERO)));
    }

    private Ratio baseline(Threshold.Baseline line, Candidate candidate, List<Candidate> all) {
        var figures = all.stream()
                .filter(c -> c.total != null)
                .map(Candidate::publishedFigure)
                .sorted()
                .toList();
        return switch (line.formula()) {
            case MIDPOINT_OF_SCALE ->
                candidate.assessed.lowest().plus(candidate.assessed.highest()).dividedBy(2);
            case MIDPOINT_OF_TOTALS ->
                figures.getFirst().plus(figures.getLast()).dividedBy(2);
            case MEAN_OF_TOTALS -> Ratio.sum(figures).dividedBy(figures.size());
        };
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
            if (rule.thresholds().get(i) instanceof Threshold.Total line && line.unit() == Threshold.Unit.POINTS) {
                for (var candidate : candidates) {
                    if (candidate.total != null
                            && line.value().compareTo(candidate.assessed.highest()) > 0
                            && !(rule.votes() instanceof Rule.Votes.SecondRoundBonus)) {
                        throw new ScoringRefusal(
                                ScoringRefusal.Source.RULE,
                                "/thresholds/" + i + "/points",
                                "threshold.aboveMax",
                                line.value(),
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
