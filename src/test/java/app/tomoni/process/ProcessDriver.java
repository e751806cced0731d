package app.tomoni.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Moves cases in a test: fires what waits for the engine, and lets days pass for its timers. */
@TestComponent
public class ProcessDriver {

    private static final int MOST = 200;

    private final ManagementService management;

    ProcessDriver(ManagementService management) {
        this.management = management;
    }

    /** Runs every asynchronous step that is due, and those that follow from it, until none is left. */
    public void fireJobs() {
        for (int fired = 0; fired < MOST; fired++) {
            var due = management.createJobQuery().messages().withRetriesLeft().listPage(0, 1);
            if (due.isEmpty()) {
                return;
            }
            management.executeJob(due.getFirst().getId());
        }
        throw new AssertionError("more than " + MOST + " jobs in a row");
    }

    /** Fires the timers that are due at an instant, then the steps behind them. */
    public void passTo(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
        try {
            for (int fired = 0; fired < MOST; fired++) {
                var due = management.createJobQuery().timers().executable().listPage(0, 1);
                if (due.isEmpty()) {
                    fireJobs();
                    return;
                }
                management.executeJob(due.getFirst().getId());
            }
            throw new AssertionError("more than " + MOST + " timers in a row");
        } finally {
            ClockUtil.reset();
        }
    }
}
