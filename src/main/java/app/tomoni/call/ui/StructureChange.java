package app.tomoni.call.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.ReviseCall;

/** Adds, moves or takes away an entry of a list in a draft. */
interface StructureChange {

    void on(ReviseCall revise, CallId call, PersonId by);
}
