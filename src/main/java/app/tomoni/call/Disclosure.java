package app.tomoni.call;

/** How much of the scores is published with the result. */
public enum Disclosure {
    /** Every sheet, without the reviewer's name. */
    SHEETS,
    /** The means of each criterion. */
    MEANS,
    /** Totals only. */
    TOTALS
}
