package app.tomoni.call;

import app.tomoni.account.PersonId;
import app.tomoni.organisation.OrganisationId;
import java.time.Instant;

/**
 * That one group may still propose after the closing waits for an approver.
 *
 * @param number its place in {@link Call#lateAdmissions}
 */
public record ExceptionAsked(
        CallId call, int number, OrganisationId organisation, Instant until, String reason, Instant at, PersonId by) {}
