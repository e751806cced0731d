package app.tomoni.review;

/** What a person decided after looking at a proposal's form; the names are those that the drawing compares. */
public enum CheckOutcome {
    ACCEPTED,
    SUPPLEMENT,
    /** 審査の対象とならない: told with the reason and where else to turn. */
    NOT_SUBJECT
}
