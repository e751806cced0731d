package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;

/** A reviewer has submitted a sheet, for the first time or again; what is on it stays with its owner. */
public record ScoreSheetSubmitted(CallId call, ProposalId proposal, PersonId reviewer, int number) {}
