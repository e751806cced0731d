package app.tomoni.decision.ui;

import app.tomoni.decision.selection.Answer;
import app.tomoni.decision.selection.AnswerResult;
import app.tomoni.decision.selection.MoveAnswerDay;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.Proposal;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.PlainTable;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the groups answer to the city's yes: recorded by the secretariat, with more time for one group, and to be read. */
@Component
record AnswerCards(AnswerResult answer, MoveAnswerDay answerDay, Statuses statuses, Clock clock) {

    private static final String ANSWER = "answer/";
    private static final String ANSWER_DAY = "answerDay/";

    /** @param about which of those who have not answered somebody came here for */
    void waiting(SelectionPage page, @Nullable UUID about) {
        var waiting = answer.waiting(page.id());
        if (!waiting.isEmpty()) {
            page.add(recordAnswer(page, waiting, about));
            page.add(moveDay(page, waiting, about));
        }
    }

    /** A group may answer by letter or telephone; without a way to record it the selection would wait for ever. */
    private Card recordAnswer(SelectionPage page, List<Proposal> waiting, @Nullable UUID about) {
        var words = page.words();
        var texts = page.texts();
        var proposal = select(page, "decision.answer.record.proposal", waiting, about, one -> heading(words, one));
        var kind = new RadioButtonGroup<Answer.Kind>();
        kind.setItems(Answer.Kind.values()); // takes away what stands in the field, its name as well
        page.named(kind, "decision.answer.record.kind", true);
        kind.setItemLabelGenerator(one -> words.say("decision.answer.record." + one.name()));
        var received = page.named(new TextField(), "decision.answer.record.received", true);
        received.setHelperText(words.say("decision.answer.record.received.help"));
        var reason = page.named(new TextArea(), "decision.answer.declineReason", false);
        reason.setHelperText(words.say("decision.answer.declineReason.help"));
        var card = new Card(
                words.say("decision.answer.record.title"),
                new Paragraph(words.say("decision.answer.record.lead", waiting.size())),
                texts.hold(ANSWER + "proposal", KeptField.of(proposal)),
                texts.hold(ANSWER + "kind", KeptField.of(kind)),
                texts.hold(ANSWER + "received", received, Lengths.LINE),
                texts.hold(ANSWER + "reason", reason, Lengths.REASON),
                Buttons.secondary(
                        words.say("decision.answer.record"),
                        Buttons.once(() -> page.ask(
                                ANSWER,
                                () -> question(words, proposal.getValue(), kind.getValue()),
                                () -> answer.record(
                                        proposal.getValue().id(),
                                        kind.getValue(),
                                        reason.getValue(),
                                        received.getValue(),
                                        page.person()),
                                ShortForm.need(proposal, words.say("decision.answer.record.proposal.missing")),
                                ShortForm.need(kind, words.say("decision.answer.record.kind.missing")),
                                ShortForm.need(received, words.say("decision.answer.received.missing"))))));
        card.setId("answers");
        return card;
    }

    /** What is recorded cannot be recorded otherwise: whose answer it is, and which, is read once more. */
    private static SelectionPage.Asked question(Words words, Proposal proposal, Answer.Kind kind) {
        return new SelectionPage.Asked(
                words.say("decision.answer.record.ask"),
                words.say(
                        "decision.answer.record.ask.means",
                        heading(words, proposal),
                        words.say("decision.answer.record." + kind.name())),
                words.say("decision.answer.record.ask.no"),
                words.say("decision.answer.record.ask.yes"),
                words.say(
                        "decision.answer.record.done",
                        heading(words, proposal),
                        words.say("decision.answer.record." + kind.name())));
    }

    /** A group that asks for it, or has not answered in time, may have longer. */
    private Card moveDay(SelectionPage page, List<Proposal> waiting, @Nullable UUID about) {
        var words = page.words();
        var texts = page.texts();
        var until = statuses.of(keys(waiting), Audience.STAFF, page.person(), words.locale());
        var unsent = answer.unsent(waiting);
        var proposal = select(page, "decision.answerDay.proposal", waiting, about, one -> {
            var due = Optional.ofNullable(until.get(new CaseKey(one.id().value())))
                    .map(CaseStatus::due);
            return words.say(
                    unsent.contains(one.id().value())
                            ? "decision.answerDay.one.unsent"
                            : due.map(at -> at.isBefore(clock.instant())
                                            ? "decision.answerDay.one.late"
                                            : "decision.answerDay.one")
                                    .orElse("decision.answerDay.one.unknown"),
                    one.number().orElse(""),
                    one.title(),
                    due.map(words::at).orElse(""));
        });
        var on = page.named(new DayPicker(), "decision.answerDay.on", true);
        var reason = page.named(new TextArea(), "decision.answerDay.reasonField", true);
        reason.setHelperText(words.say("decision.answerDay.help"));
        texts.refuseAt("decision.answerDay.later", ANSWER_DAY + "on");
        texts.refuseAt("decision.answerDay.closed", ANSWER_DAY + "on");
        texts.refuseAt("shared.holidays.unknown", ANSWER_DAY + "on");
        return new Card(
                words.say("decision.answerDay.title"),
                new Paragraph(words.say("decision.answerDay.lead")),
                texts.hold(ANSWER_DAY + "proposal", KeptField.of(proposal)),
                texts.hold(ANSWER_DAY + "on", KeptField.of(on)),
                texts.hold(ANSWER_DAY + "reason", reason, Lengths.REASON),
                Buttons.secondary(
                        words.say("decision.answerDay.act"),
                        Buttons.once(() -> page.send(
                                ANSWER_DAY,
                                () -> answerDay.move(
                                        proposal.getValue().id(), on.getValue(), reason.getValue(), page.person()),
                                () -> words.say(
                                        "decision.answerDay.done",
                                        heading(words, proposal.getValue()),
                                        words.day(Objects.requireNonNull(on.getValue()))),
                                ShortForm.need(proposal, words.say("decision.answerDay.proposal.missing")),
                                ShortForm.need(on, words.say("decision.answerDay.missing")),
                                ShortForm.need(reason, words.say("decision.answerDay.reason"))))));
    }

    private static Select<Proposal> select(
            SelectionPage page,
            String key,
            List<Proposal> waiting,
            @Nullable UUID about,
            ItemLabelGenerator<Proposal> label) {
        var list = page.named(new Select<Proposal>(), key, true);
        list.setItems(waiting);
        list.setItemLabelGenerator(label);
        waiting.stream()
                .filter(one -> one.id().value().equals(about))
                .findFirst()
                .ifPresent(list::setValue);
        return list;
    }

    private static String heading(Words words, Proposal proposal) {
        return words.named(proposal.number().orElse(""), proposal.title());
    }

    static List<CaseKey> keys(List<Proposal> proposals) {
        return proposals.stream().map(one -> new CaseKey(one.id().value())).toList();
    }

    void given(SelectionPage page) {
        var words = page.words();
        var given = answer.given(page.id());
        if (given.isEmpty()) {
            return;
        }
        var table = new PlainTable(
                words.say("decision.answer.given.title"),
                List.of(
                        words.say("decision.answer.record.proposal"),
                        words.say("decision.answer.record.kind"),
                        words.say("decision.answer.given.at"),
                        words.say("decision.answer.given.reason")),
                Set.of());
        given.forEach(one -> table.row(
                new Span(heading(words, one.proposal())),
                new Span(
                        words.say("decision.answer.given." + one.answer().kind().name())),
                new Span(words.brief(one.answer().answeredAt())),
                said(one.answer())));
        page.add(new Card(words.say("decision.answer.given.title"), table.underHeading()));
    }

    private static Div said(Answer answer) {
        var said = new Div();
        Stream.of(answer.reason(), answer.received().orElse(""))
                .filter(text -> !text.isBlank())
                .map(Paragraph::new)
                .forEach(said::add);
        return said;
    }
}
