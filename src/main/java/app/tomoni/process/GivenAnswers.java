package app.tomoni.process;

import app.tomoni.form.Answers;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.Forms;
import app.tomoni.shared.Json;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was answered in a case at tasks that are done with nothing but a form, for whoever reads its record. */
@Component
@Transactional(readOnly = true)
public class GivenAnswers {

    /** A form of the case's release, filled in. */
    public record Given(FormDefinition form, Answers answers) {

        /** Without what the form keeps for the secretariat and the auditor. */
        public Given forReviewers() {
            var open = form.forReviewers();
            return new Given(open, answers.within(open));
        }
    }

    private final JdbcClient jdbc;
    private final Forms forms;

    GivenAnswers(JdbcClient jdbc, Forms forms) {
        this.jdbc = jdbc;
        this.forms = forms;
    }

    /** By the id of the event that says that the task was done; not what the panel answered. */
    public Map<Long, Given> of(CaseKey key) {
        var given = new HashMap<Long, Given>();
        jdbc.sql("""
                        SELECT e.id, e.facts ->> 'offeredTo' AS offered_to, a.kind, a.answers, f.release
                        FROM case_answer a JOIN case_file f ON f.key = a.case_key
                        JOIN case_event e ON e.task_id = a.task_id AND e.kind = 'taskDone'
                        WHERE a.case_key = ?""").param(key.value()).query(row -> {
            // What a member of the panel thinks is for the city to know with the result of the review, not from a
            // record
            if (!Audiences.office(row.getString("offered_to")).ofPanel()) {
                var id = row.getLong("id");
                var answers = Answers.of(Json.mapper().readTree(row.getString("answers")));
                forms.find(row.getString("kind"), row.getString("release"))
                        .ifPresent(form -> given.put(id, new Given(form, answers)));
            }
        });
        return given;
    }
}
