package app.tomoni.process;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** None when neither the case nor its call sets such a date, or while it is open. */
    public @Nullable Instant due(CaseKey key, String deadline, Instant from) {
        var own = jdbc.sql("SELECT due_at FROM case_date WHERE case_key = ? AND deadline = ?")
                .param(key.value())
                .param(deadline)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .optional();
        if (own.isPresent()) {
            return own.get().map(OffsetDateTime::toInstant).orElse(null);
        }
        return byCall(key, deadline, from);
    }

    /** As its call says, whatever is set for this one case. */
    public @Nullable Instant byCall(CaseKey key, String deadline, Instant from) {
        var call = calls.getIfAvailable();
        return call == null ? null : call.due(key, deadline, from);
    }

    /** Whether this one case has no such date for now, whatever its call says: it waits for something without a date. */
    public boolean isOpen(CaseKey key, String deadline) {
        return !open(List.of(key), deadline).isEmpty();
    }

    /** Those of many cases of which the same is so. */
    public Set<CaseKey> open(Collection<CaseKey> keys, String deadline) {
        return jdbc.sql(
                        "SELECT case_key FROM case_date WHERE case_key = ANY (:keys) AND deadline = :deadline AND due_at IS NULL")
                .param("keys", keys.stream().map(CaseKey::value).toArray(UUID[]::new))
                .param("deadline", deadline)
                .query(CaseKey::read)
                .set();
    }

    /** The time set for this one case; none where it is due as its call says, or where its date is open. */
    public Optional<Instant> ofCase(CaseKey key, String deadline) {
        return jdbc.sql("SELECT due_at FROM case_date WHERE case_key = ? AND deadline = ? AND due_at IS NOT NULL")
                .param(key.value())
                .param(deadline)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The same of many cases at once; without those that have none of their own. */
    public Map<CaseKey, Instant> ofCases(Collection<CaseKey> keys, String deadline) {
        return jdbc
                .sql("""
                        SELECT case_key, due_at FROM case_date
                        WHERE case_key = ANY (:keys) AND deadline = :deadline AND due_at IS NOT NULL""")
                .param("keys", keys.stream().map(CaseKey::value).toArray(UUID[]::new))
                .param("deadline", deadline)
                .query((row, number) -> Map.entry(
                        new CaseKey(row.getObject(1, UUID.class)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param due none while the date is open */
    void set(CaseKey key, String deadline, @Nullable Instant due) {
        jdbc.sql("""
                        INSERT INTO case_date VALUES (?, ?, ?)
                        ON CONFLICT (case_key, deadline) DO UPDATE SET due_at = excluded.due_at""")
                .param(key.value())
                .param(deadline)
                .param(due == null ? null : due.atOffset(ZoneOffset.UTC))
                .update();
    }
}
