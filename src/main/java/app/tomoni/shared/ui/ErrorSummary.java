package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What has to be put right before going on, each with a link to its place. */
public class ErrorSummary extends Div {

    /**
     * @param text what, where and how to fix it
     * @param target the field to go to, or none
     * @param made makes the field to go to, or opens where it stands, when somebody goes there
     */
    public record Entry(
            String text,
            @Nullable Component target,
            @Nullable Supplier<Component> made) {

        public Entry(String text, @Nullable Component target) {
            this(text, target, null);
        }

        /** With the way to a field that may not be there yet. */
        public static Entry later(String text, Supplier<Component> made) {
            return new Entry(text, null, made);
        }

        private @Nullable Component field() {
            return made == null ? target : made.get();
        }

        private boolean leadsSomewhere() {
            return made != null || target != null;
        }
    }

    public ErrorSummary() {
        addClassName("summary");
        getElement().setAttribute("tabindex", "-1");
        setVisible(false);
    }

    /** After somebody has asked for something: what stands in the way. */
    public void show(List<Entry> entries) {
        announce(entries);
        if (!entries.isEmpty()) {
            getElement().callJsFunction("focus");
        }
    }

    /** Something has been put right: what is left of it, which nobody is told again. */
    public void narrow(List<Entry> entries) {
        getElement().removeAttribute("role");
        draw(entries);
    }

    /** While somebody is still typing: read out, without taking the focus from what they type in. */
    public void announce(List<Entry> entries) {
        getElement().setAttribute("role", "alert");
        draw(entries);
    }

    private void draw(List<Entry> entries) {
        removeAll();
        setVisible(!entries.isEmpty());
        if (entries.isEmpty()) {
            return;
        }
        if (entries.size() == 1 && !entries.getFirst().leadsSomewhere()) { // a sentence, and nothing to go through
            add(new Paragraph(entries.getFirst().text()));
            return;
        }
        var list = new UnorderedList();
        entries.forEach(entry -> list.add(new ListItem(line(entry))));
        add(new H2(getTranslation("shared.errors", entries.size())), list);
    }

    private Component line(Entry entry) {
        if (!entry.leadsSomewhere()) {
            return new Span(entry.text());
        }
        var link = new Anchor("#", entry.text());
        link.getElement()
                .addEventListener("click", event -> {
                    var target = entry.field();
                    if (target != null) {
                        target.scrollIntoView();
                        focus(target);
                    }
                })
                .preventDefault();
        return link;
    }

    /** Leads to a field; in a group of boxes or buttons that is the one chosen, or the first. */
    public static void focus(Component target) {
        if (target instanceof Focusable<?> field) {
            field.focus();
        } else {
            target.getElement()
                    .executeJs("(this.querySelector('input:checked') ?? this.querySelector('input'))?.focus()");
        }
    }
}
