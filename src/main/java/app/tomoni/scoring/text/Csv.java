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

    /**
     * @param line where the header stands
     * @param rows without the header and without empty lines
     */
    public record Table(int line, Map<String, Integer> columns, List<Row> rows) {}

    private Csv() {}

    /** @param canonical the name that we use for a name in the header */
    public static Table parse(String text, UnaryOperator<String> canonical) {
        var rows = new ArrayList<Row>();
        Map<String, Integer> columns = null;
        int header = 1;
        try (var reader = CsvReader.builder()
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord each : reader) {
                int line = (int) each.getStartingLineNumber();
                if (columns == null) {
                    header = line;
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
            throw syntax(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Table(header, columns == null ? Map.of() : columns, rows);
    }

    /** Points at the first quotation mark that opens a field which does not end as it should. */
    private static Json.Malformed syntax(String text) {
        int line = 1;
        int column = 1;
        int at = 0;
        while (at < text.length()) {
            boolean quoted = text.charAt(at) == '"';
            int end = quoted ? closed(text, at) : at;
            if (quoted && !endsField(text, end)) {
                break;
            }
            while (!endsField(text, end)) {
                end++;
            }
            line += (int) text.substring(at, end).lines().skip(1).count();
            if (end < text.length() && text.charAt(end) != ',') {
                line++;
                column = 1;
                end += text.startsWith("\r\n", end) ? 1 : 0;
            } else {
                column++;
            }
            at = end + 1;
        }
        return new Json.Malformed("csv.syntax", line, column);
    }

    /** The place after the closing quotation mark; -1 without one. */
    private static int closed(String text, int open) {
        int close = text.indexOf('"', open + 1);
        while (close >= 0 && text.startsWith("\"", close + 1)) {
            close = text.indexOf('"', close + 2);
        }
        return close < 0 ? -1 : close + 1;
    }

    private static boolean endsField(String text, int at) {
        return at == text.length() || at >= 0 && ",\r\n".indexOf(text.charAt(at)) >= 0;
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
