package app.tomoni.call;

import app.tomoni.account.PersonId;
import app.tomoni.organisation.OrganisationId;

/** One group may not propose after the closing. */
public record ExceptionDeclined(CallId call, int number, OrganisationId organisation, String reason, PersonId by) {}
