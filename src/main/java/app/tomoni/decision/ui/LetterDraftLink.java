package app.tomoni.decision.ui;

import app.tomoni.account.PersonId;
import app.tomoni.decision.selection.Letter;
import app.tomoni.decision.selection.LetterDrafts;
import app.tomoni.decision.selection.Material;
import app.tomoni.document.Downloads;
import app.tomoni.process.OpenTask;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Style;

/** Opens the draft of the letter to one group; written anew at every click, so that it says what is typed by then. */
class LetterDraftLink extends Anchor {

    LetterDraftLink(
            Words words,
            LetterDrafts drafts,
            OpenTask task,
            Material.Entrant entrant,
            Letter.Kind kind,
            PersonId reader) {
        var key = "decision.letterDraft." + kind.name();
        setText(words.say(key));
        setHref(Downloads.made(
                words.say(key + ".file", entrant.number()) + ".pdf",
                "application/pdf",
                () -> drafts.pdf(task.id(), entrant.proposal(), kind, reader)));
        setAriaLabel(words.say(key + ".of", OutcomeLine.heading(entrant)));
    }

    /** A button that opens it once the server has what was typed the moment before, which a link would overtake. */
    Component afterTyping() {
        getStyle().setDisplay(Style.Display.NONE);
        var open = Buttons.quiet(
                getText(), getAriaLabel().orElseThrow(), event -> getElement().executeJs("this.click()"));
        return new Div(open, this);
    }
}
