package app.tomoni.decision;

import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import java.time.Instant;

/** A runner-up waits no longer: nothing more will be offered to it. */
public record ReserveReleased(ProposalId proposal, CallId call, Instant at) {}
