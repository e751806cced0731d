package app.tomoni.proposal;

import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.FormReading;
import app.tomoni.form.FormReading.BudgetDetail;
import app.tomoni.form.FormReading.Entry;
import app.tomoni.form.FormWords;
import app.tomoni.form.Section;
import app.tomoni.form.Widget;
import app.tomoni.shared.FileSize;
import app.tomoni.shared.Translations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes answers as plain text, so that two revisions can be compared word by word. */
@Component
public class AnswerTexts {

    /** One answer, or one table of it, in words; the text is empty when there is none. */
    public record Written(String key, String label, String text) {}

    /** An answer that differs between two revisions. */
    public record Change(String key, String label, String before, String after) {}

    private final FormWords words;
    private final Translations texts;

    AnswerTexts(FormWords words, Translations texts) {
        this.words = words;
        this.texts = texts;
    }

    /** All answers that are not hidden, in the order of the form; tables one line a row. */
    public List<Written> of(FormDefinition form, Answers answers, Locale locale) {
        return of(FormReading.of(form, answers, field -> true, BudgetDetail.LINES, words, locale), locale);
    }

    /** What is to be read, as plain text. */
    List<Written> of(FormReading reading, Locale locale) {
        return reading.parts().stream()
                .flatMap(part -> part.entries().stream())
                .map(entry -> new Written(entry.key(), entry.label(), text(entry, locale)))
                .toList();
    }

    /** One answer in words; empty when there is none. */
    public String of(Field field, Answers answers, Locale locale) {
        return of(reading(field, answers, locale), locale).stream()
                .map(Written::text)
                .collect(Collectors.joining("\n"));
    }

    /** One answer with all that was given with it, to be read. */
    public FormReading reading(Field field, Answers answers, Locale locale) {
        var only = new FormDefinition(
                field.key(), List.of(new Section(field.key(), field.label(), null, List.of(), List.of(field))));
        return FormReading.of(only, answers, one -> true, BudgetDetail.LINES, words, locale);
    }

    /** The name of a column of a table. */
    public String column(Widget widget, String column, Locale locale) {
        return texts.getTranslation("form.column." + widget.key() + "." + column, locale);
    }

    /** A file with its size to the byte: one that was put right is seen to be another. */
    private String text(Entry entry, Locale locale) {
        return switch (entry) {
            case FormReading.TextEntry text -> text.empty() ? "" : text.text();
            case FormReading.TableEntry table ->
                table.rows().stream()
                        .map(row -> line(table.headers(), row, locale))
                        .collect(Collectors.joining("\n"));
            case FormReading.FilesEntry files ->
                files.files().stream()
                        .map(file -> texts.getTranslation(
                                "proposal.file.line",
                                locale,
                                file.name(),
                                texts.of(new FileSize(file.size()), locale),
                                file.size()))
                        .collect(Collectors.joining("\n"));
        };
    }

    private String line(List<String> headers, List<String> row, Locale locale) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.size(); i++) {
            if (!row.get(i).isBlank()) {
                cells.add(headers.get(i) + texts.getTranslation("proposal.colon", locale) + row.get(i));
            }
        }
        return String.join(texts.getTranslation("shared.list.separator", locale), cells);
    }

    /** What is not the same in both, in the order of the form; an answer that one of them lacks is compared with none. */
    public List<Change> changes(List<Written> before, List<Written> after) {
        var places = new LinkedHashMap<String, Change>();
        after.forEach(now -> places.put(place(now), new Change(now.key(), now.label(), "", now.text())));
        before.forEach(then -> places.merge(
                place(then),
                new Change(then.key(), then.label(), then.text(), ""),
                (now, unused) -> new Change(now.key(), now.label(), then.text(), now.after())));
        return places.values().stream()
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static String place(Written written) {
        return written.key() + "/" + written.label();
    }
}
