package app.tomoni.process;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Like;
import app.tomoni.shared.SearchWords;
import app.tomoni.shared.Translations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    // Limits and the number of words stand in the text: a plan for any number of them would be a worse one, so that
    // the database would rather plan each question anew.
    private static final String MINE = """
            FROM (VALUES %s) AS mine(word, principals)
            CROSS JOIN LATERAL (
              SELECT coalesce(array_agg(each.case_key), '{}') AS cases FROM (
                SELECT b.case_key FROM case_bar b WHERE b.person_id = :person
                UNION ALL
                SELECT b.case_key FROM case_bar b WHERE b.person_id = ANY (mine.principals)
                GROUP BY b.case_key HAVING count(*) = cardinality(mine.principals)) each) barred
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
        var mine = mine(person, question.office());
        int offset = question.page() * question.size();
        var conditions = new StringBuilder(condition(question.view()));
        var parameters = new HashMap<String, Object>();
        var order = " ORDER BY " + question.order().column + ", id";
        if (question.call() != null) {
            conditions.append(" AND o.call_id = :call");
            parameters.put("call", question.call());
        }
        int number = 0;
        for (var word : searched(question.words())) {
            conditions.append(" AND o.search LIKE :like").append(number);
            parameters.put("like" + number++, "%" + word + "%");
        }
        // Which rows: mostly the index alone knows; only those of the page are fetched
        var tasks = new ArrayList<>(mine.ask(
                        "SELECT o.* FROM (SELECT t.id "
                                + mine.from(conditions, order + " LIMIT " + (offset + question.size() + 1))
                                + order + " OFFSET " + offset + " LIMIT " + (question.size() + 1)
                                + ") page JOIN open_task o USING (id)" + order,
                        parameters)
                .query((row, index) -> task(row))
                .list());
        boolean more = tasks.size() > question.size();
        return new Page(List.copyOf(more ? tasks.subList(0, question.size()) : tasks), more);
    }

    public Counts counts(PersonId person) {
        var mine = mine(person, null);
        // What is overdue stands first among what is due: one look at it counts both
        return mine.ask(
                        "SELECT (SELECT count(*) " + mine.from(condition(View.TODAY), "LIMIT " + MANY) + "),"
                                + " count(*) FILTER (WHERE t.due_sort < :now), count(*) "
                                + mine.from("", "ORDER BY due_sort, id LIMIT " + MANY),
                        Map.of())
                .query((row, number) -> new Counts(
                        Math.min(row.getInt(1), MANY), Math.min(row.getInt(2), MANY), Math.min(row.getInt(3), MANY)))
                .single();
    }

    /** The task, when this person may do it now. */
    public Optional<OpenTask> visible(TaskId id, PersonId person) {
        var mine = mine(person, null);
        return id.uuid()
                .flatMap(known -> mine.ask("SELECT t.* " + mine.from("AND o.id = :id", ""), Map.of("id", known))
                        .query((row, number) -> task(row))
                        .optional());
    }

    /** Of these cases, those in which something waits for this person. */
    Set<CaseKey> withTurnOf(PersonId person, Collection<CaseKey> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        var mine = mine(person, null);
        return new HashSet<>(mine.ask(
                        "SELECT DISTINCT t.case_key " + mine.from("AND o.case_key IN (:keys)", ""),
                        Map.of("keys", keys.stream().map(CaseKey::value).toList()))
                .query(CaseKey::read)
                .list());
    }

    /** The calls among what waits for this person, for the filter. */
    public List<UUID> calls(PersonId person) {
        var mine = mine(person, null);
        return mine.ask(
                        "SELECT DISTINCT t.call_id "
                                + mine.from("AND o.call_id IS NOT NULL", "ORDER BY o.due_sort, o.id LIMIT " + MANY)
                                + " ORDER BY 1 DESC LIMIT 50",
                        Map.of())
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

    /** For those of the tasks that come to this person as a deputy: in whose place. */
    public Map<TaskId, PersonId> actingFor(PersonId person, Collection<OpenTask> asked) {
        var words = audiences.of(person);
        var candidates = new HashMap<OpenTask, Set<PersonId>>();
        for (var task : asked) {
            var principals = words.get(Audiences.word(task.office(), task.scope(), task.assignee()));
            if (principals != null && !principals.contains(person)) {
                candidates.put(task, principals);
            }
        }
        var barred = barred(candidates);
        var actingFor = new HashMap<TaskId, PersonId>();
        candidates.forEach((task, principals) -> principals.stream()
                .filter(principal -> !barred.contains(new Bar(task.caseKey(), principal)))
                .findFirst()
                .ifPresent(principal -> actingFor.put(task.id(), principal)));
        return actingFor;
    }

    /**
     * That something has come back to whoever had handed it on.
     *
     * @param kind of the event with which it came back
     */
    public record SentBack(
            String kind, Instant at, @Nullable PersonId by) {}

    /** With what the tasks of a call's selection come back, and after what they have no longer. */
    private static final Map<String, Set<String>> COMES_BACK = Map.of(
            "draftDecision", Set.of("decisionReturned", "decisionTakenBack"),
            "recommendProjects", Set.of("exceptionRefused"),
            "serveReserves", Set.of("reserveDecisionReturned"),
            "reviseCall", Set.of("callReturned"));

    private static final Set<String> ASKED_ANEW =
            Set.of("exceptionRequested", "reserveDecisionDrafted", "reserveDecisionApproved");

    /** Those of the tasks that came back, in one look-up. */
    public Map<TaskId, SentBack> sentBack(Collection<OpenTask> asked) {
        var ids = asked.stream()
                .filter(task -> COMES_BACK.containsKey(task.kind()))
                .map(task -> task.id().uuid().orElseThrow())
                .toArray(UUID[]::new);
        if (ids.length == 0) {
            return Map.of();
        }
        var kinds = Stream.concat(COMES_BACK.values().stream().flatMap(Set::stream), ASKED_ANEW.stream())
                .toArray(String[]::new);
        var last = new HashMap<TaskId, SentBack>();
        jdbc.sql("""
                        SELECT t.id, t.kind AS task, e.kind, e.happened_at, e.person_id
                        FROM open_task t JOIN case_event e ON e.case_key = t.call_id
                        WHERE t.id = ANY (:ids) AND e.kind = ANY (:kinds) ORDER BY e.id""").param("ids", ids).param("kinds", kinds).query(row -> {
            var task = new TaskId(row.getString("id"));
            var kind = row.getString("kind");
            var by = row.getObject("person_id", UUID.class);
            if (ASKED_ANEW.contains(kind)) {
                last.remove(task);
            } else if (COMES_BACK.getOrDefault(row.getString("task"), Set.of()).contains(kind)) {
                last.put(
                        task,
                        new SentBack(
                                kind,
                                row.getObject("happened_at", OffsetDateTime.class)
                                        .toInstant(),
                                by == null ? null : new PersonId(by)));
            }
        });
        return last;
    }

    private record Bar(CaseKey key, PersonId person) {}

    /** Who of them may not do it; not asked where nobody stands in for two. */
    private Set<Bar> barred(Map<OpenTask, Set<PersonId>> candidates) {
        if (candidates.values().stream().allMatch(principals -> principals.size() < 2)) {
            return Set.of();
        }
        return jdbc.sql("SELECT case_key, person_id FROM case_bar WHERE case_key = ANY (:cases)")
                .param(
                        "cases",
                        candidates.keySet().stream()
                                .map(task -> task.caseKey().value())
                                .toArray(UUID[]::new))
                .query((row, number) ->
                        new Bar(new CaseKey(row.getObject(1, UUID.class)), new PersonId(row.getObject(2, UUID.class))))
                .set();
    }

    /** What is to be done, as the drawing calls it. */
    public String name(OpenTask task, Locale locale) {
        return task.isDrawn()
                ? drawings.place(task.drawing(), task.kind()).name(locale)
                : texts.getTranslation("process.request." + task.kind(), locale);
    }

    private Mine mine(PersonId person, @Nullable Office office) {
        var words = new ArrayList<>(audiences.of(person).entrySet());
        if (office != null) {
            words.removeIf(entry -> Audiences.office(entry.getKey()) != office);
        }
        return new Mine(person, words);
    }

    /** What is offered to a person, by the words they answer to; not what is closed to all those whose office it is. */
    private final class Mine {

        private final PersonId person;
        private final List<Map.Entry<String, Set<PersonId>>> words;

        Mine(PersonId person, List<Map.Entry<String, Set<PersonId>>> words) {
            this.person = person;
            this.words = words;
        }

        String from(CharSequence conditions, String limit) {
            var rows = words.isEmpty()
                    ? "(NULL::text, NULL::uuid[])"
                    : IntStream.range(0, words.size())
                            .mapToObj(number -> "(:word" + number + ", :principals" + number + ")")
                            .collect(Collectors.joining(", "));
            return MINE.formatted(rows, conditions, limit);
        }

        JdbcClient.StatementSpec ask(String sql, Map<String, Object> parameters) {
            var today = OffsetDateTime.now(clock);
            var named = new HashMap<>(parameters);
            named.put("person", person.value());
            named.put("now", today);
            named.put(
                    "tomorrow",
                    today.toLocalDate()
                            .plusDays(1)
                            .atStartOfDay(clock.getZone())
                            .toOffsetDateTime());
            for (var number = 0; number < words.size(); number++) {
                named.put("word" + number, words.get(number).getKey());
                named.put(
                        "principals" + number,
                        words.get(number).getValue().stream()
                                .map(PersonId::value)
                                .toArray(UUID[]::new));
            }
            return jdbc.sql(sql).params(named);
        }
    }

    private static String condition(View view) {
        return switch (view) {
            case ALL -> "";
            case OVERDUE -> "AND o.due_sort < :now";
            case TODAY -> "AND o.due_sort >= :now AND o.due_sort < :tomorrow";
        };
    }

    private static List<String> searched(String typed) {
        return SearchWords.of(typed).all().stream().limit(5).map(Like::itself).toList();
    }

    /** What is looked through: title and number, as words are compared with them. */
    static String searchText(String title, @Nullable String number) {
        return SearchWords.folded(title + (number == null ? "" : " " + number));
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
