package app.tomoni.process;

import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.Json;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of a case: written in the transaction that does the thing, never changed, never taken away. */
@Component
public class CaseEvents {

    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final ActingFor actingFor;
    private final Clock clock;

    CaseEvents(JdbcClient jdbc, SignedIn signedIn, ActingFor actingFor, Clock clock) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.actingFor = actingFor;
        this.clock = clock;
    }

    /** Writes down what the signed-in person, or nobody, did, and in whose place. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CaseKey key, String kind, Map<String, ?> facts) {
        record(key, kind, facts, Set.of());
    }

    /** The same of what checks the work of others: no deputy does it in their place. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CaseKey key, String kind, Map<String, ?> facts, Set<PersonId> notFor) {
        record(key, kind, signedIn.ifAny().orElse(null), null, facts, notFor);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void record(CaseKey key, String kind, @Nullable PersonId person, @Nullable TaskId task, Map<String, ?> facts) {
        record(key, kind, person, task, facts, Set.of());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void record(
            CaseKey key,
            String kind,
            @Nullable PersonId person,
            @Nullable TaskId task,
            Map<String, ?> facts,
            Set<PersonId> notFor) {
        var principal = person == null ? null : actingFor.of(person, key, kind, facts.get("offeredTo"), notFor);
        jdbc.sql("""
                        INSERT INTO case_event (case_key, kind, happened_at, person_id, acting_for, task_id, facts)
                        VALUES (:key, :kind, :at, :person, :principal, :task, CAST(:facts AS jsonb))""")
                .param("key", key.value())
                .param("kind", kind)
                .param("at", OffsetDateTime.now(clock))
                .param("person", person == null ? null : person.value())
                .param("principal", principal == null ? null : principal.value())
                .param("task", task == null ? null : task.uuid().orElseThrow())
                .param("facts", Json.write(facts))
                .update();
    }

    /** What happened, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseEvent> of(CaseKey key) {
        return jdbc.sql("SELECT * FROM case_event WHERE case_key = ? ORDER BY id")
                .param(key.value())
                .query((row, number) -> event(row))
                .list();
    }

    /** The event that finished a task, if it is finished. */
    Optional<CaseEvent> finished(TaskId task) {
        return task.uuid()
                .flatMap(id -> jdbc.sql("SELECT * FROM case_event WHERE task_id = ? ORDER BY id DESC LIMIT 1")
                        .param(id)
                        .query((row, number) -> event(row))
                        .optional());
    }

    @SuppressWarnings("unchecked")
    private static CaseEvent event(java.sql.ResultSet row) throws java.sql.SQLException {
        return new CaseEvent(
                row.getLong("id"),
                new CaseKey(row.getObject("case_key", UUID.class)),
                row.getString("kind"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                person(row.getObject("person_id", UUID.class)),
                person(row.getObject("acting_for", UUID.class)),
                Json.read(row.getString("facts"), Map.class));
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }
}
