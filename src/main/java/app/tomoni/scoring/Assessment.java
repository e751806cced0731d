package app.tomoni.scoring;

import app.tomoni.scoring.Result.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From sheets to one figure for each proposal. */
final class Assessment {

    /**
     * A sheet with its exact marks.
     *
     * @param total weights and renewal factor included
     * @param highest the highest possible total of such a sheet
     */
    record Marked(Sheet sheet, Map<String, Ratio> marks, Ratio total, Ratio highest) {}

    private final Rule rule;
    private final Entries entries;
    private final Trace trace;
    private final Map<String, List<Marked>> marked = new LinkedHashMap<>();

    Assessment(Rule rule, Entries entries, Trace trace) {
        this.rule = rule;
        this.entries = entries;
        this.trace = trace;
        for (var proposal : entries.ranked()) {
            marked.put(proposal.id(), mark(proposal));
        }
    }

    List<Assessed> run() {
        var ranks = rule.aggregate() instanceof Aggregate.RankSum rankSum
                ? ReviewerRanks.of(marked, rankSum.sheetsHoldRanks())
                : null;
        var all = new ArrayList<Assessed>();
        for (var proposal : entries.ranked()) {
            all.add(assess(proposal, ranks));
        }
        return all;
    }

    /** The scored sheets of each ranked proposal, by proposal id. */
    Map<String, List<Marked>> marked() {
        return marked;
    }

    private List<Marked> mark(ScoredProposal proposal) {
        var criteria = rule.criteriaFor(proposal);
        var factor = rule.factorFor(proposal);
        var highest = new Scale(rule, proposal).sheetHighest();
        var scored = new ArrayList<Marked>();
        for (var sheet : entries.sheets(proposal)) {
            if (sheet.isScored()) {
                var marks = exact(sheet, criteria);
                var total =
                        criteria.isEmpty() ? marks.getOrDefault(Sheet.TOTAL, Ratio.ZERO) : Scale.weigh(criteria, marks);
                scored.add(new Marked(sheet, marks, total.times(factor), highest));
            }
        }
        return scored;
    }

    /** In the order of the rule, as they stand on the sheet. */
    private static Map<String, Ratio> exact(Sheet sheet, List<Criterion> criteria) {
        var marks = new LinkedHashMap<String, Ratio>();
        if (criteria.isEmpty()) {
            marks.put(Sheet.TOTAL, exact(sheet, Sheet.TOTAL));
        }
        for (var criterion : criteria) {
            marks.put(criterion.id(), exact(sheet, criterion.id()));
        }
        return marks;
    }

    private static Ratio exact(Sheet sheet, String criterion) {
        return Ratio.of(sheet.marks().getOrDefault(criterion, BigDecimal.ZERO));
    }

    private Assessed assess(ScoredProposal proposal, @Nullable ReviewerRanks ranks) {
        var sheets = marked.getOrDefault(proposal.id(), List.of());
        tellSheets(proposal, sheets);
        var scale = new Scale(rule, proposal);
        int missing = entries.sheets(proposal).size() - sheets.size();
        int counting = rule.fillsGaps() && !sheets.isEmpty() ? sheets.size() + missing : sheets.size();
        if (sheets.isEmpty()) {
            trace.add("nobody", proposal.id());
            return new Assessed(proposal, 0, null, Map.of(), Set.of(), Ratio.ZERO, Ratio.ZERO);
        }
        var means = means(proposal, sheets);
        var totals = new ArrayList<>(sheets.stream()
                .map(m -> ranks == null ? m.total() : ranks.of(m.sheet()))
                .toList());
        if (ranks != null) {
            tellRanks(proposal, sheets, totals);
        }
        var fill = Ratio.sum(totals).dividedBy(totals.size());
        while (totals.size() < counting) {
            trace.add("fill", proposal.id(), "mean", fill, "others", sheets.size());
            totals.add(fill);
        }
        var figure = new Aggregation(rule, proposal, scale, trace).of(sheets, totals, means);
        return new Assessed(
                proposal,
                counting,
                figure,
                means,
                out(proposal, sheets),
                scale.lowest(counting),
                scale.highest(counting));
    }

    private void tellSheets(ScoredProposal proposal, List<Marked> scored) {
        for (var sheet : entries.sheets(proposal)) {
            if (!sheet.isScored()) {
                trace.add("leftOut", proposal.id(), "reviewer", sheet.reviewer(), "why", sheet.participation());
            }
        }
        var factor = rule.factorFor(proposal);
        Weights.tell(rule, proposal, trace);
        for (var m : scored) {
            var reviewer = m.sheet().reviewer();
            if (rule.aggregate() instanceof Aggregate.Verdict verdict) {
                trace.add(
                        "sheetGrade",
                        proposal.id(),
                        "reviewer",
                        reviewer,
                        "grade",
                        verdict.at(m.total()).id());
            } else if (rule.criteria().isEmpty()) {
                var written = m.marks().getOrDefault(Sheet.TOTAL, Ratio.ZERO);
                trace.add("sheetTotal", proposal.id(), "reviewer", reviewer, "total", written);
                if (!factor.equals(Ratio.ONE)) {
                    trace.add("timesFactor", proposal.id(), "before", written, "factor", factor, "figure", m.total());
                }
            } else if (factor.equals(Ratio.ONE)) {
                trace.add("sheet", proposal.id(), "reviewer", reviewer, "marks", m.marks(), "total", m.total());
            } else {
                var before = m.total().dividedBy(factor);
                trace.add(
                        "sheetRenewal",
                        proposal.id(),
                        "reviewer",
                        reviewer,
                        "marks",
                        m.marks(),
                        "before",
                        before,
                        "factor",
                        factor,
                        "total",
                        m.total());
            }
        }
    }

    private void tellRanks(ScoredProposal proposal, List<Marked> sheets, List<Ratio> ranks) {
        for (int i = 0; i < sheets.size(); i++) {
            trace.add(
                    "reviewerRank", proposal.id(),
                    "reviewer", sheets.get(i).sheet().reviewer(),
                    "rank", ranks.get(i));
        }
    }

    private Map<String, Ratio> means(ScoredProposal proposal, List<Marked> sheets) {
        var means = new LinkedHashMap<String, Ratio>();
        for (var criterion : rule.criteriaFor(proposal)) {
            var sum = Ratio.ZERO;
            for (var m : sheets) {
                sum = sum.plus(mark(m, criterion.id()));
            }
            means.put(criterion.id(), sum.dividedBy(sheets.size()));
        }
        if (!means.isEmpty()) {
            trace.add("means", proposal.id(), "sheets", sheets.size(), "means", means, "published", published(means));
        }
        return means;
    }

    private Map<String, String> published(Map<String, Ratio> means) {
        var published = new LinkedHashMap<String, String>();
        means.forEach(
                (id, mean) -> published.put(id, rule.rounding().criterion(mean).toPlainString()));
        return published;
    }

    private Set<Reason> out(ScoredProposal proposal, List<Marked> sheets) {
        var out = EnumSet.noneOf(Reason.class);
        for (var threshold : rule.thresholds()) {
            if (threshold instanceof Threshold.Veto veto && vetoed(proposal, sheets, veto)) {
                out.add(Reason.VETO);
            } else if (threshold instanceof Threshold.Disqualify line && disqualified(proposal, sheets, line)) {
                out.add(Reason.DISQUALIFIED);
            }
        }
        return out;
    }

    private boolean vetoed(ScoredProposal proposal, List<Marked> sheets, Threshold.Veto veto) {
        if (rule.criteriaFor(proposal).stream().noneMatch(c -> c.id().equals(veto.criterion()))) {
            return false;
        }
        int low = (int) sheets.stream()
                .filter(m -> mark(m, veto.criterion()).compareTo(veto.atMost()) <= 0)
                .count();
        boolean vetoed = veto.by().reachedBy(low, sheets.size());
        trace.add(
                vetoed ? "vetoed" : "notVetoed",
                proposal.id(),
                "criterion",
                veto.criterion(),
                "atMost",
                veto.atMost(),
                "low",
                low,
                "of",
                sheets.size());
        return vetoed;
    }

    private boolean disqualified(ScoredProposal proposal, List<Marked> sheets, Threshold.Disqualify line) {
        boolean out = false;
        for (var criterion : rule.criteriaFor(proposal)) {
            boolean looked = Threshold.looksAt(line.criteria(), criterion);
            for (var m : looked ? sheets : List.<Marked>of()) {
                var mark = mark(m, criterion.id());
                if (mark.compareTo(line.anyItemBelow()) < 0) {
                    out = true;
                    trace.add(
                            "disqualified", proposal.id(),
                            "reviewer", m.sheet().reviewer(),
                            "criterion", criterion.id(),
                            "mark", mark,
                            "below", line.anyItemBelow());
                }
            }
        }
        if (!out) {
            trace.add("notDisqualified", proposal.id(), "below", line.anyItemBelow());
        }
        return out;
    }

    private static Ratio mark(Marked sheet, String criterion) {
        return sheet.marks().getOrDefault(criterion, Ratio.ZERO);
    }
}
