package app.tomoni.call;

import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import java.time.Instant;
import java.time.LocalTime;

/**
 * How long somebody has, and until what time of the last day.
 *
 * @param amount at least 1
 */
public record Period(int amount, Unit unit, LocalTime time) {

    /** What is counted. The first day never is; a last day on a closed day rolls on. */
    public enum Unit {
        BUSINESS_DAYS,
        DAYS,
        WEEKS
    }

    public Period {
        if (amount < 1) {
            throw new IllegalArgumentException("amount: " + amount);
        }
    }

    /** @throws app.tomoni.shared.Refusal when the last day lies beyond the loaded holidays */
    public Instant after(Instant start, BusinessDays businessDays) {
        var first = JapaneseDates.day(start);
        var last = switch (unit) {
            case BUSINESS_DAYS -> businessDays.plusBusinessDays(first, amount);
            case DAYS -> businessDays.plusDays(first, amount);
            case WEEKS -> businessDays.plusDays(first, Math.multiplyExact(amount, 7));
        };
        return last.atTime(time).atZone(JapaneseDates.ZONE).toInstant();
    }
}
