package app.tomoni.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FaultsTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(Faults.class);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private Level before;

    @BeforeEach
    void listen() {
        before = log.getLevel();
        log.setLevel(Level.INFO);
        written.start();
        log.addAppender(written);
    }

    @AfterEach
    void stop() {
        log.detachAppender(written);
        log.setLevel(before);
    }

    @Test
    void aFaultIsWrittenDownUnderTheNumberThatThePersonReads() {
        var number = new Faults().note(new IllegalStateException("broken"));
        assertThat(written.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).contains(number));
    }

    @Test
    void aBrowserThatWentAwayIsNoFaultOfOurs() {
        new Faults().note(new ClientAbortException(new IOException("Broken pipe")));
        assertThat(written.list).isEmpty();
    }
}
