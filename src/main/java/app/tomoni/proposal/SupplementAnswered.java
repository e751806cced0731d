package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import java.time.Instant;

/** The group has answered what it was asked to add. */
public record SupplementAnswered(
        ProposalId proposal,
        CallId call,
        OrganisationId organisation,
        String number,
        int revision,
        Instant at,
        PersonId by) {}
