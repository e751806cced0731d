package app.tomoni.scoring.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rows under a header, each field with its line and the number of its column. */
public final class Csv {

    /** One row; a column that the header does not have reads as empty. */
    public record Row(int line, Map<String, Integer> columns, List<String> fields) {

        public String text(String name) {
            var column = columns.get(name);
            return column == null ? "" : fields.get(column).strip();
        }

        /** From 1; 1 also for a column that the header does not have. */
        public int column(String name) {
            return columns.getOrDefault(name, 0) + 1;
        }
    }

    /** @param rows without the header and without empty lines */
    public record Table(Map<String, Integer> columns, List<Row> rows) {}

    private Csv() {}

    /** @param canonical the name that we use for a name in the header */
    public static Table parse(String text, UnaryOperator<String> canonical) {
        var rows = new ArrayList<Row>();
        Map<String, Integer> columns = null;
        try (var reader = CsvReader.builder()
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord each : reader) {
                int line = (int) each.getStartingLineNumber();
                if (columns == null) {
                    columns = header(
                            each.getFields().stream()
                                    .map(String::strip)
                                    .map(canonical)
                                    .toList(),
                            line);
                } else if (each.getFieldCount() != columns.size()) {
                    throw new Json.Malformed("csv.fields", line, Math.min(each.getFieldCount(), columns.size()) + 1);
                } else {
                    rows.add(new Row(line, columns, each.getFields()));
                }
            }
        } catch (CsvParseException e) {
            throw new Json.Malformed(
                    "csv.syntax", rows.isEmpty() ? 1 : rows.getLast().line() + 1, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Table(columns == null ? Map.of() : columns, rows);
    }

    private static Map<String, Integer> header(List<String> fields, int line) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < fields.size(); i++) {
            if (columns.put(fields.get(i), i) != null) {
                throw new Json.Malformed("csv.column.twice", line, i + 1);
            }
        }
        return columns;
    }

    public static String write(List<List<String>> rows) {
        var out = new StringWriter();
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
