package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import java.time.Instant;

/** The call does not cover the proposal; the group is told why. */
public record ProposalNotSubject(
        ProposalId proposal,
        CallId call,
        OrganisationId organisation,
        String number,
        String reason,
        Instant at,
        PersonId by) {}
