package app.tomoni.decision;

import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import java.time.Instant;

/** A runner-up is asked for an answer; to what, the event does not say. */
public record OfferMade(ProposalId proposal, CallId call, Instant at) {}
