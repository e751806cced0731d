package app.tomoni.decision.ui;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

        boolean isTooLong() {
            return Graphemes.count(field.shown().strip()) > most;
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

    /** What is wrong, and the path of the field that it is said at; of no field where the path is empty. */
    private record Wrong(String path, String sentence) {}

    private final Words words;
    private final KeptForm form;
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final Map<String, Runnable> later = new HashMap<>();
    /** The parts of the page that fields stand in, in its order; the fields of some are made later than the page. */
    private final Set<String> parts = new LinkedHashSet<>();
    /** By what is refused, and for whom: the field that it is about. */
    private final Map<String, String> places = new HashMap<>();
    /** What was refused while somebody typed, by what was sent. */
    private final Map<String, List<Wrong>> refused = new LinkedHashMap<>();
    /** What a button was not pressed for, and how to find out whether it still is so. */
    private List<Wrong> missing = List.of();

    private Supplier<List<Wrong>> stillMissing = List::of;
    private Set<String> marked = Set.of();
    private Set<String> told = Set.of();
    private final ErrorSummary summary;

    /**
     * @param subject what is being written
     * @param summary at the head of the page, for all that is wrong on it
     */
    KeptTexts(Words words, String subject, PersonId person, ErrorSummary summary) {
        this.words = words;
        this.summary = summary;
        this.form = new KeptForm(subject, person.value(), this::restored);
        form.addClassName("stack-5");
        summary.announce(List.of());
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
        }
        text.field.onChange(() -> {
            missing = missing.stream().filter(one -> !one.path().equals(path)).toList();
            refused.put(path, text.isTooLong() ? List.of(new Wrong(path, text.tooLong())) : List.of());
            text.field.refuse("");
            tell(false);
            form.waits(path, text.field.shown());
        });
        return add(path, text);
    }

    /** The server has taken what is held under paths that begin like this; the fields are drawn anew for the next. */
    void taken(String path) {
        of(path).keySet().forEach(known -> {
            form.forget(known);
            texts.remove(known);
            refused.remove(known);
        });
    }

    /** The fields under this path are made by {@code make}, at the latest when the browser still has something of them. */
    void later(String path, Runnable make) {
        later.put(path, make);
        parts.add(path);
    }

    private Component add(String path, Text text) {
        texts.put(path, text);
        parts.add(part(path));
        form.keep(text.field, path);
        wrong().filter(one -> one.path().equals(path)).forEach(one -> text.field.refuse(one.sentence()));
        return text.box;
    }

    /** A refusal of this key is said at this field. */
    void refuseAt(String key, String path) {
        places.put(key, path);
    }

    /** The same where a page has several of them: at the field of what the refusal names first. */
    void refuseAt(String key, String about, String path) {
        places.put(key + "/" + about, path);
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
        of(path).values().forEach(text -> text.field.refuse(""));
        var found = wrong(path, Text::isTooLong, Text::tooLong);
        if (found.isEmpty()) {
            try {
                write.run();
            } catch (Refusal refusal) {
                found = refused(path, refusal);
            }
        }
        refused.put(path, found);
        if (found.isEmpty()) {
            saved(path, at);
            lookAgain();
        } else {
            of(path).keySet().forEach(form::refused);
        }
        tell(false);
        return found.isEmpty();
    }

    /** Of what was missing; what else is missing by now is said when it is asked for. */
    private void lookAgain() {
        var before = missing.stream().map(Wrong::path).toList();
        if (!before.isEmpty()) {
            missing = stillMissing.get().stream()
                    .filter(one -> before.contains(one.path()))
                    .toList();
        }
    }

    private List<Wrong> wrong(String path, Predicate<Text> which, Function<Text, String> sentence) {
        var found = new ArrayList<Wrong>();
        of(path).forEach((known, text) -> {
            if (which.test(text)) {
                found.add(new Wrong(known, sentence.apply(text)));
            }
        });
        return found;
    }

    /** It is said at its own field, or at those of which the server has something else. */
    private List<Wrong> refused(String path, Refusal refusal) {
        var one = wrong(refusal);
        var open = one.path().isEmpty() ? wrong(path, Text::isOpen, text -> one.sentence()) : List.of(one);
        if (refusal.messageKey().equals("decision.changedElsewhere")) {
            open.forEach(each -> openAnew(texts.get(each.path())));
        }
        return open.isEmpty() ? List.of(one) : open;
    }

    /** What stands now and what was typed are shown side by side once the page is opened again. */
    private void openAnew(@Nullable Text text) {
        if (text != null && text.question.getComponentCount() == 0) {
            text.question.add(Buttons.secondary(
                    words.say("decision.kept.openAnew"),
                    event -> UI.getCurrent().getPage().reload()));
        }
    }

    private Wrong wrong(Refusal refusal) {
        var key = refusal.messageKey();
        var about = refusal.arguments().isEmpty() ? "" : refusal.arguments().getFirst();
        return new Wrong(places.getOrDefault(key + "/" + about, places.getOrDefault(key, "")), words.say(refusal));
    }

    /** Does what a button is for, or says why not; what was typed stays. */
    boolean attempt(Runnable action) {
        missing = List.of();
        stillMissing = List::of;
        try {
            action.run();
        } catch (Refusal refusal) {
            missing = List.of(wrong(refusal));
        }
        tell(!missing.isEmpty());
        return missing.isEmpty();
    }

    /** Whether the server has all texts and nothing is missing; says all at once what is, until it is there. */
    boolean complete(Supplier<List<Refusal>> gaps) {
        stillMissing = () -> Stream.concat(
                        gaps.get().stream().map(this::wrong),
                        wrong("", Text::isOpen, text -> words.say("decision.kept.open", text.field.label())).stream())
                .toList();
        missing = stillMissing.get();
        tell(!missing.isEmpty());
        return missing.isEmpty();
    }

    /** Whether all of this is met; says all at once what is not. */
    boolean filled(ShortForm.Need... needs) {
        stillMissing = List::of;
        missing = Stream.of(needs)
                .filter(need -> !need.met())
                .map(need -> new Wrong(path(need), need.otherwise()))
                .toList();
        tell(!missing.isEmpty());
        return missing.isEmpty();
    }

    private String path(ShortForm.Need need) {
        return texts.entrySet().stream()
                .filter(known -> known.getValue().field.component() == need.field())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /**
     * Says everything that is wrong at its field, and at the head of the page with the way there.
     *
     * @param asked whether somebody has pressed a button and waits for what is said
     */
    private void tell(boolean asked) {
        var wrong = new LinkedHashMap<String, Wrong>();
        wrong().forEach(one -> wrong.put(one.path().isEmpty() ? one.sentence() : one.path(), one));
        var before = marked;
        marked = Set.copyOf(wrong.keySet());
        texts.forEach((path, text) -> {
            var one = wrong.get(path);
            if (one != null) {
                text.field.refuse(one.sentence());
            } else if (before.contains(path)) {
                text.field.refuse("");
            }
        });
        var entries = new LinkedHashMap<String, ErrorSummary.Entry>();
        inPageOrder(wrong.values()).forEach(one -> entries.putIfAbsent(one.sentence(), entry(one)));
        if (asked) {
            summary.show(List.copyOf(entries.values()));
        } else if (!told.equals(entries.keySet())) { // nobody hears the same again with each text that is saved
            summary.announce(List.copyOf(entries.values()));
        }
        told = Set.copyOf(entries.keySet());
    }

    /** Whoever goes from one to the next goes down the page; what is about no field of it comes last. */
    private List<Wrong> inPageOrder(Collection<Wrong> wrong) {
        var byPart = List.copyOf(parts);
        var byField = List.copyOf(texts.keySet());
        return wrong.stream()
                .sorted(Comparator.comparing((Wrong one) -> one.path().isEmpty())
                        .thenComparing(one -> byPart.indexOf(part(one.path())))
                        .thenComparing(one -> byField.indexOf(one.path())))
                .toList();
    }

    private static String part(String path) {
        var end = path.lastIndexOf('/');
        return end < 0 ? path : path.substring(0, end);
    }

    /** Of one field, what was found wrong while typing says more than that something is missing there. */
    private Stream<Wrong> wrong() {
        return Stream.concat(missing.stream(), refused.values().stream().flatMap(List::stream));
    }

    private ErrorSummary.Entry entry(Wrong wrong) {
        var path = wrong.path();
        return path.isEmpty()
                ? new ErrorSummary.Entry(wrong.sentence(), null)
                : ErrorSummary.Entry.later(
                        wrong.sentence(),
                        () -> Objects.requireNonNull(made(path)).field.component());
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

    /** What the browser still had when the page was opened again. */
    private void restored(String path, String typed, String basedOn) {
        var text = made(path);
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

    private @Nullable Text made(String path) {
        if (!texts.containsKey(path)) {
            later.getOrDefault(path.substring(0, Math.max(0, path.lastIndexOf('/'))), () -> {})
                    .run();
        }
        return texts.get(path);
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
                    ErrorSummary.focus(text.field.component());
                }),
                Buttons.secondary(words.say("decision.kept.theirs"), event -> {
                    text.question.removeAll();
                    form.forget(path);
                    ErrorSummary.focus(text.field.component());
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

    /** What waits for a button of its own, by the names of its fields, so that nobody loses it with the button. */
    Map<String, String> unsent() {
        var unsent = new LinkedHashMap<String, String>();
        texts.values().stream()
                .filter(text -> text.write == null
                        && text.field.isTyped()
                        && !text.field.shown().isBlank())
                .forEach(text -> unsent.put(text.field.label(), text.field.shown()));
        return unsent;
    }

    /** All is done that the page is for. */
    void done() {
        form.done();
    }
}
