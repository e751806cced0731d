package app.tomoni;

import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import java.time.Instant;

/** Moves an instant to a day on which the city's offices are open, whatever day the tests run on. */
public final class OpenDay {

    private OpenDay() {}

    /** That day itself, or the next open one, at the same time of day. */
    public static Instant from(Instant at, BusinessDays days) {
        var local = at.atZone(JapaneseDates.ZONE);
        return local.with(days.rolledOn(local.toLocalDate())).toInstant();
    }
}
