package app.tomoni.proposal.ui;

import app.tomoni.shared.ui.Party;
import app.tomoni.shared.ui.PartyLabel;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What the secretariat says to the group about one answer. */
class CityVoice extends Div {

    CityVoice(String about, String comment) {
        addClassNames("voice", "city");
        var label = new PartyLabel(Party.CITY);
        label.setText(getTranslation("proposal.secretariat"));
        var words = new Paragraph(comment);
        words.addClassName("typed");
        add(new Header(label, new Span(about)), words);
    }
}
