package app.tomoni.scoring;

import app.tomoni.scoring.Award.Basis;
import app.tomoni.scoring.Rule.Selection;
import app.tomoni.scoring.Rule.TieBreak;
import app.tomoni.scoring.ScoringRefusal.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a rule from its JSON form; rule.schema.json describes the same form for people and other programs. */
final class RuleReader {

    static final String FORMAT = "tomoni-scoring-rule/1";

    private RuleReader() {}

    static Rule read(String json) {
        return Fields.parse(Source.RULE, json, tree -> read(Fields.of(Source.RULE, "", tree)));
    }

    static Rule read(Fields in) {
        in.format(FORMAT);
        in.optionalText("$schema");
        var rule = new Rule(
                in.optionalText("id").orElse(""),
                label(in.fields("name")),
                in.has("note") ? label(in.fields("note")) : null,
                in.has("criteria") ? in.list("criteria", RuleReader::criterion) : List.of(),
                in.has("sheetMax") ? in.positive("sheetMax") : null,
                aggregate(in.fields("aggregate")),
                in.one("recusal", Rule.Recusal.class),
                in.one("panel", Rule.Panel.class, Rule.Panel.WHOLE),
                rounding(in.fields("rounding")),
                in.has("renewal") ? renewal(in.fields("renewal")) : null,
                in.has("votes") ? votes(in.fields("votes")) : null,
                in.list("thresholds", RuleReader::threshold),
                in.list("ties", RuleReader::tie),
                selection(in.fields("selection")),
                in.has("budgetYen") ? (Long) in.yen("budgetYen") : null,
                award(in.fields("award")),
                in.one("disclosure", Rule.Disclosure.class),
                in.has("information") ? guard(in.fields("information")) : Rule.Guard.USUAL);
        return RuleCheck.check(in.end(rule));
    }

    private static Label label(Fields in) {
        return in.end(new Label(in.text("ja"), in.has("en") ? in.text("en") : null));
    }

    private static Criterion criterion(Fields in) {
        return in.end(new Criterion(
                in.text("id"),
                label(in.fields("name")),
                in.positive("max"),
                in.has("weight") ? in.atLeast("weight", Ratio.ZERO) : Ratio.ONE,
                in.one("appliesTo", Criterion.AppliesTo.class, Criterion.AppliesTo.ALL),
                in.has("scale") ? scale(in.fields("scale")) : new Criterion.Scale.Points(Ratio.ZERO, Ratio.ONE)));
    }

    private static Criterion.Scale scale(Fields in) {
        return in.end(
                switch (in.text("type")) {
                    case "POINTS" ->
                        new Criterion.Scale.Points(
                                in.has("min") ? in.atLeast("min", Ratio.ZERO) : Ratio.ZERO,
                                in.has("step") ? in.positive("step") : Ratio.ONE);
                    case "LEVELS" ->
                        new Criterion.Scale.Levels(in.list(
                                "levels",
                                level -> level.end(new Criterion.Level(
                                        level.atLeast("mark", Ratio.ZERO), label(level.fields("text"))))));
                    case "YES_NO" -> new Criterion.Scale.YesNo();
                    default -> throw in.unknown("type", "POINTS, LEVELS, YES_NO");
                });
    }

    private static Aggregate aggregate(Fields in) {
        return in.end(
                switch (in.text("method")) {
                    case "SUM" -> new Aggregate.Sum();
                    case "MEAN" -> new Aggregate.Mean();
                    case "MEAN_OF_CRITERIA_THEN_SUM" -> new Aggregate.MeanOfCriteriaThenSum();
                    case "TRIMMED_MEAN" ->
                        new Aggregate.TrimmedMean(
                                (int) in.whole("dropHigh", 0, 99),
                                (int) in.whole("dropLow", 0, 99),
                                (int) in.whole("needsAtLeast", 1, 999),
                                in.one("fallback", Fallback.class, Fallback.NONE) == Fallback.MEAN);
                    case "RANK_SUM" -> new Aggregate.RankSum(in.one("sheets", Held.class) == Held.RANKS);
                    case "SUM_TO_100" -> new Aggregate.SumTo100();
                    case "CONSENSUS" -> new Aggregate.Consensus();
                    case "PARTY_SPLIT" ->
                        new Aggregate.PartySplit(in.list(
                                "parties",
                                party -> party.end(new Aggregate.Party(
                                        party.text("id"), label(party.fields("name")), party.positive("share")))));
                    case "VERDICT" ->
                        new Aggregate.Verdict(in.list(
                                "grades",
                                grade -> grade.end(new Aggregate.Grade(
                                        grade.text("id"),
                                        label(grade.fields("name")),
                                        grade.one("meaning", Aggregate.Meaning.class)))));
                    default ->
                        throw in.unknown(
                                "method",
                                "SUM, MEAN, MEAN_OF_CRITERIA_THEN_SUM, TRIMMED_MEAN, RANK_SUM, SUM_TO_100, CONSENSUS,"
                                        + " PARTY_SPLIT, VERDICT");
                });
    }

    /** What applies when there are too few sheets to trim. */
    enum Fallback {
        MEAN,
        NONE
    }

    /** What reviewers write under a rank sum. */
    enum Held {
        MARKS,
        RANKS
    }

    private static Rule.Rounding rounding(Fields in) {
        int decimals = (int) in.whole("decimals", 0, 6);
        return in.end(new Rule.Rounding(
                decimals,
                in.one("mode", Rule.Mode.class),
                in.one("at", Rule.At.class),
                in.has("criterionDecimals") ? (int) in.whole("criterionDecimals", 0, 6) : Math.max(2, decimals)));
    }

    private static Rule.Renewal renewal(Fields in) {
        return in.end(new Rule.Renewal((int) in.whole("fromYear", 2, 99), in.positive("factor")));
    }

    private static Rule.Votes votes(Fields in) {
        return in.end(
                switch (in.text("as")) {
                    case "SECOND_ROUND_BONUS" -> new Rule.Votes.SecondRoundBonus(in.positive("pointsPerVote"));
                    case "AUDIENCE_SHARE" -> new Rule.Votes.AudienceShare(in.positive("pool"));
                    default -> throw in.unknown("as", "SECOND_ROUND_BONUS, AUDIENCE_SHARE");
                });
    }

    private static Threshold threshold(Fields in) {
        return in.end(
                switch (in.text("type")) {
                    case "TOTAL" -> {
                        var unit = unit(in);
                        yield new Threshold.Total(
                                in.atLeast(name(unit), Ratio.ZERO),
                                unit,
                                in.one("on", On.class, On.PUBLISHED) == On.RAW);
                    }
                    case "EACH_CRITERION" -> {
                        var unit = unit(in);
                        yield new Threshold.EachCriterion(in.atLeast(name(unit), Ratio.ZERO), unit, named(in));
                    }
                    case "VETO" ->
                        new Threshold.Veto(
                                in.text("criterion"),
                                in.atLeast("atMost", Ratio.ZERO),
                                in.one("by", Threshold.Quorum.class));
                    case "DISQUALIFY" -> new Threshold.Disqualify(in.atLeast("anyItemBelow", Ratio.ZERO), named(in));
                    case "BASELINE" ->
                        new Threshold.Baseline(
                                in.one("formula", Threshold.Formula.class),
                                in.has("factor") ? in.positive("factor") : Ratio.ONE);
                    default -> throw in.unknown("type", "TOTAL, EACH_CRITERION, VETO, DISQUALIFY, BASELINE");
                });
    }

    /** Which figure a line on the total looks at. */
    enum On {
        PUBLISHED,
        RAW
    }

    private static Threshold.Unit unit(Fields in) {
        return onlyOne(in, "points", "percent").equals("points") ? Threshold.Unit.POINTS : Threshold.Unit.PERCENT;
    }

    static String name(Threshold.Unit unit) {
        return unit == Threshold.Unit.POINTS ? "points" : "percent";
    }

    private static List<String> named(Fields in) {
        return in.has("criteria") ? in.texts("criteria") : List.of();
    }

    private static String onlyOne(Fields in, String one, String other) {
        if (in.has(one) == in.has(other)) {
            throw in.refused("key.onlyOne", one, other);
        }
        return in.has(one) ? one : other;
    }

    private static TieBreak tie(Fields in) {
        return in.end(
                switch (in.text("by")) {
                    case "CRITERION" -> new TieBreak.HigherCriterion(in.text("criterion"));
                    case "SMALLER_REQUEST" -> new TieBreak.SmallerRequest();
                    case "DELIBERATION", "MAJORITY_VOTE", "CHAIR" ->
                        new TieBreak.ByPeople(in.one("by", Rule.People.class));
                    default -> throw in.unknown("by", "CRITERION, SMALLER_REQUEST, DELIBERATION, MAJORITY_VOTE, CHAIR");
                });
    }

    private static Selection selection(Fields in) {
        return in.end(
                switch (in.text("by")) {
                    case "ALL_PASSING" -> new Selection.AllPassing();
                    case "TOP" ->
                        new Selection.Top(
                                (int) in.whole("places", 1, 9999),
                                in.has("reserves") ? (int) in.whole("reserves", 0, 9999) : 0);
                    case "WITHIN_BUDGET" -> new Selection.WithinBudget(in.one("whenOver", Rule.WhenOver.class));
                    default -> throw in.unknown("by", "ALL_PASSING, TOP, WITHIN_BUDGET");
                });
    }

    private static Award award(Fields in) {
        var basis = switch (in.text("type")) {
            case "NONE" -> new Basis.None();
            case "REQUESTED" -> new Basis.Requested();
            case "BANDS" -> new Basis.Bands(in.list("bands", RuleReader::band));
            case "LINE" -> new Basis.Line(in.ratio("baseYen"), in.atLeast("perPointYen", Ratio.ZERO));
            case "PROPORTIONAL" -> new Basis.Proportional();
            case "COMMITTEE" -> new Basis.Committee();
            default -> throw in.unknown("type", "NONE, REQUESTED, BANDS, LINE, PROPORTIONAL, COMMITTEE");
        };
        boolean money = !(basis instanceof Basis.None);
        @Nullable Long cap = money && in.has("capYen") ? (Long) in.yen("capYen") : null;
        return in.end(new Award(basis, cap, money && in.has("unitYen") ? in.whole("unitYen", 1, 1_000_000) : 1));
    }

    private static Award.Band band(Fields in) {
        boolean rate = onlyOne(in, "yen", "rate").equals("rate");
        return in.end(new Award.Band(
                in.atLeast("from", Ratio.ZERO),
                rate ? null : (Long) in.yen("yen"),
                rate ? in.atLeast("rate", Ratio.ZERO) : null));
    }

    private static Rule.Guard guard(Fields in) {
        return in.end(
                new Rule.Guard((int) in.whole("minSheets", 2, 999), in.atLeast("disagreementPercent", Ratio.ZERO)));
    }
}
