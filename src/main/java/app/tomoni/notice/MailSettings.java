package app.tomoni.notice;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails leave this installation; the server itself is set by {@code spring.mail.*}.
 *
 * @param address of this application as people reach it, without a slash at the end
 * @param from the sender's mailbox
 */
@ConfigurationProperties("tomoni.mail")
record MailSettings(
        @DefaultValue("http://localhost:8080") String address,
        @DefaultValue("no-reply@localhost") String from) {

    MailSettings {
        address = address.replaceFirst("/+$", "");
        URI.create(address); // fails at the start rather than in the first mail
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1).replaceAll("[>\\s]", "");
    }
}
