package app.tomoni.call;

import app.tomoni.scoring.Rule;
import app.tomoni.shared.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a call says about scoring as the rule that the scoring module reads. */
final class ScoringRules {

    private static final String FORMAT = "tomoni-scoring-rule/1";

    private ScoringRules() {}

    /** @throws app.tomoni.scoring.ScoringRefusal when the parts do not make a rule */
    static String json(String title, List<Criterion> criteria, Ranking ranking, Money money, Disclosure disclosure) {
        var rule = Json.object();
        rule.put("format", FORMAT);
        rule.putObject("name").put("ja", title);
        var lines = rule.putArray("criteria");
        criteria.forEach(criterion -> line(lines.addObject(), criterion));
        method(rule.putObject("aggregate"), ranking.method());
        rule.put("recusal", ranking.missing().name());
        rule.put("panel", "WHOLE");
        rule.putObject("rounding")
                .put("decimals", ranking.decimals())
                .put("mode", "HALF_UP")
                .put("at", "TOTAL")
                .put("criterionDecimals", Math.max(1, ranking.decimals()));
        thresholds(rule, ranking);
        var ties = rule.putArray("ties");
        ranking.ties().forEach(tie -> tie(ties.addObject(), tie));
        choice(rule.putObject("selection"), ranking);
        var budget = money.budget();
        if (budget != null) {
            rule.put("budgetYen", budget.amount());
        }
        rule.putObject("award")
                .put("type", "REQUESTED")
                .put("capYen", money.ceiling().amount())
                .put("unitYen", money.roundingUnit().amount());
        rule.put("disclosure", disclosure.name());
        return Rule.parse(Json.write(rule)).toJson();
    }

    private static void line(ObjectNode line, Criterion criterion) {
        line.put("id", criterion.id());
        line.putObject("name").put("ja", criterion.name());
        line.put("max", criterion.maxPoints());
        var scale = line.putObject("scale");
        scale.put("type", criterion.scale().name());
        if (criterion.scale() == Scale.LEVELS) {
            var levels = scale.putArray("levels");
            for (var level : criterion.levels()) {
                levels.addObject().put("mark", level.points()).putObject("text").put("ja", level.text());
            }
        }
    }

    private static void method(ObjectNode aggregate, Ranking.Method method) {
        aggregate.put("method", method.name());
        if (method == Ranking.Method.TRIMMED_MEAN) {
            aggregate
                    .put("dropHigh", 1)
                    .put("dropLow", 1)
                    .put("needsAtLeast", 3)
                    .put("fallback", "MEAN");
        }
    }

    private static void thresholds(ObjectNode rule, Ranking ranking) {
        var thresholds = rule.putArray("thresholds");
        var pass = ranking.passPercent();
        if (pass != null) {
            thresholds.addObject().put("type", "TOTAL").put("percent", pass);
        }
        var each = ranking.eachPercent();
        if (each != null) {
            thresholds.addObject().put("type", "EACH_CRITERION").put("percent", each);
        }
    }

    private static void tie(ObjectNode json, Ranking.Tie tie) {
        switch (tie) {
            case Ranking.Tie.HigherCriterion higher ->
                json.put("by", "CRITERION").put("criterion", higher.criterion());
            case Ranking.Tie.SmallerRequest smaller -> json.put("by", "SMALLER_REQUEST");
            case Ranking.Tie.Deliberation deliberation -> json.put("by", "DELIBERATION");
            case Ranking.Tie.MajorityVote vote -> json.put("by", "MAJORITY_VOTE");
            case Ranking.Tie.Chair chair -> json.put("by", "CHAIR");
        }
    }

    private static void choice(ObjectNode selection, Ranking ranking) {
        switch (ranking.choice()) {
            case ALL_PASSING -> selection.put("by", "ALL_PASSING");
            case TOP ->
                selection.put("by", "TOP").put("places", ranking.places()).put("reserves", ranking.reserves());
            case BUDGET_STOP -> selection.put("by", "WITHIN_BUDGET").put("whenOver", "STOP");
            case BUDGET_OFFER -> selection.put("by", "WITHIN_BUDGET").put("whenOver", "OFFER_REMAINDER");
        }
    }
}
