package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The secretariat has asked the group to add to what it wrote. */
public record SupplementRequested(
        ProposalId proposal,
        CallId call,
        OrganisationId organisation,
        String number,
        int fields,
        @Nullable Instant dueAt,
        Instant at,
        PersonId by) {}
