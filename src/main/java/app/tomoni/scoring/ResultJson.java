package app.tomoni.scoring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A result as JSON: the last part of a trace. */
final class ResultJson {

    private ResultJson() {}

    static Map<String, Object> of(Result result) {
        var json = new LinkedHashMap<String, Object>();
        json.put("complete", result.isComplete());
        json.put(
                "standings",
                result.standings().stream().map(ResultJson::standing).toList());
        json.put(
                "deliberations",
                result.deliberations().stream().map(ResultJson::deliberation).toList());
        put(json, "budgetYen", result.budgetYen());
        json.put("grantedYen", result.grantedYen());
        json.put("information", information(result.information()));
        return json;
    }

    private static Map<String, Object> deliberation(Result.Deliberation deliberation) {
        var json = new LinkedHashMap<String, Object>();
        json.put("place", deliberation.place());
        json.put("proposals", deliberation.proposals());
        return json;
    }

    private static Map<String, Object> standing(Result.Standing standing) {
        var json = new LinkedHashMap<String, Object>();
        json.put("proposal", standing.proposal());
        put(json, "rank", standing.rank());
        put(json, "total", standing.total());
        var published = standing.published();
        put(json, "published", published == null ? null : published.toPlainString());
        put(json, "grade", standing.grade());
        if (!standing.means().isEmpty()) {
            var means = new LinkedHashMap<String, Object>();
            standing.means().forEach((criterion, mean) -> means.put(criterion, mean.toPlainString()));
            json.put("means", means);
        }
        put(json, "decidedBy", standing.decidedBy());
        json.put("verdict", standing.verdict());
        put(json, "reason", standing.reason());
        put(json, "requestedYen", standing.requestedYen());
        put(json, "amountYen", standing.amountYen());
        put(json, "cumulativeYen", standing.cumulativeYen());
        return json;
    }

    private static Map<String, Object> information(Information information) {
        var json = new LinkedHashMap<String, Object>();
        json.put(
                "reviewers",
                information.reviewers().stream()
                        .map(r -> {
                            var each = new LinkedHashMap<String, Object>();
                            each.put("reviewer", r.reviewer());
                            each.put("sheets", r.sheets());
                            each.put("mean", r.mean());
                            each.put("deviation", r.deviation().toPlainString());
                            each.put("judged", r.judged());
                            return each;
                        })
                        .toList());
        json.put(
                "spreads",
                information.spreads().stream()
                        .map(s -> {
                            var each = new LinkedHashMap<String, Object>();
                            each.put("proposal", s.proposal());
                            each.put("lowest", s.lowest());
                            each.put("highest", s.highest());
                            each.put("deviation", s.deviation().toPlainString());
                            each.put("disagreement", s.disagreement());
                            return each;
                        })
                        .toList());
        json.put(
                "adjusted",
                information.adjusted().stream()
                        .map(a -> {
                            var each = new LinkedHashMap<String, Object>();
                            each.put("proposal", a.proposal());
                            each.put("figure", a.figure().toPlainString());
                            each.put("rank", a.rank());
                            put(each, "change", a.change());
                            return each;
                        })
                        .toList());
        return json;
    }

    private static void put(Map<String, Object> json, String key, @Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }
}
