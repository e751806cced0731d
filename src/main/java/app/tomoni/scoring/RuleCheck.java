package app.tomoni.scoring;

import app.tomoni.scoring.Award.Basis;
import app.tomoni.scoring.Rule.Selection;
import app.tomoni.scoring.Rule.TieBreak;
import app.tomoni.scoring.ScoringRefusal.Source;
import java.util.HashSet;
import java.util.List;

/** What the parts of a rule demand of each other; a rule that cannot be fair is refused with the reason. */
final class RuleCheck {

    private final Rule rule;

    private RuleCheck(Rule rule) {
        this.rule = rule;
    }

    static Rule check(Rule rule) {
        var check = new RuleCheck(rule);
        check.criteria();
        check.aggregate();
        check.rounding();
        check.thresholds();
        check.ties();
        check.money();
        check.disclosure();
        return rule;
    }

    private void criteria() {
        boolean marksOfTheirOwn = !rule.holdsPoints();
        refuse(
                marksOfTheirOwn
                        ? !rule.criteria().isEmpty() || rule.sheetMax() != null
                        : rule.criteria().isEmpty() == (rule.sheetMax() == null),
                "",
                marksOfTheirOwn ? "rule.noPoints" : "rule.criteriaOrMax");
        var seen = new HashSet<String>();
        for (int i = 0; i < rule.criteria().size(); i++) {
            var criterion = rule.criteria().get(i);
            var at = "/criteria/" + i;
            refuse(!seen.add(criterion.id()), at + "/id", "rule.twice", criterion.id());
            refuse(criterion.id().startsWith("#"), at + "/id", "rule.hash");
            refuse(
                    criterion.appliesTo() != Criterion.AppliesTo.ALL && rule.renewal() == null,
                    at + "/appliesTo",
                    "rule.renewalMissing");
            switch (criterion.scale()) {
                case Criterion.Scale.Points points -> {
                    refuse(points.min().compareTo(criterion.max()) >= 0, at + "/scale/min", "rule.minAboveMax");
                    refuse(!criterion.allows(criterion.max()), at + "/scale/step", "rule.stepMax", criterion.max());
                }
                case Criterion.Scale.Levels levels -> levels(criterion, levels, at + "/scale/levels");
                case Criterion.Scale.YesNo yesNo ->
                    refuse(!criterion.max().equals(Ratio.ONE), at + "/max", "rule.yesNoMax");
            }
        }
        for (var proposal : rule.criteria().isEmpty() ? List.<ScoredProposal>of() : kinds()) {
            refuse(new Scale(rule, proposal).sheetHighest().signum() == 0, "/criteria", "rule.sheetWithoutPoints");
        }
    }

    /** A new proposal and, where the rule tells them apart, a renewed one. */
    private List<ScoredProposal> kinds() {
        var renewal = rule.renewal();
        var first = ScoredProposal.entered("", 0L);
        return renewal == null
                ? List.of(first)
                : List.of(first, new ScoredProposal("", 0L, renewal.fromYear(), ScoredProposal.Status.ENTERED, null));
    }

    private void levels(Criterion criterion, Criterion.Scale.Levels levels, String at) {
        refuse(levels.levels().size() < 2, at, "rule.fewLevels");
        var marks = new HashSet<Ratio>();
        for (int i = 0; i < levels.levels().size(); i++) {
            var mark = levels.levels().get(i).mark();
            refuse(!marks.add(mark), at + "/" + i + "/mark", "rule.twice", mark);
            refuse(mark.compareTo(criterion.max()) > 0, at + "/" + i + "/mark", "rule.levelAboveMax", mark);
        }
        refuse(!marks.contains(criterion.max()), at, "rule.levelMax", criterion.max());
    }

    private void aggregate() {
        boolean exclude = rule.recusal() == Rule.Recusal.EXCLUDE;
        refuse(exclude && rule.aggregate().growsWithSheets(), "/recusal", sumRefused());
        // nobody is missing from a panel of one's own, so nothing could fill up to the size of another
        refuse(
                rule.panel() == Rule.Panel.PER_PROPOSAL && rule.aggregate().growsWithSheets(),
                "/panel",
                "rule.sumPerProposal");
        switch (rule.aggregate()) {
            case Aggregate.TrimmedMean trim ->
                refuse(
                        trim.needsAtLeast() <= trim.dropHigh() + trim.dropLow(),
                        "/aggregate/needsAtLeast",
                        "rule.trim",
                        trim.dropHigh() + trim.dropLow());
            case Aggregate.MeanOfCriteriaThenSum means ->
                refuse(rule.criteria().isEmpty(), "/aggregate/method", "rule.needsCriteria");
            case Aggregate.PartySplit split -> {
                refuse(split.parties().size() < 2, "/aggregate/parties", "rule.fewParties");
                unique(split.parties().stream().map(Aggregate.Party::id).toList(), "/aggregate/parties");
                refuse(!exclude, "/recusal", "rule.fillSenseless");
            }
            case Aggregate.Verdict verdict -> {
                refuse(verdict.grades().size() < 2, "/aggregate/grades", "rule.fewGrades");
                unique(verdict.grades().stream().map(Aggregate.Grade::id).toList(), "/aggregate/grades");
                refuse(!exclude, "/recusal", "rule.fillSenseless");
                refuse(rule.votes() != null, "/votes", "rule.noPoints");
                refuse(rule.renewal() != null, "/renewal", "rule.noPoints");
            }
            case Aggregate.Consensus consensus -> refuse(!exclude, "/recusal", "rule.fillSenseless");
            case Aggregate.RankSum ranks -> refuse(rule.votes() != null, "/votes", "rule.votesOnRanks");
            default -> {}
        }
    }

    private String sumRefused() {
        return rule.aggregate() instanceof Aggregate.Sum ? "rule.sumExclude" : "rule.rankSumExclude";
    }

    private void rounding() {
        refuse(
                rule.rounding().at() == Rule.At.CRITERION
                        && !(rule.aggregate() instanceof Aggregate.MeanOfCriteriaThenSum),
                "/rounding/at",
                "rule.roundingAt");
    }

    private void thresholds() {
        for (int i = 0; i < rule.thresholds().size(); i++) {
            var at = "/thresholds/" + i;
            switch (rule.thresholds().get(i)) {
                case Threshold.Total line -> {
                    points(at);
                    if (line.unit() == Threshold.Unit.PERCENT) {
                        percent(line.value(), at);
                    } else {
                        maximum(line.value(), at + "/points");
                    }
                }
                case Threshold.Baseline line -> {
                    points(at);
                    baseline(line, at + "/factor");
                }
                case Threshold.EachCriterion line -> {
                    if (line.unit() == Threshold.Unit.PERCENT) {
                        percent(line.value(), at);
                        looked(line.criteria(), at);
                    } else {
                        below(line.value(), line.criteria(), at, "/points");
                    }
                }
                case Threshold.Disqualify line -> below(line.anyItemBelow(), line.criteria(), at, "/anyItemBelow");
                case Threshold.Veto veto -> {
                    known(veto.criterion(), at + "/criterion");
                    refuse(
                            rule.criterion(veto.criterion())
                                    .filter(c -> veto.atMost().compareTo(c.max()) >= 0)
                                    .isPresent(),
                            at + "/atMost",
                            "rule.vetoAlways",
                            veto.atMost());
                }
            }
        }
    }

    private void points(String at) {
        refuse(rule.aggregate().lowerIsBetter(), at, "rule.lineOnRanks");
    }

    private void percent(Ratio percent, String at) {
        refuse(percent.compareTo(Ratio.of(100)) > 0, at + "/percent", "threshold.aboveMax", percent, 100);
    }

    /** Where the highest figure does not depend on the number of sheets, it is known before any sheet is. */
    private void maximum(Ratio points, String at) {
        if (rule.aggregate() instanceof Aggregate.Sum || rule.votes() != null || rule.renewal() != null) {
            return;
        }
        var highest = new Scale(rule, ScoredProposal.entered("", 0L)).highest(1);
        refuse(points.compareTo(highest) > 0, at, "threshold.aboveMax", points, highest);
    }

    /** Votes raise what can be reached; without them it is known before any sheet is. */
    private void baseline(Threshold.Baseline line, String at) {
        if (line.formula() != Threshold.Formula.MIDPOINT_OF_SCALE || rule.votes() != null) {
            return;
        }
        for (var proposal : kinds()) {
            var scale = new Scale(rule, proposal);
            var points = scale.lowest(1).plus(scale.highest(1)).dividedBy(2).times(line.factor());
            refuse(points.compareTo(scale.highest(1)) > 0, at, "threshold.aboveMax", points, scale.highest(1));
        }
    }

    private void looked(List<String> criteria, String at) {
        refuse(rule.criteria().isEmpty(), at, "rule.needsCriteria");
        for (int i = 0; i < criteria.size(); i++) {
            known(criteria.get(i), at + "/criteria/" + i);
        }
    }

    private void below(Ratio points, List<String> criteria, String at, String name) {
        looked(criteria, at);
        for (var criterion : rule.criteria()) {
            refuse(
                    Threshold.looksAt(criteria, criterion) && points.compareTo(criterion.max()) > 0,
                    at + name,
                    "threshold.aboveMax",
                    points,
                    criterion.max());
        }
    }

    private void ties() {
        for (int i = 0; i < rule.ties().size(); i++) {
            switch (rule.ties().get(i)) {
                case TieBreak.HigherCriterion higher -> {
                    var at = "/ties/" + i + "/criterion";
                    known(higher.criterion(), at);
                    refuse(
                            rule.criterion(higher.criterion())
                                    .filter(c -> c.appliesTo() == Criterion.AppliesTo.ALL)
                                    .isEmpty(),
                            at,
                            "rule.tieNotOnAll",
                            higher.criterion());
                }
                case TieBreak.ByPeople people -> refuse(i < rule.ties().size() - 1, "/ties/" + i, "rule.peopleLast");
                case TieBreak.SmallerRequest smaller -> {}
            }
        }
    }

    private void money() {
        var basis = rule.award().basis();
        boolean walks = rule.selection() instanceof Selection.WithinBudget;
        boolean budget = rule.budgetYen() != null;
        refuse(walks && !budget, "/selection", "rule.budgetMissing");
        refuse(basis instanceof Basis.Proportional && !budget, "/award", "rule.budgetMissing");
        refuse(budget && !rule.award().givesMoney(), "/budgetYen", "rule.budgetUnused");
        refuse(
                walks && (basis instanceof Basis.Proportional || basis instanceof Basis.Committee),
                "/award/type",
                "rule.walkNeedsAmounts");
        refuse(rule.award().dependsOnPoints() && rule.aggregate().lowerIsBetter(), "/award/type", "rule.lineOnRanks");
        if (basis instanceof Basis.Bands bands) {
            refuse(bands.bands().isEmpty(), "/award/bands", "rule.bands");
            for (int i = 0; i < bands.bands().size(); i++) {
                var band = bands.bands().get(i);
                var rate = band.rate();
                var at = "/award/bands/" + i;
                refuse(rate != null && rate.compareTo(Ratio.ONE) > 0, at + "/rate", "rule.rate");
                refuse(
                        i > 0 && band.from().compareTo(bands.bands().get(i - 1).from()) >= 0,
                        at + "/from",
                        "rule.bands");
            }
        }
    }

    private void disclosure() {
        refuse(
                rule.disclosure() == Rule.Disclosure.MEANS && rule.criteria().isEmpty(),
                "/disclosure",
                "rule.meansWithoutCriteria");
        refuse(
                rule.disclosure() == Rule.Disclosure.SHEETS
                        && rule.aggregate() instanceof Aggregate.RankSum ranks
                        && !ranks.sheetsHoldRanks(),
                "/disclosure",
                "rule.ranksBySheets");
    }

    private void known(String criterion, String at) {
        refuse(rule.criterion(criterion).isEmpty(), at, "rule.unknownCriterion", criterion);
    }

    private void unique(List<String> ids, String at) {
        var seen = new HashSet<String>();
        for (var id : ids) {
            refuse(!seen.add(id), at, "rule.twice", id);
        }
    }

    private static void refuse(boolean when, String at, String key, Object... arguments) {
        if (when) {
            throw new ScoringRefusal(Source.RULE, at, key, arguments);
        }
    }
}
