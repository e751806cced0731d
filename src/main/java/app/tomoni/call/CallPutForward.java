package app.tomoni.call;

import app.tomoni.account.PersonId;

/** A drafted call waits for approval. */
public record CallPutForward(CallId call, PersonId by) {}
