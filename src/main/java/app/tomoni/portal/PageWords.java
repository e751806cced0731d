package app.tomoni.portal;

import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Yen;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes dates and amounts for the templates, in the reader's language. */
public record PageWords(Locale locale, LocalDate today) {

    public String at(Instant instant) {
        return JapaneseDates.full(instant, locale);
    }

    public String day(LocalDate day) {
        return JapaneseDates.full(day, locale);
    }

    public String dayOf(Instant instant) {
        return JapaneseDates.full(JapaneseDates.day(instant), locale);
    }

    /** Days from today to that instant; 0 on the day itself. */
    public long daysTo(Instant instant) {
        return ChronoUnit.DAYS.between(today, JapaneseDates.day(instant));
    }

    public String yen(@Nullable Yen yen) {
        return yen == null ? "" : number(yen.amount());
    }

    public String number(long number) {
        return String.format(Locale.JAPAN, "%,d", number);
    }
}
