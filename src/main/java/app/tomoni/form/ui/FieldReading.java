package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.FormReading;
import app.tomoni.form.FormWords;
import app.tomoni.form.Section;
import java.util.List;
import java.util.Locale;

/** Reads one field by itself, as if the form had no other. */
final class FieldReading {

    private FieldReading() {}

    static FormReading of(Field field, Answers answers, FormWords words, Locale locale) {
        var section = new Section("one", "", null, List.of(), List.of(unhidden(field)));
        return FormReading.of(
                new FormDefinition("one", List.of(section)),
                answers,
                one -> true,
                FormReading.BudgetDetail.LINES,
                words,
                locale);
    }

    /** A field that is on the screen is shown whatever the rest of the form says. */
    private static Field unhidden(Field field) {
        return new Field(
                field.key(),
                field.kind(),
                field.widget(),
                field.label(),
                field.hint(),
                field.required(),
                field.minLength(),
                field.maxLength(),
                field.min(),
                field.max(),
                field.decimals(),
                field.unit(),
                field.options(),
                field.isPublic(),
                field.isForReviewers(),
                field.isVariable(),
                null,
                false,
                field.properties(),
                List.of());
    }
}
