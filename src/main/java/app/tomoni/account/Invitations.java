package app.tomoni.account;

import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people to an office, by a link in a mail or by a code on paper. An invitation is good for 14 days and for
 * once; accepting it is what appoints.
 */
@Component
@Transactional
public class Invitations {

    /** Within this time a second click finds that the first has taken the office up. */
    private static final Duration SECOND_CLICK = Duration.ofMinutes(10);

    /** How long an invitation is good. */
    public static final Duration GOOD_FOR = Duration.ofDays(14);

    /**
     * An office offered to a person.
     *
     * @param from the first day of the office
     * @param to its last day, or none
     * @param invitedAs what the person is called by whoever invites, when that is not to see by which name we know them
     */
    public record Offer(
            PersonId person,
            Office office,
            @Nullable UUID scope,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String invitedAs) {

        /** To somebody whose name may be seen. */
        public Offer(PersonId person, Office office, @Nullable UUID scope, LocalDate from, @Nullable LocalDate to) {
            this(person, office, scope, from, to, null);
        }
    }

    /** An invitation that can still be accepted. */
    public record Open(UUID id, Offer offer, boolean byMail, Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Offices offices;
    private final MailServer mails;
    private final AccountEvents log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(
            JdbcClient jdbc,
            Offices offices,
            MailServer mails,
            AccountEvents log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.mails = mails;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Offers the office by mail, or by a code where no mail would arrive.
     *
     * @return the code to be printed, shown this once; none when a mail goes out
     * @throws Refusal when the code would open an office of the city as well: only an administrator hands that over
     */
    public Optional<String> anew(Offer offer) {
        if (mails.isSet() && hasMail(offer.person())) {
            byMail(offer);
            return Optional.empty();
        }
        if (isOfStaff(offer.person())) {
            throw new Refusal("account.invitation.staff");
        }
        return Optional.of(byCode(offer));
    }

    private boolean isOfStaff(PersonId person) {
        return Stream.concat(
                        offices.appointments(person).stream().map(Offices.Held::office),
                        openOf(person).stream().map(open -> open.offer().office()))
                .anyMatch(Office::ofStaff);
    }

    /** Nobody is waited for who has another invitation to the same office, or holds it by now. */
    private void withdrawOthers(Offer offer) {
        openOf(offer.person()).stream()
                .filter(open -> open.offer().office() == offer.office()
                        && Objects.equals(open.offer().scope(), offer.scope()))
                .forEach(open -> withdraw(open.id()));
    }

    private boolean hasMail(PersonId person) {
        return jdbc.sql("SELECT count(*) FROM person WHERE id = ? AND mail IS NOT NULL")
                        .param(person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Sends a link to the person's mail address.
     *
     * @throws Refusal when the person has none
     */
    public void byMail(Offer offer) {
        if (!hasMail(offer.person())) {
            throw new Refusal("account.invitation.noMail");
        }
        var token = Secrets.token();
        var id = store(offer, token, true);
        events.publishEvent(new Invited(
                id,
                offer.person(),
                offer.office(),
                offer.scope(),
                token,
                clock.instant().plus(GOOD_FOR)));
    }

    /** Makes a code to be printed and handed over, in groups of four; it is shown this once and never again. */
    public String byCode(Offer offer) {
        var code = Secrets.code();
        store(offer, Secrets.typed(code), false);
        return code;
    }

    /** What had been sent before for the same office works no more. */
    private UUID store(Offer offer, String secret, boolean byMail) {
        offices.demandScope(offer.office(), offer.scope());
        offices.demandNotJoined(offer.person());
        withdrawOthers(offer);
        var id = Ids.next();
        var now = clock.instant();
        jdbc.sql("""
                        INSERT INTO invitation (id, person_id, office, scope_id, valid_from, valid_to, token_hash, by_mail,
                                                invited_as, created_at, expires_at)
                        VALUES (:id, :person, :office, :scope, :from, :to, :hash, :byMail, :invitedAs, :now, :expires)""")
                .param("id", id)
                .param("person", offer.person().value())
                .param("office", offer.office().name())
                .param("scope", offer.scope())
                .param("from", offer.from())
                .param("to", offer.to())
                .param("hash", Secrets.hash(secret))
                .param("byMail", byMail)
                .param("invitedAs", offer.invitedAs())
                .param("now", at(now))
                .param("expires", at(now.plus(GOOD_FOR)))
                .update();
        log.note("invited", offer.person(), facts(offer));
        return id;
    }

    /** The invitation that this link or code opens, if it is still good. */
    @Transactional(readOnly = true)
    public Optional<Open> opened(String secret) {
        return jdbc.sql(OPEN + " AND (token_hash = :link OR token_hash = :code)")
                .param("now", at(clock.instant()))
                .param("link", Secrets.hash(secret.strip()))
                .param("code", Secrets.hash(Secrets.typed(secret)))
                .query(Invitations::open)
                .optional();
    }

    /** Who has just taken up what this link or code offered: a second click of theirs is no failure. */
    @Transactional(readOnly = true)
    public Optional<PersonId> justAccepted(String secret) {
        return jdbc.sql("""
                        SELECT person_id FROM invitation
                        WHERE (token_hash = :link OR token_hash = :code) AND accepted_at > :since
                          AND person_id NOT IN (SELECT id FROM person WHERE closed_at IS NOT NULL)""")
                .param("since", at(clock.instant().minus(SECOND_CLICK)))
                .param("link", Secrets.hash(secret.strip()))
                .param("code", Secrets.hash(Secrets.typed(secret)))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Those that nobody has accepted yet, of one person. */
    @Transactional(readOnly = true)
    public List<Open> openOf(PersonId person) {
        return jdbc.sql(OPEN + " AND person_id = :person ORDER BY created_at")
                .param("now", at(clock.instant()))
                .param("person", person.value())
                .query(Invitations::open)
                .list();
    }

    /** The same of many people in one look-up; for whom nothing waits is not named. */
    @Transactional(readOnly = true)
    public Map<PersonId, List<Open>> openOf(Collection<PersonId> people) {
        return people.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(OPEN + " AND person_id IN (:people) ORDER BY created_at")
                        .param("now", at(clock.instant()))
                        .param("people", people.stream().map(PersonId::value).toList())
                        .query(Invitations::open)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(open -> open.offer().person()));
    }

    /** Those that nobody has accepted yet, to act for one group or for whatever else an office is held for. */
    @Transactional(readOnly = true)
    public List<Open> openFor(UUID scope) {
        return jdbc.sql(OPEN + " AND scope_id = :scope ORDER BY created_at")
                .param("now", at(clock.instant()))
                .param("scope", scope)
                .query(Invitations::open)
                .list();
    }

    /**
     * Uses the invitation up and appoints the person.
     *
     * @throws Refusal when it has been used, withdrawn or has expired in the meantime
     */
    public Offer accept(String secret) {
        var invitation = opened(secret).orElseThrow(() -> new Refusal("account.invitation.gone"));
        var taken = jdbc.sql("""
                        UPDATE invitation SET accepted_at = :now
                        WHERE id = :id AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now""")
                .param("now", at(clock.instant()))
                .param("id", invitation.id())
                .update();
        if (taken != 1) {
            throw new Refusal("account.invitation.gone");
        }
        var offer = invitation.offer();
        offices.appoint(offer.person(), offer.office(), offer.scope(), offer.from(), offer.to());
        withdrawOthers(offer);
        return offer;
    }

    public void withdraw(UUID invitation) {
        jdbc.sql("UPDATE invitation SET withdrawn_at = ? WHERE id = ? AND accepted_at IS NULL AND withdrawn_at IS NULL")
                .param(at(clock.instant()))
                .param(invitation)
                .update();
        log.note("invitation withdrawn", null, Map.of("invitation", invitation.toString()));
    }

    private static final String OPEN = """
            SELECT id, person_id, office, scope_id, valid_from, valid_to, invited_as, by_mail, expires_at FROM invitation
            WHERE accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now
              AND person_id NOT IN (SELECT id FROM person WHERE closed_at IS NOT NULL)""";

    private static Open open(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Open(
                row.getObject("id", UUID.class),
                new Offer(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Office.valueOf(row.getString("office")),
                        row.getObject("scope_id", UUID.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("invited_as")),
                row.getBoolean("by_mail"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static Map<String, String> facts(Offer offer) {
        return Map.of(
                "office", offer.office().key(),
                "scope", AccountEvents.text(offer.scope()),
                "from", offer.from().toString(),
                "to", offer.to() == null ? "" : String.valueOf(offer.to()));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(ZoneId.systemDefault()).toOffsetDateTime();
    }
}
