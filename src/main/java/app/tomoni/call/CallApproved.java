package app.tomoni.call;

/** A call has been approved and can no longer be changed. */
public record CallApproved(CallId call) {}
