package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.decision.Outcome;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Result;
import app.tomoni.scoring.ScoringRefusal;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.Yen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of a call waits as a runner-up, what has become free, and whether the call's decision says to whom it goes. */
@Component
@Transactional(readOnly = true)
public class WaitingReserves {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingReserves.class);
    static final String OFFER = "OfferMade";

    private final Recommendations recommendations;
    private final Evaluations evaluations;
    private final Answers answers;
    private final Offers offers;
    private final Cases cases;
    private final Translations words;

    WaitingReserves(
            Recommendations recommendations,
            Evaluations evaluations,
            Answers answers,
            Offers offers,
            Cases cases,
            Translations words) {
        this.recommendations = recommendations;
        this.evaluations = evaluations;
        this.answers = answers;
        this.offers = offers;
        this.cases = cases;
        this.words = words;
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

    /** One who waits, with the figures by which the committee recommended. */
    public record Reserve(Material.Entrant entrant, EvaluatedLine figures) {

        public ProposalId proposal() {
            return entrant.proposal();
        }

        private int rank() {
            return Objects.requireNonNullElse(figures.rank(), Integer.MAX_VALUE);
        }
    }

    /** The same with their figures: in the order that was decided, and without one in that of the ranks. */
    List<Reserve> ranked(Decision decision, Material material) {
        var evaluation = recommendedOn(decision);
        var ranked = of(decision).stream()
                .flatMap(line -> material.entrant(line.proposal()).stream()
                        .map(entrant -> new Reserve(
                                entrant, evaluation.line(line.proposal()).orElseThrow())))
                .toList();
        return decision.text().reservesInOrder()
                ? ranked
                : ranked.stream().sorted(Comparator.comparing(Reserve::rank)).toList();
    }

    private static CaseKey key(DecidedLine line) {
        return new CaseKey(line.proposal().value());
    }

    /**
     * Whose turn it is.
     *
     * @param figures what the rule makes of the answers so far; none where people have to say
     * @param hindrance why people have to say; none where the rule does
     */
    record Turn(Optional<Evaluation> figures, Optional<Refusal> hindrance) {

        private static Turn people(String why) {
            return new Turn(Optional.empty(), Optional.of(new Refusal(why)));
        }

        /** What the rule offers these; nothing where people have to say. */
        List<EvaluatedLine> movesUp(List<DecidedLine> reserves) {
            return figures.stream()
                    .flatMap(evaluation -> reserves.stream().flatMap(line -> evaluation.line(line.proposal()).stream()))
                    .filter(Turn::isOffered)
                    .toList();
        }

        private boolean countsMoreThan(Offer offer) {
            return figures.flatMap(evaluation -> evaluation.line(offer.proposal()))
                    .map(EvaluatedLine::amountYen)
                    .filter(counted -> offer.amount()
                            .filter(made -> counted > made.amount())
                            .isPresent())
                    .isPresent();
        }

        /** A place that has become free, with money or without, or what is left of the money. */
        private static boolean isOffered(EvaluatedLine figures) {
            var suggested = figures.suggestion();
            var yen = figures.amountYen();
            return suggested != null && (suggested.isYes() || suggested == Outcome.RUNNER_UP && yen != null && yen > 0);
        }
    }

    /**
     * Who moves up, and with what.
     *
     * @param amount none where the proposal asks for no money
     */
    public record Offered(ProposalId proposal, Optional<Yen> amount) {}

    /**
     * What runners-up will be offered the moment the groups are told: a place or a sum that the decision itself leaves
     * free. Known from the draft on, so that who approves the decision approves this too.
     */
    public List<Offered> onNotification(Decision decision, Material material) {
        var reserves = decision.standing(material).stream()
                .filter(line -> line.outcome() == Outcome.RUNNER_UP)
                .toList();
        return reserves.isEmpty()
                ? List.of()
                : turn(decision, material, decision.draftedAt()).movesUp(reserves).stream()
                        .map(figures -> new Offered(
                                figures.id(),
                                Optional.ofNullable(figures.amountYen()).map(Yen::new)))
                        .toList();
    }

    Turn turn(Decision decision, Material material, Instant now) {
        if (!decision.text().reservesInOrder()) {
            return Turn.people("decision.reserves.noOrder");
        }
        if (!followsFigures(decision)) {
            return Turn.people("decision.reserves.leftFigures");
        }
        try {
            var figures = evaluate(decision, material, now);
            if (!figures.questions().isEmpty()) {
                return Turn.people("decision.reserves.unclear");
            }
            var turn = new Turn(Optional.of(figures), Optional.empty());
            return isLeftOver(decision, material, turn) ? Turn.people("decision.reserves.leftOver") : turn;
        } catch (ScoringRefusal unforeseen) {
            LOG.warn("The rule of call {} does not say who moves up", decision.call(), unforeseen);
            return Turn.people("decision.reserves.unclear");
        }
    }

    /**
     * Whether money stays that the figures do not know of and give to nobody who waits: an offer does not grow with what is
     * declined after it, and the figures count it as if it had.
     */
    private boolean isLeftOver(Decision decision, Material material, Turn turn) {
        var given = given(decision.call());
        return offers.findByCallId(decision.call().value()).stream()
                        .filter(offer -> given.get(offer.proposal()) != Answer.Kind.DECLINED)
                        .anyMatch(turn::countsMoreThan)
                && everybodyAnswered(decision, given)
                && free(decision, material)
                        .filter(left -> left.exceeds(Yen.ZERO))
                        .isPresent()
                && turn.movesUp(of(decision)).isEmpty();
    }

    /** Runners-up whom the figures leave equal stand in the order that was approved. */
    private Evaluation evaluate(Decision decision, Material material, Instant now) {
        var recommendation =
                recommendations.findByCallId(decision.call().value()).orElseThrow();
        var found = new ArrayList<>(recommendation.deliberations());
        var given = given(decision.call());
        while (true) {
            var evaluation = Evaluation.of(material, found, given, Evaluation.Occasion.ANSWER, null, now);
            var tie = evaluation.questions().stream()
                    .filter(question -> question.place() == Result.Place.LINE)
                    .map(question -> approvedOrder(question, decision, recommendation))
                    .filter(order -> found.stream().noneMatch(order::replaces))
                    .findFirst();
            if (tie.isEmpty()) {
                return evaluation;
            }
            found.add(tie.get());
        }
    }

    /** Before the approval it is the order that is put forward. */
    private Deliberated approvedOrder(Evaluation.Question question, Decision decision, Recommendation recommendation) {
        var order = decision.lines().stream()
                .filter(line -> question.ids().contains(line.proposal()))
                .map(line -> new Deliberated.Found(line.proposal().value(), null, null))
                .toList();
        return new Deliberated(
                Result.Place.LINE,
                order,
                words.getTranslation("decision.reserves.approvedOrder", LetterWriting.LANGUAGE),
                decision.approvedBy().or(recommendation::submittedBy).orElseThrow(),
                decision.approvedAt().orElseGet(decision::draftedAt));
    }

    /** Whether the decision says what the figures say, so that the figures may speak again. */
    private boolean followsFigures(Decision decision) {
        return followsFigures(decision, recommendedOn(decision));
    }

    private Evaluation recommendedOn(Decision decision) {
        return recommendations
                .findByCallId(decision.call().value())
                .map(Recommendation::evaluation)
                .flatMap(evaluations::findById)
                .orElseThrow();
    }

    /** Whether runners-up may move up in its order by what is computed: nothing in it is decided otherwise. */
    public static boolean followsFigures(Decision decision, Evaluation evaluation) {
        return decision.lines().stream()
                        .allMatch(line -> evaluation
                                .line(line.proposal())
                                .map(figures -> agrees(line, figures))
                                .orElse(false))
                && isByRank(decision, evaluation);
    }

    private static boolean isByRank(Decision decision, Evaluation evaluation) {
        var ranks = decision.lines().stream()
                .filter(line -> line.outcome() == Outcome.RUNNER_UP)
                .map(line -> rank(evaluation, line))
                .toList();
        return ranks.equals(ranks.stream().sorted().toList());
    }

    private static int rank(Evaluation evaluation, DecidedLine line) {
        return evaluation.line(line.proposal()).map(EvaluatedLine::rank).orElse(Integer.MAX_VALUE);
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

    /** Whether something may be free, or nothing will be any more. */
    boolean haveATurn(Decision decision) {
        var given = given(decision.call());
        return !of(decision).isEmpty()
                && (given.containsValue(Answer.Kind.DECLINED) || everybodyAnswered(decision, given));
    }

    Map<ProposalId, Answer.Kind> given(CallId call) {
        return kinds(answers.findByCallIdOrderByAnsweredAt(call.value()));
    }

    private static Map<ProposalId, Answer.Kind> kinds(List<Answer> answers) {
        var kinds = new HashMap<ProposalId, Answer.Kind>();
        answers.forEach(answer -> kinds.put(answer.proposal(), answer.kind()));
        return kinds;
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

    /** When the last of those who were asked answered; none while an answer is awaited, or where there was none. */
    Optional<Instant> answeredAt(Decision decision) {
        var all = answers.findByCallIdOrderByAnsweredAt(decision.call().value());
        return all.isEmpty() || !everybodyAnswered(decision, kinds(all))
                ? Optional.empty()
                : Optional.of(all.getLast().answeredAt());
    }

    /** What is left of the budget; none where the call names none. */
    Optional<Yen> free(Decision decision, Material material) {
        var promised = promised(decision, material).amount();
        return Optional.ofNullable(material.terms().budget())
                .map(budget -> new Yen(Math.max(0, budget.amount() - promised)));
    }

    /** What of the budget is promised to nobody since somebody has declined; none where nothing is left. */
    public Optional<Yen> freed(Decision decision, Material material) {
        return given(decision.call()).containsValue(Answer.Kind.DECLINED)
                ? free(decision, material).filter(left -> left.exceeds(Yen.ZERO))
                : Optional.empty();
    }

    /** What was granted and offered and not declined. */
    public Yen promised(Decision decision, Material material) {
        var given = given(decision.call());
        return Stream.concat(
                        decision.standing(material).stream()
                                .filter(line -> given.get(line.proposal()) != Answer.Kind.DECLINED)
                                .map(DecidedLine::amount),
                        offers.findByCallId(decision.call().value()).stream()
                                .filter(offer -> given.get(offer.proposal()) != Answer.Kind.DECLINED)
                                .map(Offer::amount))
                .flatMap(Optional::stream)
                .reduce(Yen.ZERO, Yen::plus);
    }
}
