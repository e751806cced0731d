package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import java.time.Instant;

/** The secretariat has answered a reviewer who could not tell whether there is a tie. */
public record TieSettled(CallId call, PersonId reviewer, Instant at) {}
