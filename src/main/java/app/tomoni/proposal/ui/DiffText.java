package app.tomoni.proposal.ui;

import app.tomoni.proposal.TextDiff;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** A text with what was taken out and what was put in: by line, by ground and in spoken words. */
class DiffText extends Paragraph {

    DiffText(String before, String after) {
        addClassNames("typed", "diff");
        TextDiff.between(before, after).forEach(piece -> {
            switch (piece.kind()) {
                case SAME -> add(new Text(piece.text()));
                case REMOVED -> getElement().appendChild(change("del", "proposal.diff.removed", piece.text()));
                case ADDED -> getElement().appendChild(change("ins", "proposal.diff.added", piece.text()));
            }
        });
    }

    private Element change(String tag, String spoken, String text) {
        var change = new Element(tag);
        var word = new Span(getTranslation(spoken));
        word.addClassName("vh");
        change.appendChild(word.getElement(), Element.createText(text));
        return change;
    }

    /** What the marks mean. */
    static Component legend(Component where) {
        var legend = new DiffText("", "");
        legend.removeClassName("typed");
        legend.addClassName("small");
        legend.getElement()
                .appendChild(
                        new Element("del").setText(where.getTranslation("proposal.diff.legend.removed")),
                        Element.createText(" "),
                        new Element("ins").setText(where.getTranslation("proposal.diff.legend.added")));
        return legend;
    }
}
