package app.tomoni.account;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Whether mails leave this installation: without a server set they wait, and nobody should be told to look for one. */
@Component
public class MailServer {

    private final ObjectProvider<JavaMailSender> server;

    MailServer(ObjectProvider<JavaMailSender> server) {
        this.server = server;
    }

    public boolean isSet() {
        return server.getIfAvailable() != null;
    }
}
