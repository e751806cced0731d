package app.tomoni.process;

import app.tomoni.account.Office;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps in the secretariat's list that a task waits for a department which nobody has named yet. */
@Component
class DepartmentRequests {

    static final String KIND = "nameDepartment";

    private static final String UNNAMED =
            "office IN ('DEPARTMENT', 'DEPARTMENT_HEAD') AND scope_id IS NULL AND definition IS NOT NULL";

    private final JdbcClient jdbc;
    private final Requests requests;

    DepartmentRequests(JdbcClient jdbc, Requests requests) {
        this.jdbc = jdbc;
        this.requests = requests;
    }

    /** @param due when the department's task is */
    void ask(CaseKey key, CaseScopes scopes, @Nullable Instant due) {
        var path = ProcessNavigation.department(key);
        if (!requests.isAsked(path)) {
            requests.ask(new Request(KIND, title(key), Office.SECRETARIAT, scopes, due, path, Set.of(), key));
        }
    }

    private String title(CaseKey key) {
        return jdbc.sql("SELECT coalesce(number || '　', '') || title FROM case_file WHERE key = ?")
                .param(key.value())
                .query(String.class)
                .single();
    }

    /** Takes it away where no task waits for it any more. */
    void settle(CaseKey key) {
        boolean waits = jdbc.sql("SELECT EXISTS (SELECT 1 FROM open_task WHERE case_key = ? AND " + UNNAMED + ")")
                .param(key.value())
                .query(Boolean.class)
                .single();
        if (!waits) {
            requests.settle(ProcessNavigation.department(key));
        }
    }

    /** The tasks of a call are due at other times by now. */
    void countAgain(UUID call) {
        jdbc.sql("""
                        UPDATE open_task asked SET due_at = task.due_at, due_sort = task.due_sort
                        FROM (SELECT * FROM open_task WHERE call_id = :call AND %s) task
                        WHERE asked.kind = :kind AND asked.holds_up = task.case_key""".formatted(UNNAMED)).param("call", call).param("kind", KIND).update();
    }
}
