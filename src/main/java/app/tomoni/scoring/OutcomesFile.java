package app.tomoni.scoring;

import app.tomoni.scoring.Outcomes.Amount;
import app.tomoni.scoring.Outcomes.Given;
import app.tomoni.scoring.Outcomes.TieOrder;
import app.tomoni.scoring.ScoringRefusal.Source;
import app.tomoni.scoring.text.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people decided, as JSON that the result can be computed again with. */
public final class OutcomesFile {

    static final String FORMAT = "tomoni-scoring-outcomes/1";

    private OutcomesFile() {}

    public static Outcomes parse(String text) {
        return read(text).value();
    }

    public static String toJson(Outcomes outcomes) {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", FORMAT);
        json.putAll(tree(outcomes));
        return JsonText.write(json, 2);
    }

    static Map<String, Object> tree(Outcomes outcomes) {
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

    static Read<Outcomes> read(String text) {
        return Fields.parse(Source.OUTCOMES, text, json -> {
            var in = Fields.of(Source.OUTCOMES, "", json);
            in.format(FORMAT);
            return new Read<>(outcomes(in), Positions.of(json));
        });
    }

    static Outcomes outcomes(Fields in) {
        return in.end(new Outcomes(
                in.optionalList("ties", each -> each.end(new TieOrder(each.texts("order"), reason(each)))),
                in.optionalList(
                        "answers",
                        each -> each.end(new Given(
                                each.text("proposal"),
                                each.one("answer", Answer.class).name(),
                                reason(each)))),
                in.optionalList(
                        "amounts", each -> each.end(new Amount(each.text("proposal"), each.yen("yen"), reason(each)))),
                in.optionalList(
                        "verdicts",
                        each -> each.end(new Given(each.text("proposal"), each.text("verdict"), reason(each))))));
    }

    /** What a group may answer. */
    enum Answer {
        ACCEPTED,
        DECLINED
    }

    private static String reason(Fields in) {
        return in.optionalText("reason").orElse("");
    }

    private static List<Map<String, Object>> given(List<Given> all, String name) {
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
