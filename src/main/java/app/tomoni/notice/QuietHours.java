package app.tomoni.notice;

import app.tomoni.shared.JapaneseDates;
import java.time.Instant;
import java.time.LocalTime;

/** The hours in which nobody's telephone should ring for something that can wait: 21:00 to 8:00. */
class QuietHours {

    private static final LocalTime FROM = LocalTime.of(21, 0);
    private static final LocalTime TO = LocalTime.of(8, 0);

    /** The instant itself, or the end of the quiet hours it lies in. */
    Instant after(Instant instant) {
        var here = instant.atZone(JapaneseDates.ZONE);
        var time = here.toLocalTime();
        if (time.isBefore(TO)) {
            return here.with(TO).toInstant();
        }
        return time.isBefore(FROM) ? instant : here.plusDays(1).with(TO).toInstant();
    }
}
