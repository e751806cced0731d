package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A remark inside a page: information, a warning, an error or a success. */
public class Note extends Div {

    /** How it is meant. */
    public enum Kind {
        INFO("", Icon.INFO),
        WARN("warn", Icon.WARNING),
        ERROR("err", Icon.ERROR),
        OK("ok", Icon.CHECK);

        private final String style;
        private final Icon icon;

        Kind(String style, Icon icon) {
            this.style = style;
            this.icon = icon;
        }
    }

    private final Div body = new Div();

    public Note(Kind kind, Component... content) {
        addClassName("note");
        if (!kind.style.isEmpty()) {
            addClassName(kind.style);
        }
        if (kind == Kind.ERROR) {
            getElement().setAttribute("role", "alert");
        }
        body.add(content);
        add(kind.icon.create(), body);
    }

    public Note(Kind kind, String text) {
        this(kind, new Paragraph(text));
    }

    /** Takes away what was said there of an act before this one; a code that is shown once stays until something else is said. */
    public static void forget(Div place) {
        place.getChildren().filter(said -> !(said instanceof CodeNote)).toList().forEach(place::remove);
    }

    /** Leads the reader to it, from wherever on the page they are. */
    public void lead() {
        getElement().setAttribute("tabindex", "-1");
        getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus();");
    }
}
