package app.tomoni.decision;

import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import java.time.Instant;

/** Results that a group has been told are published later than it was told. */
public record PublicationPostponed(ProposalId proposal, CallId call, Instant planned) {}
