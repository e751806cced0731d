package app.tomoni.review.ui;

import com.vaadin.flow.component.Component;

/**
 * Single keys of a screen: off in text fields, during the composition of Japanese text, in dialogs, and for whoever
 * has turned them off.
 */
final class Keys {

    /** Marks the field in which a criterion's points are typed: a figure that is pressed outside it goes there. */
    static final String FIGURE = "review-figure";

    static final String EVENT = "review-key";
    static final String KEY = "event.detail";

    private static final String LISTENER = """
            const el = this;
            const press = key => el.dispatchEvent(new CustomEvent($2, {detail: key}));
            if (el.reviewKeys) document.removeEventListener('keydown', el.reviewKeys);
            el.reviewKeys = e => {
              if (!el.isConnected) { document.removeEventListener('keydown', el.reviewKeys); return; }
              if (e.isComposing || e.keyCode === 229 || document.querySelector('vaadin-dialog[opened]')) return;
              if ((e.ctrlKey || e.metaKey) && !e.altKey && (e.key === 's' || e.key === 'Enter')) {
                e.preventDefault();
                const at = document.activeElement;
                if (at && at.blur) { at.blur(); at.focus(); }
                press(e.key === 's' ? 'save' : 'submit');
                return;
              }
              if (e.altKey && !e.ctrlKey && !e.metaKey && /^Digit[12]$/.test(e.code)) {
                e.preventDefault();
                press('pane' + e.code.at(-1));
                return;
              }
              if (e.ctrlKey || e.metaKey || e.altKey || !$0) return;
              const at = e.composedPath()[0];
              const figure = el.querySelector('.' + $1);
              if (figure && e.key === 'Enter' && at === figure.inputElement) {
                figure.inputElement.blur();
                press('l');
                return;
              }
              if (at && at.tagName && (at.isContentEditable || ['TEXTAREA', 'SELECT'].includes(at.tagName)
                || at.tagName === 'INPUT' && !['radio', 'checkbox', 'button'].includes(at.type))) return;
              if (figure && /^[0-9]$/.test(e.key)) { figure.inputElement.select(); figure.focus(); return; }
              if (/^[1-9hjkln]$/.test(e.key)) { e.preventDefault(); press(e.key); }
            };
            document.addEventListener('keydown', el.reviewKeys);""";

    private Keys() {}

    /**
     * The view hears about keys by the event {@link #EVENT}, after what was typed before them.
     *
     * @param single whether its reader wants single keys
     */
    static void listen(Component view, boolean single) {
        view.getElement().executeJs(LISTENER, single, FIGURE, EVENT);
    }
}
