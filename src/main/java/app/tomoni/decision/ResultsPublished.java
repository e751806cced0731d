package app.tomoni.decision;

import app.tomoni.call.CallId;
import java.time.Instant;

/** Everybody may now read the results of a call. */
public record ResultsPublished(CallId call, Instant at) {}
