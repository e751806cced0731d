package app.tomoni.account;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people have chosen about their screens, on whichever machine they sign in next. */
@Component
@Transactional
public class Preferences {

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that this person has chosen. */
    @Transactional(readOnly = true)
    public Map<Preference, String> of(PersonId person) {
        var chosen = new EnumMap<Preference, String>(Preference.class);
        jdbc.sql("SELECT name, value FROM preference WHERE person_id = ?")
                .param(person.value())
                .query(row -> {
                    chosen.put(Preference.valueOf(row.getString("name")), row.getString("value"));
                });
        return chosen;
    }

    /** @throws IllegalArgumentException for a value that the preference cannot have */
    public void choose(PersonId person, Preference preference, String value) {
        if (!preference.allows(value)) {
            throw new IllegalArgumentException(preference + ": " + value);
        }
        jdbc.sql("""
                        INSERT INTO preference (person_id, name, value) VALUES (:person, :name, :value)
                        ON CONFLICT (person_id, name) DO UPDATE SET value = :value""")
                .param("person", person.value())
                .param("name", preference.name())
                .param("value", value)
                .update();
    }
}
