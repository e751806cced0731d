package app.tomoni.process;

/** For whom a status is worded. */
public enum Audience {
    APPLICANT("applicant"),
    STAFF("staff"),
    EVERYONE("public");

    private final String key;

    Audience(String key) {
        this.key = key;
    }

    /** The name of the text in a drawing. */
    String key() {
        return key;
    }
}
