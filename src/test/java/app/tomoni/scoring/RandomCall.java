package app.tomoni.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A rule, proposals and sheets drawn from a seed; the seed in a failing test's name draws the same again. */
record RandomCall(Rule rule, List<ScoredProposal> proposals, List<Sheet> sheets) {

    /** Methods whose figure grows with every mark. */
    static final List<String> BY_POINTS = List.of(
            "{\"method\": \"SUM\"}",
            "{\"method\": \"MEAN\"}",
            "{\"method\": \"MEAN_OF_CRITERIA_THEN_SUM\"}",
            "{\"method\": \"SUM_TO_100\"}",
            "{\"method\": \"TRIMMED_MEAN\", \"dropHigh\": 1, \"dropLow\": 1, \"needsAtLeast\": 3, \"fallback\": \"MEAN\"}",
            "{\"method\": \"PARTY_SPLIT\", \"parties\": [{\"id\": \"x\", \"name\": {\"ja\": \"甲\"}, \"share\": 40},"
                    + " {\"id\": \"y\", \"name\": {\"ja\": \"乙\"}, \"share\": 60}]}");

    static final String BY_RANKS = "{\"method\": \"RANK_SUM\", \"sheets\": \"MARKS\"}";

    /** Methods where reviewers write something else than points. */
    static final List<String> WITHOUT_POINTS = List.of(
            "{\"method\": \"RANK_SUM\", \"sheets\": \"RANKS\"}",
            "{\"method\": \"VERDICT\", \"grades\": [{\"id\": \"A\", \"name\": {\"ja\": \"甲\"}, \"meaning\": \"ADOPT\"},"
                    + " {\"id\": \"B\", \"name\": {\"ja\": \"乙\"}, \"meaning\": \"ADOPT_WITH_CONDITIONS\"},"
                    + " {\"id\": \"C\", \"name\": {\"ja\": \"丙\"}, \"meaning\": \"DO_NOT_ADOPT\"}]}");

    static RandomCall of(long seed) {
        return new Draw(seed).call();
    }

    Result evaluate() {
        return evaluate(Outcomes.none());
    }

    Result evaluate(Outcomes outcomes) {
        return Scoring.evaluate(rule, proposals, sheets, outcomes);
    }

    RandomCall with(Rule other) {
        return new RandomCall(other, proposals, sheets);
    }

    RandomCall with(List<Sheet> others) {
        return new RandomCall(rule, proposals, others);
    }

    /** The same content in another order. */
    RandomCall shuffled(long seed) {
        var random = new Random(seed);
        var otherProposals = new ArrayList<>(proposals);
        var otherSheets = new ArrayList<>(sheets);
        Collections.shuffle(otherProposals, random);
        Collections.shuffle(otherSheets, random);
        return new RandomCall(rule, otherProposals, otherSheets);
    }

    private static final class Draw {

        private final Random random;

        private Draw(long seed) {
            random = new Random(seed);
        }

        private RandomCall call() {
            boolean points = random.nextInt(6) > 0;
            int criteria = points ? 1 + random.nextInt(3) : 0;
            boolean ranks = !points || random.nextInt(5) == 0;
            var method = points ? ranks ? BY_RANKS : one(BY_POINTS) : one(WITHOUT_POINTS);
            boolean parties = method.contains("PARTY_SPLIT");
            boolean renewal = points && random.nextBoolean();
            var rule = Rule.parse(rule(method, criteria, ranks, parties, renewal));
            var proposals = new ArrayList<ScoredProposal>();
            for (int i = random.nextInt(9); i > 0; i--) {
                proposals.add(new ScoredProposal(
                        "P" + i,
                        50_000L * (1 + random.nextInt(4)) + random.nextInt(2) * 500L,
                        1 + random.nextInt(2),
                        one(List.of(
                                ScoredProposal.Status.ENTERED,
                                ScoredProposal.Status.ENTERED,
                                ScoredProposal.Status.ENTERED,
                                one(List.of(ScoredProposal.Status.values())))),
                        (long) random.nextInt(20)));
            }
            return new RandomCall(rule, proposals, sheets(rule, proposals, parties));
        }

        private List<Sheet> sheets(Rule rule, List<ScoredProposal> proposals, boolean parties) {
            int reviewers = (parties ? 2 : 1) + random.nextInt(5);
            var sheets = new ArrayList<Sheet>();
            for (var proposal : proposals) {
                for (int i = 0; i < reviewers; i++) {
                    var participation =
                            random.nextInt(8) == 0 ? one(List.of(Participation.values())) : Participation.SCORED;
                    var marks = new TreeMap<String, BigDecimal>();
                    if (participation == Participation.SCORED) {
                        if (rule.aggregate() instanceof Aggregate.Verdict verdict) {
                            marks.put(Sheet.TOTAL, place(verdict.grades().size()));
                        } else if (rule.criteria().isEmpty()) {
                            marks.put(Sheet.TOTAL, place(proposals.size()));
                        }
                        for (var criterion : rule.criteriaFor(proposal)) {
                            // few different marks, so that ties are common
                            marks.put(criterion.id(), BigDecimal.valueOf(1 + random.nextInt(4)));
                        }
                    }
                    var party = parties ? i % 2 == 0 ? "x" : "y" : null;
                    sheets.add(new Sheet(proposal.id(), "r" + i, participation, party, marks));
                }
            }
            return sheets;
        }

        private BigDecimal place(int last) {
            return BigDecimal.valueOf(1 + random.nextInt(last));
        }

        private String rule(String method, int criteria, boolean ranks, boolean parties, boolean renewal) {
            var parts = new LinkedHashMap<String, String>();
            parts.put("sheetMax", "");
            parts.put("aggregate", method);
            var lines = new ArrayList<String>();
            for (int i = 0; i < criteria; i++) {
                lines.add(
                        "{\"id\": \"c%d\", \"name\": {\"ja\": \"項目\"}, \"max\": 5, \"weight\": %s, \"scale\": {\"type\": \"POINTS\", \"min\": 1}}"
                                .formatted(i, one(List.of("1", "2", "\"0.5\"", "\"1/3\""))));
            }
            if (renewal) {
                lines.add("{\"id\": \"again\", \"name\": {\"ja\": \"成果\"}, \"max\": 5, \"appliesTo\": \"RENEWAL\"}");
                parts.put("renewal", "{\"fromYear\": 2, \"factor\": \"%d/%d\"}".formatted(criteria, criteria + 1));
            }
            parts.put("criteria", lines.isEmpty() ? "" : "[" + String.join(", ", lines) + "]");
            boolean fill = method.contains("RANK_SUM")
                    || !ranks && method.contains("\"SUM\"")
                    || !ranks && !parties && random.nextBoolean();
            parts.put("recusal", fill ? "\"FILL_WITH_MEAN_OF_OTHERS\"" : "\"EXCLUDE\"");
            boolean early = method.contains("CRITERIA_THEN") && random.nextBoolean();
            parts.put(
                    "rounding",
                    "{\"decimals\": %d, \"mode\": \"%s\", \"at\": \"%s\", \"criterionDecimals\": 1}"
                            .formatted(
                                    random.nextInt(3),
                                    one(List.of("HALF_UP", "HALF_EVEN", "HALF_DOWN", "DOWN", "UP")),
                                    early ? "CRITERION" : "TOTAL"));
            if (!ranks && random.nextInt(3) == 0) {
                parts.put(
                        "votes",
                        one(List.of(
                                "{\"as\": \"SECOND_ROUND_BONUS\", \"pointsPerVote\": \"0.5\"}",
                                "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 10}")));
            }
            parts.put("thresholds", "[" + (criteria == 0 ? "" : thresholds(ranks)) + "]");
            parts.put(
                    "ties",
                    one(List.of(
                            "[]",
                            "[{\"by\": \"SMALLER_REQUEST\"}]",
                            criteria == 0
                                    ? "[{\"by\": \"CHAIR\"}]"
                                    : "[{\"by\": \"CRITERION\", \"criterion\": \"c0\"}, {\"by\": \"DELIBERATION\"}]")));
            money(parts, ranks);
            var levels = new ArrayList<>(List.of("\"TOTALS\""));
            if (criteria > 0) {
                levels.add("\"MEANS\"");
            }
            if (!method.equals(BY_RANKS)) {
                levels.add("\"SHEETS\"");
            }
            parts.put("disclosure", one(levels));
            return Samples.totals(parts);
        }

        private String thresholds(boolean ranks) {
            var some = new ArrayList<>(List.of(
                    "{\"type\": \"EACH_CRITERION\", \"percent\": 40}",
                    "{\"type\": \"VETO\", \"criterion\": \"c0\", \"atMost\": 1, \"by\": \"MAJORITY\"}",
                    "{\"type\": \"DISQUALIFY\", \"anyItemBelow\": 1}"));
            if (!ranks) {
                some.add("{\"type\": \"TOTAL\", \"percent\": 50}");
                some.add("{\"type\": \"TOTAL\", \"percent\": 45, \"on\": \"RAW\"}");
                some.add("{\"type\": \"BASELINE\", \"formula\": \"MIDPOINT_OF_SCALE\"}");
                some.add("{\"type\": \"BASELINE\", \"formula\": \"MEAN_OF_TOTALS\", \"factor\": \"0.9\"}");
            }
            Collections.shuffle(some, random);
            return String.join(", ", some.subList(0, random.nextInt(3)));
        }

        private void money(Map<String, String> parts, boolean ranks) {
            var award = one(
                    ranks
                            ? List.of("\"REQUESTED\"")
                            : List.of(
                                    "\"REQUESTED\"",
                                    "\"PROPORTIONAL\"",
                                    "\"LINE\", \"baseYen\": 10000, \"perPointYen\": 9000",
                                    "\"BANDS\", \"bands\": [{\"from\": 9, \"rate\": 1}, {\"from\": 6, \"yen\": 70000}]"));
            var cap = random.nextBoolean() ? ", \"capYen\": 120000" : "";
            parts.put("award", "{\"type\": " + award + cap + ", \"unitYen\": 1000}");
            parts.put("budgetYen", Integer.toString(100_000 + random.nextInt(6) * 50_000));
            parts.put(
                    "selection",
                    one(
                            award.contains("PROPORTIONAL")
                                    ? List.of("{\"by\": \"ALL_PASSING\"}", "{\"by\": \"TOP\", \"places\": 2}")
                                    : List.of(
                                            "{\"by\": \"ALL_PASSING\"}",
                                            "{\"by\": \"TOP\", \"places\": 3, \"reserves\": 1}",
                                            "{\"by\": \"WITHIN_BUDGET\", \"whenOver\": \"STOP\"}",
                                            "{\"by\": \"WITHIN_BUDGET\", \"whenOver\": \"OFFER_REMAINDER\"}")));
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
