package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import java.time.Instant;

/** A group has taken its proposal back before closing, to change it. */
public record ProposalRecalled(
        ProposalId proposal, CallId call, OrganisationId organisation, String number, Instant at, PersonId by) {}
