package app.tomoni.organisation.ui;

import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.EditProfile;
import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.Organisations;
import app.tomoni.organisation.ProfileAnswer;
import app.tomoni.organisation.ProfileField;
import app.tomoni.organisation.ProfileFinding;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.KeptInBrowser;
import app.tomoni.shared.ui.KeptIndicator;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The profile as a form; each answer is kept as typed within moments, and never overwrites a colleague's unseen. */
class ProfileEditor extends Div {

    /** What the profile is kept with. */
    @org.springframework.stereotype.Component
    record Tools(EditProfile edit, Organisations organisations, People people, Clock clock) {}

    private static final Set<ProfileField> WITH_HELP = EnumSet.of(
            ProfileField.NAME_KANA,
            ProfileField.CORPORATE_NUMBER,
            ProfileField.POSTAL_CODE,
            ProfileField.PHONE,
            ProfileField.MEMBER_COUNT,
            ProfileField.CITY_MEMBER_COUNT,
            ProfileField.FIELDS,
            ProfileField.AREA,
            ProfileField.TRACK_RECORD,
            ProfileField.WEB,
            ProfileField.ANNUAL_BUDGET);

    private final Words words;
    private final Tools tools;
    private final PersonId person;
    private final KeptForm form;
    private final ErrorSummary summary = new ErrorSummary();
    private final Map<ProfileField, Component> fields = new EnumMap<>(ProfileField.class);
    private final Map<ProfileField, Div> boxes = new EnumMap<>(ProfileField.class);
    private final Map<ProfileField, Consumer<String>> shows = new EnumMap<>(ProfileField.class);
    private final Map<ProfileField, Div> remarks = new EnumMap<>(ProfileField.class);
    private final Map<ProfileField, Long> versions = new EnumMap<>(ProfileField.class);
    private final Set<ProfileField> touched = EnumSet.noneOf(ProfileField.class);
    private Organisation organisation;
    private boolean showAll;

    ProfileEditor(Organisation organisation, PersonId person, Words words, Tools tools) {
        this.organisation = organisation;
        this.person = person;
        this.form = new KeptForm("organisation:" + organisation.id(), person.value(), this::restored);
        form.addClassName("stack-5");
        this.words = words;
        this.tools = tools;
        addClassName("stack-5");
        add(summary, form);
        for (var part : ProfileField.Part.values()) {
            var card = new Card(words.say("organisation.part." + part));
            card.add(new Paragraph(words.say("organisation.part." + part + ".what")));
            for (var field : ProfileField.values()) {
                if (field.part() == part) {
                    card.add(box(field));
                }
            }
            form.add(card);
        }
        var check = new Div(Buttons.primary(words.say("organisation.profile.check"), event -> check()));
        check.addClassName("actions");
        add(check);
        judge();
    }

    private void check() {
        showAll = true;
        var findings = judge();
        summary.show(findings.stream()
                .map(finding -> new ErrorSummary.Entry(words.finding(finding), fields.get(finding.field())))
                .toList());
        if (findings.isEmpty()) {
            add(new Note(Note.Kind.OK, words.say("organisation.profile.complete")));
        }
    }

    private Component box(ProfileField field) {
        var box = new Div(field(field));
        box.addClassName("org-field");
        boxes.put(field, box);
        form.base(box, String.valueOf(versions.getOrDefault(field, 0L)));
        if (field.groupDecidesShowing()) {
            var open =
                    new Checkbox(words.say("organisation.publish", words.label(field)), organisation.published(field));
            open.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    safely(field, () -> {
                        tools.edit().publish(organisation.id(), field, event.getValue(), person);
                        form.saved(field.key(), "", tools.clock().instant());
                    });
                }
            });
            box.add(open);
        }
        var remark = new Div();
        remarks.put(field, remark);
        box.add(remark);
        return box;
    }

    private Component field(ProfileField field) {
        return switch (field.kind()) {
            case LONG_TEXT -> {
                var area = new TextArea();
                form.keep(area, field.key());
                area.setManualValidation(true);
                yield bind(field, area, Function.identity(), Function.identity());
            }
            case CHOICE -> {
                var radio = new RadioButtonGroup<String>();
                radio.setItems(field.choices());
                radio.setItemLabelGenerator(choice -> words.say(field.choiceKey(choice)));
                radio.addThemeName("vertical");
                radio.setManualValidation(true);
                yield bind(
                        field,
                        radio,
                        typed -> field.choices().contains(typed) ? typed : null,
                        chosen -> chosen == null ? "" : chosen);
            }
            case CHOICES -> {
                var boxes = new CheckboxGroup<String>();
                boxes.setItems(field.choices());
                boxes.setItemLabelGenerator(choice -> words.say(field.choiceKey(choice)));
                boxes.setManualValidation(true);
                yield bind(
                        field,
                        boxes,
                        typed -> new HashSet<>(organisation.chosen(field)),
                        chosen -> field.choices().stream()
                                .filter(chosen::contains)
                                .collect(Collectors.joining(",")));
            }
            case DATE -> {
                var day = new DayPicker();
                KeptInBrowser.keep(day, field.key());
                day.setManualValidation(true);
                yield bind(field, day, ProfileEditor::date, chosen -> chosen == null ? "" : chosen.toString());
            }
            default -> {
                var line = new TextField();
                form.keep(line, field.key());
                line.setManualValidation(true);
                if (field.most() == 0) {
                    line.addClassName("short");
                }
                yield bind(field, line, Function.identity(), Function.identity());
            }
        };
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null; // what cannot be a date is shown as not chosen yet
        }
    }

    private <C extends AbstractField<C, T> & HasHelper & HasValidation, T> Component bind(
            ProfileField field, C component, Function<String, ? extends @Nullable T> read, Function<T, String> write) {
        FieldLabel.on(component, words.label(field), field.required());
        component.setId("profile-" + field.key());
        var help = WITH_HELP.contains(field) ? words.say(field.labelKey() + ".help") : "";
        var limit = field.kind() != ProfileField.Kind.CHOICES && field.most() > 0
                ? words.say("organisation.most", field.most())
                : "";
        component.setHelperText((help + " " + limit).strip());
        shows.put(field, text -> {
            var value = read.apply(text);
            if (value == null) {
                component.clear();
            } else {
                component.setValue(value);
            }
        });
        versions.put(
                field, organisation.answer(field).map(ProfileAnswer::version).orElse(0L));
        show(field, organisation.answer(field).map(ProfileAnswer::value).orElse(""));
        component.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                keep(field, write.apply(event.getValue()));
            }
        });
        fields.put(field, component);
        return component;
    }

    private void show(ProfileField field, String text) {
        Objects.requireNonNull(shows.get(field)).accept(text);
    }

    private void based(ProfileField field, long version) {
        versions.put(field, version);
        form.base(Objects.requireNonNull(boxes.get(field)), String.valueOf(version));
    }

    KeptIndicator indicator() {
        return form.indicator();
    }

    /** What the browser still had when the page was opened again. */
    private void restored(String key, String typed, String basedOn) {
        var field = ProfileField.withKey(key).filter(shows::containsKey).orElse(null);
        if (field == null || !basedOn.matches("\\d{1,18}")) {
            return; // nothing that this page wrote
        }
        var stands = organisation.answer(field);
        if (typed.equals(stands.map(ProfileAnswer::value).orElse(""))) {
            form.forget(key);
            return;
        }
        // What goes on from one's own text takes nothing away: only the word that it had arrived was lost
        based(
                field,
                stands.filter(own -> own.changedBy().equals(person) && typed.startsWith(own.value()))
                        .map(ProfileAnswer::version)
                        .orElseGet(() -> Long.parseLong(basedOn)));
        show(field, typed);
        keep(field, typed);
    }

    private void keep(ProfileField field, String typed) {
        touched.add(field);
        safely(field, () -> {
            var kept = tools.edit().keep(organisation.id(), field, typed, versions.getOrDefault(field, 0L), person);
            organisation = tools.organisations().get(organisation.id());
            if (kept.value().equals(typed)) {
                based(field, kept.version());
                form.saved(field.key(), typed, kept.changedAt());
                judge();
            } else {
                form.asks(field.key());
                remark(field).add(conflict(field, typed, kept));
            }
        });
    }

    private Component conflict(ProfileField field, String mine, ProfileAnswer theirs) {
        var name = tools.people().name(theirs.changedBy());
        var text = new Paragraph(
                words.say("organisation.conflict", JapaneseDates.clock(theirs.changedAt()), name, theirs.value()));
        var both = new Div(
                Buttons.secondary(words.say("organisation.conflict.mine"), event -> {
                    based(field, theirs.version());
                    keep(field, mine);
                }),
                Buttons.secondary(words.say("organisation.conflict.theirs", name), event -> {
                    remark(field).removeAll();
                    based(field, theirs.version());
                    show(field, theirs.value());
                    form.forget(field.key());
                    judge();
                }));
        both.addClassName("actions");
        return new Note(Note.Kind.WARN, text, both);
    }

    private void safely(ProfileField field, Runnable action) {
        remark(field).removeAll();
        try {
            action.run();
        } catch (Refusal refusal) {
            form.refused(field.key());
            remark(field).add(new Note(Note.Kind.ERROR, words.refusal(refusal)));
        }
    }

    private Div remark(ProfileField field) {
        return remarks.computeIfAbsent(field, unknown -> new Div());
    }

    private List<ProfileFinding> judge() {
        var findings = organisation.findings(LocalDate.now(tools.clock()));
        fields.forEach((field, component) -> {
            var found = findings.stream()
                    .filter(finding -> finding.field() == field)
                    .findFirst()
                    .filter(finding -> showAll
                            || touched.contains(field)
                            || !organisation.written(field).isBlank());
            if (component instanceof HasValidation validated) {
                validated.setErrorMessage(found.map(words::finding).orElse(""));
                validated.setInvalid(found.isPresent());
            }
        });
        return findings;
    }
}
