package app.tomoni.decision;

/** What becomes of a proposal. */
public enum Outcome {
    ADOPTED,
    CONDITIONALLY_ADOPTED,
    RUNNER_UP,
    NOT_ADOPTED;

    /** Whether the city says yes, with conditions or without. */
    public boolean isYes() {
        return this == ADOPTED || this == CONDITIONALLY_ADOPTED;
    }

    public String key() {
        return "decision.outcome." + name();
    }
}
