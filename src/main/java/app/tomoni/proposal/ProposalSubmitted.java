package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import java.time.Instant;

/** A group has handed its proposal in, for the first time or again after taking it back. */
public record ProposalSubmitted(
        ProposalId proposal,
        CallId call,
        OrganisationId organisation,
        String number,
        String title,
        int revision,
        Instant at,
        PersonId by) {}
