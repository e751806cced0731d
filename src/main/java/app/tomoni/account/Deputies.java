package app.tomoni.account;

import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who uses whose office for a while. What a deputy does is recorded with both names. */
@Component
@Transactional
public class Deputies {

    /** Judging proposals is personal; a chair has an acting chair instead. */
    private static final Set<Office> PERSONAL = EnumSet.of(Office.REVIEWER, Office.CHAIR, Office.ACTING_CHAIR);

    /** A deputy, with the first and the last day. */
    public record Deputy(
            UUID id,
            PersonId person,
            PersonId actsFor,
            Office office,
            @Nullable UUID scope,
            LocalDate from,
            LocalDate to) {}

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Separation separation;
    private final SignedIn signedIn;
    private final AccountEvents log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deputies(
            JdbcClient jdbc,
            Offices offices,
            Separation separation,
            SignedIn signedIn,
            AccountEvents log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.separation = separation;
        this.signedIn = signedIn;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Whether nobody can stand in for the office at all. */
    public static boolean isPersonal(Office office) {
        return PERSONAL.contains(office);
    }

    /** The same of somebody whose own offices need no reason beside it. */
    public void appoint(
            PersonId person, PersonId actsFor, Office office, @Nullable UUID scope, LocalDate from, LocalDate to) {
        appoint(person, actsFor, office, scope, from, to, "");
    }

    /**
     * Who stands in already within these days does so for both periods together from now on.
     *
     * @param reason why the person has this office beside another, where {@link Separation} asks for it
     * @throws Refusal for oneself, when there is no such office to stand in for, when it does not go with another one of
     *     theirs, or the days do not follow each other
     */
    public void appoint(
            PersonId person,
            PersonId actsFor,
            Office office,
            @Nullable UUID scope,
            LocalDate from,
            LocalDate to,
            String reason) {
        AppointStaff.demandAnother(signedIn, person);
        if (person.equals(actsFor)) {
            throw new Refusal("account.deputy.self");
        }
        if (isPersonal(office)) {
            throw new Refusal("account.deputy.personal");
        }
        if (to.isBefore(from) || to.isBefore(LocalDate.now(clock))) {
            throw new Refusal("account.deputy.days");
        }
        var own = offices.holding(actsFor, office, scope).filter(holding -> holding.actingFor() == null);
        if (own.isEmpty()) {
            throw new Refusal("account.deputy.office");
        }
        separation.demand(person, office, reason);
        jdbc.sql("""
                        WITH touched AS (
                          DELETE FROM deputy
                          WHERE person_id = :person AND acts_for = :actsFor AND office = :office
                            AND scope_id IS NOT DISTINCT FROM :scope::uuid
                            AND valid_from <= :to AND valid_to >= :from
                          RETURNING valid_from, valid_to)
                        INSERT INTO deputy (id, person_id, acts_for, office, scope_id, valid_from, valid_to)
                        SELECT :id, :person, :actsFor, :office, :scope::uuid, least(min(valid_from), :from),
                          greatest(max(valid_to), :to) FROM touched""")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("actsFor", actsFor.value())
                .param("office", office.name())
                .param("scope", scope)
                .param("from", from)
                .param("to", to)
                .update();
        log.note(
                "deputy appointed",
                person,
                Map.of(
                        "actsFor", actsFor.toString(),
                        "office", office.key(),
                        "scope", AccountEvents.text(scope),
                        "from", from.toString(),
                        "to", to.toString()));
        events.publishEvent(new Appointed(person, office, scope));
    }

    /** Ends it with yesterday, or takes it back if it has not begun. */
    public void end(UUID deputy) {
        var yesterday = LocalDate.now(clock).minusDays(1);
        jdbc.sql("UPDATE deputy SET valid_to = ? WHERE id = ? AND valid_to > ?")
                .param(yesterday)
                .param(deputy)
                .param(yesterday)
                .update();
        log.note("deputy ended", null, Map.of("deputy", deputy.toString()));
    }

    /** Those who stand in now or later for this person or as this person. */
    @Transactional(readOnly = true)
    public List<Deputy> around(PersonId person) {
        return around(person, "valid_to >= :today ORDER BY valid_from, id");
    }

    /** Those who stood in for this person or as this person, the latest first; who never began did not. */
    @Transactional(readOnly = true)
    public List<Deputy> past(PersonId person) {
        return around(person, "valid_to < :today AND valid_to >= valid_from - 1 ORDER BY valid_to DESC, id");
    }

    private List<Deputy> around(PersonId person, String which) {
        return jdbc.sql("SELECT id, person_id, acts_for, office, scope_id, valid_from, valid_to FROM deputy"
                        + " WHERE (person_id = :person OR acts_for = :person) AND " + which)
                .param("person", person.value())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new Deputy(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new PersonId(row.getObject("acts_for", UUID.class)),
                        Office.valueOf(row.getString("office")),
                        row.getObject("scope_id", UUID.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }
}
