package app.tomoni.review;

import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.proposal.ProposalId;

/** What a reviewer may know of a proposal before declaring: enough to recognise a tie, and nothing of its content. */
public record Listed(
        ProposalId proposal,
        CallId call,
        OrganisationId organisation,
        String number,
        String title,
        String group,
        String representative) {}
