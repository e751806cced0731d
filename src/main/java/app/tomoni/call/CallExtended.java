package app.tomoni.call;

import app.tomoni.account.PersonId;
import java.time.Instant;

/** Everybody has longer to propose; the reason is published. */
public record CallExtended(CallId call, Instant closed, Instant closesAt, String reason, PersonId by) {}
