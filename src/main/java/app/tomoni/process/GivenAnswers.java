package app.tomoni.process;

import app.tomoni.account.Departments;
import app.tomoni.account.Office;
import app.tomoni.form.Answers;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.Forms;
import app.tomoni.shared.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was answered in a case at tasks that are done with nothing but a form, for whoever reads its record. */
@Component
@Transactional(readOnly = true)
public class GivenAnswers {

    /** A form of the case's release, filled in. */
    public record Given(FormDefinition form, Answers answers) {

        /** Without what the form keeps for the secretariat and the auditor. */
        public Given forReviewers() {
            var open = form.forReviewers();
            return new Given(open, answers.within(open));
        }
    }

    /**
     * What a department said for the group of the case and the panel alike.
     *
     * @param task what the drawing calls it
     * @param department by its name
     * @param given the questions that the form opens to both, and no others
     */
    public record Opinion(String task, Office office, String department, Instant at, Given given) {}

    private record Row(
            CaseKey key, String kind, String answers, String release, String drawing, String offeredTo, Instant at) {}

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Drawings drawings;
    private final Departments departments;

    GivenAnswers(JdbcClient jdbc, Forms forms, Drawings drawings, Departments departments) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.drawings = drawings;
        this.departments = departments;
    }

    /** By the id of the event that says that the task was done; not what the panel answered. */
    public Map<Long, Given> of(CaseKey key) {
        var given = new HashMap<Long, Given>();
        jdbc.sql("""
                        SELECT e.id, e.facts ->> 'offeredTo' AS offered_to, a.kind, a.answers, f.release
                        FROM case_answer a JOIN case_file f ON f.key = a.case_key
                        JOIN case_event e ON e.task_id = a.task_id AND e.kind = 'taskDone'
                        WHERE a.case_key = ?""").param(key.value()).query(row -> {
            // What a member of the panel thinks is for the city to know with the result of the review, not from a
            // record
            if (!Audiences.office(row.getString("offered_to")).ofPanel()) {
                var id = row.getLong("id");
                var answers = Answers.of(Json.mapper().readTree(row.getString("answers")));
                forms.find(row.getString("kind"), row.getString("release"))
                        .ifPresent(form -> given.put(id, new Given(form, answers)));
            }
        });
        return given;
    }

    /** What departments said in this case for both, the oldest first; asks nobody whether it may be read. */
    public List<Opinion> opinions(CaseKey key, Locale locale) {
        return opinions(List.of(key), locale).getOrDefault(key, List.of());
    }

    /**
     * The same of many cases at once. What was said of papers that the group has taken back since, and has handed in anew,
     * is said of others.
     */
    public Map<CaseKey, List<Opinion>> opinions(Collection<CaseKey> keys, Locale locale) {
        var rows = jdbc.sql("""
                        SELECT a.case_key, a.kind, a.answers, a.given_at, f.release, e.facts ->> 'drawing' AS drawing,
                          e.facts ->> 'offeredTo' AS offered_to
                        FROM case_answer a JOIN case_file f ON f.key = a.case_key
                        JOIN case_event e ON e.task_id = a.task_id AND e.kind = 'taskDone'
                        WHERE a.case_key = ANY (:keys) AND a.given_at >= f.started_at
                          AND e.facts ->> 'offeredTo' LIKE 'DEPARTMENT%' ORDER BY a.given_at, a.id""")
                .param("keys", keys.stream().map(CaseKey::value).toArray(UUID[]::new))
                .query((row, number) -> new Row(
                        new CaseKey(row.getObject("case_key", UUID.class)),
                        row.getString("kind"),
                        row.getString("answers"),
                        row.getString("release"),
                        row.getString("drawing"),
                        row.getString("offered_to"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant()))
                .list();
        if (rows.isEmpty()) {
            return Map.of();
        }
        var names = departments.names(rows.stream()
                .flatMap(row -> Audiences.scope(row.offeredTo()).stream())
                .collect(Collectors.toSet()));
        var opinions = new HashMap<CaseKey, List<Opinion>>();
        rows.forEach(row -> opinion(row, names, locale)
                .ifPresent(said -> opinions.computeIfAbsent(row.key(), key -> new ArrayList<>())
                        .add(said)));
        return opinions;
    }

    /** Nothing where the form opens nothing to both. */
    private Optional<Opinion> opinion(Row row, Map<UUID, String> names, Locale locale) {
        return forms.find(row.kind(), row.release())
                .map(FormDefinition::forGroup)
                .filter(open -> open.fields().findAny().isPresent())
                .map(open -> new Opinion(
                        drawings.place(row.drawing(), row.kind()).name(locale),
                        Audiences.office(row.offeredTo()),
                        Audiences.scope(row.offeredTo()).map(names::get).orElse(""),
                        row.at(),
                        new Given(
                                open,
                                Answers.of(Json.mapper().readTree(row.answers()))
                                        .within(open))));
    }
}
