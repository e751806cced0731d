package app.tomoni.scoring;

import java.util.List;
import java.util.Map;

/** The lowest and highest figure that sheets can give a proposal under a rule. */
final class Scale {

    private final Rule rule;
    private final Ratio sheetLowest;
    private final Ratio sheetHighest;

    Scale(Rule rule, ScoredProposal proposal) {
        var criteria = rule.criteriaFor(proposal);
        var factor = rule.factorFor(proposal);
        var sheetMax = rule.sheetMax();
        this.rule = rule;
        this.sheetLowest = Ratio.sum(criteria.stream()
                        .map(c -> rule.rounding().counted(c.min()).times(c.weight()))
                        .toList())
                .times(factor);
        this.sheetHighest = (sheetMax == null
                        ? Ratio.sum(criteria.stream()
                                .map(c -> rule.rounding().counted(c.max()).times(c.weight()))
                                .toList())
                        : sheetMax)
                .times(factor);
    }

    static Ratio weigh(List<Criterion> criteria, Map<String, Ratio> marks) {
        var sum = Ratio.ZERO;
        for (var criterion : criteria) {
            sum = sum.plus(marks.getOrDefault(criterion.id(), Ratio.ZERO).times(criterion.weight()));
        }
        return sum;
    }

    Ratio sheetHighest() {
        return sheetHighest;
    }

    Ratio lowest(int sheets) {
        return figure(sheetLowest, sheets);
    }

    /** Without what votes may add. */
    Ratio highestOfSheets(int sheets) {
        return figure(sheetHighest, sheets);
    }

    Ratio highest(int sheets) {
        var highest = highestOfSheets(sheets);
        return rule.votes() instanceof Rule.Votes.AudienceShare share ? highest.plus(share.pool()) : highest;
    }

    private Ratio figure(Ratio sheet, int sheets) {
        return switch (rule.aggregate()) {
            case Aggregate.Sum sum -> sheet.times(sheets);
            case Aggregate.SumTo100 percent -> percent(sheet);
            case Aggregate.PartySplit split ->
                Ratio.sum(split.parties().stream().map(Aggregate.Party::share).toList())
                        .times(percent(sheet))
                        .dividedBy(100);
            case Aggregate.RankSum ranks -> Ratio.ZERO;
            case Aggregate.Verdict verdict -> Ratio.ZERO;
            default -> sheet;
        };
    }

    private Ratio percent(Ratio sheet) {
        return sheetHighest.signum() == 0 ? Ratio.ZERO : sheet.times(100).dividedBy(sheetHighest);
    }
}
