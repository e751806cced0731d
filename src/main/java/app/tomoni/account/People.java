package app.tomoni.account;

import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseText;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everyone who can sign in or is named by an office. */
@Component
@Transactional
public class People {

    private final JdbcClient jdbc;
    private final Clock clock;

    People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public PersonId add(String name, String kana, @Nullable String mail) {
        var id = new PersonId(Ids.next());
        jdbc.sql(
                        "INSERT INTO person (id, name, name_kana, mail, version, created_at) VALUES (:id, :name, :kana, :mail, 0, :now)")
                .param("id", id.value())
                .param("name", name.strip())
                .param("kana", JapaneseText.sortKey(kana))
                .param("mail", mail)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    public String name(PersonId person) {
        return jdbc.sql("SELECT name FROM person WHERE id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    /** The names of all these people in one look-up. */
    @Transactional(readOnly = true)
    public Map<PersonId, String> names(Collection<PersonId> people) {
        var names = new HashMap<PersonId, String>();
        if (!people.isEmpty()) {
            jdbc.sql("SELECT id, name FROM person WHERE id IN (:ids)")
                    .param("ids", people.stream().map(PersonId::value).toList())
                    .query((row, number) ->
                            names.put(new PersonId(row.getObject("id", UUID.class)), row.getString("name")))
                    .list();
        }
        return names;
    }

    @Transactional(readOnly = true)
    public Optional<String> mail(PersonId person) {
        return jdbc.sql("SELECT mail FROM person WHERE id = ? AND mail IS NOT NULL")
                .param(person.value())
                .query(String.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<PersonId> withMail(String mail) {
        return jdbc.sql("SELECT id FROM person WHERE lower(mail) = lower(?)")
                .param(mail.strip())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }
}
