package app.tomoni.inbox;

import app.tomoni.shared.ui.ScreenKeys.Key;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Function;

/** Single keys for the list; they never act in a field or while a word is being composed. */
final class InboxKeys {

    static final String WORDS = "/";

    private static final String SCRIPT = """
            if (this.inboxKeys) { document.removeEventListener('keydown', this.inboxKeys); }
            if (!$0) { this.inboxKeys = null; return; }
            this.inboxKeys = (event) => {
              if (!this.isConnected) { document.removeEventListener('keydown', this.inboxKeys); return; }
              if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) { return; }
              if (document.querySelector('vaadin-dialog[opened]')) { return; }
              const at = event.composedPath()[0];
              if (at.closest && at.closest('input, textarea, select, [contenteditable], [role=listbox], [role=combobox]')) { return; }
              const rows = [...this.querySelectorAll('.inbox-rows li')];
              let here = rows.findIndex((row) => row.contains(document.activeElement));
              if (here < 0) { here = rows.findIndex((row) => row.classList.contains('chosen')) - (event.key === 'j' ? 1 : 0); }
              if (event.key === 'j' || event.key === 'k') {
                const next = rows[Math.min(rows.length - 1, Math.max(0, here + (event.key === 'j' ? 1 : -1)))];
                if (next) { next.querySelector('a').focus(); event.preventDefault(); }
              } else if (event.key === 'x' && rows[here]) {
                rows[here].querySelector('.inbox-look').click(); event.preventDefault();
              }
            };
            document.addEventListener('keydown', this.inboxKeys);
            """;

    private InboxKeys() {}

    static void listen(Component list, boolean on) {
        list.getElement().executeJs(SCRIPT, on);
    }

    /** What the keys do, while they act. */
    static void help(Paragraph help, boolean on, Function<String, String> text) {
        help.removeAll();
        help.setClassName("keys");
        if (on) {
            all(text).forEach(key -> help.add(line(key)));
        }
    }

    static List<Key> all(Function<String, String> text) {
        return List.of(
                new Key("j k", text.apply("inbox.keys.move")),
                new Key("Enter", text.apply("inbox.keys.open")),
                new Key("x", text.apply("inbox.keys.look")),
                words(text));
    }

    /** The frame brings the cursor to the field that names it. */
    static Key words(Function<String, String> text) {
        return new Key(WORDS, text.apply("inbox.keys.words"));
    }

    private static Component line(Key key) {
        var line = new Span();
        for (var name : key.name().split(" ")) {
            line.getElement().appendChild(new Element("kbd").setText(name));
        }
        line.add(" " + key.does());
        return line;
    }
}
