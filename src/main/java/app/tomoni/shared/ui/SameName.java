package app.tomoni.shared.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Asks who is meant when somebody is entered whose name stands here already. */
public class SameName extends Div {

    /**
     * Somebody who may be meant.
     *
     * @param kana how the name is read
     * @param offices in words; empty for who has none
     * @param chosen what is done when it is them
     */
    public record Candidate(String name, String kana, String offices, Runnable chosen) {}

    /**
     * Asks nothing yet.
     *
     * @param typed what says who is entered; the question is over once it changes
     */
    public SameName(AbstractField<?, ?>... typed) {
        for (var field : typed) {
            field.addValueChangeListener(event -> close());
        }
        setVisible(false);
    }

    /** @param another what is done when it is somebody else of that name; at once where nobody bears it */
    public void ask(String name, List<Candidate> candidates, Runnable another) {
        close();
        if (candidates.isEmpty()) {
            another.run();
            return;
        }
        var list = new UnorderedList();
        list.addClassName("lines");
        candidates.forEach(candidate -> list.add(line(candidate)));
        var note = new Note(
                Note.Kind.WARN,
                new Paragraph(getTranslation("shared.sameName", name)),
                list,
                new Div(Buttons.secondary(getTranslation("shared.sameName.another"), Buttons.once(() -> {
                    close();
                    another.run();
                }))));
        add(note);
        setVisible(true);
        note.lead();
    }

    private void close() {
        removeAll();
        setVisible(false);
    }

    private ListItem line(Candidate candidate) {
        var name = new Span(getTranslation("shared.sameName.who", candidate.name(), candidate.kana()));
        name.addClassName("b");
        var offices =
                new Div(candidate.offices().isEmpty() ? getTranslation("shared.sameName.none") : candidate.offices());
        offices.addClassNames("small", "mute");
        var line = new ListItem(
                new Div(name, offices),
                Buttons.secondary(
                        getTranslation("shared.sameName.this"),
                        getTranslation("shared.sameName.this.of", candidate.name(), candidate.offices()),
                        Buttons.once(() -> {
                            close();
                            candidate.chosen().run();
                        })));
        line.addClassNames("row", "between");
        return line;
    }
}
