package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A group has withdrawn its proposal for good. */
public record ProposalWithdrawn(
        ProposalId proposal,
        CallId call,
        OrganisationId organisation,
        String number,
        @Nullable String reason,
        Instant at,
        PersonId by) {}
