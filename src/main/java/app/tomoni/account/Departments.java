package app.tomoni.account;

import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The departments of the city hall, for which the offices of a department are held. */
@Component
@Transactional
public class Departments {

    /** @param kana how the name is read, for sorting */
    public record Department(UUID id, String name, String kana, boolean closed) {}

    private final JdbcClient jdbc;
    private final AccountEvents log;
    private final Clock clock;

    Departments(JdbcClient jdbc, AccountEvents log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal when the name is missing, too long or taken */
    public UUID add(String name, String kana) {
        demand(name, kana, new UUID(0, 0));
        var id = Ids.next();
        jdbc.sql("INSERT INTO department (id, name, name_kana) VALUES (?, ?, ?)")
                .param(id)
                .param(JapaneseText.line(name))
                .param(JapaneseText.sortKey(kana))
                .update();
        log.note("department added", null, Map.of("department", id.toString(), "name", JapaneseText.line(name)));
        return id;
    }

    /** @throws Refusal when the name is missing, too long or taken */
    public void rename(UUID department, String name, String kana) {
        demand(name, kana, department);
        jdbc.sql("UPDATE department SET name = ?, name_kana = ? WHERE id = ?")
                .param(JapaneseText.line(name))
                .param(JapaneseText.sortKey(kana))
                .param(department)
                .update();
        log.note(
                "department renamed",
                null,
                Map.of("department", department.toString(), "name", JapaneseText.line(name)));
    }

    /** Takes it out of every choice; what names it keeps its name. */
    public void close(UUID department) {
        jdbc.sql("UPDATE department SET closed_at = ? WHERE id = ? AND closed_at IS NULL")
                .param(OffsetDateTime.now(clock))
                .param(department)
                .update();
        log.note("department closed", null, Map.of("department", department.toString()));
    }

    /** Puts one that was closed back into every choice. */
    public void reopen(UUID department) {
        jdbc.sql("UPDATE department SET closed_at = NULL WHERE id = ?")
                .param(department)
                .update();
        log.note("department reopened", null, Map.of("department", department.toString()));
    }

    private void demand(String name, String kana, UUID self) {
        if (JapaneseText.line(name).isEmpty() || JapaneseText.line(kana).isEmpty()) {
            throw new Refusal("account.department.missing");
        }
        Lengths.demand(name, Lengths.NAME);
        Lengths.demand(kana, Lengths.NAME);
        jdbc.sql("SELECT closed_at IS NOT NULL FROM department WHERE name = ? AND id <> ?")
                .param(JapaneseText.line(name))
                .param(self)
                .query(Boolean.class)
                .optional()
                .ifPresent(closed -> {
                    throw new Refusal(closed ? "account.department.taken.closed" : "account.department.taken");
                });
    }

    /** The name, also of one that has been closed. */
    @Transactional(readOnly = true)
    public String name(UUID department) {
        return jdbc.sql("SELECT name FROM department WHERE id = ?")
                .param(department)
                .query(String.class)
                .single();
    }

    /** The names of several, also of those that have been closed. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> some) {
        return jdbc
                .sql("SELECT id, name FROM department WHERE id = ANY (:some)")
                .param("some", some.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All departments in the order of their readings, closed ones last. */
    @Transactional(readOnly = true)
    public List<Department> all() {
        return jdbc.sql(
                        "SELECT id, name, name_kana, closed_at FROM department ORDER BY closed_at IS NOT NULL, name_kana, name")
                .query(Departments::department)
                .list();
    }

    /** Those that can be chosen. */
    @Transactional(readOnly = true)
    public List<Department> open() {
        return all().stream().filter(department -> !department.closed()).toList();
    }

    private static Department department(ResultSet row, int number) throws SQLException {
        return new Department(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("name_kana"),
                row.getObject("closed_at") != null);
    }
}
