package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.UUID;

/** Talks to {@code keep.js}, which keeps in the browser what has not been saved yet, and counts what is typed. */
public final class KeptInBrowser {

    /** How long after the last keystroke a text is sent. */
    private static final int PAUSE = 1_000;

    private KeptInBrowser() {}

    /**
     * The fields in this part of a page belong together.
     *
     * @param subject what is being written, {@code organisation:<id>}
     * @param person whose texts these are; nobody else gets them back
     */
    public static void mark(Component form, String subject, UUID person) {
        form.getElement().setAttribute("data-subject", subject);
        form.getElement().setAttribute("data-person", person.toString());
    }

    public static void attach(Component form, UI ui) {
        ui.getPage().addJavaScript("context://tomoni/keep.js");
        form.getElement().executeJs("window.tomoniKeep.attach(this)");
    }

    /** The browser keeps under this path what is typed into the input, or chosen in it. */
    public static void keep(HasElement input, String path) {
        input.getElement().setAttribute("data-keep", path);
    }

    /**
     * Sends a pause after the last keystroke, every few seconds while there is none, and on leaving; lets the browser keep
     * what is not sent yet.
     */
    public static void typing(TextFieldBase<?, ?> input, String path) {
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(PAUSE);
        // A listener of its own makes the browser send at once
        input.addBlurListener(event -> {});
        input.getElement().addEventListener("tomoni-send", event -> {});
        keep(input, path);
    }

    /** What the text in a field is based on from now on; {@code box} is the field, or what surrounds it and nothing else. */
    public static void base(HasElement box, String base) {
        box.getElement().setAttribute("data-base", base);
    }

    /** How many characters; stands beside the field, in the same box, and is written by the browser while typing. */
    public static Component counter(Component words, int most) {
        var limit = new Span(most == 0 ? "" : words.getTranslation("shared.count.limit", most));
        var now = new Span();
        now.addClassName("tm-count");
        now.getElement().setAttribute("data-max", Integer.toString(most));
        for (var state : List.of("plain", "left", "over")) {
            now.getElement().setAttribute("data-" + state, words.getTranslation("shared.count." + state));
        }
        var line = new Paragraph(limit, now);
        line.addClassName("count");
        line.addAttachListener(event -> line.getElement().executeJs("window.tomoniKeep?.appeared(this)"));
        return line;
    }

    /** Whoever has left the input sees its figure in groups of three digits; what was typed stays what it is. */
    public static void figure(HasElement input) {
        input.getElement().setAttribute("data-figure", "number");
    }

    /** The same for an amount, which is also read with the sign before it and the dash after it. */
    public static void amount(HasElement input) {
        input.getElement().setAttribute("data-figure", "amount");
    }

    /** The browser keeps this of this input, which the server has understood and not put away yet. */
    static void note(Component form, String path, String value) {
        form.getElement().executeJs("window.tomoniKeep?.note(this, $0, $1)", path, value);
    }

    /** The server has refused this input as it is: it stays kept, and nothing more is under way. */
    public static void refused(Component form, String path) {
        form.getElement().executeJs("window.tomoniKeep.refused(this, $0)", path);
    }

    /** The server has read this of this input, and does nothing with it before somebody asks for it. */
    static void waits(Component form, String path, String shown) {
        form.getElement().executeJs("window.tomoniKeep?.waits(this, $0, $1)", path, shown);
    }

    /** The server has this text of this input. */
    public static void saved(Component form, String path, String text) {
        form.getElement().executeJs("window.tomoniKeep.saved(this, $0, $1)", path, Checksum.of(text));
    }

    public static void forget(Component form, String path) {
        form.getElement().executeJs("window.tomoniKeep.forget(this, $0)", path);
    }

    /**
     * Another's text has been put into this field. Whoever began to type there before the browser had it is given back
     * to the form ({@code restore}); otherwise {@code untouched} is told.
     */
    public static void replaced(Component form, String field, Runnable untouched) {
        form.getElement()
                .executeJs("return window.tomoniKeep.replaced(this, $0)", field)
                .then(Boolean.class, still -> {
                    Unattended.mark();
                    if (still) {
                        untouched.run();
                    }
                });
    }

    /** Nobody needs any more what was typed for this subject, also when its fields have left the page by now. */
    public static void done(String subject, UUID person) {
        UI.getCurrent().getPage().executeJs("window.tomoniKeep?.done($0, $1)", subject, person.toString());
    }

    /** A click here signs out: the next one at this browser finds nothing of what has not reached the server. */
    public static void wipedBy(Component way) {
        way.getElement().executeJs("""
                        this.addEventListener('click', () => {
                          try {
                            Object.keys(sessionStorage).filter(key => key.startsWith('tomoni-'))
                              .forEach(key => sessionStorage.removeItem(key));
                          } catch (e) { /* a browser without storage keeps nothing */ }
                        }, true);
                        """);
    }

    /** Inputs have been filled by the server: count anew. */
    public static void refresh(Component form) {
        form.getElement().executeJs("window.tomoniKeep && window.tomoniKeep.refresh(this)");
    }
}
