package app.tomoni.call;

import app.tomoni.account.PersonId;
import java.time.Instant;

/**
 * A drafted call has come back to the secretariat.
 *
 * @param putForwardBy who had put it forward
 */
public record CallReturned(CallId call, String reason, PersonId putForwardBy, Instant at, PersonId by) {}
