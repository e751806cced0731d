package app.tomoni.proposal;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps an address from trying receipts in bulk: so many a minute, then a polite request to wait. */
@Component
class CheckLimit {

    static final int A_MINUTE = 30;
    private static final int MOST_ADDRESSES = 10_000;

    private record Minute(long number, int used) {}

    private final Clock clock;
    private final Map<String, Minute> used = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Minute> eldest) {
            return size() > MOST_ADDRESSES; // so that many addresses cannot fill the memory
        }
    };

    CheckLimit(Clock clock) {
        this.clock = clock;
    }

    /** Counts one check, and says whether it is still within the limit. */
    synchronized boolean allows(String address) {
        var minute = Instant.now(clock).getEpochSecond() / 60;
        var now = used.merge(
                address,
                new Minute(minute, 1),
                (before, first) -> before.number() == minute ? new Minute(minute, before.used() + 1) : first);
        return now.used() <= A_MINUTE;
    }
}
