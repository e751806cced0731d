package app.tomoni.decision.ui;

import app.tomoni.decision.Results;
import app.tomoni.decision.selection.ConfirmPublication;
import app.tomoni.decision.selection.PostponePublication;
import app.tomoni.decision.selection.PublicPage;
import app.tomoni.proposal.PublicProposals;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What is still to be done about a public page: put off and looked at before its day, corrected after it. */
@Component
record PublicationCards(
        PostponePublication postpone,
        ConfirmPublication publication,
        Results results,
        PublicPage pages,
        PublicProposals contents,
        ClosedDays closed) {

    private static final String POSTPONE = "postpone/";
    private static final String CORRECTION = "correction/";

    /** What has been sent and waits for its day. */
    void planned(SelectionPage page) {
        postpone.planned(page.id()).ifPresent(planned -> {
            page.add(putOff(page, planned));
            page.add(preview(page));
        });
    }

    private Card putOff(SelectionPage page, Instant planned) {
        var words = page.words();
        var time = new PublicationTime(words, planned, closed, page.texts(), POSTPONE);
        var reason = new TextArea(words.say("decision.postpone.reasonField"));
        reason.setHelperText(words.say("decision.postpone.help"));
        reason.setRequiredIndicatorVisible(true);
        page.texts().refuseAt("decision.postpone.reason", POSTPONE + "reason");
        return new Card(
                words.say("decision.postpone.title"),
                new Paragraph(
                        postpone.isHeld(page.id())
                                ? words.say("decision.postpone.held", words.at(planned))
                                : words.say("decision.postpone.lead", words.at(planned))),
                time,
                page.texts().hold(POSTPONE + "reason", reason, Lengths.REASON),
                Buttons.secondary(
                        words.say("decision.postpone.act"),
                        Buttons.once(() -> page.act(
                                POSTPONE,
                                () -> postpone.postpone(page.id(), time.chosen(), reason.getValue(), page.person()),
                                () -> words.say("decision.postpone.done", words.at(time.chosen()))))));
    }

    private Card preview(SelectionPage page) {
        var words = page.words();
        var result = results.asOfNow(pages.of(page.id()));
        var shown = new NativeDetails(
                words.say("decision.publication.page"),
                new PublicPreview(words, result, contents.written(result.shown(), words.locale())));
        shown.addClassName("dc-more");
        return new Card(shown);
    }

    void correction(SelectionPage page) {
        if (results.of(page.id()).isEmpty()) {
            return;
        }
        var words = page.words();
        var wrong = page.named(new TextArea(), "decision.correction.wrong", true);
        var correct = page.named(new TextArea(), "decision.correction.correct", true);
        page.add(new Card(
                words.say("decision.correction.title"),
                new Paragraph(words.say("decision.correction.help")),
                page.texts().hold(CORRECTION + "wrong", wrong, Lengths.TEXT),
                page.texts().hold(CORRECTION + "correct", correct, Lengths.TEXT),
                Buttons.secondary(
                        words.say("decision.correction.record"),
                        Buttons.once(() -> page.ask(
                                CORRECTION,
                                () -> new SelectionPage.Asked(
                                        words.say("decision.correction.ask"),
                                        words.say("decision.correction.ask.means"),
                                        words.say("decision.correction.ask.no"),
                                        words.say("decision.correction.ask.yes"),
                                        words.say("decision.correction.done")),
                                () -> publication.correct(
                                        page.id(), wrong.getValue(), correct.getValue(), page.person()),
                                ShortForm.need(wrong, words.say("decision.correction.wrong.missing")),
                                ShortForm.need(correct, words.say("decision.correction.correct.missing")))))));
    }
}
