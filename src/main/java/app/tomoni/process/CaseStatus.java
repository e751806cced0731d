package app.tomoni.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the one sentence says: who acts, by when, what comes next.
 *
 * @param yourTurn whether a task of this case waits for the viewer
 * @param since when the case came here; none once it has ended
 */
public record CaseStatus(
        String now,
        String next,
        @Nullable Instant due,
        boolean yourTurn,
        boolean ended,
        @Nullable Instant since) {}
