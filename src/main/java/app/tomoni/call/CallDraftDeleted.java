package app.tomoni.call;

/** The secretariat has deleted the draft of a call that was never put forward. */
public record CallDraftDeleted(CallId call, String title) {}
