package app.tomoni.shared.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/**
 * Says whether what was typed is safe. What only the browser can know, such as a lost connection, the browser writes
 * into a part of its own.
 */
public class KeptIndicator extends Span {

    private final SaveIndicator server = new SaveIndicator();

    public KeptIndicator(String subject) {
        getElement().setAttribute("data-keeps", subject);
        getElement().setAttribute("data-busy", getTranslation("shared.saving"));
        getElement().setAttribute("data-lost", getTranslation("shared.offline"));
        var client = new Span();
        client.addClassNames("saved", "tm-client");
        client.getElement().setAttribute("role", "status");
        client.getElement().setAttribute("aria-live", "polite");
        add(server, client);
    }

    public void saved(Instant at) {
        server.saved(at);
    }

    public void asks() {
        server.asks();
    }

    /** The same of a field that may not be in view. */
    public void asks(String question, Runnable lead) {
        server.asks(question, lead);
    }

    public void notSaved() {
        server.notSaved();
    }

    /** Not safe, and the page says elsewhere what to do; promises nothing about what the browser keeps. */
    public void unsaved() {
        server.unsaved();
    }

    /** Never again on this page. */
    public void closed() {
        server.notSaved("shared.closed");
    }
}
