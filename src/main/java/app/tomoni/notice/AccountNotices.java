package app.tomoni.notice;

import app.tomoni.account.Invited;
import app.tomoni.account.MailChangeAsked;
import app.tomoni.account.MailChanging;
import app.tomoni.account.PasswordChanged;
import app.tomoni.account.PasswordResetAsked;
import app.tomoni.shared.Secrets;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells people what happens to their account.
 *
 * <p>These listen inside the transaction, because they carry secrets that no log of events may keep. What other modules
 * tell is listened to with {@code @ApplicationModuleListener}, after the commit.
 */
@Component
class AccountNotices {

    private static final String OWN_SETTINGS = "/my-account";

    private final Mails mails;

    AccountNotices(Mails mails) {
        this.mails = mails;
    }

    @EventListener
    void on(Invited event) {
        mails.queue(Mail.withSecret(
                event.person(),
                "invitation",
                "invitation:" + event.invitation(),
                "/invitation?token={secret}",
                Map.of(),
                event.token()));
    }

    @EventListener
    void on(PasswordResetAsked event) {
        mails.queue(Mail.withSecret(
                event.person(),
                "password-reset",
                "password-reset:" + event.person() + ":" + event.expiresAt(),
                "/password/new?token={secret}",
                Map.of(),
                event.token()));
    }

    @EventListener
    void on(MailChangeAsked event) {
        mails.queue(Mail.withSecret(
                        event.person(),
                        Mails.CONFIRMATION,
                        Mails.CONFIRMATION + ":" + Secrets.hash(event.token()),
                        "/my-account?mail={secret}",
                        Map.of(),
                        event.token())
                .at(event.mail()));
    }

    @EventListener
    void on(PasswordChanged event) {
        mails.queue(Mail.notice(
                        event.person(),
                        "password-changed",
                        "password-changed:" + event.person() + ":" + event.at(),
                        "/password/forgotten",
                        Map.of(),
                        null)
                .now()
                .showing(OWN_SETTINGS));
    }

    /** Goes to the former address; what waits goes to the new one. */
    @EventListener
    void on(MailChanging event) {
        mails.redirect(event.person(), event.mail());
        mails.queue(Mail.notice(
                        event.person(),
                        "mail-changed",
                        "mail-changed:" + event.person() + ":" + event.at(),
                        "/sign-in",
                        Map.of(),
                        null)
                .now()
                .showing(OWN_SETTINGS));
    }
}
