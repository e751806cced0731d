package app.tomoni.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How long 300 proposals, 20 reviewers and 12 criteria take, trace and its JSON included. */
class ScoringBench {

    private static final int PROPOSALS = 300;
    private static final int REVIEWERS = 20;
    private static final int CRITERIA = 12;
    private static final int RUNS = 21;

    @Test
    void three_hundred_proposals_twenty_reviewers_twelve_criteria() {
        for (var method : List.of("MEAN", "MEAN_OF_CRITERIA_THEN_SUM")) {
            var rule = Rule.parse(rule(method));
            var random = new Random(1);
            var proposals = new ArrayList<ScoredProposal>();
            var sheets = new ArrayList<Sheet>();
            for (int p = 0; p < PROPOSALS; p++) {
                proposals.add(ScoredProposal.entered("P" + p, 100_000L + random.nextInt(400) * 1000L));
                for (int r = 0; r < REVIEWERS; r++) {
                    var marks = new TreeMap<String, BigDecimal>();
                    for (int c = 0; c < CRITERIA; c++) {
                        marks.put("c" + c, BigDecimal.valueOf(1 + random.nextInt(10)));
                    }
                    sheets.add(
                            random.nextInt(30) == 0
                                    ? Sheet.without("P" + p, "R" + r, Participation.RECUSED)
                                    : Sheet.scored("P" + p, "R" + r, marks));
                }
            }
            measure(method, rule, proposals, sheets);
        }
    }

    private static void measure(String method, Rule rule, List<ScoredProposal> proposals, List<Sheet> sheets) {
        var evaluation = new long[RUNS];
        var whole = new long[RUNS];
        int length = 0;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            var result = Scoring.evaluate(rule, proposals, sheets, Outcomes.none());
            evaluation[i] = System.nanoTime() - start;
            length = result.trace().toJson().length();
            whole[i] = System.nanoTime() - start;
        }
        System.out.printf(
                "%s %dx%dx%d: first %d ms, median %d ms, with trace as JSON first %d ms, median %d ms (%d characters)%n",
                method,
                PROPOSALS,
                REVIEWERS,
                CRITERIA,
                evaluation[0] / 1_000_000,
                median(evaluation),
                whole[0] / 1_000_000,
                median(whole),
                length);
    }

    private static long median(long[] nanos) {
        return Arrays.stream(nanos).sorted().toArray()[RUNS / 2] / 1_000_000;
    }

    private static String rule(String method) {
        var criteria = new ArrayList<String>();
        for (int c = 0; c < CRITERIA; c++) {
            criteria.add("{\"id\": \"c%d\", \"name\": {\"ja\": \"c%d\"}, \"max\": 10, \"weight\": \"%s\"}"
                    .formatted(c, c, c % 3 == 0 ? "1/3" : "1.5"));
        }
        return """
                {"format": "tomoni-scoring-rule/1", "name": {"ja": "bench"}, "criteria": [%s],
                 "aggregate": {"method": "%s"}, "recusal": "EXCLUDE",
                 "rounding": {"decimals": 2, "mode": "HALF_UP", "at": "TOTAL"},
                 "thresholds": [{"type": "TOTAL", "percent": 50}, {"type": "EACH_CRITERION", "percent": 30}],
                 "ties": [{"by": "SMALLER_REQUEST"}],
                 "selection": {"by": "WITHIN_BUDGET", "whenOver": "OFFER_REMAINDER"}, "budgetYen": 30000000,
                 "award": {"type": "REQUESTED", "capYen": 300000, "unitYen": 1000}, "disclosure": "MEANS"}
                """.formatted(String.join(",", criteria), method);
    }
}
