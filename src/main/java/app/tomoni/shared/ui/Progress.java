package app.tomoni.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** How far something is, in words and as a bar. */
public class Progress extends Div {

    public Progress(String words, int done, int of) {
        var bar = new Span();
        bar.addClassName("prog");
        bar.getElement().setAttribute("aria-hidden", "true");
        var filled = new com.vaadin.flow.dom.Element("i");
        filled.getStyle().setWidth((of == 0 ? 0 : 100 * done / of) + "%");
        bar.getElement().appendChild(filled);
        var text = new Paragraph(words);
        text.addClassNames("small", "b");
        add(text, bar);
    }
}
