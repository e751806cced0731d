package app.tomoni.call;

/** How a criterion is scored: by choosing one of some levels, or by giving points. */
public enum Scale {
    /** Each level has its points and a text that says when to choose it. */
    LEVELS,
    /** Any whole number up to the most; bands with a text say what the points mean. */
    POINTS
}
