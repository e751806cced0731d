package app.tomoni.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes when something is due in running cases; {@link DueDates} knows when it is. */
@Component
@Transactional
public class CaseDates {

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final Positions positions;

    CaseDates(JdbcClient jdbc, ManagementService management, Positions positions) {
        this.jdbc = jdbc;
        this.management = management;
        this.positions = positions;
    }

    /** Sets a date of this one case, which goes before what its call says wherever the case comes to from now on. */
    public void set(CaseKey key, String deadline, Instant due) {
        positions.setDate(key, deadline, due);
    }

    /** Leaves a date of this one case open until one is set: no timer fires for it, and nobody is told a day. */
    public void leaveOpen(CaseKey key, String deadline) {
        positions.setDate(key, deadline, null);
    }

    /** The department in charge is named: what it has to do is due counted from now, and timers of it fire then. */
    void departmentNamed(CaseKey key) {
        positions.countAgain(List.of(key));
        recount(jdbc.sql("""
                        SELECT j.id_ FROM camunda.act_ru_job j
                        JOIN camunda.act_ru_task t ON t.execution_id_ = j.execution_id_
                        JOIN open_task o ON CAST(o.id AS text) = t.id_
                        WHERE o.case_key = ? AND o.office IN ('DEPARTMENT', 'DEPARTMENT_HEAD') AND j.type_ = 'timer'""").param(key.value()));
    }

    /** The dates of a call have changed: what is open is due at the new ones, and timers fire then. */
    public void changed(UUID call) {
        positions.countAgain(call);
        recount(jdbc.sql("""
                        SELECT DISTINCT j.id_ FROM camunda.act_ru_job j
                        JOIN camunda.act_ru_execution e ON e.id_ = j.process_instance_id_
                        JOIN case_file f ON f.key = CAST(e.business_key_ AS uuid)
                        WHERE f.call_id = ? AND j.type_ = 'timer'""").param(call));
    }

    /** The dates of some cases have changed, and no others of their call. */
    public void changed(Collection<CaseKey> keys) {
        positions.countAgain(keys);
        recount(jdbc.sql("""
                        SELECT DISTINCT j.id_ FROM camunda.act_ru_job j
                        JOIN camunda.act_ru_execution e ON e.id_ = j.process_instance_id_
                        WHERE e.business_key_ = ANY (:keys) AND j.type_ = 'timer'""").param("keys", keys.stream().map(CaseKey::toString).toArray(String[]::new)));
    }

    private void recount(JdbcClient.StatementSpec timers) {
        timers.query(String.class).list().forEach(timer -> management.recalculateJobDuedate(timer, false));
    }
}
