package app.tomoni.notice;

import app.tomoni.account.City;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SecretSent;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.PublicAddress;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The mails of this installation: written in the transaction of what they tell, sent when that has been committed. */
@Component
@Transactional
public class Mails {

    /** Where a mail stands. */
    public enum State {
        WAITING,
        SENT,
        FAILED
    }

    /** Why a mail was not taken. */
    public enum Fault {
        ADDRESS,
        REFUSED,
        SIGN_IN,
        CONNECTION,
        OTHER
    }

    /**
     * What the list of mails shows: nothing of what they say but the subject.
     *
     * @param person none, and no subject, while that there is such a mail for them tells a result that is not public yet
     * @param telling the proposal whose result it tells by being there
     */
    public record Line(
            UUID id,
            @Nullable PersonId person,
            @Nullable String subject,
            @Nullable UUID telling,
            State state,
            int attempts,
            Instant createdAt,
            Instant nextAttemptAt,
            @Nullable Instant sentAt,
            @Nullable String problem) {

        /** None while nothing has gone wrong. */
        public Optional<Fault> fault() {
            return Optional.ofNullable(problem)
                    .map(text -> Arrays.stream(Fault.values())
                            .filter(fault -> text.startsWith(fault + ": "))
                            .findFirst()
                            .orElse(Fault.OTHER));
        }

        /** The number with which the mail server refused; none when it did not answer at all. */
        public Optional<String> reply() {
            return Optional.ofNullable(problem)
                    .map(REPLY::matcher)
                    .filter(Matcher::find)
                    .map(Matcher::group);
        }

        private Line withheld() {
            return new Line(id, null, null, telling, state, attempts, createdAt, nextAttemptAt, sentAt, problem);
        }

        private static final Pattern REPLY = Pattern.compile("\\b[45]\\d\\d\\b");
    }

    /** What a mail says, and to whom; masked where a link in it would let the reader in. */
    public record Text(PersonId person, String subject, String body, boolean masked) {}

    /** Who read what a mail says, and why. */
    public record Reading(PersonId person, String reason, Instant at) {}

    /** A mail on its way. */
    record Letter(
            UUID id,
            String address,
            String subject,
            String body,
            String html,
            Optional<String> secret,
            String messageId,
            int attempts) {}

    /** A mail has been written; the sender looks after the commit. */
    record Queued() {}

    /** Until then one retries; a mail that nobody took for so long needs a person. */
    static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    /** Shows that the address it goes to is read by the person: sent to any other, it would show nothing. */
    static final String CONFIRMATION = "mail-confirm";

    private static final String SECRET = "{secret}";
    private static final String LINES = """
            SELECT id, person_id, subject, CASE WHEN template IN (:telling) THEN case_key END AS telling,
                   state, attempts, created_at, next_attempt_at, sent_at, problem FROM mail""";
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    /** Also a relay on a bad day says no to an address: it is tried again then. */
    private static final Duration LAPSE = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final People people;
    private final City city;
    private final Translations translations;
    private final ITemplateEngine templates;
    private final MailSettings settings;
    private final TellingMails tellingMails;
    private final Notices notices;
    private final PublicAddress installation;
    private final QuietHours quietHours = new QuietHours();
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mails(
            JdbcClient jdbc,
            People people,
            City city,
            Translations translations,
            ITemplateEngine templates,
            MailSettings settings,
            TellingMails tellingMails,
            Notices notices,
            PublicAddress installation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.city = city;
        this.translations = translations;
        this.templates = templates;
        this.settings = settings;
        this.tellingMails = tellingMails;
        this.notices = notices;
        this.installation = installation;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the mail down, to be sent after the commit, and what it tells among the person's notices. The same key a
     * second time changes nothing, and nobody is told anything whose account is closed.
     *
     * @return whether there is somebody to send it to, who has not been told yet
     */
    boolean queue(Mail mail) {
        var told = people.entry(mail.to()).filter(entry -> !entry.closed());
        told.ifPresent(entry -> notices.write(mail));
        var address =
                told.flatMap(entry -> Optional.ofNullable(mail.address() == null ? entry.mail() : mail.address()));
        if (address.isEmpty()) {
            return false;
        }
        var locale = Locale.JAPANESE;
        var names = city.names();
        var model = new HashMap<String, Object>(mail.model());
        model.replaceAll((name, fact) -> fact instanceof Instant day ? JapaneseDates.full(day, locale) : fact);
        model.put("city", names);
        model.put("link", installation.of(mail.link()));
        var context = new Context(locale, model);
        var body =
                templates.process("mail/" + mail.template() + ".txt", context).strip() + "\n\n"
                        + templates.process("mail/foot.txt", context).strip() + "\n";
        var now = clock.instant();
        var id = Ids.next();
        var written = jdbc.sql("""
                        INSERT INTO mail (id, idempotency_key, template, person_id, address, case_key, subject, body, html, secret,
                                          message_id, urgent, state, attempts, next_attempt_at, created_at)
                        VALUES (:id, :key, :template, :person, :address, :case, :subject, :body, :html, :secret,
                                :message, :urgent, 'WAITING', 0, :next, :now)
                        ON CONFLICT (idempotency_key) DO NOTHING""")
                .param("id", id)
                .param("key", mail.idempotencyKey())
                .param("template", mail.template())
                .param("person", mail.to().value())
                .param("address", address.get())
                .param("case", mail.caseKey())
                .param(
                        "subject",
                        translations.getTranslation(
                                "notice.subject",
                                locale,
                                translations.getTranslation("notice." + mail.template() + ".subject", locale)))
                .param("body", body)
                .param("html", html(body, locale))
                .param("secret", mail.secret())
                .param("message", "<" + id + "@" + settings.domain() + ">")
                .param("urgent", mail.urgent())
                .param("next", at(mail.urgent() ? now : quietHours.after(now)))
                .param("now", at(now))
                .update();
        if (written == 1) {
            events.publishEvent(new Queued());
        }
        return written == 1;
    }

    /** Takes back what has not been sent and nobody has read: what follows says it anew. */
    void withdraw(PersonId to, String template) {
        jdbc.sql("""
                        DELETE FROM mail m WHERE person_id = :person AND template = :template AND state = 'WAITING'
                          AND NOT EXISTS (SELECT 1 FROM mail_reading r WHERE r.mail_id = m.id)""").param("person", to.value()).param("template", template).update();
    }

    /** What waits for the person goes to another address; links for the former one, which open nothing more, to none. */
    void redirect(PersonId to, String address) {
        jdbc.sql("""
                        DELETE FROM mail m WHERE person_id = ? AND state = 'WAITING' AND secret IS NOT NULL
                          AND NOT EXISTS (SELECT 1 FROM mail_reading r WHERE r.mail_id = m.id)""").param(to.value()).update();
        jdbc.sql("UPDATE mail SET address = ? WHERE person_id = ? AND state = 'WAITING'")
                .param(address)
                .param(to.value())
                .update();
    }

    /**
     * Whose present address is no good: within a week, the last mail that was tried there came back because of it. A
     * new address, or a mail that does get through, ends that sooner.
     */
    @Transactional(readOnly = true)
    public Set<PersonId> unreachable() {
        return jdbc
                .sql("""
                        SELECT person_id FROM (
                          SELECT DISTINCT ON (m.person_id) m.person_id, m.state, m.problem
                          FROM mail m JOIN person p ON p.id = m.person_id AND p.mail = m.address AND p.closed_at IS NULL
                          WHERE m.created_at > :since AND m.state IN ('SENT', 'FAILED')
                          ORDER BY m.person_id, m.created_at DESC, m.id DESC) last
                        WHERE state = 'FAILED' AND problem LIKE :address""")
                .param("since", at(clock.instant().minus(LAPSE)))
                .param("address", Fault.ADDRESS + ": %")
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /** The same words as a page; an address of ours on a line of its own becomes a link. */
    private String html(String body, Locale locale) {
        var model = new HashMap<String, Object>();
        model.put(
                "paragraphs",
                List.of(body.strip().split("\n\n+")).stream()
                        .map(paragraph -> List.of(paragraph.split("\n")))
                        .toList());
        model.put("address", installation.address());
        return templates.process("mail/letter", new Context(locale, model));
    }

    /**
     * Takes the next mail that is due, until this transaction ends; others skip it meanwhile. Of one case, the older
     * one goes first, even if that means that the younger one waits.
     */
    Optional<Letter> nextDue() {
        return jdbc.sql("""
                        SELECT id, address, subject, body, html, secret, message_id, attempts FROM mail m
                        WHERE state = 'WAITING' AND next_attempt_at <= :now
                          AND NOT EXISTS (SELECT 1 FROM mail o WHERE o.case_key = m.case_key AND o.person_id = m.person_id
                                          AND o.state = 'WAITING' AND (o.created_at, o.id) < (m.created_at, m.id))
                        ORDER BY urgent DESC, next_attempt_at, id
                        LIMIT 1 FOR UPDATE OF m SKIP LOCKED""")
                .param("now", at(clock.instant()))
                .query((row, number) -> {
                    var secret = Optional.ofNullable(row.getString("secret"));
                    return new Letter(
                            row.getObject("id", UUID.class),
                            row.getString("address"),
                            row.getString("subject"),
                            row.getString("body").replace(SECRET, secret.orElse("")),
                            row.getString("html").replace(SECRET, secret.orElse("")),
                            secret,
                            row.getString("message_id"),
                            row.getInt("attempts"));
                })
                .optional();
    }

    void sent(Letter letter) {
        jdbc.sql("""
                        UPDATE mail SET state = 'SENT', sent_at = :now, attempts = attempts + 1, secret = NULL, problem = NULL
                        WHERE id = :id""").param("now", at(clock.instant())).param("id", letter.id()).update();
        letter.secret().ifPresent(secret -> events.publishEvent(new SecretSent(secret)));
    }

    /**
     * @param problem what the mail server said, without the address
     * @param forGood whether it will say the same next time
     */
    void notSent(Letter letter, String problem, boolean forGood) {
        var now = clock.instant();
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(letter.attempts(), 10));
        jdbc.sql("""
                        UPDATE mail SET attempts = attempts + 1, next_attempt_at = :next, problem = :problem,
                               state = CASE WHEN :forGood OR created_at < :tooOld THEN 'FAILED' ELSE 'WAITING' END
                        WHERE id = :id""")
                .param("next", at(now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)))
                .param("problem", problem.replace(letter.address(), "…"))
                .param("forGood", forGood)
                .param("tooOld", at(now.minus(GIVE_UP_AFTER)))
                .param("id", letter.id())
                .update();
    }

    /** Tries a failed mail again, at once and to the person's present address; a confirmation where it was to go. */
    public void again(UUID mail) {
        jdbc.sql("""
                        UPDATE mail m SET state = 'WAITING', attempts = 0, next_attempt_at = :now, created_at = :now,
                               address = coalesce((SELECT p.mail FROM person p
                                                   WHERE p.id = m.person_id AND m.template <> :confirmation), m.address)
                        WHERE id = :id AND state = 'FAILED'""")
                .param("now", at(clock.instant()))
                .param("confirmation", CONFIRMATION)
                .param("id", mail)
                .update();
        events.publishEvent(new Queued());
    }

    @Transactional(readOnly = true)
    public List<Line> latest(@Nullable State state, int limit) {
        return withheld(jdbc.sql(
                        LINES
                                + " WHERE :state::text IS NULL OR state = :state ORDER BY created_at DESC, id DESC LIMIT :limit")
                .param("telling", TellingMails.TEMPLATES)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query(Mails::line)
                .list());
    }

    @Transactional(readOnly = true)
    public int waiting() {
        return jdbc.sql("SELECT count(*) FROM mail WHERE state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Line> line(UUID mail) {
        return withheld(jdbc.sql(LINES + " WHERE id = :id")
                        .param("telling", TellingMails.TEMPLATES)
                        .param("id", mail)
                        .query(Mails::line)
                        .list())
                .stream()
                .findFirst();
    }

    private List<Line> withheld(List<Line> lines) {
        var untold = tellingMails.untold(lines.stream()
                .flatMap(line -> Stream.ofNullable(line.telling()))
                .collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> line.telling() != null && untold.contains(line.telling()) ? line.withheld() : line)
                .toList();
    }

    /** The mail, for a reason that is kept for ever with the reader's name. The secret is never shown. */
    public Text read(UUID mail, PersonId reader, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("notice.reading.reason.missing");
        }
        Lengths.demand(reason, Lengths.REASON);
        jdbc.sql("INSERT INTO mail_reading (id, mail_id, person_id, reason, at) VALUES (?, ?, ?, ?, ?)")
                .param(Ids.next())
                .param(mail)
                .param(reader.value())
                .param(reason.strip())
                .param(at(clock.instant()))
                .update();
        return jdbc.sql("SELECT person_id, subject, body FROM mail WHERE id = ?")
                .param(mail)
                .query((row, number) -> new Text(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("subject"),
                        row.getString("body").replace(SECRET, "…"),
                        row.getString("body").contains(SECRET)))
                .single();
    }

    /** Everybody who has read what the mail says, the first one first. */
    public List<Reading> readings(UUID mail) {
        return jdbc.sql("SELECT person_id, reason, at FROM mail_reading WHERE mail_id = ? ORDER BY at, id")
                .param(mail)
                .query((row, number) -> new Reading(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var sent = row.getObject("sent_at", OffsetDateTime.class);
        return new Line(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("subject"),
                row.getObject("telling", UUID.class),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
                sent == null ? null : sent.toInstant(),
                row.getString("problem"));
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
