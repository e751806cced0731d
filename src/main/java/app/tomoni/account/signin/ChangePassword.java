package app.tomoni.account.signin;

import app.tomoni.account.PasswordChanged;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes one's own password; all other sessions end, this one goes on. */
@Component
public class ChangePassword {

    private final SignedIn signedIn;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangePassword(
            SignedIn signedIn,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.signedIn = signedIn;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws Refusal when the current password is wrong, was tried too often, or the new one is too easy */
    public void change(String current, String next, HttpServletRequest request) {
        var person = proven(current, request);
        transaction.executeWithoutResult(status -> change(person, next, request));
    }

    private void change(PersonId person, String next, HttpServletRequest request) {
        passwords.change(person, next);
        var session = request.getSession(false);
        if (session != null) {
            sessions.keep(person, session);
        }
        events.publishEvent(new PasswordChanged(person, clock.instant()));
    }

    /** Who is signed in, and has shown it anew by the password; the attempt is counted whatever comes of the rest. */
    PersonId proven(String current, HttpServletRequest request) {
        var person = signedIn.person();
        var attempt = attempts.begin("change " + person, request.getRemoteAddr(), null);
        if (attempt.early()) {
            throw new Refusal("account.wait", attempt.seconds());
        }
        if (!passwords.right(person, current)) {
            throw new Refusal("account.password.current.wrong");
        }
        attempts.succeeded(attempt);
        return person;
    }
}
