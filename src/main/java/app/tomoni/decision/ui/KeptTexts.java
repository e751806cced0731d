package app.tomoni.decision.ui;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The texts and choices of a page. Each goes to the server within moments, and the browser keeps what has not got there;
 * who typed over what somebody else has changed since, or chose otherwise, is asked which of the two to keep.
 */
final class KeptTexts {

    /** A text or a choice on the page, and what the server has of it. */
    private final class Text {

        private final KeptField field;
        private final int most;
        private final @Nullable Runnable write;
        private final Div question = new Div();
        private final Div box;
        private String stands;

        Text(KeptField field, int most, @Nullable Runnable write) {
            this.field = field;
            this.most = most;
            this.write = write;
            this.box = new Div(field.component());
            if (field.component() instanceof TextFieldBase<?, ?> typed) {
                typed.setManualValidation(true);
            }
            if (field.component() instanceof TextArea) {
                box.add(form.counter(most));
            }
            box.add(question);
            stands = field.shown();
            box.addClassName("dc-kept");
            form.base(box, stands);
        }

        /** Says at the field that its text is too long, or no more. */
        boolean isTooLong() {
            var tooLong = Graphemes.count(field.shown().strip()) > most;
            field.refuse(tooLong ? tooLong() : "");
            return tooLong;
        }

        String tooLong() {
            return words.say(
                    "decision.kept.long",
                    field.label(),
                    most,
                    Graphemes.count(field.shown().strip()));
        }

        void settle() {
            stands = field.shown();
            form.base(box, stands);
        }

        boolean isOpen() {
            return write != null
                    && (question.getComponentCount() > 0 || !field.shown().equals(stands));
        }
    }

    private final Words words;
    private final KeptForm form;
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final Map<String, Runnable> later = new HashMap<>();
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
        return add(path, new Text(KeptField.of(field), most, write));
    }

    /** The same for what is chosen. */
    Component keep(String path, KeptField choice, Runnable write) {
        return add(path, new Text(choice, Integer.MAX_VALUE, write));
    }

    /**
     * A field whose text goes to the server with a button of its own; until then only the browser keeps it. Where the
     * page is drawn anew, the new field shows what the old one did.
     *
     * @param most characters as people count them
     */
    Component hold(String path, TextFieldBase<?, String> field, int most) {
        return hold(path, new Text(KeptField.of(field), most, null));
    }

    /** The same for what is chosen. */
    Component hold(String path, KeptField choice) {
        return hold(path, new Text(choice, Integer.MAX_VALUE, null));
    }

    private Component hold(String path, Text text) {
        var drawn = texts.get(path);
        if (drawn != null) {
            text.field.show(drawn.field.shown());
            text.isTooLong();
        }
        text.field.onChange(() -> {
            text.isTooLong();
            form.waits(path, text.field.shown());
        });
        return add(path, text);
    }

    /** The server has taken what is held under paths that begin like this; the fields are empty for the next. */
    void taken(String path) {
        of(path).forEach((known, text) -> {
            text.field.show("");
            form.forget(known);
        });
    }

    /** The fields under this path are made by {@code make}, at the latest when the browser still has something of them. */
    void later(String path, Runnable make) {
        later.put(path, make);
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
        var found = entries(path, Text::isTooLong, Text::tooLong);
        if (found.isEmpty()) {
            try {
                write.run();
            } catch (Refusal refusal) {
                var sentence = words.say(refusal);
                of(path).values().stream().filter(Text::isOpen).forEach(text -> text.field.refuse(sentence));
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
                .map(text -> new ErrorSummary.Entry(sentence.apply(text), text.field.component()))
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
        return entries("", Text::isOpen, text -> words.say("decision.kept.open", text.field.label()));
    }

    /** What the browser still had when the page was opened again. */
    private void restored(String path, String typed, String basedOn) {
        if (!texts.containsKey(path)) {
            later.getOrDefault(path.substring(0, Math.max(0, path.lastIndexOf('/'))), () -> {})
                    .run();
        }
        var text = texts.get(path);
        if (text == null) {
            return;
        }
        var stands = text.stands;
        if (typed.equals(stands)) {
            form.forget(path);
        } else if (basedOn.equals(stands) || goesOn(text, typed)) {
            take(path, text, typed);
        } else {
            ask(path, text, typed);
        }
    }

    /** What goes on from the text that stands takes nothing away. */
    private static boolean goesOn(Text text, String typed) {
        return text.field.isTyped() && !text.stands.isEmpty() && typed.startsWith(text.stands);
    }

    private void take(String path, Text text, String typed) {
        if (!text.field.show(typed)) {
            form.forget(path);
        }
        if (text.write != null) {
            text.write.run();
        }
    }

    private void ask(String path, Text text, String typed) {
        var both = new Div(
                Buttons.secondary(words.say("decision.kept.mine"), event -> {
                    text.question.removeAll();
                    take(path, text, typed);
                }),
                Buttons.secondary(words.say("decision.kept.theirs"), event -> {
                    text.question.removeAll();
                    form.forget(path);
                }));
        both.addClassName("actions");
        var note = new Note(
                Note.Kind.WARN,
                new Paragraph(words.say("decision.kept.conflict", text.field.label())),
                new Paragraph(words.say("decision.kept.stands", said(text.stands))),
                new Paragraph(words.say("decision.kept.typed", said(typed))),
                both);
        note.getElement().setAttribute("role", "alert");
        text.question.add(note);
        form.asks(path);
    }

    private String said(String text) {
        return text.isEmpty() ? words.say("decision.kept.none") : text;
    }

    /** Nobody needs any more what the browser has of this text. */
    void forget(String path) {
        filled(path);
        form.forget(path);
    }

    /** All is done that the page is for. */
    void done() {
        form.done();
    }
}
