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
            case Aggregate.SumTo100 percent ->
                tell(
                        "sumTo100",
                        totals,
                        Ratio.sum(totals)
                                .times(100)
                                .dividedBy(scale.sheetHighest().times(totals.size())));
            case Aggregate.Consensus consensus -> consensus(totals);
            case Aggregate.PartySplit split -> parties(split, sheets);
            case Aggregate.Verdict verdict -> verdict(verdict, totals);
        };
    }

    /** The figure that follows from published means alone. */
    Ratio fromMeans(Map<String, Ratio> means, int sheets) {
        var mean = Scale.weigh(rule.criteriaFor(proposal), means).times(rule.factorFor(proposal));
        return switch (rule.aggregate()) {
            case Aggregate.Sum sum -> mean.times(sheets);
            case Aggregate.MeanOfCriteriaThenSum m -> sumOfMeans(means);
            case Aggregate.SumTo100 percent -> mean.times(100).dividedBy(scale.sheetHighest());
            default -> mean;
        };
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
            var mean = means.getOrDefault(criterion.id(), Ratio.ZERO);
            parts.add(rule.rounding().counted(mean).times(criterion.weight()));
        }
        return tell("sumOfMeans", parts, Ratio.sum(parts).times(rule.factorFor(proposal)));
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
            var part = Ratio.sum(totals)
                    .dividedBy(totals.size())
                    .times(party.share())
                    .dividedBy(scale.sheetHighest());
            parts.add(part);
            trace.add("party", proposal.id(), "party", party.id(), "of", totals, "share", party.share(), "part", part);
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
