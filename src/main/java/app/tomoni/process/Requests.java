package app.tomoni.process;

import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseText;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to the list of what waits for people, for what no drawing asks: written in the transaction that asks. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Requests {

    private final JdbcClient jdbc;
    private final Clock clock;

    Requests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void ask(Request request) {
        var id = Ids.next();
        var scope = request.scopes().of(request.office());
        var dueAt = request.dueAt();
        var holdsUp = request.holdsUp();
        var due = dueAt == null ? null : dueAt.atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        INSERT INTO open_task (id, kind, case_key, path, offered_to, office, scope_id,
                          title, title_sort, number, search, due_at, due_sort, created_at,
                          call_id, organisation_id, department_id, holds_up)
                        VALUES (:id, :kind, :id, :path, :word, :office, :scope,
                          :title, :titleSort, :number, :search, :due, :dueSort, :now,
                          :call, :organisation, :department, :holdsUp)""")
                .param("id", id)
                .param("kind", request.kind())
                .param("path", request.path())
                .param("word", Audiences.word(request.office(), scope, null))
                .param("office", request.office().name())
                .param("scope", scope)
                .param("title", request.title())
                .param("titleSort", JapaneseText.sortKey(request.title()))
                .param("number", request.number())
                .param("search", OpenTasks.searchText(request.title(), request.number()))
                .param("due", due)
                .param("dueSort", due == null ? Positions.NEVER : due)
                .param("now", OffsetDateTime.now(clock))
                .param("call", request.scopes().call())
                .param("organisation", request.scopes().organisation())
                .param("department", request.scopes().department())
                .param("holdsUp", holdsUp == null ? null : holdsUp.value())
                .update();
        request.notFor()
                .forEach(person -> jdbc.sql("INSERT INTO case_bar (case_key, person_id) VALUES (?, ?)")
                        .param(id)
                        .param(person.value())
                        .update());
    }

    /** Whether it waits for an answer. */
    public boolean isAsked(String path) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM open_task WHERE path = ?)")
                .param(path)
                .query(Boolean.class)
                .single();
    }

    /** Where all that is asked of this kind is done. */
    public Set<String> paths(String kind) {
        return Set.copyOf(jdbc.sql("SELECT path FROM open_task WHERE kind = ? AND path IS NOT NULL")
                .param(kind)
                .query(String.class)
                .list());
    }

    /** How much of this kind is asked about each call; a call without any is not there. */
    public Map<UUID, Integer> countByCall(String kind) {
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql(
                        "SELECT call_id, count(*) AS asked FROM open_task WHERE kind = ? AND call_id IS NOT NULL GROUP BY call_id")
                .param(kind)
                .query((row, number) -> counts.put(row.getObject("call_id", UUID.class), row.getInt("asked")))
                .list();
        return counts;
    }

    /** By when it is to be answered; none where it is not asked, or has no date. */
    public Optional<Instant> dueAt(String path) {
        return jdbc.sql("SELECT due_at FROM open_task WHERE path = ? AND due_at IS NOT NULL ORDER BY due_at LIMIT 1")
                .param(path)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** If it is asked, it is due at another time than was said when it was. */
    public void dueAt(String path, @Nullable Instant due) {
        var at = due == null ? null : due.atOffset(ZoneOffset.UTC);
        jdbc.sql("UPDATE open_task SET due_at = :due, due_sort = :sort WHERE path = :path")
                .param("due", at)
                .param("sort", at == null ? Positions.NEVER : at)
                .param("path", path)
                .update();
    }

    /** It has been answered, or is asked no more. */
    public void settle(String path) {
        jdbc.sql("DELETE FROM open_task WHERE path = ? RETURNING id")
                .param(path)
                .query(UUID.class)
                .list()
                .forEach(id -> jdbc.sql("DELETE FROM case_bar WHERE case_key = ?")
                        .param(id)
                        .update());
    }
}
