package app.tomoni.review.ui;

import com.vaadin.flow.component.textfield.TextArea;

/** Keeps in the browser tab what has not reached the server yet, and brings it back after a lost connection. */
final class Unsent {

    private Unsent() {}

    static void guard(TextArea area, String key) {
        area.getElement().executeJs("""
                        const key = 'tomoni:' + $0;
                        this.addEventListener('input', () => sessionStorage.setItem(key, this.value));
                        const left = sessionStorage.getItem(key);
                        if (left !== null && left !== this.value) {
                          this.value = left;
                          this.dispatchEvent(new CustomEvent('input'));
                          this.dispatchEvent(new CustomEvent('change', {bubbles: true}));
                        }""", key);
    }

    static void wipe(TextArea area, String key) {
        area.getElement()
                .executeJs(
                        "const key = 'tomoni:' + $0; if (sessionStorage.getItem(key) === $1) sessionStorage.removeItem(key)",
                        key,
                        area.getValue());
    }
}
