package app.tomoni.call;

import app.tomoni.account.PersonId;
import java.time.Instant;

/** A drafted call waits for approval. */
public record CallPutForward(CallId call, Instant at, PersonId by) {}
