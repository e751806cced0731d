package app.tomoni.account;

import app.tomoni.shared.Ids;
import app.tomoni.shared.Json;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes what was done to people, offices and settings, by whom, in the transaction that does it. Nothing is taken back. */
@Component
public class AccountEvents {

    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final Clock clock;

    AccountEvents(JdbcClient jdbc, SignedIn signedIn, Clock clock) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * @param kind a past participle such as {@code appointed}
     * @param about the person it was done to, if any
     * @param facts ids, offices and dates; no secrets
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String kind, @Nullable PersonId about, Map<String, ?> facts) {
        jdbc.sql("INSERT INTO account_event (id, at, by_person, kind, about, facts) VALUES (?, ?, ?, ?, ?, ?)")
                .param(Ids.next())
                .param(OffsetDateTime.now(clock))
                .param(signedIn.ifAny().map(PersonId::value).orElse(null))
                .param(kind)
                .param(about == null ? null : about.value())
                .param(Json.write(facts))
                .update();
    }

    /** Tells the ids apart from texts in the facts of an event. */
    static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
