package app.tomoni.scoring;

import static app.tomoni.scoring.Samples.ab;
import static app.tomoni.scoring.Samples.entered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.tomoni.scoring.ScoredProposal.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the application hands over is checked as strictly as what a person writes. */
class EntriesTest {

    private static final Rule TOTALS = Rule.parse(Samples.totals(Map.of()));
    private static final Rule CRITERIA = Rule.parse(Samples.criteria(Map.of()));
    private static final Rule MONEY = Rule.parse(Samples.totals(Map.of("award", "{\"type\": \"REQUESTED\"}")));
    private static final Rule VOTES =
            Rule.parse(Samples.totals(Map.of("votes", "{\"as\": \"SECOND_ROUND_BONUS\", \"pointsPerVote\": 1}")));
    private static final Rule RANKS = Rule.parse(Samples.totals(Map.of(
            "sheetMax",
            "",
            "aggregate",
            "{\"method\": \"RANK_SUM\", \"sheets\": \"RANKS\"}",
            "recusal",
            "\"FILL_WITH_MEAN_OF_OTHERS\"")));
    private static final Rule GRADES = Rule.parse(Run.example("sagamihara"));

    @Test
    void a_total_lies_between_nothing_and_the_highest_of_the_sheet() {
        assertThat(published(TOTALS, total("P", "0"))).isEqualTo("0.0");
        assertThat(published(TOTALS, total("P", "100"))).isEqualTo("100.0");
        assertThat(published(TOTALS, total("P", "99.5"))).isEqualTo("99.5");
        for (var no : List.of("100.1", "-0.1")) {
            refused(TOTALS, total("P", no), "/P/r/", "点「" + no + "」は付けられません。付けられる点：0–100");
        }
    }

    @Test
    void a_rank_is_a_place_among_all_proposals() {
        var second = List.of(total("P", "1"), total("Q", "2"));
        assertThat(Scoring.evaluate(RANKS, entered("P", "Q"), second, Outcomes.none())
                        .standings())
                .hasSize(2);
        for (var no : List.of("0", "3", "1.5")) {
            var refusal = refusal(RANKS, entered("P", "Q"), List.of(total("P", "1"), total("Q", no)));
            assertThat(refusal.at()).isEqualTo("/Q/r/");
            assertThat(refusal.message(Locale.JAPANESE)).isEqualTo("点「" + no + "」は付けられません。付けられる点：1–2");
        }
    }

    @Test
    void a_grade_is_one_of_those_in_the_rule() {
        assertThat(Scoring.evaluate(GRADES, entered("P"), List.of(total("P", "1")), Outcomes.none())
                        .standing("P")
                        .orElseThrow()
                        .grade())
                .isEqualTo("A");
        for (var no : List.of("0", "4", "1.5")) {
            refused(GRADES, total("P", no), "/P/r/", "点「" + no + "」は付けられません。付けられる点：1–3");
        }
    }

    @Test
    void a_request_of_nothing_is_a_request_and_a_debt_is_not() {
        assertThat(Scoring.evaluate(MONEY, List.of(asking(0L)), List.of(total("P", "5")), Outcomes.none())
                        .grantedYen())
                .isZero();
        assertThat(refusal(MONEY, List.of(asking(-1L)), List.of(total("P", "5")))
                        .key())
                .isEqualTo("request.negative");
        assertThat(refusal(MONEY, List.of(asking(null)), List.of(total("P", "5")))
                        .key())
                .isEqualTo("request.missing");
        assertThat(refusal(TOTALS, List.of(asking(-1L)), List.of(total("P", "5")))
                        .key())
                .isEqualTo("request.negative");
    }

    @Test
    void votes_are_counted_from_nothing_up() {
        assertThat(refusal(VOTES, List.of(voted(-1L)), List.of(total("P", "5"))).key())
                .isEqualTo("votes.negative");
        assertThat(refusal(VOTES, List.of(voted(null)), List.of(total("P", "5")))
                        .key())
                .isEqualTo("votes.missing");
        assertThat(refusal(TOTALS, List.of(voted(-1L)), List.of(total("P", "5")))
                        .key())
                .isEqualTo("votes.negative");
    }

    @Test
    void the_first_year_is_one() {
        var early = new ScoredProposal("P", null, 0, Status.ENTERED, null);
        var refusal = refusal(TOTALS, List.of(early), List.of(total("P", "5")));

        assertThat(refusal.at()).isEqualTo("/P/renewalYear");
        assertThat(refusal.message(Locale.JAPANESE)).isEqualTo("提案「P」の年次は1から99までの整数にしてください（新規は1）");
        var late = new ScoredProposal("P", null, 100, Status.ENTERED, null);
        assertThat(refusal(TOTALS, List.of(late), List.of(total("P", "5"))).key())
                .isEqualTo("renewal.year");
        var last = new ScoredProposal("P", null, 99, Status.ENTERED, null);
        assertThat(Scoring.evaluate(TOTALS, List.of(last), List.of(total("P", "5")), Outcomes.none())
                        .standings())
                .hasSize(1);
    }

    @Test
    void the_year_is_asked_for_where_renewed_projects_are_scored_otherwise() {
        var renewal = Rule.parse(Samples.totals(Map.of("renewal", "{\"fromYear\": 2, \"factor\": \"0.5\"}")));
        var unknown = new ScoredProposal("P", null, null, Status.ENTERED, null);
        var gone = new ScoredProposal("Q", null, null, Status.WITHDRAWN, null);

        var refusal = refusal(renewal, List.of(unknown), List.of(total("P", "5")));
        assertThat(refusal.at()).isEqualTo("/P/renewalYear");
        assertThat(refusal.key()).isEqualTo("renewal.missing");
        assertThat(Scoring.evaluate(TOTALS, List.of(unknown), List.of(total("P", "5")), Outcomes.none())
                        .standings())
                .hasSize(1);
        var known = new ScoredProposal("P", null, 2, Status.ENTERED, null);
        var result = Scoring.evaluate(renewal, List.of(known, gone), List.of(total("P", "5")), Outcomes.none());
        assertThat(result.standing("P").orElseThrow().published()).isEqualTo("2.5");
        assertThat(result.trace().lines(Locale.JAPANESE, "P")).contains("5点に継続事業の係数0.5を掛けて2.5点です。");
    }

    @Test
    void names_that_only_look_different_are_one_and_refused() {
        var reviewers = List.of(Sheet.total("P", "委員１", BigDecimal.ONE), Sheet.total("Q", "委員1", BigDecimal.ONE));
        var refusal = refusal(TOTALS, entered("P", "Q"), reviewers);
        assertThat(refusal.at()).isEqualTo("/Q/委員1");
        assertThat(refusal.message(Locale.JAPANESE)).startsWith("委員1委員と委員１委員は、全角・半角などの書き方が違うだけ");

        var proposals = refusal(TOTALS, entered("P1", " Ｐ1"), List.of(total("P1", "5")));
        assertThat(proposals.at()).isEqualTo("/ Ｐ1");
        assertThat(proposals.key()).isEqualTo("proposal.sameName");
    }

    @Test
    void a_published_rank_may_count_proposals_that_are_not_published() {
        var lettered = new Scores(Scores.Level.SHEETS, List.of(total("P", "3")), List.of());
        assertThat(Scoring.evaluate(RANKS, entered("P"), lettered, Outcomes.none())
                        .standing("P")
                        .orElseThrow()
                        .published())
                .isEqualTo("3.0");
        var none = new Scores(Scores.Level.SHEETS, List.of(total("P", "0")), List.of());
        assertThat(catchThrowableOfType(
                                ScoringRefusal.class,
                                () -> Scoring.evaluate(RANKS, entered("P"), none, Outcomes.none()))
                        .message(Locale.JAPANESE))
                .isEqualTo("点「0」は付けられません。付けられる点：1–");
    }

    @Test
    void a_published_total_lies_where_sheets_can_bring_it() {
        var audience = Rule.parse(Samples.totals(Map.of("votes", "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 20}")));
        var sum = Rule.parse(Samples.totals(
                Map.of("aggregate", "{\"method\": \"SUM\"}", "recusal", "\"FILL_WITH_MEAN_OF_OTHERS\"")));
        for (var yes : List.of("0", "100", "214/3")) {
            publishedTotal(TOTALS, 3, yes);
        }
        publishedTotal(sum, 3, "300");
        publishedTotal(GRADES, 3, "1");
        publishedTotal(GRADES, 3, "3");
        publishedTotal(RANKS, 3, "3");
        publishedTotal(RANKS, 3, "1000");

        refusedTotal(TOTALS, 3, "150", "0–100");
        refusedTotal(TOTALS, 3, "-5", "0–100");
        refusedTotal(audience, 3, "101", "0–100"); // published before votes
        refusedTotal(sum, 3, "301", "0–300");
        refusedTotal(GRADES, 3, "9", "1–3");
        refusedTotal(GRADES, 3, "0", "1–3");
        refusedTotal(GRADES, 3, "1.5", "1–3");
        refusedTotal(RANKS, 3, "2", "3–");
        for (var nobody : List.of(
                new Scores.PublishedFigures("P", 0, Ratio.ONE, Map.of(), Set.of()),
                new Scores.PublishedFigures("P", 0, null, Map.of("a", Ratio.ONE, "b", Ratio.ONE), Set.of()))) {
            assertThat(catchThrowableOfType(ScoringRefusal.class, () -> figures(nobody))
                            .key())
                    .isEqualTo("figures.nobody");
        }
    }

    private static void refusedTotal(Rule rule, int sheets, String total, String range) {
        var refusal = catchThrowableOfType(ScoringRefusal.class, () -> publishedTotal(rule, sheets, total));
        assertThat(refusal).isNotNull();
        assertThat(refusal.at()).isEqualTo("/P/#total");
        assertThat(refusal.message(Locale.JAPANESE))
                .isEqualTo("提案「P」の公表された評価点「" + total + "」は、この規則では得られません。得られる値：" + range);
    }

    private static void publishedTotal(Rule rule, int sheets, String total) {
        var figures = new Scores.PublishedFigures("P", sheets, Ratio.parse(total), Map.of(), Set.of());
        Scoring.evaluate(
                rule,
                List.of(voted(0L)),
                new Scores(Scores.Level.TOTALS, List.of(), List.of(figures)),
                Outcomes.none());
    }

    @Test
    void what_left_before_the_ranking_needs_neither_request_nor_votes_nor_sheets() {
        var proposals = List.of(
                asking(1L),
                new ScoredProposal("Q", null, 1, Status.WITHDRAWN, null),
                new ScoredProposal("R", null, 1, Status.INELIGIBLE, null));

        var result = Scoring.evaluate(MONEY, proposals, List.of(total("P", "5")), Outcomes.none());

        assertThat(result.standings())
                .extracting(Result.Standing::verdict)
                .containsExactly(Result.Verdict.ADOPT, Result.Verdict.WITHDRAWN, Result.Verdict.INELIGIBLE);
    }

    @Test
    void proposals_and_sheets_stand_once() {
        var twice = refusal(TOTALS, entered("P", "P"), List.of(total("P", "5")));
        assertThat(twice.source()).isEqualTo(ScoringRefusal.Source.PROPOSALS);
        assertThat(twice.key()).isEqualTo("proposal.twice");
        assertThat(refusal(TOTALS, entered("P"), List.of(total("P", "5"), total("P", "6")))
                        .key())
                .isEqualTo("sheet.twice");
        assertThat(refusal(TOTALS, entered("P"), List.of(total("Q", "5"))).key())
                .isEqualTo("sheet.unknownProposal");
        assertThat(refusal(TOTALS, entered("P", "Q"), List.of(total("P", "5"))).key())
                .isEqualTo("sheet.none");
    }

    @Test
    void a_sheet_holds_the_marks_of_its_proposal_and_no_others() {
        var more = Map.of("a", BigDecimal.ONE, "b", BigDecimal.ONE, "c", BigDecimal.ONE);
        assertThat(refusal(CRITERIA, entered("P"), List.of(ab("P", "r1", 1, 1), Sheet.scored("P", "r", more)))
                        .at())
                .isEqualTo("/P/r/c");
        var less = Map.of("a", BigDecimal.ONE);
        assertThat(refusal(CRITERIA, entered("P"), List.of(ab("P", "r1", 1, 1), Sheet.scored("P", "r", less)))
                        .message(Locale.JAPANESE))
                .isEqualTo("r委員の提案「P」の採点に、項目「b」の点がありません");
        var recused = new Sheet("P", "r", Participation.RECUSED, null, less);
        assertThat(refusal(CRITERIA, entered("P"), List.of(ab("P", "r1", 1, 1), recused))
                        .key())
                .isEqualTo("sheet.notScored");
        assertThat(refusal(TOTALS, entered("P"), List.of(Sheet.scored("P", "r", less)))
                        .key())
                .isEqualTo("sheet.missingMark");
    }

    @Test
    void everybody_on_the_panel_has_a_line_unless_each_proposal_has_its_own() {
        var each = Rule.parse(Samples.totals(Map.of("panel", "\"PER_PROPOSAL\"")));
        var sheets = new ArrayList<Sheet>();
        sheets.add(Sheet.total("P", "r1", BigDecimal.TEN));
        sheets.add(Sheet.total("Q", "r2", BigDecimal.TEN));

        var refusal = refusal(TOTALS, entered("P", "Q"), sheets);
        assertThat(refusal.at()).isEqualTo("/P");
        assertThat(refusal.message(Locale.JAPANESE)).startsWith("r2委員の提案「P」の行がありません");
        assertThat(Scoring.evaluate(each, entered("P", "Q"), sheets, Outcomes.none())
                        .standings())
                .hasSize(2);
    }

    @Test
    void a_criterion_without_any_marks_is_asked_about_first() {
        var none = Rule.parse(Samples.criteria(Map.of(
                "criteria",
                "[{\"id\": \"a\", \"name\": {\"ja\": \"あ\"}, \"max\": 10},"
                        + " {\"id\": \"n\", \"name\": {\"ja\": \"新\"}, \"max\": 10, \"appliesTo\": \"NEW\"},"
                        + " {\"id\": \"r\", \"name\": {\"ja\": \"継\"}, \"max\": 10, \"appliesTo\": \"RENEWAL\"}]",
                "renewal",
                "{\"fromYear\": 2, \"factor\": 1}")));
        var onlyA = List.of(Sheet.scored("P", "x", Map.of("a", BigDecimal.ONE)));

        var refusal = refusal(none, entered("P"), onlyA);

        assertThat(refusal.source()).isEqualTo(ScoringRefusal.Source.RULE);
        assertThat(refusal.at()).isEqualTo("/criteria/1");
        assertThat(refusal.key()).isEqualTo("criterion.withoutSheets");
    }

    @Test
    void a_published_mean_may_be_the_lowest_or_the_highest_and_no_more() {
        assertThat(figures(means(0, 10)).standing("P").orElseThrow().published())
                .isEqualTo("10.0");
        for (var no : List.of(means(-1, 10), means(0, 11))) {
            assertThat(catchThrowableOfType(ScoringRefusal.class, () -> figures(no))
                            .key())
                    .isEqualTo("sheet.markRange");
        }
        assertThat(catchThrowableOfType(ScoringRefusal.class, () -> figures(means(0, 10), means(0, 10)))
                        .key())
                .isEqualTo("figures.twice");
        assertThat(catchThrowableOfType(ScoringRefusal.class, () -> figures()).key())
                .isEqualTo("sheet.none");
        var elsewhere = new Scores.PublishedFigures("Z", 1, Ratio.ONE, Map.of(), Set.of());
        assertThat(catchThrowableOfType(ScoringRefusal.class, () -> figures(means(0, 10), elsewhere))
                        .key())
                .isEqualTo("sheet.unknownProposal");
    }

    private static Result figures(Scores.PublishedFigures... figures) {
        return Scoring.evaluate(
                CRITERIA, entered("P"), new Scores(Scores.Level.MEANS, List.of(), List.of(figures)), Outcomes.none());
    }

    private static Scores.PublishedFigures means(long a, long b) {
        return new Scores.PublishedFigures("P", 1, null, Map.of("a", Ratio.of(a), "b", Ratio.of(b)), Set.of());
    }

    private static String published(Rule rule, Sheet sheet) {
        return String.valueOf(Scoring.evaluate(rule, entered("P"), List.of(sheet), Outcomes.none())
                .standing("P")
                .orElseThrow()
                .published());
    }

    private static void refused(Rule rule, Sheet sheet, String at, String message) {
        var refusal = refusal(rule, entered("P"), List.of(sheet));
        assertThat(refusal.at()).isEqualTo(at);
        assertThat(refusal.message(Locale.JAPANESE)).isEqualTo(message);
    }

    private static ScoringRefusal refusal(Rule rule, List<ScoredProposal> proposals, List<Sheet> sheets) {
        var refusal = catchThrowableOfType(
                ScoringRefusal.class, () -> Scoring.evaluate(rule, proposals, sheets, Outcomes.none()));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static Sheet total(String proposal, String total) {
        return Sheet.total(proposal, "r", new BigDecimal(total));
    }

    private static ScoredProposal asking(Long yen) {
        return new ScoredProposal("P", yen, 1, Status.ENTERED, null);
    }

    private static ScoredProposal voted(Long votes) {
        return new ScoredProposal("P", null, 1, Status.ENTERED, votes);
    }
}
