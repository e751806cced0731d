package app.tomoni.process;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows when something is due: at the time set for this one case, or else as its call says. */
@Component
public class DueDates {

    private final JdbcClient jdbc;
    private final ObjectProvider<Deadlines> calls;

    DueDates(JdbcClient jdbc, ObjectProvider<Deadlines> calls) {
        this.jdbc = jdbc;
        this.calls = calls;
    }

    /** None when neither the case nor its call sets such a date. */
    public @Nullable Instant due(CaseKey key, String deadline, Instant from) {
        return ofCase(key, deadline).orElseGet(() -> {
            var call = calls.getIfAvailable();
            return call == null ? null : call.due(key, deadline, from);
        });
    }

    /** The time set for this one case; none where it is due as its call says. */
    public Optional<Instant> ofCase(CaseKey key, String deadline) {
        return jdbc.sql("SELECT due_at FROM case_date WHERE case_key = ? AND deadline = ?")
                .param(key.value())
                .param(deadline)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The same of many cases at once; without those that have none of their own. */
    public Map<CaseKey, Instant> ofCases(Collection<CaseKey> keys, String deadline) {
        return jdbc
                .sql("SELECT case_key, due_at FROM case_date WHERE case_key = ANY (:keys) AND deadline = :deadline")
                .param("keys", keys.stream().map(CaseKey::value).toArray(UUID[]::new))
                .param("deadline", deadline)
                .query((row, number) -> Map.entry(
                        new CaseKey(row.getObject(1, UUID.class)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void set(CaseKey key, String deadline, Instant due) {
        jdbc.sql("""
                        INSERT INTO case_date VALUES (?, ?, ?)
                        ON CONFLICT (case_key, deadline) DO UPDATE SET due_at = excluded.due_at""")
                .param(key.value())
                .param(deadline)
                .param(due.atOffset(ZoneOffset.UTC))
                .update();
    }
}
