package app.tomoni.process;

import app.tomoni.account.Appointed;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps in the secretariat's list that a task waits for a department: none is named, or nobody there can do it. */
@Component
class DepartmentRequests {

    static final String KIND = "nameDepartment";

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Offices offices;

    DepartmentRequests(JdbcClient jdbc, Requests requests, Offices offices) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.offices = offices;
    }

    /** Asks by the earliest date of the tasks that are nobody's, and not where there is none. */
    void keep(CaseKey key) {
        var path = ProcessNavigation.department(key);
        var waiting = nobodys(key);
        if (waiting.isEmpty()) {
            requests.settle(path);
            return;
        }
        var due = waiting.stream()
                .map(OpenTask::dueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (requests.isAsked(path)) {
            requests.dueAt(path, due);
            return;
        }
        var task = waiting.getFirst();
        requests.ask(new Request(
                KIND, task.title(), task.number(), Office.SECRETARIAT, task.scopes(), due, path, barred(key), key));
    }

    /** The cases of which the list does not say what is so: asked about and done by somebody, or the other way round. */
    Set<CaseKey> changed() {
        record Asked(Office office, @Nullable UUID scope) {}
        var nobodys = new HashMap<Asked, Boolean>();
        var waiting = new HashMap<CaseKey, Boolean>();
        jdbc.sql("""
                        SELECT case_key, office, scope_id FROM open_task
                        WHERE definition IS NOT NULL AND office IN ('DEPARTMENT', 'DEPARTMENT_HEAD')""").query(row -> {
            var asked = new Asked(Office.valueOf(row.getString("office")), row.getObject("scope_id", UUID.class));
            var nobody = nobodys.computeIfAbsent(asked, each -> isNobodys(each.office(), each.scope()));
            waiting.merge(new CaseKey(row.getObject("case_key", UUID.class)), nobody, Boolean::logicalOr);
        });
        var listed = requests.paths(KIND);
        return waiting.entrySet().stream()
                .filter(each -> each.getValue() != listed.contains(ProcessNavigation.department(each.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean isNobodys(Office office, @Nullable UUID scope) {
        return scope == null || offices.activeHolders(office, scope).isEmpty();
    }

    private List<OpenTask> nobodys(CaseKey key) {
        return jdbc.sql("""
                        SELECT * FROM open_task WHERE case_key = ? AND definition IS NOT NULL
                          AND office IN ('DEPARTMENT', 'DEPARTMENT_HEAD') ORDER BY created_at, id""").param(key.value()).query((row, number) -> OpenTasks.task(row)).list().stream()
                .filter(task -> isNobodys(task.office(), task.scope()))
                .toList();
    }

    /** To whom the case is closed: who is out of it names nobody for it either. */
    Set<PersonId> barred(CaseKey key) {
        return jdbc.sql("SELECT person_id FROM case_bar WHERE case_key = ?")
                .param(key.value())
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .set();
    }

    /** The case has been closed to somebody while it is asked. */
    void bar(CaseKey key, PersonId person) {
        jdbc.sql("""
                        INSERT INTO case_bar (case_key, person_id)
                        SELECT case_key, :person FROM open_task WHERE path = :path ON CONFLICT DO NOTHING""")
                .param("person", person.value())
                .param("path", ProcessNavigation.department(key))
                .update();
    }

    /** The tasks of a call are due at other times by now. */
    void countAgain(UUID call) {
        jdbc.sql("SELECT holds_up FROM open_task WHERE kind = :kind AND call_id = :call")
                .param("kind", KIND)
                .param("call", call)
                .query(UUID.class)
                .list()
                .forEach(key -> keep(new CaseKey(key)));
    }

    /** Whoever has come to a department does what waited for somebody there. */
    @EventListener
    void on(Appointed event) {
        if (event.office().ofDepartment()) {
            jdbc.sql("""
                            SELECT DISTINCT asked.holds_up FROM open_task asked JOIN open_task t ON t.case_key = asked.holds_up
                            WHERE asked.kind = :kind AND t.scope_id = :department""")
                    .param("kind", KIND)
                    .param("department", event.scope())
                    .query(UUID.class)
                    .list()
                    .forEach(key -> keep(new CaseKey(key)));
        }
    }
}
