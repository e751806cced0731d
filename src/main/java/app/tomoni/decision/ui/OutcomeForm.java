package app.tomoni.decision.ui;

import static java.util.Map.entry;

import app.tomoni.decision.Outcome;
import app.tomoni.decision.selection.Material;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.KeptInBrowser;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is recommended or decided about one proposal; every change is passed on at once. */
class OutcomeForm extends Div {

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
     * @param openKey of the button that opens the form
     * @param choiceKey of the question
     * @param reasonKey of the field for the reason, and of its help with the suffix Help
     * @param same said of what stands as before
     * @param differs said of what departs from it
     * @param money whether an amount is asked for
     * @param comment whether a comment for the group is asked for
     * @param places how many reserve places there are to give; 0 where none is asked for
     */
    record Questions(
            String openKey,
            String choiceKey,
            String reasonKey,
            String same,
            String differs,
            boolean money,
            boolean comment,
            int places) {

        /** Whether what is chosen departs from what came before, and what that was. */
        Div mark(Words words, boolean chosen, boolean departs, @Nullable String hint) {
            var mark = new Div();
            if (chosen) {
                mark.add(
                        departs
                                ? new Chip(Chip.Kind.WARN, words.say(differs))
                                : new Chip(Chip.Kind.OK, words.say(same)));
            }
            if (hint != null) {
                var text = new Paragraph(hint);
                text.addClassNames("small", "mute");
                mark.add(text);
            }
            return mark;
        }
    }

    /** At which field it is said what is refused about a proposal. */
    static final Map<String, String> PLACES = Map.ofEntries(
            entry("decision.recommendation.outcome", "outcome"),
            entry("decision.recommendation.reason", "reason"),
            entry("decision.draft.reason", "reason"),
            entry("decision.recommendation.conditions", "conditions"),
            entry("decision.amount.missing", "amount"),
            entry("decision.amount.zero", "amount"),
            entry("decision.amount.over", "amount"),
            entry("decision.amount.unreadable", "amount"),
            entry("decision.draft.place", "place"),
            entry("decision.draft.place.missing", "place"),
            entry("decision.draft.place.unreadable", "place"));

    private final Words words;
    private final KeptTexts texts;
    private final Material.Entrant entrant;
    private final String path;
    private final RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>();
    private final YenField amount;
    private final TextArea conditions = new TextArea();
    private final TextArea reason = new TextArea();
    private final TextArea comment = new TextArea();
    private final DigitsField place;
    private final Component placeBox;
    private final Component amountBox;
    private final Component conditionsBox;
    private final Component reasonBox;
    private final Div mark = new Div();
    private final Questions questions;
    private final Consumer<Supplier<Content>> changed;

    OutcomeForm(
            Words words,
            KeptTexts texts,
            Material.Entrant entrant,
            Questions questions,
            Content content,
            Consumer<Supplier<Content>> changed) {
        this.words = words;
        this.texts = texts;
        this.entrant = entrant;
        this.path = entrant.proposal().toString();
        this.questions = questions;
        this.changed = changed;
        addClassName("dc-form");
        outcome.setLabel(words.say(questions.choiceKey()));
        outcome.setItems(Outcome.values());
        outcome.setItemLabelGenerator(each -> words.say("decision.act." + each.name()));
        outcome.setRequiredIndicatorVisible(true);
        outcome.setValue(content.outcome());
        amount = new YenField(words.say("decision.recommendation.amount"));
        amount.setRequiredIndicatorVisible(entrant.requested() != null);
        var yen = content.amount();
        if (yen != null) {
            amount.show(yen);
        }
        text(conditions, words.say("decision.recommendation.conditionsField"), content.conditions());
        conditions.setRequiredIndicatorVisible(true); // they are asked for only where they are needed
        text(reason, words.say(questions.reasonKey()), content.reason());
        text(comment, words.say("decision.recommendation.commentField"), content.comment());
        comment.setHelperText(words.say("decision.recommendation.commentHelp"));
        place = new DigitsField(words.say("decision.draft.placeField"));
        place.setValue(Objects.toString(content.place(), ""));
        var outcomeBox = texts.keep(path + "/outcome", KeptField.of(outcome), () -> change(true));
        outcome.addValueChangeListener(event -> change(event.isFromClient()));
        placeBox = keep(questions.places() > 0, "place", place, Lengths.LINE);
        amountBox = keep(questions.money(), "amount", amount, Lengths.LINE);
        conditionsBox = keep(true, "conditions", conditions, Lengths.TEXT);
        reasonBox = keep(true, "reason", reason, Lengths.REASON);
        var commentBox = keep(questions.comment(), "comment", comment, Lengths.TEXT);
        mark.getElement().setAttribute("role", "status");
        add(fields(outcomeBox, mark, placeBox, amountBox), fields(conditionsBox, reasonBox, commentBox));
        fit();
    }

    private static Component fields(Component... parts) {
        var fields = new Div(parts);
        fields.addClassName("dc-fields");
        return fields;
    }

    private static void text(TextArea area, String label, String value) {
        area.setLabel(label);
        area.setValue(value);
    }

    /** What is never asked for is not made: there may be hundreds of these forms on a page. */
    private Component keep(boolean asked, String name, TextFieldBase<?, String> field, int most) {
        if (!asked) {
            var nothing = new Div();
            nothing.setVisible(false);
            return nothing;
        }
        field.addValueChangeListener(event -> change(event.isFromClient()));
        return texts.keep(path + "/" + name, field, most, () -> change(true));
    }

    private void change(boolean byHand) {
        fit();
        if (byHand) {
            changed.accept(this::content);
        }
    }

    /** @throws Refusal when a number cannot be read */
    private Content content() {
        if (amountBox.isVisible() && !amount.isReadable()) {
            throw new Refusal("decision.amount.unreadable", entrant.number());
        }
        if (placeBox.isVisible() && !hasReadablePlace()) {
            throw new Refusal("decision.draft.place.unreadable", entrant.number(), questions.places());
        }
        return new Content(
                outcome.getValue(),
                amount.yen().orElse(null),
                conditions.getValue(),
                reason.getValue(),
                comment.getValue(),
                place.number().map(Long::intValue).orElse(null));
    }

    private boolean hasReadablePlace() {
        return place.isReadable()
                && place.number()
                        .filter(number -> number < 1 || number > questions.places())
                        .isEmpty();
    }

    /** Only what belongs to the outcome is asked for. */
    private void fit() {
        var chosen = outcome.getValue();
        amountBox.setVisible(questions.money() && chosen != null && chosen.isYes());
        conditionsBox.setVisible(chosen == Outcome.CONDITIONALLY_ADOPTED);
        placeBox.setVisible(questions.places() > 0 && chosen == Outcome.RUNNER_UP);
        KeptInBrowser.refresh(this);
    }

    /** It may have been made after the page was shown. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        KeptInBrowser.refresh(this);
    }

    /** Begins at what is chosen; the group marks it a moment later than it knows it. */
    void focus() {
        outcome.getElement().executeJs("""
                        const buttons = [...this.querySelectorAll('vaadin-radio-button')];
                        setTimeout(() => (buttons.find(button => button.value === this.value) ?? buttons[0])?.focus());
                        """);
    }

    /** Says whether what stands here departs from what came before, and asks for a reason only then. */
    void mark(boolean departs, @Nullable String hint) {
        var chosen = outcome.getValue() != null;
        mark.removeAll();
        mark.add(questions.mark(words, chosen, departs, hint));
        reasonBox.setVisible(chosen && departs || !reason.getValue().isBlank());
        KeptInBrowser.refresh(this);
        reason.setRequiredIndicatorVisible(departs);
        reason.setHelperText(
                words.say(departs ? questions.reasonKey().replace("Field", "Help") : "decision.reason.stays"));
    }

    /** Whether the order of the runners-up is decided as well: a place is needed only then. */
    void demandPlace(boolean demanded) {
        place.setRequiredIndicatorVisible(demanded);
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
