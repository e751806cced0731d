package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;

/** A reviewer cannot tell whether there is a tie and asks the secretariat. */
public record TieUnclear(CallId call, ProposalId proposal, PersonId reviewer) {}
