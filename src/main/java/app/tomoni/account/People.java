package app.tomoni.account;

import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everyone who can sign in or is named by an office. */
@Component
@Transactional
public class People {

    /** One mailbox and no more: no spaces, no second address, nothing that could add a header to a mail. */
    private static final Pattern MAIL =
            Pattern.compile("[\\p{Alnum}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{Alnum}-]+(\\.[\\p{Alnum}-]+)*");

    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final Offices offices;
    private final AccountEvents log;
    private final Clock clock;

    People(JdbcClient jdbc, SignedIn signedIn, Offices offices, AccountEvents log, Clock clock) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.offices = offices;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal when the name or its reading is missing or too long, or the mail address is no good or somebody else's */
    public PersonId add(String name, String kana, @Nullable String mail) {
        demandName(name, kana);
        if (mail != null) {
            demandFree(mail);
        }
        var id = new PersonId(Ids.next());
        write(jdbc.sql(
                        "INSERT INTO person (id, name, name_kana, mail, version, created_at) VALUES (:id, :name, :kana, :mail, 0, :now)")
                .param("id", id.value())
                .param("name", JapaneseText.line(name))
                .param("kana", JapaneseText.sortKey(kana))
                .param("mail", mail == null ? null : address(mail))
                .param("now", OffsetDateTime.now(clock)));
        return id;
    }

    /** @throws Refusal when the name or its reading is missing or too long */
    public void rename(PersonId person, String name, String kana) {
        demandName(name, kana);
        jdbc.sql("UPDATE person SET name = ?, name_kana = ?, version = version + 1 WHERE id = ?")
                .param(JapaneseText.line(name))
                .param(JapaneseText.sortKey(kana))
                .param(person.value())
                .update();
        log.note("renamed", person, Map.of());
    }

    private static void demandName(String name, String kana) {
        if (JapaneseText.line(name).isEmpty() || JapaneseText.line(kana).isEmpty()) {
            throw new Refusal("account.person.name.missing");
        }
        Lengths.demand(name, Lengths.NAME);
        Lengths.demand(kana, Lengths.NAME);
    }

    /** @throws Refusal when the mail address is no good or somebody else's */
    public void giveMail(PersonId person, String mail) {
        if (withMail(mail).filter(person::equals).isPresent()) {
            return;
        }
        release(mail);
        demandFree(mail);
        write(jdbc.sql("UPDATE person SET mail = ?, version = version + 1 WHERE id = ?")
                .param(address(mail))
                .param(person.value()));
    }

    /** An account that nobody has come in by, and that nothing leads to any more, keeps its address from nobody. */
    private void release(String mail) {
        jdbc.sql("""
                        UPDATE person p SET mail = NULL, version = version + 1
                        WHERE lower(mail) = lower(:mail) AND closed_at IS NULL
                          AND NOT EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id)
                          AND NOT EXISTS (SELECT 1 FROM demo_account d WHERE d.person_id = p.id)
                          AND NOT EXISTS (SELECT 1 FROM office_holding h
                            WHERE h.person_id = p.id AND (h.valid_to IS NULL OR h.valid_to >= :today))
                          AND NOT EXISTS (SELECT 1 FROM deputy d WHERE d.person_id = p.id AND d.valid_to >= :today)
                          AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.person_id = p.id
                            AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > :now)""")
                .param("mail", address(mail))
                .param("today", LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** @throws Refusal when somebody has taken the mail address in the same moment */
    private static void write(JdbcClient.StatementSpec person) {
        try {
            person.update();
        } catch (DuplicateKeyException e) {
            throw new Refusal("account.mail.taken");
        }
    }

    /** @throws Refusal when the mail address is no good or somebody's */
    void demandFree(String mail) {
        demandMail(mail);
        if (withMail(mail).isPresent()) {
            throw new Refusal("account.mail.taken");
        }
    }

    /** The address as it is kept and looked for, also where it was typed in full width. */
    public static String address(String typed) {
        return JapaneseText.folded(typed);
    }

    /** @throws Refusal when this is no mail address */
    public static void demandMail(String mail) {
        var plain = address(mail);
        if (plain.length() > 254 || !MAIL.matcher(plain).matches()) {
            throw new Refusal("account.mail.wrong");
        }
    }

    @Transactional(readOnly = true)
    public String name(PersonId person) {
        return jdbc.sql("SELECT name FROM person WHERE id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    /** The names of all these people in one look-up, in the order of their readings. */
    @Transactional(readOnly = true)
    public Map<PersonId, String> names(Collection<PersonId> people) {
        var names = new LinkedHashMap<PersonId, String>();
        if (!people.isEmpty()) {
            jdbc.sql("SELECT id, name FROM person WHERE id IN (:ids) ORDER BY name_kana, id")
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
                .param(address(mail))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Those of them who cannot sign in yet: only an invitation lets them in. */
    @Transactional(readOnly = true)
    public Set<PersonId> newcomers(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("""
                        SELECT p.id FROM person p WHERE p.id IN (:ids)
                          AND NOT EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id)
                          AND NOT EXISTS (SELECT 1 FROM demo_account d WHERE d.person_id = p.id)""")
                .param("ids", people.stream().map(PersonId::value).toList())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /** Those of them whose account is blocked. */
    @Transactional(readOnly = true)
    public Set<PersonId> closed(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("SELECT id FROM person WHERE id IN (:ids) AND closed_at IS NOT NULL")
                .param("ids", people.stream().map(PersonId::value).toList())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /** What the administrator sees of a person. */
    public record Entry(
            PersonId person,
            String name,
            String kana,
            @Nullable String mail,
            boolean closed) {}

    /** Of somebody who was entered twice it is what stands of the account. */
    @Transactional(readOnly = true)
    public Optional<Entry> entry(PersonId person) {
        return jdbc.sql("""
                        SELECT id, name, name_kana, mail, closed_at FROM person
                        WHERE id = (SELECT coalesce(same_as, id) FROM person WHERE id = ?)""").param(person.value()).query(People::entry).optional();
    }

    /** Those of this very name, whatever its width and spaces, who can sign in or are waited for. */
    @Transactional(readOnly = true)
    public List<PersonId> named(String name) {
        return jdbc
                .sql("""
                        SELECT id FROM person
                        WHERE lower(replace(normalize(name, NFKC), ' ', '')) = :name AND closed_at IS NULL
                        ORDER BY name_kana, id""")
                .param("name", JapaneseText.folded(name).replace(" ", "").toLowerCase(Locale.ROOT))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /** Those whose name, reading or mail address holds the text, whatever its width and spaces, in the order of their readings. */
    @Transactional(readOnly = true)
    public List<Entry> search(String text, int limit) {
        return jdbc.sql("""
                        SELECT id, name, name_kana, mail, closed_at FROM person
                        WHERE same_as IS NULL
                          AND (strpos(lower(replace(normalize(name, NFKC), ' ', '')), :text) > 0
                           OR strpos(replace(name_kana, ' ', ''), :kana) > 0
                           OR strpos(lower(coalesce(mail, '')), :text) > 0)
                        ORDER BY closed_at IS NOT NULL, name_kana, id LIMIT :limit""")
                .param("text", JapaneseText.folded(text).replace(" ", "").toLowerCase(Locale.ROOT))
                .param("kana", JapaneseText.sortKey(text).replace(" ", ""))
                .param("limit", limit)
                .query(People::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("name_kana"),
                row.getString("mail"),
                row.getObject("closed_at") != null);
    }

    /**
     * Closes the account: the person cannot sign in any more, and sessions end. What they did keeps their name.
     *
     * @throws Refusal for oneself, and for the last administrator
     */
    public void close(PersonId person) {
        if (signedIn.ifAny().filter(person::equals).isPresent()) {
            throw new Refusal("account.person.close.self");
        }
        offices.requireOtherAdministrator(person);
        jdbc.sql(
                        "UPDATE person SET closed_at = ?, session_stamp = session_stamp + 1, version = version + 1 WHERE id = ? AND closed_at IS NULL")
                .param(OffsetDateTime.now(clock))
                .param(person.value())
                .update();
        log.note("account closed", person, Map.of());
    }

    public void open(PersonId person) {
        jdbc.sql("UPDATE person SET closed_at = NULL, version = version + 1 WHERE id = ?")
                .param(person.value())
                .update();
        log.note("account opened", person, Map.of());
    }
}
