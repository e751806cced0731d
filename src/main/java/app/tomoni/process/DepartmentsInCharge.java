package app.tomoni.process;

import app.tomoni.account.Departments;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which department is in charge of a case. The secretariat names it, before the case comes to a task of a department or
 * while such a task waits; until then the task is nobody's, and the secretariat has it in its list that one is missing.
 */
@Component
@Transactional
public class DepartmentsInCharge {

    /**
     * What a case has of a department.
     *
     * @param department none as long as none is named
     * @param ended whether the case is over, so that nobody is asked any more
     */
    public record InCharge(@Nullable UUID department, boolean ended) {}

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Releases releases;
    private final Drawings drawings;
    private final DepartmentRequests requests;
    private final Departments departments;
    private final Offices offices;
    private final CaseEvents events;

    DepartmentsInCharge(
            JdbcClient jdbc,
            Cases cases,
            Releases releases,
            Drawings drawings,
            DepartmentRequests requests,
            Departments departments,
            Offices offices,
            CaseEvents events) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.releases = releases;
        this.drawings = drawings;
        this.requests = requests;
        this.departments = departments;
        this.offices = offices;
        this.events = events;
    }

    /** Nothing for a case that asks no department anywhere, and for a key that names no case. */
    @Transactional(readOnly = true)
    public Optional<InCharge> of(CaseKey key) {
        return jdbc.sql(
                        "SELECT department_id, ended_at IS NOT NULL AS ended, release, process FROM case_file WHERE key = ?")
                .param(key.value())
                .query((row, number) -> {
                    var release = row.getString("release");
                    var process = row.getString("process");
                    return Optional.of(
                                    new InCharge(row.getObject("department_id", UUID.class), row.getBoolean("ended")))
                            .filter(any -> asks(release, process));
                })
                .optional()
                .flatMap(known -> known);
    }

    /** Whether a department has a task in the drawing or in one that it calls. */
    private boolean asks(String release, String process) {
        var drawing = drawings.of(releases.definition(release, process));
        return drawing.offices().stream()
                        .flatMap(office -> Office.withKey(office).stream())
                        .anyMatch(office -> office.scope() == Office.Scope.DEPARTMENT)
                || drawing.calls().stream().anyMatch(called -> asks(release, called));
    }

    /** Whether a task of the case waits for a department in which nobody holds the office that is asked. */
    @Transactional(readOnly = true)
    public boolean waitsForNobody(CaseKey key) {
        return cases.tasksOf(key).stream()
                .filter(task -> task.office().scope() == Office.Scope.DEPARTMENT && task.scope() != null)
                .anyMatch(task ->
                        offices.activeHolders(task.office(), task.scope()).isEmpty());
    }

    /**
     * Names the department, or another one than before: what is open is theirs at once, and nobody else's.
     *
     * @param instead whom the person has read to be in charge; none when nobody was
     * @param reason asked for when there was one before
     * @throws Refusal when the person is not of the secretariat, when the case is over, when the department can be chosen
     *     no more, when somebody has named another one meanwhile, or without a reason
     */
    public void name(CaseKey key, UUID department, @Nullable UUID instead, String reason, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("process.department.absent");
        }
        cases.hold(key);
        var stands = of(key).orElseThrow(() -> new Refusal("process.department.absent"));
        if (stands.ended()) {
            throw new Refusal("process.department.over");
        }
        var before = stands.department();
        if (department.equals(before)) {
            return; // a double click
        }
        if (before != null && !before.equals(instead)) {
            throw new Refusal("process.department.meanwhile", departments.name(before));
        }
        if (departments.open().stream().noneMatch(open -> open.id().equals(department))) {
            throw new Refusal("process.department.closed");
        }
        if (before != null && reason.isBlank()) {
            throw new Refusal("process.department.reason.missing");
        }
        Lengths.demand(reason, Lengths.REASON);
        hand(key, department);
        record(key, department, before, reason.strip(), by);
    }

    private void hand(CaseKey key, UUID department) {
        jdbc.sql("UPDATE case_file SET department_id = ? WHERE key = ?")
                .param(department)
                .param(key.value())
                .update();
        jdbc.sql("UPDATE open_task SET department_id = ? WHERE case_key = ?")
                .param(department)
                .param(key.value())
                .update();
        cases.tasksOf(key).stream()
                .filter(task -> task.office().scope() == Office.Scope.DEPARTMENT)
                .forEach(task -> jdbc.sql(
                                "UPDATE open_task SET scope_id = :department, offered_to = :word WHERE id = :id")
                        .param("department", department)
                        .param("word", Audiences.word(task.office(), department, task.assignee()))
                        .param("id", task.id().uuid().orElseThrow())
                        .update());
        requests.settle(key);
    }

    private void record(CaseKey key, UUID department, @Nullable UUID before, String reason, PersonId by) {
        var facts = new HashMap<String, String>(
                Map.of("department", department.toString(), "name", departments.name(department)));
        if (before != null) {
            facts.put("before", departments.name(before));
            facts.put("reason", reason);
        }
        events.record(key, before == null ? "departmentNamed" : "departmentChanged", by, null, facts);
    }
}
