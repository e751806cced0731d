package app.tomoni.call.ui;

import app.tomoni.call.Typed;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A short form that does one weighty thing: it says first what will happen, and keeps what was typed when it cannot. */
abstract class ActForm extends Section {

    final Words words;
    private final Acts acts;
    private final Div answer = new Div();

    ActForm(Words words, Acts acts, String titleKey, String whyKey, Object... arguments) {
        this.words = words;
        this.acts = acts;
        addClassNames("card", "stack");
        add(new H2(words.say(titleKey)), new Paragraph(words.say(whyKey, arguments)), answer);
    }

    /**
     * Does it, or shows why not at the head of the form.
     *
     * @param said the fields whose texts nobody needs any more once it is done
     */
    void act(List<? extends TextFieldBase<?, String>> said, Runnable action, String doneKey) {
        attempt(() -> acts.run(said, action, words.say(doneKey)));
    }

    /** Runs it and shows why not at the head of the form. */
    void attempt(Runnable action) {
        answer.removeAll();
        try {
            action.run();
        } catch (Refusal refusal) {
            answer.add(new Note(Note.Kind.ERROR, words.refusal(refusal)));
        }
    }

    TextField line(String key) {
        var field = new TextField();
        field.setManualValidation(true);
        return kept(labelled(field, key, true));
    }

    TextArea area(String key) {
        return area(key, id(key), true);
    }

    TextArea area(String key, String id, boolean required) {
        var field = new TextArea();
        field.setManualValidation(true);
        labelled(field, key, required).setId(id);
        return kept(field);
    }

    /** An area with the number of characters below. */
    Component counted(TextArea area) {
        return acts.counted(area, Lengths.REASON);
    }

    DatePicker day(String key) {
        var field = new DayPicker();
        field.setManualValidation(true);
        return labelled(field, key, true);
    }

    static String id(String key) {
        return key.replace('.', '-');
    }

    private <C extends Component> C labelled(C field, String key, boolean required) {
        FieldLabel.on(field, words.say(key), required);
        field.setId(id(key));
        return field;
    }

    private <F extends TextFieldBase<?, String>> F kept(F field) {
        field.addValueChangeListener(event -> show(field, tooLong(event.getValue(), most(field))));
        return acts.keep(field);
    }

    private static int most(HasValue<?, ?> field) {
        return field instanceof TextArea ? Lengths.REASON : Lengths.LINE;
    }

    private String tooLong(String text, int most) {
        try {
            Lengths.demand(text, most);
            return "";
        } catch (Refusal refusal) {
            return words.refusal(refusal);
        }
    }

    private static void show(HasValidationProperties field, String wrong) {
        field.setInvalid(!wrong.isEmpty());
        field.setErrorMessage(wrong);
    }

    /** Whether something was typed, and not too much; says what is wrong at the field. */
    <F extends HasValue<?, ?> & HasValidationProperties> boolean filled(F field, String missingKey) {
        var text = field.getValue() instanceof String typed ? typed : "";
        var missing = field.isEmpty() || (field.getValue() instanceof String && text.isBlank());
        var wrong = missing ? words.say(missingKey) : tooLong(text, most(field));
        show(field, wrong);
        return wrong.isEmpty();
    }

    /** The day and time typed; says what is wrong at the fields. */
    Optional<Instant> instant(DatePicker day, TextField time) {
        var at = Typed.time(time.getValue());
        show(time, at.isEmpty() ? words.say("call.form.time") : "");
        if (!filled(day, "call.form.day") || at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                day.getValue().atTime(at.get()).atZone(JapaneseDates.ZONE).toInstant());
    }
}
