package app.tomoni.process;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param kind the id of the user task in the drawing, which is also its form; or of a {@link Request} its kind
 * @param scope what the office is held for
 * @param assignee the only person who may do it; none when anybody in the office may
 * @param definition the version of the drawing it came from; none for a request
 * @param path the page where a request is answered; none for what a drawing asks
 */
public record OpenTask(
        TaskId id,
        String kind,
        CaseKey caseKey,
        String title,
        @Nullable String number,
        Office office,
        @Nullable UUID scope,
        @Nullable PersonId assignee,
        @Nullable Instant dueAt,
        Instant createdAt,
        CaseScopes scopes,
        @Nullable String definition,
        @Nullable String path) {

    /** The page where it is done. */
    public String address() {
        return path == null ? "tasks/" + kind + "/" + id : path;
    }

    /** Whether it is a step of a case. */
    boolean isDrawn() {
        return definition != null;
    }

    /** The version of the drawing; a request has none. */
    String drawing() {
        return Objects.requireNonNull(definition);
    }
}
