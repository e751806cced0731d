package app.tomoni.process;

import app.tomoni.account.PersonId;
import java.util.Map;

/** What the domain does when a task is done; a bean with the name of the user task. */
public interface TaskCompletion {

    /**
     * Takes what was answered, and says what the drawing may ask.
     *
     * @return thin variables: ids, enum names, booleans, numbers, dates, JSON lists of ids
     */
    Map<String, Object> complete(OpenTask task, PersonId by, Map<String, Object> answers);
}
