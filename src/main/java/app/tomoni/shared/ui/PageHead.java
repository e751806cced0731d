package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;

/** The one heading of a page, with what belongs beside it. Takes the focus when the page is entered. */
public class PageHead extends Header {

    private final H1 heading;

    public PageHead(String title, Component... beside) {
        addClassName("head");
        heading = new H1(title);
        heading.getElement().setAttribute("tabindex", "-1");
        add(heading);
        add(beside);
    }

    public void title(String title) {
        heading.setText(title);
    }
}
