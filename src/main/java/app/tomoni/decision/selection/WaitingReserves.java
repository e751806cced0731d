package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.decision.Outcome;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of a call waits as a runner-up, what has become free, and whether the call's decision says to whom it goes. */
@Component
@Transactional(readOnly = true)
public class WaitingReserves {

    static final String OFFER = "OfferMade";

    private final Recommendations recommendations;
    private final Evaluations evaluations;
    private final Answers answers;
    private final Offers offers;
    private final Cases cases;

    WaitingReserves(
            Recommendations recommendations, Evaluations evaluations, Answers answers, Offers offers, Cases cases) {
        this.recommendations = recommendations;
        this.evaluations = evaluations;
        this.answers = answers;
        this.offers = offers;
        this.cases = cases;
    }

    /** Those who wait and were offered nothing yet, in their order. */
    public List<DecidedLine> of(Decision decision) {
        var waiting = cases.waitingFor(
                OFFER,
                decision.lines().stream()
                        .filter(line -> line.outcome() == Outcome.RUNNER_UP
                                && line.releasedAt().isPresent())
                        .map(WaitingReserves::key)
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

    /** Whether people have to say what becomes of those who wait: something is free, or nothing will be any more. */
    boolean needDecision(Decision decision) {
        var given = given(decision.call());
        return !of(decision).isEmpty()
                && hindrance(decision).isPresent()
                && (given.containsValue(Answer.Kind.DECLINED) || everybodyAnswered(decision, given));
    }

    Map<ProposalId, Answer.Kind> given(CallId call) {
        var given = new HashMap<ProposalId, Answer.Kind>();
        answers.findByCallIdOrderByAnsweredAt(call.value())
                .forEach(answer -> given.put(answer.proposal(), answer.kind()));
        return given;
    }

    boolean everybodyAnswered(Decision decision, Map<ProposalId, Answer.Kind> given) {
        var asked = new ArrayList<ProposalId>();
        decision.lines().stream().filter(line -> line.outcome().isYes()).forEach(line -> asked.add(line.proposal()));
        offers.findByCallId(decision.call().value()).forEach(offer -> asked.add(offer.proposal()));
        asked.removeAll(given.keySet());
        var silent =
                asked.stream().map(proposal -> new CaseKey(proposal.value())).toList();
        return cases.ended(silent).containsAll(silent);
    }

    /** What is left of the budget by what was granted and offered and not declined; none where the call names no budget. */
    Optional<Yen> free(Decision decision, Material material) {
        var given = given(decision.call());
        var promised = Stream.concat(
                        decision.standing(material).stream()
                                .filter(line -> given.get(line.proposal()) != Answer.Kind.DECLINED)
                                .map(DecidedLine::amount),
                        offers.findByCallId(decision.call().value()).stream()
                                .filter(offer -> given.get(offer.proposal()) != Answer.Kind.DECLINED)
                                .map(Offer::amount))
                .flatMap(Optional::stream)
                .mapToLong(Yen::amount)
                .sum();
        return Optional.ofNullable(material.terms().budget())
                .map(budget -> new Yen(Math.max(0, budget.amount() - promised)));
    }
}
