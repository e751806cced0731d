package app.tomoni.shared.ui;

import app.tomoni.shared.JapaneseDates;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.shared.Registration;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A day, chosen from a calendar that speaks the reader's language, or typed in any way that {@link JapaneseDates#read}
 * understands.
 *
 * <p>What cannot be read as a day, or is none that somebody can mean, says so at the field whatever else is to be said
 * there; it is no change, and a day that was kept stays kept.
 */
public class DayPicker extends DatePicker {

    private static final int MONTHS = 12;

    /** Functions do not survive on the way from the server, so that the browser is told how to write a month there. */
    private static final String TITLES = """
            this.addEventListener('opened-changed', () => {
              if (!this.opened || this.i18n.formatTitle) return;
              this.i18n = {...this.i18n, formatTitle: (month, year) =>
                $0.replace('{month}', month).replace('{year}', year)};
            })""";

    private boolean wrong;

    public DayPicker() {
        var locale = getLocale();
        setLocale(locale);
        // An open calendar would catch the Tab key, and what was typed with it; the arrow keys and the icon open it
        setAutoOpen(false);
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
        setFallbackParser(typed -> JapaneseDates.read(typed, LocalDate.now(JapaneseDates.ZONE))
                .map(Result::ok)
                .orElseGet(() -> Result.error(getTranslation("shared.day.unread"))));
        super.addValueChangeListener(event -> judge());
        getElement().addEventListener("unparsable-change", event -> judge());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(TITLES, getTranslation("shared.day.month", "{year}", "{month}"));
    }

    @Override
    public Registration addValueChangeListener(
            ValueChangeListener<? super ComponentValueChangeEvent<DatePicker, LocalDate>> listener) {
        return super.addValueChangeListener(event -> {
            if (wrong().isEmpty()) {
                listener.valueChanged(event);
            }
        });
    }

    @Override
    public void setErrorMessage(String otherwise) {
        super.setErrorMessage(wrong().isEmpty() ? otherwise : wrong());
    }

    @Override
    public void setInvalid(boolean otherwise) {
        super.setInvalid(otherwise || !wrong().isEmpty());
    }

    /** No day where what is typed is wrong. */
    @Override
    public @Nullable LocalDate getValue() {
        var day = super.getValue();
        return day == null || JapaneseDates.isMeant(day) ? day : null;
    }

    /** Why what is typed is no day that somebody can mean; empty when it is one, or nothing. */
    private String wrong() {
        if (getValue() != null) {
            return "";
        }
        if (isInputUnparsable()) {
            return getTranslation("shared.day.unread");
        }
        return super.getValue() == null
                ? ""
                : getTranslation("shared.day.outside", "" + JapaneseDates.FIRST_YEAR, "" + JapaneseDates.LAST_YEAR);
    }

    private void judge() {
        var before = wrong;
        wrong = !wrong().isEmpty();
        if (wrong || before) {
            setErrorMessage("");
            setInvalid(false);
        }
    }

    private List<String> names(List<DayOfWeek> week, TextStyle style) {
        return week.stream().map(day -> day.getDisplayName(style, getLocale())).toList();
    }
}
