package app.tomoni.account;

import java.time.Instant;

/**
 * Somebody who has forgotten a password asked for a new one. Carries a secret: listen to it inside the transaction
 * only, so that no log of events ever keeps it.
 */
public record PasswordResetAsked(PersonId person, String token, Instant expiresAt) {}
