package app.tomoni.scoring;

import app.tomoni.scoring.text.Csv;
import app.tomoni.scoring.text.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes sheets and published figures as open data; {@link ScoresReader} reads them again. */
final class ScoresWriter {

    static final String FORMAT = "tomoni-scoring-scores/1";
    static final String TOTAL = "#total";
    static final String OUT = "#out";

    private ScoresWriter() {}

    static String json(Rule rule, Scores scores) {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", FORMAT);
        json.putAll(tree(rule, scores));
        return JsonText.write(json, 2);
    }

    static Map<String, Object> tree(Rule rule, Scores scores) {
        var json = new LinkedHashMap<String, Object>();
        json.put("level", scores.level());
        if (scores.holdsSheets()) {
            json.put("sheets", scores.sheets().stream().map(s -> sheet(rule, s)).toList());
        } else {
            json.put(
                    "figures",
                    scores.figures().stream().map(f -> figures(rule, f)).toList());
        }
        return json;
    }

    private static Map<String, Object> sheet(Rule rule, Sheet sheet) {
        var json = new LinkedHashMap<String, Object>();
        json.put("proposal", sheet.proposal());
        json.put("reviewer", sheet.reviewer());
        json.put("participation", sheet.participation());
        if (sheet.party() != null) {
            json.put("party", sheet.party());
        }
        if (sheet.isScored() && rule.criteria().isEmpty()) {
            json.put("total", mark(rule, sheet.marks().getOrDefault(Sheet.TOTAL, BigDecimal.ZERO)));
        } else if (sheet.isScored()) {
            var marks = new LinkedHashMap<String, Object>();
            for (var criterion : rule.criteria()) {
                var mark = sheet.marks().get(criterion.id());
                if (mark != null) {
                    marks.put(criterion.id(), RuleWriter.number(Ratio.of(mark)));
                }
            }
            json.put("marks", marks);
        }
        return json;
    }

    private static Object mark(Rule rule, BigDecimal mark) {
        return rule.aggregate() instanceof Aggregate.Verdict verdict
                ? verdict.at(Ratio.of(mark)).id()
                : RuleWriter.number(Ratio.of(mark));
    }

    private static Map<String, Object> figures(Rule rule, Scores.PublishedFigures figures) {
        var json = new LinkedHashMap<String, Object>();
        json.put("proposal", figures.proposal());
        json.put("sheets", figures.sheets());
        if (figures.total() != null) {
            json.put("total", figures.total().toString());
        }
        var means = new LinkedHashMap<String, Object>();
        for (var criterion : rule.criteria()) {
            var mean = figures.means().get(criterion.id());
            if (mean != null) {
                means.put(criterion.id(), mean.toString());
            }
        }
        if (!means.isEmpty()) {
            json.put("means", means);
        }
        if (!figures.out().isEmpty()) {
            json.put("out", List.copyOf(new TreeSet<>(figures.out())));
        }
        return json;
    }

    static String csv(Rule rule, Scores scores) {
        return Csv.write(scores.holdsSheets() ? sheetRows(rule, scores) : figureRows(scores));
    }

    private static List<List<String>> sheetRows(Rule rule, Scores scores) {
        boolean parties = rule.aggregate() instanceof Aggregate.PartySplit;
        var rows = new ArrayList<List<String>>();
        var reviewer = scores.level() == Scores.Level.SHEETS ? "letter" : "reviewer";
        rows.add(row(parties, "party", "proposal", reviewer, "participation", "criterion", "score"));
        for (var sheet : scores.sheets()) {
            var party = sheet.party() == null ? "" : sheet.party();
            var who = List.of(
                    sheet.proposal(), sheet.reviewer(), sheet.participation().name());
            if (!sheet.isScored()) {
                rows.add(row(parties, party, who.get(0), who.get(1), who.get(2), "", ""));
            }
            for (var mark : new TreeMap<>(sheet.marks()).entrySet()) {
                var value = mark(rule, mark.getValue()).toString();
                rows.add(row(parties, party, who.get(0), who.get(1), who.get(2), mark.getKey(), value));
            }
        }
        return rows;
    }

    private static List<String> row(boolean parties, String party, String... fields) {
        var row = new ArrayList<>(List.of(fields));
        if (parties) {
            row.add(party);
        }
        return row;
    }

    /** Numerator and denominator stand in columns of their own, so that no spreadsheet takes 10/3 for a date. */
    private static List<List<String>> figureRows(Scores scores) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("proposal", "sheets", "item", "numerator", "denominator"));
        for (var figures : scores.figures()) {
            var sheets = Integer.toString(figures.sheets());
            var lines = new TreeMap<String, Ratio>(figures.means());
            if (figures.total() != null) {
                lines.put(TOTAL, figures.total());
            }
            lines.forEach((item, ratio) ->
                    rows.add(List.of(figures.proposal(), sheets, item, ratio.numerator(), ratio.denominator())));
            for (var reason : new TreeSet<>(figures.out())) {
                rows.add(List.of(figures.proposal(), sheets, OUT, reason.name(), ""));
            }
            if (lines.isEmpty()) {
                rows.add(List.of(figures.proposal(), sheets, "", "", ""));
            }
        }
        return rows;
    }
}
