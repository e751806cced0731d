package app.tomoni.call.ui;

import app.tomoni.call.Typed;
import app.tomoni.shared.JapaneseDates;
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
import java.time.Instant;
import java.util.Optional;

/** A short form that does one weighty thing: it says first what will happen, and keeps what was typed when it cannot. */
abstract class ActForm extends Section {

    final Words words;
    private final Div answer = new Div();

    ActForm(Words words, String titleKey, String whyKey, Object... arguments) {
        this.words = words;
        addClassNames("card", "stack");
        add(new H2(words.say(titleKey)), new Paragraph(words.say(whyKey, arguments)), answer);
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
        return labelled(field, key);
    }

    TextArea area(String key) {
        return area(key, true);
    }

    TextArea area(String key, boolean required) {
        var field = new TextArea();
        field.setManualValidation(true);
        return labelled(field, key, required);
    }

    DatePicker day(String key) {
        var field = new DayPicker();
        field.setManualValidation(true);
        return labelled(field, key);
    }

    private <C extends Component> C labelled(C field, String key) {
        return labelled(field, key, true);
    }

    private <C extends Component> C labelled(C field, String key, boolean required) {
        FieldLabel.on(field, words.say(key), required);
        field.setId(key.replace('.', '-'));
        return field;
    }

    /** Whether something was typed; says what is missing at the field. */
    <F extends HasValue<?, ?> & HasValidationProperties> boolean filled(F field, String missingKey) {
        var missing = field.isEmpty() || (field.getValue() instanceof String text && text.isBlank());
        field.setInvalid(missing);
        field.setErrorMessage(missing ? words.say(missingKey) : "");
        return !missing;
    }

    /** The day and time typed; says what is wrong at the fields. */
    Optional<Instant> instant(DatePicker day, TextField time) {
        var at = Typed.time(time.getValue());
        time.setInvalid(at.isEmpty());
        time.setErrorMessage(at.isEmpty() ? words.say("call.form.time") : "");
        if (!filled(day, "call.form.day") || at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                day.getValue().atTime(at.get()).atZone(JapaneseDates.ZONE).toInstant());
    }
}
