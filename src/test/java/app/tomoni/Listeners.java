package app.tomoni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits in a test until everybody has heard of what was committed. */
@TestComponent
public class Listeners {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final JdbcClient jdbc;

    Listeners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void haveHeard() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .atMost(LONGEST)
                .untilAsserted(() -> assertThat(jdbc.sql(
                                        "SELECT listener_id FROM event_publication WHERE status NOT IN ('COMPLETED', 'FAILED')")
                                .query(String.class)
                                .list())
                        .isEmpty());
    }
}
