package app.tomoni.process;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a module asks of an office without a drawing, and that is done on a page of its own.
 *
 * @param kind names it in the texts: {@code process.request.<kind>}
 * @param number by which its case is known beside the title; none where it has none
 * @param dueAt none when what waits for it has no date either
 * @param path of the page; what is asked there of an office is asked once
 * @param notFor who may not do it, such as whoever asks; then nor may who stands in for nobody else
 * @param holdsUp the case that waits for it, and says so of itself; none when no case does
 */
public record Request(
        String kind,
        String title,
        @Nullable String number,
        Office office,
        CaseScopes scopes,
        @Nullable Instant dueAt,
        String path,
        Set<PersonId> notFor,
        @Nullable CaseKey holdsUp) {}
