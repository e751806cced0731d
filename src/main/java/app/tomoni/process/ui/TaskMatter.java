package app.tomoni.process.ui;

import app.tomoni.account.PersonId;
import app.tomoni.process.OpenTask;
import com.vaadin.flow.component.Component;
import java.util.Optional;

/** Shows what a task is about beside the form it is done with; each module answers for the cases that are its own. */
public interface TaskMatter {

    /**
     * What the person may read of it in the office that the task is offered to; nothing when the case is not this
     * module's, or when nothing of it is theirs to read. Where they may not do the task, this says why, and is shown in
     * place of the form. Who calls this has made sure that the task is the person's.
     */
    Optional<Component> of(OpenTask task, PersonId person);
}
