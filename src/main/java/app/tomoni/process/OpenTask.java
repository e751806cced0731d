package app.tomoni.process;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param kind the id of the user task in the drawing, which is also its form and its address
 * @param scope what the office is held for
 * @param assignee the only person who may do it; none when anybody in the office may
 * @param definition the version of the drawing it came from
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
        String definition) {}
