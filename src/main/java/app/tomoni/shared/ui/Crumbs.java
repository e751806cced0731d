package app.tomoni.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;

/** The way here from the home page. */
public class Crumbs extends Nav {

    private final OrderedList steps = new OrderedList();

    public Crumbs() {
        getElement().setAttribute("aria-label", getTranslation("shared.crumbs"));
        steps.addClassName("crumb");
        add(steps);
    }

    public Crumbs step(String text, String path) {
        return step(new Anchor(path, text));
    }

    /** A step whose name changes while the page is open. */
    public Crumbs step(Anchor way) {
        steps.add(new ListItem(way));
        return this;
    }

    public Crumbs here(String text) {
        var last = new ListItem(text);
        last.getElement().setAttribute("aria-current", "page");
        steps.add(last);
        return this;
    }
}
