package app.tomoni.process;

/** A case is over; told inside the transaction that ended it. */
public record CaseEnded(CaseKey key, String process, String endElement) {}
