package app.tomoni.scoring;

import static app.tomoni.scoring.Samples.ab;
import static app.tomoni.scoring.Samples.entered;
import static app.tomoni.scoring.Samples.sheets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.tomoni.scoring.Result.Reason;
import app.tomoni.scoring.Result.Standing;
import app.tomoni.scoring.Result.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringTest {

    @Test
    void the_mean_divides_by_those_who_took_part_and_rounds_once() {
        var rule = Rule.parse(Samples.totals(Map.of()));

        var result = Scoring.evaluate(rule, entered("P"), sheets("P", 74, 74, 66, null), Outcomes.none());

        var standing = result.standing("P").orElseThrow();
        assertThat(standing.total()).isEqualTo(Ratio.of(214, 3));
        assertThat(standing.published()).isEqualTo(new BigDecimal("71.3"));
        assertThat(standing.verdict()).isEqualTo(Verdict.ADOPT);
    }

    @Test
    void ranks_follow_one_two_two_four() {
        var rule = Rule.parse(Samples.totals(Map.of()));
        var sheets = new ArrayList<Sheet>();
        sheets.addAll(sheets("A", 90));
        sheets.addAll(sheets("B", 80));
        sheets.addAll(sheets("C", 80));
        sheets.addAll(sheets("D", 70));

        var result = Scoring.evaluate(rule, entered("D", "C", "B", "A"), sheets, Outcomes.none());

        assertThat(result.standings())
                .extracting(Standing::proposal, Standing::rank)
                .containsExactly(tuple("A", 1), tuple("B", 2), tuple("C", 2), tuple("D", 4));
    }

    @Test
    void a_line_in_percent_is_met_by_the_published_figure() {
        var rule = Rule.parse(Samples.criteria(Map.of(
                "thresholds", "[{\"type\": \"TOTAL\", \"percent\": 60}]",
                "rounding", "{\"decimals\": 0, \"mode\": \"HALF_UP\", \"at\": \"TOTAL\"}")));

        var result = Scoring.evaluate(
                rule,
                entered("P", "Q"),
                List.of(ab("P", "r1", 6, 6), ab("P", "r2", 6, 5), ab("Q", "r1", 6, 5), ab("Q", "r2", 5, 6)),
                Outcomes.none());

        assertThat(result.standings())
                .extracting(Standing::proposal, Standing::verdict, Standing::reason)
                .containsExactly(tuple("P", Verdict.ADOPT, null), tuple("Q", Verdict.NOT_PASSED, Reason.BELOW_TOTAL));
        assertThat(String.join("\n", result.trace().lines(Locale.JAPANESE, "P")))
                .contains("11.5");
    }
}
