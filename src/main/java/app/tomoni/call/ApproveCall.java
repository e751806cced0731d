package app.tomoni.call;

import app.tomoni.account.PersonId;
import app.tomoni.process.Cases;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a drafted call through its approval (決裁), given here or recorded from the city's own document system. */
@Component
@Transactional
public class ApproveCall {

    private final Calls calls;
    private final Readiness readiness;
    private final Cases cases;
    private final CallStaff staff;
    private final Clock clock;

    ApproveCall(Calls calls, Readiness readiness, Cases cases, CallStaff staff, Clock clock) {
        this.calls = calls;
        this.readiness = readiness;
        this.cases = cases;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * @return when it was put forward: by this the approver says which text they have read
     * @throws Refusal while the draft has problems
     */
    public Instant putForward(CallId id, PersonId by) {
        var drafter = staff.requireSecretariat(by);
        var call = calls.locked(id);
        var now = now();
        call.putForward(readiness.problems(call), now, drafter);
        calls.save(call);
        return now;
    }

    public void takeBack(CallId id, PersonId by) {
        staff.requireSecretariat(by);
        var call = calls.locked(id);
        call.takeBack();
        calls.save(call);
    }

    /**
     * @param seen when the text that was read had been put forward
     * @throws Refusal when who approves has written on the call, or another text has been put forward since
     */
    public void approve(CallId id, Instant seen, PersonId by) {
        var approver = staff.requireApprover(by);
        var call = calls.locked(id);
        call.approve(seen, cases.currentRelease(), now(), approver);
        calls.save(call);
    }

    /** @param seen when the text that was read had been put forward */
    public void sendBack(CallId id, Instant seen, String reason, PersonId by) {
        staff.requireApprover(by);
        var call = calls.locked(id);
        call.sendBack(seen, reason, now(), by);
        calls.save(call);
    }

    /**
     * @param seen when the text that was read had been put forward
     * @throws Refusal when who records the approval has written on the call, or another text has been put forward since
     */
    public void record(CallId id, Instant seen, LocalDate day, String office, String number, PersonId by) {
        var recorder = staff.requireSecretariat(by);
        var call = calls.locked(id);
        call.recordApproval(seen, cases.currentRelease(), day, office, number, now(), recorder);
        calls.save(call);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
