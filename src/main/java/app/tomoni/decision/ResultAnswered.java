package app.tomoni.decision;

import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import java.time.Instant;

/** A group has accepted or declined what it was told. */
public record ResultAnswered(ProposalId proposal, CallId call, boolean accepted, Instant at) {}
