package app.tomoni.notice;

import app.tomoni.account.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told to somebody: by mail, and in the application.
 *
 * @param to whom; without a mail address nothing is queued
 * @param address where to when that is not the person's own address, which it may become
 * @param template name under {@code templates/mail/}; its subject is the text {@code notice.<template>.subject}
 * @param idempotencyKey the same fact has the same key: it is told once
 * @param link the path in this application that the mail leads to; may hold {@code {secret}}
 * @param page the path that it leads to from the person's notices; none for what stands nowhere but in the mail
 * @param model what the template says, beside the link and the city; nothing personal, no outcome, no points. A
 *     moment in it is written as a day with its hour
 * @param caseKey the case it is about: mails of one case keep their order
 * @param secret stands for {@code {secret}} in the link until the mail has been sent, and is then erased
 * @param urgent whether it may arrive at night
 */
record Mail(
        PersonId to,
        @Nullable String address,
        String template,
        String idempotencyKey,
        String link,
        @Nullable String page,
        Map<String, ?> model,
        @Nullable UUID caseKey,
        @Nullable String secret,
        boolean urgent) {

    /** A notice that can wait for the morning; it stands among those in the application too. */
    static Mail notice(
            PersonId to,
            String template,
            String idempotencyKey,
            String link,
            Map<String, ?> model,
            @Nullable UUID caseKey) {
        return new Mail(to, null, template, idempotencyKey, link, link, model, caseKey, null, false);
    }

    /** A link that somebody is waiting for, with the secret that opens it. */
    static Mail withSecret(
            PersonId to, String template, String idempotencyKey, String link, Map<String, ?> model, String secret) {
        return new Mail(to, null, template, idempotencyKey, link, null, model, null, secret, true);
    }

    /** Somebody is waiting for it. */
    Mail now() {
        return new Mail(to, address, template, idempotencyKey, link, page, model, caseKey, secret, true);
    }

    /** It goes to this address and to no other. */
    Mail at(String other) {
        return new Mail(to, other, template, idempotencyKey, link, page, model, caseKey, secret, urgent);
    }

    /** Who has signed in is led to this page, and not to one for those who cannot. */
    Mail showing(String other) {
        return new Mail(to, address, template, idempotencyKey, link, other, model, caseKey, secret, urgent);
    }

    /** Something else on the screen says it already. */
    Mail byMailOnly() {
        return new Mail(to, address, template, idempotencyKey, link, null, model, caseKey, secret, urgent);
    }

    /** Until or from when, where it tells that. */
    Optional<Instant> day() {
        return model.values().stream()
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast)
                .findFirst();
    }
}
