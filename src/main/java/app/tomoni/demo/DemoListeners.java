package app.tomoni.demo;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Those who listen to what was committed work in threads of their own, and read the demo's clock: before it goes on to
 * another day, they are waited for.
 */
@Component
@ConditionalOnProperty("tomoni.demo")
class DemoListeners {

    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    DemoListeners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void haveHeard() {
        var given = System.nanoTime() + LONGEST.toNanos();
        while (someStillListen()) {
            if (System.nanoTime() > given) {
                throw new IllegalStateException("listeners are not done after " + LONGEST);
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    private boolean someStillListen() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM event_publication WHERE status NOT IN ('COMPLETED', 'FAILED'))")
                .query(Boolean.class)
                .single();
    }
}
