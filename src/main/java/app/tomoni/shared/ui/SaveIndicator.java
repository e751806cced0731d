package app.tomoni.shared.ui;

import app.tomoni.shared.JapaneseDates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** What the server says beside a form's title of what was typed: whether it is safe. */
class SaveIndicator extends Span {

    SaveIndicator() {
        addClassName("saved");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "polite");
        add(new Text(getTranslation("shared.keeps")));
        addClassName("rest");
    }

    void saved(Instant at) {
        show("ok", Icon.CHECK, getTranslation("shared.saved", JapaneseDates.clock(at)));
    }

    /** Not safe, and the page says elsewhere what to do; promises nothing about what the browser keeps. */
    void unsaved() {
        notSaved("shared.unsaved");
    }

    void notSaved() {
        notSaved("shared.notSaved");
    }

    void notSaved(String because) {
        show("lost", Icon.ERROR, getTranslation(because));
    }

    /** Two texts stand against each other, and the page asks which one is to stay. */
    void asks() {
        notSaved("shared.asks");
    }

    /** The same, and leads to where it is asked. */
    void asks(String question, Runnable lead) {
        var link = new Anchor("#", question);
        link.getElement().addEventListener("click", event -> lead.run()).preventDefault();
        show("lost", Icon.ERROR, link);
    }

    private void show(String state, Icon icon, String text) {
        show(state, icon, new Text(text));
    }

    private void show(String state, Icon icon, Component words) {
        removeAll();
        removeClassNames("rest", "busy", "ok", "lost");
        addClassName(state);
        add(icon.small(), words);
    }
}
