package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Section;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.Progress;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
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

    /** @param go opens the section that the person has chosen */
    Contents(Supplement supplement, Consumer<Section> go) {
        this.supplement = supplement;
        this.go = go;
        addClassName("secs");
        getElement().setAttribute("aria-label", getTranslation("form.contents"));
    }

    /** Folds the list up, where the screen is too narrow for it to stand open. */
    void fold() {
        removeClassName("open");
    }

    /** @param undecided the fields that wait for a choice between two texts */
    void draw(List<Section> shown, Section current, Answers answers, Findings findings, Set<String> undecided) {
        var list = new OrderedList();
        var complete = 0;
        for (var i = 0; i < shown.size(); i++) {
            var section = shown.get(i);
            var state = state(section, answers, findings, undecided);
            complete += state == State.COMPLETE ? 1 : 0;
            list.add(new ListItem(
                    entry(i + 1, section, words(section, state, answers), state, section.equals(current))));
        }
        removeAll();
        add(new Progress(getTranslation("form.progress", shown.size(), complete), complete, shown.size()));
        if (!supplement.isEmpty()) {
            var counter = new Paragraph(
                    getTranslation("form.supplement.progress", supplement.putRight(answers), supplement.size()));
            counter.addClassName("b");
            add(counter);
        }
        var unfold = new NativeButton(
                getTranslation("form.contents.open", shown.indexOf(current) + 1, current.title()),
                event -> setClassName("open", !hasClassName("open")));
        unfold.addClassName("toc");
        unfold.getElement().setAttribute("aria-expanded", Boolean.toString(hasClassName("open")));
        add(unfold, list);
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

    private Component entry(int number, Section section, String said, State state, boolean current) {
        var no = new Span(Integer.toString(number));
        no.addClassName("no");
        var name = new Element("b");
        name.setText(section.title());
        var words = new Span(state.icon.small(), new Text(said));
        words.addClassName("st");
        if (!state.style.isEmpty()) {
            words.addClassName(state.style);
        }
        var both = new Span();
        both.getElement().appendChild(name, words.getElement());
        var button = new NativeButton("", event -> go.accept(section));
        button.add(no, both);
        if (current) {
            button.getElement().setAttribute("aria-current", "step");
        }
        return button;
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
