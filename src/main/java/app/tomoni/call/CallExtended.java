package app.tomoni.call;

import app.tomoni.account.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everybody has longer to propose; the reason is published.
 *
 * @param publicationAt when the results are published instead, where that moves too
 */
public record CallExtended(
        CallId call,
        Instant closed,
        Instant closesAt,
        @Nullable Instant publicationAt,
        String reason,
        PersonId by) {}
