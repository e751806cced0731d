package app.tomoni.process;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import java.util.Optional;

/**
 * Says why somebody may not do a task that is done with nothing but a form, although it is offered to their office; each
 * module answers for the cases that are its own. A task with code of its own refuses there.
 */
public interface TaskObstacle {

    /** Nothing when the person may do it, and when the case is not this module's. */
    Optional<Refusal> against(OpenTask task, PersonId person);
}
