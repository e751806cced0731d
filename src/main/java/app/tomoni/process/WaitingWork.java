package app.tomoni.process;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.OpenWork;
import app.tomoni.account.PersonId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what waits for a person, for whoever stops them or ends an office of theirs. */
@Component
@Transactional(readOnly = true)
class WaitingWork implements OpenWork {

    private final JdbcClient jdbc;
    private final Audiences audiences;
    private final Offices offices;

    WaitingWork(JdbcClient jdbc, Audiences audiences, Offices offices) {
        this.jdbc = jdbc;
        this.audiences = audiences;
        this.offices = offices;
    }

    @Override
    public List<Waiting> of(PersonId person) {
        var words = audiences.of(person).entrySet().stream()
                .filter(entry -> entry.getValue().contains(person))
                .map(entry -> entry.getKey())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT office, scope_id, count(assignee) AS alone, count(*) - count(assignee) AS shared
                        FROM open_task WHERE offered_to IN (:words) GROUP BY office, scope_id ORDER BY office, scope_id""")
                .param("words", words)
                .query((row, number) -> {
                    var office = Office.valueOf(row.getString("office"));
                    var scope = row.getObject("scope_id", UUID.class);
                    return new Waiting(
                            office, scope, row.getInt("alone"), row.getInt("shared"), others(person, office, scope));
                })
                .list();
    }

    private List<PersonId> others(PersonId person, Office office, @Nullable UUID scope) {
        return Audiences.doing(office)
                .flatMap(each -> offices.activeHolders(each, scope).stream())
                .filter(holder -> !holder.equals(person))
                .distinct()
                .toList();
    }
}
