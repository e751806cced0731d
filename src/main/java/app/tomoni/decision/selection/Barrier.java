package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Timetable;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Cases;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import app.tomoni.proposal.Proposals;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the database whether every proposal of a call waits for the decision or has ended, and no group may still
 * propose; says so when it is true. Where the call names a day on which the committee meets, its members may adjust
 * their sheets until the secretariat closes them after it.
 */
@Component
class Barrier {

    static final String AWAIT_DECISION = "awaitDecision";
    static final String PROPOSAL_PROCESS = "citizenProposal";
    private static final String GATHERED = "ProposalsGathered";

    private final Calls calls;
    private final Timetable timetable;
    private final Stages stages;
    private final Proposals proposals;
    private final Cases cases;
    private final Requests requests;
    private final BusinessDays businessDays;
    private final Clock clock;

    Barrier(
            Calls calls,
            Timetable timetable,
            Stages stages,
            Proposals proposals,
            Cases cases,
            Requests requests,
            BusinessDays businessDays,
            Clock clock) {
        this.calls = calls;
        this.timetable = timetable;
        this.stages = stages;
        this.proposals = proposals;
        this.cases = cases;
        this.requests = requests;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /**
     * Opens the way to the selection once, if nothing is missing and the committee has not still to meet; asking too
     * often does no harm.
     */
    @Transactional
    public boolean ask(CallId call) {
        return ask(call, false);
    }

    /** The same, whether or not the committee has met. */
    @Transactional
    public boolean askAfterMeeting(CallId call) {
        return ask(call, true);
    }

    private boolean ask(CallId call, boolean met) {
        // Held, so that nobody is admitted late while the sheets are being closed
        var held = calls.held(call.value());
        var stage = stages.locked(call.value());
        var selection = new CaseKey(call.value());
        if (stage.isEmpty() || stage.get().closedAt().isPresent() || !cases.waitsFor(selection, GATHERED)) {
            return false;
        }
        var waiting = cases.waitingAt(PROPOSAL_PROCESS, AWAIT_DECISION, call.value());
        if (isToWait(held.orElseThrow()) || !allReady(call, waiting)) {
            requests.settle(path(call)); // somebody was admitted late after all
            return false;
        }
        if (!met && !waiting.isEmpty() && isToMeet(held.get())) {
            return false;
        }
        requests.settle(path(call));
        cases.tell(GATHERED, selection, Map.of());
        return true;
    }

    /** Whether groups may still propose, or nobody has and one can still be admitted late. */
    boolean isToWait(Call call) {
        return call.lastClosing().isAfter(clock.instant())
                || timetable.waitsForGroup(call).isPresent();
    }

    /** Whether all sheets are in and wait for the secretariat to close them. */
    @Transactional(readOnly = true)
    public boolean isForSecretariat(CallId call) {
        return requests.isAsked(path(call));
    }

    /** Asks the secretariat once to close the sheets; where the day has passed before all were in, by the next open day. */
    private boolean isToMeet(Call call) {
        var path = path(call.id());
        var meets = call.guideline().meetingOn();
        if (meets == null || requests.isAsked(path)) {
            return meets != null;
        }
        var today = LocalDate.now(clock);
        var by = meets.isBefore(today) ? businessDays.plusBusinessDays(today, 1) : meets;
        requests.ask(new Request(
                "closeScoring",
                call.title(),
                null,
                Office.SECRETARIAT,
                new CaseScopes(call.id().value(), null, null),
                JapaneseDates.closeOfOffices(by),
                path,
                Set.of(),
                new CaseKey(call.id().value())));
        return true;
    }

    private static String path(CallId call) {
        return "selections/" + call + "#scoring";
    }

    private boolean allReady(CallId call, List<CaseKey> atDecision) {
        var waiting = new HashSet<>(atDecision);
        var elsewhere = proposals.ofCall(call).stream()
                .filter(proposal -> !proposal.isOver())
                .map(proposal -> new CaseKey(proposal.id().value()))
                .filter(key -> !waiting.contains(key))
                .toList();
        return cases.ended(elsewhere).containsAll(elsewhere);
    }
}
