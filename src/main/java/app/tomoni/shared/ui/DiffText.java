package app.tomoni.shared.ui;

import app.tomoni.shared.TextDiff;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** A text with what was taken out and what was put in: by line, by ground and in spoken words. */
public class DiffText extends Paragraph {

    public DiffText(String before, String after) {
        addClassName("diff");
        TextDiff.between(before, after).forEach(piece -> {
            switch (piece.kind()) {
                case SAME -> add(new Text(piece.text()));
                case REMOVED -> getElement().appendChild(change("del", "shared.diff.removed", piece.text()));
                case ADDED -> getElement().appendChild(change("ins", "shared.diff.added", piece.text()));
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
    public static Component legend(Component where) {
        var legend = new DiffText("", "");
        legend.addClassName("small");
        legend.getElement()
                .appendChild(
                        new Element("del").setText(where.getTranslation("shared.diff.legend.removed")),
                        Element.createText(" "),
                        new Element("ins").setText(where.getTranslation("shared.diff.legend.added")));
        return legend;
    }
}
