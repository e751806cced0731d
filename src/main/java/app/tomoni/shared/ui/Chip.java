package app.tomoni.shared.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;

/** A short state in words, with an icon that says the same. */
public class Chip extends Span {

    /** How it is meant. */
    public enum Kind {
        PLAIN("", Icon.CLOCK),
        OK("ok", Icon.CHECK),
        WARN("warn", Icon.WARNING),
        ERROR("err", Icon.ERROR),
        INFO("info", Icon.INFO),
        WRITING("", Icon.PENCIL);

        private final String style;
        private final Icon icon;

        Kind(String style, Icon icon) {
            this.style = style;
            this.icon = icon;
        }
    }

    public Chip(Kind kind, String text) {
        addClassName("chip");
        if (!kind.style.isEmpty()) {
            addClassName(kind.style);
        }
        add(kind.icon.small(), new Text(text));
    }
}
