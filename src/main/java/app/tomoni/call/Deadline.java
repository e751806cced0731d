package app.tomoni.call;

import java.util.Arrays;
import java.util.Optional;

/** The deadlines that a call sets, by the key that a drawing uses. */
public enum Deadline {
    FORMAL_CHECK("formalCheck"),
    SUPPLEMENT("supplement"),
    REVIEW("review"),
    RECOMMENDATION("recommendation"),
    DRAFT("draft"),
    APPROVAL("approval"),
    PUBLICATION_PREPARATION("publicationPreparation"),
    ACCEPTANCE("acceptance");

    /** The one deadline that is a date of its own and not a period. */
    public static final String PUBLICATION = "publication";

    private final String key;

    Deadline(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Deadline> withKey(String key) {
        return Arrays.stream(values())
                .filter(deadline -> deadline.key.equals(key))
                .findFirst();
    }
}
