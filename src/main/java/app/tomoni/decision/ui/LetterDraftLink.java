package app.tomoni.decision.ui;

import app.tomoni.decision.selection.Letter;
import app.tomoni.decision.selection.Material;
import app.tomoni.document.Downloads;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Style;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the draft of the letter to one group; written anew at every click, so that it says what is typed by then. */
class LetterDraftLink extends Anchor {

    /** @param pdf what it opens, if there is anything for this reader by then */
    LetterDraftLink(Words words, Material.Entrant entrant, Letter.Kind kind, Supplier<Optional<byte[]>> pdf) {
        var key = "decision.letterDraft." + kind.name();
        setText(words.say(key));
        setHref(Downloads.made(words.say(key + ".file", entrant.number()) + ".pdf", "application/pdf", pdf));
        setAriaLabel(words.say(key + ".of", OutcomeLine.heading(words, entrant)));
    }

    /** A button that opens it once the server has what was typed the moment before, which a link would overtake. */
    Component afterTyping() {
        getStyle().setDisplay(Style.Display.NONE);
        var open = Buttons.quiet(
                getText(), getAriaLabel().orElseThrow(), event -> getElement().executeJs("this.click()"));
        return new Div(open, this);
    }
}
