package app.tomoni.process;

import app.tomoni.form.FormDefinition;
import app.tomoni.form.Forms;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The form that a task is done with, as it stood in the release its case runs on. */
@Component
@Transactional(readOnly = true)
public class TaskForms {

    private final Drawings drawings;
    private final Forms forms;
    private final JdbcClient jdbc;

    TaskForms(Drawings drawings, Forms forms, JdbcClient jdbc) {
        this.drawings = drawings;
        this.forms = forms;
        this.jdbc = jdbc;
    }

    /** Nothing for a task that has a page of its own. */
    public Optional<FormDefinition> of(OpenTask task) {
        return Optional.ofNullable(drawings.place(task.drawing(), task.kind()).form())
                .flatMap(form -> forms.find(
                        form,
                        jdbc.sql("SELECT release FROM case_file WHERE key = ?")
                                .param(task.caseKey().value())
                                .query(String.class)
                                .single()));
    }
}
