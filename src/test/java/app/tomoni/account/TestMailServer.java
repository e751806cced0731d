package app.tomoni.account;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mail.javamail.JavaMailSender;

/** Says in tests whether mails leave the installation; none does, until a test says so. */
public class TestMailServer extends MailServer {

    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {

        @Bean
        @Primary
        TestMailServer testMailServer(ObjectProvider<JavaMailSender> server) {
            return new TestMailServer(server);
        }
    }

    private volatile boolean set;

    private TestMailServer(ObjectProvider<JavaMailSender> server) {
        super(server);
    }

    /** As if a server were set, or no more. */
    public void set(boolean set) {
        this.set = set;
    }

    @Override
    public boolean isSet() {
        return set || super.isSet();
    }
}
