package app.tomoni.account;

/** What somebody may choose for themselves about their screens; nothing else is kept. */
public enum Preference {
    /** Whether single keys act: true or false. */
    SINGLE_KEYS("true|false"),
    /** How many hundredths of the width a proposal has beside its score sheet. */
    PROPOSAL_SHARE("[1-9][0-9]");

    private final String values;

    Preference(String values) {
        this.values = values;
    }

    boolean allows(String value) {
        return value.matches(values);
    }
}
