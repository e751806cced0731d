package app.tomoni.shared.ui;

import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A short form that does one thing with a button. Until it is done the browser keeps what was typed, over a reload, an
 * expired session or a look at another page; what is wrong is said at its field, and what is refused at the head, unless
 * a field is named for it. Where it has lines only and one primary button, the Enter key in a line presses that.
 */
@StyleSheet("context://tomoni/form.css")
public class ShortForm extends Div {

    /** A text of the form, how long it may be, and what the server has of it. */
    private record Held(TextFieldBase<?, String> field, int most, String stands) {}

    /** A day of the form, and which one it was at first. */
    private record HeldDay(DatePicker field, @Nullable LocalDate stands) {}

    /**
     * What the form asks for.
     *
     * @param otherwise what is said at the field when it is not met
     */
    public record Need(HasValidationProperties field, boolean met, String otherwise) {}

    /**
     * Where a refusal is said, and how.
     *
     * @param sentence none where it is said in its own words
     */
    private record Place(
            HasValidationProperties field, @Nullable String sentence) {}

    private final String subject;
    private final UUID person;
    private final Map<String, Held> texts = new LinkedHashMap<>();
    private final Map<String, HeldDay> days = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    /** What explained a field before it was said that somebody has changed it. */
    private final Map<TextFieldBase<?, String>, String> explained = new HashMap<>();

    private final Div answer = new Div();
    private final Div restored = new Div();

    /**
     * @param subject what is being done, and to what: {@code call-extension:<id>}
     * @param person who does it
     * @param head what stands before the place where a refusal is said
     */
    public ShortForm(String subject, UUID person, Component... head) {
        this.subject = subject;
        this.person = person;
        KeptInBrowser.mark(this, subject, person);
        getElement().setAttribute("data-short", true);
        addClassName("stack");
        add(head);
        add(answer, restored);
    }

    /**
     * The browser keeps under its id what is typed into the field.
     *
     * @param most characters as people count them
     */
    public <F extends TextFieldBase<?, String>> F hold(F field, int most) {
        var path = field.getId().orElseThrow();
        field.setManualValidation(true);
        KeptInBrowser.typing(field, path);
        stands(path, new Held(field, most, ""));
        field.addValueChangeListener(event -> judge(field, ""));
        return field;
    }

    /** The browser keeps under its id which day was chosen. */
    public <F extends DatePicker> F hold(F day) {
        var path = day.getId().orElseThrow();
        day.setManualValidation(true);
        KeptInBrowser.keep(day, path);
        days.put(path, new HeldDay(day, day.getValue()));
        day.addValueChangeListener(event -> {
            judge(day, "");
            // Also what only the server could read
            if (event.getValue() != null) {
                KeptInBrowser.note(this, path, event.getValue().toString());
            }
        });
        return day;
    }

    /** The server has what the field shows. */
    private void stands(String path, Held held) {
        var field = held.field();
        texts.put(path, new Held(field, held.most(), field.getValue()));
        KeptInBrowser.base(field, field.getValue());
    }

    /** The same for an area, with the number of characters below. */
    public Component counted(TextArea area, int most) {
        return new Div(hold(area, most), KeptInBrowser.counter(this, most));
    }

    /** A refusal of this key is said at the field that it is about, and not at the head. */
    public void refuseAt(HasValidationProperties field, String key, String sentence) {
        places.put(key, new Place(field, sentence));
    }

    /** Refusals of these keys are said in their own words at the field that they are about. */
    public void sayAt(HasValidationProperties field, String... keys) {
        for (var key : keys) {
            places.put(key, new Place(field, null));
        }
    }

    /** Something has to be in the field. */
    public static <F extends HasValue<?, ?> & HasValidationProperties> Need need(F field, String otherwise) {
        var blank = field.getValue() instanceof String text && text.isBlank();
        return new Need(field, !field.isEmpty() && !blank, otherwise);
    }

    /** How a name is read: something, and in kana. */
    public static Need reading(TextField field, String otherwise) {
        var typed = field.getValue();
        return typed.isBlank()
                ? need(field, otherwise)
                : new Need(field, JapaneseText.isKana(typed), field.getTranslation("shared.kana.wrong"));
    }

    /** Whether all of this is met, and nothing is too long; says at each field what is wrong, and goes to the first. */
    public boolean filled(Need... needs) {
        texts.values().forEach(held -> judge(held.field(), "")); // what was refused before may be taken now
        for (var need : needs) {
            judge(need.field(), need.met() ? "" : need.otherwise());
        }
        var wrong = Stream.of(
                        Arrays.stream(needs).map(Need::field),
                        texts.values().stream().map(Held::field),
                        days.values().stream().map(HeldDay::field))
                .flatMap(fields -> fields.map(HasValidationProperties.class::cast))
                .filter(HasValidationProperties::isInvalid)
                .distinct()
                .toList();
        asTheyStand(this)
                .filter(wrong::contains)
                .findFirst()
                .or(() -> wrong.stream().map(Component.class::cast).findFirst())
                .ifPresent(first -> {
                    if (first instanceof Focusable<?> field) {
                        field.focus();
                    }
                });
        return wrong.isEmpty();
    }

    /** All there is in it, in the order of the page. */
    private static Stream<Component> asTheyStand(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(ShortForm::asTheyStand));
    }

    private void judge(HasValidationProperties field, String unmet) {
        var wrong = unmet.isEmpty() ? tooLong(field) : unmet;
        field.setErrorMessage(wrong);
        field.setInvalid(!wrong.isEmpty());
    }

    private String tooLong(HasValidationProperties field) {
        return texts.values().stream()
                .filter(held -> held.field() == field)
                .findFirst()
                .map(held -> {
                    try {
                        Lengths.demand(held.field().getValue(), held.most());
                        return "";
                    } catch (Refusal refusal) {
                        return sentence(refusal);
                    }
                })
                .orElse("");
    }

    private String sentence(Refusal refusal) {
        return getTranslation(refusal.messageKey(), refusal.arguments(getLocale()));
    }

    /** Does with the fields what the form is for, once all of this is met and they can be read: see {@link #act}. */
    public boolean send(Runnable action, Need... needs) {
        forgetWhatWasSaid();
        return filled(needs) && act(action);
    }

    /**
     * Does it whatever the fields hold, or says at the head of the form why not.
     *
     * @param action may fill or clear the fields, draw the page anew or leave it
     * @return whether it is done; nobody needs any more what was typed then
     */
    public boolean act(Runnable action) {
        if (!attempt(action)) {
            return false;
        }
        settle();
        return true;
    }

    private void settle() {
        KeptInBrowser.done(subject, person);
        restored.removeAll();
        explained.forEach(TextFieldBase::setHelperText);
        explained.clear();
        Map.copyOf(texts).forEach(this::stands);
        days.replaceAll((path, held) -> new HeldDay(held.field(), held.field().getValue()));
    }

    /** Runs it, or says at the head of the form why not; what was typed is still needed. */
    public boolean attempt(Runnable action) {
        forgetWhatWasSaid();
        try {
            action.run();
            return true;
        } catch (Refusal refusal) {
            refuse(refusal);
            return false;
        }
    }

    /** What came of something done before, here or at the head of the page, is no news any more. */
    private void forgetWhatWasSaid() {
        Note.forget(answer);
        for (var around = getParent(); around.isPresent(); around = around.get().getParent()) {
            if (around.get() instanceof PageTop top) {
                top.beSilent();
            }
        }
    }

    private void refuse(Refusal refusal) {
        var place = places.get(refusal.messageKey());
        if (place == null) {
            answer.add(new Note(Note.Kind.ERROR, sentence(refusal)));
            return;
        }
        judge(place.field(), Objects.requireNonNullElseGet(place.sentence(), () -> sentence(refusal)));
        if (place.field() instanceof Focusable<?> field) {
            field.focus();
        }
    }

    /** Says at the head of the form that it is done. */
    public void done(String sentence) {
        done(new Note(Note.Kind.OK, sentence));
    }

    /** The same with more than a sentence. */
    public void done(Note note) {
        note.getElement().setAttribute("role", "status");
        answer.removeAll();
        answer.add(note);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        KeptInBrowser.attach(this, event.getUI());
    }

    /** What the browser still had; of a field that is there no more, nobody needs it. */
    @ClientCallable
    void restore(String path, String typed, String basedOn) {
        var held = texts.get(path);
        var day = days.get(path);
        if (held != null && !typed.equals(held.stands())) {
            held.field().setValue(typed);
            if (!basedOn.equals(held.stands())) {
                explained.putIfAbsent(
                        held.field(), Objects.requireNonNullElse(held.field().getHelperText(), ""));
                held.field().setHelperText(getTranslation("shared.changed", held.stands()));
            }
            tellRestored();
        } else if (day != null) {
            JapaneseDates.read(typed, LocalDate.now(JapaneseDates.ZONE))
                    .filter(chosen -> !chosen.equals(day.stands()))
                    .ifPresent(chosen -> {
                        day.field().setValue(chosen);
                        tellRestored();
                    });
        } else {
            KeptInBrowser.forget(this, path);
        }
        KeptInBrowser.refresh(this);
    }

    /** Nobody sends by accident what they had given up: it is said, and can be put away. */
    private void tellRestored() {
        if (restored.getComponentCount() == 0) {
            restored.add(new Note(
                    Note.Kind.INFO,
                    new Paragraph(getTranslation("shared.restored")),
                    Buttons.secondary(getTranslation("shared.restored.away"), event -> {
                        texts.values().forEach(held -> held.field().setValue(held.stands()));
                        days.values().forEach(held -> held.field().setValue(held.stands()));
                        settle();
                    })));
        }
    }
}
