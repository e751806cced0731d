package app.tomoni.process;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;

/** Does at once what waits for its turn in the background; for those who write a whole history in one go. */
@Component
public class DueWork {

    private static final int MOST = 1_000;

    private final ManagementService management;

    DueWork(ManagementService management) {
        this.management = management;
    }

    /**
     * Runs what is due, and what follows from it, in this thread.
     *
     * @throws IllegalStateException when there is no end to it
     */
    public void doAll() {
        for (var done = 0; done < MOST; done++) {
            var due = management.createJobQuery().executable().listPage(0, 1);
            if (due.isEmpty()) {
                return;
            }
            management.executeJob(due.getFirst().getId());
        }
        throw new IllegalStateException("more than " + MOST + " pieces of work in a row");
    }
}
