package app.tomoni.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.boot.test.context.TestComponent;

/** Moves cases in a test: fires what waits for the engine, and lets days pass for its timers. */
@TestComponent
public class ProcessDriver {

    private static final int MOST = 200;

    private final ManagementService management;
    private final RepositoryService repository;

    ProcessDriver(ManagementService management, RepositoryService repository) {
        this.management = management;
        this.repository = repository;
    }

    /** A release for cases that are begun by its name only: of one drawing, as another city might have it. */
    public String releaseAside(String file, UnaryOperator<String> change) throws IOException {
        var drawing = Files.readString(Path.of("processes", file));
        var changed = change.apply(drawing);
        assertThat(changed).isNotEqualTo(drawing);
        return repository
                .createDeployment()
                .name("aside")
                .addString(file, changed)
                .deploy()
                .getId();
    }

    /** Runs every asynchronous step that is due, and those that follow from it, until none is left. */
    public void fireJobs() {
        fireJobs((step, job) -> job.run());
    }

    /** Does the same through a watcher, who hears which step of the process comes next and lets it run. */
    public void fireJobs(BiConsumer<String, Runnable> watcher) {
        fire(management.createJobQuery().messages().withRetriesLeft(), watcher);
    }

    /** Fires the timers that are due at an instant, then the steps behind them. */
    public void passTo(Instant instant) {
        passTo(instant, (step, job) -> job.run());
    }

    public void passTo(Instant instant, BiConsumer<String, Runnable> watcher) {
        ClockUtil.setCurrentTime(Date.from(instant));
        try {
            fire(management.createJobQuery().timers().executable(), watcher);
            fireJobs(watcher);
        } finally {
            ClockUtil.reset();
        }
    }

    private void fire(JobQuery query, BiConsumer<String, Runnable> watcher) {
        for (int fired = 0; fired < MOST; fired++) {
            var due = query.listPage(0, 1);
            if (due.isEmpty()) {
                return;
            }
            watcher.accept(
                    step(due.getFirst()),
                    () -> management.executeJob(due.getFirst().getId()));
        }
        throw new AssertionError("more than " + MOST + " jobs in a row");
    }

    private String step(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}
