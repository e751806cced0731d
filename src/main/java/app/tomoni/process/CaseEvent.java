package app.tomoni.process;

import app.tomoni.account.PersonId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened in a case and stays as it was written. */
public record CaseEvent(
        long id,
        CaseKey caseKey,
        String kind,
        Instant at,
        @Nullable PersonId person,
        Map<String, Object> facts) {}
