package app.tomoni.decision.ui;

import app.tomoni.decision.selection.Deliberated;
import app.tomoni.decision.selection.Evaluation;
import app.tomoni.decision.selection.Material;
import app.tomoni.scoring.Aggregate;
import app.tomoni.scoring.Outcomes;
import app.tomoni.scoring.Result;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Gradually;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where the committee records what it found when figures could not decide. */
class DeliberationForm extends Card {

    /** What was found, and why. */
    record Finding(List<Deliberated.Found> found, String reason) {}

    private final Words words;
    private final Evaluation.Question question;
    private final Material material;
    private final TextArea reason = new TextArea();
    private final Component reasonBox;
    private final Note noneChosen;

    /** @param path of its texts among those of the page */
    DeliberationForm(
            Words words,
            KeptTexts texts,
            String path,
            Evaluation.Question question,
            Material material,
            Consumer<Finding> found) {
        super(words.say("decision.deliberation.title"));
        this.words = words;
        this.question = question;
        this.material = material;
        this.noneChosen = new Note(Note.Kind.ERROR, words.say("decision.deliberation.noneChosen"));
        noneChosen.setVisible(false);
        addClassName("dc-question");
        add(new Paragraph(words.say("decision.deliberation." + question.place().name())));
        reason.setLabel(words.say("decision.deliberation.reasonField"));
        reason.setRequiredIndicatorVisible(true);
        if (question.place() == Result.Place.LINE) {
            reason.setHelperText(words.say("decision.deliberation.reason.public"));
        }
        reasonBox = texts.hold(path, reason, Lengths.REASON);
        switch (question.place()) {
            case LINE -> order(texts, path, found);
            case AMOUNTS, OVER_BUDGET -> amounts(texts, path, found);
            case FIGURE -> verdicts(texts, path, found);
        }
    }

    private String number(java.util.UUID proposal) {
        return material.entrant(new app.tomoni.proposal.ProposalId(proposal))
                .map(Material.Entrant::number)
                .orElse("");
    }

    private void order(KeptTexts texts, String path, Consumer<Finding> found) {
        var places = new LinkedHashMap<java.util.UUID, DigitsField>();
        var last = question.proposals().size();
        draw(proposal -> {
            var place = new DigitsField(words.say("decision.deliberation.place", number(proposal)));
            place.setRequiredIndicatorVisible(true);
            places.put(proposal, place);
            return texts.hold(foundPath(path, proposal), place, Lengths.LINE);
        });
        finish(found, () -> {
            var taken = new HashSet<Long>();
            places.values().forEach(place -> {
                var chosen = place.number().filter(number -> 1 <= number && number <= last);
                refuse(
                        place,
                        chosen.isEmpty()
                                ? words.say("decision.deliberation.places", last)
                                : taken.add(chosen.get())
                                        ? ""
                                        : words.say("decision.deliberation.placeTwice", chosen.get()));
            });
            return allRight(places.values())
                    ? places.entrySet().stream()
                            .sorted(Comparator.comparing(
                                    entry -> entry.getValue().number().orElseThrow()))
                            .map(entry -> new Deliberated.Found(entry.getKey(), null, null))
                            .toList()
                    : List.of();
        });
    }

    private void amounts(KeptTexts texts, String path, Consumer<Finding> found) {
        var fields = new LinkedHashMap<java.util.UUID, YenField>();
        draw(proposal -> {
            var field = new YenField(words.say("decision.deliberation.amount", number(proposal)));
            field.setRequiredIndicatorVisible(true);
            fields.put(proposal, field);
            return texts.hold(foundPath(path, proposal), field, Lengths.LINE);
        });
        finish(found, () -> {
            fields.forEach((proposal, field) -> refuse(
                    field,
                    field.yen().isPresent()
                            ? ""
                            : words.say(
                                    field.isReadable() ? "decision.amount.missing" : "decision.amount.unreadable",
                                    number(proposal))));
            return allRight(fields.values())
                    ? fields.entrySet().stream()
                            .map(entry -> new Deliberated.Found(
                                    entry.getKey(),
                                    entry.getValue().yen().orElseThrow().amount(),
                                    null))
                            .toList()
                    : List.of();
        });
    }

    /** What is asked about each proposal, drawn a few at a time. */
    private void draw(Function<java.util.UUID, Component> field) {
        var fields = new Div();
        fields.addClassName("stack-s");
        add(fields);
        new Gradually(fields, OutcomeLine.BELOW)
                .showMade(question.proposals().stream().map(field).toList());
    }

    private static void refuse(TextFieldBase<?, String> field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(!why.isEmpty());
    }

    private static boolean allRight(Collection<? extends TextFieldBase<?, String>> fields) {
        var wrong = fields.stream().filter(TextFieldBase::isInvalid).findFirst();
        wrong.ifPresent(TextFieldBase::focus);
        return wrong.isEmpty();
    }

    /** Nobody needs any more what the browser has of an answer that is recorded. */
    static void forget(KeptTexts texts, String path, Evaluation.Question question) {
        texts.forget(path);
        question.proposals().forEach(proposal -> texts.forget(foundPath(path, proposal)));
    }

    private static String foundPath(String path, java.util.UUID proposal) {
        return path + "/" + proposal;
    }

    private void verdicts(KeptTexts texts, String path, Consumer<Finding> found) {
        if (!(material.terms().rule().aggregate() instanceof Aggregate.Verdict verdict)) {
            exclusions(texts, path, found);
            return;
        }
        var grades = new LinkedHashMap<java.util.UUID, Select<Aggregate.Grade>>();
        draw(proposal -> {
            var grade = new Select<Aggregate.Grade>();
            grade.setLabel(words.say("decision.deliberation.grade", number(proposal)));
            grade.setItems(verdict.grades());
            grade.setItemLabelGenerator(each -> each.name().in(words.locale()));
            grades.put(proposal, grade);
            return texts.hold(foundPath(path, proposal), KeptField.of(grade));
        });
        finish(
                found,
                () -> some(grades.entrySet().stream()
                        .filter(entry -> entry.getValue().getValue() != null)
                        .map(entry -> new Deliberated.Found(
                                entry.getKey(),
                                null,
                                entry.getValue().getValue().id()))));
    }

    /** Where marks are given, the committee can only leave out of the ranking what nobody could mark. */
    private void exclusions(KeptTexts texts, String path, Consumer<Finding> found) {
        var boxes = new LinkedHashMap<java.util.UUID, Checkbox>();
        draw(proposal -> {
            var box = new Checkbox(words.say("decision.deliberation.exclude", number(proposal)));
            boxes.put(proposal, box);
            return texts.hold(foundPath(path, proposal), KeptField.of(box));
        });
        finish(
                found,
                () -> some(boxes.entrySet().stream()
                        .filter(entry -> entry.getValue().getValue())
                        .map(entry -> new Deliberated.Found(entry.getKey(), null, Outcomes.NOT_PASSED))));
    }

    private List<Deliberated.Found> some(Stream<Deliberated.Found> found) {
        var chosen = found.toList();
        noneChosen.setVisible(chosen.isEmpty());
        return chosen;
    }

    /** @param answers what was found for each proposal; none where a field says what is wrong with it */
    private void finish(Consumer<Finding> found, Supplier<List<Deliberated.Found>> answers) {
        add(reasonBox, noneChosen, Buttons.secondary(words.say("decision.deliberation.record"), Buttons.once(() -> {
            var given = answers.get();
            if (reason.getValue().isBlank()) {
                refuse(reason, words.say("decision.deliberation.reason"));
            }
            if (!given.isEmpty() && allRight(List.of(reason))) {
                found.accept(new Finding(given, reason.getValue()));
            }
        })));
    }
}
