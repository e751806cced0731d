package app.tomoni.account.signin;

import app.tomoni.account.PasswordChanged;
import app.tomoni.account.PasswordResetAsked;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SecretSent;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
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
 */
@Component
@Transactional
class Resets {

    static final Duration GOOD_FOR = Duration.ofHours(1);
    /** More than these within an hour are not sent: nobody's letter box is to be filled. */
    private static final int MOST = 3;

    private final JdbcClient jdbc;
    private final People people;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Resets(JdbcClient jdbc, People people, Passwords passwords, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.passwords = passwords;
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
        var expires = now.plus(GOOD_FOR);
        jdbc.sql("INSERT INTO password_reset (token_hash, person_id, created_at, expires_at) VALUES (?, ?, ?, ?)")
                .param(Secrets.hash(token))
                .param(person.value())
                .param(now)
                .param(expires)
                .update();
        events.publishEvent(new PasswordResetAsked(person, token, expires.toInstant()));
    }

    @EventListener
    void on(SecretSent event) {
        jdbc.sql("UPDATE password_reset SET expires_at = ? WHERE token_hash = ? AND used_at IS NULL")
                .param(OffsetDateTime.now(clock).plus(GOOD_FOR))
                .param(Secrets.hash(event.secret()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<PersonId> opened(String token) {
        return jdbc.sql("""
                        SELECT r.person_id FROM password_reset r JOIN person p ON p.id = r.person_id
                        WHERE r.token_hash = ? AND r.used_at IS NULL AND r.expires_at > ? AND p.closed_at IS NULL""")
                .param(Secrets.hash(token))
                .param(OffsetDateTime.now(clock))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /**
     * Sets the new password and uses up every link of the person.
     *
     * @throws Refusal when the link is no longer good or the password too easy
     */
    public PersonId use(String token, String password) {
        var person = opened(token).orElseThrow(() -> new Refusal("account.reset.gone"));
        var used = jdbc.sql("UPDATE password_reset SET used_at = ? WHERE token_hash = ? AND used_at IS NULL")
                .param(OffsetDateTime.now(clock))
                .param(Secrets.hash(token))
                .update();
        if (used != 1) {
            throw new Refusal("account.reset.gone");
        }
        passwords.change(person, password);
        events.publishEvent(new PasswordChanged(person, clock.instant()));
        return person;
    }
}
