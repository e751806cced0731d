package app.tomoni.review.ui;

import app.tomoni.review.Kept;
import app.tomoni.review.Typed;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.SaveIndicator;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Saves the fields of one sheet or check as they change, knows their versions, and asks when another tab was faster. */
class Keeper extends Div {

    /** Where a field goes. */
    @FunctionalInterface
    interface Place {
        Kept save(String field, String value, long basedOn);
    }

    private final Place place;
    private final SaveIndicator indicator;
    private final Translations translations;
    private final Map<String, Long> versions = new HashMap<>();

    Keeper(Place place, SaveIndicator indicator, Map<String, Typed> typed, Translations translations) {
        this.place = place;
        this.indicator = indicator;
        this.translations = translations;
        addClassName("stack-s");
        typed.forEach((field, known) -> versions.put(field, known.version()));
    }

    /**
     * Saves a value.
     *
     * @param name of the field in the reader's words
     * @param show puts another value into the field, when its owner takes that one
     * @return why not; nothing when it is safe or when the page asks about two versions
     */
    Optional<String> keep(String field, String name, String value, Consumer<String> show) {
        indicator.saving();
        Kept kept;
        try {
            kept = place.save(field, value, versions.getOrDefault(field, 0L));
        } catch (Refusal refusal) {
            indicator.notSaved();
            return Optional.of(translations.of(refusal, getLocale()));
        }
        switch (kept) {
            case Kept.Stored stored -> {
                versions.put(field, stored.version());
                indicator.saved(stored.at());
            }
            case Kept.Conflict conflict -> ask(field, name, value, conflict, show);
        }
        return Optional.empty();
    }

    private void ask(String field, String name, String mine, Kept.Conflict conflict, Consumer<String> show) {
        indicator.notSaved();
        var note = new Note(
                Note.Kind.WARN,
                new Paragraph(getTranslation(
                        "review.conflict",
                        name,
                        JapaneseDates.clock(conflict.at()),
                        shown(conflict.theirs()),
                        shown(mine))));
        note.getElement().setAttribute("role", "alert");
        note.add(
                Buttons.secondary(getTranslation("review.conflict.mine"), click -> {
                    remove(note);
                    versions.put(field, conflict.version());
                    keep(field, name, mine, show);
                }),
                Buttons.secondary(getTranslation("review.conflict.theirs"), click -> {
                    remove(note);
                    versions.put(field, conflict.version());
                    show.accept(conflict.theirs());
                    indicator.saved(conflict.at());
                }));
        add(note);
    }

    private String shown(String value) {
        return value.isEmpty() ? getTranslation("review.conflict.empty") : value;
    }
}
