package app.tomoni.scoring;

import static app.tomoni.scoring.Samples.ab;
import static app.tomoni.scoring.Samples.entered;
import static app.tomoni.scoring.Samples.sheets;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person reads when asking how a result came about, word for word. */
class TraceTest {

    private static final String FILL = "\"FILL_WITH_MEAN_OF_OTHERS\"";
    private static final String WEIGHED = "[{\"id\": \"a\", \"name\": {\"ja\": \"公益性\"}, \"max\": 10, \"weight\": 3},"
            + " {\"id\": \"b\", \"name\": {\"ja\": \"実現性\"}, \"max\": 10}]";

    /** One call for each way of deciding; the sentences stand in traces.txt. */
    enum Call {
        MEANS_LINES_AND_VETO,
        RENEWAL_AND_FILL,
        RANKS,
        SIDES,
        TRIMMED,
        VOTES_AND_PROPORTION,
        BUDGET_AND_OFFER,
        OFFER_ACCEPTED,
        TIE_AT_THE_BUDGET,
        TIES_BROKEN,
        PLACES,
        COMMITTEE,
        OVER_BUDGET,
        VERDICTS,
        PUBLISHED_MEANS,
        PUBLISHED_SUM,
        PUBLISHED_TOTALS,
        ROUNDED_AND_WEIGHED,
        STICKERS_AND_LINE,
        BANDS_AND_CHAIR
    }

    @ParameterizedTest
    @EnumSource
    void each_step_is_told(Call call) {
        var told = String.join("\n", result(call).trace().lines(Locale.JAPANESE));

        assertThat(told).isEqualTo(expected(call));
    }

    private static String expected(Call call) {
        var all = Run.resource("/app/tomoni/scoring/traces.txt");
        int from = all.indexOf("## " + call.name() + "\n") + call.name().length() + 4;
        int to = all.indexOf("\n## ", from);
        return all.substring(from, to < 0 ? all.length() : to).strip();
    }

    private static Result result(Call call) {
        return switch (call) {
            case MEANS_LINES_AND_VETO ->
                Scoring.evaluate(
                        criteria(
                                "thresholds",
                                "[{\"type\": \"TOTAL\", \"percent\": 50}, {\"type\": \"EACH_CRITERION\", \"points\": 4},"
                                        + " {\"type\": \"VETO\", \"criterion\": \"a\", \"atMost\": 2, \"by\": \"MAJORITY\"},"
                                        + " {\"type\": \"DISQUALIFY\", \"anyItemBelow\": 1},"
                                        + " {\"type\": \"BASELINE\", \"formula\": \"MEAN_OF_TOTALS\"}]",
                                "aggregate",
                                "{\"method\": \"MEAN_OF_CRITERIA_THEN_SUM\"}"),
                        entered("P", "Q", "R", "S"),
                        List.of(
                                ab("P", "r1", 9, 8),
                                Sheet.without("P", "r2", Participation.RECUSED),
                                ab("Q", "r1", 1, 9),
                                ab("Q", "r2", 2, 9),
                                ab("R", "r1", 9, 0),
                                ab("R", "r2", 9, 9),
                                ab("S", "r1", 3, 3),
                                ab("S", "r2", 3, 4)),
                        Outcomes.none());
            case RENEWAL_AND_FILL ->
                Scoring.evaluate(
                        criteria(
                                "aggregate", "{\"method\": \"SUM\"}",
                                "recusal", FILL,
                                "renewal", "{\"fromYear\": 2, \"factor\": \"5/7\"}"),
                        List.of(new ScoredProposal("P", null, 2, ScoredProposal.Status.ENTERED, null)),
                        List.of(
                                ab("P", "r1", 9, 8),
                                ab("P", "r2", 7, 7),
                                Sheet.without("P", "r3", Participation.ABSTAINED)),
                        Outcomes.none());
            case RANKS ->
                Scoring.evaluate(
                        totals("aggregate", "{\"method\": \"RANK_SUM\", \"sheets\": \"MARKS\"}", "recusal", FILL),
                        entered("P", "Q"),
                        all(sheets("P", 80, 70, null), sheets("Q", 70, 70, 50)),
                        Outcomes.none());
            case SIDES ->
                Scoring.evaluate(
                        totals(
                                "aggregate",
                                "{\"method\": \"PARTY_SPLIT\", \"parties\": [{\"id\": \"x\", \"name\": {\"ja\": \"担当課\"}, \"share\": 40},"
                                        + " {\"id\": \"y\", \"name\": {\"ja\": \"評価会\"}, \"share\": 60}]}"),
                        entered("P"),
                        List.of(side("r1", "x", 50), side("r2", "y", 80), side("r3", "y", 70)),
                        Outcomes.none());
            case TRIMMED ->
                Scoring.evaluate(
                        totals(
                                "aggregate",
                                "{\"method\": \"TRIMMED_MEAN\", \"dropHigh\": 1, \"dropLow\": 1, \"needsAtLeast\": 3, \"fallback\": \"MEAN\"}"),
                        entered("P", "Q", "R"),
                        all(sheets("P", 48, 41, 30), sheets("Q", 41, 38, null), sheets("R", null, null, null)),
                        Outcomes.none());
            case VOTES_AND_PROPORTION ->
                Scoring.evaluate(
                        totals(
                                "votes", "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 20}",
                                "award", "{\"type\": \"PROPORTIONAL\", \"capYen\": 90000, \"unitYen\": 1000}",
                                "budgetYen", "150000",
                                "aggregate", "{\"method\": \"SUM_TO_100\"}",
                                "thresholds", "[{\"type\": \"BASELINE\", \"formula\": \"MIDPOINT_OF_SCALE\"}]"),
                        List.of(
                                new ScoredProposal("P", 100_000L, 1, ScoredProposal.Status.ENTERED, 3L),
                                new ScoredProposal("Q", 30_000L, 1, ScoredProposal.Status.ENTERED, 1L)),
                        all(sheets("P", 70), sheets("Q", 70)),
                        Outcomes.none());
            case BUDGET_AND_OFFER -> budget(Outcomes.none(), 90, 80, 70);
            case OFFER_ACCEPTED ->
                budget(
                        new Outcomes(
                                List.of(),
                                List.of(new Outcomes.Given("B", Outcomes.ACCEPTED, "")),
                                List.of(),
                                List.of()),
                        90,
                        80,
                        70);
            case TIE_AT_THE_BUDGET -> budget(Outcomes.none(), 90, 90, 70);
            case TIES_BROKEN ->
                Scoring.evaluate(
                        criteria(
                                "ties",
                                "[{\"by\": \"CRITERION\", \"criterion\": \"a\"}, {\"by\": \"SMALLER_REQUEST\"}, {\"by\": \"DELIBERATION\"}]"),
                        entered("A", "B", "C"),
                        List.of(ab("A", "r", 5, 5), ab("B", "r", 5, 5), ab("C", "r", 6, 4)),
                        new Outcomes(
                                List.of(new Outcomes.TieOrder(List.of("B", "A"), "委員会で協議した。")),
                                List.of(),
                                List.of(),
                                List.of()));
            case PLACES ->
                Scoring.evaluate(
                        totals("selection", "{\"by\": \"TOP\", \"places\": 1, \"reserves\": 1}"),
                        List.of(
                                status("A", ScoredProposal.Status.WITHDRAWN_LATE),
                                status("B", ScoredProposal.Status.DECLINED),
                                status("C", ScoredProposal.Status.ENTERED),
                                status("D", ScoredProposal.Status.ENTERED),
                                status("E", ScoredProposal.Status.ENTERED),
                                status("F", ScoredProposal.Status.WITHDRAWN),
                                status("G", ScoredProposal.Status.INELIGIBLE)),
                        all(sheets("A", 90), sheets("B", 80), sheets("C", 70), sheets("D", 60), sheets("E", 50)),
                        Outcomes.none());
            case COMMITTEE ->
                Scoring.evaluate(
                        totals("award", "{\"type\": \"COMMITTEE\"}", "aggregate", "{\"method\": \"CONSENSUS\"}"),
                        entered("A", "B"),
                        all(sheets("A", 90), sheets("B", 80)),
                        new Outcomes(
                                List.of(),
                                List.of(),
                                List.of(new Outcomes.Amount("A", 60_000, "謝金を見直した。")),
                                List.of()));
            case OVER_BUDGET ->
                Scoring.evaluate(
                        totals("award", "{\"type\": \"REQUESTED\"}", "budgetYen", "150000"),
                        entered("A", "B"),
                        all(sheets("A", 90), sheets("B", 80)),
                        Outcomes.none());
            case VERDICTS -> {
                var rule = Rule.parse(Run.example("sagamihara"));
                yield Scoring.evaluate(
                        rule,
                        entered("P", "Q", "R"),
                        all(sheets("P", 2, 2, 1), sheets("Q", 1, 3, null), sheets("R", 3, 3, 3)),
                        new Outcomes(List.of(), List.of(), List.of(), List.of(new Outcomes.Given("Q", "B", "合議"))));
            }
            case PUBLISHED_MEANS ->
                Scoring.evaluate(
                        criteria(
                                "thresholds",
                                "[{\"type\": \"VETO\", \"criterion\": \"a\", \"atMost\": 2, \"by\": \"MAJORITY\"}]"),
                        entered("P", "Q"),
                        new Scores(
                                Scores.Level.MEANS,
                                List.of(),
                                List.of(
                                        new Scores.PublishedFigures(
                                                "P", 3, null, Map.of("a", Ratio.of(20, 3), "b", Ratio.of(5)), Set.of()),
                                        new Scores.PublishedFigures(
                                                "Q",
                                                3,
                                                null,
                                                Map.of("a", Ratio.of(4, 3), "b", Ratio.of(5)),
                                                Set.of(Result.Reason.VETO)))),
                        Outcomes.none());
            case PUBLISHED_SUM ->
                Scoring.evaluate(
                        criteria(
                                "aggregate",
                                "{\"method\": \"SUM\"}",
                                "recusal",
                                FILL,
                                "criteria",
                                WEIGHED,
                                "renewal",
                                "{\"fromYear\": 2, \"factor\": \"0.5\"}"),
                        List.of(new ScoredProposal("P", null, 2, ScoredProposal.Status.ENTERED, null)),
                        new Scores(
                                Scores.Level.MEANS,
                                List.of(),
                                List.of(new Scores.PublishedFigures(
                                        "P", 3, null, Map.of("a", Ratio.of(20, 3), "b", Ratio.of(5)), Set.of()))),
                        Outcomes.none());
            case ROUNDED_AND_WEIGHED ->
                Scoring.evaluate(
                        criteria(
                                "aggregate",
                                "{\"method\": \"MEAN_OF_CRITERIA_THEN_SUM\"}",
                                "criteria",
                                WEIGHED,
                                "rounding",
                                "{\"decimals\": 0, \"mode\": \"HALF_UP\", \"at\": \"CRITERION\", \"criterionDecimals\": 1}"),
                        entered("P"),
                        List.of(ab("P", "r1", 4, 5), ab("P", "r2", 4, 5), ab("P", "r3", 5, 5)),
                        Outcomes.none());
            case STICKERS_AND_LINE ->
                Scoring.evaluate(
                        totals(
                                "votes", "{\"as\": \"SECOND_ROUND_BONUS\", \"pointsPerVote\": 2}",
                                "award",
                                        "{\"type\": \"LINE\", \"baseYen\": -60000, \"perPointYen\": 2000, \"unitYen\": 1000}"),
                        List.of(
                                new ScoredProposal("P", 100_000L, 1, ScoredProposal.Status.ENTERED, 3L),
                                new ScoredProposal("Q", 100_000L, 1, ScoredProposal.Status.ENTERED, 0L)),
                        all(sheets("P", 80), sheets("Q", 10)),
                        Outcomes.none());
            case BANDS_AND_CHAIR ->
                Scoring.evaluate(
                        totals(
                                "ties", "[{\"by\": \"CHAIR\"}]",
                                "award",
                                        "{\"type\": \"BANDS\", \"unitYen\": 1000, \"bands\": [{\"from\": 80, \"rate\": \"2/3\"}, {\"from\": 60, \"yen\": 40000}]}"),
                        entered("A", "B", "C", "D"),
                        all(sheets("A", 80), sheets("B", 80), sheets("C", 60), sheets("D", 50)),
                        new Outcomes(
                                List.of(new Outcomes.TieOrder(List.of("B", "A"), "")),
                                List.of(),
                                List.of(),
                                List.of()));
            case PUBLISHED_TOTALS ->
                Scoring.evaluate(
                        totals(),
                        entered("P", "Q"),
                        new Scores(
                                Scores.Level.TOTALS,
                                List.of(),
                                List.of(
                                        new Scores.PublishedFigures("P", 3, Ratio.of(214, 3), Map.of(), Set.of()),
                                        new Scores.PublishedFigures("Q", 0, null, Map.of(), Set.of()))),
                        Outcomes.none());
        };
    }

    private static Result budget(Outcomes outcomes, int... points) {
        return Scoring.evaluate(
                totals(
                        "selection", "{\"by\": \"WITHIN_BUDGET\", \"whenOver\": \"OFFER_REMAINDER\"}",
                        "award", "{\"type\": \"REQUESTED\"}",
                        "budgetYen", "150000"),
                entered("A", "B", "C"),
                all(sheets("A", points[0]), sheets("B", points[1]), sheets("C", points[2])),
                outcomes);
    }

    private static Sheet side(String reviewer, String party, int total) {
        return new Sheet("P", reviewer, Participation.SCORED, party, Map.of(Sheet.TOTAL, BigDecimal.valueOf(total)));
    }

    private static ScoredProposal status(String id, ScoredProposal.Status status) {
        return new ScoredProposal(id, null, 1, status, null);
    }

    private static Rule totals(String... parts) {
        return Rule.parse(Samples.totals(map(parts)));
    }

    private static Rule criteria(String... parts) {
        return Rule.parse(Samples.criteria(map(parts)));
    }

    private static Map<String, String> map(String... parts) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < parts.length; i += 2) {
            map.put(parts[i], parts[i + 1]);
        }
        return map;
    }

    @SafeVarargs
    private static List<Sheet> all(List<Sheet>... sheets) {
        var all = new ArrayList<Sheet>();
        for (var each : sheets) {
            all.addAll(each);
        }
        return all;
    }
}
