package app.tomoni.decision.ui;

import app.tomoni.decision.Outcome;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.KeptField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is recommended or decided about one proposal; every change is passed on at once. */
class OutcomeForm extends Card {

    /** What stands in the form. */
    record Content(
            @Nullable Outcome outcome,
            @Nullable Yen amount,
            String conditions,
            String reason,
            String comment,
            @Nullable Integer place) {}

    /**
     * What the form asks for.
     *
     * @param choiceKey of the question
     * @param reasonKey of the field for the reason, and of its help with the suffix Help
     * @param same said of what stands as before
     * @param differs said of what departs from it
     * @param comment whether a comment for the group is asked for
     * @param places how many reserve places there are to give; 0 where none is asked for
     */
    record Questions(String choiceKey, String reasonKey, String same, String differs, boolean comment, int places) {}

    private final Words words;
    private final KeptTexts texts;
    private final String path;
    private final RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>();
    private final YenField amount;
    private final TextArea conditions = new TextArea();
    private final TextArea reason = new TextArea();
    private final TextArea comment = new TextArea();
    private final Select<Integer> place = new Select<>();
    private final Component placeBox;
    private final Component amountBox;
    private final Component conditionsBox;
    private final Component reasonBox;
    private final Div mark = new Div();
    private final Questions questions;
    private final Consumer<Content> changed;
    private final boolean money;

    /** @param path of its texts among those of the page */
    OutcomeForm(
            Words words,
            KeptTexts texts,
            String path,
            String heading,
            Component facts,
            Questions questions,
            Content content,
            boolean money,
            Consumer<Content> changed) {
        this.words = words;
        this.texts = texts;
        this.path = path;
        this.questions = questions;
        this.changed = changed;
        this.money = money;
        addClassName("dc-line");
        var title = new H3(heading);
        outcome.setLabel(words.say(questions.choiceKey()));
        outcome.setItems(Outcome.values());
        outcome.setItemLabelGenerator(each -> words.say("decision.act." + each.name()));
        outcome.setValue(content.outcome());
        amount = new YenField(words.say("decision.recommendation.amount"));
        var yen = content.amount();
        if (yen != null) {
            amount.show(yen);
        }
        text(conditions, words.say("decision.recommendation.conditionsField"), content.conditions());
        text(reason, words.say(questions.reasonKey()), content.reason());
        reason.setHelperText(words.say(questions.reasonKey().replace("Field", "Help")));
        text(comment, words.say("decision.recommendation.commentField"), content.comment());
        comment.setHelperText(words.say("decision.recommendation.commentHelp"));
        place.setLabel(words.say("decision.draft.placeField"));
        place.addClassName("short");
        place.setItems(IntStream.rangeClosed(1, Math.max(1, questions.places()))
                .boxed()
                .toList());
        place.setValue(content.place());
        var outcomeBox = texts.keep(path + "/outcome", KeptField.of(outcome), () -> change(true));
        placeBox = texts.keep(path + "/place", KeptField.of(place), () -> change(true));
        amountBox = texts.keep(path + "/amount", amount, Lengths.LINE, () -> change(true));
        conditionsBox = texts.keep(path + "/conditions", conditions, Lengths.TEXT, () -> change(true));
        reasonBox = texts.keep(path + "/reason", reason, Lengths.REASON, () -> change(true));
        var commentBox = texts.keep(path + "/comment", comment, Lengths.TEXT, () -> change(true));
        commentBox.setVisible(questions.comment());
        outcome.addValueChangeListener(event -> change(event.isFromClient()));
        amount.addValueChangeListener(event -> change(event.isFromClient()));
        conditions.addValueChangeListener(event -> change(event.isFromClient()));
        reason.addValueChangeListener(event -> change(event.isFromClient()));
        comment.addValueChangeListener(event -> change(event.isFromClient()));
        place.addValueChangeListener(event -> change(event.isFromClient()));
        mark.getElement().setAttribute("role", "status");
        var left = new Div(facts);
        left.addClassName("dc-facts");
        var right = new Div(outcomeBox, mark, placeBox, amountBox, conditionsBox, reasonBox, commentBox);
        right.addClassNames("dc-fields", "stack");
        var columns = new Div(left, right);
        columns.addClassName("dc-columns");
        add(title, columns);
        fit();
    }

    private static void text(TextArea area, String label, String value) {
        area.setLabel(label);
        area.setValue(value);
    }

    private void change(boolean byHand) {
        fit();
        if (!byHand) {
            return;
        }
        amount.setInvalid(!amount.isReadable());
        amount.setErrorMessage(words.say("decision.amount.unreadable"));
        if (amount.isReadable()) {
            changed.accept(new Content(
                    outcome.getValue(),
                    amount.yen().orElse(null),
                    conditions.getValue(),
                    reason.getValue(),
                    comment.getValue(),
                    place.getValue()));
        }
    }

    /** Only what belongs to the outcome is asked for. */
    private void fit() {
        var chosen = outcome.getValue();
        amountBox.setVisible(money && chosen != null && chosen.isYes());
        conditionsBox.setVisible(chosen == Outcome.CONDITIONALLY_ADOPTED);
        placeBox.setVisible(questions.places() > 0 && chosen == Outcome.RUNNER_UP);
    }

    /** Says whether what stands here departs from what came before, and asks for a reason only then. */
    void mark(boolean departs, @Nullable String hint) {
        mark.removeAll();
        mark.add(
                departs
                        ? new Chip(Chip.Kind.WARN, words.say(questions.differs()))
                        : new Chip(Chip.Kind.OK, words.say(questions.same())));
        if (hint != null) {
            var text = new Paragraph(hint);
            text.addClassNames("small", "mute");
            mark.add(text);
        }
        reasonBox.setVisible(departs || !reason.getValue().isBlank());
        reason.setRequiredIndicatorVisible(departs);
    }

    /** Shows the outcome and amount that stand as long as nobody chose otherwise. */
    void fill(@Nullable Outcome standing, @Nullable Yen yen) {
        if (outcome.getValue() == null && standing != null) {
            outcome.setValue(standing);
            texts.filled(path + "/outcome");
        }
        if (amount.getValue().isBlank() && yen != null) {
            amount.show(yen);
            texts.filled(path + "/amount");
        }
    }
}
