package app.tomoni.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Until when a group has time to add to its proposal: the process's deadline, told beforehand. */
@FunctionalInterface
interface SupplementDeadline {

    /** None where the call sets no deadline. */
    @Nullable
    Instant of(Proposal proposal, Instant from);
}
