package app.tomoni.decision.ui;

import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.Results;
import app.tomoni.decision.selection.Answer;
import app.tomoni.decision.selection.Answers;
import app.tomoni.decision.selection.Decision;
import app.tomoni.decision.selection.DecisionRegister;
import app.tomoni.decision.selection.Elsewhere;
import app.tomoni.decision.selection.Evaluations;
import app.tomoni.decision.selection.Material;
import app.tomoni.decision.selection.Materials;
import app.tomoni.decision.selection.Offer;
import app.tomoni.decision.selection.Offers;
import app.tomoni.decision.selection.Recommendation;
import app.tomoni.decision.selection.Recommendations;
import app.tomoni.decision.selection.ReserveDecisions;
import app.tomoni.decision.selection.WaitingReserves;
import app.tomoni.review.Declarations;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a selection came out, to be read: ranking, recommendation, decision and approval. The recommendation for the chair
 * who handed it over and for the approver who has it before them; the decision for the secretariat as soon as it is put
 * forward, for it may have been approved elsewhere, for the city's other people from the approval on, for the chair only
 * once everybody may know it. Nobody sees what a tie keeps from them.
 */
class SelectionResult {

    /** Where it is found. */
    @org.springframework.stereotype.Component
    record Tools(
            DecisionRegister decisions,
            Recommendations recommendations,
            Evaluations evaluations,
            Materials materials,
            Offers offers,
            Answers answers,
            WaitingReserves reserves,
            ReserveDecisions seconds,
            Results results,
            Declarations declarations,
            People people) {}

    private final Words words;
    private final Tools tools;
    private final PersonId reader;

    SelectionResult(Words words, Tools tools, PersonId reader) {
        this.words = words;
        this.tools = tools;
        this.reader = reader;
    }

    /**
     * @param drafted whether the reader may know what waits for its approval
     * @param decided from the approval on: whether the reader may know the decision before everybody does
     * @param recommended whether the reader may know what the committee has handed over
     */
    List<Component> of(CallId call, boolean drafted, boolean decided, boolean recommended) {
        var decision = tools.decisions()
                .standing(call.value())
                .filter(known -> decided || tools.results().of(call).isPresent())
                .or(() -> tools.decisions()
                        .findFirstByCallIdOrderByAttemptDesc(call.value())
                        .filter(last -> drafted && last.isPending()));
        var recommendation = tools.recommendations()
                .findByCallId(call.value())
                .filter(known -> decision.isPresent() || recommended && known.isSubmitted());
        return recommendation
                .map(known -> shown(call, known, decision.orElse(null), decided))
                .orElse(List.of());
    }

    private List<Component> shown(
            CallId call, Recommendation recommendation, @Nullable Decision decision, boolean decided) {
        var evaluation =
                tools.evaluations().findById(recommendation.evaluation()).orElseThrow();
        var material = tools.materials().of(call);
        var withheld = tools.declarations().withheld(reader, call);
        var cards = new DecisionCards(words);
        var shown = new ArrayList<Component>();
        shown.add(new H2(words.say("decision.selections.ranking")));
        shown.add(new Board(words, evaluation, material, recommendation, withheld));
        shown.add(cards.said(recommendation, evaluation, material, decision == null, withheld));
        if (decision != null && withheld.isEmpty()) {
            shown.add(
                    decision.isPending()
                            ? cards.lines(decision, recommendation, evaluation, material)
                            : cards.lines(
                                    decision,
                                    recommendation,
                                    evaluation,
                                    material,
                                    decided ? since(decision, material) : DecisionCards.AS_DECIDED));
        }
        if (withheld.isEmpty()) {
            shown.add(cards.committee(recommendation));
        }
        if (decision != null && decided) {
            shown.add(cards.wording(decision, material));
            shown.add(approval(decision, material));
        }
        return shown;
    }

    private DecisionCards.Since since(Decision decision, Material material) {
        var call = decision.call().value();
        var told = decision.lines().stream().anyMatch(line -> line.releasedAt().isPresent());
        return new DecisionCards.Since(
                tools.offers().findByCallId(call).stream().collect(Collectors.toMap(Offer::proposal, offer -> offer)),
                tools.answers().findByCallIdOrderByAnsweredAt(call).stream()
                        .collect(Collectors.toMap(Answer::proposal, Answer::kind)),
                told ? Optional.of(tools.reserves().promised(decision, material)) : Optional.empty(),
                !told || !tools.reserves().of(decision).isEmpty());
    }

    private Component approval(Decision decision, Material material) {
        var facts = new Facts();
        tools.decisions().findByCallIdOrderByAttemptDesc(decision.call().value()).reversed().stream()
                .filter(earlier -> earlier.attempt() < decision.attempt())
                .forEach(earlier -> returned(
                        facts,
                        words.say("decision.approval.returned", earlier.attempt()),
                        earlier.returnedAt(),
                        earlier.returnedBy(),
                        earlier.returnReason()));
        decision.submittedAt()
                .ifPresent(at -> facts.fact(
                        words.say("decision.approval.drafted"),
                        by(words.at(at), decision.submittedBy().orElse(null))));
        approved(
                facts,
                words.say("decision.approve.title"),
                decision.approvedAt(),
                decision.approvedBy(),
                decision.elsewhere());
        for (var second :
                tools.seconds().findByCallIdOrderByDraftedAt(decision.call().value())) {
            var number = material.entrant(second.proposal())
                    .map(Material.Entrant::number)
                    .orElse("");
            facts.fact(
                    words.say("decision.approval.reserve.drafted", number),
                    by(words.at(second.draftedAt()), second.draftedBy()));
            returned(
                    facts,
                    words.say("decision.approval.reserve.returned", number),
                    second.returnedAt(),
                    second.returnedBy(),
                    second.returnReason());
            approved(
                    facts,
                    words.say("decision.approval.reserve", number),
                    second.approvedAt(),
                    second.approvedBy(),
                    second.elsewhere());
        }
        return new Card(words.say("decision.approval.title"), facts).flat();
    }

    private void returned(
            Facts facts, String name, Optional<Instant> returned, Optional<PersonId> by, Optional<String> reason) {
        returned.ifPresent(at -> facts.fact(
                name, words.say("decision.approval.because", by(words.at(at), by.orElse(null)), reason.orElse(""))));
    }

    private void approved(
            Facts facts,
            String name,
            Optional<Instant> approved,
            Optional<PersonId> by,
            Optional<Elsewhere> elsewhere) {
        approved.ifPresent(at -> {
            var here = by(words.at(at), by.orElse(null));
            elsewhere.ifPresentOrElse(
                    there -> facts.fact(
                                    name,
                                    words.say(
                                            "decision.approval.elsewhere",
                                            words.day(there.on()),
                                            there.office(),
                                            there.number()))
                            .fact(words.say("decision.approval.recorded"), here),
                    () -> facts.fact(name, here));
        });
    }

    private String by(String at, @Nullable PersonId person) {
        return Optional.ofNullable(person)
                .map(known ->
                        words.say("decision.approval.by", at, tools.people().name(known)))
                .orElse(at);
    }
}
