package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Section;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.Progress;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The table of contents, which says of each section how far it is. */
final class Contents extends Nav {

    private enum State {
        UNTOUCHED("", Icon.CLOCK),
        WRITING("", Icon.PENCIL),
        WRONG("err", Icon.ERROR),
        UNDECIDED("err", Icon.ERROR),
        ASKED("warn", Icon.RETURN),
        COMPLETE("ok", Icon.CHECK);

        private final String style;
        private final Icon icon;

        State(String style, Icon icon) {
            this.style = style;
            this.icon = icon;
        }
    }

    private final Supplement supplement;
    private final Consumer<Section> go;
    private final Div head = new Div();
    private final NativeButton unfold = new NativeButton("", event -> setClassName("open", !hasClassName("open")));
    private final OrderedList list = new OrderedList();
    private final Map<Section, Entry> entries = new LinkedHashMap<>();

    /** @param go opens the section that the person has chosen */
    Contents(Supplement supplement, Consumer<Section> go) {
        this.supplement = supplement;
        this.go = go;
        addClassName("secs");
        getElement().setAttribute("aria-label", getTranslation("form.contents"));
        unfold.addClassName("toc");
        add(head, unfold, list);
    }

    /** Folds the list up, where the screen is too narrow for it to stand open. */
    void fold() {
        removeClassName("open");
    }

    /**
     * Nothing to click on is drawn anew: a save may come back between the press and the release.
     *
     * @param undecided the fields that wait for a choice between two texts
     */
    void draw(List<Section> shown, Section current, Answers answers, Findings findings, Set<String> undecided) {
        if (!List.copyOf(entries.keySet()).equals(shown)) {
            list.removeAll();
            entries.clear();
            shown.forEach(section -> entries.put(section, new Entry(entries.size() + 1, section)));
            entries.values().forEach(list::add);
        }
        var complete = 0;
        for (var section : shown) {
            var state = state(section, answers, findings, undecided);
            complete += state == State.COMPLETE ? 1 : 0;
            Objects.requireNonNull(entries.get(section)).say(state, words(section, state, answers), section == current);
        }
        head.removeAll();
        head.add(new Progress(getTranslation("form.progress", shown.size(), complete), complete, shown.size()));
        if (!supplement.isEmpty()) {
            var counter = new Paragraph(
                    getTranslation("form.supplement.progress", supplement.putRight(answers), supplement.size()));
            counter.addClassName("b");
            head.add(counter);
        }
        unfold.setText(getTranslation("form.contents.open", shown.indexOf(current) + 1, current.title()));
        unfold.getElement().setAttribute("aria-expanded", Boolean.toString(hasClassName("open")));
    }

    private State state(Section section, Answers answers, Findings findings, Set<String> undecided) {
        var fields = section.fields().filter(answers::shows).toList();
        if (fields.stream().anyMatch(field -> undecided.contains(field.key()))) {
            return State.UNDECIDED;
        }
        if (fields.stream().anyMatch(field -> supplement.awaits(field, answers))) {
            return State.ASKED;
        }
        if (fields.stream().allMatch(field -> findings.all(field.key()).isEmpty())) {
            return fields.stream().anyMatch(field -> field.required() || !answers.isEmpty(field))
                    ? State.COMPLETE
                    : State.UNTOUCHED;
        }
        if (fields.stream().anyMatch(field -> !findings.told(field.key()).isEmpty())) {
            return State.WRONG;
        }
        return fields.stream().allMatch(answers::isEmpty) ? State.UNTOUCHED : State.WRITING;
    }

    /** A section with how far it is. */
    private final class Entry extends ListItem {

        private final NativeButton button;
        private final Span words = new Span();

        Entry(int number, Section section) {
            var no = new Span(Integer.toString(number));
            no.addClassName("no");
            var name = new Element("b");
            name.setText(section.title());
            var both = new Span();
            both.getElement().appendChild(name, words.getElement());
            button = new NativeButton("", event -> go.accept(section));
            button.add(no, both);
            add(button);
        }

        void say(State state, String said, boolean current) {
            words.removeAll();
            words.add(state.icon.small(), new Text(said));
            words.setClassName(("st " + state.style).strip());
            if (current) {
                button.getElement().setAttribute("aria-current", "step");
            } else {
                button.getElement().removeAttribute("aria-current");
            }
        }
    }

    private String words(Section section, State state, Answers answers) {
        if (state == State.ASKED) {
            return getTranslation(
                    "form.state.asked",
                    section.fields()
                            .filter(field -> supplement.awaits(field, answers))
                            .count());
        }
        return getTranslation("form.state." + state.name().toLowerCase(Locale.ROOT));
    }
}
