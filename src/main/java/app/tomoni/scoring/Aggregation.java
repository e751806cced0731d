package app.tomoni.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one figure that a rule's aggregate makes of a proposal's sheets. */
final class Aggregation {

    private final Rule rule;
    private final ScoredProposal proposal;
    private final Scale scale;
    private final Trace trace;

    Aggregation(Rule rule, ScoredProposal proposal, Scale scale, Trace trace) {
        this.rule = rule;
        this.proposal = proposal;
        this.scale = scale;
        this.trace = trace;
    }

    /** @return null when the sheets cannot say, so that people must: a side without sheets, a draw of verdicts */
    @Nullable
    Ratio of(List<Assessment.Marked> sheets, List<Ratio> totals, Map<String, Ratio> means) {
        return switch (rule.aggregate()) {
            case Aggregate.Sum sum -> tell("sum", totals, Ratio.sum(totals));
            case Aggregate.Mean mean -> mean(totals);
            case Aggregate.MeanOfCriteriaThenSum m -> sumOfMeans(means);
            case Aggregate.TrimmedMean trimmed -> trimmed(trimmed, sheets, totals);
            case Aggregate.RankSum ranks -> tell("rankSum", totals, Ratio.sum(totals));
            case Aggregate.SumTo100 percent -> percent(totals);
            case Aggregate.Consensus consensus -> consensus(totals);
            case Aggregate.PartySplit split -> parties(split, sheets);
            case Aggregate.Verdict verdict -> verdict(verdict, totals);
        };
    }

    /** The figure that follows from published means alone. */
    Ratio fromMeans(Map<String, Ratio> means, int sheets) {
        Weights.tell(rule, proposal, trace);
        var mean = sumOfMeans(means);
        return switch (rule.aggregate()) {
            case Aggregate.Sum sum -> timesSheets(mean, sheets);
            case Aggregate.SumTo100 percent -> percent(List.of(mean));
            default -> mean;
        };
    }

    private Ratio timesSheets(Ratio mean, int sheets) {
        var figure = mean.times(sheets);
        trace.add("timesSheets", proposal.id(), "mean", mean, "sheets", sheets, "figure", figure);
        return figure;
    }

    private Ratio percent(List<Ratio> totals) {
        var sum = Ratio.sum(totals);
        var max = scale.sheetHighest().times(totals.size());
        var figure = sum.times(100).dividedBy(max);
        trace.add("sumTo100", proposal.id(), "of", List.copyOf(totals), "sum", sum, "max", max, "figure", figure);
        return figure;
    }

    private Ratio tell(String code, List<Ratio> totals, Ratio figure) {
        trace.add(code, proposal.id(), "of", List.copyOf(totals), "figure", figure);
        return figure;
    }

    private Ratio mean(List<Ratio> totals) {
        return tell("mean", totals, Ratio.sum(totals).dividedBy(totals.size()));
    }

    private Ratio sumOfMeans(Map<String, Ratio> means) {
        var parts = new ArrayList<Ratio>();
        for (var criterion : rule.criteriaFor(proposal)) {
            parts.add(part(criterion, means.getOrDefault(criterion.id(), Ratio.ZERO)));
        }
        var sum = tell("sumOfMeans", parts, Ratio.sum(parts));
        var factor = rule.factorFor(proposal);
        if (factor.equals(Ratio.ONE)) {
            return sum;
        }
        var figure = sum.times(factor);
        trace.add("timesFactor", proposal.id(), "before", sum, "factor", factor, "figure", figure);
        return figure;
    }

    private Ratio part(Criterion criterion, Ratio mean) {
        var counted = rule.rounding().counted(mean);
        var part = counted.times(criterion.weight());
        if (rule.rounding().at() == Rule.At.CRITERION) {
            trace.add(
                    "meanRounded",
                    proposal.id(),
                    "criterion",
                    criterion.id(),
                    "mean",
                    mean,
                    "mode",
                    rule.rounding().mode(),
                    "rounded",
                    rule.rounding().criterion(mean).toPlainString(),
                    "weight",
                    criterion.weight(),
                    "part",
                    part);
        }
        return part;
    }

    private Ratio trimmed(Aggregate.TrimmedMean trim, List<Assessment.Marked> sheets, List<Ratio> totals) {
        if (totals.size() < trim.needsAtLeast()) {
            if (!trim.fallbackToMean()) {
                throw new ScoringRefusal(
                        ScoringRefusal.Source.SHEETS,
                        "/" + proposal.id(),
                        "trim.tooFew",
                        proposal.id(),
                        sheets.size(),
                        trim.needsAtLeast());
            }
            trace.add("trimFallback", proposal.id(), "sheets", totals.size(), "needsAtLeast", trim.needsAtLeast());
            return mean(totals);
        }
        var sorted = totals.stream().sorted().toList();
        int last = sorted.size() - trim.dropHigh();
        var kept = sorted.subList(trim.dropLow(), last);
        trace.add(
                "trim", proposal.id(),
                "low", List.copyOf(sorted.subList(0, trim.dropLow())),
                "high", List.copyOf(sorted.subList(last, sorted.size())));
        return mean(kept);
    }

    private Ratio consensus(List<Ratio> totals) {
        if (totals.size() > 1) {
            throw new ScoringRefusal(
                    ScoringRefusal.Source.SHEETS, "/" + proposal.id(), "consensus.several", proposal.id());
        }
        return tell("consensus", totals, totals.getFirst());
    }

    private @Nullable Ratio parties(Aggregate.PartySplit split, List<Assessment.Marked> sheets) {
        var parts = new ArrayList<Ratio>();
        for (var party : split.parties()) {
            var totals = sheets.stream()
                    .filter(m -> party.id().equals(m.sheet().party()))
                    .map(Assessment.Marked::total)
                    .toList();
            if (totals.isEmpty()) {
                trace.add("partyMissing", proposal.id(), "party", party.id());
                return null;
            }
            var mean = Ratio.sum(totals).dividedBy(totals.size());
            var max = scale.sheetHighest();
            var part = mean.times(party.share()).dividedBy(max);
            parts.add(part);
            trace.add(
                    "party", proposal.id(),
                    "party", party.id(),
                    "of", totals,
                    "mean", mean,
                    "max", max,
                    "share", party.share(),
                    "part", part);
        }
        return tell("sum", parts, Ratio.sum(parts));
    }

    private @Nullable Ratio verdict(Aggregate.Verdict verdict, List<Ratio> marks) {
        var counts = new int[verdict.grades().size() + 1];
        marks.forEach(mark -> counts[(int) mark.floorTo(1)]++);
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = Math.max(most, counts[i]);
        }
        Ratio found = null;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] == most && found != null) {
                trace.add("verdictDraw", proposal.id(), "sheets", marks.size());
                return null;
            }
            found = counts[i] == most ? Ratio.of(i) : found;
        }
        if (found != null) {
            trace.add("verdict", proposal.id(), "grade", verdict.at(found).id(), "given", most, "of", marks.size());
        }
        return found;
    }
}
