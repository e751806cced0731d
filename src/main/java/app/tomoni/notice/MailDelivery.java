package app.tomoni.notice;

import app.tomoni.account.City;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.mail.javamail.MimeMessagePreparator;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due. A mail is marked as sent in the same transaction that holds its row while the server answers: it
 * is never lost, and doubled only if we die between the answer and our commit, or if the server takes it and answers
 * later than we wait; it then carries the same Message-ID. Without a mail server set, mails wait.
 */
@Component
public class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int TRY_AGAIN_LATER_BELOW = 500;
    private static final int MOST_FAILURES = 5;

    private final Mails mails;
    private final City city;
    private final MailSettings settings;
    private final Optional<JavaMailSender> server;
    private final TransactionTemplate transactions;
    private final ReentrantLock sending = new ReentrantLock();

    MailDelivery(
            Mails mails,
            City city,
            MailSettings settings,
            ObjectProvider<JavaMailSender> server,
            TransactionTemplate transactions) {
        this.mails = mails;
        this.city = city;
        this.settings = settings;
        this.server = Optional.ofNullable(server.getIfAvailable());
        this.transactions = transactions;
    }

    /** Whether a mail server is set at all. */
    public boolean canSend() {
        return server.isPresent();
    }

    @Async
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void after(Mails.Queued queued) {
        sendDue();
    }

    /** Sends all that is due, one after the other; a second caller leaves it to the first. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 10_000)
    void sendDue() {
        if (server.isEmpty() || !sending.tryLock()) {
            return;
        }
        try {
            var through = server.get();
            var failedInARow = 0;
            // A server that takes nothing is left alone until the next round
            while (failedInARow < MOST_FAILURES) {
                var outcome = transactions.execute(status -> sendNext(through));
                if (outcome == Outcome.NOTHING_DUE) {
                    return;
                }
                failedInARow = outcome == Outcome.LATER ? failedInARow + 1 : 0;
            }
        } finally {
            sending.unlock();
        }
    }

    private enum Outcome {
        NOTHING_DUE,
        DONE,
        LATER
    }

    private Outcome sendNext(JavaMailSender through) {
        var due = mails.nextDue();
        if (due.isEmpty()) {
            return Outcome.NOTHING_DUE;
        }
        var letter = due.get();
        try {
            through.send(message(letter));
            mails.sent(letter);
            return Outcome.DONE;
        } catch (MailException problem) {
            var forGood = forGood(problem);
            LOG.warn(
                    "Mail {} was not taken, {}: {}", letter.id(), forGood ? "for good" : "trying again", kind(problem));
            mails.notSent(letter, kind(problem), forGood);
            return forGood ? Outcome.DONE : Outcome.LATER;
        }
    }

    private MimeMessagePreparator message(Mails.Letter letter) {
        return message -> write(message, letter);
    }

    private void write(MimeMessage message, Mails.Letter letter) throws Exception {
        var helper = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        var name = city.names().name();
        if (name.isEmpty()) {
            helper.setFrom(settings.from());
        } else {
            helper.setFrom(settings.from(), name);
        }
        helper.setTo(letter.address());
        helper.setSubject(letter.subject());
        helper.setText(letter.body(), letter.html());
        helper.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader("Message-ID", letter.messageId());
    }

    /** Whether the server refused this mail as such: trying again would not help. */
    static boolean forGood(MailException problem) {
        if (problem instanceof MailParseException) {
            return true;
        }
        if (problem instanceof MailSendException sending) {
            return sending.getFailedMessages().values().stream().anyMatch(MailDelivery::refused);
        }
        return false;
    }

    private static boolean refused(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= TRY_AGAIN_LATER_BELOW;
            }
            if (cause instanceof SMTPSendFailedException sending) {
                return sending.getReturnCode() >= TRY_AGAIN_LATER_BELOW;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable cause) {
        if (cause instanceof SendFailedException sending && sending.getNextException() != null) {
            return sending.getNextException();
        }
        return cause instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : cause.getCause();
    }

    /** What went wrong, and what the server said to it, without what it may have repeated of the mail. */
    private static String kind(MailException problem) {
        Throwable root = problem;
        if (problem instanceof MailSendException sending
                && !sending.getFailedMessages().isEmpty()) {
            root = sending.getFailedMessages().values().iterator().next();
        }
        for (var cause = next(root); cause != null; cause = next(cause)) {
            root = cause;
        }
        var text = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return fault(root) + ": " + text.substring(0, Math.min(text.length(), 200));
    }

    private static Mails.Fault fault(Throwable root) {
        return switch (root) {
            case SMTPAddressFailedException address -> Mails.Fault.ADDRESS;
            case SMTPSendFailedException refused -> Mails.Fault.REFUSED;
            case AuthenticationFailedException signIn -> Mails.Fault.SIGN_IN;
            case IOException connection -> Mails.Fault.CONNECTION;
            default -> Mails.Fault.OTHER;
        };
    }
}
