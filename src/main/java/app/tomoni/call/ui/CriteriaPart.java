package app.tomoni.call.ui;

import app.tomoni.call.CommentRule;
import app.tomoni.call.Scale;
import app.tomoni.form.FormDefinition.Place;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.Question;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The score sheet: criteria, each with levels or with points and bands, and with what it is judged by. */
class CriteriaPart extends Div {

    /** What an entry is added with, or what is chosen again in a moment. */
    private static final Set<String> GIVEN = Set.of("score", "scale", "comment", "evidence");

    private final DraftFields fields;
    private final Words words;
    private final List<Place> places;
    private final BiConsumer<StructureChange, Consumer<CriteriaPart>> change;
    /** What holds the entries of a list, below one line. */
    private final Map<String, Div> lists = new HashMap<>();

    private final Paragraph sum = new Paragraph();

    /**
     * @param places of the proposal's form, as far as reviewers read it
     * @param change is given what to do, and where whoever did it goes on in the part that is drawn anew
     */
    CriteriaPart(
            DraftFields fields,
            Words words,
            List<Place> places,
            BiConsumer<StructureChange, Consumer<CriteriaPart>> change) {
        this.fields = fields;
        this.words = words;
        this.places = places;
        this.change = change;
        addClassName("stack-5");
        add(new Paragraph(words.say("call.criteria.lead")));
        lists.put("/criteria", this);
        var criteria = fields.draft().entries("/criteria");
        if (criteria.isEmpty()) {
            add(new Paragraph(words.say("call.criteria.empty")));
        }
        for (var i = 0; i < criteria.size(); i++) {
            add(criterion(criteria.get(i), i, criteria.size()));
        }
        add(
                Buttons.secondary(
                        words.say("call.criteria.add"),
                        event -> change.accept(
                                (revise, call, by) -> revise.addCriterion(call, by),
                                part -> part.goToLast("/criteria", "/name"))),
                sum);
        sum.addClassName("b");
    }

    /** After something has been typed: what all criteria bring together. */
    void refresh() {
        sum.setText(words.say("call.criteria.sum", fields.draft().points()));
    }

    private void goTo(String place) {
        Objects.requireNonNull(fields.at(place))
                .getElement()
                .executeJs("(this.querySelector('input:checked') ?? this).focus()");
    }

    private void goToLast(String list, String field) {
        goTo(fields.draft().entries(list).getLast() + field);
    }

    /** Asks before texts are lost; where they stood it is said afterwards that they are gone. */
    private void remove(String place, Map<String, String> seen) {
        var name = words.place(place);
        Runnable remove = () -> change.accept(
                (revise, call, by) -> revise.remove(call, place, seen, by),
                part -> part.say(place, words.say("call.criteria.removed", name)));
        if (fields.seenOf(place).entrySet().stream().noneMatch(CriteriaPart::isWritten)) {
            remove.run();
            return;
        }
        new Question(
                        words.say("call.criteria.ask", name),
                        new Paragraph(words.say("call.criteria.ask.what")),
                        words.say("call.criteria.ask.no"),
                        words.say("call.criteria.ask.yes"),
                        remove)
                .open();
    }

    private static boolean isWritten(Map.Entry<String, String> field) {
        var name = field.getKey().substring(field.getKey().lastIndexOf('/') + 1);
        return !GIVEN.contains(name) && !field.getValue().isBlank();
    }

    private void say(String place, String what) {
        var at = place.lastIndexOf('/');
        var note = new Note(Note.Kind.OK, what);
        Objects.requireNonNull(lists.get(place.substring(0, at)))
                .addComponentAtIndex(1 + Integer.parseInt(place.substring(at + 1)), note);
        note.lead();
    }

    private Component criterion(String place, int at, int of) {
        var box = new FieldSet(words.say("call.criteria.legend", at + 1));
        box.addClassNames("call-criterion", "stack");
        box.add(
                fields.line(place + "/name", true, ""),
                fields.area(place + "/question", true, "call.help.question"),
                fields.decimal(place + "/max", true, ""),
                scale(place));
        var levels = fields.draft().text(place + "/scale").equals(Scale.LEVELS.name());
        var points = fields.draft().text(place + "/scale").equals(Scale.POINTS.name());
        if (levels) {
            box.add(steps(place + "/levels", "call.criteria.levels", "call.criteria.addLevel", "/score", "/points"));
        }
        if (points) {
            box.add(steps(place + "/bands", "call.criteria.bands", "call.criteria.addBand", "/from", "/to"));
        }
        box.add(comment(place), evidence(place), moves(place, at, of));
        return box;
    }

    private Component comment(String place) {
        var rules = Arrays.stream(CommentRule.values()).map(Enum::name).toList();
        return fields.radio(place + "/comment", rules, rule -> words.say("call.comment." + rule), "call.help.comment");
    }

    private Component evidence(String place) {
        return fields.several(
                place + "/evidence", places.stream().map(Place::key).toList(), this::name, "call.help.evidence");
    }

    private String name(String key) {
        return places.stream()
                .filter(place -> place.key().equals(key))
                .findFirst()
                .map(place -> place.isSection() ? words.say("call.evidence.section", place.label()) : place.label())
                .orElseGet(() -> words.say("call.evidence.gone", key));
    }

    /** The other scale has other fields: the part is drawn anew. */
    private Component scale(String place) {
        var keys = Arrays.stream(Scale.values()).map(Enum::name).toList();
        var box = fields.radio(place + "/scale", keys, scale -> words.say("call.scale." + scale), "call.help.scale");
        if (fields.at(place + "/scale") instanceof RadioButtonGroup<?> radio) {
            radio.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    change.accept((revise, call, by) -> {}, part -> part.goTo(place + "/scale"));
                }
            });
        }
        return box;
    }

    private Component steps(String list, String heading, String addKey, String first, String second) {
        var box = new Div(new Paragraph(words.say(heading)));
        box.addClassNames("call-scale", "stack");
        lists.put(list, box);
        for (var step : fields.draft().entries(list)) {
            var row = new Div(
                    fields.decimal(step + first, true, ""),
                    fields.decimal(step + second, true, ""),
                    fields.area(step + "/text", true, ""),
                    Buttons.quiet(
                            words.say("call.criteria.removeStep", words.place(step)),
                            Buttons.once(() -> remove(step, fields.seenOf(step)))));
            row.addClassName("call-step");
            box.add(row);
        }
        box.add(Buttons.secondary(
                words.say(addKey),
                event -> change.accept(
                        (revise, call, by) -> revise.addStep(call, list, by), part -> part.goToLast(list, first))));
        return box;
    }

    private Component moves(String place, int at, int of) {
        var seen = Map.of("/id", fields.draft().text(place + "/id"));
        var box = new Div();
        box.addClassName("actions");
        if (at > 0) {
            box.add(Buttons.secondary(words.say("call.criteria.up", at + 1), event -> move(place, at - 1, true, seen)));
        }
        if (at < of - 1) {
            box.add(Buttons.secondary(
                    words.say("call.criteria.down", at + 1), event -> move(place, at + 1, false, seen)));
        }
        box.add(Buttons.quiet(words.say("call.criteria.remove", at + 1), Buttons.once(() -> remove(place, seen))));
        return box;
    }

    private void move(String place, int to, boolean up, Map<String, String> seen) {
        change.accept(
                (revise, call, by) -> revise.move(call, place, up, seen, by),
                part -> part.goTo("/criteria/" + to + "/name"));
    }
}
