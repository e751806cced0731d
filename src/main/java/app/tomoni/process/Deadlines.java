package app.tomoni.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Knows the dates of a case's call; implemented where the calls are. */
public interface Deadlines {

    /**
     * When something is due that a model calls {@code deadline}, counted from an instant where the call counts days; none
     * when the call sets no such date.
     */
    @Nullable
    Instant due(CaseKey key, String deadline, Instant from);
}
