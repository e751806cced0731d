package app.tomoni.process;

import app.tomoni.account.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in a running case: to whom it is closed, and who comes to a list that it waits for, or leaves it. */
@Component
@Transactional
public class CasePeople {

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Cases cases;
    private final Drawings drawings;
    private final CaseEvents events;
    private final DepartmentRequests departments;

    CasePeople(
            JdbcClient jdbc,
            RuntimeService runtime,
            TaskService tasks,
            Cases cases,
            Drawings drawings,
            CaseEvents events,
            DepartmentRequests departments) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.tasks = tasks;
        this.cases = cases;
        this.drawings = drawings;
        this.events = events;
        this.departments = departments;
    }

    /** Closes this case to a person: what was theirs alone is taken from them, and nothing of it is offered again. */
    public void bar(CaseKey key, PersonId person) {
        int barred = jdbc.sql("""
                        INSERT INTO case_bar (case_key, person_id) VALUES (?, ?)
                        ON CONFLICT (case_key, person_id) DO UPDATE SET waits = false WHERE case_bar.waits""").param(key.value()).param(person.value()).update();
        if (barred == 0) {
            return;
        }
        events.record(key, "personBarred", Map.of("barred", person.toString()));
        departments.bar(key, person);
        takeAway(key, person);
    }

    /**
     * Offers a person nothing of this case until it is known whether they may have it: what is theirs alone stays theirs,
     * and the case waits for them.
     */
    public void suspend(CaseKey key, PersonId person) {
        jdbc.sql("INSERT INTO case_bar (case_key, person_id, waits) VALUES (?, ?, true) ON CONFLICT DO NOTHING")
                .param(key.value())
                .param(person.value())
                .update();
    }

    /** The person may have it: what waited is offered again. Who is barred by now stays so. */
    public void resume(CaseKey key, PersonId person) {
        jdbc.sql("DELETE FROM case_bar WHERE case_key = ? AND person_id = ? AND waits")
                .param(key.value())
                .param(person.value())
                .update();
    }

    /** Takes from a person what was theirs alone in a list; a case that waited for nobody else goes on. */
    public void takeAway(CaseKey key, PersonId person) {
        if (listed(key, person).isEmpty()) {
            return;
        }
        cases.hold(key);
        for (var task : listed(key, person)) {
            jdbc.sql("UPDATE case_position SET done = done - 1, total = total - 1 WHERE case_key = ? AND element = ?")
                    .param(key.value())
                    .param(task.kind())
                    .update();
            events.record(
                    key,
                    "taskTakenAway",
                    Map.of("task", task.kind(), "drawing", task.drawing(), "from", person.toString()));
            Cases.move(() -> tasks.complete(task.id().toString()));
        }
    }

    private List<OpenTask> listed(CaseKey key, PersonId person) {
        return cases.tasksOf(key).stream()
                .filter(task -> person.equals(task.assignee()))
                .filter(task -> drawings.place(task.drawing(), task.kind()).list())
                .toList();
    }

    /**
     * Offers a task to one more person, where the case waits for each of a list.
     *
     * @return whether it waited there
     */
    public boolean offerTo(PersonId person, CaseKey key, String element) {
        if (!cases.waitsAt(key, element)) {
            return false;
        }
        cases.hold(key);
        var place = jdbc.sql("""
                        SELECT id, definition FROM case_position
                        WHERE case_key = :key AND element = :element AND total IS NOT NULL FOR UPDATE""")
                .param("key", key.value())
                .param("element", element)
                .query((row, number) -> Map.entry(row.getString("id"), row.getString("definition")))
                .optional();
        place.ifPresent(at -> offerTo(person, key, element, at.getKey(), at.getValue()));
        return place.isPresent();
    }

    private void offerTo(PersonId person, CaseKey key, String element, String position, String definition) {
        var one = Objects.requireNonNull(drawings.place(definition, element).each());
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .processDefinitionId(definition)
                .singleResult();
        jdbc.sql("UPDATE case_position SET total = total + 1 WHERE id = ?")
                .param(position)
                .update();
        events.record(key, "taskAdded", Map.of("task", element, "drawing", definition, "to", person.toString()));
        Cases.move(() -> runtime.createProcessInstanceModification(instance.getId())
                .startBeforeActivity(element, position)
                .setVariableLocal(one, person.toString())
                .execute());
    }
}
