package app.tomoni.form.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

/** Talks to {@code keep.js}, which keeps in the browser what has not been saved yet. */
final class Browser {

    private Browser() {}

    static void attach(Component form, UI ui) {
        ui.getPage().addJavaScript("context://tomoni/keep.js");
        form.getElement().executeJs("window.tomoniKeep.attach(this)");
    }

    /** The server has this text of this input. */
    static void saved(Component form, String path, String text) {
        form.getElement().executeJs("window.tomoniKeep.saved(this, $0, $1)", path, Checksum.of(text));
    }

    static void forget(Component form, String path) {
        form.getElement().executeJs("window.tomoniKeep.forget(this, $0)", path);
    }

    /** Inputs have been filled by the server: count anew. */
    static void refresh(Component form) {
        form.getElement().executeJs("window.tomoniKeep && window.tomoniKeep.refresh(this)");
    }
}
