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
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Where the committee records what it found when figures could not decide. */
class DeliberationForm extends Card {

    /** What was found, and why. */
    record Finding(List<Deliberated.Found> found, String reason) {}

    private final Words words;
    private final Evaluation.Question question;
    private final Material material;
    private final TextArea reason = new TextArea();
    private final Component reasonBox;
    private final Note wrong;

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
        this.wrong = new Note(
                Note.Kind.ERROR,
                question.place() == Result.Place.FIGURE
                        ? words.say("decision.deliberation.noneChosen")
                        : words.say(
                                "decision.deliberation.places",
                                question.proposals().size()));
        wrong.setVisible(false);
        addClassName("dc-question");
        add(new Paragraph(words.say("decision.deliberation." + question.place().name())));
        reason.setLabel(words.say("decision.deliberation.reasonField"));
        reason.setRequiredIndicatorVisible(true);
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
        var places = new LinkedHashMap<java.util.UUID, Select<Integer>>();
        question.proposals().forEach(proposal -> {
            var place = new Select<Integer>();
            place.setLabel(words.say("decision.deliberation.place", number(proposal)));
            place.addClassName("short");
            place.setItems(IntStream.rangeClosed(1, question.proposals().size())
                    .boxed()
                    .toList());
            places.put(proposal, place);
            add(texts.hold(foundPath(path, proposal), KeptField.of(place)));
        });
        finish(() -> {
            var chosen = places.values().stream()
                    .map(Select::getValue)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            wrong.setVisible(chosen < places.size());
            if (chosen == places.size()) {
                found.accept(new Finding(
                        places.entrySet().stream()
                                .sorted(Comparator.comparing(
                                        entry -> entry.getValue().getValue()))
                                .map(entry -> new Deliberated.Found(entry.getKey(), null, null))
                                .toList(),
                        reason.getValue()));
            }
        });
    }

    private void amounts(KeptTexts texts, String path, Consumer<Finding> found) {
        var fields = new LinkedHashMap<java.util.UUID, YenField>();
        question.proposals().forEach(proposal -> {
            var field = new YenField(words.say("decision.deliberation.amount", number(proposal)));
            field.setRequiredIndicatorVisible(true);
            fields.put(proposal, field);
            add(texts.hold(foundPath(path, proposal), field, Lengths.LINE));
        });
        finish(() -> {
            fields.forEach((proposal, field) -> {
                field.setErrorMessage(words.say(
                        field.isReadable() ? "decision.amount.missing" : "decision.amount.unreadable",
                        number(proposal)));
                field.setInvalid(field.yen().isEmpty());
            });
            var missing = fields.values().stream().filter(YenField::isInvalid).findFirst();
            missing.ifPresent(YenField::focus);
            if (missing.isEmpty()) {
                found.accept(new Finding(
                        fields.entrySet().stream()
                                .map(entry -> new Deliberated.Found(
                                        entry.getKey(),
                                        entry.getValue().yen().orElseThrow().amount(),
                                        null))
                                .toList(),
                        reason.getValue()));
            }
        });
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
        question.proposals().forEach(proposal -> {
            var grade = new Select<Aggregate.Grade>();
            grade.setLabel(words.say("decision.deliberation.grade", number(proposal)));
            grade.setItems(verdict.grades());
            grade.setItemLabelGenerator(each -> each.name().in(words.locale()));
            grades.put(proposal, grade);
            add(texts.hold(foundPath(path, proposal), KeptField.of(grade)));
        });
        finish(() -> {
            var chosen = new ArrayList<Deliberated.Found>();
            grades.forEach((proposal, grade) -> {
                if (grade.getValue() != null) {
                    chosen.add(new Deliberated.Found(
                            proposal, null, grade.getValue().id()));
                }
            });
            some(chosen, found);
        });
    }

    /** Where marks are given, the committee can only leave out of the ranking what nobody could mark. */
    private void exclusions(KeptTexts texts, String path, Consumer<Finding> found) {
        var boxes = new LinkedHashMap<java.util.UUID, Checkbox>();
        question.proposals().forEach(proposal -> {
            var box = new Checkbox(words.say("decision.deliberation.exclude", number(proposal)));
            boxes.put(proposal, box);
            add(texts.hold(foundPath(path, proposal), KeptField.of(box)));
        });
        finish(() -> some(
                boxes.entrySet().stream()
                        .filter(entry -> entry.getValue().getValue())
                        .map(entry -> new Deliberated.Found(entry.getKey(), null, Outcomes.NOT_PASSED))
                        .toList(),
                found));
    }

    private void some(List<Deliberated.Found> chosen, Consumer<Finding> found) {
        wrong.setVisible(chosen.isEmpty());
        if (!chosen.isEmpty()) {
            found.accept(new Finding(chosen, reason.getValue()));
        }
    }

    private void finish(Runnable record) {
        add(reasonBox, wrong, Buttons.secondary(words.say("decision.deliberation.record"), event -> record.run()));
    }
}
