package app.tomoni.review.ui;

import com.vaadin.flow.component.Component;

/**
 * Single keys of a screen: off in text fields, during the composition of Japanese text, in dialogs, and for whoever
 * has turned them off.
 */
final class Keys {

    /** Where a browser remembers that its reader wants no single keys. */
    static final String SWITCH = "tomoni.keys";

    private static final String LISTENER = """
            const el = this;
            if (el.reviewKeys) document.removeEventListener('keydown', el.reviewKeys);
            el.reviewKeys = e => {
              if (!el.isConnected) { document.removeEventListener('keydown', el.reviewKeys); return; }
              if (e.isComposing || e.keyCode === 229 || document.querySelector('vaadin-dialog[opened]')) return;
              if ((e.ctrlKey || e.metaKey) && !e.altKey && (e.key === 's' || e.key === 'Enter')) {
                e.preventDefault();
                const at = document.activeElement;
                if (at && at.blur) { at.blur(); at.focus(); }
                el.$server.press(e.key === 's' ? 'save' : 'submit');
                return;
              }
              if (e.ctrlKey || e.metaKey || e.altKey || localStorage.getItem($0) === 'off') return;
              const at = e.composedPath()[0];
              if (at && at.tagName && (at.isContentEditable || ['TEXTAREA', 'SELECT'].includes(at.tagName)
                || at.tagName === 'INPUT' && !['radio', 'checkbox', 'button'].includes(at.type))) return;
              if (/^[1-9jkn?]$/.test(e.key)) { e.preventDefault(); el.$server.press(e.key); }
            };
            document.addEventListener('keydown', el.reviewKeys);""";

    private Keys() {}

    /** The view hears about keys in its client-callable method {@code press}. */
    static void listen(Component view) {
        view.getElement().executeJs(LISTENER, SWITCH);
    }
}
