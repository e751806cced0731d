package app.tomoni.process;

import app.tomoni.account.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a case and stays as it was written.
 *
 * @param actingFor whose office the person used as a deputy; none when they did it in their own right
 */
public record CaseEvent(
        long id,
        CaseKey caseKey,
        String kind,
        Instant at,
        @Nullable PersonId person,
        @Nullable PersonId actingFor,
        Map<String, Object> facts) {

    /** Whoever did it, and in whose place. */
    public Set<PersonId> doers() {
        return Stream.of(person, actingFor).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    }
}
