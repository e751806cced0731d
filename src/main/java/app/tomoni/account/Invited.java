package app.tomoni.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has been invited by mail to an office. Carries a secret: listen to it inside the transaction only, so that
 * no log of events ever keeps it.
 */
public record Invited(
        UUID invitation,
        PersonId person,
        Office office,
        @Nullable UUID scope,
        String token,
        Instant expiresAt) {}
