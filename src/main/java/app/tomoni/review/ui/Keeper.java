package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.review.Kept;
import app.tomoni.review.Typed;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.KeptInBrowser;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Saves the fields of one sheet or check as they change, knows their versions, and asks at the field when another page was faster.
 *
 * <p>What is refused or could not be saved, and what waits for an answer, stays in its field and stays {@link #unsafe} until it is put right:
 * a page hands nothing in as long as there is such a field.
 */
class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    /** Where a field goes. */
    @FunctionalInterface
    interface Place {
        Kept save(String field, String value, long basedOn);
    }

    /**
     * A field on the page.
     *
     * @param name in the reader's words
     * @param value what it shows, as it is saved
     * @param show puts such a value into it
     * @param box holds the field, and the question which of two values to keep
     */
    private record Shown(String name, KeptField input, Supplier<String> value, Consumer<String> show, Div box) {}

    /**
     * Something typed that is not safe.
     *
     * @param question which of two values to keep; none when the value was refused or could not be saved
     */
    private record Unsafe(
            String typed, String problem, @Nullable Note question) {}

    private final Place place;
    private final Translations translations;
    private final KeptForm form;
    private final Map<String, Typed> safe;
    private final Map<String, Shown> fields = new HashMap<>();
    private final Map<String, Unsafe> unsafe = new LinkedHashMap<>();
    private boolean showing;
    private Runnable saved = () -> {};
    private Consumer<String> missing = field -> {};

    /**
     * @param subject whose fields these are
     * @param person who types
     * @param safe what is saved already
     */
    Keeper(String subject, PersonId person, Place place, Map<String, Typed> safe, Translations translations) {
        this.form = new KeptForm(subject, person.value(), this::restore);
        this.place = place;
        this.translations = translations;
        this.safe = new HashMap<>(safe);
    }

    /** What the fields lie in. */
    KeptForm form() {
        return form;
    }

    /** Told after each save. */
    void onSaved(Runnable listener) {
        saved = listener;
    }

    /** Told the field of which the browser has something left while the page does not show it. */
    void onMissing(Consumer<String> listener) {
        missing = listener;
    }

    /** What is safe on the server, as far as this page knows. */
    Map<String, Typed> safe() {
        return Map.copyOf(safe);
    }

    /** The value of a field that is safe on the server. */
    String value(String field) {
        var known = safe.get(field);
        return known == null ? "" : known.value();
    }

    private long version(String field) {
        var known = safe.get(field);
        return known == null ? 0 : known.version();
    }

    /** A text on the page, in a box for it and what is asked about it. */
    Component text(TextFieldBase<?, String> input, String field, String name) {
        return show(field, new Shown(name, KeptField.of(input), input::getValue, input::setValue, new Div()));
    }

    /** The same for what is ticked or not. */
    Component tick(Checkbox input, String field, String name) {
        return show(
                field,
                new Shown(
                        name,
                        KeptField.of(input),
                        () -> input.getValue().toString(),
                        value -> input.setValue("true".equals(value)),
                        new Div()));
    }

    /**
     * The same for a choice.
     *
     * @param value what is chosen, as it is saved
     * @param show chooses what was saved
     */
    Component choice(KeptField input, String field, String name, Supplier<String> value, Consumer<String> show) {
        return show(field, new Shown(name, input, value, show, new Div()));
    }

    /** Shows what was put in last, safe or not. */
    private Component show(String field, Shown shown) {
        fields.put(field, shown);
        form.keep(shown.input(), field);
        shown.box().add(shown.input().component());
        shown.box().addClassName("review-kept");
        var open = unsafe.get(field);
        fill(field, open == null ? value(field) : open.typed());
        if (open != null && open.question() != null) {
            shown.box().add(open.question());
        }
        based(field);
        complain(field);
        shown.input().onChange(() -> {
            if (!showing) {
                keep(field, shown.value().get());
            }
        });
        return shown.box();
    }

    private void fill(String field, String value) {
        quietly(() -> shown(field).show().accept(value));
    }

    /** What the page itself puts into a field is no change. */
    private void quietly(Runnable show) {
        showing = true;
        try {
            show.run();
        } finally {
            showing = false;
        }
    }

    private void based(String field) {
        form.base(shown(field).box(), Long.toString(version(field)));
    }

    private void keep(String field, String value) {
        var words = shown(field).input().shown();
        if (!unsafe.containsKey(field) && value.equals(value(field))) {
            KeptInBrowser.saved(form, field, words);
            return;
        }
        settled(field);
        try {
            switch (place.save(field, value, version(field))) {
                case Kept.Stored stored -> {
                    form.saved(field, words, stored.at());
                    safe(field, new Typed(value, stored.version(), stored.at()));
                }
                case Kept.Conflict theirs -> ask(field, value, theirs);
            }
        } catch (Refusal refusal) {
            form.refused(field);
            unsafe(
                    field,
                    new Unsafe(value, translations.of(refusal, UI.getCurrent().getLocale()), null));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A field could not be saved; it is tried again before anything is handed in", e);
            unsafe(field, new Unsafe(value, form.getTranslation("review.unsafe.fault"), null));
        }
    }

    private void safe(String field, Typed now) {
        safe.put(field, now);
        based(field);
        complain(field);
        if (unsafe.isEmpty()) {
            form.saved(now.at());
        } else {
            sayUnsafe();
        }
        saved.run();
    }

    private void unsafe(String field, Unsafe open) {
        unsafe.put(field, open);
        complain(field);
        sayUnsafe();
    }

    private void settled(String field) {
        var open = unsafe.remove(field);
        if (open != null && open.question() != null) {
            open.question().removeFromParent();
        }
    }

    /** What the browser had left: saved when nobody has changed the field since, or else its writer is asked. */
    private void restore(String field, String words, String basedOn) {
        if (!fields.containsKey(field)) {
            missing.accept(field);
        }
        var shown = fields.get(field);
        if (shown == null || unsafe.containsKey(field)) {
            return;
        }
        quietly(() -> shown.input().show(words));
        var typed = shown.value().get();
        var stands = safe.get(field);
        if (typed.equals(value(field)) || !shown.input().shown().equals(words)) {
            fill(field, value(field));
            form.forget(field);
        } else if (stands == null
                || Long.toString(stands.version()).equals(basedOn)
                || (shown.input().isTyped() && typed.startsWith(stands.value()))) {
            keep(field, typed);
        } else {
            ask(field, typed, new Kept.Conflict(stands.value(), stands.version(), stands.at()));
        }
    }

    private void ask(String field, String mine, Kept.Conflict theirs) {
        var name = shown(field).name();
        var note = new Note(
                Note.Kind.WARN,
                new Paragraph(form.getTranslation(
                        "review.conflict",
                        name,
                        JapaneseDates.clock(theirs.at()),
                        readable(theirs.theirs()),
                        readable(mine))));
        note.getElement().setAttribute("role", "alert");
        var other = new Typed(theirs.theirs(), theirs.version(), theirs.at());
        note.add(
                Buttons.secondary(form.getTranslation("review.conflict.mine"), click -> {
                    safe.put(field, other);
                    keep(field, mine);
                }),
                Buttons.secondary(form.getTranslation("review.conflict.theirs"), click -> {
                    settled(field);
                    form.forget(field);
                    safe(field, other);
                    fill(field, other.value());
                }));
        shown(field).box().add(note);
        form.refused(field);
        unsafe(field, new Unsafe(mine, form.getTranslation("review.conflict.open"), note));
    }

    /** Whether what this field shows is not saved, or waits for an answer. */
    boolean isUnsafe(String field) {
        return unsafe.containsKey(field);
    }

    /** Tries once more to save what was refused or could not be saved. */
    void tryAgain() {
        Map.copyOf(unsafe).forEach((field, open) -> {
            if (open.question() == null) {
                keep(field, open.typed());
            }
        });
    }

    /** What keeps the page from being handed in, each with the way to it. */
    List<ErrorSummary.Entry> unsafe() {
        return unsafe.entrySet().stream()
                .map(open -> {
                    var shown = shown(open.getKey());
                    var question = open.getValue().question();
                    return new ErrorSummary.Entry(
                            form.getTranslation(
                                    "review.unsafe",
                                    shown.name(),
                                    open.getValue().problem()),
                            question == null ? shown.input().component() : question);
                })
                .toList();
    }

    /** The texts among them, by the names of their fields. */
    Map<String, String> unsafeTexts() {
        var texts = new LinkedHashMap<String, String>();
        unsafe.forEach((field, open) -> {
            if (shown(field).input().isTyped() && !open.typed().isBlank()) {
                texts.put(shown(field).name(), open.typed());
            }
        });
        return texts;
    }

    private Shown shown(String field) {
        return Objects.requireNonNull(fields.get(field));
    }

    private void complain(String field) {
        var open = unsafe.get(field);
        shown(field).input().refuse(open == null ? "" : open.problem());
    }

    private void sayUnsafe() {
        if (unsafe.values().stream().anyMatch(open -> open.question() != null)) {
            form.indicator().asks();
        } else {
            form.notSaved();
        }
    }

    private String readable(String value) {
        return value.isEmpty() ? form.getTranslation("review.conflict.empty") : value;
    }
}
