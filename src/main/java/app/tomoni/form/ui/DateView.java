package app.tomoni.form.ui;

import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.KeptInBrowser;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day, typed or chosen from a calendar. */
final class DateView extends FieldView {

    private final DatePicker input = new DayPicker();

    DateView(Field field) {
        super(field);
        input.setManualValidation(true);
        input.getElement().getThemeList().add("helper-above-field");
        label(input);
        if (field.hint() != null) {
            input.setHelperText(field.hint());
        }
        KeptInBrowser.keep(input, field.key());
        input.addValueChangeListener(event -> changed());
        add(input);
        finish();
    }

    @Override
    String kept() {
        var day = input.getValue();
        return day == null ? "" : day.toString();
    }

    @Override
    protected void fill(String kept) {
        input.setValue(date(kept));
    }

    private static @Nullable LocalDate date(String kept) {
        try {
            return kept.isBlank() ? null : LocalDate.parse(kept);
        } catch (DateTimeParseException e) {
            return null; // never written by this input
        }
    }

    @Override
    Component target() {
        return input;
    }

    @Override
    void show(List<FieldError> wrong, List<String> sentences) {
        input.setInvalid(!sentences.isEmpty());
        input.setErrorMessage(String.join("\n", sentences));
    }
}
