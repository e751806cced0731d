package app.tomoni.account.signin;

import app.tomoni.account.ChangeMail;
import app.tomoni.account.MailChangeAsked;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes one's own mail address. A link goes to the new one, good for a day and for the person who asked, signed in:
 * whose letter box it was by mistake can do nothing with it. Until then nothing changes.
 */
@Component
public class ChangeOwnMail {

    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private final SignedIn signedIn;
    private final People people;
    private final ChangePassword changePassword;
    private final ChangeMail changeMail;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AsyncTaskExecutor later;
    private final Clock clock;

    ChangeOwnMail(
            SignedIn signedIn,
            People people,
            ChangePassword changePassword,
            ChangeMail changeMail,
            Attempts attempts,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            AsyncTaskExecutor applicationTaskExecutor,
            Clock clock) {
        this.signedIn = signedIn;
        this.people = people;
        this.changePassword = changePassword;
        this.changeMail = changeMail;
        this.attempts = attempts;
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.later = applicationTaskExecutor;
        this.clock = clock;
    }

    /**
     * Sends the link, unless the address is somebody's: whoever asks does not learn that.
     *
     * @param password one's own, which an open screen alone does not tell
     * @throws Refusal when the address is no good or one's own, the password wrong, or one or the other tried too often
     */
    public void ask(String mail, String password, HttpServletRequest request) {
        var address = People.address(mail);
        People.demandMail(address);
        var person = changePassword.proven(password, request);
        if (people.withMail(address).filter(person::equals).isPresent()) {
            throw new Refusal("account.mail.same");
        }
        // Counted whatever comes of it: nobody's letter box is to be filled
        var attempt = attempts.begin("new mail " + person, request.getRemoteAddr(), null);
        if (attempt.early()) {
            throw new Refusal("account.wait", attempt.seconds());
        }
        // After the answer, so that its time does not tell either whether there is such an account
        later.execute(() -> transaction.executeWithoutResult(status -> send(person, address)));
    }

    private void send(PersonId person, String mail) {
        if (people.withMail(mail).isPresent()) {
            return;
        }
        var token = Secrets.token();
        jdbc.sql("""
                        INSERT INTO mail_change (person_id, mail, token_hash, expires_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (person_id) DO UPDATE SET mail = excluded.mail, token_hash = excluded.token_hash,
                          expires_at = excluded.expires_at""")
                .param(person.value())
                .param(mail)
                .param(Secrets.hash(token))
                .param(OffsetDateTime.now(clock).plus(GOOD_FOR))
                .update();
        events.publishEvent(new MailChangeAsked(person, mail, token));
    }

    /** The address that this link confirms for whoever is signed in. */
    @Transactional(readOnly = true)
    public Optional<String> chosen(String token) {
        return jdbc.sql("SELECT mail FROM mail_change WHERE person_id = ? AND token_hash = ? AND expires_at > ?")
                .param(signedIn.person().value())
                .param(Secrets.hash(token))
                .param(OffsetDateTime.now(clock))
                .query(String.class)
                .optional();
    }

    /**
     * Uses the link up; from now on this is the address, and the former one is told.
     *
     * @throws Refusal when the link is no longer good, or the address has become somebody else's
     */
    @Transactional
    public String confirm(String token) {
        var mail = chosen(token).orElseThrow(() -> new Refusal("account.mine.mail.gone"));
        changeMail.change(signedIn.person(), mail);
        return mail;
    }
}
