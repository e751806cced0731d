package app.tomoni.review;

import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.proposal.ProposalId;

/**
 * What a reviewer may know of a proposal before declaring: enough to recognise a tie, and nothing of its content.
 *
 * @param partners the organisations it is carried out with, in the group's words; often empty
 */
public record Listed(
        ProposalId proposal,
        CallId call,
        OrganisationId organisation,
        String number,
        String title,
        String group,
        String representative,
        String partners) {}
