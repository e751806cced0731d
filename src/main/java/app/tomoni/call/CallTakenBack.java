package app.tomoni.call;

/** The secretariat has taken a call back before it was approved. */
public record CallTakenBack(CallId call) {}
