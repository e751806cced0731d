package app.tomoni.scoring;

import static app.tomoni.scoring.Samples.entered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.tomoni.scoring.Outcomes.Amount;
import app.tomoni.scoring.Outcomes.Given;
import app.tomoni.scoring.Outcomes.TieOrder;
import app.tomoni.scoring.Result.Deliberation;
import app.tomoni.scoring.Result.Place;
import app.tomoni.scoring.ScoredProposal.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is adopted, with how much money, and what is left to people. */
class SelectionTest {

    private static final String TOP_TWO = "{\"by\": \"TOP\", \"places\": 2, \"reserves\": 1}";
    private static final String OFFER = "{\"by\": \"WITHIN_BUDGET\", \"whenOver\": \"OFFER_REMAINDER\"}";
    private static final String STOP = "{\"by\": \"WITHIN_BUDGET\", \"whenOver\": \"STOP\"}";
    private static final String REQUESTED = "{\"type\": \"REQUESTED\"}";

    @Test
    void a_tie_where_the_places_end_is_left_to_people() {
        var rule = rule(Map.of("selection", TOP_TWO));

        var result = evaluate(rule, Outcomes.none(), "A 90", "B 80", "C 80", "D 70");

        assertThat(lines(result))
                .containsExactly(
                        "1 A ADOPT",
                        "2 B TO_DELIBERATE TIE_AT_LINE",
                        "2 C TO_DELIBERATE TIE_AT_LINE",
                        "4 D NOT_PASSED OUTSIDE_PLACES");
        assertThat(result.deliberations()).containsExactly(new Deliberation(Place.LINE, List.of("B", "C")));
        assertThat(result.isComplete()).isFalse();
    }

    @Test
    void the_recorded_order_breaks_the_tie() {
        var rule = rule(Map.of("selection", TOP_TWO));
        var decided = new Outcomes(List.of(new TieOrder(List.of("C", "B"), "合議")), List.of(), List.of(), List.of());

        var result = evaluate(rule, decided, "A 90", "B 80", "C 80", "D 70");

        assertThat(lines(result))
                .containsExactly("1 A ADOPT", "2 C ADOPT", "3 B RUNNER_UP", "4 D NOT_PASSED OUTSIDE_PLACES");
        assertThat(result.standing("C").orElseThrow().decidedBy()).isEqualTo(Result.DecidedBy.OUTCOME);
        assertThat(result.isComplete()).isTrue();
    }

    @Test
    void an_order_names_those_who_may_still_be_adopted_and_the_others_stand_behind() {
        var rule = rule(Map.of("selection", "{\"by\": \"TOP\", \"places\": 1, \"reserves\": 1}"));
        var proposals = List.of(
                proposal("A", Status.ENTERED),
                proposal("B", Status.ENTERED),
                proposal("C", Status.DECLINED),
                proposal("D", Status.WITHDRAWN_LATE));
        var sheets = sheets("A 80", "B 80", "C 80", "D 80");

        assertThat(Scoring.evaluate(rule, proposals, sheets, Outcomes.none()).deliberations())
                .containsExactly(new Deliberation(Place.LINE, List.of("A", "B")));
        var two = Scoring.evaluate(rule, proposals, sheets, order("B", "A"));
        assertThat(lines(two)).containsExactly("1 B ADOPT", "2 A RUNNER_UP", "3 C DECLINED", "3 D WITHDRAWN");
        assertThat(two.standing("D").orElseThrow().decidedBy()).isEqualTo(Result.DecidedBy.TIED);
        var three = Scoring.evaluate(rule, proposals, sheets, order("C", "B", "A"));
        assertThat(lines(three)).containsExactly("1 C DECLINED", "2 B ADOPT", "3 A RUNNER_UP", "4 D WITHDRAWN");
        assertThat(three.standing("D").orElseThrow().decidedBy()).isEqualTo(Result.DecidedBy.OUTCOME);
        for (var wrong : List.of(order("B", "C"), order("B", "A", "A"))) {
            assertThatThrownBy(() -> Scoring.evaluate(rule, proposals, sheets, wrong))
                    .hasMessageContaining("outcome.notTied");
        }
    }

    @Test
    void a_tie_that_separates_nobody_needs_no_people() {
        var rule = rule(Map.of("selection", TOP_TWO));

        assertThat(lines(evaluate(rule, Outcomes.none(), "A 80", "B 80", "C 70", "D 70")))
                .containsExactly("1 A ADOPT", "1 B ADOPT", "3 C RUNNER_UP", "3 D RUNNER_UP");
    }

    @Test
    void a_decline_leaves_a_gap_that_the_next_fills_and_ranks_keep_their_numbers() {
        var rule = rule(Map.of("selection", TOP_TWO));
        var declined = new Outcomes(List.of(), List.of(new Given("A", Outcomes.DECLINED, "")), List.of(), List.of());

        assertThat(lines(evaluate(rule, declined, "A 90", "B 80", "C 70", "D 60")))
                .containsExactly("1 A DECLINED", "2 B ADOPT", "3 C ADOPT", "4 D RUNNER_UP");
    }

    @Test
    void withdrawn_early_is_gone_and_withdrawn_late_keeps_its_number() {
        var rule = rule(Map.of("selection", TOP_TWO));
        var proposals = List.of(
                proposal("A", Status.WITHDRAWN),
                proposal("B", Status.WITHDRAWN_LATE),
                proposal("C", Status.DECLINED),
                proposal("D", Status.ENTERED),
                proposal("E", Status.INELIGIBLE));
        var sheets = sheets("A 90", "B 80", "C 70", "D 60");

        assertThat(lines(Scoring.evaluate(rule, proposals, sheets, Outcomes.none())))
                .containsExactly("1 B WITHDRAWN", "2 C DECLINED", "3 D ADOPT", "- A WITHDRAWN", "- E INELIGIBLE");
    }

    @Test
    void the_budget_may_simply_end() {
        var rule = rule(Map.of("selection", STOP, "award", REQUESTED, "budgetYen", "250000"));

        var result = evaluate(rule, Outcomes.none(), "A 90", "B 80", "C 70", "D 60");

        assertThat(lines(result))
                .containsExactly(
                        "1 A ADOPT 100000 =100000",
                        "2 B ADOPT 100000 =200000",
                        "3 C NOT_PASSED OVER_BUDGET",
                        "4 D NOT_PASSED OVER_BUDGET");
        assertThat(result.grantedYen()).isEqualTo(200_000);
    }

    @Test
    void a_budget_used_to_the_yen_leaves_nothing_to_offer() {
        var rule = rule(Map.of("selection", OFFER, "award", REQUESTED, "budgetYen", "200000"));

        assertThat(lines(evaluate(rule, Outcomes.none(), "A 90", "B 80", "C 70")))
                .containsExactly("1 A ADOPT 100000 =100000", "2 B ADOPT 100000 =200000", "3 C NOT_PASSED OVER_BUDGET");
    }

    @Test
    void a_tie_where_the_money_ends_is_left_to_people_and_everyone_below_waits() {
        for (var selection : List.of(STOP, OFFER)) {
            var rule = rule(Map.of("selection", selection, "award", REQUESTED, "budgetYen", "250000"));

            var result = evaluate(rule, Outcomes.none(), "A 90", "B 80", "C 80", "D 70");

            assertThat(lines(result))
                    .containsExactly(
                            "1 A ADOPT 100000 =100000",
                            "2 B TO_DELIBERATE TIE_AT_LINE",
                            "2 C TO_DELIBERATE TIE_AT_LINE",
                            "4 D PENDING DELIBERATION_OPEN");
        }
    }

    @Test
    void a_tie_of_which_nobody_fits_needs_people_only_where_there_is_an_offer_to_make() {
        var stop = rule(Map.of("selection", STOP, "award", REQUESTED, "budgetYen", "150000"));
        var offer = rule(Map.of("selection", OFFER, "award", REQUESTED, "budgetYen", "150000"));

        assertThat(lines(evaluate(stop, Outcomes.none(), "A 90", "B 80", "C 80")))
                .containsExactly(
                        "1 A ADOPT 100000 =100000", "2 B NOT_PASSED OVER_BUDGET", "2 C NOT_PASSED OVER_BUDGET");
        assertThat(lines(evaluate(offer, Outcomes.none(), "A 90", "B 80", "C 80")))
                .containsExactly(
                        "1 A ADOPT 100000 =100000", "2 B TO_DELIBERATE TIE_AT_LINE", "2 C TO_DELIBERATE TIE_AT_LINE");
    }

    @Test
    void an_offer_is_cut_down_to_the_unit() {
        var rule = rule(Map.of(
                "selection", OFFER, "award", "{\"type\": \"REQUESTED\", \"unitYen\": 10000}", "budgetYen", "155000"));

        assertThat(lines(evaluate(rule, Outcomes.none(), "A 90", "B 80")))
                .containsExactly("1 A ADOPT 100000 =100000", "2 B RUNNER_UP 50000");
    }

    @Test
    void bands_give_a_fixed_amount_or_a_share_and_nothing_below_the_last() {
        var rule = rule(
                Map.of(
                        "award",
                        "{\"type\": \"BANDS\", \"unitYen\": 100, \"bands\": [{\"from\": 80, \"rate\": \"2/3\"}, {\"from\": 70, \"yen\": 40000}]}"));

        assertThat(lines(evaluate(rule, Outcomes.none(), "A 80", "B 79", "C 69")))
                .containsExactly("1 A ADOPT 66600 =66600", "2 B ADOPT 40000 =106600", "3 C ADOPT 0 =106600");
    }

    @Test
    void a_line_gives_so_much_for_each_point_up_to_request_and_ceiling() {
        var rule = rule(
                Map.of(
                        "award",
                        "{\"type\": \"LINE\", \"baseYen\": -10000, \"perPointYen\": \"1000.5\", \"capYen\": 75000, \"unitYen\": 10}"));

        assertThat(lines(evaluate(rule, Outcomes.none(), "A 90", "B 80", "C 9")))
                .containsExactly("1 A ADOPT 75000 =75000", "2 B ADOPT 70040 =145040", "3 C ADOPT 0 =145040");
    }

    @Test
    void the_budget_may_be_split_in_proportion() {
        var rule = rule(Map.of("award", "{\"type\": \"PROPORTIONAL\", \"unitYen\": 1000}", "budgetYen", "100000"));

        assertThat(lines(evaluate(rule, Outcomes.none(), "A 90", "B 60")))
                .containsExactly("1 A ADOPT 60000 =60000", "2 B ADOPT 40000 =100000");
    }

    @Test
    void the_losers_of_a_tie_for_the_last_place_count_as_runners_up() {
        var rule = rule(Map.of("selection", "{\"by\": \"TOP\", \"places\": 2, \"reserves\": 2}"));

        assertThat(lines(evaluate(rule, Outcomes.none(), "A 90", "B 80", "C 80", "D 70", "E 60")))
                .containsExactly(
                        "1 A ADOPT",
                        "2 B TO_DELIBERATE TIE_AT_LINE",
                        "2 C TO_DELIBERATE TIE_AT_LINE",
                        "4 D RUNNER_UP",
                        "5 E NOT_PASSED OUTSIDE_PLACES");
    }

    @Test
    void a_tie_of_which_one_would_still_fit_is_left_to_people() {
        var rule = rule(Map.of("selection", STOP, "award", REQUESTED, "budgetYen", "200000"));

        assertThat(lines(evaluate(rule, Outcomes.none(), "A 90", "B 80", "C 80")))
                .containsExactly(
                        "1 A ADOPT 100000 =100000", "2 B TO_DELIBERATE TIE_AT_LINE", "2 C TO_DELIBERATE TIE_AT_LINE");
    }

    @Test
    void amounts_that_use_the_budget_to_the_yen_need_no_people() {
        var rule = rule(Map.of("award", REQUESTED, "budgetYen", "200000"));

        var result = evaluate(rule, Outcomes.none(), "A 90", "B 80");

        assertThat(result.isComplete()).isTrue();
        assertThat(result.grantedYen()).isEqualTo(200_000);
        assertThatThrownBy(() -> evaluate(rule, amounts(new Amount("A", 100_001, "")), "A 90", "B 80", "C 70"))
                .hasMessageContaining("outcome.amount");
    }

    @Test
    void a_proportion_waits_until_it_is_known_who_is_adopted() {
        var rule = rule(Map.of("selection", TOP_TWO, "award", "{\"type\": \"PROPORTIONAL\"}", "budgetYen", "100000"));

        assertThat(lines(evaluate(rule, Outcomes.none(), "A 90", "B 60", "C 60")))
                .containsExactly("1 A ADOPT", "2 B TO_DELIBERATE TIE_AT_LINE", "2 C TO_DELIBERATE TIE_AT_LINE");
        assertThat(evaluate(rule, Outcomes.none(), "A 90", "B 60", "C 60")
                        .trace()
                        .linesOnNoProposal(Locale.JAPANESE))
                .contains("採択候補が決まるまで、交付額は計算しません。");
    }

    @Test
    void the_committee_sets_amounts_after_going_through_the_items() {
        var rule = rule(Map.of("award", "{\"type\": \"COMMITTEE\", \"capYen\": 80000}", "budgetYen", "150000"));

        var open = evaluate(rule, amounts(new Amount("A", 70_000, "謝金を減額")), "A 90", "B 80");
        assertThat(lines(open)).containsExactly("1 A ADOPT 70000 =70000", "2 B ADOPT");
        assertThat(open.deliberations()).containsExactly(new Deliberation(Place.AMOUNTS, List.of("B")));

        var done = evaluate(rule, amounts(new Amount("A", 70_000, ""), new Amount("B", 80_000, "")), "A 90", "B 80");
        assertThat(lines(done)).containsExactly("1 A ADOPT 70000 =70000", "2 B ADOPT 80000 =150000");
        assertThat(done.isComplete()).isTrue();

        assertThatThrownBy(() -> evaluate(rule, amounts(new Amount("A", 80_001, "")), "A 90"))
                .isInstanceOf(ScoringRefusal.class)
                .hasMessageContaining("outcome.amount");
    }

    @Test
    void an_amount_is_set_where_the_committee_is_asked_and_in_the_unit_of_the_rule() {
        var walk = rule(Map.of("selection", STOP, "award", REQUESTED, "budgetYen", "250000"));
        assertThatThrownBy(() -> evaluate(walk, amounts(new Amount("A", 50_000, "")), "A 90"))
                .hasMessageContaining("outcome.amountUnasked");
        var passing = rule(
                Map.of("award", "{\"type\": \"COMMITTEE\"}", "thresholds", "[{\"type\": \"TOTAL\", \"points\": 60}]"));
        assertThatThrownBy(() -> evaluate(passing, amounts(new Amount("B", 50_000, "")), "A 90", "B 40"))
                .hasMessageContaining("outcome.amountUnasked");

        var whole = rule(Map.of("award", "{\"type\": \"COMMITTEE\", \"unitYen\": 1000}"));
        assertThat(lines(evaluate(whole, amounts(new Amount("A", 0, "")), "A 90")))
                .containsExactly("1 A ADOPT 0 =0");
        var odd = catchThrowableOfType(
                ScoringRefusal.class, () -> evaluate(whole, amounts(new Amount("A", 50_500, "")), "A 90"));
        assertThat(odd.at()).isEqualTo("/amounts/0/yen");
        assertThat(odd.message(Locale.JAPANESE)).isEqualTo("査定額50500円は使えません。提案「A」の額は1000円の倍数にしてください");
    }

    @Test
    void an_amount_set_for_who_left_later_is_not_in_the_way() {
        var rule = rule(Map.of("award", "{\"type\": \"COMMITTEE\"}"));
        var set = List.of(new Amount("A", 70_000, ""), new Amount("B", 60_000, ""));
        var declined = new Outcomes(List.of(), List.of(new Given("A", Outcomes.DECLINED, "")), set, List.of());

        assertThat(lines(evaluate(rule, declined, "A 90", "B 80")))
                .containsExactly("1 A DECLINED", "2 B ADOPT 60000 =60000");
        var late = List.of(proposal("A", Status.WITHDRAWN_LATE), proposal("B", Status.ENTERED));
        assertThat(lines(Scoring.evaluate(rule, late, sheets("A 90", "B 80"), amounts(set.toArray(Amount[]::new)))))
                .containsExactly("1 A WITHDRAWN", "2 B ADOPT 60000 =60000");
    }

    @Test
    void amounts_over_the_budget_go_back_to_the_committee() {
        var rule = rule(Map.of("award", REQUESTED, "budgetYen", "150000"));

        var open = evaluate(rule, Outcomes.none(), "A 90", "B 80");
        assertThat(lines(open)).containsExactly("1 A ADOPT", "2 B ADOPT");
        assertThat(open.deliberations()).containsExactly(new Deliberation(Place.OVER_BUDGET, List.of("A", "B")));
        assertThat(open.grantedYen()).isZero();

        var done = evaluate(rule, amounts(new Amount("B", 50_000, "会場費を除く")), "A 90", "B 80");
        assertThat(lines(done)).containsExactly("1 A ADOPT 100000 =100000", "2 B ADOPT 50000 =150000");
        assertThat(done.isComplete()).isTrue();

        var still = evaluate(rule, amounts(new Amount("B", 50_001, "")), "A 90", "B 80");
        assertThat(still.isComplete()).isFalse();
    }

    @Test
    void the_chain_of_ties_goes_step_by_step() {
        var rule = Rule.parse(
                Samples.criteria(
                        Map.of(
                                "ties",
                                "[{\"by\": \"CRITERION\", \"criterion\": \"a\"}, {\"by\": \"SMALLER_REQUEST\"}, {\"by\": \"CHAIR\"}]")));
        var proposals = List.of(
                ScoredProposal.entered("A", 300L),
                ScoredProposal.entered("B", 200L),
                ScoredProposal.entered("C", 300L),
                ScoredProposal.entered("D", 300L));
        var sheets = List.of(
                Samples.ab("A", "r", 5, 9),
                Samples.ab("B", "r", 5, 9),
                Samples.ab("C", "r", 6, 8),
                Samples.ab("D", "r", 5, 9));

        var result = Scoring.evaluate(rule, proposals, sheets, Outcomes.none());

        assertThat(lines(result)).containsExactly("1 C ADOPT", "2 B ADOPT", "3 A ADOPT", "3 D ADOPT");
        assertThat(result.standings())
                .extracting(Result.Standing::decidedBy)
                .containsExactly(
                        Result.DecidedBy.CRITERION,
                        Result.DecidedBy.SMALLER_REQUEST,
                        Result.DecidedBy.TIED,
                        Result.DecidedBy.TIED);
    }

    @Test
    void who_has_no_figure_yet_keeps_places_and_money_open() {
        var proposals = entered("A", "B", "C");
        var sheets = new ArrayList<>(sheets("A 90", "B 40"));
        sheets.add(Sheet.without("C", "r", Participation.RECUSED));
        var line = "[{\"type\": \"TOTAL\", \"points\": 50}]";
        for (var selection : List.of(TOP_TWO, STOP, OFFER)) {
            var rule =
                    rule(Map.of("selection", selection, "award", REQUESTED, "budgetYen", "300000", "thresholds", line));

            var open = Scoring.evaluate(rule, proposals, sheets, Outcomes.none());
            assertThat(lines(open))
                    .containsExactly(
                            "1 A PENDING DELIBERATION_OPEN",
                            "2 B NOT_PASSED BELOW_TOTAL",
                            "- C TO_DELIBERATE NO_FIGURE");
            assertThat(open.deliberations()).containsExactly(new Deliberation(Place.FIGURE, List.of("C")));

            var left = Scoring.evaluate(rule, proposals, sheets, excluded("C"));
            assertThat(lines(left))
                    .containsExactly(
                            "1 A ADOPT 100000 =100000", "2 B NOT_PASSED BELOW_TOTAL", "- C NOT_PASSED NO_FIGURE");
            assertThat(left.isComplete()).isTrue();
            assertThat(left.trace().lines(Locale.JAPANESE, "C"))
                    .contains("評価点がないため、委員会の決定により順位を付けず、採択の対象から外します。全員が関係者");
        }
    }

    @Test
    void who_passes_anyway_is_adopted_and_only_money_that_others_may_need_waits_for_a_figure() {
        var proposals = entered("A", "B");
        var sheets = new ArrayList<>(sheets("A 90"));
        sheets.add(Sheet.without("B", "r", Participation.ABSENT));
        var alone = rule(Map.of("award", REQUESTED));
        var budget = rule(Map.of("award", REQUESTED, "budgetYen", "300000"));
        var share = rule(Map.of("award", "{\"type\": \"PROPORTIONAL\"}", "budgetYen", "50000"));

        assertThat(lines(Scoring.evaluate(alone, proposals, sheets, Outcomes.none())))
                .containsExactly("1 A ADOPT 100000 =100000", "- B TO_DELIBERATE NO_FIGURE");
        for (var rule : List.of(budget, share)) {
            assertThat(lines(Scoring.evaluate(rule, proposals, sheets, Outcomes.none())))
                    .containsExactly("1 A ADOPT", "- B TO_DELIBERATE NO_FIGURE");
            assertThat(lines(Scoring.evaluate(rule, proposals, sheets, excluded("B")))
                            .getFirst())
                    .startsWith("1 A ADOPT ");
        }
        assertThatThrownBy(() -> Scoring.evaluate(alone, proposals, sheets, excluded("A")))
                .hasMessageContaining("outcome.verdictUnasked");
    }

    @Test
    void every_way_to_end_is_clean() {
        var rule = rule(Map.of("thresholds", "[{\"type\": \"TOTAL\", \"points\": 60}]"));

        assertThat(lines(evaluate(rule, Outcomes.none()))).isEmpty();
        assertThat(lines(evaluate(rule, Outcomes.none(), "A 59"))).containsExactly("1 A NOT_PASSED BELOW_TOTAL");
        assertThat(lines(Scoring.evaluate(rule, List.of(proposal("A", Status.WITHDRAWN)), List.of(), Outcomes.none())))
                .containsExactly("- A WITHDRAWN");
        var recused = Scoring.evaluate(
                rule, entered("A"), List.of(Sheet.without("A", "r", Participation.RECUSED)), Outcomes.none());
        assertThat(lines(recused)).containsExactly("- A TO_DELIBERATE NO_FIGURE");
        assertThat(recused.deliberations()).containsExactly(new Deliberation(Place.FIGURE, List.of("A")));
    }

    @Test
    void what_is_found_about_one_proposal_says_nothing_about_another() {
        var points = rule(Map.of());
        var nobody =
                List.of(Sheet.without("A", "r", Participation.RECUSED), Sheet.without("B", "r", Participation.RECUSED));
        assertThat(lines(Scoring.evaluate(points, entered("A", "B"), nobody, excluded("A"))))
                .containsExactly("- A NOT_PASSED NO_FIGURE", "- B TO_DELIBERATE NO_FIGURE");

        var verdicts = rule(Map.of(
                "sheetMax",
                "",
                "aggregate",
                "{\"method\": \"VERDICT\", \"grades\": [{\"id\": \"A\", \"name\": {\"ja\": \"甲\"}, \"meaning\": \"ADOPT\"},"
                        + " {\"id\": \"C\", \"name\": {\"ja\": \"丙\"}, \"meaning\": \"DO_NOT_ADOPT\"}]}"));
        var found = new Outcomes(
                List.of(), List.of(), List.of(), List.of(new Given("A", "A", ""), new Given("B", "C", "")));
        assertThat(lines(Scoring.evaluate(verdicts, entered("A", "B"), nobody, found)))
                .containsExactly("1 A ADOPT", "2 B NOT_PASSED GRADE");
    }

    @Test
    void an_order_of_one_is_no_order() {
        var rule = rule(Map.of("selection", "{\"by\": \"TOP\", \"places\": 1}"));
        var proposals = List.of(proposal("A", Status.ENTERED), proposal("B", Status.DECLINED));

        assertThatThrownBy(() -> Scoring.evaluate(rule, proposals, sheets("A 80", "B 80"), order("A")))
                .hasMessageContaining("outcome.notTied");
    }

    @Test
    void an_amount_at_the_ceiling_is_not_cut() {
        var rule = rule(Map.of("award", "{\"type\": \"REQUESTED\", \"capYen\": 100000}"));

        var result = evaluate(rule, Outcomes.none(), "A 90");

        assertThat(lines(result)).containsExactly("1 A ADOPT 100000 =100000");
        assertThat(String.join("", result.trace().lines(Locale.JAPANESE, "A"))).doesNotContain("上限");
    }

    private static Rule rule(Map<String, String> parts) {
        return Rule.parse(Samples.totals(parts));
    }

    private static Outcomes order(String... order) {
        return new Outcomes(List.of(new TieOrder(List.of(order), "合議")), List.of(), List.of(), List.of());
    }

    private static Outcomes excluded(String proposal) {
        return new Outcomes(
                List.of(), List.of(), List.of(), List.of(new Given(proposal, Outcomes.NOT_PASSED, "全員が関係者")));
    }

    private static Outcomes amounts(Amount... amounts) {
        return new Outcomes(List.of(), List.of(), List.of(amounts), List.of());
    }

    private static ScoredProposal proposal(String id, Status status) {
        return new ScoredProposal(id, 100_000L, 1, status, null);
    }

    /** Each as "proposal points", scored by one reviewer; everyone asks for 100,000 yen. */
    private static Result evaluate(Rule rule, Outcomes outcomes, String... scores) {
        var sheets = sheets(scores);
        return Scoring.evaluate(
                rule, entered(sheets.stream().map(Sheet::proposal).toArray(String[]::new)), sheets, outcomes);
    }

    private static List<Sheet> sheets(String... scores) {
        var sheets = new ArrayList<Sheet>();
        for (var score : scores) {
            var parts = score.split(" ");
            sheets.add(Sheet.total(parts[0], "r", new BigDecimal(parts[1])));
        }
        return sheets;
    }

    private static List<String> lines(Result result) {
        return result.standings().stream()
                .map(s -> (s.rank() == null ? "-" : s.rank()) + " " + s.proposal() + " " + s.verdict()
                        + (s.reason() == null ? "" : " " + s.reason())
                        + (s.amountYen() == null ? "" : " " + s.amountYen())
                        + (s.cumulativeYen() == null ? "" : " =" + s.cumulativeYen()))
                .toList();
    }
}
