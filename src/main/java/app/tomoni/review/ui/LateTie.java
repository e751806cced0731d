package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.Declarations;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Note;
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
        content.add(Buttons.secondary(getTranslation("review.late.declare"), click -> {
            try {
                declarations.declareLate(reviewer, proposal);
                afterwards.run();
            } catch (Refusal refusal) {
                content.add(new Note(Note.Kind.ERROR, translations.of(refusal, getLocale())));
            }
        }));
        add(content);
    }
}
