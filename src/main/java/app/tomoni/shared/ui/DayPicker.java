package app.tomoni.shared.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;

/** A day, typed or chosen from a calendar that speaks the reader's language. */
public class DayPicker extends DatePicker {

    private static final int MONTHS = 12;

    public DayPicker() {
        var locale = getLocale();
        setLocale(locale);
        // ISO numbers the days from Monday; a Japanese calendar begins with Sunday
        var week = Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(DayOfWeek.values().length)
                .toList();
        setI18n(new DatePickerI18n()
                .setDateFormats("yyyy/M/d", "yyyy-M-d", "yyyy.M.d", "yyyyMMdd")
                .setMonthNames(Stream.iterate(Month.JANUARY, month -> month.plus(1))
                        .limit(MONTHS)
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(names(week, TextStyle.FULL))
                .setWeekdaysShort(names(week, TextStyle.SHORT))
                .setFirstDayOfWeek(0)
                .setToday(getTranslation("shared.day.today"))
                .setCancel(getTranslation("shared.day.cancel"))
                .setBadInputErrorMessage(getTranslation("shared.day.unread")));
    }

    private List<String> names(List<DayOfWeek> week, TextStyle style) {
        return week.stream().map(day -> day.getDisplayName(style, getLocale())).toList();
    }
}
