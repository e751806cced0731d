package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.OfferMade;
import app.tomoni.decision.ReserveReleased;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves runners-up up when something becomes free, in the order that was approved and with the amount that the rule says.
 *
 * <p>Where the decision left the figures, or did not contain the order, nobody moves up without a new decision: the
 * secretariat is asked to draft it, or to let them go.
 */
@Component
@Transactional
public class Reserves {

    private static final String RELEASE = "ReservesReleased";

    private final Stages stages;
    private final DecisionRegister decisions;
    private final Evaluations evaluations;
    private final WaitingReserves waitingReserves;
    private final ReserveDecisions drafts;
    private final ReserveRequests requests;
    private final Offers offers;
    private final Materials materials;
    private final OfferLetters letters;
    private final AnswerDay answerDay;
    private final Offices offices;
    private final Cases cases;
    private final CaseEvents events;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Reserves(
            Stages stages,
            DecisionRegister decisions,
            Evaluations evaluations,
            WaitingReserves waitingReserves,
            ReserveDecisions drafts,
            ReserveRequests requests,
            Offers offers,
            Materials materials,
            OfferLetters letters,
            AnswerDay answerDay,
            Offices offices,
            Cases cases,
            CaseEvents events,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.stages = stages;
        this.decisions = decisions;
        this.evaluations = evaluations;
        this.waitingReserves = waitingReserves;
        this.drafts = drafts;
        this.requests = requests;
        this.offers = offers;
        this.materials = materials;
        this.letters = letters;
        this.answerDay = answerDay;
        this.offices = offices;
        this.cases = cases;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Looks who can be offered something now, and lets the others go when nothing can become free any more. */
    public void move(CallId call) {
        stages.locked(call.value()); // two answers at the same moment offer one sum once
        var decision = decisions.standing(call.value()).orElse(null);
        if (decision == null
                || decision.lines().stream().noneMatch(line -> line.releasedAt().isPresent())) {
            return;
        }
        var waiting = waitingReserves.of(decision);
        if (waiting.isEmpty()) {
            return;
        }
        var material = materials.of(call);
        var now = clock.instant();
        var turn = waitingReserves.turn(decision, material, now);
        if (turn.hindrance().isPresent()) {
            askToServe(decision);
            return;
        }
        var evaluation = turn.figures().orElseThrow();
        var moved = turn.movesUp(waiting).stream()
                .map(figures -> Offer.make(call, figures, evaluation, now))
                .toList();
        if (!moved.isEmpty()) {
            evaluations.save(evaluation);
            moved.forEach(offer -> make(offer, decision, material, Optional.empty()));
        } else if (waitingReserves.everybodyAnswered(decision, waitingReserves.given(call))) {
            waiting.forEach(line -> letGo(call, line.proposal()));
        }
    }

    /** The secretariat ends the waiting of all runners-up of a call whose order was not approved, or has served. */
    public void release(CallId call, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("decision.absent");
        }
        stages.locked(call.value());
        var decision = decisions.standing(call.value()).orElseThrow(() -> new Refusal("decision.absent"));
        if (drafts.anyPending(call.value())) {
            throw new Refusal("decision.reserve.pending");
        }
        waitingReserves.of(decision).forEach(line -> letGo(call, line.proposal()));
        requests.served(call);
    }

    private void askToServe(Decision decision) {
        if (waitingReserves.haveATurn(decision)
                && !drafts.anyPending(decision.call().value())) {
            requests.toServe(decision.call());
        }
    }

    /** Offers what a decision of its own says. */
    void offer(ReserveDecision second, Material material) {
        var decision = decisions.standing(second.call().value()).orElseThrow();
        make(Offer.decided(second, clock.instant()), decision, material, second.elsewhere());
    }

    private void make(Offer offer, Decision decision, Material material, Optional<Elsewhere> approved) {
        offers.save(offer);
        var key = new CaseKey(offer.proposal().value());
        events.record(key, "offerMade", Map.of("offer", offer.id().toString()));
        letters.write(offer, decision, material, approved);
        answerDay.begin(offer.proposal());
        cases.tell(WaitingReserves.OFFER, key, Map.of());
        listeners.publishEvent(new OfferMade(offer.proposal(), offer.call(), offer.madeAt()));
    }

    private void letGo(CallId call, ProposalId proposal) {
        var key = new CaseKey(proposal.value());
        if (cases.waitsFor(key, RELEASE)) {
            cases.tell(RELEASE, key, Map.of());
            listeners.publishEvent(new ReserveReleased(proposal, call, clock.instant()));
        }
    }
}
