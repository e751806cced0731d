package app.tomoni.scoring;

import app.tomoni.scoring.ScoringRefusal.Source;
import app.tomoni.scoring.text.Csv;
import app.tomoni.scoring.text.Json;
import java.util.List;

/** The columns of one CSV input: which must stand there, which may, under which names people know them. */
final class Columns {

    private final Source source;
    private final Csv.Table table;

    private Columns(Source source, Csv.Table table) {
        this.source = source;
        this.table = table;
    }

    static Columns of(Source source, String text, List<String> known) {
        try {
            return new Columns(source, Csv.parse(text, name -> canonical(name, known)));
        } catch (Json.Malformed e) {
            throw new ScoringRefusal(source, "", e.line(), e.column(), e.key(), List.of());
        }
    }

    private static String canonical(String name, List<String> known) {
        return known.stream().filter(each -> Marks.is(each, name)).findFirst().orElse(name);
    }

    boolean has(String name) {
        return table.columns().containsKey(name);
    }

    List<Csv.Row> rows(List<String> required, List<String> optional) {
        for (var name : required) {
            if (!has(name)) {
                throw new ScoringRefusal(source, "", table.line(), 1, "column.missing", List.of(name));
            }
        }
        table.columns().forEach((name, index) -> {
            if (!required.contains(name) && !optional.contains(name)) {
                throw new ScoringRefusal(source, "", table.line(), index + 1, "column.unknown", List.of(name));
            }
        });
        return table.rows();
    }

    ScoringRefusal refused(Csv.Row row, String column, String key, Object... arguments) {
        return new ScoringRefusal(source, "", row.line(), row.column(column), key, List.of(arguments));
    }

    String needed(Csv.Row row, String column) {
        var text = row.text(column);
        if (text.isEmpty()) {
            throw refused(row, column, "field.empty", column);
        }
        return text;
    }
}
