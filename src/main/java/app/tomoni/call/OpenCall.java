package app.tomoni.call;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens an approved call, by hand or when its time has come. */
@Component
@Transactional
public class OpenCall {

    private static final long LOOK_EVERY_MS = 15_000;

    private final Calls calls;
    private final CallStaff staff;
    private final Clock clock;

    OpenCall(Calls calls, CallStaff staff, Clock clock) {
        this.calls = calls;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Opens the call at once, earlier than planned.
     *
     * @throws Refusal when it has not been approved, or is open already
     */
    public void now(CallId id, PersonId by) {
        staff.requireSecretariat(by);
        var call = calls.locked(id.value()).orElseThrow();
        call.openNow(time(), by);
        calls.save(call);
    }

    /** Says of each call whose time has come that it is open. Whether proposals are taken never depends on this. */
    @Scheduled(fixedDelay = LOOK_EVERY_MS)
    public void due() {
        var now = time();
        for (var found : calls.toOpen(now)) {
            var call = calls.locked(found.id().value()).orElseThrow();
            call.openAtItsTime(now);
            calls.save(call);
        }
    }

    private Instant time() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
