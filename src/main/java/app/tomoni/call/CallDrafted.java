package app.tomoni.call;

/** The draft of a call has been begun. */
public record CallDrafted(CallId call) {}
