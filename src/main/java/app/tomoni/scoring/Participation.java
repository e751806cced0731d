package app.tomoni.scoring;

/** Whether a reviewer scored a proposal, and if not, why; always stated, never guessed from a gap. */
public enum Participation {
    SCORED,
    RECUSED,
    ABSTAINED,
    ABSENT,
    /** Not on the panel while the proposal was scored: appointed later, or gone before. */
    NOT_IN_OFFICE
}
