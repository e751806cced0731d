package app.tomoni.review.ui;

import com.vaadin.flow.component.Component;

/**
 * Single keys of a screen: off in text fields, during the composition of Japanese text, in dialogs, and for whoever
 * has turned them off.
 */
final class Keys {

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
              if (e.ctrlKey || e.metaKey || e.altKey || !$0) return;
              const at = e.composedPath()[0];
              if (at && at.tagName && (at.isContentEditable || ['TEXTAREA', 'SELECT'].includes(at.tagName)
                || at.tagName === 'INPUT' && !['radio', 'checkbox', 'button'].includes(at.type))) return;
              if (/^[1-9jkn?]$/.test(e.key)) { e.preventDefault(); el.$server.press(e.key); }
            };
            document.addEventListener('keydown', el.reviewKeys);""";

    private Keys() {}

    /**
     * The view hears about keys in its client-callable method {@code press}.
     *
     * @param single whether its reader wants single keys
     */
    static void listen(Component view, boolean single) {
        view.getElement().executeJs(LISTENER, single);
    }
}
