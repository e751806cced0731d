package app.tomoni.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails leave this installation; the server itself is set by {@code spring.mail.*}.
 *
 * @param from the sender's mailbox
 */
@ConfigurationProperties("tomoni.mail")
record MailSettings(@DefaultValue("no-reply@localhost") String from) {

    String domain() {
        return from.substring(from.indexOf('@') + 1).replaceAll("[>\\s]", "");
    }
}
