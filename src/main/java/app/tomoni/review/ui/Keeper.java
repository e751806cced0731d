package app.tomoni.review.ui;

import app.tomoni.review.Kept;
import app.tomoni.review.Typed;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.SaveIndicator;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Saves the fields of one sheet or check as they change, knows their versions, and asks when another page was faster.
 *
 * <p>What is refused or could not be saved, and what waits for an answer, stays in its field and stays {@link #unsafe} until it is put right:
 * a page hands nothing in as long as there is such a field.
 */
class Keeper extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private static final int PAUSE = 1500;

    /** Where a field goes. */
    @FunctionalInterface
    interface Place {
        Kept save(String field, String value, long basedOn);
    }

    /**
     * A field on the page.
     *
     * @param name in the reader's words
     * @param show puts a value into it
     */
    private record Shown(String name, Component component, Consumer<String> show) {}

    /**
     * Something typed that is not safe.
     *
     * @param question which of two values to keep; none when the value was refused or could not be saved
     */
    private record Unsafe(
            String typed, String problem, @Nullable Note question) {}

    private final String subject;
    private final Place place;
    private final SaveIndicator indicator;
    private final Translations translations;
    private final Map<String, Typed> safe;
    private final Map<String, Shown> fields = new HashMap<>();
    private final Map<String, Unsafe> unsafe = new LinkedHashMap<>();
    private Runnable saved = () -> {};

    /**
     * @param subject whose fields these are, and who types: what a browser has left belongs to both
     * @param safe what is saved already
     */
    Keeper(String subject, Place place, SaveIndicator indicator, Map<String, Typed> safe, Translations translations) {
        this.subject = subject;
        this.place = place;
        this.indicator = indicator;
        this.translations = translations;
        this.safe = new HashMap<>(safe);
        addClassName("stack-s");
    }

    /** Told after each save. */
    void onSaved(Runnable listener) {
        saved = listener;
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

    /** A text on the page: saved in each pause; what does not reach the server stays in the browser. */
    <F extends TextFieldBase<F, String>> void text(F input, String field, String name) {
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(PAUSE);
        show(field, name, input, input::setValue);
        input.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep(field, change.getValue());
            }
        });
        Unsent.guard(input, key(field), version(field), (typed, basedOn) -> restore(field, typed, basedOn));
    }

    /**
     * A field on the page shows what was typed last, safe or not.
     *
     * @param name of the field in the reader's words
     * @param show puts a value into the field
     */
    void show(String field, String name, Component component, Consumer<String> show) {
        fields.put(field, new Shown(name, component, show));
        var open = unsafe.get(field);
        show.accept(open == null ? value(field) : open.typed());
        complain(field);
    }

    /** Saves a value of a field that the page shows. */
    void keep(String field, String value) {
        if (!unsafe.containsKey(field) && value.equals(value(field))) {
            return;
        }
        indicator.saving();
        settled(field);
        try {
            switch (place.save(field, value, version(field))) {
                case Kept.Stored stored -> {
                    Unsent.settle(this, key(field), value, stored.version());
                    safe(field, new Typed(value, stored.version(), stored.at()));
                }
                case Kept.Conflict theirs -> ask(field, value, theirs);
            }
        } catch (Refusal refusal) {
            unsafe(field, new Unsafe(value, translations.of(refusal, getLocale()), null));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A field could not be saved; it is tried again before anything is handed in", e);
            unsafe(field, new Unsafe(value, getTranslation("review.unsafe.fault"), null));
        }
    }

    private void safe(String field, Typed now) {
        safe.put(field, now);
        Unsent.stands(shown(field).component(), now.version());
        complain(field);
        indicate(now.at());
        saved.run();
    }

    private void unsafe(String field, Unsafe open) {
        unsafe.put(field, open);
        complain(field);
        indicator.unsaved();
    }

    private void settled(String field) {
        var open = unsafe.remove(field);
        if (open != null && open.question() != null) {
            remove(open.question());
        }
    }

    /** What the browser had left: saved when nobody has changed the field since, or else its writer is asked. */
    private void restore(String field, String typed, long basedOn) {
        if (unsafe.containsKey(field)) {
            return;
        }
        var stands = safe.get(field);
        if (typed.equals(value(field))) {
            Unsent.forget(this, key(field));
            return;
        }
        shown(field).show().accept(typed);
        if (stands == null || stands.version() == basedOn || typed.startsWith(stands.value())) {
            keep(field, typed);
        } else {
            ask(field, typed, new Kept.Conflict(stands.value(), stands.version(), stands.at()));
        }
    }

    private void ask(String field, String mine, Kept.Conflict theirs) {
        var name = shown(field).name();
        var note = new Note(
                Note.Kind.WARN,
                new Paragraph(getTranslation(
                        "review.conflict",
                        name,
                        JapaneseDates.clock(theirs.at()),
                        readable(theirs.theirs()),
                        readable(mine))));
        note.getElement().setAttribute("role", "alert");
        var other = new Typed(theirs.theirs(), theirs.version(), theirs.at());
        note.add(
                Buttons.secondary(getTranslation("review.conflict.mine"), click -> {
                    safe.put(field, other);
                    keep(field, mine);
                }),
                Buttons.secondary(getTranslation("review.conflict.theirs"), click -> {
                    settled(field);
                    Unsent.forget(this, key(field));
                    safe(field, other);
                    shown(field).show().accept(other.value());
                }));
        add(note);
        unsafe(field, new Unsafe(mine, getTranslation("review.conflict.open"), note));
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
                            getTranslation(
                                    "review.unsafe",
                                    shown.name(),
                                    open.getValue().problem()),
                            question == null ? shown.component() : question);
                })
                .toList();
    }

    /** The texts among them, by the names of their fields. */
    Map<String, String> unsafeTexts() {
        var texts = new LinkedHashMap<String, String>();
        unsafe.forEach((field, open) -> {
            if (shown(field).component() instanceof TextFieldBase
                    && !open.typed().isBlank()) {
                texts.put(shown(field).name(), open.typed());
            }
        });
        return texts;
    }

    private Shown shown(String field) {
        return Objects.requireNonNull(fields.get(field));
    }

    private void complain(String field) {
        if (shown(field).component() instanceof HasValidation input) {
            var open = unsafe.get(field);
            input.setInvalid(open != null);
            input.setErrorMessage(open == null ? "" : open.problem());
        }
    }

    private void indicate(Instant at) {
        if (unsafe.isEmpty()) {
            indicator.saved(at);
        } else {
            indicator.unsaved();
        }
    }

    private String key(String field) {
        return subject + ":" + field;
    }

    private String readable(String value) {
        return value.isEmpty() ? getTranslation("review.conflict.empty") : value;
    }
}
