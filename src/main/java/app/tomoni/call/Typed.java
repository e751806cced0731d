package app.tomoni.call;

import java.time.LocalTime;
import java.util.Optional;

/** Reads what people type for a time of day. */
public final class Typed {

    private Typed() {}

    /** 17:00, also in full-width digits or with the Japanese signs for hour and minute. */
    public static Optional<LocalTime> time(String typed) {
        return DraftReader.time(typed);
    }
}
