package app.tomoni.call;

import app.tomoni.account.PersonId;
import app.tomoni.organisation.OrganisationId;
import java.time.Instant;

/** That one group may still propose after the closing waits for an approver. */
public record ExceptionAsked(
        CallId call, OrganisationId organisation, Instant until, String reason, Instant at, PersonId by) {}
