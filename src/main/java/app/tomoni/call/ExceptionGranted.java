package app.tomoni.call;

import app.tomoni.account.PersonId;
import app.tomoni.organisation.OrganisationId;
import java.time.Instant;

/** One group may still propose after the closing. */
public record ExceptionGranted(
        CallId call,
        int number,
        OrganisationId organisation,
        Instant until,
        String reason,
        PersonId askedBy,
        PersonId grantedBy) {}
