package app.tomoni.call;

import app.tomoni.account.PersonId;

/** A drafted call has come back to the secretariat. */
public record CallReturned(CallId call, String reason, PersonId by) {}
