package app.tomoni.decision;

import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import java.time.Instant;

/** The letter that goes with an offer was handed to a group that opens its letters here. */
public record OfferLetterSent(ProposalId proposal, CallId call, Instant at) {}
