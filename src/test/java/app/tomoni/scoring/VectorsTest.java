package app.tomoni.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What real cities published, computed again through the command. */
class VectorsTest {

    private static final JsonNode VECTORS =
            JsonMapper.shared().readTree(Run.resource("/app/tomoni/scoring/scoring-vectors.json"));

    @TempDir
    Path directory;

    /** Sheets in long form, built up line by line. */
    private final StringBuilder sheets = new StringBuilder("proposal,reviewer,participation,criterion,score\n");

    private final StringBuilder proposals = new StringBuilder("proposal,requestedYen\n");

    @Test
    void v_a1_obu_adopts_all_eight_in_the_published_order() {
        var vector = vector("V-A1");
        vector.get("input").properties().forEach(each -> total(each.getKey(), "委員会", each.getValue()));
        var run = run(Samples.totals(Map.of(
                "aggregate",
                "{\"method\": \"SUM_TO_100\"}",
                "thresholds",
                "[{\"type\": \"TOTAL\", \"points\": " + vector.get("rule").get("pass") + "}]")));

        assertThat(run.exit()).isZero();
        var places = new TreeMap<Integer, List<String>>();
        run.json().get("result").get("standings").forEach(s -> {
            assertThat(s.get("verdict").stringValue()).isEqualTo("ADOPT");
            places.computeIfAbsent(s.get("rank").intValue(), rank -> new ArrayList<>())
                    .add(s.get("proposal").stringValue());
        });
        var published = new ArrayList<List<String>>();
        vector.get("expected").get("order").forEach(each -> published.add(names(each)));
        assertThat(places.values())
                .zipSatisfy(published, (ours, theirs) -> assertThat(ours).containsExactlyInAnyOrderElementsOf(theirs));
        assertThat(places.keySet()).containsExactly(1, 2, 3, 4, 6, 7, 8);
        assertThat(run.json().get("result").get("standings").size())
                .isEqualTo(vector.get("expected").get("accepted").intValue());
    }

    @Test
    void v_a2_yodogawa_takes_the_mean_of_raw_scores() {
        var vector = vector("V-A2");
        var criteria = List.of("plan", "team", "record", "cost");
        for (var reviewer : List.of("A", "B", "C")) {
            marks("P", reviewer, criteria, vector.get("input").get(reviewer));
        }
        var run = run(Run.example("yodogawa"));

        var standing = run.standing("P");
        assertThat(standing.get("published").stringValue())
                .isEqualTo(vector.get("expected").get("total").asString());
        for (int i = 0; i < criteria.size(); i++) {
            assertThat(standing.get("means").get(criteria.get(i)).stringValue())
                    .isEqualTo(vector.get("expected").get("means").get(i).asString());
        }
        assertThat(standing.get("verdict").stringValue()).isEqualTo("ADOPT");
    }

    @Test
    void v_a3_ako_grants_up_to_two_hundred_thousand() {
        var vector = vector("V-A3");
        var criteria = List.of("public", "lasting", "feasible", "original", "effect");
        for (int i = 0; i < 9; i++) {
            spread("P" + i, vector.get("input").get("scores").get(i).intValue(), 6, criteria, 5);
            proposals.append(
                    "P%d,%s%n".formatted(i, vector.get("input").get("requests").get(i)));
        }
        var run = run(Run.example("ako"));

        for (int i = 0; i < 9; i++) {
            assertThat(run.standing("P" + i).get("verdict").stringValue()).isEqualTo("ADOPT");
            assertThat(run.standing("P" + i).get("amountYen"))
                    .isEqualTo(vector.get("expected").get("grantYen").get(i));
        }
        assertThat(run.json().get("result").get("grantedYen"))
                .isEqualTo(vector.get("expected").get("totalYen"));
    }

    @Test
    void v_a4_tobiseiban_gives_more_for_more_points_and_the_same_for_the_same() {
        for (var id : List.of("V-A4a", "V-A4b")) {
            var vector = vector(id);
            sheets.setLength("proposal,reviewer,participation,criterion,score\n".length());
            proposals.setLength("proposal,requestedYen\n".length());
            var criteria = List.of("public", "together", "lasting", "feasible", "effect");
            var points = vector.get("input");
            for (int i = 0; i < points.size(); i++) {
                spread("P" + i, points.get(i).intValue(), 5, criteria, 5);
                proposals.append("P%d,%d%n".formatted(i, 200_000));
            }
            var run = run(Run.example("tobiseiban"));

            var published = vector.get("expected").get("grantYen");
            for (int i = 0; i < points.size(); i++) {
                long ours = run.standing("P" + i).get("amountYen").longValue();
                assertThat(ours).isBetween(0L, 200_000L);
                for (int j = 0; j < i; j++) {
                    int order = Integer.compare(
                            points.get(j).intValue(), points.get(i).intValue());
                    long above = run.standing("P" + j).get("amountYen").longValue();
                    assertThat(Long.signum(above - ours)).isIn(order, 0);
                    assertThat(Long.signum(published.get(j).longValue()
                                    - published.get(i).longValue()))
                            .isIn(order, 0);
                }
            }
        }
    }

    @Test
    void v_a6_mobara_publishes_means_of_fifteen() {
        var vector = vector("V-A6");
        var criteria = new ArrayList<String>();
        for (int i = 1; i <= 12; i++) {
            criteria.add("i" + i);
        }
        var input = vector.get("input").get("sheets");
        for (int i = 0; i < input.size(); i++) {
            marks("P", "r" + i, criteria, input.get(i));
        }
        var standing = run(Run.example("mobara")).standing("P");

        assertThat(standing.get("published").stringValue()).isEqualTo("48.60");
        assertThat(standing.get("total").stringValue())
                .isEqualTo(vector.get("expected").get("totalMean").asString());
        var means = vector.get("expected").get("firstItemMeans");
        for (int i = 0; i < means.size(); i++) {
            assertThat(new BigDecimal(standing.get("means").get(criteria.get(i)).stringValue()))
                    .isEqualByComparingTo(means.get(i).decimalValue());
        }
        assertThat(standing.get("verdict").stringValue()).isEqualTo("ADOPT");
    }

    @Test
    void v_c1_komoro_breaks_the_tie_by_the_smaller_request_and_offers_the_rest() {
        komoro();
        var run = run(Run.example("komoro"));

        assertThat(run.exit()).isEqualTo(ScoreCommand.NEEDS_PEOPLE); // P2 has still to answer
        assertThat(verdicts(run))
                .containsExactly(
                        Map.entry("P1", "ADOPT 250000"),
                        Map.entry("P3", "ADOPT 180000"),
                        Map.entry("P2", "RUNNER_UP 170000"),
                        Map.entry("P4", "PENDING"),
                        Map.entry("P5", "PENDING"));
        assertThat(run.standing("P3").get("decidedBy").stringValue()).isEqualTo("SMALLER_REQUEST");
    }

    @Test
    void v_c1_komoro_is_done_when_the_offer_is_accepted() {
        komoro();
        var run = run(Run.example("komoro"), "{\"proposal\": \"P2\", \"answer\": \"ACCEPTED\"}");

        assertThat(run.exit()).isZero();
        assertThat(verdicts(run))
                .containsExactly(
                        Map.entry("P1", "ADOPT 250000"),
                        Map.entry("P3", "ADOPT 180000"),
                        Map.entry("P2", "ADOPT 170000"),
                        Map.entry("P4", "NOT_PASSED"),
                        Map.entry("P5", "NOT_PASSED"));
        assertThat(run.json().get("result").get("grantedYen").longValue()).isEqualTo(600_000);
    }

    @Test
    void v_c1_komoro_passes_the_offer_on_when_it_is_declined() {
        komoro();
        var run = run(Run.example("komoro"), "{\"proposal\": \"P2\", \"answer\": \"DECLINED\"}");

        assertThat(verdicts(run))
                .containsExactly(
                        Map.entry("P1", "ADOPT 250000"),
                        Map.entry("P3", "ADOPT 180000"),
                        Map.entry("P2", "DECLINED"),
                        Map.entry("P4", "ADOPT 150000"),
                        Map.entry("P5", "RUNNER_UP 20000"));
    }

    @Test
    void v_c2_hachinohe_leaves_out_the_highest_and_the_lowest() {
        var vector = vector("V-C2");
        var expected = vector.get("expected");
        for (int i = 0; i < 3; i++) {
            var proposal = "P" + i;
            int reviewer = 0;
            for (var score : vector.get("input").get(i).get("scores")) {
                spreadOne(
                        proposal,
                        "r" + reviewer++,
                        score.intValue(),
                        List.of("public", "feasible", "cost", "together", "original"),
                        10);
            }
            for (; reviewer < 5; reviewer++) {
                sheets.append("%s,r%d,RECUSED,,%n".formatted(proposal, reviewer));
            }
        }
        var run = run(Run.example("hachinohe"));

        for (int i = 0; i < 3; i++) {
            assertThat(run.standing("P" + i).get("published").stringValue())
                    .isEqualTo("%.2f".formatted(expected.get(i).get("score").decimalValue()));
            assertThat(run.standing("P" + i).get("verdict").stringValue()).isEqualTo("ADOPT");
        }
        assertThat(run.out()).contains("\"step\":\"trimFallback\",\"proposal\":\"P2\"");
        assertThat(run.out()).doesNotContain("\"step\":\"trimFallback\",\"proposal\":\"P1\"");
    }

    @Test
    void v_c3_higashimatsushima_rounds_half_up_and_so_passes() {
        var vector = vector("V-C3");
        var rule = Run.example("higashimatsushima");
        int i = 0;
        for (var score : vector.get("input")) {
            sheets.append(score.isNull() ? "P,r%d,除斥,,%n".formatted(i++) : "P,r%d,採点,,%s%n".formatted(i++, score));
        }
        proposals.append("P,100000\n");
        var run = run(rule);

        assertThat(run.standing("P").get("published").stringValue())
                .isEqualTo(vector.get("expected").get("score").asString());
        assertThat(run.standing("P").get("total").stringValue()).isEqualTo("14.5");
        assertThat(run.standing("P").get("verdict").stringValue()).isEqualTo("ADOPT");
        assertThat(run(rule.replace("HALF_UP", "HALF_EVEN"))
                        .standing("P")
                        .get("verdict")
                        .stringValue())
                .isEqualTo("NOT_PASSED");
    }

    @Test
    void v_c4_kurashiki_lets_a_majority_veto() {
        var vector = vector("V-C4");
        int i = 0;
        for (var score : vector.get("input")) {
            var reviewer = "r" + i++;
            sheets.append("P,%s,SCORED,public,%s%n".formatted(reviewer, score));
            for (var other : List.of("priority", "feasible", "effect")) {
                sheets.append("P,%s,SCORED,%s,5%n".formatted(reviewer, other));
            }
        }
        var standing = run(Run.example("kurashiki")).standing("P");

        assertThat(standing.get("verdict").stringValue()).isEqualTo("NOT_PASSED");
        assertThat(standing.get("reason")).isEqualTo(vector.get("expected").get("reason"));
        assertThat(standing.get("means").get("public").stringValue()).isEqualTo("3.18");
    }

    @Test
    void v_c5_motosu_fills_the_gap_with_the_mean_of_the_others() {
        var vector = vector("V-C5");
        int i = 0;
        for (var score : vector.get("input")) {
            var reviewer = "r" + i++;
            if (score.isNull()) {
                sheets.append("P,%s,RECUSED,,%n".formatted(reviewer));
            } else {
                spreadOne(
                        "P",
                        reviewer,
                        score.intValue(),
                        List.of("own", "public", "feasible", "original", "aware", "together"),
                        10);
            }
        }
        assertThat(run(Run.example("motosu")).standing("P").get("published").stringValue())
                .isEqualTo(vector.get("expected").get("score").asString());
    }

    @Test
    void v_c6_miyagi_adds_up_ranks() {
        var vector = vector("V-C6");
        var marks = Map.of(1, 25, 2, 20, 3, 15);
        vector.get("input").properties().forEach(each -> {
            for (int i = 0; i < 3; i++) {
                sheets.append("%s,r%d,SCORED,plan,%d%n"
                        .formatted(
                                each.getKey(),
                                i,
                                marks.get(each.getValue().get(i).intValue())));
                for (var other : List.of("method:25", "team:25", "record:10", "cost:15")) {
                    sheets.append("%s,r%d,SCORED,%s%n".formatted(each.getKey(), i, other.replace(':', ',')));
                }
            }
        });
        var run = run(Run.example("miyagi"));

        vector.get("expected")
                .get("sums")
                .properties()
                .forEach(each -> assertThat(
                                run.standing(each.getKey()).get("published").stringValue())
                        .isEqualTo(each.getValue().asString()));
        var winner = run.standing(vector.get("expected").get("winner").stringValue());
        assertThat(winner.get("verdict").stringValue()).isEqualTo("ADOPT");
        assertThat(winner.get("rank").intValue()).isEqualTo(1);
    }

    @Test
    void v_c7_one_mark_below_two_disqualifies() {
        var vector = vector("V-C7");
        for (int i = 0; i < 3; i++) {
            int lowest =
                    vector.get("input").get("lowestItemOfEachReviewer").get(i).intValue();
            int rest = vector.get("input").get("totals").get(i).intValue() - lowest;
            var reviewer = "r" + i;
            sheets.append("P,%s,SCORED,price,%d%n".formatted(reviewer, lowest));
            sheets.append("P,%s,SCORED,gate,○%n".formatted(reviewer));
            var items = List.of("i1", "i2", "i3", "i4", "i5", "i6", "i7", "i8", "i9");
            spreadOne("P", reviewer, rest, items, 5);
        }
        var run = run(Run.example("open-bidding"));

        assertThat(run.standing("P").get("verdict").stringValue()).isEqualTo("NOT_PASSED");
        assertThat(run.standing("P").get("reason").stringValue()).isEqualTo("DISQUALIFIED");
        assertThat(run.out()).contains("\"step\":\"disqualified\",\"proposal\":\"P\",\"reviewer\":\"r1\"");
    }

    private void komoro() {
        var criteria = List.of("public", "citizen", "growth", "feasible", "independent");
        vector("V-C1").get("input").forEach(each -> {
            spread(each.get(0).stringValue(), each.get(1).intValue(), 5, criteria, 10);
            proposals.append("%s,%s%n".formatted(each.get(0).stringValue(), each.get(2)));
        });
    }

    private Run run(String rule, String... answers) {
        var arguments = new ArrayList<>(List.of(
                Run.write(directory, "rule.json", rule),
                Run.write(directory, "sheets.csv", sheets.toString()),
                "--json"));
        if (!proposals.toString().equals("proposal,requestedYen\n")) {
            arguments.addAll(List.of("--proposals", Run.write(directory, "proposals.csv", proposals.toString())));
        }
        if (answers.length > 0) {
            var outcomes =
                    "{\"format\": \"tomoni-scoring-outcomes/1\", \"answers\": [" + String.join(",", answers) + "]}";
            arguments.addAll(List.of("--outcomes", Run.write(directory, "outcomes.json", outcomes)));
        }
        var run = Run.of(arguments.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return run;
    }

    private static Map<String, String> verdicts(Run run) {
        var verdicts = new LinkedHashMap<String, String>();
        run.json()
                .get("result")
                .get("standings")
                .forEach(s -> verdicts.put(
                        s.get("proposal").stringValue(),
                        s.get("verdict").stringValue() + (s.has("amountYen") ? " " + s.get("amountYen") : "")));
        return verdicts;
    }

    private void total(String proposal, String reviewer, JsonNode score) {
        sheets.append("%s,%s,SCORED,,%s%n".formatted(proposal, reviewer, score));
    }

    private void marks(String proposal, String reviewer, List<String> criteria, JsonNode marks) {
        for (int i = 0; i < criteria.size(); i++) {
            sheets.append("%s,%s,SCORED,%s,%s%n".formatted(proposal, reviewer, criteria.get(i), marks.get(i)));
        }
    }

    /** Splits published points over reviewers and criteria, as evenly as whole points allow. */
    private void spread(String proposal, int points, int reviewers, List<String> criteria, int max) {
        for (int i = 0; i < reviewers; i++) {
            int share = points / (reviewers - i);
            spreadOne(proposal, "r" + i, share, criteria, max);
            points -= share;
        }
    }

    private void spreadOne(String proposal, String reviewer, int points, List<String> criteria, int max) {
        for (int i = 0; i < criteria.size(); i++) {
            int share = Math.min(max, points / (criteria.size() - i));
            sheets.append("%s,%s,SCORED,%s,%d%n".formatted(proposal, reviewer, criteria.get(i), share));
            points -= share;
        }
        assertThat(points).isZero();
    }

    private static List<String> names(JsonNode each) {
        if (!each.isArray()) {
            return List.of(each.stringValue());
        }
        var names = new ArrayList<String>();
        each.forEach(name -> names.add(name.stringValue()));
        return names;
    }

    private static JsonNode vector(String id) {
        for (var vector : VECTORS) {
            if (vector.get("id").stringValue().equals(id)) {
                return vector;
            }
        }
        throw new AssertionError(id);
    }
}
