package app.tomoni.review;

/** What a member of the panel has done about a proposal; five different records, and none yet. */
public enum Participation {
    PENDING,
    SCORED,
    /** 除斥: a tie keeps the member out. */
    RECUSED,
    /** 棄権: the member could have scored and did not wish to. */
    ABSTAINED,
    /** 欠席: the secretariat closed the stage without the member's sheet. */
    ABSENT,
    /** The member left the panel before handing a sheet in; what was handed in before that counts. */
    LEFT
}
