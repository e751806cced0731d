package app.tomoni.shared.ui;

import com.vaadin.flow.component.html.Span;

/** A party's name with its shape and colour: never by colour alone. */
public class PartyLabel extends Span {

    public PartyLabel(Party party) {
        setText(getTranslation(party.key()));
        addClassNames("who", party.style());
    }
}
