package app.tomoni.process;

import app.tomoni.account.Departments;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
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
     * @param closed whether the department can be chosen no more
     * @param ended whether the case is over, so that nobody is asked any more
     * @param taskOpen whether a task of the department waits now
     * @param nobody whether nobody in the department holds the office that is asked now or later
     */
    public record InCharge(@Nullable UUID department, boolean closed, boolean ended, boolean taskOpen, boolean nobody) {

        /** The sentence that says that nobody can do the task, and what to do about it; none where somebody can. */
        public Optional<String> warning() {
            return nobody
                    ? Optional.of(closed ? "process.department.nobody.closed" : "process.department.nobody")
                    : Optional.empty();
        }
    }

    private final JdbcClient jdbc;
    private final Cases cases;
    private final CaseDates dates;
    private final Releases releases;
    private final Drawings drawings;
    private final DepartmentRequests requests;
    private final Departments departments;
    private final Offices offices;
    private final Audiences audiences;
    private final CaseEvents events;
    private final Clock clock;

    DepartmentsInCharge(
            JdbcClient jdbc,
            Cases cases,
            CaseDates dates,
            Releases releases,
            Drawings drawings,
            DepartmentRequests requests,
            Departments departments,
            Offices offices,
            Audiences audiences,
            CaseEvents events,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.dates = dates;
        this.releases = releases;
        this.drawings = drawings;
        this.requests = requests;
        this.departments = departments;
        this.offices = offices;
        this.audiences = audiences;
        this.events = events;
        this.clock = clock;
    }

    private record File(@Nullable UUID department, boolean ended, String release, String process) {}

    /** Nothing for a case that asks no department anywhere, and for a key that names no case. */
    @Transactional(readOnly = true)
    public Optional<InCharge> of(CaseKey key) {
        return jdbc.sql(
                        "SELECT department_id, ended_at IS NOT NULL AS ended, release, process FROM case_file WHERE key = ?")
                .param(key.value())
                .query((row, number) -> new File(
                        row.getObject("department_id", UUID.class),
                        row.getBoolean("ended"),
                        row.getString("release"),
                        row.getString("process")))
                .optional()
                .flatMap(file -> {
                    var drawn = drawn(file.release(), file.process());
                    return drawn.isEmpty() ? Optional.empty() : Optional.of(of(key, file, drawn));
                });
    }

    /** The offices of a department that have a task in the drawing or in one that it calls. */
    private Set<Office> drawn(String release, String process) {
        var drawing = drawings.of(releases.definition(release, process));
        return Stream.concat(
                        drawing.offices().stream()
                                .flatMap(office -> Office.withKey(office).stream())
                                .filter(Office::ofDepartment),
                        drawing.calls().stream().flatMap(called -> drawn(release, called).stream()))
                .collect(Collectors.toSet());
    }

    private InCharge of(CaseKey key, File file, Set<Office> drawn) {
        var open = cases.tasksOf(key).stream()
                .map(OpenTask::office)
                .filter(Office::ofDepartment)
                .collect(Collectors.toSet());
        var department = file.department();
        if (department == null) {
            return new InCharge(null, false, file.ended(), !open.isEmpty(), false);
        }
        var asked = open.isEmpty() ? drawn : open;
        boolean missed = asked.stream()
                .anyMatch(office -> offices.activeHolders(office, department).isEmpty());
        return new InCharge(
                department,
                departments.open().stream().noneMatch(each -> each.id().equals(department)),
                file.ended(),
                !open.isEmpty(),
                missed && !file.ended() && (!open.isEmpty() || !isDone(key)));
    }

    /** Whether a department has done a task since the case began, so that perhaps none is asked any more. */
    private boolean isDone(CaseKey key) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM case_event e JOIN case_file f ON f.key = e.case_key
                          WHERE f.key = ? AND e.kind = 'taskDone' AND e.happened_at >= f.started_at
                            AND e.facts ->> 'offeredTo' LIKE 'DEPARTMENT%')""").param(key.value()).query(Boolean.class).single();
    }

    /** Whether the person is of the secretariat, and the case is not closed to them or to those they stand in for. */
    @Transactional(readOnly = true)
    public boolean mayName(CaseKey key, PersonId person) {
        var principals = audiences.of(person).get(Audiences.word(Office.SECRETARIAT, null, null));
        var barred = requests.barred(key);
        return principals != null && !barred.contains(person) && !barred.containsAll(principals);
    }

    /**
     * Names the department, or another one than before: what is open is theirs at once, and nobody else's.
     *
     * @param instead whom the person has read to be in charge; none when nobody was
     * @param reason asked for when there was one before
     * @throws Refusal when the person may not name it, when the case is over, when the department can be chosen
     *     no more, when somebody has named another one meanwhile, or without a reason
     */
    public void name(CaseKey key, UUID department, @Nullable UUID instead, String reason, PersonId by) {
        if (!mayName(key, by)) {
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

    /**
     * Asks the secretariat as well where the last person of a department has left while its task waits, and no more where
     * somebody has come: offices end and begin on days of which nothing tells.
     */
    @Scheduled(initialDelayString = "${tomoni.process.poll:5m}", fixedDelayString = "${tomoni.process.poll:5m}")
    public void look() {
        var changed = requests.changed();
        cases.hold(changed);
        changed.forEach(requests::keep);
    }

    private void hand(CaseKey key, UUID department) {
        jdbc.sql("UPDATE case_file SET department_id = ?, department_named_at = ? WHERE key = ?")
                .param(department)
                .param(OffsetDateTime.now(clock))
                .param(key.value())
                .update();
        jdbc.sql("UPDATE open_task SET department_id = ? WHERE case_key = ?")
                .param(department)
                .param(key.value())
                .update();
        cases.tasksOf(key).stream()
                .filter(task -> task.office().ofDepartment())
                .forEach(task -> jdbc.sql(
                                "UPDATE open_task SET scope_id = :department, offered_to = :word WHERE id = :id")
                        .param("department", department)
                        .param("word", Audiences.word(task.office(), department, task.assignee()))
                        .param("id", task.id().uuid().orElseThrow())
                        .update());
        dates.departmentNamed(key);
        requests.keep(key);
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
