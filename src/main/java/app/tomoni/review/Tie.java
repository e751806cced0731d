package app.tomoni.review;

/** What is known about a reviewer's relation to the group behind a proposal. */
public enum Tie {
    NONE,
    /** Declared by the reviewer, or plain because they belong to the group. */
    TIE,
    /** The reviewer asks the secretariat; nothing of the proposal is shown until that is settled. */
    UNSURE,
    UNANSWERED
}
