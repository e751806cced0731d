package app.tomoni.call;

import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.JapaneseText;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads what people type: a time of day, a day, a whole number. */
public final class Typed {

    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])(?:[:時]([0-5]\\d)?分?)?");

    private Typed() {}

    /** 17:00, also in full-width digits or with the Japanese signs for hour and minute. */
    public static Optional<LocalTime> time(String typed) {
        var matcher = TIME.matcher(JapaneseText.folded(typed));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var minute = matcher.group(2);
        return Optional.of(
                LocalTime.of(Integer.parseInt(matcher.group(1)), minute == null ? 0 : Integer.parseInt(minute)));
    }

    static Optional<LocalDate> date(String typed) {
        return JapaneseDates.kept(typed.strip());
    }

    static OptionalLong whole(String typed) {
        var digits = JapaneseText.digits(typed);
        return digits.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
