package app.tomoni.decision;

import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import java.time.Instant;

/** A group has longer for its answer than it was told. */
public record AnswerDayMoved(ProposalId proposal, CallId call, Instant due) {}
