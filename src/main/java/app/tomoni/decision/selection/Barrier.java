package app.tomoni.decision.selection;

import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Timetable;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.proposal.Proposals;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the database whether every proposal of a call waits for the decision or has ended, and no group may still
 * propose; says so when it is true.
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
    private final Clock clock;

    Barrier(Calls calls, Timetable timetable, Stages stages, Proposals proposals, Cases cases, Clock clock) {
        this.calls = calls;
        this.timetable = timetable;
        this.stages = stages;
        this.proposals = proposals;
        this.cases = cases;
        this.clock = clock;
    }

    /** Opens the way to the selection once, if nothing is missing; asking too often does no harm. */
    @Transactional
    public boolean ask(CallId call) {
        // Held, so that nobody is admitted late while the sheets are being closed
        var held = calls.held(call.value());
        var stage = stages.locked(call.value());
        var selection = new CaseKey(call.value());
        if (stage.isEmpty() || stage.get().closedAt().isPresent() || !cases.waitsFor(selection, GATHERED)) {
            return false;
        }
        if (isToWait(held.orElseThrow()) || !allReady(call)) {
            return false;
        }
        cases.tell(GATHERED, selection, Map.of());
        return true;
    }

    /** Whether groups may still propose, or nobody has and one can still be admitted late. */
    boolean isToWait(Call call) {
        return call.lastClosing().isAfter(clock.instant())
                || timetable.waitsForGroup(call).isPresent();
    }

    private boolean allReady(CallId call) {
        var waiting = new HashSet<>(cases.waitingAt(PROPOSAL_PROCESS, AWAIT_DECISION, call.value()));
        var elsewhere = proposals.ofCall(call).stream()
                .filter(proposal -> !proposal.isOver())
                .map(proposal -> new CaseKey(proposal.id().value()))
                .filter(key -> !waiting.contains(key))
                .toList();
        return cases.ended(elsewhere).containsAll(elsewhere);
    }
}
