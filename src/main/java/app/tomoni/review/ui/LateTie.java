package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.Declarations;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.Question;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** The way out of a proposal when a tie comes to mind after the list was confirmed. */
class LateTie extends Details {

    LateTie(
            Declarations declarations,
            PersonId reviewer,
            ProposalId proposal,
            Translations translations,
            Runnable afterwards) {
        setSummaryText(getTranslation("review.late"));
        var content = new Div(new Paragraph(getTranslation("review.late.what")));
        content.addClassName("stack-s");
        var question = question(() -> {
            try {
                declarations.declareLate(reviewer, proposal);
                afterwards.run();
            } catch (Refusal refusal) {
                content.add(new Note(Note.Kind.ERROR, translations.of(refusal, getLocale())));
            }
        });
        content.add(Buttons.secondary(getTranslation("review.late.declare"), click -> question.open()));
        add(content);
    }

    /** It cannot be taken back, and takes what is written out of the result. */
    private Question question(Runnable declare) {
        return new Question(
                getTranslation("review.late.ask"),
                new Paragraph(getTranslation("review.late.what")),
                getTranslation("review.late.ask.no"),
                getTranslation("review.late.ask.yes"),
                declare);
    }
}
