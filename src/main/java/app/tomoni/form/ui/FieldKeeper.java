package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Aside;
import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import app.tomoni.form.FormReading;
import app.tomoni.form.FormWords;
import app.tomoni.form.Saved;
import app.tomoni.form.WorkingField;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.KeptInBrowser;
import app.tomoni.shared.ui.KeptIndicator;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Saves each field as it changes, brings what others have written, and lets the person choose where both have written.
 *
 * <p>What cannot be saved is tried again with the next field; what concerns the whole form is said in this box.
 */
final class FieldKeeper extends Div {

    /**
     * A choice between two texts.
     *
     * @param theirs the other text as it was last read
     * @param path of the input that met it, and what was typed there
     */
    private record Choice(Saved.Conflict theirs, String path, String typed) {}

    private static final Logger LOG = LoggerFactory.getLogger(FieldKeeper.class);

    private final Component form;
    private final Desk desk;
    private final FormWords words;
    private final Map<String, FieldView> views;
    private final Runnable settled;
    private final Consumer<String> lead;
    private final KeptIndicator indicator;
    private final Map<String, Choice> conflicts = new HashMap<>();
    private final Set<String> unsaved = new HashSet<>();
    /** Why a field could not be saved; said at it until it can. */
    private final Map<String, FieldError> refused = new HashMap<>();

    private final List<Runnable> changed = new ArrayList<>();
    private final List<Runnable> saved = new ArrayList<>();
    private final List<Runnable> closed = new ArrayList<>();

    /**
     * @param form for which the browser keeps what has not been saved
     * @param settled told when the answers, or what is refused of them, may have changed
     * @param lead leads the person to a field
     */
    FieldKeeper(
            Component form,
            Desk desk,
            FormWords words,
            Map<String, FieldView> views,
            Runnable settled,
            Consumer<String> lead) {
        this.form = form;
        this.desk = desk;
        this.words = words;
        this.views = views;
        this.settled = settled;
        this.lead = lead;
        this.indicator = new KeptIndicator(desk.subject());
        addClassName("stack-s");
        views.values().forEach(view -> view.listen(this::changed));
    }

    KeptIndicator indicator() {
        return indicator;
    }

    /** Told at each change of the person's own, saved or not. */
    void onChanged(Runnable listener) {
        changed.add(listener);
    }

    /** Told after each save, and when what others have saved is shown. */
    void onSaved(Runnable listener) {
        saved.add(listener);
    }

    /** Told when nobody writes here any more. */
    void onClosed(Runnable listener) {
        closed.add(listener);
    }

    /** Whether everything on the screen is saved and no choice between two texts is open. */
    boolean isSafe() {
        return conflicts.isEmpty() && unsaved.isEmpty();
    }

    /** What is not saved or waits for a choice between two texts, a line for each field. */
    List<FieldError> open() {
        return fields().filter(field -> conflicts.containsKey(field.key()) || unsaved.contains(field.key()))
                .map(field -> new FieldError(
                        field.key(),
                        conflicts.containsKey(field.key()) ? "form.error.undecided" : "form.error.unsaved",
                        List.of(field.label()),
                        null))
                .toList();
    }

    /** The fields that wait for a choice between two texts. */
    Stream<Field> undecided() {
        return fields().filter(field -> conflicts.containsKey(field.key()));
    }

    private Stream<Field> fields() {
        return views.values().stream().map(view -> view.field);
    }

    /** Why the field could not be saved. */
    Optional<FieldError> refusal(String field) {
        return Optional.ofNullable(refused.get(field));
    }

    /**
     * Asks again for each choice between two texts that the person has not made yet, on whichever device it came up.
     *
     * @return what others still have to choose about
     */
    List<Aside> resume() {
        var mine = desk.aside().stream()
                .collect(Collectors.partitioningBy(each -> each.by().equals(desk.person())));
        for (var aside : mine.getOrDefault(true, List.of())) {
            var view = views.get(aside.field());
            var stood = desk.known().get(aside.field());
            if (view != null && stood != null) {
                view.show(aside.value());
                ask(view, view.field.key(), aside.value(), conflict(stood));
            }
        }
        return mine.getOrDefault(false, List.of());
    }

    private static Saved.Conflict conflict(WorkingField stood) {
        return new Saved.Conflict(stood.value(), stood.savedBy(), stood.savedAt(), stood.version());
    }

    /** What had not reached the server when the page was left, given back by the browser. */
    void restore(String path, String typed, String basedOn) {
        var key = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        var view = views.get(key);
        if (view == null) {
            KeptInBrowser.forget(form, path);
            return;
        }
        var before = view.kept();
        var stood = desk.known().get(key);
        view.show(before);
        view.restore(path, typed);
        if (view.kept().equals(before)) {
            if (!conflicts.containsKey(key)) {
                KeptInBrowser.forget(form, path);
            }
            return;
        }
        var mine = view.kept();
        if (stood == null
                || FieldView.isBase(basedOn, stood)
                || (stood.savedBy().equals(desk.person()) && mine.startsWith(stood.value()))) {
            changed(view, path, typed);
            if (!conflicts.containsKey(key)) {
                tellRestored();
            }
        } else {
            clash(view, path, typed, conflict(stood));
            settled.run();
        }
        KeptInBrowser.refresh(form);
    }

    private void tellRestored() {
        if (getChildren().findAny().isEmpty()) {
            add(new Note(Note.Kind.INFO, getTranslation("form.restored")));
        }
    }

    private void changed(FieldView view, String path, String typed) {
        changed.forEach(Runnable::run);
        var key = view.field.key();
        if (conflicts.containsKey(key)) {
            KeptInBrowser.refused(form, path); // stays in the browser too until the person has chosen
            aside(() -> desk.setAside(key, view.kept()));
            present(view);
            return;
        }
        try {
            switch (save(view)) {
                case Saved.Stored stored -> {
                    unsaved.remove(key);
                    view.base(stored.version(), view.kept());
                    KeptInBrowser.saved(form, path, typed);
                    retryOthers();
                    indicate(stored.at());
                    mergeOthers();
                    saved.forEach(Runnable::run);
                }
                case Saved.Conflict conflict -> clash(view, path, typed, conflict);
                case Saved.Gone gone -> {
                    unsaved.add(key);
                    KeptInBrowser.refused(form, path);
                    close();
                }
            }
        } catch (Refusal refusal) {
            unsaved.add(key);
            indicator.notSaved();
            KeptInBrowser.refused(form, path);
            refuse(key, refusal);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A field could not be saved; it is tried again with the next one", e);
            unsaved.add(key);
            indicator.notSaved();
            return;
        }
        settled.run();
    }

    private Saved save(FieldView view) {
        var result = desk.save(view.field.key(), view.kept());
        refused.remove(view.field.key());
        return result;
    }

    private void refuse(String key, Refusal refusal) {
        refused.put(key, new FieldError(key, refusal.messageKey(), refusal.arguments(), null));
    }

    private void indicate(Instant saved) {
        if (isSafe()) {
            indicator.saved(saved);
        } else if (!conflicts.isEmpty()) {
            askAtTheHead();
        } else {
            indicator.notSaved();
        }
    }

    private void retryOthers() {
        for (var key : List.copyOf(unsaved)) {
            var view = views.get(key);
            try {
                if (view != null && save(view) instanceof Saved.Stored stored) {
                    unsaved.remove(key);
                    view.base(stored.version(), view.kept());
                    KeptInBrowser.saved(form, key, view.kept());
                }
            } catch (Refusal refusal) {
                refuse(key, refusal); // of this field, whichever has just been saved
            }
        }
    }

    /**
     * Shows what others have saved since, if anything.
     *
     * @return whether the person may still write here
     */
    boolean look() {
        if (desk.isCurrent()) {
            return true;
        }
        if (!desk.mayWrite()) {
            close();
            return false;
        }
        if (mergeOthers()) {
            settled.run();
            saved.forEach(Runnable::run);
        }
        return true;
    }

    private void close() {
        indicator.closed();
        removeAll();
        add(new Note(
                Note.Kind.WARN,
                new Paragraph(getTranslation(unsaved.isEmpty() ? "form.closed" : "form.gone")),
                Buttons.secondary(
                        getTranslation("form.reopen"),
                        click -> UI.getCurrent().getPage().reload())));
        closed.forEach(Runnable::run);
    }

    /**
     * Shows what others have written meanwhile, but never where this person is writing. It is accepted once the browser
     * has it: whatever was typed there before that is based on the older text, and meets the choice between both.
     *
     * @return whether there was any
     */
    private boolean mergeOthers() {
        var merged = false;
        for (var change : desk.changes().entrySet()) {
            var key = change.getKey();
            var now = change.getValue();
            var view = views.get(key);
            if (view == null) {
                desk.accept(key, now);
            } else if (!view.isFocused() && !conflicts.containsKey(key) && view.same(view.kept(), desk.value(key))) {
                view.show(now.value());
                view.base(now.version(), now.value());
                view.changedBy(desk.name(now.savedBy()), now.savedAt());
                KeptInBrowser.replaced(form, key, () -> desk.accept(key, now));
                merged = true;
            }
        }
        renewChoices();
        return merged;
    }

    /**
     * The other text of a choice may have been written on meanwhile.
     *
     * @see Desk#latest
     */
    private void renewChoices() {
        for (var choice : List.copyOf(conflicts.entrySet())) {
            var view = views.get(choice.getKey());
            var now = desk.latest().get(choice.getKey());
            var before = choice.getValue();
            if (view == null || now == null || now.version() == before.theirs().version()) {
                continue;
            }
            conflicts.put(choice.getKey(), new Choice(conflict(now), before.path(), before.typed()));
            if (now.value().equals(view.kept())) { // nothing is left to choose
                takeTheirs(view);
            } else {
                present(view);
            }
        }
    }

    /** Both texts as they stand by now. */
    private void anew(FieldView view) {
        if (!desk.mayWrite()) {
            close();
            return;
        }
        desk.changes();
        renewChoices();
        if (conflicts.containsKey(view.field.key())) {
            present(view);
        }
    }

    private void clash(FieldView view, String path, String typed, Saved.Conflict theirs) {
        KeptInBrowser.refused(form, path);
        aside(() -> desk.setAside(view.field.key(), view.kept()));
        ask(view, path, typed, theirs);
    }

    /** The browser keeps the text as well, so that nothing is lost where this fails. */
    private static void aside(Runnable work) {
        try {
            work.run();
        } catch (Refusal | DataAccessException | TransactionException e) {
            LOG.warn("What was put aside for a choice could not be changed; the browser still has the text", e);
        }
    }

    private void ask(FieldView view, String path, String typed, Saved.Conflict theirs) {
        conflicts.put(view.field.key(), new Choice(theirs, path, typed));
        askAtTheHead();
        present(view);
    }

    private void present(FieldView view) {
        var choice = conflicts.get(view.field.key());
        if (choice == null) {
            return;
        }
        var theirs = choice.theirs();
        var own = theirs.by().equals(desk.person());
        var who = desk.name(theirs.by());
        view.ask(new FieldView.Clash(
                getTranslation(own ? "form.clash.own" : "form.clash", FieldView.clock(theirs.at()), who),
                getTranslation(own ? "form.clash.own.theirs" : "form.clash.theirs", who),
                read(view, view.kept()),
                read(view, theirs.theirs()),
                () -> keepMine(view),
                () -> takeWhatIsRead(view, theirs),
                () -> anew(view)));
    }

    /** Nobody takes a text that they have not seen. */
    private void takeWhatIsRead(FieldView view, Saved.Conflict read) {
        anew(view);
        var choice = conflicts.get(view.field.key());
        if (choice != null && choice.theirs().version() == read.version()) {
            takeTheirs(view);
        }
    }

    /** The choice may wait in another section, or further down. */
    private void askAtTheHead() {
        undecided().findFirst().ifPresent(field -> {
            indicator.asks(getTranslation("form.asks", field.label()), () -> lead.accept(field.key()));
        });
    }

    private Component read(FieldView view, String kept) {
        var parts = FieldReading.of(view.field, Answers.NONE.with(view.field, kept), words, getLocale())
                .parts();
        var text = new Div();
        text.addClassName("one");
        if (view.field.widget() == null && !parts.isEmpty()) {
            text.setText(((FormReading.TextEntry) parts.getFirst().entries().getFirst()).text());
        } else if (!parts.isEmpty()) {
            text.add(FormText.entries(parts.getFirst().entries(), FormText::nameOnly));
        }
        return text;
    }

    private void keepMine(FieldView view) {
        var choice = conflicts.remove(view.field.key());
        if (choice == null) {
            return;
        }
        desk.accept(view.field.key(), choice.theirs());
        view.settle();
        aside(() -> desk.clearAside(view.field.key()));
        changed(view, choice.path(), choice.typed());
        if (view.kept().equals(choice.typed())) {
            KeptInBrowser.saved(form, choice.path(), view.kept());
        }
    }

    private void takeTheirs(FieldView view) {
        var choice = conflicts.remove(view.field.key());
        if (choice == null) {
            return;
        }
        var theirs = choice.theirs();
        desk.accept(view.field.key(), theirs);
        view.settle();
        aside(() -> desk.clearAside(view.field.key()));
        view.show(theirs.theirs());
        view.base(theirs.version(), theirs.theirs());
        KeptInBrowser.forget(form, choice.path());
        KeptInBrowser.refresh(form);
        indicate(theirs.at());
        settled.run();
    }
}
