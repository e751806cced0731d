package app.tomoni.review.ui;

import com.vaadin.flow.component.Component;

/**
 * Keeps in the browser tab what has not reached the server yet, with the version that it was typed over, and brings it
 * back after a lost connection.
 */
final class Unsent {

    /** Hears what the tab had left, and the version of the field that it was typed over. */
    @FunctionalInterface
    interface Left {
        void restore(String typed, long basedOn);
    }

    /** The event by which a browser gives back what it has. */
    static final String EVENT = "unsent";

    static final String TYPED = "event.detail.typed";
    static final String BASE = "event.detail.base";

    private static final String VERSION = "data-base";

    private Unsent() {}

    static void guard(Component input, String key, long version, Left left) {
        stands(input, version);
        input.getElement()
                .addEventListener(EVENT, event -> {
                    var data = event.getEventData();
                    left.restore(
                            data.get(TYPED).asString(),
                            Long.parseLong(data.get(BASE).asString()));
                })
                .addEventData(TYPED)
                .addEventData(BASE);
        input.getElement().executeJs("""
                        const key = 'tomoni-unsent:' + $0;
                        this.addEventListener('input', () =>
                          sessionStorage.setItem(key, JSON.stringify({typed: this.value, base: this.dataset.base})));
                        const left = sessionStorage.getItem(key);
                        if (left !== null) this.dispatchEvent(new CustomEvent($1, {detail: JSON.parse(left)}));
                        """, key, EVENT);
    }

    /** From here on the reader types over this version. */
    static void stands(Component input, long version) {
        input.getElement().setAttribute(VERSION, String.valueOf(version));
    }

    /** The server has this text; what was typed since then goes on from it. */
    static void settle(Component page, String key, String typed, long version) {
        page.getElement().executeJs("""
                        const key = 'tomoni-unsent:' + $0;
                        const left = sessionStorage.getItem(key);
                        if (left === null) return;
                        const typed = JSON.parse(left).typed;
                        if (typed === $1) sessionStorage.removeItem(key);
                        else sessionStorage.setItem(key, JSON.stringify({typed, base: $2}));
                        """, key, typed, String.valueOf(version));
    }

    /** Nobody needs it any more. */
    static void forget(Component page, String key) {
        page.getElement().executeJs("sessionStorage.removeItem('tomoni-unsent:' + $0)", key);
    }
}
