package app.tomoni.organisation;

import app.tomoni.account.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the city came to know that a person acts for a group.
 *
 * @param document the document that was checked at the desk; none for a code from a letter
 */
public record Tie(PersonId person, Manner manner, @Nullable String document, Instant at, PersonId by) {

    /** A code from a letter to the group's address, or a check of documents at the desk. */
    public enum Manner {
        LETTER,
        DESK
    }
}
