package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.OfferMade;
import app.tomoni.decision.Outcome;
import app.tomoni.decision.ReserveReleased;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves runners-up up when something becomes free, in the order that was approved and with the amount that the rule says.
 *
 * <p>Where the decision left the figures, or did not contain the order, nobody moves up without a new decision.
 */
@Component
@Transactional
public class Reserves {

    private static final String OFFER = "OfferMade";
    private static final String RELEASE = "ReservesReleased";

    private final Stages stages;
    private final DecisionRegister decisions;
    private final Recommendations recommendations;
    private final Evaluations evaluations;
    private final Answers answers;
    private final Offers offers;
    private final Materials materials;
    private final OfferLetters letters;
    private final Offices offices;
    private final Cases cases;
    private final CaseEvents events;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Reserves(
            Stages stages,
            DecisionRegister decisions,
            Recommendations recommendations,
            Evaluations evaluations,
            Answers answers,
            Offers offers,
            Materials materials,
            OfferLetters letters,
            Offices offices,
            Cases cases,
            CaseEvents events,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.stages = stages;
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.evaluations = evaluations;
        this.answers = answers;
        this.offers = offers;
        this.materials = materials;
        this.letters = letters;
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
        var waiting = waiting(decision);
        if (waiting.isEmpty() || hindrance(decision).isPresent()) {
            return;
        }
        var given = given(call);
        var recommendation = recommendations.findByCallId(call.value()).orElseThrow();
        var material = materials.of(call);
        var now = clock.instant();
        var evaluation =
                Evaluation.of(material, recommendation.deliberations(), given, Evaluation.Occasion.ANSWER, null, now);
        var moved = new ArrayList<Offer>();
        for (var line : waiting) {
            offer(evaluation, line.proposal())
                    .ifPresent(amount -> moved.add(Offer.make(call, line.proposal(), amount, evaluation, now)));
        }
        if (!moved.isEmpty()) {
            evaluations.save(evaluation);
            moved.forEach(offer -> make(offer, decision, material));
        } else if (everybodyAnswered(decision, given)) {
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
        waiting(decision).forEach(line -> letGo(call, line.proposal()));
    }

    /** Those who wait and were offered nothing yet, in their order. */
    public List<DecidedLine> waiting(Decision decision) {
        var waiting = cases.waitingFor(
                OFFER,
                decision.lines().stream()
                        .filter(line -> line.outcome() == Outcome.RUNNER_UP
                                && line.releasedAt().isPresent())
                        .map(Reserves::key)
                        .toList());
        var offered = offers.findByCallId(decision.call().value()).stream()
                .map(Offer::proposal)
                .collect(Collectors.toSet());
        return decision.lines().stream()
                .filter(line -> waiting.contains(key(line)) && !offered.contains(line.proposal()))
                .toList();
    }

    private static CaseKey key(DecidedLine line) {
        return new CaseKey(line.proposal().value());
    }

    /** Why nobody moves up without a new decision; none where somebody may. */
    public Optional<Refusal> hindrance(Decision decision) {
        if (!decision.text().reservesInOrder()) {
            return Optional.of(new Refusal("decision.reserves.noOrder"));
        }
        return followsFigures(decision) ? Optional.empty() : Optional.of(new Refusal("decision.reserves.leftFigures"));
    }

    /** Whether the decision says what the figures say, so that the figures may speak again. */
    private boolean followsFigures(Decision decision) {
        var recommendation =
                recommendations.findByCallId(decision.call().value()).orElseThrow();
        var evaluation = evaluations.findById(recommendation.evaluation()).orElseThrow();
        return decision.lines().stream()
                .allMatch(line -> evaluation
                        .line(line.proposal())
                        .map(figures -> agrees(line, figures))
                        .orElse(false));
    }

    private static boolean agrees(DecidedLine line, EvaluatedLine figures) {
        var suggested = figures.suggestion();
        if (suggested == null || suggested.isYes() != line.outcome().isYes()) {
            return false;
        }
        return line.outcome().isYes()
                ? Objects.equals(line.amount().map(Yen::amount).orElse(null), figures.amountYen())
                : suggested == line.outcome();
    }

    private static Optional<Yen> offer(Evaluation evaluation, ProposalId proposal) {
        return evaluation
                .line(proposal)
                .filter(figures -> figures.suggestion() != null
                        && (figures.suggestion().isYes() || figures.suggestion() == Outcome.RUNNER_UP))
                .map(EvaluatedLine::amountYen)
                .filter(yen -> yen > 0)
                .map(Yen::new);
    }

    private Map<ProposalId, Answer.Kind> given(CallId call) {
        var given = new HashMap<ProposalId, Answer.Kind>();
        answers.findByCallIdOrderByAnsweredAt(call.value())
                .forEach(answer -> given.put(answer.proposal(), answer.kind()));
        return given;
    }

    private boolean everybodyAnswered(Decision decision, Map<ProposalId, Answer.Kind> given) {
        var asked = new ArrayList<ProposalId>();
        decision.lines().stream().filter(line -> line.outcome().isYes()).forEach(line -> asked.add(line.proposal()));
        offers.findByCallId(decision.call().value()).forEach(offer -> asked.add(offer.proposal()));
        asked.removeAll(given.keySet());
        var silent =
                asked.stream().map(proposal -> new CaseKey(proposal.value())).toList();
        return cases.ended(silent).containsAll(silent);
    }

    private void make(Offer offer, Decision decision, Material material) {
        offers.save(offer);
        var key = new CaseKey(offer.proposal().value());
        events.record(key, "offerMade", Map.of("offer", offer.id().toString()));
        letters.write(offer, decision, material);
        cases.tell(OFFER, key, Map.of());
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
