package app.tomoni.decision.ui;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a page. Each goes to the server within moments, and the browser keeps what has not got there; who typed
 * over what somebody else has changed since is asked which of the two to keep.
 */
final class KeptTexts {

    /** A text on the page, and what the server has of it. */
    private final class Text {

        private final TextFieldBase<?, String> field;
        private final int most;
        private final @Nullable Runnable write;
        private final Div question = new Div();
        private final Div box;
        private String stands;

        Text(TextFieldBase<?, String> field, int most, @Nullable Runnable write) {
            this.field = field;
            this.most = most;
            this.write = write;
            this.box = new Div(field);
            field.setManualValidation(true);
            if (field instanceof TextArea) {
                box.add(form.counter(most));
            }
            box.add(question);
            stands = field.getValue();
            box.addClassName("dc-kept");
            form.base(box, stands);
        }

        /** Says at the field that its text is too long, or no more. */
        boolean isTooLong() {
            var length = Graphemes.count(field.getValue().strip());
            refuse(length > most ? words.say("decision.kept.long", field.getLabel(), most, length) : "");
            return length > most;
        }

        void refuse(String sentence) {
            field.setErrorMessage(sentence);
            field.setInvalid(!sentence.isEmpty());
        }

        void settle() {
            stands = field.getValue();
            form.base(box, stands);
        }

        boolean isOpen() {
            return write != null
                    && (question.getComponentCount() > 0 || !field.getValue().equals(stands));
        }
    }

    private final Words words;
    private final KeptForm form;
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final Map<String, List<ErrorSummary.Entry>> refused = new LinkedHashMap<>();
    private final ErrorSummary refusals = new ErrorSummary();

    /** @param subject what is being written */
    KeptTexts(Words words, String subject, PersonId person) {
        this.words = words;
        this.form = new KeptForm(subject, person.value(), this::restored);
        form.addClassName("stack-5");
        form.add(refusals);
    }

    /** What all fields stand in. */
    KeptForm form() {
        return form;
    }

    /**
     * A field that holds what the server has.
     *
     * @param most characters as people count them
     * @param write sends what it shows
     * @return the field with the place for a question beside it
     */
    Component keep(String path, TextFieldBase<?, String> field, int most, Runnable write) {
        return add(path, new Text(field, most, write));
    }

    /**
     * A field whose text goes to the server with a button of its own; until then only the browser keeps it. Where the
     * page is drawn anew, the new field shows what the old one did.
     *
     * @param most characters as people count them
     */
    Component hold(String path, TextFieldBase<?, String> field, int most) {
        var text = new Text(field, most, null);
        field.addValueChangeListener(event -> text.isTooLong());
        var drawn = texts.get(path);
        if (drawn != null) {
            field.setValue(drawn.field.getValue());
        }
        return add(path, text);
    }

    /** The server has taken the held texts whose paths begin like this; their fields are empty for the next. */
    void taken(String path) {
        of(path).forEach((known, text) -> {
            text.field.clear();
            form.forget(known);
        });
    }

    private Component add(String path, Text text) {
        texts.put(path, text);
        form.keep(text.field, path);
        return text.box;
    }

    /** The page has filled the field with what the server has. */
    void filled(String path) {
        of(path).values().forEach(Text::settle);
    }

    /**
     * Sends what the fields show whose paths begin like this. What is refused is said at the fields and announced;
     * nobody's cursor is taken away, for they may be typing in the next field by now.
     *
     * @return whether the server has it
     */
    boolean send(String path, Runnable write, Instant at) {
        var found = entries(path, Text::isTooLong, text -> text.field.getErrorMessage());
        if (found.isEmpty()) {
            try {
                write.run();
            } catch (Refusal refusal) {
                var sentence = words.say(refusal);
                of(path).values().stream().filter(Text::isOpen).forEach(text -> text.refuse(sentence));
                found = List.of(new ErrorSummary.Entry(sentence, null));
            }
        }
        refused.put(path, found);
        refusals.announce(refused.values().stream().flatMap(List::stream).toList());
        if (found.isEmpty()) {
            saved(path, at);
        } else {
            of(path).keySet().forEach(form::refused);
        }
        return found.isEmpty();
    }

    private List<ErrorSummary.Entry> entries(String path, Predicate<Text> which, Function<Text, String> sentence) {
        return of(path).values().stream()
                .filter(which)
                .map(text -> new ErrorSummary.Entry(sentence.apply(text), text.field))
                .toList();
    }

    private void saved(String path, Instant at) {
        of(path).forEach((known, text) -> {
            text.settle();
            form.saved(known, text.stands, at);
        });
        if (texts.values().stream().anyMatch(Text::isOpen)) {
            form.notSaved();
        } else {
            form.saved(at);
        }
    }

    private Map<String, Text> of(String path) {
        var found = new LinkedHashMap<String, Text>();
        texts.forEach((known, text) -> {
            if (known.startsWith(path)) {
                found.put(known, text);
            }
        });
        return found;
    }

    /** What the server has not got yet, each with the way to it. */
    List<ErrorSummary.Entry> open() {
        return entries("", Text::isOpen, text -> words.say("decision.kept.open", text.field.getLabel()));
    }

    /** What the browser still had when the page was opened again. */
    private void restored(String path, String typed, String basedOn) {
        var text = texts.get(path);
        if (text == null) {
            return;
        }
        var stands = text.stands;
        if (typed.equals(stands)) {
            form.forget(path);
        } else if (basedOn.equals(stands) || (!stands.isEmpty() && typed.startsWith(stands))) {
            // What goes on from the text that stands takes nothing away
            take(text, typed);
        } else {
            ask(path, text, typed);
        }
    }

    private static void take(Text text, String typed) {
        text.field.setValue(typed);
        if (text.write != null) {
            text.write.run();
        }
    }

    private void ask(String path, Text text, String typed) {
        var both = new Div(
                Buttons.secondary(words.say("decision.kept.mine"), event -> {
                    text.question.removeAll();
                    take(text, typed);
                }),
                Buttons.secondary(words.say("decision.kept.theirs"), event -> {
                    text.question.removeAll();
                    form.forget(path);
                }));
        both.addClassName("actions");
        var note = new Note(
                Note.Kind.WARN,
                new Paragraph(words.say("decision.kept.conflict", text.field.getLabel())),
                new Paragraph(words.say("decision.kept.stands", text.stands)),
                new Paragraph(words.say("decision.kept.typed", typed)),
                both);
        note.getElement().setAttribute("role", "alert");
        text.question.add(note);
        form.notSaved();
    }

    /** Nobody needs any more what the browser has of this text. */
    void forget(String path) {
        filled(path);
        form.forget(path);
    }
}
