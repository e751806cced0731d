package app.tomoni.decision.ui;

import app.tomoni.decision.selection.DecidedLine;
import app.tomoni.decision.selection.Decision;
import app.tomoni.decision.selection.Evaluation;
import app.tomoni.decision.selection.Material;
import app.tomoni.decision.selection.Recommendation;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Set;

/** What is or was to be decided, to be read: for who approves it, and afterwards for who may look it up. */
record DecisionCards(Words words) {

    Component wording(Decision decision, Material material) {
        var text = new Paragraph(decision.text().wording());
        text.addClassName("prose");
        var card = new Card(words.say("decision.approve.text"), text);
        if (decision.subjectToBudget()) {
            card.add(new Note(
                    Note.Kind.INFO,
                    words.say(
                            "decision.draft.budget",
                            String.valueOf(material.terms().budgetYear().reiwa()))));
        }
        return card;
    }

    Component lines(Decision decision, Recommendation recommendation, Evaluation evaluation, Material material) {
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
        for (var figures : evaluation.lines()) {
            var line = decision.line(figures.id());
            var entrant = material.entrant(figures.id());
            if (line.isEmpty() || entrant.isEmpty()) {
                continue;
            }
            var recommended = recommendation.line(figures.id()).orElseThrow();
            var leaves = line.get().leavesRecommendation(recommended);
            var stands = entrant.get().takesPart();
            table.row(
                    new Text(entrant.get().number()),
                    new Div(new Span(entrant.get().title()), small(entrant.get().organisationName())),
                    new Text(DraftDecisionView.Figures.rank(words, figures)),
                    new Div(
                            new Span(recommended
                                    .chosen()
                                    .map(outcome -> words.say(outcome.key()))
                                    .orElse("")),
                            small(words.yen(recommended.chosenAmount().orElse(null)))),
                    stands ? decided(line.get(), leaves) : ApproveDecisionView.withdrawn(words),
                    new Text(stands ? words.yen(line.get().amount().orElse(null)) : ""),
                    stands ? reasons(line.get()) : new Div());
        }
        return new Card(
                words.say("decision.approve.lines"),
                table.underHeading(),
                new Paragraph(DraftDecisionView.granted(words, decision, material)));
    }

    private Component decided(DecidedLine line, boolean leaves) {
        var outcome = new Div(new Span(words.say(line.outcome().key())));
        line.reservePlace()
                .ifPresent(place -> outcome.add(small(words.say("decision.draft.placeField") + " " + place)));
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

    private static Span small(String text) {
        var span = new Span(text);
        span.addClassNames("small", "mute", "dc-block");
        return span;
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
