package app.tomoni.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.scoring.Result.Standing;
import app.tomoni.scoring.Result.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule and every call, tried on many drawn ones; a failing test names its seed. */
class ScoringPropertiesTest {

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("scoring.seeds", 400));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_proposals_and_sheets_does_not_matter(long seed) {
        var call = RandomCall.of(seed);

        assertThat(call.shuffled(seed).evaluate().trace().toJson())
                .isEqualTo(call.evaluate().trace().toJson());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_criteria_does_not_matter(long seed) {
        var call = RandomCall.of(seed);
        var rule = call.rule();
        var criteria = new ArrayList<>(rule.criteria());
        Collections.reverse(criteria);
        var reversed = new Rule(
                rule.id(),
                rule.name(),
                rule.note(),
                criteria,
                rule.sheetMax(),
                rule.aggregate(),
                rule.recusal(),
                rule.panel(),
                rule.rounding(),
                rule.renewal(),
                rule.votes(),
                rule.thresholds(),
                rule.ties(),
                rule.selection(),
                rule.budgetYen(),
                rule.award(),
                rule.disclosure(),
                rule.information());

        assertThat(call.with(reversed).evaluate().standings())
                .isEqualTo(call.evaluate().standings());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void money_stays_within_request_ceiling_unit_and_budget(long seed) {
        var call = RandomCall.of(seed);
        var result = call.evaluate();

        long granted = 0;
        for (var standing : result.standings()) {
            var amount = standing.amountYen();
            if (amount != null) {
                assertThat(amount).isBetween(0L, standing.requestedYen());
                assertThat(amount % call.rule().award().unitYen()).isZero();
                if (call.rule().award().capYen() != null) {
                    assertThat(amount).isLessThanOrEqualTo(call.rule().award().capYen());
                }
                granted += standing.verdict() == Verdict.RUNNER_UP ? 0 : amount;
            }
        }
        assertThat(granted).isEqualTo(result.grantedYen()).isLessThanOrEqualTo(result.budgetYen());
        var offered = result.standings().stream()
                .filter(s -> s.verdict() == Verdict.RUNNER_UP && s.amountYen() != null)
                .mapToLong(Standing::amountYen)
                .sum();
        assertThat(granted + offered).isLessThanOrEqualTo(result.budgetYen());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equal_figures_and_requests_get_the_same_unless_a_criterion_separates_them(long seed) {
        var call = RandomCall.of(seed);
        var result = call.evaluate();
        boolean byCriterion = call.rule().ties().stream().anyMatch(Rule.TieBreak.HigherCriterion.class::isInstance);

        for (var one : result.standings()) {
            for (var other : result.standings()) {
                boolean compete = one.rank() != null && other.rank() != null && isOpen(one) && isOpen(other);
                if (!byCriterion
                        && compete
                        && one.published().equals(other.published())
                        && one.requestedYen().equals(other.requestedYen())) {
                    assertThat(one.rank()).isEqualTo(other.rank());
                    assertThat(one.verdict()).isEqualTo(other.verdict());
                    assertThat(one.amountYen()).isEqualTo(other.amountYen());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_higher_figure_never_gets_less_money_for_the_same_request(long seed) {
        var call = RandomCall.of(seed);
        if (!call.rule().holdsPoints()) {
            return;
        }
        if (call.rule().aggregate().lowerIsBetter()) {
            call = call.with(Rule.parse(call.rule().toJson().replace("\"RANK_SUM\",\"sheets\":\"MARKS\"", "\"MEAN\"")));
        }
        var granted = call.evaluate().standings().stream()
                .filter(s -> s.verdict() == Verdict.ADOPT && s.amountYen() != null)
                .toList();

        for (var one : granted) {
            for (var other : granted) {
                if (one.requestedYen().equals(other.requestedYen())
                        && one.published().compareTo(other.published()) > 0) {
                    assertThat(one.amountYen()).isGreaterThanOrEqualTo(other.amountYen());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ranks_count_those_ahead(long seed) {
        var call = RandomCall.of(seed);
        var ranked = call.evaluate().standings().stream()
                .filter(s -> s.rank() != null)
                .toList();
        int direction = call.rule().aggregate().lowerIsBetter() ? -1 : 1;

        for (var standing : ranked) {
            long ahead = ranked.stream().filter(s -> s.rank() < standing.rank()).count();
            assertThat(standing.rank()).isEqualTo((int) ahead + 1);
            for (var other : ranked) {
                int better = direction * standing.published().compareTo(other.published());
                if (better > 0) {
                    assertThat(standing.rank()).isLessThan(other.rank());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_higher_mark_never_lowers_the_rank_of_its_proposal(long seed) {
        var call = RandomCall.of(seed);
        var before = call.evaluate();
        var random = new Random(seed);
        var scored = call.sheets().stream().filter(s -> !s.marks().isEmpty()).toList();
        if (scored.isEmpty() || !call.rule().holdsPoints()) {
            return;
        }
        var raised = scored.get(random.nextInt(scored.size()));
        var marks = new TreeMap<>(raised.marks());
        marks.merge(marks.firstKey(), BigDecimal.ONE, BigDecimal::add);
        var sheets = new ArrayList<>(call.sheets());
        sheets.set(
                sheets.indexOf(raised),
                new Sheet(raised.proposal(), raised.reviewer(), raised.participation(), raised.party(), marks));

        var rankBefore = before.standing(raised.proposal()).orElseThrow().rank();
        var rankAfter = call.with(sheets)
                .evaluate()
                .standing(raised.proposal())
                .orElseThrow()
                .rank();
        if (rankBefore != null) {
            assertThat(rankAfter).isNotNull().isLessThanOrEqualTo(rankBefore);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void figures_are_exact(long seed) {
        var call = RandomCall.of(seed);

        for (var standing : call.evaluate().standings()) {
            if (standing.total() != null) {
                var proposal = call.proposals().stream()
                        .filter(p -> p.id().equals(standing.proposal()))
                        .findFirst()
                        .orElseThrow();
                var oracle = Oracle.figure(call, proposal);
                assertThat(oracle.equalTo(
                                standing.total().numerator(), standing.total().denominator()))
                        .as("%s %s", standing, oracle)
                        .isTrue();
                if (call.rule().rounding().mode() == Rule.Mode.HALF_UP) {
                    assertThat(standing.published())
                            .isEqualTo(oracle.halfUp(call.rule().rounding().decimals()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void replaying_a_trace_gives_the_same_bytes(long seed) {
        var trace = RandomCall.of(seed).evaluate().trace().toJson();

        assertThat(Scoring.replay(trace).trace().toJson()).isEqualTo(trace);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_published_data_gives_the_published_result(long seed) {
        var call = RandomCall.of(seed);
        var rule = call.rule();
        var published = Scores.published(rule, call.proposals(), call.sheets(), new Random(seed));
        var expected = withoutSheets(call.evaluate(), rule);

        for (var scores : List.of(
                published, Scores.parse(rule, published.toJson(rule)), Scores.parse(rule, published.toCsv(rule)))) {
            var proposals = ProposalsFile.parse(ProposalsFile.toCsv(call.proposals()));
            var again = Scoring.evaluate(rule, proposals, scores, Outcomes.none());
            assertThat(again.deliberations()).isEqualTo(call.evaluate().deliberations());
            assertThat(withoutSheets(again, rule)).isEqualTo(expected);
            assertThat(again.information().reviewers()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void open_data_gives_the_published_result_and_names_no_reviewer(long seed) {
        var call = RandomCall.of(seed);
        var rule = call.rule();

        var published = Scoring.published(call.evaluate().trace().toJson(), new Random(seed));
        var openData = published.trace().toJson();

        assertThat(comparable(published, rule)).isEqualTo(comparable(call.evaluate(), rule));
        assertThat(published.standings())
                .extracting(Standing::proposal)
                .containsExactlyInAnyOrderElementsOf(call.proposals().stream()
                        .filter(proposal -> proposal.status().isRanked())
                        .map(ScoredProposal::id)
                        .toList());
        if (!rule.needsRequests()) {
            assertThat(openData).doesNotContain("\"requestedYen\": 1", "\"requestedYen\": 2", "\"requestedYen\": 5");
        }
        assertThat(Scoring.replay(openData).trace().toJson()).isEqualTo(openData);
        assertThat(openData).doesNotContainPattern("\\br[0-9]\\b");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_order_of_exactly_those_asked_about_at_the_line_is_taken_and_the_question_is_gone(long seed) {
        var call = RandomCall.of(seed);
        var random = new Random(seed);
        var ties = new ArrayList<Outcomes.TieOrder>();
        var result = call.evaluate();
        for (var asked = line(result); asked.isPresent(); asked = line(result)) {
            var order = new ArrayList<>(asked.get().proposals());
            Collections.shuffle(order, random);
            ties.add(new Outcomes.TieOrder(order, ""));

            result = call.evaluate(new Outcomes(ties, List.of(), List.of(), List.of()));

            assertThat(line(result)).isNotEqualTo(asked);
        }
    }

    private static Optional<Result.Deliberation> line(Result result) {
        return result.deliberations().stream()
                .filter(asked -> asked.place() == Result.Place.LINE)
                .findFirst();
    }

    /** Whether the figures of a proposal, and nothing else, decided about it. */
    private static boolean isOpen(Standing standing) {
        return switch (standing.verdict()) {
            case WITHDRAWN, DECLINED, INELIGIBLE -> false;
            default ->
                standing.reason() == null
                        || switch (standing.reason()) {
                            case VETO, DISQUALIFIED, BELOW_CRITERION, BELOW_TOTAL, BELOW_BASELINE -> false;
                            default -> true;
                        };
        };
    }

    /** What open data can tell: nothing of those who left before the ranking, requests only where they count. */
    private static List<List<Object>> comparable(Result result, Rule rule) {
        return withoutSheets(result, rule).stream()
                .filter(s -> s.rank() != null || s.total() != null || s.verdict() != Verdict.WITHDRAWN)
                .filter(s -> s.verdict() != Verdict.INELIGIBLE)
                .map(s -> Arrays.<Object>asList(
                        s.proposal(),
                        s.rank(),
                        s.published(),
                        s.means(),
                        s.decidedBy(),
                        s.verdict(),
                        s.reason(),
                        rule.needsRequests() ? s.requestedYen() : null,
                        s.amountYen(),
                        s.cumulativeYen()))
                .toList();
    }

    /** What everyone may see of the standings. */
    private static List<Standing> withoutSheets(Result result, Rule rule) {
        return result.standings().stream()
                .map(s -> new Standing(
                        s.proposal(),
                        s.total(),
                        s.published(),
                        s.grade(),
                        rule.disclosure() == Rule.Disclosure.TOTALS ? Map.of() : s.means(),
                        Map.of(),
                        s.rank(),
                        s.decidedBy(),
                        s.verdict(),
                        s.reason(),
                        s.requestedYen(),
                        s.amountYen(),
                        s.cumulativeYen()))
                .toList();
    }
}
