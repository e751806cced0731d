package app.tomoni.call;

import java.time.Instant;

/** A call has begun to take proposals. */
public record CallOpened(CallId call, Instant opensAt, Instant closesAt) {}
