package app.tomoni.call;

import app.tomoni.account.PersonId;

/**
 * A file was added to the draft of a call, or taken out of it.
 *
 * @param added or else taken out
 */
public record CallFileChanged(CallId call, CallFile file, boolean added, PersonId by) {}
