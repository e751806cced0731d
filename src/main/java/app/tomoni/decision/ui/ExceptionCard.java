package app.tomoni.decision.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.selection.AnswerException;
import app.tomoni.decision.selection.Material;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Set;

/**
 * That the committee is to go on although too few met or too few scored: who asks for it, why, the figures, and the
 * answer by somebody else.
 */
class ExceptionCard extends Card {

    private static final String EXCEPTION = "exception/";

    private final Words words;

    ExceptionCard(
            SelectionPage page, AnswerException exception, SelectionResult.Tools tools, AnswerException.Asked asked) {
        super(page.words().say("decision.exception.title"));
        this.words = page.words();
        setId("exception");
        var call = page.id();
        var reader = page.person();
        var material = tools.materials().of(call);
        var names = tools.people().names(List.copyOf(asked.present()));
        var by = tools.people().name(asked.by());
        add(
                new Facts()
                        .fact(words.say("decision.exception.reasonField"), DecisionCards.prose(asked.reason()))
                        .fact(
                                words.say("decision.exception.askedBy"),
                                asked.at()
                                        .map(at -> words.say("decision.approval.by", words.at(at), by))
                                        .orElse(by))
                        .fact(
                                words.say("decision.meeting.title"),
                                words.say(
                                        "decision.meeting.quorum",
                                        material.terms().quorum(),
                                        asked.present().size()))
                        .fact(
                                words.say("decision.meeting.present"),
                                names.isEmpty()
                                        ? words.say("decision.exception.nobody")
                                        : String.join(
                                                words.say("shared.list.separator"),
                                                names.values().stream().sorted().toList())),
                new Paragraph(
                        words.say("decision.meeting.sheets", material.terms().minimumSheets())),
                sheets(tools, call, asked, material, reader));
        if (exception.mayAnswer(asked, call, reader)) {
            answer(page, exception, asked);
        } else {
            add(new Note(Note.Kind.INFO, words.say("decision.exception.same")));
        }
    }

    private void answer(SelectionPage page, AnswerException exception, AnswerException.Asked asked) {
        var why = new TextArea(words.say("decision.exception.declineReasonField"));
        why.setHelperText(words.say("decision.exception.declineReason.help"));
        var agree = Buttons.primary(
                words.say("decision.exception.agree"),
                Buttons.once(() -> page.act(
                        EXCEPTION,
                        () -> exception.agree(page.id(), asked, page.person()),
                        () -> words.say("decision.exception.agree.done"))));
        var decline = Buttons.secondary(
                words.say("decision.exception.decline"),
                Buttons.once(() -> page.act(
                        EXCEPTION,
                        () -> exception.decline(page.id(), why.getValue(), page.person()),
                        () -> words.say("decision.exception.decline.done"))));
        page.texts().refuseAt("decision.exception.declineReason", EXCEPTION + "why");
        var actions = new Div(agree, decline);
        actions.addClassName("actions");
        add(
                new Note(Note.Kind.WARN, words.say("decision.exception.consequence")),
                page.texts().hold(EXCEPTION + "why", why, Lengths.REASON),
                actions);
    }

    /** By receipt number: the order of the ranking would tell how each was judged. */
    private Component sheets(
            SelectionResult.Tools tools, CallId call, AnswerException.Asked asked, Material material, PersonId reader) {
        var withheld = tools.declarations().withheld(reader, call);
        var evaluation = tools.evaluations().findById(asked.evaluation()).orElseThrow();
        var table = new PlainTable(
                words.say("decision.exception.sheets"),
                List.of(
                        words.say("decision.approve.column.number"),
                        words.say("decision.approve.column.case"),
                        words.say("decision.exception.column")),
                Set.of(2));
        material.takingPart()
                .forEach(entrant -> evaluation
                        .line(entrant.proposal())
                        .ifPresent(figures -> table.row(
                                new Span(entrant.number()),
                                new Span(entrant.title()),
                                withheld.contains(entrant.proposal())
                                        ? new Span("–")
                                        : sheets(
                                                figures.sheets(),
                                                material.terms().minimumSheets()))));
        return table;
    }

    private Component sheets(int sheets, int needed) {
        var count = new Div(new Span(words.say("decision.exception.sheetsOf", sheets)));
        if (sheets < needed) {
            count.add(new Chip(Chip.Kind.WARN, words.say("decision.exception.tooFew")));
        }
        return count;
    }
}
