package app.tomoni.decision.ui;

import app.tomoni.decision.selection.CloseScoring;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.Question;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Where the secretariat closes the scoring once the committee has met; until then members may adjust their scores. */
@Component
record ScoringCard(CloseScoring scoring, Clock clock) {

    void show(SelectionPage page) {
        var meets = page.call().guideline().meetingOn();
        if (meets != null && scoring.isAsked(page.id())) {
            page.add(card(page, meets));
        }
    }

    private Card card(SelectionPage page, LocalDate meets) {
        var words = page.words();
        var consequence = new Div(
                new Paragraph(words.say("decision.scoring.again")), new Paragraph(words.say("decision.scoring.final")));
        if (meets.isAfter(LocalDate.now(clock))) {
            consequence.addComponentAsFirst(
                    new Note(Note.Kind.WARN, words.say("decision.scoring.early", words.day(meets))));
        }
        var card = new Card(
                words.say("decision.scoring.title"),
                new Paragraph(words.say("decision.scoring.lead", words.day(meets))),
                Buttons.primary(
                        words.say("decision.scoring.act"),
                        click -> new Question(
                                        words.say("decision.scoring.ask"),
                                        consequence,
                                        words.say("decision.scoring.no"),
                                        words.say("decision.scoring.act"),
                                        () -> page.act(
                                                "scoring/",
                                                () -> scoring.close(page.id(), page.person()),
                                                () -> words.say("decision.scoring.done")))
                                .open()));
        card.setId("scoring");
        return card;
    }
}
