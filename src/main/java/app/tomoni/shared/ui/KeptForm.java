package app.tomoni.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.Instant;
import java.util.UUID;

/**
 * Fields whose texts and choices are never lost: what has not reached the server yet stays in the browser and comes back after a
 * crash or an expired session.
 */
@StyleSheet("context://tomoni/form.css")
public class KeptForm extends Div {

    /** Takes what the browser still had. */
    public interface Restore {

        /** @param basedOn what the field was based on when the text was typed */
        void typed(String path, String typed, String basedOn);
    }

    private final String subject;
    private final UUID person;
    private final KeptIndicator indicator;
    private final Restore restore;

    /**
     * @param subject what is being written, {@code organisation:<id>}
     * @param person whose texts these are; nobody else gets them back
     */
    public KeptForm(String subject, UUID person, Restore restore) {
        this.subject = subject;
        this.person = person;
        this.restore = restore;
        this.indicator = new KeptIndicator(subject);
        KeptInBrowser.mark(this, subject, person);
    }

    /** Says beside the page's heading whether what was typed is safe. */
    public KeptIndicator indicator() {
        return indicator;
    }

    /** Sends a pause after the last keystroke and on leaving, and lets the browser keep what is not sent yet. */
    public void keep(TextFieldBase<?, String> input, String path) {
        KeptInBrowser.typing(input, path);
    }

    /** The same for any field; what is chosen is sent at once. */
    public void keep(KeptField field, String path) {
        if (field.component() instanceof TextFieldBase<?, ?> input) {
            KeptInBrowser.typing(input, path);
        } else {
            KeptInBrowser.keep(field.component(), path);
        }
    }

    /** What the field shows waits for its button: the browser goes on keeping it, and nothing more is under way. */
    public void waits(String path, String shown) {
        KeptInBrowser.waits(this, path, shown);
    }

    /** How many characters; stands beside the field, in the same box. */
    public Component counter(int most) {
        return KeptInBrowser.counter(this, most);
    }

    /** What the text in a field is based on from now on; {@code box} is what surrounds the field and nothing else. */
    public void base(Component box, String base) {
        KeptInBrowser.base(box, base);
    }

    /** The server has this text of this field. */
    public void saved(String path, String text, Instant at) {
        indicator.saved(at);
        KeptInBrowser.saved(this, path, text);
    }

    /** The server has something that the browser does not keep. */
    public void saved(Instant at) {
        indicator.saved(at);
    }

    /** The server has refused this field as it is, and the page says why. */
    public void refused(String path) {
        indicator.notSaved();
        KeptInBrowser.refused(this, path);
    }

    /** Others have another text in this field, and the page asks which one is to stay: nothing is under way. */
    public void asks(String path) {
        indicator.asks();
        KeptInBrowser.refused(this, path);
    }

    public void notSaved() {
        indicator.notSaved();
    }

    /** Nobody needs any more what the browser has of this field. */
    public void forget(String path) {
        KeptInBrowser.forget(this, path);
    }

    /** Nobody needs any more what the browser has of any field, also when the fields have left the page by now. */
    public void done() {
        KeptInBrowser.done(subject, person);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        KeptInBrowser.attach(this, event.getUI());
    }

    @ClientCallable
    void restore(String path, String typed, String basedOn) {
        restore.typed(path, typed, basedOn);
        KeptInBrowser.refresh(this);
    }
}
