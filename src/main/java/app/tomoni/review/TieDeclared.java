package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;

/**
 * A reviewer is out of a proposal because of a tie.
 *
 * @param voided whether a sheet that had been submitted no longer counts
 */
public record TieDeclared(CallId call, ProposalId proposal, PersonId reviewer, boolean voided) {}
