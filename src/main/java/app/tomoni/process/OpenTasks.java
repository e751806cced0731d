package app.tomoni.process;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Like;
import app.tomoni.shared.Translations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a person, from one indexed table; who sees a row is decided in the query. */
@Component
@Transactional(readOnly = true)
public class OpenTasks {

    /** How many are counted before it is simply many. */
    public static final int MANY = 1_000;

    // Limits stand in the text as numbers: a plan for an unknown limit would sort everything first.
    private static final String MINE = """
            FROM unnest(:words::text[], :principals::text[]::uuid[]) AS mine(word, principal)
            CROSS JOIN LATERAL (
              SELECT coalesce(array_agg(b.case_key), '{}') AS cases FROM case_bar b
              WHERE b.person_id IN (mine.principal, :person)) barred
            CROSS JOIN LATERAL (
              SELECT * FROM open_task o
              WHERE o.offered_to = mine.word %s AND o.case_key <> ALL (barred.cases)
              %s) t""";

    private final JdbcClient jdbc;
    private final Audiences audiences;
    private final Drawings drawings;
    private final Translations texts;
    private final Clock clock;

    OpenTasks(JdbcClient jdbc, Audiences audiences, Drawings drawings, Translations texts, Clock clock) {
        this.jdbc = jdbc;
        this.audiences = audiences;
        this.drawings = drawings;
        this.texts = texts;
        this.clock = clock;
    }

    /** Which part of what waits is looked at. */
    public enum View {
        TODAY,
        OVERDUE,
        ALL
    }

    /** What comes first. */
    public enum Order {
        DUE("due_sort"),
        TITLE("title_sort");

        private final String column;

        Order(String column) {
            this.column = column;
        }
    }

    /**
     * A question to the list.
     *
     * @param words what to look for in titles and numbers; empty for everything
     * @param page counted from 0
     */
    public record Question(
            View view,
            String words,
            @Nullable UUID call,
            @Nullable Office office,
            Order order,
            int page,
            int size) {}

    /** A page of the list, and whether there is another one. */
    public record Page(List<OpenTask> tasks, boolean more) {}

    /** How many wait in each view, counted up to {@link #MANY}. */
    public record Counts(int today, int overdue, int all) {}

    public Page page(PersonId person, Question question) {
        var mine = words(person, question.office());
        int offset = question.page() * question.size();
        var conditions = new StringBuilder(condition(question.view()));
        var parameters = new HashMap<String, Object>();
        if (question.call() != null) {
            conditions.append(" AND o.call_id = :call");
            parameters.put("call", question.call());
        }
        int number = 0;
        for (var word : searched(question.words())) {
            conditions.append(" AND o.search LIKE :like").append(number);
            parameters.put("like" + number++, "%" + word + "%");
        }
        var order = " ORDER BY " + question.order().column + ", id";
        var tasks = new ArrayList<>(ask(person, mine)
                .apply("SELECT t.* "
                        + MINE.formatted(conditions, order + " LIMIT " + (offset + question.size() + 1))
                        + order + " OFFSET " + offset + " LIMIT " + (question.size() + 1))
                .params(parameters)
                .query((row, index) -> task(row))
                .list());
        boolean more = tasks.size() > question.size();
        return new Page(List.copyOf(more ? tasks.subList(0, question.size()) : tasks), more);
    }

    public Counts counts(PersonId person) {
        // What is overdue stands first among what is due: one look at it counts both
        var first = "ORDER BY due_sort, id LIMIT " + MANY;
        var sql = "SELECT (SELECT count(*) FROM (SELECT 1 " + MINE.formatted(condition(View.TODAY), "LIMIT " + MANY)
                + " LIMIT " + MANY
                + ") c), count(*) FILTER (WHERE f.due_sort < :now), count(*) FROM (SELECT t.due_sort "
                + MINE.formatted("", first) + " " + first + ") f";
        return ask(person, audiences.of(person))
                .apply(sql)
                .query((row, number) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** The task, when this person may do it now. */
    public Optional<OpenTask> visible(TaskId id, PersonId person) {
        return id.uuid()
                .flatMap(known -> ask(person, audiences.of(person))
                        .apply("SELECT t.* " + MINE.formatted("AND o.id = :id", ""))
                        .param("id", known)
                        .query((row, number) -> task(row))
                        .optional());
    }

    /** Of these cases, those in which something waits for this person. */
    Set<CaseKey> withTurnOf(PersonId person, Collection<CaseKey> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(ask(person, audiences.of(person))
                .apply("SELECT DISTINCT t.case_key " + MINE.formatted("AND o.case_key IN (:keys)", ""))
                .param("keys", keys.stream().map(CaseKey::value).toList())
                .query((row, number) -> new CaseKey(row.getObject(1, UUID.class)))
                .list());
    }

    /** The calls among what waits for this person, for the filter. */
    public List<UUID> calls(PersonId person) {
        return ask(person, audiences.of(person))
                .apply("SELECT DISTINCT t.call_id "
                        + MINE.formatted("AND o.call_id IS NOT NULL", "ORDER BY o.due_sort, o.id LIMIT " + MANY)
                        + " ORDER BY 1 DESC LIMIT 50")
                .query(UUID.class)
                .list();
    }

    /** The offices this person holds or stands in for, for the filter. */
    public List<Office> offices(PersonId person) {
        return audiences.of(person).keySet().stream()
                .map(Audiences::office)
                .distinct()
                .sorted()
                .toList();
    }

    /** What is to be done, as the drawing calls it. */
    public String name(OpenTask task, Locale locale) {
        return task.isDrawn()
                ? drawings.place(task.drawing(), task.kind()).name(locale)
                : texts.getTranslation("process.request." + task.kind(), locale);
    }

    private Map<String, PersonId> words(PersonId person, @Nullable Office office) {
        var mine = audiences.of(person);
        return office == null
                ? mine
                : mine.entrySet().stream()
                        .filter(entry -> Audiences.office(entry.getKey()) == office)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private java.util.function.Function<String, JdbcClient.StatementSpec> ask(
            PersonId person, Map<String, PersonId> mine) {
        var day = OffsetDateTime.now(clock);
        var words = mine.keySet().toArray(String[]::new);
        var principals = mine.values().stream().map(PersonId::toString).toArray(String[]::new);
        return sql -> {
            var statement = jdbc.sql(sql)
                    .param("words", words)
                    .param("principals", principals)
                    .param("person", person.value());
            if (sql.contains(":now")) {
                statement = statement.param("now", day);
            }
            if (sql.contains(":tomorrow")) {
                statement = statement.param(
                        "tomorrow",
                        day.toLocalDate()
                                .plusDays(1)
                                .atStartOfDay(clock.getZone())
                                .toOffsetDateTime());
            }
            return statement;
        };
    }

    private static String condition(View view) {
        return switch (view) {
            case ALL -> "";
            case OVERDUE -> "AND o.due_sort < :now";
            case TODAY -> "AND o.due_sort >= :now AND o.due_sort < :tomorrow";
        };
    }

    private static List<String> searched(String typed) {
        var folded = searchText(typed, null);
        return folded.isBlank()
                ? List.of()
                : List.of(folded.split("\\s+")).stream()
                        .limit(5)
                        .map(Like::itself)
                        .toList();
    }

    /** What is looked through: title and number with width and case folded. */
    static String searchText(String title, @Nullable String number) {
        return JapaneseText.folded(title + (number == null ? "" : " " + number)).toLowerCase(Locale.ROOT);
    }

    static OpenTask task(ResultSet row) throws SQLException {
        var assignee = row.getObject("assignee", UUID.class);
        var due = row.getObject("due_at", OffsetDateTime.class);
        return new OpenTask(
                new TaskId(row.getString("id")),
                row.getString("kind"),
                new CaseKey(row.getObject("case_key", UUID.class)),
                row.getString("title"),
                row.getString("number"),
                Office.valueOf(row.getString("office")),
                row.getObject("scope_id", UUID.class),
                assignee == null ? null : new PersonId(assignee),
                due == null ? null : due.toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new CaseScopes(
                        row.getObject("call_id", UUID.class),
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("department_id", UUID.class)),
                row.getString("definition"),
                row.getString("path"));
    }
}
