package app.tomoni.decision.selection;

import app.tomoni.decision.Outcome;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Translations;
import app.tomoni.shared.Yen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a decision tells each group: in the draft that is approved together with the decision, and then in the letter. */
@Component
class LettersToWrite {

    private final Recommendations recommendations;
    private final Evaluations evaluations;
    private final WaitingReserves reserves;
    private final Translations words;

    LettersToWrite(
            Recommendations recommendations, Evaluations evaluations, WaitingReserves reserves, Translations words) {
        this.recommendations = recommendations;
        this.evaluations = evaluations;
        this.reserves = reserves;
        this.words = words;
    }

    /** What is told to whom. */
    record ToWrite(Material.Entrant entrant, LetterWriting.Content content) {}

    /** The results, in the order in which the proposals came in; nothing for whoever has withdrawn. */
    List<ToWrite> results(Decision decision, Material material) {
        var recommendation =
                recommendations.findByCallId(decision.call().value()).orElseThrow();
        var evaluation = evaluations.findById(recommendation.evaluation()).orElseThrow();
        var why = Why.not(evaluation, recommendation, decision, words, LetterWriting.LANGUAGE);
        var offered = reserves.onNotification(decision, material).stream()
                .map(WaitingReserves.Offered::proposal)
                .collect(Collectors.toSet());
        return material.takingPart().stream()
                .flatMap(entrant -> decision.line(entrant.proposal()).stream()
                        .map(line -> new ToWrite(
                                entrant, result(line, recommendation, why, offered.contains(line.proposal())))))
                .toList();
    }

    /** What runners-up will be offered the moment they are told. */
    List<ToWrite> offers(Decision decision, Material material) {
        return reserves.onNotification(decision, material).stream()
                .map(offered -> new ToWrite(
                        material.entrant(offered.proposal()).orElseThrow(),
                        offer(offered.proposal(), offered.amount(), decision, false)))
                .toList();
    }

    /** @param decided whether it has a decision of its own; else it follows from the first one and the figures */
    static LetterWriting.Content offer(ProposalId proposal, Optional<Yen> amount, Decision decision, boolean decided) {
        return new LetterWriting.Content(
                Letter.Kind.OFFER,
                Outcome.RUNNER_UP,
                amount.orElse(null),
                decision.line(proposal).map(DecidedLine::conditionList).orElse(List.of()),
                decided ? "decision.letter.cut.decided" : "decision.letter.cut.offer",
                "",
                false);
    }

    private static LetterWriting.Content result(
            DecidedLine line, Recommendation recommendation, Why why, boolean offerFollows) {
        var figures = line.outcome().isYes() ? why.cut(line) : why.of(line.proposal());
        return new LetterWriting.Content(
                Letter.Kind.RESULT,
                line.outcome(),
                line.amount().orElse(null),
                line.conditionList(),
                (figures + "\n" + reason(line, recommendation)).strip(),
                recommendation
                        .line(line.proposal())
                        .map(RecommendedLine::comment)
                        .orElse(""),
                offerFollows);
    }

    /** The city's own reason where its result is its own, else the committee's: no group knows the recommended conditions. */
    static String reason(DecidedLine line, Recommendation recommendation) {
        return recommendation
                .line(line.proposal())
                .filter(recommended -> line.reason().isEmpty() || line.followsButForConditions(recommended))
                .map(RecommendedLine::reason)
                .orElse(line.reason());
    }
}
