package app.tomoni.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule whose parts contradict each other is refused where it does; a rule at its edges is not. */
class RuleCheckTest {

    private static final String FILL = "\"FILL_WITH_MEAN_OF_OTHERS\"";
    private static final String PER_PROPOSAL = "\"PER_PROPOSAL\"";
    private static final String RANKS = "{\"method\": \"RANK_SUM\", \"sheets\": \"RANKS\"}";
    private static final String RANKED_MARKS = "{\"method\": \"RANK_SUM\", \"sheets\": \"MARKS\"}";
    private static final String A = "{\"id\": \"A\", \"name\": {\"ja\": \"甲\"}, \"meaning\": \"ADOPT\"}";
    private static final String B = "{\"id\": \"B\", \"name\": {\"ja\": \"乙\"}, \"meaning\": \"DO_NOT_ADOPT\"}";
    private static final String X = "{\"id\": \"x\", \"name\": {\"ja\": \"側\"}, \"share\": 50}";
    private static final String GRADES = "{\"method\": \"VERDICT\", \"grades\": [" + A + ", " + B + "]}";
    private static final String WALK = "{\"by\": \"WITHIN_BUDGET\", \"whenOver\": \"STOP\"}";

    static Stream<Arguments> contradictions() {
        return Stream.of(
                criteria("/criteria/1/id", "rule.twice", line("a", 10, ""), line("a", 10, "")),
                criteria("/criteria/0/id", "rule.hash", line("#a", 10, "")),
                criteria("/criteria/0/appliesTo", "rule.renewalMissing", line("a", 10, ", \"appliesTo\": \"NEW\"")),
                criteria("/criteria/0/scale/min", "rule.minAboveMax", line("a", 10, points(10))),
                criteria("/criteria/0/max", "rule.yesNoMax", line("a", 2, ", \"scale\": {\"type\": \"YES_NO\"}")),
                criteria("/criteria/0/scale/levels", "rule.fewLevels", line("a", 5, levels(5))),
                criteria("/criteria/0/scale/levels/1/mark", "rule.twice", line("a", 5, levels(5, 5))),
                criteria("/criteria/0/scale/levels/1/mark", "rule.levelAboveMax", line("a", 5, levels(5, 6))),
                criteria("/criteria/0/scale/levels", "rule.levelMax", line("a", 5, levels(4, 3))),
                onTotals("/aggregate/method", "rule.needsCriteria", "aggregate", method("MEAN_OF_CRITERIA_THEN_SUM")),
                onTotals("/aggregate/parties", "rule.fewParties", "aggregate", parties(X)),
                onTotals("/aggregate/parties", "rule.twice", "aggregate", parties(X + ", " + X)),
                onTotals(
                        "/recusal",
                        "rule.fillSenseless",
                        "recusal",
                        FILL,
                        "aggregate",
                        parties(X + ", " + X.replace("\"x\"", "\"y\""))),
                onTotals("/recusal", "rule.fillSenseless", "recusal", FILL, "aggregate", method("CONSENSUS")),
                onVerdicts("/aggregate/grades", "rule.fewGrades", "aggregate", GRADES.replace(", " + B, "")),
                onVerdicts("/aggregate/grades", "rule.twice", "aggregate", GRADES.replace(B, A)),
                onVerdicts("/recusal", "rule.fillSenseless", "recusal", FILL),
                onVerdicts("/votes", "rule.noPoints", "votes", "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 1}"),
                onVerdicts("/renewal", "rule.noPoints", "renewal", "{\"fromYear\": 2, \"factor\": 1}"),
                onVerdicts("", "rule.noPoints", "sheetMax", "5"),
                onVerdicts("", "rule.noPoints", "criteria", "[" + line("a", 5, "") + "]"),
                onVerdicts("/thresholds/0", "rule.lineOnRanks", "thresholds", "[" + baseline() + "]"),
                onRanks("/votes", "rule.votesOnRanks", "votes", "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 1}"),
                onRanks("/disclosure", "rule.ranksBySheets", "disclosure", "\"SHEETS\""),
                onRanks(
                        "/award/type",
                        "rule.lineOnRanks",
                        "award",
                        "{\"type\": \"LINE\", \"baseYen\": 1, \"perPointYen\": 1}"),
                onCriteria(
                        "/rounding/at",
                        "rule.roundingAt",
                        "rounding",
                        "{\"decimals\": 1, \"mode\": \"HALF_UP\", \"at\": \"CRITERION\"}"),
                onTotals("/thresholds/0", "rule.needsCriteria", "thresholds", each("\"percent\": 50", "")),
                onCriteria("/thresholds/0/percent", "threshold.aboveMax", "thresholds", each("\"percent\": 101", "")),
                onCriteria("/thresholds/0/points", "threshold.aboveMax", "thresholds", each("\"points\": 11", "")),
                onCriteria(
                        "/thresholds/0/criteria/1",
                        "rule.unknownCriterion",
                        "thresholds",
                        each("\"percent\": 50", ", \"criteria\": [\"a\", \"z\"]")),
                onCriteria(
                        "/thresholds/0/criteria/0",
                        "rule.unknownCriterion",
                        "thresholds",
                        "[{\"type\": \"DISQUALIFY\", \"anyItemBelow\": 1, \"criteria\": [\"z\"]}]"),
                onCriteria(
                        "/thresholds/0/anyItemBelow",
                        "threshold.aboveMax",
                        "thresholds",
                        "[{\"type\": \"DISQUALIFY\", \"anyItemBelow\": 11}]"),
                onCriteria("/thresholds/0/criterion", "rule.unknownCriterion", "thresholds", veto("z", 1)),
                onCriteria("/thresholds/0/atMost", "rule.vetoAlways", "thresholds", veto("a", 11)),
                onCriteria("/thresholds/0/atMost", "rule.vetoAlways", "thresholds", veto("a", 10)),
                onCriteria(
                        "/thresholds/0/factor",
                        "threshold.aboveMax",
                        "thresholds",
                        "[" + baseline().replace("}", ", \"factor\": \"2.01\"}") + "]"),
                criteria("/criteria/0/scale/step", "rule.stepMax", line("a", 10, steps(0, 3))),
                criteria("/criteria/0/scale/step", "rule.stepMax", line("a", 10, steps(1, 2))),
                criteria("/criteria", "rule.sheetWithoutPoints", line("a", 10, ", \"weight\": 0")),
                onRenewal(
                        "/criteria",
                        "rule.sheetWithoutPoints",
                        "criteria",
                        "[" + line("a", 10, ", \"appliesTo\": \"RENEWAL\"") + "]"),
                onRenewal(
                        "/ties/0/criterion",
                        "rule.tieNotOnAll",
                        "criteria",
                        "[" + line("a", 10, ", \"appliesTo\": \"NEW\"") + ", " + line("b", 10, "") + "]",
                        "ties",
                        "[{\"by\": \"CRITERION\", \"criterion\": \"a\"}]"),
                onTotals(
                        "/panel",
                        "rule.sumPerProposal",
                        "panel",
                        PER_PROPOSAL,
                        "recusal",
                        FILL,
                        "aggregate",
                        method("SUM")),
                onRanks("/panel", "rule.sumPerProposal", "panel", PER_PROPOSAL),
                onCriteria(
                        "/thresholds/0/points",
                        "threshold.aboveMax",
                        "thresholds",
                        "[{\"type\": \"TOTAL\", \"points\": 21}]"),
                onTotals("/award", "rule.budgetMissing", "award", "{\"type\": \"PROPORTIONAL\"}"),
                onTotals("/budgetYen", "rule.budgetUnused", "budgetYen", "1"),
                onTotals(
                        "/award/type",
                        "rule.walkNeedsAmounts",
                        "selection",
                        WALK,
                        "budgetYen",
                        "1",
                        "award",
                        "{\"type\": \"COMMITTEE\"}"),
                onTotals(
                        "/award/type",
                        "rule.walkNeedsAmounts",
                        "selection",
                        WALK,
                        "budgetYen",
                        "1",
                        "award",
                        "{\"type\": \"PROPORTIONAL\"}"),
                onTotals("/award/bands", "rule.bands", "award", bands("")),
                onTotals("/award/bands/0/rate", "rule.rate", "award", bands("{\"from\": 1, \"rate\": \"1.01\"}")),
                onTotals(
                        "/award/bands/1/from",
                        "rule.bands",
                        "award",
                        bands("{\"from\": 1, \"rate\": 1}, {\"from\": 1, \"yen\": 5}")));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void is_refused(String at, String key, String rule) {
        var refusal = catchThrowableOfType(ScoringRefusal.class, () -> Rule.parse(rule));

        assertThat(refusal).isNotNull();
        assertThat(refusal.source()).isEqualTo(ScoringRefusal.Source.RULE);
        assertThat(refusal.at()).isEqualTo(at);
        assertThat(refusal.key()).isEqualTo(key);
        assertThat(refusal.line()).isPositive();
        assertThat(refusal.message(Locale.JAPANESE)).doesNotContain("{");
    }

    static Stream<Arguments> edges() {
        return Stream.of(
                criteria("", "", line("a", 10, points(9)), line("b", 5, levels(5, 0))),
                criteria("", "", line("a", 1, ", \"scale\": {\"type\": \"YES_NO\"}")),
                onTotals("", "", "aggregate", parties(X + ", " + X.replace("\"x\"", "\"y\""))),
                onVerdicts("", ""),
                onRanks("", "", "disclosure", "\"TOTALS\"", "award", "{\"type\": \"REQUESTED\"}"),
                onRanks("", "", "aggregate", RANKS, "sheetMax", "", "disclosure", "\"SHEETS\""),
                onCriteria("", "", "thresholds", "[{\"type\": \"TOTAL\", \"points\": 20}]"),
                onCriteria("", "", "thresholds", "[{\"type\": \"TOTAL\", \"percent\": 100}]"),
                onCriteria("", "", "thresholds", each("\"points\": 10", "")),
                onCriteria("", "", "thresholds", each("\"percent\": 100", ", \"criteria\": [\"b\"]")),
                onCriteria("", "", "thresholds", veto("a", 9)),
                onCriteria("", "", "thresholds", "[" + baseline().replace("}", ", \"factor\": 2}") + "]"),
                criteria("", "", line("a", 10, steps(1, 3))),
                onTotals("", "", "panel", PER_PROPOSAL, "recusal", FILL),
                onRenewal("", "", "ties", "[{\"by\": \"CRITERION\", \"criterion\": \"a\"}]"),
                onCriteria(
                        "",
                        "",
                        "aggregate",
                        "{\"method\": \"SUM\"}",
                        "recusal",
                        FILL,
                        "thresholds",
                        "[{\"type\": \"TOTAL\", \"points\": 200}]"),
                onCriteria(
                        "",
                        "",
                        "votes",
                        "{\"as\": \"SECOND_ROUND_BONUS\", \"pointsPerVote\": 1}",
                        "thresholds",
                        "[{\"type\": \"TOTAL\", \"points\": 30}]"),
                onTotals(
                        "",
                        "",
                        "aggregate",
                        "{\"method\": \"TRIMMED_MEAN\", \"dropHigh\": 1, \"dropLow\": 1, \"needsAtLeast\": 3}"),
                onTotals("", "", "award", bands("{\"from\": 2, \"rate\": 1}, {\"from\": 1, \"yen\": 5}")),
                onTotals("", "", "rounding", "{\"decimals\": 6, \"mode\": \"HALF_UP\", \"at\": \"TOTAL\"}"),
                onTotals("", "", "award", "{\"type\": \"PROPORTIONAL\"}", "budgetYen", "0"));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void is_accepted(String at, String key, String rule) {
        assertThatCode(() -> Rule.parse(rule)).doesNotThrowAnyException();
        assertThat(Rule.parse(Rule.parse(rule).toJson())).isEqualTo(Rule.parse(rule));
    }

    private static Arguments criteria(String at, String key, String... lines) {
        return onCriteria(at, key, "criteria", "[" + String.join(", ", lines) + "]");
    }

    private static Arguments onCriteria(String at, String key, String... parts) {
        return arguments(at, key, Samples.criteria(map(Map.of(), parts)));
    }

    private static Arguments onRenewal(String at, String key, String... parts) {
        return arguments(at, key, Samples.criteria(map(Map.of("renewal", "{\"fromYear\": 2, \"factor\": 1}"), parts)));
    }

    private static Arguments onTotals(String at, String key, String... parts) {
        return arguments(at, key, Samples.totals(map(Map.of(), parts)));
    }

    private static Arguments onVerdicts(String at, String key, String... parts) {
        return arguments(at, key, Samples.totals(map(Map.of("sheetMax", "", "aggregate", GRADES), parts)));
    }

    private static Arguments onRanks(String at, String key, String... parts) {
        return arguments(at, key, Samples.totals(map(Map.of("aggregate", RANKED_MARKS, "recusal", FILL), parts)));
    }

    private static Map<String, String> map(Map<String, String> first, String... parts) {
        var map = new LinkedHashMap<>(first);
        for (int i = 0; i < parts.length; i += 2) {
            map.put(parts[i], parts[i + 1]);
        }
        return map;
    }

    private static String line(String id, int max, String more) {
        return "{\"id\": \"%s\", \"name\": {\"ja\": \"項目\"}, \"max\": %d%s}".formatted(id, max, more);
    }

    private static String points(int min) {
        return ", \"scale\": {\"type\": \"POINTS\", \"min\": " + min + "}";
    }

    private static String steps(int min, int step) {
        return ", \"scale\": {\"type\": \"POINTS\", \"min\": " + min + ", \"step\": " + step + "}";
    }

    private static String levels(Integer... marks) {
        var levels = Stream.of(marks)
                .map(mark -> "{\"mark\": " + mark + ", \"text\": {\"ja\": \"段階\"}}")
                .toList();
        return ", \"scale\": {\"type\": \"LEVELS\", \"levels\": [" + String.join(", ", levels) + "]}";
    }

    private static String method(String name) {
        return "{\"method\": \"" + name + "\"}";
    }

    private static String parties(String parties) {
        return "{\"method\": \"PARTY_SPLIT\", \"parties\": [" + parties + "]}";
    }

    private static String bands(String bands) {
        return "{\"type\": \"BANDS\", \"bands\": [" + bands + "]}";
    }

    private static String baseline() {
        return "{\"type\": \"BASELINE\", \"formula\": \"MIDPOINT_OF_SCALE\"}";
    }

    private static String each(String line, String more) {
        return "[{\"type\": \"EACH_CRITERION\", " + line + more + "}]";
    }

    private static String veto(String criterion, int atMost) {
        return "[{\"type\": \"VETO\", \"criterion\": \"%s\", \"atMost\": %d, \"by\": \"MAJORITY\"}]"
                .formatted(criterion, atMost);
    }
}
