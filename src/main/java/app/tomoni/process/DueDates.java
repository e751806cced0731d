package app.tomoni.process;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
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
