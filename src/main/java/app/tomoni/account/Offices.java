package app.tomoni.account;

import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import java.lang.reflect.AnnotatedElement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which office today, themselves or as a deputy. Asked anew each time, so that an ended office ends at once. */
@Component
@Transactional
public class Offices {

    /** Every office that can be used today, by whom and for whom; a deputy's only while the one they act for holds it. */
    private static final String USED = """
            SELECT person_id, office, scope_id, NULL::uuid AS acting_for FROM office_holding
            WHERE valid_from <= :today AND (valid_to IS NULL OR valid_to >= :today)
            UNION ALL
            SELECT d.person_id, h.office, h.scope_id, d.acts_for FROM deputy d
            JOIN office_holding h ON h.person_id = d.acts_for AND h.office = d.office
             AND (d.scope_id IS NULL OR d.scope_id = h.scope_id)
             AND h.valid_from <= :today AND (h.valid_to IS NULL OR h.valid_to >= :today)
            WHERE d.valid_from <= :today AND d.valid_to >= :today""";

    private final JdbcClient jdbc;
    private final AccountEvents log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offices(JdbcClient jdbc, AccountEvents log, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** The offices this person may use today; those of a deputy only while the one they act for holds them. */
    @Transactional(readOnly = true)
    public List<Holding> heldBy(PersonId person) {
        return heldBy(List.of(person)).getOrDefault(person, List.of());
    }

    /** The same of many people in one look-up; who holds nothing is not named. */
    @Transactional(readOnly = true)
    public Map<PersonId, List<Holding>> heldBy(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        var held = new HashMap<PersonId, List<Holding>>();
        jdbc.sql("SELECT * FROM (" + USED + ") used WHERE person_id IN (:people) ORDER BY office, scope_id")
                .param("people", people.stream().map(PersonId::value).toList())
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    var actingFor = row.getObject("acting_for", UUID.class);
                    held.computeIfAbsent(
                                    new PersonId(row.getObject("person_id", UUID.class)), person -> new ArrayList<>())
                            .add(new Holding(
                                    Office.valueOf(row.getString("office")),
                                    row.getObject("scope_id", UUID.class),
                                    actingFor == null ? null : new PersonId(actingFor)));
                });
        return held;
    }

    @Transactional(readOnly = true)
    public boolean holds(PersonId person, Office office, @Nullable UUID scope) {
        return heldBy(person).stream()
                .anyMatch(holding -> holding.office() == office && Objects.equals(holding.scope(), scope));
    }

    /** Whether the person may use one of the offices that the page is for, for whatever scope. */
    @Transactional(readOnly = true)
    public boolean enters(PersonId person, AnnotatedElement page) {
        var declared = page.getAnnotation(ForOffices.class);
        if (declared == null) {
            return false;
        }
        var wanted = List.of(declared.value());
        return heldBy(person).stream().map(Holding::office).anyMatch(wanted::contains);
    }

    /** The person as who may use the office today, themselves or as a deputy. */
    @Transactional(readOnly = true)
    public Actor actor(PersonId person, Office office, @Nullable UUID scope) {
        return new Actor(
                person,
                heldBy(person).stream()
                        .filter(holding -> holding.office() == office && Objects.equals(holding.scope(), scope))
                        .map(holding -> Objects.requireNonNullElse(holding.actingFor(), person))
                        .collect(Collectors.toSet()));
    }

    /** Those who hold the office themselves today, in the order of their names. */
    @Transactional(readOnly = true)
    public List<PersonId> holders(Office office, @Nullable UUID scope) {
        return holders(office, scope, "");
    }

    /** Those of them who can still sign in. */
    @Transactional(readOnly = true)
    public List<PersonId> activeHolders(Office office, @Nullable UUID scope) {
        return holders(office, scope, "AND p.closed_at IS NULL");
    }

    private List<PersonId> holders(Office office, @Nullable UUID scope, String which) {
        return jdbc
                .sql("""
                        SELECT p.id FROM office_holding h JOIN person p ON p.id = h.person_id
                        WHERE h.office = :office AND h.scope_id IS NOT DISTINCT FROM :scope::uuid
                          AND h.valid_from <= :today AND (h.valid_to IS NULL OR h.valid_to >= :today) %s
                        GROUP BY p.id, p.name_kana ORDER BY p.name_kana, p.id""".formatted(which))
                .param("office", office.name())
                .param("scope", scope)
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /** Those who may use one of the offices today for whatever scope, themselves or as a deputy, and can still sign in. */
    @Transactional(readOnly = true)
    public List<PersonId> users(Collection<Office> any) {
        return jdbc
                .sql("""
                        SELECT p.id FROM person p WHERE p.closed_at IS NULL
                          AND p.id IN (SELECT person_id FROM (%s) used WHERE office IN (:offices))
                        ORDER BY p.name_kana, p.id""".formatted(USED))
                .param("offices", any.stream().map(Office::name).toList())
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /** Those who hold one of the offices themselves today in one of the scopes. */
    @Transactional(readOnly = true)
    public Set<PersonId> holders(Collection<Office> any, Collection<UUID> scopes) {
        if (any.isEmpty() || scopes.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("""
                        SELECT DISTINCT person_id FROM office_holding
                        WHERE office IN (:offices) AND scope_id IN (:scopes)
                          AND valid_from <= :today AND (valid_to IS NULL OR valid_to >= :today)""")
                .param("offices", any.stream().map(Office::name).toList())
                .param("scopes", scopes)
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /** Those who hold an office for the scope themselves, today or from a later day on. */
    @Transactional(readOnly = true)
    public Set<PersonId> presentAndComing(UUID scope) {
        return jdbc
                .sql("""
                        SELECT DISTINCT person_id FROM office_holding
                        WHERE scope_id = :scope AND (valid_to IS NULL OR valid_to >= :today)""")
                .param("scope", scope)
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /** Those who hold or have held the office for whatever scope and can still sign in, in the order of their names. */
    @Transactional(readOnly = true)
    public List<PersonId> everHolders(Office office) {
        return jdbc.sql("""
                        SELECT p.id FROM person p WHERE p.closed_at IS NULL AND EXISTS (
                          SELECT 1 FROM office_holding h WHERE h.person_id = p.id AND h.office = :office)
                        ORDER BY p.name_kana, p.id""").param("office", office.name()).query(UUID.class).list().stream()
                .map(PersonId::new)
                .toList();
    }

    /**
     * Who holds the office already within these days holds it for both periods together from now on.
     *
     * @throws Refusal for somebody who was entered twice and has an account by now: only that one can use an office
     */
    public void appoint(PersonId person, Office office, @Nullable UUID scope, LocalDate from, @Nullable LocalDate to) {
        demandScope(office, scope);
        demandNotJoined(person);
        jdbc.sql("""
                        WITH touched AS (
                          DELETE FROM office_holding
                          WHERE person_id = :person AND office = :office AND scope_id IS NOT DISTINCT FROM :scope::uuid
                            AND valid_from <= coalesce(:to::date, 'infinity')
                            AND coalesce(valid_to, 'infinity') >= :from
                          RETURNING valid_from, coalesce(valid_to, 'infinity') AS valid_to)
                        INSERT INTO office_holding (id, person_id, office, scope_id, valid_from, valid_to)
                        SELECT :id, :person, :office, :scope::uuid, least(min(valid_from), :from),
                          nullif(greatest(max(valid_to), coalesce(:to::date, 'infinity')), 'infinity') FROM touched""")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("office", office.name())
                .param("scope", scope)
                .param("from", from)
                .param("to", to)
                .update();
        log.note(
                "appointed",
                person,
                Map.of(
                        "office", office.key(),
                        "scope", AccountEvents.text(scope),
                        "from", from.toString(),
                        "to", to == null ? "" : to.toString()));
        events.publishEvent(new Appointed(person, office, scope));
    }

    /** An office that somebody holds themselves, now, later or until some day. */
    public record Held(
            Office office,
            @Nullable UUID scope,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** What the person holds themselves today or will hold, in the order of the offices. */
    @Transactional(readOnly = true)
    public List<Held> appointments(PersonId person) {
        return held(person, "(valid_to IS NULL OR valid_to >= :today) ORDER BY office, valid_from");
    }

    /** What the person has held themselves and holds no more, the latest first. */
    @Transactional(readOnly = true)
    public List<Held> past(PersonId person) {
        return held(person, "valid_to < :today ORDER BY valid_to DESC, office");
    }

    private List<Held> held(PersonId person, String which) {
        return jdbc.sql("SELECT office, scope_id, valid_from, valid_to FROM office_holding"
                        + " WHERE person_id = :person AND " + which)
                .param("person", person.value())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new Held(
                        Office.valueOf(row.getString("office")),
                        row.getObject("scope_id", UUID.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    void demandScope(Office office, @Nullable UUID scope) {
        if ((scope == null) != (office.scope() == Office.Scope.CITY)) {
            throw new IllegalArgumentException(office + " with scope " + scope);
        }
    }

    /** A page may have stood open since before; the lock waits for whoever joins the two at this moment. */
    void demandNotJoined(PersonId person) {
        var joined = jdbc.sql("SELECT same_as IS NOT NULL FROM person WHERE id = ? FOR KEY SHARE")
                .param(person.value())
                .query(Boolean.class)
                .optional();
        if (joined.orElse(false)) {
            throw new Refusal("account.person.joined");
        }
    }

    /**
     * Ends the office from today on.
     *
     * @throws Refusal for the last administrator: nobody could appoint another
     */
    public void end(PersonId person, Office office, @Nullable UUID scope) {
        if (office == Office.ADMINISTRATOR) {
            requireOtherAdministrator(person);
        }
        jdbc.sql("""
                        UPDATE office_holding SET valid_to = :yesterday
                        WHERE person_id = :person AND office = :office AND scope_id IS NOT DISTINCT FROM :scope::uuid
                          AND (valid_to IS NULL OR valid_to > :yesterday)""")
                .param("yesterday", LocalDate.now(clock).minusDays(1))
                .param("person", person.value())
                .param("office", office.name())
                .param("scope", scope)
                .update();
        log.note("office ended", person, Map.of("office", office.key(), "scope", AccountEvents.text(scope)));
    }

    /**
     * Of two administrators who take the office from each other at once, the second finds the first gone.
     *
     * @throws Refusal for the last one who can sign in: nobody could appoint another
     */
    void requireOtherAdministrator(PersonId person) {
        jdbc.sql("SELECT id FROM office_holding WHERE office = 'ADMINISTRATOR' ORDER BY id FOR UPDATE")
                .query(UUID.class)
                .list();
        var able = holders(
                Office.ADMINISTRATOR,
                null,
                "AND p.closed_at IS NULL AND EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id)");
        // In a demo nobody has a password: then all count
        if ((able.isEmpty() ? activeHolders(Office.ADMINISTRATOR, null) : able).equals(List.of(person))) {
            throw new Refusal("account.office.last");
        }
    }

    /** As whom the person may use the office now: in one's own right if possible, else as somebody's deputy. */
    @Transactional(readOnly = true)
    public Optional<Holding> holding(PersonId person, Office office, @Nullable UUID scope) {
        return heldBy(person).stream()
                .filter(holding -> holding.office() == office && Objects.equals(holding.scope(), scope))
                .min(Comparator.comparing(holding -> holding.actingFor() != null));
    }

    /** Whether anybody has ever been appointed administrator: until then the installation waits for its first. */
    @Transactional(readOnly = true)
    public boolean everHadAdministrator() {
        return jdbc.sql("SELECT count(*) FROM office_holding WHERE office = 'ADMINISTRATOR'")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
