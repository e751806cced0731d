package app.tomoni.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules and sheets that tests share. */
final class Samples {

    private Samples() {}

    /** A rule on the totals of sheets up to 100; each part in place of the usual one. */
    static String totals(Map<String, String> parts) {
        var all = new LinkedHashMap<String, String>();
        all.put("format", "\"tomoni-scoring-rule/1\"");
        all.put("name", "{\"ja\": \"試し\"}");
        all.put("sheetMax", "100");
        all.put("aggregate", "{\"method\": \"MEAN\"}");
        all.put("recusal", "\"EXCLUDE\"");
        all.put("rounding", "{\"decimals\": 1, \"mode\": \"HALF_UP\", \"at\": \"TOTAL\"}");
        all.put("thresholds", "[]");
        all.put("ties", "[]");
        all.put("selection", "{\"by\": \"ALL_PASSING\"}");
        all.put("award", "{\"type\": \"NONE\"}");
        all.put("disclosure", "\"TOTALS\"");
        parts.forEach((key, value) -> {
            if (value.isEmpty()) {
                all.remove(key);
            } else {
                all.put(key, value);
            }
        });
        var json = new ArrayList<String>();
        all.forEach((key, value) -> json.add("  \"" + key + "\": " + value));
        return "{\n" + String.join(",\n", json) + "\n}\n";
    }

    /** A rule with criteria a and b, up to 10 points each, in place of the sheet's maximum. */
    static String criteria(Map<String, String> parts) {
        var all = new LinkedHashMap<>(Map.of(
                "sheetMax",
                "",
                "criteria",
                "[{\"id\": \"a\", \"name\": {\"ja\": \"公益性\"}, \"max\": 10},"
                        + " {\"id\": \"b\", \"name\": {\"ja\": \"実現性\"}, \"max\": 10}]"));
        all.putAll(parts);
        return totals(all);
    }

    /** Sheets of one proposal by reviewers r1, r2, …; a null stands for a recused reviewer. */
    static List<Sheet> sheets(String proposal, Integer... totals) {
        var sheets = new ArrayList<Sheet>();
        for (int i = 0; i < totals.length; i++) {
            var reviewer = "r" + (i + 1);
            sheets.add(
                    totals[i] == null
                            ? Sheet.without(proposal, reviewer, Participation.RECUSED)
                            : Sheet.total(proposal, reviewer, BigDecimal.valueOf(totals[i])));
        }
        return sheets;
    }

    static Sheet ab(String proposal, String reviewer, int a, int b) {
        return Sheet.scored(proposal, reviewer, Map.of("a", BigDecimal.valueOf(a), "b", BigDecimal.valueOf(b)));
    }

    static List<ScoredProposal> entered(String... ids) {
        var proposals = new ArrayList<ScoredProposal>();
        for (var id : ids) {
            proposals.add(ScoredProposal.entered(id, 100_000L));
        }
        return proposals;
    }
}
