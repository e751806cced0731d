package app.tomoni.decision;

import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import java.time.Instant;

/** A group may now read its result; what the result is, the event does not say. */
public record OutcomeReleased(ProposalId proposal, CallId call, Instant at) {}
