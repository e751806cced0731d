package app.tomoni.decision.ui;

import app.tomoni.decision.Outcome;
import app.tomoni.decision.selection.Answer;
import app.tomoni.decision.selection.DecidedLine;
import app.tomoni.decision.selection.Decision;
import app.tomoni.decision.selection.Evaluation;
import app.tomoni.decision.selection.Material;
import app.tomoni.decision.selection.Offer;
import app.tomoni.decision.selection.Recommendation;
import app.tomoni.decision.selection.RecommendedLine;
import app.tomoni.decision.selection.WaitingReserves;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is or was to be decided, to be read: for who approves it, and afterwards for who may look it up. */
record DecisionCards(Words words) {

    /**
     * What has become of a decision since.
     *
     * @param promised what was granted and offered, without what was declined; none before anybody was told
     * @param mayMoveUp whether a runner-up waits, or will
     */
    record Since(
            Map<ProposalId, Offer> offers,
            Map<ProposalId, Answer.Kind> answers,
            Optional<Yen> promised,
            boolean mayMoveUp) {

        private @Nullable Yen amount(DecidedLine line) {
            if (answers.get(line.proposal()) == Answer.Kind.DECLINED) {
                return null;
            }
            var offer = offers.get(line.proposal());
            return (offer == null ? line.amount() : offer.amount()).orElse(null);
        }

        private Optional<String> key(ProposalId proposal) {
            var answer = answers.get(proposal);
            if (!offers.containsKey(proposal)) {
                return Optional.ofNullable(answer).map(given -> "decision.answer.given." + given.name());
            }
            return Optional.of("decision.since.offer." + (answer == null ? "OPEN" : answer.name()));
        }
    }

    /** What everybody may know of it: what has been offered since is the public page's to tell. */
    static final Since AS_DECIDED = new Since(Map.of(), Map.of(), Optional.empty(), true);

    Component wording(Decision decision, Material material) {
        var card = new Card(
                words.say("decision.approve.text"), prose(decision.text().wording()));
        if (decision.subjectToBudget()) {
            card.add(new Note(
                    Note.Kind.INFO,
                    words.say(
                            "decision.draft.budget",
                            String.valueOf(material.terms().budgetYear().reiwa()))));
        }
        return card;
    }

    /** As it was put forward, and waits for its approval. */
    Component lines(Decision decision, Recommendation recommendation, Evaluation evaluation, Material material) {
        return new Card(
                words.say("decision.draft.decision"),
                table(decision, recommendation, evaluation, material, AS_DECIDED, null),
                new Paragraph(DraftDecisionView.granted(words, decision, material)));
    }

    /**
     * As it is put forward, with what each group will be told.
     *
     * @param letter leads to the draft of the letter
     */
    Component lines(
            Decision decision,
            Recommendation recommendation,
            Evaluation evaluation,
            Material material,
            Function<Material.Entrant, Component> letter) {
        return new Card(
                words.say("decision.approve.lines"),
                new Paragraph(words.say("decision.letterDraft.lead")),
                table(decision, recommendation, evaluation, material, AS_DECIDED, letter),
                new Paragraph(DraftDecisionView.granted(words, decision, material)));
    }

    /** As it stands by now. */
    Component lines(
            Decision decision, Recommendation recommendation, Evaluation evaluation, Material material, Since since) {
        var card = new Card(
                words.say("decision.approve.lines"),
                table(decision, recommendation, evaluation, material, since, null),
                new Paragraph(sum("decision.since.decided", decision.granted(material), material)));
        since.promised()
                .ifPresent(promised -> card.add(new Paragraph(sum("decision.since.promised", promised, material))));
        if (!since.offers().isEmpty()) {
            card.add(new Paragraph(words.say("decision.since.offersStay")));
        }
        return card;
    }

    private String sum(String key, Yen sum, Material material) {
        var budget = material.terms().budget();
        return budget == null ? words.say(key, sum.amount()) : words.say(key + "Of", sum.amount(), budget.amount());
    }

    private Component table(
            Decision decision,
            Recommendation recommendation,
            Evaluation evaluation,
            Material material,
            Since since,
            @Nullable Function<Material.Entrant, Component> letter) {
        var table = new PlainTable(
                words.say("decision.approve.caption"),
                List.of(
                        words.say("decision.approve.column.number"),
                        words.say("decision.approve.column.case"),
                        words.say("decision.approve.column.rank"),
                        words.say("decision.approve.column.recommended"),
                        words.say("decision.approve.column.decided"),
                        words.say("decision.approve.column.amount"),
                        words.say("decision.approve.column.reason")),
                Set.of(5));
        table.addClassName("dc-decided");
        for (var figures : evaluation.lines()) {
            var line = decision.line(figures.id());
            var entrant = material.entrant(figures.id());
            if (line.isEmpty() || entrant.isEmpty()) {
                continue;
            }
            var recommended = recommendation.line(figures.id()).orElseThrow();
            var leaves = line.get().leavesRecommendation(recommended);
            var stands = entrant.get().takesPart();
            var project =
                    new Div(new Span(entrant.get().title()), small(entrant.get().organisationName()));
            if (letter != null && stands) {
                project.add(letter.apply(entrant.get()));
            }
            table.row(
                    new Text(entrant.get().number()),
                    project,
                    new Text(DraftDecisionView.Figures.rank(words, figures)),
                    recommended(recommended, recommended.leavesRanking(figures)),
                    stands
                            ? decided(line.get(), leaves, since, decision.text().reservesInOrder())
                            : ApproveDecisionView.withdrawn(words),
                    new Text(stands ? words.yen(since.amount(line.get())) : ""),
                    stands ? reasons(line.get()) : new Div());
        }
        return new Div(table.underHeading(), reserves(decision, evaluation, since.mayMoveUp()));
    }

    /** Whether a runner-up may be offered something without a new decision, as long as one may be at all. */
    private Component reserves(Decision decision, Evaluation evaluation, boolean mayMoveUp) {
        var inOrder = decision.text().reservesInOrder();
        var follows = !inOrder || WaitingReserves.followsFigures(decision, evaluation);
        var ordered = new Paragraph(words.say("decision.approve.reserves."
                + (mayMoveUp ? "" : "over.")
                + (inOrder ? mayMoveUp && !follows ? "leftFigures" : "inOrder" : "noOrder")));
        ordered.setVisible(decision.lines().stream().anyMatch(line -> line.outcome() == Outcome.RUNNER_UP));
        return ordered;
    }

    private Component decided(DecidedLine line, boolean leaves, Since since, boolean inOrder) {
        var outcome = new Div(new Span(words.say(line.outcome().key())));
        line.reservePlace()
                .filter(place -> inOrder)
                .ifPresent(place -> outcome.add(small(words.say("decision.draft.placeField") + " " + place)));
        since.key(line.proposal()).ifPresent(key -> outcome.add(small(words.say(key))));
        outcome.add(
                leaves
                        ? new Chip(Chip.Kind.WARN, words.say("decision.draft.differs"))
                        : new Chip(Chip.Kind.OK, words.say("decision.draft.same")));
        return outcome;
    }

    private static Component reasons(DecidedLine line) {
        var box = new Div();
        if (!line.reason().isEmpty()) {
            box.add(new Paragraph(line.reason()));
        }
        if (!line.conditionList().isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("dc-dots");
            line.conditionList().forEach(condition -> list.add(new ListItem(condition)));
            box.add(list);
        }
        return box;
    }

    private Component recommended(RecommendedLine line, boolean leavesRanking) {
        var outcome = line.chosen().map(chosen -> words.say(chosen.key())).orElse("");
        var yen = small(words.yen(line.chosenAmount().orElse(null)));
        yen.addClassName("dc-yen");
        var said = new Div(new Span(outcome), yen);
        if (leavesRanking) {
            said.add(new Chip(Chip.Kind.WARN, words.say("decision.recommendation.differs")));
        }
        return said;
    }

    private static Span small(String text) {
        var span = new Span(text);
        span.addClassNames("small", "mute", "dc-block");
        return span;
    }

    /**
     * What the chair wrote about each proposal, for the city and for the group.
     *
     * @param outcomes whether it is to be said here what was recommended
     * @param withheld what a tie keeps from the reader
     */
    Component said(
            Recommendation recommendation,
            Evaluation evaluation,
            Material material,
            boolean outcomes,
            Set<ProposalId> withheld) {
        var card = new Card(words.say("decision.approve.said"));
        for (var figures : evaluation.lines()) {
            var line = recommendation.line(figures.id());
            var entrant = material.entrant(figures.id());
            if (line.isEmpty() || entrant.isEmpty() || withheld.contains(figures.id())) {
                continue;
            }
            var facts = said(line.get(), outcomes);
            if (facts.getChildren().findAny().isPresent()) {
                card.add(new H3(OutcomeLine.heading(words, entrant.get())), facts);
            }
        }
        card.setVisible(card.getChildren().anyMatch(Facts.class::isInstance));
        return card;
    }

    private Facts said(RecommendedLine line, boolean outcomes) {
        var facts = new Facts();
        if (outcomes) {
            facts.fact(words.say("decision.draft.recommended"), recommended(line, false));
        }
        text(facts, "decision.answer.conditions", line.conditions());
        text(facts, "decision.recommendation.reasonField", line.reason());
        text(facts, "decision.recommendation.commentField", line.comment());
        return facts;
    }

    private void text(Facts facts, String key, String text) {
        if (!text.isEmpty()) {
            facts.fact(words.say(key), prose(text));
        }
    }

    /** What somebody typed, by the names of the fields, where there is nothing left to do with it. */
    Component typed(Map<String, String> typed) {
        var facts = new Facts();
        typed.forEach((field, text) -> facts.fact(field, prose(text)));
        return new Card(words.say("decision.task.typed"), facts);
    }

    static Component prose(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("prose");
        return paragraph;
    }

    /** Who writes the letters, and what stands in the place of the seal. */
    Component letterhead(Decision decision) {
        var head = decision.text().letterhead();
        return new Card(
                words.say("decision.draft.letterheadTitle"),
                new Facts()
                        .fact(words.say("decision.draft.city"), head.city())
                        .fact(words.say("decision.draft.sender"), head.sender())
                        .fact(words.say("decision.draft.senderName"), head.senderName())
                        .fact(
                                words.say("decision.draft.seal"),
                                head.seal().isEmpty() ? words.say("decision.letter.sealOmitted") : head.seal())
                        .fact(words.say("decision.draft.contact"), head.contact()));
    }

    Component committee(Recommendation recommendation) {
        var facts = new Facts();
        recommendation
                .meetingOn()
                .ifPresent(on -> facts.fact(
                        words.say("decision.meeting.title"),
                        words.say(
                                "decision.approve.meeting",
                                words.day(on),
                                recommendation.present().size(),
                                recommendation.panelSize())));
        recommendation
                .exceptionReason()
                .filter(reason -> recommendation.exceptionSecond().isPresent())
                .ifPresent(reason -> facts.fact(
                        words.say("decision.exception.title"), words.say("decision.approve.exception", reason)));
        return new Card(words.say("decision.draft.recommended"), facts).flat();
    }
}
