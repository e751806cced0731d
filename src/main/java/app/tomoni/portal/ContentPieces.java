package app.tomoni.portal;

import app.tomoni.form.FormReading;
import app.tomoni.form.FormReading.Entry;
import app.tomoni.form.FormReading.FilesEntry;
import app.tomoni.form.FormReading.Part;
import app.tomoni.form.FormReading.TableEntry;
import app.tomoni.form.FormReading.TextEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts what a group wrote where it is too long for one page: a table between its rows, a text between characters. */
final class ContentPieces {

    static final int MOST_BYTES = 40_000;

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final int MARKUP = 300;
    private static final int MARKUP_OF_CELL = 40;

    private record Piece(Part part, Entry entry) {}

    private ContentPieces() {}

    /** What of it stands on this page. */
    static FormReading on(Pages pages, FormReading content) {
        var pieces = content.parts().stream()
                .flatMap(part ->
                        part.entries().stream().flatMap(ContentPieces::cut).map(entry -> new Piece(part, entry)))
                .toList();
        var parts = new ArrayList<Part>();
        for (var piece : pages.of(pieces, MOST_BYTES, piece -> weight(piece.entry()))) {
            var part = piece.part();
            if (parts.isEmpty() || !parts.getLast().key().equals(part.key())) {
                parts.add(new Part(part.key(), part.title(), new ArrayList<>()));
            }
            parts.getLast().entries().add(piece.entry());
        }
        return new FormReading(parts);
    }

    private static Stream<Entry> cut(Entry entry) {
        return switch (entry) {
            case TextEntry text
            when weight(text) > MOST_BYTES ->
                Pages.packed(characters(text.text()), MOST_BYTES - MARKUP, Integer.MAX_VALUE, Pages::bytes).stream()
                        .map(characters ->
                                new TextEntry(text.key(), text.label(), String.join("", characters), text.empty()));
            case TableEntry table
            when weight(table) > MOST_BYTES ->
                Pages.packed(
                                table.rows(),
                                MOST_BYTES - weight(with(table, List.of())),
                                Integer.MAX_VALUE,
                                row -> weight(row))
                        .stream()
                        .map(rows -> with(table, rows));
            default -> Stream.of(entry);
        };
    }

    private static List<String> characters(String text) {
        return CHARACTER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static TableEntry with(TableEntry table, List<List<String>> rows) {
        return new TableEntry(table.key(), table.label(), table.headers(), rows, table.numeric());
    }

    private static int weight(Entry entry) {
        return MARKUP
                + 2 * Pages.bytes(entry.label())
                + switch (entry) {
                    case TextEntry text -> Pages.bytes(text.text());
                    case TableEntry table ->
                        weight(table.headers())
                                + table.rows().stream()
                                        .mapToInt(row -> weight(row))
                                        .sum();
                    case FilesEntry files ->
                        weight(files.files().stream().map(file -> file.name()).toList());
                };
    }

    private static int weight(List<String> cells) {
        return cells.stream().collect(Collectors.summingInt(cell -> MARKUP_OF_CELL + Pages.bytes(cell)));
    }
}
