package app.tomoni.call.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Draft;
import app.tomoni.call.Problem;
import app.tomoni.call.ReviseCall;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Figures;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.KeptInBrowser;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fields bound to places of a draft: each is kept as typed within moments, says what is wrong with it once it has been
 * touched, and never overwrites unseen what somebody else has written.
 */
class DraftFields {

    private final CallId call;
    private final PersonId person;
    private final ReviseCall revise;
    private final Words words;
    private final KeptForm form;
    private final Runnable kept;
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, String> within = new HashMap<>();
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final Map<String, Div> remarks = new HashMap<>();
    private final Map<String, Div> boxes = new HashMap<>();
    private final Map<String, Consumer<String>> shows = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private Draft draft;
    private boolean showAll;

    /**
     * @param kept runs after each value that has been kept
     */
    DraftFields(
            CallId call, Draft draft, PersonId person, ReviseCall revise, Words words, KeptForm form, Runnable kept) {
        this.call = call;
        this.draft = draft;
        this.person = person;
        this.revise = revise;
        this.words = words;
        this.form = form;
        this.kept = kept;
    }

    /** Says of every field what is wrong, touched or not. */
    void showAll() {
        showAll = true;
    }

    void draft(Draft draft) {
        this.draft = draft;
    }

    /** Forgets the fields of a part that is drawn anew. */
    void begin(Draft draft) {
        this.draft = draft;
        fields.clear();
        boxes.clear();
        shows.clear();
        remarks.clear();
        seen.clear();
    }

    Draft draft() {
        return draft;
    }

    /** What the page shows of an entry of a list: texts by their places within it. */
    Map<String, String> seenOf(String entry) {
        return seen.entrySet().stream()
                .filter(one -> one.getKey().startsWith(entry + "/"))
                .collect(Collectors.toMap(one -> one.getKey().substring(entry.length()), Map.Entry::getValue));
    }

    static String id(String place) {
        return "at" + place.replace('/', '-');
    }

    @Nullable
    Component at(String place) {
        return fields.get(place);
    }

    Component line(String place, boolean required, String help) {
        var field = new TextField();
        form.keep(field, place);
        return bind(place, required, help, field, Function.identity(), Function.identity());
    }

    /** A short field for a time. */
    Component brief(String place, boolean required, String help) {
        return brief(place, required, help, new TextField());
    }

    /** A short field for a whole number or an amount. */
    Component whole(String place, boolean required, String help) {
        return brief(place, required, help, Figures.whole(new TextField()));
    }

    /** A short field for a number that may have decimals. */
    Component decimal(String place, boolean required, String help) {
        return brief(place, required, help, Figures.decimal(new TextField()));
    }

    private Component brief(String place, boolean required, String help, TextField field) {
        field.addClassName("short");
        form.keep(field, place);
        return bind(place, required, help, field, Function.identity(), Function.identity());
    }

    Component area(String place, boolean required, String help) {
        var field = new TextArea();
        form.keep(field, place);
        return bind(place, required, help, field, Function.identity(), Function.identity());
    }

    Component day(String place, boolean required, String help) {
        var field = new DayPicker();
        KeptInBrowser.keep(field, place);
        return bind(place, required, help, field, DraftFields::date, day -> day == null ? "" : day.toString());
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null; // what cannot be a date is shown as not chosen yet
        }
    }

    Component choice(String place, List<String> keys, Function<String, String> name, String help) {
        var field = new Select<String>();
        field.setItems(keys);
        field.setItemLabelGenerator(key -> key == null ? "" : name.apply(key));
        return bind(
                place,
                true,
                help,
                field,
                typed -> keys.contains(typed) ? typed : null,
                chosen -> chosen == null ? "" : chosen);
    }

    Component radio(String place, List<String> keys, Function<String, String> name, String help) {
        var field = new RadioButtonGroup<String>();
        field.setItems(keys);
        field.setItemLabelGenerator(name::apply);
        field.addThemeName("vertical");
        return bind(
                place,
                true,
                help,
                field,
                typed -> keys.contains(typed) ? typed : null,
                chosen -> chosen == null ? "" : chosen);
    }

    /** Any number of these, kept in their order; what was chosen and is no longer offered can still be taken away. */
    Component several(String place, List<String> keys, Function<String, String> name, String help) {
        var field = new MultiSelectComboBox<String>();
        var offered = new ArrayList<>(keys);
        draft.chosen(place).stream().filter(key -> !keys.contains(key)).forEach(offered::add);
        field.setItems(offered);
        field.setItemLabelGenerator(name::apply);
        field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        field.setI18n(new MultiSelectComboBoxI18n()
                .setCleared(words.say("call.several.cleared"))
                .setFocused(words.say("call.several.focused"))
                .setSelected(words.say("call.several.selected"))
                .setDeselected(words.say("call.several.deselected"))
                .setTotal(words.say("call.several.total", "{count}")));
        return bind(
                place,
                false,
                help,
                field,
                typed -> Set.copyOf(Draft.chosenIn(typed)),
                chosen -> Draft.choice(offered.stream().filter(chosen::contains).toList()));
    }

    private <C extends AbstractField<C, T> & HasHelper & HasValidation, T> Component bind(
            String place,
            boolean required,
            String help,
            C field,
            Function<String, ? extends @Nullable T> read,
            Function<T, String> write) {
        field.setId(id(place));
        FieldLabel.on(field, words.place(place), required);
        if (!help.isEmpty()) {
            field.setHelperText(words.say(help));
        }
        field.setManualValidation(true); // the draft knows what is wrong
        var typed = draft.text(place);
        seen.put(place, typed);
        within.put(place, draft.within(place));
        var value = read.apply(typed);
        if (value != null) {
            field.setValue(value);
        }
        var remark = new Div();
        shows.put(place, text -> {
            var shown = read.apply(text);
            if (shown == null) {
                field.clear();
            } else {
                field.setValue(shown);
            }
        });
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                keep(place, write.apply(event.getValue()));
            }
        });
        fields.put(place, field);
        remarks.put(place, remark);
        var box = new Div(field, remark);
        box.addClassName("call-field");
        boxes.put(place, box);
        form.base(box, typed);
        return box;
    }

    private void seen(String place, String text) {
        seen.put(place, text);
        var box = boxes.get(place);
        if (box != null) {
            form.base(box, text);
        }
    }

    /** What the browser still had when the page was opened again. */
    void restored(String place, String typed, String basedOn) {
        var show = shows.get(place);
        if (show == null) {
            return; // another part of the call will ask for it
        }
        var stands = draft.text(place);
        if (typed.equals(stands)) {
            form.forget(place);
            return;
        }
        // What goes on from the text that stands takes nothing away: only the word that it had arrived was lost
        seen(place, !stands.isEmpty() && typed.startsWith(stands) ? stands : basedOn);
        show.accept(typed);
        keep(place, typed);
    }

    private void keep(String place, String typed) {
        touched.add(place);
        var remark = remarks.get(place);
        if (remark != null) {
            remark.removeAll();
        }
        try {
            var result = revise.put(
                    call, place, within.getOrDefault(place, ""), seen.getOrDefault(place, ""), typed, person);
            if (result.stored()) {
                seen(place, typed);
                form.saved(place, typed, result.at());
                kept.run();
            } else if (remark != null) {
                form.asks(place);
                remark.add(conflict(place, typed, result.now()));
            }
        } catch (Refusal refusal) {
            form.refused(place);
            if (remark != null) {
                remark.add(new Note(Note.Kind.ERROR, words.refusal(refusal)));
            }
        }
    }

    private Component conflict(String place, String mine, String theirs) {
        var text = new Paragraph(words.say("call.conflict", theirs));
        var both = new Div(
                Buttons.secondary(words.say("call.conflict.mine"), event -> {
                    seen(place, theirs);
                    keep(place, mine);
                }),
                Buttons.secondary(words.say("call.conflict.theirs"), event -> {
                    seen(place, theirs);
                    Objects.requireNonNull(shows.get(place)).accept(theirs);
                    form.forget(place);
                    keep(place, theirs);
                }));
        both.addClassName("actions");
        return new Note(Note.Kind.WARN, text, both);
    }

    /** Shows beside each field what is wrong with it, and clears what has been put right. */
    void show(List<Problem> problems) {
        fields.forEach((place, field) -> {
            var found = problems.stream()
                    .filter(problem -> problem.place().equals(place))
                    .findFirst()
                    .filter(problem -> showAll
                            || touched.contains(place)
                            || !draft.text(place).isBlank());
            if (field instanceof HasValidation validated) {
                validated.setErrorMessage(found.map(words::problem).orElse(""));
                validated.setInvalid(found.isPresent());
            }
        });
    }
}
