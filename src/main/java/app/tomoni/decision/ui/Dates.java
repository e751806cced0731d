package app.tomoni.decision.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.stream.Stream;

/** Date pickers that speak the reader's language. */
final class Dates {

    private Dates() {}

    static DatePicker picker(String label, Words words) {
        var days = Stream.of(
                        DayOfWeek.SUNDAY,
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY,
                        DayOfWeek.SATURDAY)
                .map(day -> day.getDisplayName(TextStyle.SHORT, words.locale()))
                .toList();
        var picker = new DatePicker(label);
        picker.setI18n(new DatePicker.DatePickerI18n()
                .setDateFormats("yyyy/MM/dd", "yyyy-MM-dd", "M/d")
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL, words.locale()))
                        .toList())
                .setWeekdays(days)
                .setWeekdaysShort(days)
                .setFirstDayOfWeek(0)
                .setToday(words.say("decision.date.today"))
                .setCancel(words.say("decision.date.cancel")));
        return picker;
    }
}
