package app.tomoni.form.ui;

import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day, typed or chosen from a calendar. */
final class DateView extends FieldView {

    private final DatePicker input = new DatePicker();

    DateView(Field field) {
        super(field);
        input.setI18n(words(getLocale()));
        input.setManualValidation(true);
        input.getElement().getThemeList().add("helper-above-field");
        label(input);
        if (field.hint() != null) {
            input.setHelperText(field.hint());
        }
        input.addValueChangeListener(event -> changed());
        add(input);
        finish();
    }

    private DatePicker.DatePickerI18n words(Locale locale) {
        Stream<DayOfWeek> days = Stream.concat(
                Stream.of(DayOfWeek.SUNDAY), Arrays.stream(DayOfWeek.values()).filter(day -> day != DayOfWeek.SUNDAY));
        var week = days.toList();
        return new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(week.stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                        .toList())
                .setWeekdaysShort(week.stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                        .toList())
                .setFirstDayOfWeek(0)
                .setDateFormats("yyyy/M/d", "yyyy-M-d", "yyyy.M.d", "yyyyMMdd")
                .setToday(getTranslation("form.date.today"))
                .setCancel(getTranslation("form.date.cancel"))
                .setBadInputErrorMessage(getTranslation("form.date.unread"));
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
