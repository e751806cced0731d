package app.tomoni.process;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.IntegrationTest;
import app.tomoni.TestClock;
import app.tomoni.account.Deputies;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Ids;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class OpenTasksTest {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-06-03T12:00:00+09:00");

    @Autowired
    private OpenTasks tasks;

    @Autowired
    private People people;

    @Autowired
    private Offices offices;

    @Autowired
    private Deputies deputies;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final UUID parks = Ids.next();
    private final UUID roads = Ids.next();
    private PersonId clerk;

    @BeforeEach
    void aClerkOfTwoDepartments() {
        clock.stopAt(NOON.toInstant());
        clerk = people.add("公園 緑", "コウエンミドリ", null);
        offices.appoint(clerk, Office.DEPARTMENT, parks, LocalDate.of(2020, 1, 1), null);
        offices.appoint(clerk, Office.DEPARTMENT, roads, LocalDate.of(2020, 1, 1), null);
    }

    @AfterEach
    void time() {
        clock.reset();
    }

    private void due(UUID department, OffsetDateTime at, int times) {
        jdbc.sql("""
                        WITH one AS (
                          INSERT INTO case_file (key, process, title, title_sort, search, release, definition, started_at)
                          SELECT gen_random_uuid(), 'test', 'けやき', 'ケヤキ', 'けやき', 'test', 'test:1', now()
                          FROM generate_series(1, :times) RETURNING key)
                        INSERT INTO open_task (id, kind, case_key, definition, offered_to, office, scope_id, title, title_sort,
                          search, due_at, due_sort, created_at)
                        SELECT gen_random_uuid(), 'test', key, 'test:1', 'DEPARTMENT:' || :department, 'DEPARTMENT', :department,
                          'けやき', 'ケヤキ', 'けやき', :at, :at, now() FROM one""")
                .param("department", department)
                .param("at", at)
                .param("times", times)
                .update();
    }

    @Test
    void whatIsOverdueAndWhatIsDueTodayIsCountedOverAllOffices() {
        due(parks, NOON.minusDays(1), 2);
        due(roads, NOON.minusSeconds(1), 1);
        due(parks, NOON, 1);
        due(roads, NOON.plusHours(12).minusSeconds(1), 3);
        due(parks, NOON.plusHours(12), 5);

        assertThat(tasks.counts(clerk)).isEqualTo(new OpenTasks.Counts(4, 3, 12));

        for (var view : OpenTasks.View.values()) {
            var found = tasks.page(clerk, new OpenTasks.Question(view, "", null, null, OpenTasks.Order.DUE, 0, 25));
            assertThat(found.tasks())
                    .as("the list of %s", view)
                    .hasSize(
                            switch (view) {
                                case TODAY -> 4;
                                case OVERDUE -> 3;
                                case ALL -> 12;
                            });
        }
    }

    @Test
    void moreThanAnybodyReadsAreNotCounted() {
        due(parks, NOON.minusDays(1), OpenTasks.MANY - 1);
        due(roads, NOON.minusDays(2), 2);
        due(roads, NOON.plusHours(1), OpenTasks.MANY + 1);

        assertThat(tasks.counts(clerk)).isEqualTo(new OpenTasks.Counts(OpenTasks.MANY, OpenTasks.MANY, OpenTasks.MANY));
    }

    @Test
    void theDeputyOfTwoFindsWhatOneOfThemMayNotDo() {
        var one = people.add("課 一", "カイチ", null);
        var two = people.add("課 二", "カニ", null);
        var deputy = people.add("代理 一", "ダイリ", null);
        var gardens = Ids.next();
        var today = LocalDate.now(clock);
        for (var principal : List.of(one, two)) {
            offices.appoint(principal, Office.DEPARTMENT, gardens, LocalDate.of(2020, 1, 1), null);
            deputies.appoint(deputy, principal, Office.DEPARTMENT, gardens, today, today);
        }
        due(gardens, NOON.plusHours(1), 1);
        for (var barred : List.of(one, two)) {
            bar(gardens, barred);

            var seen = tasks.page(
                            deputy,
                            new OpenTasks.Question(OpenTasks.View.ALL, "", null, null, OpenTasks.Order.DUE, 0, 25))
                    .tasks();

            assertThat(seen).as("closed to %s", barred).hasSize(1);
            assertThat(tasks.actingFor(deputy, seen).values()).containsExactly(barred.equals(one) ? two : one);
            assertThat(tasks.counts(deputy)).isEqualTo(new OpenTasks.Counts(1, 0, 1));
            assertThat(tasks.counts(barred)).isEqualTo(new OpenTasks.Counts(0, 0, 0));
            jdbc.sql("DELETE FROM case_bar WHERE person_id = ?")
                    .param(barred.value())
                    .update();
        }
        bar(gardens, one);
        bar(gardens, two);
        assertThat(tasks.counts(deputy)).isEqualTo(new OpenTasks.Counts(0, 0, 0));
    }

    private void bar(UUID department, PersonId person) {
        jdbc.sql(
                        "INSERT INTO case_bar (case_key, person_id) SELECT case_key, ? FROM open_task WHERE offered_to = ? LIMIT 1")
                .param(person.value())
                .param("DEPARTMENT:" + department)
                .update();
    }

    @Test
    void whoeverIsBarredFromACaseCountsItNeither() {
        due(parks, NOON.plusHours(1), 2);
        bar(parks, clerk);

        assertThat(tasks.counts(clerk)).isEqualTo(new OpenTasks.Counts(1, 0, 1));
    }
}
