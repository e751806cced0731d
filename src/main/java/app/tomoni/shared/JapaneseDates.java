package app.tomoni.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes dates and times the way a city writes to its citizens, always with the weekday. */
public final class JapaneseDates {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private JapaneseDates() {}

    /** 「令和8年6月19日（金）」, or "Friday, 19 June 2026". */
    public static String full(LocalDate day, Locale locale) {
        if (!isJapanese(locale)) {
            return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK).format(day);
        }
        var era = DateTimeFormatter.ofPattern("GGGGy年M月d日（E）", Locale.JAPAN).format(JapaneseDate.from(day));
        return era.replaceFirst("(\\D)1年", "$1元年");
    }

    /** 「6月19日（金）」, or "Fri 19 Jun". */
    public static String brief(LocalDate day, Locale locale) {
        return isJapanese(locale)
                ? DateTimeFormatter.ofPattern("M月d日（E）", Locale.JAPAN).format(day)
                : DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK).format(day);
    }

    /** 「令和8年6月19日（金）17時」 or 「…17時15分」; midnight at the end of a day reads 24時 of the day before. */
    public static String full(Instant instant, Locale locale) {
        var at = LocalDateTime.ofInstant(instant, ZONE);
        return full(at.toLocalDate(), locale) + time(at, locale);
    }

    /** 「6月19日（金）17時」. */
    public static String brief(Instant instant, Locale locale) {
        var at = LocalDateTime.ofInstant(instant, ZONE);
        return brief(at.toLocalDate(), locale) + time(at, locale);
    }

    /** 「14:03:22」, for the save indicator. */
    public static String clock(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").format(LocalDateTime.ofInstant(instant, ZONE));
    }

    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    private static String time(LocalDateTime at, Locale locale) {
        if (!isJapanese(locale)) {
            return DateTimeFormatter.ofPattern(", HH:mm").format(at);
        }
        return at.getMinute() == 0 ? at.getHour() + "時" : at.getHour() + "時" + at.getMinute() + "分";
    }

    private static boolean isJapanese(Locale locale) {
        return locale.getLanguage().equals("ja");
    }
}
