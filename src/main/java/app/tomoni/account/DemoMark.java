package app.tomoni.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether this installation has ever held demo data. Once set, the mark stays for ever and stands on every page. */
@Component
@Transactional
public class DemoMark {

    private static final String MARK = "demo";

    private final JdbcClient jdbc;
    private final Clock clock;

    DemoMark(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean set() {
        return jdbc.sql("SELECT count(*) FROM installation_mark WHERE mark = ?")
                        .param(MARK)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether demo data could still come: nobody works here yet. */
    @Transactional(readOnly = true)
    public boolean isPossible() {
        return people() == 0;
    }

    private int people() {
        return jdbc.sql("SELECT count(*) FROM person").query(Integer.class).single();
    }

    /**
     * Marks the installation, before the first row of demo data.
     *
     * @throws IllegalStateException when somebody already works here: demo data never mixes with real data
     */
    public void make() {
        if (set()) {
            return;
        }
        var people = people();
        if (people > 0) {
            throw new IllegalStateException(
                    "Demo data loads into an empty database only, and this one has " + people + " people in it.");
        }
        jdbc.sql("INSERT INTO installation_mark (mark, marked_at) VALUES (?, ?)")
                .param(MARK)
                .param(OffsetDateTime.now(clock))
                .update();
    }
}
