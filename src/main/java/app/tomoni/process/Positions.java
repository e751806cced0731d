package app.tomoni.process;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.process.gate.Drawing;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps where each case waits and what it waits for, in the transaction that moves it. */
@Component
class Positions {

    static final OffsetDateTime NEVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final Drawings drawings;
    private final CaseEvents events;
    private final DueDates dates;
    private final DepartmentRequests departments;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Positions(
            JdbcClient jdbc,
            Drawings drawings,
            CaseEvents events,
            DueDates dates,
            DepartmentRequests departments,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.jdbc = jdbc;
        this.drawings = drawings;
        this.events = events;
        this.dates = dates;
        this.departments = departments;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Nullable
    OffsetDateTime due(CaseKey key, @Nullable String deadline, Instant from) {
        var due = deadline == null ? null : dates.due(key, deadline, from);
        return due == null ? null : due.atOffset(ZoneOffset.UTC);
    }

    void setDate(CaseKey key, String deadline, @Nullable Instant due) {
        dates.set(key, deadline, due);
    }

    /** The case has come to a place where it waits, or into a scope that speaks for what is in it. */
    void enter(DelegateExecution execution, String element, boolean around, @Nullable Integer total) {
        var key = key(execution);
        var place = drawings.place(execution.getProcessDefinitionId(), element);
        var now = clock.instant();
        jdbc.sql("""
                        INSERT INTO case_position (id, case_key, definition, element, around, since, deadline, due_at, done, total)
                        VALUES (:id, :key, :definition, :element, :around, :since, :deadline, :due, :done, :total)""")
                .param("id", execution.getActivityInstanceId())
                .param("key", key.value())
                .param("definition", execution.getProcessDefinitionId())
                .param("element", element)
                .param("around", around)
                .param("since", now.atOffset(ZoneOffset.UTC))
                .param("deadline", place.deadline())
                .param("due", due(key, place.deadline(), now))
                .param("done", total == null ? null : 0)
                .param("total", total)
                .update();
        if (!around) {
            var process = drawings.of(execution.getProcessDefinitionId()).process();
            publisher.publishEvent(new CaseArrived(key, process, element));
        }
    }

    void leave(DelegateExecution execution) {
        jdbc.sql("DELETE FROM case_position WHERE id = ?")
                .param(execution.getActivityInstanceId())
                .update();
    }

    /** One of several that the case waits for at once is done. */
    void count(DelegateExecution execution) {
        jdbc.sql("UPDATE case_position SET done = done + 1 WHERE id = ?")
                .param(((ExecutionEntity) execution).getParentActivityInstanceId())
                .update();
    }

    void offer(DelegateTask task) {
        var key = CaseKey.of(((ExecutionEntity) task.getExecution()).getProcessBusinessKey());
        var place = drawings.place(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        var office = Office.withKey(String.valueOf(place.office())).orElseThrow();
        var assignee = assignee(task, place);
        if (office.ofDepartment()) { // one that is being named at this moment is not missed
            jdbc.sql("SELECT 1 FROM case_file WHERE key = ? FOR NO KEY UPDATE")
                    .param(key.value())
                    .query(Integer.class)
                    .single();
        }
        var scope = scopes(key).of(office);
        // Nobody answers to an office of no department in particular: the task waits until one is named
        if (scope == null && !office.ofDepartment() && office.scope() != Office.Scope.CITY) {
            throw new IllegalStateException(
                    "case " + key + " has no " + office.scope() + " for " + task.getTaskDefinitionKey());
        }
        var now = clock.instant();
        var due = due(key, place.deadline(), now);
        jdbc.sql("""
                        INSERT INTO open_task (id, kind, case_key, definition, offered_to, office, scope_id, assignee,
                          title, title_sort, number, search, deadline, due_at, due_sort, created_at,
                          call_id, organisation_id, department_id)
                        SELECT :id, :kind, key, :definition, :word, :office, :scope, :assignee,
                          title, title_sort, number, search, :deadline, :due, :dueSort, :now,
                          call_id, organisation_id, department_id
                        FROM case_file WHERE key = :key""")
                .param("id", UUID.fromString(task.getId()))
                .param("kind", task.getTaskDefinitionKey())
                .param("definition", task.getProcessDefinitionId())
                .param("word", Audiences.word(office, scope, assignee))
                .param("office", office.name())
                .param("scope", scope)
                .param("assignee", assignee == null ? null : assignee.value())
                .param("deadline", place.deadline())
                .param("due", due)
                .param("dueSort", due == null ? NEVER : due)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("key", key.value())
                .update();
        if (office.ofDepartment()) {
            departments.keep(key);
        }
    }

    private static @Nullable PersonId assignee(DelegateTask task, Drawing.Place place) {
        if (task.getAssignee() == null && place.personal()) {
            throw new IllegalStateException(place.element() + " is a person's task, and there is nobody");
        }
        return task.getAssignee() == null ? null : PersonId.of(task.getAssignee());
    }

    /**
     * Counts the dates of a call's open tasks and places anew, each from the moment it began; those of a department from
     * the moment it was named, where that was later.
     */
    void countAgain(UUID call) {
        countAgain("f.call_id", List.of(call));
        departments.countAgain(call);
    }

    /** The same of some cases. */
    void countAgain(Collection<CaseKey> keys) {
        countAgain("f.key", keys.stream().map(CaseKey::value).toList());
    }

    private void countAgain(String column, List<UUID> some) {
        var which = some.toArray(UUID[]::new);
        var tasks = jdbc.sql("""
                        SELECT t.id::text, t.case_key, t.deadline, CASE WHEN t.office IN ('DEPARTMENT', 'DEPARTMENT_HEAD')
                          THEN greatest(t.created_at, f.department_named_at) ELSE t.created_at END
                        FROM open_task t JOIN case_file f ON f.key = t.case_key
                        WHERE %s = ANY (:which) AND t.deadline IS NOT NULL FOR UPDATE OF t""".formatted(column))
                .param("which", which)
                .query((row, number) -> dated(row))
                .list();
        for (var task : tasks) {
            var due = due(task.key(), task.deadline(), task.since());
            jdbc.sql("UPDATE open_task SET due_at = :due, due_sort = :sort WHERE id = CAST(:id AS uuid)")
                    .param("due", due)
                    .param("sort", due == null ? NEVER : due)
                    .param("id", task.id())
                    .update();
        }
        var places = jdbc.sql("""
                        SELECT p.id, p.case_key, p.deadline, p.since, p.definition, p.element,
                          greatest(p.since, f.department_named_at) AS named
                        FROM case_position p JOIN case_file f ON f.key = p.case_key
                        WHERE %s = ANY (:which) AND p.deadline IS NOT NULL""".formatted(column))
                .param("which", which)
                .query((row, number) -> asksDepartment(row)
                        ? dated(row).from(row.getObject("named", OffsetDateTime.class))
                        : dated(row))
                .list();
        for (var place : places) {
            jdbc.sql("UPDATE case_position SET due_at = :due WHERE id = :id")
                    .param("due", due(place.key(), place.deadline(), place.since()))
                    .param("id", place.id())
                    .update();
        }
    }

    private record Dated(String id, CaseKey key, String deadline, Instant since) {

        Dated from(OffsetDateTime later) {
            return new Dated(id, key, deadline, later.toInstant());
        }
    }

    private boolean asksDepartment(java.sql.ResultSet row) throws java.sql.SQLException {
        return Optional.ofNullable(drawings.place(row.getString("definition"), row.getString("element"))
                        .office())
                .flatMap(Office::withKey)
                .filter(Office::ofDepartment)
                .isPresent();
    }

    private static Dated dated(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Dated(
                row.getString(1),
                new CaseKey(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    void take(DelegateTask task) {
        jdbc.sql("DELETE FROM open_task WHERE id = ? RETURNING *")
                .param(UUID.fromString(task.getId()))
                .query((row, number) -> OpenTasks.task(row))
                .optional()
                .filter(taken -> taken.office().ofDepartment())
                .ifPresent(taken -> departments.keep(taken.caseKey()));
    }

    void end(DelegateExecution execution, @Nullable String ending) {
        var key = key(execution);
        jdbc.sql("UPDATE case_file SET ended_at = :now, ending = :ending WHERE key = :key")
                .param("now", OffsetDateTime.now(clock))
                .param("ending", ending)
                .param("key", key.value())
                .update();
        events.record(key, "caseEnded", ending == null ? Map.of() : Map.of("ending", ending));
        var process = drawings.of(execution.getProcessDefinitionId()).process();
        publisher.publishEvent(new CaseEnded(key, process, ending == null ? "" : ending));
    }

    CaseScopes scopes(CaseKey key) {
        return jdbc.sql("SELECT call_id, organisation_id, department_id FROM case_file WHERE key = ?")
                .param(key.value())
                .query((row, number) -> new CaseScopes(
                        row.getObject("call_id", UUID.class),
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("department_id", UUID.class)))
                .single();
    }

    private static CaseKey key(DelegateExecution execution) {
        return CaseKey.of(execution.getProcessBusinessKey());
    }
}
