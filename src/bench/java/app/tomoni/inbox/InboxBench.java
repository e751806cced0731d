package app.tomoni.inbox;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.installation.DataDirectory;
import app.tomoni.installation.EmbeddedDatabase;
import app.tomoni.process.OpenTasks;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox beside the engine's own task query giving the same columns, at 1,000 and 100,000 open tasks. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=bench",
            "tomoni.data=target/bench-data",
            "tomoni.jobs.active=false",
            "tomoni.models=classpath*:no-models/*"
        })
@Import(InboxBench.Durable.class)
class InboxBench {

    private static final int WARM = 200;
    private static final int RUNS = 101;
    private static final int LEAST = 11;
    private static final long ENOUGH = 3_000_000_000L;
    private static final UUID CALL = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final UUID DEPARTMENT = UUID.nameUUIDFromBytes(new byte[] {2});

    @Autowired
    private OpenTasks inbox;

    @Autowired
    private TaskService engine;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private People people;

    @Autowired
    private Offices offices;

    @Autowired
    private JdbcClient jdbc;

    /** The embedded server with fsync on. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Durable {

        @Bean
        DataSource dataSource() throws IOException {
            var root = Files.createTempDirectory("tomoni-bench");
            var directory = DataDirectory.open(root);
            var server = EmbeddedDatabase.start(directory);
            SpringApplication.getShutdownHandlers().add(() -> {
                server.close();
                directory.close();
            });
            var pool = new HikariDataSource();
            pool.setDataSource(server.dataSource());
            pool.setConnectionInitSql("SET TIME ZONE 'Asia/Tokyo'");
            return pool;
        }
    }

    private record Viewer(String name, PersonId person, List<String> groups) {}

    private record Row(String what, long ours, long engines) {}

    @Test
    void compare() {
        var viewers = List.of(
                viewer("secretariat (10 % of all)", Office.SECRETARIAT, null),
                viewer("one department of 50 (0.3 %)", Office.DEPARTMENT, DEPARTMENT),
                viewer("finance (300 at both sizes)", Office.FINANCE, null));
        var small = new ArrayList<List<Row>>();
        fill(0, 1_000);
        viewers.forEach(this::measure); // so that the first question does not pay for the warming up of all
        viewers.forEach(viewer -> small.add(measure(viewer)));
        fill(1_000, 100_000);
        System.out.printf(
                "%n| Viewer | Question | inbox at 1,000 | engine | inbox at 100,000 | engine | engine : inbox | 100,000 : 1,000 |%n|---|---|---:|---:|---:|---:|---:|---:|%n");
        for (int v = 0; v < viewers.size(); v++) {
            var large = measure(viewers.get(v));
            for (int i = 0; i < large.size(); i++) {
                var before = small.get(v).get(i);
                var now = large.get(i);
                System.out.printf(
                        "| %s | %s | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.1f | %.2f |%n",
                        viewers.get(v).name(),
                        now.what(),
                        before.ours() / 1e6,
                        before.engines() / 1e6,
                        now.ours() / 1e6,
                        now.engines() / 1e6,
                        (double) now.engines() / now.ours(),
                        (double) now.ours() / before.ours());
            }
        }
    }

    private Viewer viewer(String name, Office office, UUID scope) {
        var person = people.add(name, "カナ", null);
        offices.appoint(person, office, scope, LocalDate.of(2020, 1, 1), null);
        return new Viewer(name, person, List.of(office.name() + (scope == null ? "" : ":" + scope)));
    }

    private List<Row> measure(Viewer viewer) {
        return List.of(
                row("first page", () -> page(viewer, 0, null, OpenTasks.Order.DUE), () -> columns(due(viewer), 0)),
                row("tenth page", () -> page(viewer, 9, null, OpenTasks.Order.DUE), () -> columns(due(viewer), 225)),
                row(
                        "filter by call",
                        () -> page(viewer, 0, CALL, OpenTasks.Order.DUE),
                        () -> columns(due(viewer).processVariableValueEquals("call", CALL.toString()), 0)),
                row(
                        "sorted by title",
                        () -> page(viewer, 0, null, OpenTasks.Order.TITLE),
                        () -> columns(
                                mine(viewer)
                                        .orderByProcessVariable("titleSort", ValueType.STRING)
                                        .asc(),
                                0)),
                row("counts", () -> inbox.counts(viewer.person()), () -> counts(viewer)));
    }

    private static Row row(String what, Runnable ours, Runnable engines) {
        return new Row(what, median(ours), median(engines));
    }

    private static long median(Runnable work) {
        long begun = System.nanoTime();
        for (int i = 0; i < WARM && (i < LEAST || System.nanoTime() - begun < ENOUGH); i++) {
            work.run();
        }
        var times = new long[RUNS];
        int runs = 0;
        begun = System.nanoTime();
        while (runs < RUNS && (runs < LEAST || System.nanoTime() - begun < ENOUGH)) {
            long start = System.nanoTime();
            work.run();
            times[runs++] = System.nanoTime() - start;
        }
        Arrays.sort(times, 0, runs);
        return times[runs / 2];
    }

    private void page(Viewer viewer, int page, UUID call, OpenTasks.Order order) {
        inbox.page(viewer.person(), new OpenTasks.Question(OpenTasks.View.ALL, "", call, null, order, page, 25));
    }

    private TaskQuery mine(Viewer viewer) {
        return engine.createTaskQuery().taskCandidateGroupIn(viewer.groups());
    }

    private TaskQuery due(Viewer viewer) {
        return mine(viewer).orderByDueDate().asc();
    }

    /** Title, number and call are variables of the case for the engine: a second look-up for the page, none per row. */
    private void columns(TaskQuery query, int from) {
        var tasks = query.listPage(from, 25);
        if (!tasks.isEmpty()) {
            runtime.createVariableInstanceQuery()
                    .processInstanceIdIn(
                            tasks.stream().map(Task::getProcessInstanceId).toArray(String[]::new))
                    .variableNameIn("title", "number", "call")
                    .list();
        }
    }

    private void counts(Viewer viewer) {
        var now = Instant.now();
        mine(viewer)
                .dueAfter(Date.from(now))
                .dueBefore(Date.from(now.plus(1, ChronoUnit.DAYS)))
                .count();
        mine(viewer).dueBefore(Date.from(now)).count();
        mine(viewer).count();
    }

    /**
     * Every tenth task is the secretariat's, half belong to reviewers, a quarter to groups, the rest to 50 departments; 300
     * of the first 600 are the finance office's, which gets no more: its inbox is the same at both sizes.
     */
    private void fill(int from, int to) {
        jdbc.sql("""
                INSERT INTO case_file (key, process, title, title_sort, number, search, call_id, release, definition, started_at)
                SELECT md5('case' || i)::uuid, 'bench', t, t, 'R8-' || i, lower(t), c, 'bench', 'bench:1', now()
                FROM (SELECT i, chr(12449 + (i * 7919) % 80) || '通り ' || i AS t,
                        CASE WHEN i % 40 = 0 THEN CAST(:call AS uuid) ELSE md5('call' || i % 200)::uuid END AS c
                      FROM generate_series(:from + 1, :to) i) x""").param("call", CALL).param("from", from).param("to", to).update();
        jdbc.sql("""
                INSERT INTO open_task (id, kind, case_key, definition, offered_to, office, title, title_sort, number, search,
                  due_at, due_sort, created_at, call_id)
                SELECT md5('task' || i)::uuid, 'benchTask', key, 'bench:1',
                  CASE WHEN i % 10 = 0 THEN 'SECRETARIAT'
                       WHEN i <= 600 AND i % 10 <= 5 THEN 'FINANCE'
                       WHEN i % 10 <= 5 THEN 'REVIEWER:' || md5('call' || i % 200)::uuid || '@' || md5('person' || i % 3001)::uuid
                       WHEN i % 20 <= 10 THEN 'GROUP_EDITOR:' || md5('group' || i % 4001)::uuid
                       ELSE 'DEPARTMENT:' || CASE WHEN i % 50 = 17 THEN CAST(:department AS uuid) ELSE md5('dep' || i % 50)::uuid END END,
                  'SECRETARIAT', title, title_sort, number, search, due, due, now(), call_id
                FROM (SELECT i, md5('case' || i)::uuid AS key, date_trunc('minute', now()) + ((i * 7919) % 86400 - 4000) * interval '1 minute' AS due
                      FROM generate_series(:from + 1, :to) i) x JOIN case_file USING (key)""")
                .param("department", DEPARTMENT)
                .param("from", from)
                .param("to", to)
                .update();
        engineRows(from, to);
        jdbc.sql("VACUUM ANALYZE").update();
    }

    private void engineRows(int from, int to) {
        if (from == 0) {
            jdbc.sql(
                            "INSERT INTO camunda.act_re_procdef (id_, rev_, key_, version_, suspension_state_, has_start_form_key_, startable_) VALUES ('bench:1', 1, 'bench', 1, 1, false, true)")
                    .update();
        }
        for (var sql : List.of(
                "INSERT INTO camunda.act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_) SELECT 'e' || i, 1, 'e' || i, 'e' || i, md5('case' || i)::uuid::text, 'bench:1', true, false, true, false, 1, 0, 1 FROM generate_series(:from + 1, :to) i",
                "INSERT INTO camunda.act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, priority_, create_time_, due_date_, suspension_state_) SELECT 't' || i, 1, 'e' || i, 'e' || i, 'bench:1', 'bench', 'benchTask', 50, now(), o.due_at, 1 FROM generate_series(:from + 1, :to) i JOIN open_task o ON o.id = md5('task' || i)::uuid",
                "INSERT INTO camunda.act_ru_identitylink (id_, rev_, group_id_, type_, task_id_) SELECT 'l' || i, 1, o.offered_to, 'candidate', 't' || i FROM generate_series(:from + 1, :to) i JOIN open_task o ON o.id = md5('task' || i)::uuid",
                variable("title", "f.title"),
                variable("titleSort", "f.title_sort"),
                variable("number", "f.number"),
                variable("call", "f.call_id::text"))) {
            jdbc.sql(sql).param("from", from).param("to", to).update();
        }
    }

    private static String variable(String name, String value) {
        return "INSERT INTO camunda.act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, proc_def_id_, text_, var_scope_, is_concurrent_local_, sequence_counter_) SELECT '"
                + name + "' || i, 1, 'string', '" + name + "', 'e' || i, 'e' || i, 'bench:1', " + value
                + ", 'e' || i, false, 1 FROM generate_series(:from + 1, :to) i JOIN case_file f ON f.key = md5('case' || i)::uuid";
    }
}
