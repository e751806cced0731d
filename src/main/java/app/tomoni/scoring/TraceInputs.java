package app.tomoni.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inputs of an evaluation as JSON, in an order of their own, so that a trace can be computed again. */
final class TraceInputs {

    private TraceInputs() {}

    static Map<String, Object> of(Rule rule, Entries entries, Outcomes outcomes) {
        var json = new LinkedHashMap<String, Object>();
        json.put("rule", RuleWriter.tree(rule));
        json.put(
                "proposals",
                entries.proposals().stream().map(TraceInputs::proposal).toList());
        json.put(
                "sheets",
                entries.allSheets().stream().map(sheet -> sheet(rule, sheet)).toList());
        json.put("outcomes", outcomes(outcomes));
        return json;
    }

    static Map<String, Object> proposal(ScoredProposal proposal) {
        var json = new LinkedHashMap<String, Object>();
        json.put("proposal", proposal.id());
        if (proposal.requestedYen() != null) {
            json.put("requestedYen", proposal.requestedYen());
        }
        json.put("renewalYear", proposal.renewalYear());
        json.put("status", proposal.status());
        if (proposal.votes() != null) {
            json.put("votes", proposal.votes());
        }
        return json;
    }

    static Map<String, Object> sheet(Rule rule, Sheet sheet) {
        var json = new LinkedHashMap<String, Object>();
        json.put("proposal", sheet.proposal());
        json.put("reviewer", sheet.reviewer());
        json.put("participation", sheet.participation());
        if (sheet.party() != null) {
            json.put("party", sheet.party());
        }
        if (sheet.isScored()) {
            var marks = Entries.exact(sheet);
            if (rule.criteria().isEmpty()) {
                json.put("total", mark(rule, marks.getOrDefault(Sheet.TOTAL, Ratio.ZERO)));
            } else {
                var byCriterion = new LinkedHashMap<String, Object>();
                for (var criterion : rule.criteria()) {
                    var mark = marks.get(criterion.id());
                    if (mark != null) {
                        byCriterion.put(criterion.id(), RuleWriter.number(mark));
                    }
                }
                json.put("marks", byCriterion);
            }
        }
        return json;
    }

    private static Object mark(Rule rule, Ratio mark) {
        return rule.aggregate() instanceof Aggregate.Verdict verdict
                ? verdict.at(mark).id()
                : RuleWriter.number(mark);
    }

    static Map<String, Object> outcomes(Outcomes outcomes) {
        var json = new LinkedHashMap<String, Object>();
        json.put(
                "ties",
                outcomes.ties().stream()
                        .map(tie -> ordered("order", tie.order(), "reason", tie.reason()))
                        .toList());
        json.put("answers", given(outcomes.answers(), "answer"));
        json.put(
                "amounts",
                outcomes.amounts().stream()
                        .map(a -> ordered("proposal", a.proposal(), "yen", a.yen(), "reason", a.reason()))
                        .toList());
        json.put("verdicts", given(outcomes.verdicts(), "verdict"));
        return json;
    }

    private static List<Map<String, Object>> given(List<Outcomes.Given> all, String name) {
        return all.stream()
                .map(g -> ordered("proposal", g.proposal(), name, g.value(), "reason", g.reason()))
                .toList();
    }

    private static Map<String, Object> ordered(Object... members) {
        var json = new LinkedHashMap<String, Object>();
        for (int i = 0; i < members.length; i += 2) {
            if (!members[i + 1].equals("")) {
                json.put((String) members[i], members[i + 1]);
            }
        }
        return json;
    }
}
