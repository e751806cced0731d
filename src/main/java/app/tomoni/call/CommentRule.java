package app.tomoni.call;

/** Which marks on a criterion a reviewer explains in words. */
public enum CommentRule {
    NEVER,
    /** The lowest (level 2 and below, or up to two fifths of the points) and the highest. */
    AT_EXTREMES,
    ALWAYS
}
