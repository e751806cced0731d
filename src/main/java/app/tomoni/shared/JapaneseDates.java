package app.tomoni.shared;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes dates and times the way a city writes to its citizens, always with the weekday. */
public final class JapaneseDates {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    /** Until then somebody is there on an open day, which is when what is due on it is due. */
    public static final LocalTime CLOSE_OF_OFFICES = LocalTime.of(17, 0);

    /** What lies before or after these years, nobody means: it was mistyped. */
    public static final int FIRST_YEAR = 1900;

    public static final int LAST_YEAR = 2100;

    /** Before it the calendar of the eras was another one (明治6年). */
    private static final LocalDate FIRST_DAY_OF_ERAS = LocalDate.of(1873, 1, 1);

    private static final int FIRST_FULL_YEAR = 1000;
    private static final Map<String, JapaneseEra> ERAS = Map.of(
            "令和", JapaneseEra.REIWA,
            "R", JapaneseEra.REIWA,
            "平成", JapaneseEra.HEISEI,
            "H", JapaneseEra.HEISEI,
            "昭和", JapaneseEra.SHOWA,
            "S", JapaneseEra.SHOWA);
    private static final Pattern PACKED = Pattern.compile("[0-9]{8}");
    private static final Pattern WRITTEN = Pattern.compile(
            "((?<era>令和|平成|昭和|R|H|S)?(?<year>[0-9]{1,4})[年/.-])?(?<month>[0-9]{1,2})[月/.-](?<day>[0-9]{1,2})日?");

    private JapaneseDates() {}

    /** 「令和8年6月19日（金）」, or "Friday, 19 June 2026"; whatever stands somewhere can be shown. */
    public static String full(LocalDate day, Locale locale) {
        if (!isJapanese(locale)) {
            return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK).format(day);
        }
        if (day.isBefore(FIRST_DAY_OF_ERAS)) {
            return DateTimeFormatter.ofPattern("u年M月d日（E）", Locale.JAPAN).format(day);
        }
        var era = DateTimeFormatter.ofPattern("GGGGy年M月d日（E）", Locale.JAPAN).format(JapaneseDate.from(day));
        return era.replaceFirst("(\\D)1年", "$1元年");
    }

    /** 「6月19日（金）」, or "Fri 19 Jun", which stays on one line. */
    public static String brief(LocalDate day, Locale locale) {
        return isJapanese(locale)
                ? DateTimeFormatter.ofPattern("M月d日（E）", Locale.JAPAN).format(day)
                : DateTimeFormatter.ofPattern("EEE\u00a0d\u00a0MMM", Locale.ENGLISH)
                        .format(day);
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

    public static Instant closeOfOffices(LocalDate day) {
        return day.atTime(CLOSE_OF_OFFICES).atZone(ZONE).toInstant();
    }

    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** Whether somebody can mean this day. */
    public static boolean isMeant(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /** A day as a field keeps it, 2027-04-01; nothing for what is no day that somebody can mean. */
    public static Optional<LocalDate> kept(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(JapaneseDates::isMeant);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /**
     * The day that people mean when they write 2027/4/1, 2027年4月1日, 令和9年4月1日, R9.4.1, 20270401 or 4/1, in figures of
     * either width, with or without the weekday.
     *
     * @param today whose year is meant where none is written
     * @return nothing for what is not a day of the calendar
     */
    public static Optional<LocalDate> read(String typed, LocalDate today) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .replaceFirst("\\([日月火水木金土]\\)$", "")
                .replace("元年", "1年");
        var written = WRITTEN.matcher(plain);
        var packed = PACKED.matcher(plain);
        try {
            if (packed.matches()) {
                return Optional.of(LocalDate.parse(plain, DateTimeFormatter.BASIC_ISO_DATE));
            }
            if (!written.matches()) {
                return Optional.empty();
            }
            var month = Integer.parseInt(written.group("month"));
            var day = Integer.parseInt(written.group("day"));
            if (written.group("year") == null) {
                return Optional.of(LocalDate.of(today.getYear(), month, day));
            }
            var year = Integer.parseInt(written.group("year"));
            var era = written.group("era");
            if (era == null) {
                return year < FIRST_FULL_YEAR ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
            }
            return Optional.of(LocalDate.from(JapaneseDate.of(ERAS.get(era), year, month, day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String time(LocalDateTime at, Locale locale) {
        if (!isJapanese(locale)) {
            return DateTimeFormatter.ofPattern(",\u00a0HH:mm").format(at);
        }
        return at.getMinute() == 0 ? at.getHour() + "時" : at.getHour() + "時" + at.getMinute() + "分";
    }

    private static boolean isJapanese(Locale locale) {
        return locale.getLanguage().equals("ja");
    }
}
