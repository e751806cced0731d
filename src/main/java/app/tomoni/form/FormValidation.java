package app.tomoni.form;

import app.tomoni.form.Field.Option;
import app.tomoni.shared.Graphemes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges answers on the server, whatever a browser has said before. */
final class FormValidation {

    static final int MOST_FILES = 10;
    static final int MOST_ROWS = 50;
    static final int LONGEST_CELL = 200;
    /** For a text without a limit of its own: far above what anyone writes, far below what hurts. */
    static final int LONGEST_TEXT = 20_000;

    private final FormDefinition definition;
    private final Answers answers;
    private final FormRules rules;
    private final List<FieldError> errors = new ArrayList<>();

    FormValidation(FormDefinition definition, Answers answers, FormRules rules) {
        this.definition = definition;
        this.answers = answers;
        this.rules = rules;
    }

    List<FieldError> errors() {
        definition.fields().filter(answers::shows).forEach(this::check);
        return List.copyOf(errors);
    }

    private void check(Field field) {
        if (answers.isEmpty(field)) {
            if (field.required()) {
                refuse(field, "form.error." + emptyWords(field), field.label());
            }
            return;
        }
        switch (field.kind()) {
            case TEXT, LONG_TEXT -> checkText(field);
            case NUMBER -> checkNumber(field);
            case DATE -> checkDate(field);
            case RADIO, SELECT -> checkChoices(field, List.of(answers.text(field.key())));
            case CHECKLIST -> checkChoices(field, answers.chosen(field.key()));
            case CHECKBOX -> {} // ticked or not: both are answers
            case WIDGET -> checkWidget(field);
        }
    }

    private static String emptyWords(Field field) {
        return switch (field.kind()) {
            case RADIO, SELECT, DATE -> "choose";
            case CHECKLIST -> "choose-some";
            case CHECKBOX -> "tick";
            case WIDGET -> field.widget() == Widget.ATTACHMENTS ? "attach" : "required";
            default -> "required";
        };
    }

    private void checkText(Field field) {
        var text = answers.text(field.key());
        var count = Graphemes.count(text);
        var longest = field.maxLength() != null ? field.maxLength() : LONGEST_TEXT;
        if (count > longest) {
            refuse(field, "form.error.too-long", field.label(), longest, count);
        }
        if (field.minLength() != null && count < field.minLength()) {
            refuse(field, "form.error.too-short", field.label(), field.minLength(), count);
        }
        if (field.kind() == Field.Kind.TEXT && text.lines().count() > 1) {
            refuse(field, "form.error.one-line", field.label());
        }
    }

    private void checkNumber(Field field) {
        var number = answers.number(field.key());
        if (number.isEmpty()) {
            var typed = answers.text(field.key());
            if (Numbers.isTooLarge(typed)) {
                refuse(field, "form.error.too-large", field.label(), Numbers.LARGEST);
            } else {
                refuse(field, "form.error.number", field.label(), typed);
            }
            return;
        }
        if (Math.max(0, number.get().stripTrailingZeros().scale()) > field.decimals()) {
            refuse(
                    field,
                    field.decimals() == 0 ? "form.error.whole" : "form.error.decimals",
                    field.label(),
                    field.decimals());
        }
        if (field.min() != null && number.get().compareTo(field.min()) < 0) {
            refuse(field, "form.error.min", field.label(), field.min(), number.get());
        }
        if (field.max() != null && number.get().compareTo(field.max()) > 0) {
            refuse(field, "form.error.max", field.label(), field.max(), number.get());
        }
    }

    private void checkDate(Field field) {
        var date = answers.date(field.key());
        if (date.isEmpty()) {
            refuse(field, "form.error.date", field.label(), answers.text(field.key()));
            return;
        }
        if (field.notBefore() != null) {
            var earlier = definition.field(field.notBefore());
            answers.date(field.notBefore())
                    .filter(date.get()::isBefore)
                    .ifPresent(first -> earlier.ifPresent(
                            other -> refuse(field, "form.error.not-before", field.label(), other.label())));
        }
        if (field.withinPeriod() && outside(date.get())) {
            refuse(field, "form.error.period", field.label(), written(rules.firstDay()), written(rules.lastDay()));
        }
    }

    private boolean outside(LocalDate date) {
        return (rules.firstDay() != null && date.isBefore(rules.firstDay()))
                || (rules.lastDay() != null && date.isAfter(rules.lastDay()));
    }

    /** Dates in messages are written when they are shown; the argument is the date itself. */
    private static Object written(@Nullable LocalDate date) {
        return date == null ? "" : date;
    }

    private void checkChoices(Field field, List<String> chosen) {
        var known = new HashSet<>(field.options().stream().map(Option::value).toList());
        if (!known.containsAll(chosen)) {
            refuse(field, "form.error.option", field.label());
        }
    }

    private void checkWidget(Field field) {
        if (field.widget() == Widget.BUDGET) {
            var rule = rules.budget();
            if (rule != null) {
                answers.budget(field.key())
                        .check(rule, field.listProperty(Budget.REVENUE))
                        .forEach(finding -> errors.add(
                                new FieldError(field.key(), finding.messageKey(), finding.arguments(), finding.fix())));
            }
        } else if (field.widget() == Widget.ATTACHMENTS) {
            if (filesUpTo(field) > MOST_FILES) {
                refuse(field, "form.error.too-many-files", field.label(), MOST_FILES);
            }
        } else {
            checkRows(field);
        }
    }

    /** The files of all fields count together; too many are too many at the field where it happens. */
    private int filesUpTo(Field last) {
        var before = definition
                .fields()
                .filter(field -> field.widget() == Widget.ATTACHMENTS && answers.shows(field))
                .takeWhile(field -> !field.equals(last));
        return Stream.concat(before, Stream.of(last))
                .mapToInt(field -> answers.attachments(field.key()).size())
                .sum();
    }

    private void checkRows(Field field) {
        var widget = field.widget();
        if (widget == null) {
            return;
        }
        var all = answers.rows(field.key(), widget.columns());
        if (all.size() > MOST_ROWS) {
            refuse(field, "form.error.too-many-rows", field.label(), MOST_ROWS);
        }
        if (widget == Widget.OUTCOMES
                && all.stream().noneMatch(row -> isFilled(row, "target") && isFilled(row, "measure"))) {
            refuse(field, "form.error.outcomes-not-measurable", field.label());
        }
        for (var i = 0; i < all.size(); i++) {
            var row = all.get(i);
            if (row.values().stream().allMatch(String::isBlank)) {
                continue;
            }
            if (!isFilled(row, widget.columns().getFirst())) {
                refuse(field, "form.error.row-begins-empty." + widget.key(), field.label(), i + 1);
            }
            if (widget == Widget.ROLES && !isFilled(row, "group") && !isFilled(row, "city")) {
                refuse(field, "form.error.roles-nobody", field.label(), i + 1);
            }
            for (var cell : row.values()) {
                var count = Graphemes.count(cell);
                if (count > LONGEST_CELL) {
                    refuse(field, "form.error.cell-too-long", field.label(), i + 1, LONGEST_CELL, count);
                }
            }
        }
    }

    private static boolean isFilled(Map<String, String> row, String column) {
        return !row.getOrDefault(column, "").isBlank();
    }

    private void refuse(Field field, String messageKey, Object... arguments) {
        errors.add(FieldError.of(field.key(), messageKey, arguments));
    }
}
