package app.tomoni.process;

import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Json;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to running cases: each call joins the caller's transaction, and the case moves with it or not at all. */
@Component
@Transactional
public class Cases {

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Releases releases;
    private final Drawings drawings;
    private final DeclaredKeys declared;
    private final OpenTasks openTasks;
    private final Audiences audiences;
    private final CaseEvents events;
    private final People people;
    private final BeanFactory beans;
    private final ObjectProvider<TaskObstacle> obstacles;
    private final Clock clock;

    Cases(
            JdbcClient jdbc,
            RuntimeService runtime,
            TaskService tasks,
            Releases releases,
            Drawings drawings,
            DeclaredKeys declared,
            OpenTasks openTasks,
            Audiences audiences,
            CaseEvents events,
            People people,
            BeanFactory beans,
            ObjectProvider<TaskObstacle> obstacles,
            Clock clock) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.tasks = tasks;
        this.releases = releases;
        this.drawings = drawings;
        this.declared = declared;
        this.openTasks = openTasks;
        this.audiences = audiences;
        this.events = events;
        this.people = people;
        this.beans = beans;
        this.obstacles = obstacles;
        this.clock = clock;
    }

    /** Begins the case and takes it to its first wait. A key whose earlier case has ended may begin again. */
    public void open(NewCase begun) {
        var release = begun.release() == null ? releases.current() : begun.release();
        var definition = releases.definition(release, begun.process());
        int kept = jdbc.sql("""
                        INSERT INTO case_file (key, process, title, title_sort, number, search,
                          call_id, organisation_id, department_id, release, definition, started_at)
                        VALUES (:key, :process, :title, :titleSort, :number, :search,
                          :call, :organisation, :department, :release, :definition, :now)
                        ON CONFLICT (key) DO UPDATE SET process = excluded.process, title = excluded.title,
                          title_sort = excluded.title_sort, number = excluded.number, search = excluded.search,
                          call_id = excluded.call_id, organisation_id = excluded.organisation_id,
                          department_id = coalesce(excluded.department_id, case_file.department_id), release = excluded.release,
                          definition = excluded.definition, started_at = excluded.started_at,
                          instance = NULL, ended_at = NULL, ending = NULL
                        WHERE case_file.ended_at IS NOT NULL""")
                .param("key", begun.key().value())
                .param("process", begun.process())
                .param("title", begun.title())
                .param("titleSort", JapaneseText.sortKey(begun.title()))
                .param("number", begun.number())
                .param("search", OpenTasks.searchText(begun.title(), begun.number()))
                .param("call", begun.scopes().call())
                .param("organisation", begun.scopes().organisation())
                .param("department", begun.scopes().department())
                .param("release", release)
                .param("definition", definition)
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (kept == 0) {
            throw new IllegalStateException("case " + begun.key() + " is already running");
        }
        events.record(begun.key(), "caseOpened", Map.of("process", begun.process(), "release", release));
        var instance = runtime.startProcessInstanceById(
                definition, begun.key().toString(), ThinVariables.of(begun.variables()));
        jdbc.sql("UPDATE case_file SET instance = :instance WHERE key = :key")
                .param("instance", instance.getId())
                .param("key", begun.key().value())
                .update();
    }

    /** Gives the case the title and number that lists show. */
    public void label(CaseKey key, String title, @Nullable String number) {
        for (var table : List.of("case_file SET title = :title", "open_task SET title = :title")) {
            var column = table.startsWith("case_file") ? "key" : "case_key";
            jdbc.sql("UPDATE " + table + ", title_sort = :sort, number = :number, search = :search WHERE " + column
                            + " = :key")
                    .param("title", title)
                    .param("sort", JapaneseText.sortKey(title))
                    .param("number", number)
                    .param("search", OpenTasks.searchText(title, number))
                    .param("key", key.value())
                    .update();
        }
    }

    /**
     * Does a task.
     *
     * @throws Refusal when somebody has done it already, when it is not this person's to do, or when an answer is not one
     *     that its form declares; nothing is changed then
     */
    public void complete(TaskId id, PersonId by, Map<String, Object> answers) {
        var task = lock(id).flatMap(open -> openTasks.visible(id, by)).orElseThrow(() -> gone(id, by));
        obstacle(task, by).ifPresent(refusal -> {
            throw refusal;
        });
        finish(task, by, answers);
    }

    /**
     * Does a task for those whose it is, as they said on paper or by telephone; who calls this has made sure that the
     * person may record it.
     *
     * @throws Refusal when it has been done already
     */
    public void completeFor(TaskId id, PersonId recordedBy, Map<String, Object> answers) {
        finish(lock(id).orElseThrow(() -> gone(id, recordedBy)), recordedBy, answers);
    }

    /** Why the person may not do this task, which is offered to them; nothing when they may. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(OpenTask task, PersonId person) {
        return completion(task).isPresent()
                ? Optional.empty()
                : obstacles.stream()
                        .flatMap(each -> each.against(task, person).stream())
                        .findFirst();
    }

    private Optional<TaskCompletion> completion(OpenTask task) {
        return beans.containsBean(task.kind()) && beans.getBean(task.kind()) instanceof TaskCompletion known
                ? Optional.of(known)
                : Optional.empty();
    }

    private Optional<OpenTask> lock(TaskId id) {
        return id.uuid().flatMap(known -> {
            hold("(SELECT case_key FROM open_task WHERE id = ?)", known);
            return jdbc.sql("SELECT * FROM open_task WHERE id = ? AND definition IS NOT NULL FOR UPDATE")
                    .param(known)
                    .query((row, number) -> OpenTasks.task(row))
                    .optional();
        });
    }

    /**
     * Whoever moves a case waits for whoever is moving it: the engine would refuse the second, as when two reviewers hand
     * in their sheets at the same moment. The case comes before everything of it that is locked: whoever locks something
     * that a step of the case locks as well, such as its proposal, calls this first.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CaseKey key) {
        hold("?", key.value());
    }

    /** The same of several, in one order for everybody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<CaseKey> keys) {
        among("SELECT key FROM case_file WHERE key = ANY (:keys) ORDER BY key FOR NO KEY UPDATE", Map.of(), keys);
    }

    private void hold(String which, UUID known) {
        jdbc.sql("SELECT 1 FROM case_file WHERE key = " + which + " FOR NO KEY UPDATE")
                .param(known)
                .query((row, number) -> 0)
                .list();
    }

    /** @throws OptimisticLockingFailureException when a step that runs by itself has moved the case meanwhile */
    static void move(Runnable engine) {
        try {
            engine.run();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The case was moved meanwhile", e);
        }
    }

    private void finish(OpenTask task, PersonId by, Map<String, Object> answers) {
        var id = task.id();
        var place = drawings.place(task.drawing(), task.kind());
        Map<String, Object> passed = answers;
        Map<String, Object> variables = Map.of();
        if (place.form() != null) {
            var declaredOnes = declared.pass(release(task.caseKey()), place.form(), answers);
            passed = declaredOnes.answers();
            variables = declaredOnes.variables();
        }
        var completion = completion(task);
        if (completion.isPresent()) {
            variables = completion.get().complete(task, by, passed);
        } else if (place.form() != null) {
            keep(task, by, passed);
        } else {
            variables = answers;
        }
        events.record(
                task.caseKey(),
                "taskDone",
                by,
                id,
                Map.of(
                        "task",
                        task.kind(),
                        "drawing",
                        task.drawing(),
                        "offeredTo",
                        Audiences.word(task.office(), task.scope(), task.assignee())));
        var told = ThinVariables.of(variables);
        move(() -> tasks.complete(id.toString(), told));
    }

    /** Who did it and when, for those who might have done it; for all others it never was. */
    private Refusal gone(TaskId id, PersonId by) {
        var done = events.finished(id).orElse(null);
        var who = done == null ? null : done.person();
        if (done == null || who == null || !mayHaveDone(by, done)) {
            return new Refusal("process.task.absent");
        }
        return done.actingFor() == null
                ? new Refusal("process.task.done", people.name(who), done.at())
                : new Refusal("process.task.done.deputy", people.name(who), done.at(), people.name(done.actingFor()));
    }

    private boolean mayHaveDone(PersonId person, CaseEvent done) {
        return audiences.of(person).containsKey(String.valueOf(done.facts().get("offeredTo")));
    }

    private void keep(OpenTask task, PersonId by, Map<String, Object> answers) {
        jdbc.sql("""
                        INSERT INTO case_answer (id, case_key, task_id, kind, answers, given_by, given_at)
                        VALUES (:id, :key, :task, :kind, CAST(:answers AS jsonb), :by, :at)""")
                .param("id", Ids.next())
                .param("key", task.caseKey().value())
                .param("task", task.id().uuid().orElseThrow())
                .param("kind", task.kind())
                .param("answers", Json.write(answers))
                .param("by", by.value())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /** Tells the case that something happened. */
    public void tell(String message, CaseKey key, Map<String, Object> variables) {
        hold(key);
        if (!waitsFor(key, message)) {
            throw new Refusal("process.nobody-waits");
        }
        events.record(key, "told", Map.of("message", message));
        move(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(key.toString())
                .setVariables(ThinVariables.of(variables))
                .correlate());
    }

    public boolean waitsFor(CaseKey key, String message) {
        return runtime.createExecutionQuery()
                        .messageEventSubscriptionName(message)
                        .processInstanceBusinessKey(key.toString())
                        .count()
                > 0;
    }

    /** Which of the cases wait for a message. */
    @Transactional(readOnly = true)
    public Set<CaseKey> waitingFor(String message, Collection<CaseKey> keys) {
        return among("""
                        SELECT DISTINCT CAST(e.business_key_ AS uuid) FROM camunda.act_ru_event_subscr s
                        JOIN camunda.act_ru_execution e ON e.id_ = s.proc_inst_id_
                        WHERE s.event_type_ = 'message' AND s.event_name_ = :message
                          AND e.business_key_ = ANY (CAST(:keys AS text[]))""", Map.of("message", message), keys);
    }

    @Transactional(readOnly = true)
    public boolean waitsAt(CaseKey key, String element) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM case_position WHERE case_key = ? AND element = ?)")
                .param(key.value())
                .param(element)
                .query(Boolean.class)
                .single();
    }

    /** The cases of a call that wait at an element of their process. */
    @Transactional(readOnly = true)
    public List<CaseKey> waitingAt(String process, String element, UUID call) {
        return jdbc.sql("""
                        SELECT f.key FROM case_file f WHERE f.call_id = :call AND f.process = :process
                          AND EXISTS (SELECT 1 FROM case_position p WHERE p.case_key = f.key AND p.element = :element)
                        ORDER BY f.started_at, f.key""")
                .param("call", call)
                .param("process", process)
                .param("element", element)
                .query(CaseKey::read)
                .list();
    }

    /** The cases of all calls that wait at an element of their process. */
    @Transactional(readOnly = true)
    public List<CaseKey> waitingAt(String process, String element) {
        return jdbc.sql("""
                        SELECT f.key FROM case_file f WHERE f.process = :process AND f.ended_at IS NULL
                          AND EXISTS (SELECT 1 FROM case_position p WHERE p.case_key = f.key AND p.element = :element)
                        ORDER BY f.started_at, f.key""")
                .param("process", process)
                .param("element", element)
                .query(CaseKey::read)
                .list();
    }

    /** The cases that wait at an element of their process although the date there has passed. */
    @Transactional(readOnly = true)
    public List<CaseKey> lateAt(String process, String element) {
        return jdbc.sql("""
                        SELECT f.key FROM case_file f WHERE f.process = :process AND f.ended_at IS NULL
                          AND EXISTS (SELECT 1 FROM case_position p
                            WHERE p.case_key = f.key AND p.element = :element AND p.due_at < :now)
                        ORDER BY f.started_at, f.key""")
                .param("process", process)
                .param("element", element)
                .param("now", OffsetDateTime.now(clock))
                .query(CaseKey::read)
                .list();
    }

    /** How many cases of each call wait at an element of their process; a call with none is not there. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> countWaitingAt(String process, String element, Collection<UUID> calls) {
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql("""
                        SELECT f.call_id, count(DISTINCT f.key) AS cases FROM case_file f
                        JOIN case_position p ON p.case_key = f.key AND p.element = :element
                        WHERE f.process = :process AND f.call_id = ANY (:calls) GROUP BY f.call_id""")
                .param("calls", calls.toArray(UUID[]::new))
                .param("process", process)
                .param("element", element)
                .query((row, number) -> counts.put(row.getObject("call_id", UUID.class), row.getInt("cases")))
                .list();
        return counts;
    }

    @Transactional(readOnly = true)
    public boolean hasEnded(CaseKey key) {
        return !ended(List.of(key)).isEmpty();
    }

    /** Which of the cases are over; one that never began has not ended. */
    @Transactional(readOnly = true)
    public Set<CaseKey> ended(Collection<CaseKey> keys) {
        return among("SELECT key FROM case_file WHERE key = ANY (:keys) AND ended_at IS NOT NULL", Map.of(), keys);
    }

    private Set<CaseKey> among(String sql, Map<String, ?> parameters, Collection<CaseKey> keys) {
        return keys.isEmpty()
                ? Set.of()
                : jdbc.sql(sql)
                        .params(parameters)
                        .param("keys", keys.stream().map(CaseKey::value).toArray(UUID[]::new))
                        .query(CaseKey::read)
                        .set();
    }

    /** Stops the case where it is; what happened stays written. */
    public void end(CaseKey key, String reason) {
        var instance = jdbc.sql("SELECT instance FROM case_file WHERE key = ? AND ended_at IS NULL FOR UPDATE")
                .param(key.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("case " + key + " is not running"));
        events.record(key, "caseStopped", Map.of("reason", reason));
        runtime.deleteProcessInstance(instance, reason, false, true);
    }

    /** The task of a case, when this person may do it now; absent and forbidden look the same. */
    @Transactional(readOnly = true)
    public Optional<OpenTask> task(TaskId id, PersonId viewer) {
        return openTasks.visible(id, viewer).filter(OpenTask::isDrawn);
    }

    /** All that is open in a case, whoever may do it, oldest first. */
    @Transactional(readOnly = true)
    public List<OpenTask> tasksOf(CaseKey key) {
        return tasksOf(List.of(key)).getOrDefault(key, List.of());
    }

    /** The same of many cases in one look-up; a case in which nothing is open is not named. */
    @Transactional(readOnly = true)
    public Map<CaseKey, List<OpenTask>> tasksOf(Collection<CaseKey> keys) {
        return keys.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT * FROM open_task WHERE case_key IN (:keys) ORDER BY created_at, id")
                        .param("keys", keys.stream().map(CaseKey::value).toList())
                        .query((row, number) -> OpenTasks.task(row))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(OpenTask::caseKey));
    }

    /** This person's open task of a kind in a case. */
    @Transactional(readOnly = true)
    public Optional<OpenTask> taskFor(PersonId person, CaseKey key, String kind) {
        return tasksOf(key).stream()
                .filter(task -> task.kind().equals(kind))
                .flatMap(task -> openTasks.visible(task.id(), person).stream())
                .findFirst();
    }

    /** What the case belongs to; nothing for a key that names no case. */
    @Transactional(readOnly = true)
    public Optional<CaseScopes> scopes(CaseKey key) {
        return jdbc.sql("SELECT call_id, organisation_id, department_id FROM case_file WHERE key = ?")
                .param(key.value())
                .query((row, number) -> new CaseScopes(
                        row.getObject("call_id", UUID.class),
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("department_id", UUID.class)))
                .optional();
    }

    /** The release that a case begun now would run on. */
    @Transactional(readOnly = true)
    public String currentRelease() {
        return releases.current();
    }

    private String release(CaseKey key) {
        return jdbc.sql("SELECT release FROM case_file WHERE key = ?")
                .param(key.value())
                .query(String.class)
                .single();
    }
}
