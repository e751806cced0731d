package app.tomoni.decision.selection;

/** How long the texts of a selection may be, in characters as people count them. */
public final class Lengths {

    /** A name, a number, an address. */
    public static final int LINE = 100;

    /** Why somebody does what they do. */
    public static final int REASON = 400;

    /** What is published or said to a group in sentences. */
    public static final int TEXT = 1_000;

    private Lengths() {}
}
