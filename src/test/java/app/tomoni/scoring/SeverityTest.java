package app.tomoni.scoring;

import static app.tomoni.scoring.Samples.ab;
import static app.tomoni.scoring.Samples.entered;
import static app.tomoni.scoring.Samples.sheets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeverityTest {

    @Test
    void the_gap_that_flags_a_proposal_is_a_share_of_what_stands_on_its_sheet() {
        var rule = Rule.parse(Samples.criteria(Map.of(
                "criteria",
                "[{\"id\": \"a\", \"name\": {\"ja\": \"公益性\"}, \"max\": 10},"
                        + " {\"id\": \"n\", \"name\": {\"ja\": \"新しさ\"}, \"max\": 10, \"weight\": 2, \"appliesTo\": \"NEW\"}]",
                "renewal",
                "{\"fromYear\": 2, \"factor\": 1}",
                "information",
                "{\"minSheets\": 2, \"disagreementPercent\": 50}")));
        var proposals = List.of(
                ScoredProposal.entered("N", null),
                ScoredProposal.entered("O", null),
                new ScoredProposal("R", null, 2, ScoredProposal.Status.ENTERED, null),
                new ScoredProposal("S", null, 2, ScoredProposal.Status.ENTERED, null));
        var all = List.of(
                an("N", "r1", 5, 5), // 15 of 30
                an("N", "r2", 0, 0),
                an("O", "r1", 4, 5), // 14 of 30
                an("O", "r2", 0, 0),
                a("R", "r1", 10), // 5 of 10
                a("R", "r2", 5),
                a("S", "r1", 10), // 4 of 10
                a("S", "r2", 6));

        var information =
                Scoring.evaluate(rule, proposals, all, Outcomes.none()).information();

        assertThat(information.spreads())
                .extracting(Information.Spread::proposal, Information.Spread::disagreement)
                .containsExactly(tuple("N", true), tuple("O", false), tuple("R", true), tuple("S", false));
    }

    @Test
    void the_gap_is_measured_on_the_scale_that_the_renewal_factor_leaves() {
        var rule = Rule.parse(Samples.totals(Map.of(
                "renewal", "{\"fromYear\": 2, \"factor\": \"0.5\"}",
                "information", "{\"minSheets\": 2, \"disagreementPercent\": 50}")));
        var again = List.of(new ScoredProposal("R", null, 2, ScoredProposal.Status.ENTERED, null));

        // 25 of 50 points after the factor
        assertThat(Scoring.evaluate(rule, again, sheets("R", 90, 40), Outcomes.none())
                        .information()
                        .spreads())
                .extracting(Information.Spread::disagreement)
                .containsExactly(true);
    }

    @Test
    void ranks_are_adjusted_only_where_the_figure_is_the_mean_or_sum_of_sheets() {
        var guard = "{\"minSheets\": 2, \"disagreementPercent\": 50}";
        var mean = Map.of("information", guard);
        var votes = Map.of("information", guard, "votes", "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 20}");
        var trimmed = Map.of(
                "information",
                guard,
                "aggregate",
                "{\"method\": \"TRIMMED_MEAN\", \"dropHigh\": 1, \"dropLow\": 0, \"needsAtLeast\": 2}");
        var toHundred = "{\"method\": \"SUM_TO_100\"}";
        var renewal = "{\"fromYear\": 2, \"factor\": \"0.5\"}";
        var percent = Map.of("information", guard, "aggregate", toHundred);
        var renewed = Map.of("information", guard, "renewal", renewal);
        var renewedPercent = Map.of("information", guard, "aggregate", toHundred, "renewal", renewal);
        var proposals = List.of(
                new ScoredProposal("A", null, 1, ScoredProposal.Status.ENTERED, 3L),
                new ScoredProposal("B", null, 1, ScoredProposal.Status.ENTERED, 1L));
        var all = new ArrayList<Sheet>(sheets("A", 50, 60));
        all.addAll(sheets("B", 70, 90));

        for (var parts : List.of(mean, percent, renewed)) {
            assertThat(informed(parts, proposals, all).adjusted()).hasSize(2);
        }
        for (var parts : List.of(votes, trimmed, renewedPercent)) {
            assertThat(informed(parts, proposals, all).reviewers()).hasSize(2);
            assertThat(informed(parts, proposals, all).adjusted()).isEmpty();
        }
    }

    @Test
    void equal_totals_are_never_a_disagreement_nor_a_tendency() {
        var rule = Rule.parse(Samples.totals(Map.of("information", "{\"minSheets\": 2, \"disagreementPercent\": 0}")));
        var all = new ArrayList<Sheet>(sheets("A", 50, 50));
        all.addAll(sheets("B", 50, 51));

        var information =
                Scoring.evaluate(rule, entered("A", "B"), all, Outcomes.none()).information();

        assertThat(information.spreads())
                .extracting(Information.Spread::disagreement)
                .containsExactly(false, true);
        assertThat(information.reviewers())
                .extracting(Information.Reviewer::reviewer, Information.Reviewer::judged)
                .containsExactly(tuple("r1", false), tuple("r2", true));
    }

    @Test
    void deviations_are_rounded_once_from_the_exact_root() {
        var rule = Rule.parse(Samples.totals(Map.of()));
        var all = new ArrayList<Sheet>(sheets("A", 1, 2, 4));
        all.addAll(sheets("B", 10, 20, 30));

        var spreads = Scoring.evaluate(rule, entered("A", "B"), all, Outcomes.none())
                .information()
                .spreads();

        // sqrt(14/9) and sqrt(200/3)
        assertThat(spreads)
                .extracting(Information.Spread::deviation)
                .containsExactly(new BigDecimal("1.2472"), new BigDecimal("8.1650"));
    }

    @Test
    void marks_under_letters_tell_nothing_about_reviewers() {
        var rule = Rule.parse(Samples.criteria(Map.of()));
        var lettered = new Scores(Scores.Level.SHEETS, List.of(ab("P", "A", 5, 5), ab("P", "B", 1, 1)), List.of());

        var information =
                Scoring.evaluate(rule, entered("P"), lettered, Outcomes.none()).information();

        assertThat(information.reviewers()).isEmpty();
        assertThat(information.adjusted()).isEmpty();
        assertThat(information.spreads()).hasSize(1);
    }

    private static Information informed(Map<String, String> parts, List<ScoredProposal> proposals, List<Sheet> sheets) {
        return Scoring.evaluate(Rule.parse(Samples.totals(parts)), proposals, sheets, Outcomes.none())
                .information();
    }

    private static Sheet an(String proposal, String reviewer, long a, long n) {
        return Sheet.scored(proposal, reviewer, Map.of("a", BigDecimal.valueOf(a), "n", BigDecimal.valueOf(n)));
    }

    private static Sheet a(String proposal, String reviewer, long a) {
        return Sheet.scored(proposal, reviewer, Map.of("a", BigDecimal.valueOf(a)));
    }
}
