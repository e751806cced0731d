package app.tomoni.form.ui;

import app.tomoni.form.Saved;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A single text outside a form, such as a comment or a reason, kept while typing like a field of a form. */
@StyleSheet("context://tomoni/form.css")
public class AutosavedText extends Div implements Focusable<AutosavedText> {

    private final Desk desk;
    private final String field;
    private final TextArea input = new TextArea();
    private final KeptIndicator indicator;
    private final Div clash = new Div();
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private boolean filling;
    private boolean clashing;

    AutosavedText(Desk desk, String field, String label, String hint, boolean required, int most) {
        this.desk = desk;
        this.field = field;
        this.indicator = new KeptIndicator(desk.subject());
        addClassName("field");
        getElement().setAttribute("data-subject", desk.subject());
        getElement().setAttribute("data-person", desk.person().toString());
        var name = new NativeLabel();
        name.getElement().setAttribute("slot", "label");
        name.add(new Span(label), FieldLabel.need(required));
        input.getElement().appendChild(name.getElement());
        input.getElement().getThemeList().add("helper-above-field");
        input.setManualValidation(true);
        input.setMinRows(3);
        if (!hint.isBlank()) {
            input.setHelperText(hint);
        }
        TextView.typing(input, field);
        fill(desk.value(field));
        base();
        input.addValueChangeListener(event -> {
            if (!filling) {
                changed();
            }
        });
        clash.addClassName("clash");
        clash.setVisible(false);
        var status = new Paragraph(indicator);
        status.addClassName("small");
        add(input, TextView.counter(this, most), status, clash);
    }

    /** The text as it stands on the screen. */
    public String value() {
        return input.getValue();
    }

    /** Whether what stands on the screen is what is kept. */
    public boolean isSafe() {
        return !clashing && input.getValue().equals(desk.value(field));
    }

    /** Told after each save. */
    public void onSaved(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Shows what is wrong below the input; an empty sentence takes it away. */
    public void complain(String sentence) {
        input.setInvalid(!sentence.isEmpty());
        input.setErrorMessage(sentence);
    }

    @Override
    public void focus() {
        input.focus();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Browser.attach(this, event.getUI());
    }

    @ClientCallable
    void restore(String path, String typed, String basedOn) {
        if (!path.equals(field)) {
            return; // another text of the same subject will ask for it
        }
        if (typed.equals(input.getValue())) {
            Browser.forget(this, path);
            return;
        }
        var stood = desk.known().get(field);
        fill(typed);
        if (stood == null
                || Long.toString(stood.version()).equals(basedOn)
                || (stood.savedBy().equals(desk.person()) && typed.startsWith(stood.value()))) {
            changed();
        } else {
            show(new Saved.Conflict(stood.value(), stood.savedBy(), stood.savedAt(), stood.version()));
        }
        Browser.refresh(this);
    }

    private void changed() {
        if (clashing) {
            return;
        }
        var text = input.getValue();
        try {
            switch (desk.save(field, text)) {
                case Saved.Stored stored -> {
                    base();
                    indicator.saved(stored.at());
                    Browser.saved(this, field, text);
                    listeners.forEach(listener -> listener.accept(text));
                }
                case Saved.Conflict conflict -> show(conflict);
                case Saved.Gone gone -> {
                    indicator.notSaved();
                    clash.removeAll();
                    clash.add(new Note(Note.Kind.WARN, getTranslation("form.gone")));
                    clash.setVisible(true);
                }
            }
        } catch (Refusal refusal) {
            indicator.notSaved();
            complain(getTranslation(refusal.messageKey(), refusal.arguments().toArray()));
        }
    }

    private void show(Saved.Conflict theirs) {
        clashing = true;
        indicator.notSaved();
        var who = theirs.by().equals(desk.person()) ? getTranslation("form.clash.otherScreen") : desk.name(theirs.by());
        var words = new Paragraph(
                getTranslation("form.clash", JapaneseDates.clock(theirs.at()).substring(0, 5), who));
        words.addClassName("b");
        var pair = new Div(
                side(getTranslation("form.clash.mine"), input.getValue()),
                side(getTranslation("form.clash.theirs", who), theirs.theirs()));
        pair.addClassName("pair");
        pair.setVisible(false);
        var ways = new Div(
                Buttons.secondary(getTranslation("form.clash.mine"), event -> {
                    settle(theirs);
                    changed();
                }),
                Buttons.secondary(getTranslation("form.clash.theirs", who), event -> {
                    settle(theirs);
                    fill(theirs.theirs());
                    indicator.saved(theirs.at());
                    Browser.forget(this, field);
                    Browser.refresh(this);
                    listeners.forEach(listener -> listener.accept(theirs.theirs()));
                }),
                Buttons.quiet(getTranslation("form.clash.both"), event -> pair.setVisible(!pair.isVisible())));
        ways.addClassName("row");
        clash.removeAll();
        clash.getElement().setAttribute("role", "alert");
        clash.add(words, ways, pair);
        clash.setVisible(true);
    }

    private static Component side(String title, String text) {
        var name = new Paragraph(title);
        name.addClassName("b");
        return new Div(name, new Paragraph(text));
    }

    private void settle(Saved.Conflict theirs) {
        desk.accept(field, theirs);
        clashing = false;
        clash.removeAll();
        clash.setVisible(false);
        base();
    }

    private void base() {
        getElement().setAttribute("data-base", Long.toString(desk.version(field)));
    }

    private void fill(String text) {
        filling = true;
        input.setValue(text);
        filling = false;
    }
}
