package app.tomoni.process;

/** A case has come to a place where it waits; told inside the transaction that brought it there. */
public record CaseArrived(CaseKey key, String process, String element) {}
