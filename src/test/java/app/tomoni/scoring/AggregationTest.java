package app.tomoni.scoring;

import static app.tomoni.scoring.Samples.ab;
import static app.tomoni.scoring.Samples.entered;
import static app.tomoni.scoring.Samples.sheets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.tomoni.scoring.Result.Reason;
import app.tomoni.scoring.Result.Standing;
import app.tomoni.scoring.Result.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of sheets under each method, line and kind of vote. */
class AggregationTest {

    private static final String FILL = "\"FILL_WITH_MEAN_OF_OTHERS\"";
    private static final String GRADES = "{\"method\": \"VERDICT\", \"grades\": ["
            + "{\"id\": \"A\", \"name\": {\"ja\": \"適当\"}, \"meaning\": \"ADOPT\"},"
            + "{\"id\": \"B\", \"name\": {\"ja\": \"修正\"}, \"meaning\": \"ADOPT_WITH_CONDITIONS\"},"
            + "{\"id\": \"C\", \"name\": {\"ja\": \"不可\"}, \"meaning\": \"DO_NOT_ADOPT\"}]}";

    @Test
    void verdicts_follow_the_most_frequent_and_a_draw_is_left_to_people() {
        var rule = Rule.parse(Samples.totals(Map.of("sheetMax", "", "aggregate", GRADES)));
        var scores = Scores.parse(rule, """
                proposal,reviewer,participation,criterion,score
                P,r1,SCORED,,Ａ
                P,r2,SCORED,,b
                P,r3,SCORED,,B
                Q,r1,SCORED,,A
                Q,r2,SCORED,,C
                Q,r3,RECUSED,,
                R,r1,SCORED,,C
                R,r2,SCORED,,C
                R,r3,SCORED,,A
                S,r1,SCORED,,A
                S,r2,SCORED,,A
                S,r3,ABSENT,,
                """);

        var drawn = Scoring.evaluate(rule, entered("P", "Q", "R", "S"), scores, Outcomes.none());
        assertThat(drawn.standings())
                .extracting(Standing::proposal, Standing::grade, Standing::rank, Standing::verdict)
                .containsExactly(
                        tuple("S", "A", 1, Verdict.ADOPT),
                        tuple("P", "B", 2, Verdict.ADOPT_WITH_CONDITIONS),
                        tuple("R", "C", 3, Verdict.NOT_PASSED),
                        tuple("Q", null, null, Verdict.TO_DELIBERATE));
        assertThat(drawn.information().spreads()).isEmpty();

        var decided = new Outcomes(List.of(), List.of(), List.of(), List.of(new Outcomes.Given("Q", "A", "合議")));
        var result = Scoring.evaluate(rule, entered("P", "Q", "R", "S"), scores, decided);
        assertThat(result.standing("Q").orElseThrow().grade()).isEqualTo("A");
        assertThat(result.isComplete()).isTrue();
        assertThat(Scoring.replay(result.trace().toJson()).trace().toJson())
                .isEqualTo(result.trace().toJson());
        var refused = new Outcomes(List.of(), List.of(), List.of(), List.of(new Outcomes.Given("P", "A", "")));
        assertThatThrownBy(() -> Scoring.evaluate(rule, entered("P", "Q", "R", "S"), scores, refused))
                .hasMessageContaining("outcome.verdictUnasked");
    }

    @Test
    void written_ranks_are_added_up_and_gaps_filled() {
        var rule = Rule.parse(Samples.totals(Map.of(
                "sheetMax", "", "aggregate", "{\"method\": \"RANK_SUM\", \"sheets\": \"RANKS\"}", "recusal", FILL)));
        var all = new ArrayList<Sheet>();
        all.addAll(sheets("X", 1, 2, 1));
        all.addAll(sheets("Y", 2, 1, null));
        all.addAll(sheets("Z", 3, 3, 2));

        var result = Scoring.evaluate(rule, entered("X", "Y", "Z"), all, Outcomes.none());

        assertThat(result.standings())
                .extracting(Standing::proposal, s -> s.total().toString(), Standing::rank)
                .containsExactly(tuple("X", "4", 1), tuple("Y", "4.5", 2), tuple("Z", "8", 3));
        assertThatThrownBy(() -> Scoring.evaluate(rule, entered("X"), sheets("X", 2), Outcomes.none()))
                .hasMessageContaining("sheet.markRange");
    }

    @Test
    void each_side_brings_its_share() {
        var rule = Rule.parse(Samples.totals(Map.of(
                "sheetMax",
                "50",
                "aggregate",
                "{\"method\": \"PARTY_SPLIT\", \"parties\": [{\"id\": \"x\", \"name\": {\"ja\": \"担当\"}, \"share\": 40},"
                        + " {\"id\": \"y\", \"name\": {\"ja\": \"評価会\"}, \"share\": 60}]}",
                "thresholds",
                "[{\"type\": \"TOTAL\", \"percent\": 76}]")));
        var scores = Scores.parse(rule, """
                proposal,reviewer,participation,criterion,score,party
                P,r1,SCORED,,50,x
                P,r2,SCORED,,40,y
                P,r3,SCORED,,20,y
                Q,r1,RECUSED,,,x
                Q,r2,SCORED,,40,y
                Q,r3,SCORED,,20,y
                """);

        var result = Scoring.evaluate(rule, entered("P", "Q"), scores, Outcomes.none());

        assertThat(result.standing("P").orElseThrow().total()).isEqualTo(Ratio.of(76));
        assertThat(result.standing("P").orElseThrow().verdict()).isEqualTo(Verdict.ADOPT);
        assertThat(result.standing("Q").orElseThrow().reason()).isEqualTo(Reason.NO_FIGURE);
        assertThat(String.join("", result.trace().lines(Locale.JAPANESE, "Q"))).contains("担当の採点がない");
        assertThatThrownBy(() -> Scoring.evaluate(rule, entered("P"), sheets("P", 1), Outcomes.none()))
                .hasMessageContaining("sheet.party");
    }

    @Test
    void an_agreed_score_is_one_sheet() {
        var rule = Rule.parse(Samples.totals(Map.of("aggregate", "{\"method\": \"CONSENSUS\"}")));

        assertThat(total(rule, sheets("P", 70))).isEqualTo("70");
        assertThatThrownBy(() -> total(rule, sheets("P", 70, 80))).hasMessageContaining("consensus.several");
    }

    @Test
    void renewed_projects_have_more_lines_and_a_factor() {
        var rule = Rule.parse(Samples.criteria(Map.of(
                "criteria",
                "[{\"id\": \"a\", \"name\": {\"ja\": \"公益性\"}, \"max\": 10, \"weight\": 2},"
                        + " {\"id\": \"b\", \"name\": {\"ja\": \"成果\"}, \"max\": 10, \"appliesTo\": \"RENEWAL\"},"
                        + " {\"id\": \"c\", \"name\": {\"ja\": \"新しさ\"}, \"max\": 10, \"appliesTo\": \"NEW\"}]",
                "renewal",
                "{\"fromYear\": 2, \"factor\": \"5/7\"}",
                "rounding",
                "{\"decimals\": 2, \"mode\": \"HALF_UP\", \"at\": \"TOTAL\"}")));
        var proposals = List.of(
                ScoredProposal.entered("N", null),
                new ScoredProposal("R", null, 2, ScoredProposal.Status.ENTERED, null));
        var sheets = List.of(
                Sheet.scored("N", "r", Map.of("a", BigDecimal.TEN, "c", BigDecimal.ONE)),
                Sheet.scored("R", "r", Map.of("a", BigDecimal.TEN, "b", BigDecimal.TEN)));

        var result = Scoring.evaluate(rule, proposals, sheets, Outcomes.none());

        assertThat(result.standings())
                .extracting(
                        Standing::proposal,
                        s -> s.published().toString(),
                        s -> s.total().toString())
                .containsExactly(tuple("R", "21.43", "150/7"), tuple("N", "21.00", "21"));
        assertThat(String.join("", result.trace().lines(Locale.JAPANESE, "R"))).contains("30点に継続事業の係数5/7");
    }

    @Test
    void a_veto_on_a_line_that_is_not_on_the_sheet_is_no_veto() {
        var rule = Rule.parse(Samples.criteria(Map.of(
                "criteria",
                "[{\"id\": \"a\", \"name\": {\"ja\": \"公益性\"}, \"max\": 10},"
                        + " {\"id\": \"n\", \"name\": {\"ja\": \"新しさ\"}, \"max\": 10, \"appliesTo\": \"NEW\"}]",
                "renewal",
                "{\"fromYear\": 2, \"factor\": 1}",
                "thresholds",
                "[{\"type\": \"VETO\", \"criterion\": \"n\", \"atMost\": 2, \"by\": \"MAJORITY\"}]")));
        var proposals = List.of(
                ScoredProposal.entered("N", null),
                new ScoredProposal("R", null, 2, ScoredProposal.Status.ENTERED, null));
        var sheets = List.of(
                Sheet.scored("N", "r", Map.of("a", BigDecimal.TEN, "n", BigDecimal.TWO)),
                Sheet.scored("R", "r", Map.of("a", BigDecimal.TEN)));

        var result = Scoring.evaluate(rule, proposals, sheets, Outcomes.none());

        assertThat(result.standing("N").orElseThrow().reason()).isEqualTo(Reason.VETO);
        assertThat(result.standing("R").orElseThrow().verdict()).isEqualTo(Verdict.ADOPT);
        assertThat(result.standing("R").orElseThrow().sheetTotals()).isEqualTo(Map.of("r", Ratio.of(10)));
    }

    @Test
    void whoever_has_no_figure_does_not_lower_the_baseline() {
        var rule = baseline("MEAN_OF_TOTALS", "1");
        var all = new ArrayList<Sheet>(sheets("A", 90));
        all.addAll(sheets("B", 60));
        all.addAll(sheets("C", (Integer) null));

        var result = Scoring.evaluate(rule, entered("A", "B", "C"), all, Outcomes.none());

        assertThat(result.standing("B").orElseThrow().reason()).isEqualTo(Reason.BELOW_BASELINE);
        assertThat(result.standing("C").orElseThrow().reason()).isEqualTo(Reason.NO_FIGURE);
        assertThat(String.join("", result.trace().lines(Locale.JAPANESE, "B"))).contains("75点に達していません");
    }

    @Test
    void a_line_at_the_very_top_with_the_audience_can_be_reached() {
        var rule = Rule.parse(Samples.totals(Map.of(
                "votes", "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 20}",
                "thresholds", "[{\"type\": \"TOTAL\", \"points\": 120}]")));

        assertThat(evaluate(rule, List.of(voted("A", 1)), "A 100")).containsExactly("A ADOPT 120");
        var above = Rule.parse(Samples.totals(Map.of(
                "votes", "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 20}",
                "thresholds", "[{\"type\": \"TOTAL\", \"points\": 121}]")));
        assertThatThrownBy(() -> evaluate(above, List.of(voted("A", 1)), "A 100"))
                .hasMessageContaining("threshold.aboveMax");
    }

    @Test
    void stickers_add_points_and_an_audience_splits_a_pool() {
        var stickers =
                Rule.parse(Samples.totals(Map.of("votes", "{\"as\": \"SECOND_ROUND_BONUS\", \"pointsPerVote\": 2}")));
        var audience = Rule.parse(Samples.totals(Map.of("votes", "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 20}")));
        var proposals = List.of(voted("A", 3), voted("B", 1), voted("C", 0));
        var sheets = new ArrayList<Sheet>();
        for (var id : List.of("A", "B", "C")) {
            sheets.addAll(sheets(id, 50));
        }

        assertThat(Scoring.evaluate(stickers, proposals, sheets, Outcomes.none())
                        .standings())
                .extracting(s -> s.total().toString())
                .containsExactly("56", "52", "50");
        assertThat(Scoring.evaluate(audience, proposals, sheets, Outcomes.none())
                        .standings())
                .extracting(s -> s.total().toString())
                .containsExactly("65", "55", "50");
        var nobody = List.of(voted("A", 0), voted("B", 0), voted("C", 0));
        assertThat(Scoring.evaluate(audience, nobody, sheets, Outcomes.none()).standings())
                .extracting(s -> s.total().toString())
                .containsOnly("50");
        assertThatThrownBy(() -> Scoring.evaluate(stickers, entered("A", "B", "C"), sheets, Outcomes.none()))
                .hasMessageContaining("votes.missing");
    }

    @Test
    void the_audience_counts_towards_the_highest_figure() {
        var rule = Rule.parse(Samples.totals(Map.of(
                "votes", "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 20}",
                "thresholds", "[{\"type\": \"TOTAL\", \"percent\": 50}]")));

        assertThat(evaluate(rule, List.of(voted("A", 1), voted("B", 0)), "A 40", "B 59"))
                .containsExactly("A ADOPT 60", "B NOT_PASSED 59");
    }

    @Test
    void a_line_may_look_at_the_raw_figure_and_a_baseline_at_the_call() {
        var raw = "[{\"type\": \"TOTAL\", \"points\": 50, \"on\": \"RAW\"}]";
        var whole = "{\"decimals\": 0, \"mode\": \"HALF_UP\", \"at\": \"TOTAL\"}";
        var rule = Rule.parse(Samples.totals(Map.of("thresholds", raw, "rounding", whole)));
        var sheets =
                List.of(Sheet.total("P", "r1", new BigDecimal("49")), Sheet.total("P", "r2", new BigDecimal("50")));
        assertThat(Scoring.evaluate(rule, entered("P"), sheets, Outcomes.none())
                        .standing("P")
                        .orElseThrow()
                        .reason())
                .isEqualTo(Reason.BELOW_TOTAL);

        assertThat(evaluate(baseline("MEAN_OF_TOTALS", "1"), null, "A 90", "B 60", "C 60"))
                .containsExactly("A ADOPT 90", "B NOT_PASSED 60", "C NOT_PASSED 60");
        assertThat(evaluate(baseline("MIDPOINT_OF_TOTALS", "1"), null, "A 90", "B 60", "C 75"))
                .containsExactly("A ADOPT 90", "C ADOPT 75", "B NOT_PASSED 60");
        assertThat(evaluate(baseline("MIDPOINT_OF_SCALE", "1"), null, "A 50", "B 49"))
                .containsExactly("A ADOPT 50", "B NOT_PASSED 49");
        assertThat(evaluate(baseline("MIDPOINT_OF_SCALE", "\"1.2\""), null, "A 60", "B 59"))
                .containsExactly("A ADOPT 60", "B NOT_PASSED 59");
    }

    @Test
    void a_midpoint_knows_the_lowest_mark() {
        var rule = Rule.parse(Samples.criteria(Map.of(
                "criteria",
                "[{\"id\": \"a\", \"name\": {\"ja\": \"あ\"}, \"max\": 5, \"scale\": {\"type\": \"POINTS\", \"min\": 1}},"
                        + " {\"id\": \"b\", \"name\": {\"ja\": \"い\"}, \"max\": 5, \"scale\": {\"type\": \"LEVELS\", \"levels\": ["
                        + "{\"mark\": 5, \"text\": {\"ja\": \"良\"}}, {\"mark\": 3, \"text\": {\"ja\": \"可\"}}]}}]",
                "thresholds",
                "[{\"type\": \"BASELINE\", \"formula\": \"MIDPOINT_OF_SCALE\"}]")));

        var result = Scoring.evaluate(
                rule, entered("P", "Q"), List.of(ab("P", "r", 4, 3), ab("Q", "r", 3, 3)), Outcomes.none());

        assertThat(result.standing("P").orElseThrow().verdict()).isEqualTo(Verdict.ADOPT);
        assertThat(result.standing("Q").orElseThrow().reason()).isEqualTo(Reason.BELOW_BASELINE);
        assertThatThrownBy(() -> Scoring.evaluate(rule, entered("P"), List.of(ab("P", "r", 4, 4)), Outcomes.none()))
                .hasMessageContaining("sheet.markRange");
        assertThatThrownBy(() -> Scoring.evaluate(rule, entered("P"), List.of(ab("P", "r", 0, 3)), Outcomes.none()))
                .hasMessageContaining("sheet.markRange");
    }

    @Test
    void each_criterion_has_a_line_on_its_published_mean() {
        var rule = Rule.parse(Samples.criteria(Map.of(
                "thresholds", "[{\"type\": \"EACH_CRITERION\", \"points\": 6, \"criteria\": [\"a\"]}]",
                "rounding", "{\"decimals\": 1, \"mode\": \"HALF_UP\", \"at\": \"TOTAL\", \"criterionDecimals\": 0}")));
        var sheets = List.of(ab("P", "r1", 5, 0), ab("P", "r2", 6, 0), ab("Q", "r1", 5, 9), ab("Q", "r2", 5, 9));

        var result = Scoring.evaluate(rule, entered("P", "Q"), sheets, Outcomes.none());

        assertThat(result.standing("P").orElseThrow().verdict()).isEqualTo(Verdict.ADOPT);
        assertThat(result.standing("Q").orElseThrow().reason()).isEqualTo(Reason.BELOW_CRITERION);
    }

    @Test
    void a_veto_needs_more_than_half_or_half_as_the_rule_says() {
        for (var by : List.of("MAJORITY", "HALF_OR_MORE")) {
            var rule = Rule.parse(Samples.criteria(Map.of(
                    "thresholds",
                    "[{\"type\": \"VETO\", \"criterion\": \"a\", \"atMost\": 2, \"by\": \"" + by + "\"}]")));
            var sheets = List.of(ab("P", "r1", 2, 9), ab("P", "r2", 3, 9), ab("Q", "r1", 9, 0), ab("Q", "r2", 9, 0));

            var result = Scoring.evaluate(rule, entered("P", "Q"), sheets, Outcomes.none());

            boolean out = by.equals("HALF_OR_MORE");
            assertThat(result.standing("P").orElseThrow().rank()).isEqualTo(out ? null : 1);
            assertThat(result.standing("P").orElseThrow().reason()).isEqualTo(out ? Reason.VETO : null);
            assertThat(result.standing("Q").orElseThrow().rank()).isEqualTo(out ? 1 : 2);
        }
    }

    @Test
    void rounding_each_mean_first_can_change_the_total() {
        var sheets = List.of(ab("P", "r1", 4, 4), ab("P", "r2", 4, 4), ab("P", "r3", 5, 5));
        for (var at : List.of("TOTAL 8.7", "CRITERION 8.6")) {
            var rule = Rule.parse(Samples.criteria(Map.of(
                    "aggregate",
                    "{\"method\": \"MEAN_OF_CRITERIA_THEN_SUM\"}",
                    "rounding",
                    "{\"decimals\": 1, \"mode\": \"HALF_UP\", \"at\": \"%s\", \"criterionDecimals\": 1}"
                            .formatted(at.split(" ")[0]))));
            assertThat(Scoring.evaluate(rule, entered("P"), sheets, Outcomes.none())
                            .standing("P")
                            .orElseThrow()
                            .published())
                    .isEqualTo(new BigDecimal(at.split(" ")[1]));
        }
    }

    @Test
    void a_mean_is_rounded_before_it_is_weighed() {
        var rule = Rule.parse(Samples.criteria(Map.of(
                "criteria",
                "[{\"id\": \"a\", \"name\": {\"ja\": \"公益性\"}, \"max\": 10, \"weight\": 3},"
                        + " {\"id\": \"b\", \"name\": {\"ja\": \"実現性\"}, \"max\": 10}]",
                "aggregate",
                "{\"method\": \"MEAN_OF_CRITERIA_THEN_SUM\"}",
                "rounding",
                "{\"decimals\": 1, \"mode\": \"HALF_UP\", \"at\": \"CRITERION\", \"criterionDecimals\": 1}")));
        var sheets = List.of(ab("P", "r1", 4, 5), ab("P", "r2", 4, 5), ab("P", "r3", 5, 5));

        // 13/3 is 4.3, and 3 × 4.3 + 5 is 17.9; weighed first it would be 13 + 5
        assertThat(total(rule, sheets)).isEqualTo("17.9");
    }

    @Test
    void without_extremes_only_sheets_that_somebody_wrote_are_counted_and_left_out() {
        var trimmed = "{\"method\": \"TRIMMED_MEAN\", \"dropHigh\": 1, \"dropLow\": 1, \"needsAtLeast\": 3%s}";
        var rule = Rule.parse(Samples.totals(Map.of("recusal", FILL, "aggregate", trimmed.formatted(""))));
        var fallback = Rule.parse(
                Samples.totals(Map.of("recusal", FILL, "aggregate", trimmed.formatted(", \"fallback\": \"MEAN\""))));

        assertThat(total(rule, sheets("P", 48, 41, 30, null))).isEqualTo("41");
        assertThat(total(fallback, sheets("P", 41, 38, null, null))).isEqualTo("39.5");
        assertThatThrownBy(() -> total(rule, sheets("P", 41, 38, null, null))).hasMessageContaining("trim.tooFew");
    }

    @Test
    void severity_is_told_only_of_reviewers_with_enough_sheets_and_changes_nothing() {
        var rule = Rule.parse(Samples.totals(Map.of("information", "{\"minSheets\": 3, \"disagreementPercent\": 30}")));
        var all = new ArrayList<Sheet>();
        all.addAll(sheets("A", 90, 50, 80));
        all.addAll(sheets("B", 80, 45, null));
        all.addAll(sheets("C", 70, 70, null));

        var result = Scoring.evaluate(rule, entered("A", "B", "C"), all, Outcomes.none());

        assertThat(result.information().reviewers())
                .extracting(
                        Information.Reviewer::reviewer,
                        Information.Reviewer::sheets,
                        r -> r.mean().toString(),
                        r -> r.deviation().toString(),
                        Information.Reviewer::judged)
                .containsExactly(
                        tuple("r1", 3, "80", "8.1650", true),
                        tuple("r2", 3, "55", "10.8012", true),
                        tuple("r3", 1, "80", "0.0000", false));
        assertThat(result.information().spreads())
                .extracting(Information.Spread::proposal, Information.Spread::disagreement)
                .containsExactly(tuple("A", true), tuple("B", true), tuple("C", false));
        assertThat(result.information().adjusted())
                .extracting(
                        Information.Adjusted::proposal,
                        a -> a.figure().toString(),
                        Information.Adjusted::rank,
                        Information.Adjusted::change)
                .containsExactly(tuple("A", "75.6651", 1, 0), tuple("B", "60.2113", 3, 0), tuple("C", "68.7910", 2, 0));
        assertThat(result.standings()).extracting(Standing::proposal).containsExactly("A", "C", "B");
    }

    /** The examples of the page for councillors: more points in all do not always mean a better rank. */
    @Test
    void more_points_in_all_may_rank_lower_by_ranks_without_extremes_and_with_an_audience() {
        var ranks = Rule.parse(Samples.criteria(
                Map.of("aggregate", "{\"method\": \"RANK_SUM\", \"sheets\": \"MARKS\"}", "recusal", FILL)));
        var byRanks = new ArrayList<Sheet>();
        int[][] marks = {{6, 6, 10}, {5, 5, 20}};
        for (int r = 0; r < 3; r++) {
            byRanks.add(ab("甲", "r" + r, marks[0][r] / 2, marks[0][r] - marks[0][r] / 2));
            byRanks.add(ab("乙", "r" + r, marks[1][r] / 2, marks[1][r] - marks[1][r] / 2));
        }
        assertThat(first(Scoring.evaluate(ranks, entered("甲", "乙"), byRanks, Outcomes.none())))
                .isEqualTo("甲 4");

        var trimmed = Rule.parse(Samples.totals(Map.of(
                "aggregate", "{\"method\": \"TRIMMED_MEAN\", \"dropHigh\": 1, \"dropLow\": 1, \"needsAtLeast\": 3}")));
        var both = new ArrayList<>(sheets("甲", 30, 40, 40));
        both.addAll(sheets("乙", 39, 39, 50));
        assertThat(first(Scoring.evaluate(trimmed, entered("甲", "乙"), both, Outcomes.none())))
                .isEqualTo("甲 40");

        var audience = Rule.parse(Samples.totals(Map.of("votes", "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 20}")));
        assertThat(evaluate(audience, List.of(voted("甲", 30), voted("乙", 10)), "甲 70", "乙 75"))
                .containsExactly("甲 ADOPT 85", "乙 ADOPT 80");
    }

    /** Under a sum of ranks a filled gap may cost more than a low mark. */
    @Test
    void a_recused_reviewer_may_hurt_by_ranks_though_the_gap_is_filled() {
        var rule = Rule.parse(Samples.totals(
                Map.of("aggregate", "{\"method\": \"RANK_SUM\", \"sheets\": \"MARKS\"}", "recusal", FILL)));
        var sheets = new ArrayList<>(sheets("X", 80, 70, null));
        sheets.addAll(sheets("Y", 70, 80, 10));

        assertThat(Scoring.evaluate(rule, entered("X", "Y"), sheets, Outcomes.none())
                        .standings())
                .extracting(Standing::proposal, standing -> standing.total().toString())
                .containsExactly(tuple("Y", "4"), tuple("X", "4.5"));
    }

    /** Under a sum of ranks a third proposal can turn two others round. */
    @Test
    void a_third_proposal_may_turn_two_others_round_by_ranks() {
        var rule = Rule.parse(Samples.totals(
                Map.of("aggregate", "{\"method\": \"RANK_SUM\", \"sheets\": \"MARKS\"}", "recusal", FILL)));
        var sheets = new ArrayList<Sheet>();
        sheets.addAll(sheets("甲", 90, 90, 70, 70, 90));
        sheets.addAll(sheets("乙", 80, 80, 90, 90, 80));
        sheets.addAll(sheets("丙", 70, 70, 80, 80, 70));

        assertThat(first(Scoring.evaluate(rule, entered("甲", "乙", "丙"), sheets, Outcomes.none())))
                .isEqualTo("乙 8");
        var withdrawn = new ArrayList<>(entered("甲", "乙"));
        withdrawn.add(new ScoredProposal("丙", null, 1, ScoredProposal.Status.WITHDRAWN, null));
        assertThat(first(Scoring.evaluate(rule, withdrawn, sheets, Outcomes.none())))
                .isEqualTo("甲 7");
    }

    private static String first(Result result) {
        var first = result.standings().getFirst();
        return first.proposal() + " " + first.total();
    }

    private static Rule baseline(String formula, String factor) {
        return Rule.parse(Samples.totals(Map.of(
                "thresholds",
                "[{\"type\": \"BASELINE\", \"formula\": \"" + formula + "\", \"factor\": " + factor + "}]")));
    }

    private static ScoredProposal voted(String id, long votes) {
        return new ScoredProposal(id, null, 1, ScoredProposal.Status.ENTERED, votes);
    }

    private static String total(Rule rule, List<Sheet> sheets) {
        return Scoring.evaluate(rule, entered("P"), sheets, Outcomes.none())
                .standing("P")
                .orElseThrow()
                .total()
                .toString();
    }

    private static List<String> evaluate(Rule rule, List<ScoredProposal> proposals, String... scores) {
        var sheets = new ArrayList<Sheet>();
        for (var score : scores) {
            var parts = score.split(" ");
            sheets.add(Sheet.total(parts[0], "r", new BigDecimal(parts[1])));
        }
        var all = proposals != null
                ? proposals
                : entered(IntStream.range(0, sheets.size())
                        .mapToObj(i -> sheets.get(i).proposal())
                        .toArray(String[]::new));
        return Scoring.evaluate(rule, all, sheets, Outcomes.none()).standings().stream()
                .map(s -> s.proposal() + " " + s.verdict() + " " + s.total())
                .toList();
    }
}
