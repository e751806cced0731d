package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import java.time.Instant;

/** The formal check has let a proposal through to the review. */
public record ProposalAccepted(
        ProposalId proposal, CallId call, OrganisationId organisation, String number, Instant at, PersonId by) {}
