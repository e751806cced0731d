package app.tomoni.account.signin;

import app.tomoni.account.AccountEvents;
import app.tomoni.account.PasswordChanged;
import app.tomoni.account.PasswordResetAsked;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SecretSent;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets somebody who has forgotten the password set a new one: a link in a mail, good for once and for an hour from when
 * the mail was handed over. A mail server that is down for longer would else have let it lapse before it could be read.
 * Whom no mail reaches gets a code on paper from an administrator.
 */
@Component
@Transactional
public class Resets {

    static final Duration GOOD_FOR = Duration.ofHours(1);
    /** How long a code on paper is good: it may have to be carried. */
    static final Duration CODE_GOOD_FOR = Duration.ofDays(1);
    /** More than these within an hour are not sent: nobody's letter box is to be filled. */
    private static final int MOST = 3;

    private final JdbcClient jdbc;
    private final People people;
    private final Passwords passwords;
    private final SignedIn signedIn;
    private final AccountEvents log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Resets(
            JdbcClient jdbc,
            People people,
            Passwords passwords,
            SignedIn signedIn,
            AccountEvents log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.passwords = passwords;
        this.signedIn = signedIn;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Sends a link if somebody with an account has this address. Whoever asked learns nothing about it. */
    void ask(String mail) {
        people.withMail(mail).filter(passwords::has).ifPresent(this::send);
    }

    private void send(PersonId person) {
        var now = OffsetDateTime.now(clock);
        var sent = jdbc.sql("SELECT count(*) FROM password_reset WHERE person_id = ? AND created_at > ?")
                .param(person.value())
                .param(now.minus(GOOD_FOR))
                .query(Integer.class)
                .single();
        if (sent >= MOST) {
            return;
        }
        var token = Secrets.token();
        events.publishEvent(new PasswordResetAsked(person, token, store(person, token, GOOD_FOR)));
    }

    /** Whether there is a password that can have been forgotten. */
    @Transactional(readOnly = true)
    public boolean possible(PersonId person) {
        return passwords.has(person);
    }

    /**
     * Makes a code to be printed and handed over, shown this once; the record tells who made it, and the person is told
     * when it is used.
     *
     * @throws Refusal for oneself, who knows the password and could else change it without it, and for somebody who
     *     has none yet: an invitation lets them in
     */
    public String byCode(PersonId person) {
        if (signedIn.ifAny().filter(person::equals).isPresent() || !passwords.has(person)) {
            throw new Refusal("account.reset.noCode");
        }
        var code = Secrets.code();
        store(person, Secrets.typed(code), CODE_GOOD_FOR);
        log.note("password reset code made", person, Map.of());
        return code;
    }

    private Instant store(PersonId person, String secret, Duration goodFor) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("INSERT INTO password_reset (token_hash, person_id, created_at, expires_at) VALUES (?, ?, ?, ?)")
                .param(Secrets.hash(secret))
                .param(person.value())
                .param(now)
                .param(now.plus(goodFor))
                .update();
        return now.plus(goodFor).toInstant();
    }

    @EventListener
    void on(SecretSent event) {
        jdbc.sql("UPDATE password_reset SET expires_at = ? WHERE token_hash = ? AND used_at IS NULL")
                .param(OffsetDateTime.now(clock).plus(GOOD_FOR))
                .param(Secrets.hash(event.secret()))
                .update();
    }

    @Transactional(readOnly = true)
    Optional<PersonId> opened(String token) {
        return jdbc.sql("""
                        SELECT r.person_id FROM password_reset r JOIN person p ON p.id = r.person_id
                        WHERE r.token_hash IN (:link, :code) AND r.used_at IS NULL AND r.expires_at > :now
                          AND p.closed_at IS NULL""")
                .param("link", Secrets.hash(token.strip()))
                .param("code", Secrets.hash(Secrets.typed(token)))
                .param("now", OffsetDateTime.now(clock))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /**
     * Sets the new password and uses up every link and code of the person.
     *
     * @throws Refusal when the link or code is no longer good or the password too easy
     */
    PersonId use(String token, String password) {
        var person = opened(token).orElseThrow(() -> new Refusal("account.reset.gone"));
        var used = jdbc.sql("UPDATE password_reset SET used_at = ? WHERE token_hash IN (?, ?) AND used_at IS NULL")
                .param(OffsetDateTime.now(clock))
                .param(Secrets.hash(token.strip()))
                .param(Secrets.hash(Secrets.typed(token)))
                .update();
        if (used != 1) {
            throw new Refusal("account.reset.gone");
        }
        passwords.change(person, password);
        events.publishEvent(new PasswordChanged(person, clock.instant()));
        return person;
    }
}
