package app.tomoni.process;

import app.tomoni.shared.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens cases of the sample models for tests of other modules; give the context {@link #MODELS} as its models. */
@TestComponent
@Import({TreeModels.class, ProcessDriver.class})
public class SampleCases {

    public static final String MODELS = TreeModels.MODELS;

    private final Cases cases;
    private final org.camunda.bpm.engine.TaskService tasks;
    private final ProcessDriver driver;
    private final TreeModels.TreeDeadlines deadlines;
    private final JdbcClient jdbc;

    SampleCases(
            Cases cases,
            org.camunda.bpm.engine.TaskService tasks,
            ProcessDriver driver,
            TreeModels.TreeDeadlines deadlines,
            JdbcClient jdbc) {
        this.cases = cases;
        this.tasks = tasks;
        this.driver = driver;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
    }

    /** A request that waits for the secretariat to check it. */
    public CaseKey request(String title, UUID group, UUID call) {
        var request = TreeModels.request(title, group, call);
        cases.open(request);
        return request.key();
    }

    /** A request whose reminder has failed three times. */
    public CaseKey stuck(String title, String number) {
        return stuck(new CaseKey(app.tomoni.shared.Ids.next()), title, number);
    }

    /** A request whose reminder was refused three times, for want of holidays. */
    public CaseKey refused(String title, String number) {
        return stuck(new CaseKey(app.tomoni.shared.Ids.next()), title, number, "refuseReminder");
    }

    public CaseKey stuck(CaseKey key, String title, @Nullable String number) {
        return stuck(key, title, number, "breakReminder");
    }

    private CaseKey stuck(CaseKey key, String title, @Nullable String number, String why) {
        var plain = TreeModels.request(title, app.tomoni.shared.Ids.next(), app.tomoni.shared.Ids.next());
        cases.open(new NewCase(key, plain.process(), null, title, number, plain.scopes(), java.util.Map.of(why, true)));
        var check = cases.tasksOf(key).getFirst();
        deadlines.dates.put("supplement", java.time.Instant.parse("2031-06-20T08:00:00Z"));
        tasks.complete(check.id().toString());
        for (int tries = 0; tries < 3; tries++) {
            try {
                driver.passTo(java.time.Instant.parse("2031-07-20T08:00:00Z").plusSeconds(tries * 3600L));
            } catch (IllegalStateException | Refusal broken) {
                // what this case is made for
            }
        }
        return key;
    }

    /** Takes what earlier tests left off the lists. */
    public void clear() {
        jdbc.sql("DELETE FROM open_task").update();
    }
}
