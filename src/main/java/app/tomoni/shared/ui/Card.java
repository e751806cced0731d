package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A white sheet with a heading. */
public class Card extends Section {

    public Card(Component... content) {
        addClassNames("card", "stack");
        add(content);
    }

    public Card(String title, Component... content) {
        this(new H2(title));
        add(content);
    }

    public Card flat() {
        addClassName("flat");
        return this;
    }
}
