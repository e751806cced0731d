package app.tomoni.organisation.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;

/** A date picker that speaks the reader's language and takes the usual ways to write a date. */
final class DatePickerWords {

    private DatePickerWords() {}

    static DatePicker.DatePickerI18n of(Words words) {
        var months = Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL, words.locale()))
                .toList();
        var days = new ArrayList<String>();
        days.add(DayOfWeek.SUNDAY.getDisplayName(TextStyle.SHORT, words.locale()));
        Arrays.stream(DayOfWeek.values())
                .limit(6)
                .forEach(day -> days.add(day.getDisplayName(TextStyle.SHORT, words.locale())));
        return new DatePicker.DatePickerI18n()
                .setDateFormats("yyyy/MM/dd", "yyyy-MM-dd", "M/d")
                .setMonthNames(months)
                .setWeekdays(days)
                .setWeekdaysShort(days)
                .setFirstDayOfWeek(0)
                .setToday(words.say("organisation.datePicker.today"))
                .setCancel(words.say("organisation.datePicker.cancel"));
    }
}
