package app.tomoni.scoring;

import app.tomoni.scoring.Award.Basis;
import app.tomoni.scoring.Rule.Selection;
import app.tomoni.scoring.Rule.TieBreak;
import app.tomoni.scoring.Rule.Votes;
import app.tomoni.scoring.text.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a rule in its one canonical JSON form, every default spelt out. */
final class RuleWriter {

    private RuleWriter() {}

    static String write(Rule rule) {
        return JsonText.write(tree(rule), 2);
    }

    static Map<String, Object> tree(Rule rule) {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", RuleReader.FORMAT);
        if (!rule.id().isEmpty()) {
            json.put("id", rule.id());
        }
        json.put("name", label(rule.name()));
        if (rule.note() != null) {
            json.put("note", label(rule.note()));
        }
        if (!rule.criteria().isEmpty()) {
            json.put(
                    "criteria",
                    rule.criteria().stream().map(RuleWriter::criterion).toList());
        }
        put(json, "sheetMax", rule.sheetMax());
        json.put("aggregate", aggregate(rule.aggregate()));
        json.put("recusal", rule.recusal());
        json.put("panel", rule.panel());
        var rounding = rule.rounding();
        json.put(
                "rounding",
                object(
                        "decimals", rounding.decimals(),
                        "mode", rounding.mode(),
                        "at", rounding.at(),
                        "criterionDecimals", rounding.criterionDecimals()));
        if (rule.renewal() != null) {
            json.put(
                    "renewal",
                    object(
                            "fromYear",
                            rule.renewal().fromYear(),
                            "factor",
                            number(rule.renewal().factor())));
        }
        if (rule.votes() != null) {
            json.put(
                    "votes",
                    switch (rule.votes()) {
                        case Votes.SecondRoundBonus bonus ->
                            object("as", "SECOND_ROUND_BONUS", "pointsPerVote", number(bonus.pointsPerVote()));
                        case Votes.AudienceShare share -> object("as", "AUDIENCE_SHARE", "pool", number(share.pool()));
                    });
        }
        json.put(
                "thresholds",
                rule.thresholds().stream().map(RuleWriter::threshold).toList());
        json.put("ties", rule.ties().stream().map(RuleWriter::tie).toList());
        json.put("selection", selection(rule.selection()));
        if (rule.budgetYen() != null) {
            json.put("budgetYen", rule.budgetYen());
        }
        json.put("award", award(rule.award()));
        json.put("disclosure", rule.disclosure());
        json.put(
                "information",
                object(
                        "minSheets", rule.information().minSheets(),
                        "disagreementPercent", number(rule.information().disagreementPercent())));
        return json;
    }

    static Map<String, Object> label(Label label) {
        var json = object("ja", label.ja());
        if (label.en() != null) {
            json.put("en", label.en());
        }
        return json;
    }

    /** Whole numbers as numbers, everything else as text, so that no reader turns it into floating point. */
    static Object number(Ratio ratio) {
        return ratio.isWhole() ? (Object) ratio.floorTo(1) : ratio.toString();
    }

    private static void put(Map<String, Object> json, String key, @Nullable Ratio value) {
        if (value != null) {
            json.put(key, number(value));
        }
    }

    private static Map<String, Object> object(Object... members) {
        var json = new LinkedHashMap<String, Object>();
        for (int i = 0; i < members.length; i += 2) {
            json.put((String) members[i], members[i + 1]);
        }
        return json;
    }

    private static Map<String, Object> criterion(Criterion criterion) {
        return object(
                "id", criterion.id(),
                "name", label(criterion.name()),
                "max", number(criterion.max()),
                "weight", number(criterion.weight()),
                "appliesTo", criterion.appliesTo(),
                "scale",
                        switch (criterion.scale()) {
                            case Criterion.Scale.Points points ->
                                object("type", "POINTS", "min", number(points.min()), "step", number(points.step()));
                            case Criterion.Scale.Levels levels ->
                                object(
                                        "type",
                                        "LEVELS",
                                        "levels",
                                        levels.levels().stream()
                                                .map(l -> object("mark", number(l.mark()), "text", label(l.text())))
                                                .toList());
                            case Criterion.Scale.YesNo yesNo -> object("type", "YES_NO");
                        });
    }

    private static Map<String, Object> aggregate(Aggregate aggregate) {
        return switch (aggregate) {
            case Aggregate.Sum sum -> object("method", "SUM");
            case Aggregate.Mean mean -> object("method", "MEAN");
            case Aggregate.MeanOfCriteriaThenSum means -> object("method", "MEAN_OF_CRITERIA_THEN_SUM");
            case Aggregate.TrimmedMean trim ->
                object(
                        "method", "TRIMMED_MEAN",
                        "dropHigh", trim.dropHigh(),
                        "dropLow", trim.dropLow(),
                        "needsAtLeast", trim.needsAtLeast(),
                        "fallback", trim.fallbackToMean() ? "MEAN" : "NONE");
            case Aggregate.RankSum ranks ->
                object("method", "RANK_SUM", "sheets", ranks.sheetsHoldRanks() ? "RANKS" : "MARKS");
            case Aggregate.SumTo100 percent -> object("method", "SUM_TO_100");
            case Aggregate.Consensus consensus -> object("method", "CONSENSUS");
            case Aggregate.PartySplit split ->
                object(
                        "method",
                        "PARTY_SPLIT",
                        "parties",
                        split.parties().stream()
                                .map(p -> object("id", p.id(), "name", label(p.name()), "share", number(p.share())))
                                .toList());
            case Aggregate.Verdict verdict ->
                object(
                        "method",
                        "VERDICT",
                        "grades",
                        verdict.grades().stream()
                                .map(g -> object("id", g.id(), "name", label(g.name()), "meaning", g.meaning()))
                                .toList());
        };
    }

    private static Map<String, Object> threshold(Threshold threshold) {
        return switch (threshold) {
            case Threshold.Total line ->
                object(
                        "type",
                        "TOTAL",
                        RuleReader.name(line.unit()),
                        number(line.value()),
                        "on",
                        line.raw() ? "RAW" : "PUBLISHED");
            case Threshold.EachCriterion line ->
                named(
                        object("type", "EACH_CRITERION", RuleReader.name(line.unit()), number(line.value())),
                        line.criteria());
            case Threshold.Veto veto ->
                object(
                        "type", "VETO",
                        "criterion", veto.criterion(),
                        "atMost", number(veto.atMost()),
                        "by", veto.by());
            case Threshold.Disqualify line ->
                named(object("type", "DISQUALIFY", "anyItemBelow", number(line.anyItemBelow())), line.criteria());
            case Threshold.Baseline line ->
                object("type", "BASELINE", "formula", line.formula(), "factor", number(line.factor()));
        };
    }

    private static Map<String, Object> named(Map<String, Object> json, List<String> criteria) {
        if (!criteria.isEmpty()) {
            json.put("criteria", criteria);
        }
        return json;
    }

    private static Map<String, Object> tie(TieBreak tie) {
        return switch (tie) {
            case TieBreak.HigherCriterion higher -> object("by", "CRITERION", "criterion", higher.criterion());
            case TieBreak.SmallerRequest smaller -> object("by", "SMALLER_REQUEST");
            case TieBreak.ByPeople people -> object("by", people.who());
        };
    }

    private static Map<String, Object> selection(Selection selection) {
        return switch (selection) {
            case Selection.AllPassing all -> object("by", "ALL_PASSING");
            case Selection.Top top -> object("by", "TOP", "places", top.places(), "reserves", top.reserves());
            case Selection.WithinBudget within -> object("by", "WITHIN_BUDGET", "whenOver", within.whenOver());
        };
    }

    private static Map<String, Object> award(Award award) {
        var json = switch (award.basis()) {
            case Basis.None none -> object("type", "NONE");
            case Basis.Requested requested -> object("type", "REQUESTED");
            case Basis.Bands bands ->
                object(
                        "type",
                        "BANDS",
                        "bands",
                        bands.bands().stream().map(RuleWriter::band).toList());
            case Basis.Line line ->
                object(
                        "type", "LINE",
                        "baseYen", number(line.baseYen()),
                        "perPointYen", number(line.perPointYen()));
            case Basis.Proportional share -> object("type", "PROPORTIONAL");
            case Basis.Committee committee -> object("type", "COMMITTEE");
        };
        if (award.capYen() != null) {
            json.put("capYen", award.capYen());
        }
        if (award.givesMoney()) {
            json.put("unitYen", award.unitYen());
        }
        return json;
    }

    private static Map<String, Object> band(Award.Band band) {
        var json = object("from", number(band.from()));
        if (band.yen() != null) {
            json.put("yen", band.yen());
        }
        put(json, "rate", band.rate());
        return json;
    }
}
