package app.tomoni.proposal;

import app.tomoni.form.Answers;
import app.tomoni.form.Budget;
import app.tomoni.form.BudgetLine;
import app.tomoni.form.Field;
import app.tomoni.form.Widget;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes an answer as plain text, for reading aloud and for comparing. */
@Component
public class AnswerTexts {

    private final Translations texts;

    AnswerTexts(Translations texts) {
        this.texts = texts;
    }

    /** The answer in words, tables and budgets one line a row; empty when there is none. */
    public String of(Field field, Answers answers, Locale locale) {
        if (answers.isEmpty(field)) {
            return field.kind() == Field.Kind.CHECKBOX ? texts.getTranslation("shared.no", locale) : "";
        }
        var key = field.key();
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> answers.text(key);
            case NUMBER -> field.unit() == null ? answers.text(key) : answers.text(key) + field.unit();
            case DATE ->
                answers.date(key).map(day -> JapaneseDates.full(day, locale)).orElseGet(() -> answers.text(key));
            case CHECKBOX -> texts.getTranslation("shared.yes", locale);
            case RADIO, SELECT -> field.optionLabel(answers.text(key));
            case CHECKLIST ->
                answers.chosen(key).stream().map(field::optionLabel).collect(Collectors.joining(comma(locale)));
            case WIDGET -> widget(field, answers, locale);
        };
    }

    private String widget(Field field, Answers answers, Locale locale) {
        var widget = field.widget();
        if (widget == null) {
            return answers.text(field.key());
        }
        return switch (widget) {
            case BUDGET -> budget(answers.budget(field.key()), locale);
            case ATTACHMENTS ->
                answers.attachments(field.key()).stream()
                        .map(file -> texts.getTranslation("proposal.file.line", locale, file.name(), file.size()))
                        .collect(Collectors.joining("\n"));
            case ROLES, SCHEDULE, OUTCOMES ->
                answers.rows(field.key(), widget.columns()).stream()
                        .map(row -> row.entrySet().stream()
                                .filter(cell -> !cell.getValue().isBlank())
                                .map(cell -> column(widget, cell.getKey(), locale) + colon(locale) + cell.getValue())
                                .collect(Collectors.joining(comma(locale))))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"));
        };
    }

    /** The name of a column of a table widget. */
    public String column(Widget widget, String column, Locale locale) {
        return texts.getTranslation("proposal.column." + widget.key() + "." + column, locale);
    }

    private String budget(Budget budget, Locale locale) {
        var words = new StringBuilder();
        lines(words, "proposal.budget.expenditure", budget.expenditure(), locale);
        lines(words, "proposal.budget.income", budget.income(), locale);
        return words.append(texts.getTranslation("proposal.requested", locale))
                .append(colon(locale))
                .append(texts.getTranslation(
                        "shared.yen", locale, budget.requested().amount()))
                .toString();
    }

    private void lines(StringBuilder words, String head, List<BudgetLine> lines, Locale locale) {
        words.append(texts.getTranslation(head, locale)).append('\n');
        lines.stream()
                .filter(line -> !line.isEmpty())
                .forEach(line -> words.append(line.category())
                        .append(' ')
                        .append(line.description())
                        .append(' ')
                        .append(texts.getTranslation(
                                "shared.yen", locale, line.amount().amount()))
                        .append('\n'));
    }

    private String comma(Locale locale) {
        return texts.getTranslation("proposal.comma", locale);
    }

    private String colon(Locale locale) {
        return texts.getTranslation("proposal.colon", locale);
    }
}
