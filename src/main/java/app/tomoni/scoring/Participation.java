package app.tomoni.scoring;

/** Whether a reviewer scored a proposal, and if not, why; always stated, never guessed from a gap. */
public enum Participation {
    SCORED,
    RECUSED,
    ABSTAINED,
    ABSENT
}
