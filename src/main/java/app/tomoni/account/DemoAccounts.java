package app.tomoni.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The fictional people whom a visitor of the demo city can become with one click on the sign-in page. */
@Component
@Transactional
public class DemoAccounts {

    /**
     * One of them.
     *
     * @param key names it in the sign-in form
     * @param label what it is called there: the text as such, or the key of a text
     * @param party whose side it is on: {@code org}, {@code city} or {@code com}
     */
    public record Demo(String key, PersonId person, String name, String label, String party) {}

    private final JdbcClient jdbc;
    private final DemoMark mark;
    private final Offices offices;
    private final boolean demo;

    DemoAccounts(JdbcClient jdbc, DemoMark mark, Offices offices, @Value("${tomoni.demo:false}") boolean demo) {
        this.jdbc = jdbc;
        this.mark = mark;
        this.offices = offices;
        this.demo = demo;
    }

    /** Whether this run shows demo accounts at all. */
    public boolean shown() {
        return demo && mark.set();
    }

    /**
     * Puts the person on the sign-in page, below those added before.
     *
     * @throws IllegalStateException in an installation that is not marked as a demo
     */
    public void add(String key, PersonId person, String labelKeyOrText) {
        if (!demo || !mark.set()) {
            throw new IllegalStateException("Demo accounts exist only in an installation that is marked as a demo.");
        }
        jdbc.sql("INSERT INTO demo_account (key, person_id, label) VALUES (?, ?, ?)")
                .param(key)
                .param(person.value())
                .param(labelKeyOrText)
                .update();
    }

    /** In the order in which they were added; none unless this run is a demo. */
    @Transactional(readOnly = true)
    public List<Demo> all() {
        if (!shown()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT d.key, d.person_id, p.name, d.label FROM demo_account d JOIN person p ON p.id = d.person_id
                        WHERE p.closed_at IS NULL ORDER BY d.place""")
                .query((row, number) -> {
                    var person = new PersonId(row.getObject("person_id", UUID.class));
                    return new Demo(
                            row.getString("key"), person, row.getString("name"), row.getString("label"), party(person));
                })
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<PersonId> withKey(String key) {
        return all().stream()
                .filter(account -> account.key().equals(key))
                .map(Demo::person)
                .findFirst();
    }

    private String party(PersonId person) {
        return offices.heldBy(person).stream()
                .map(Holding::office)
                .findFirst()
                .map(office -> switch (office.scope()) {
                    case ORGANISATION -> "org";
                    case CALL -> "com";
                    case CITY, DEPARTMENT -> "city";
                })
                .orElse("city");
    }
}
