package app.tomoni.decision.ui;

import app.tomoni.decision.selection.DecideReserve;
import app.tomoni.decision.selection.ReserveDecision;
import app.tomoni.decision.selection.WaitingReserves;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which runner-up is to be offered what has become free, where that needs a decision of its own; and what became of it. */
class ReserveFields extends Card {

    /** What is to be decided. */
    record Draft(ProposalId proposal, @Nullable Yen amount, String wording) {}

    private final Words words;
    private final Select<WaitingReserves.Reserve> proposal = new Select<>();
    private final YenField amount;
    private final TextArea wording;

    /** @param path under which the texts of the page are kept */
    ReserveFields(Words words, DecideReserve.Choice choice, KeptTexts texts, String path) {
        super(words.say("decision.reserve.title"));
        this.words = words;
        setId("reserves");
        amount = new YenField(words.say("decision.reserve.amount"));
        wording = new TextArea(words.say("decision.draft.wordingField"));
        add(new Paragraph(words.say(choice.hindrance())));
        choice.pending().ifPresentOrElse(pending -> add(waits(pending)), () -> fields(choice, texts, path));
    }

    /** Its name, with its rank and points. */
    static String ranked(Words words, WaitingReserves.Reserve reserve) {
        var entrant = reserve.entrant();
        return words.say(
                "decision.reserve.ranked",
                words.named(entrant.number(), entrant.title()),
                DraftDecisionView.Figures.rank(words, reserve.figures()));
    }

    /** Says who is passed over where somebody else who waits comes before this one. */
    static Optional<Note> passedOver(Words words, ProposalId chosen, List<WaitingReserves.Reserve> waiting) {
        var before = waiting.stream()
                .takeWhile(one -> !one.proposal().equals(chosen))
                .map(one -> ranked(words, one))
                .toList();
        return before.isEmpty() || before.size() == waiting.size()
                ? Optional.empty()
                : Optional.of(new Note(
                        Note.Kind.WARN,
                        words.say(
                                "decision.reserve.passedOver",
                                String.join(words.say("decision.reserve.and"), before))));
    }

    private Note waits(ReserveDecision pending) {
        var link = new Anchor(ReserveDecisionView.PATH + "/" + pending.id(), words.say("decision.reserve.open"));
        return new Note(
                Note.Kind.INFO,
                new Paragraph(words.say("decision.reserve.waits", words.brief(pending.draftedAt()))),
                link);
    }

    private void fields(DecideReserve.Choice choice, KeptTexts texts, String path) {
        proposal.setLabel(words.say("decision.reserve.proposal"));
        proposal.setItems(choice.reserves());
        proposal.setItemLabelGenerator(one -> ranked(words, one));
        wording.setHelperText(words.say("decision.reserve.wording.help"));
        FieldLabel.on(proposal, words.say("decision.reserve.proposal"), true);
        wording.setRequiredIndicatorVisible(true);
        var passed = new Div();
        passed.getElement().setAttribute("role", "status");
        proposal.addValueChangeListener(event -> {
            amount.setRequiredIndicatorVisible(asksForMoney());
            if (amount.isEmpty() || amount.yen().equals(suggested(event.getOldValue(), choice))) {
                suggested(event.getValue(), choice).ifPresentOrElse(amount::show, amount::clear);
            }
            passed.removeAll();
            proposal.getOptionalValue()
                    .flatMap(one -> passedOver(words, one.proposal(), choice.reserves()))
                    .ifPresent(passed::add);
        });
        amount.setRequiredIndicatorVisible(
                choice.reserves().stream().allMatch(one -> one.entrant().requested() != null));
        choice.returned().ifPresent(last -> {
            choice.reserves().stream()
                    .filter(one -> one.proposal().equals(last.proposal()))
                    .findFirst()
                    .ifPresent(proposal::setValue);
            last.amount().ifPresent(amount::show);
            wording.setValue(last.wording());
            add(new Note(
                    Note.Kind.WARN,
                    words.say("decision.reserve.returned", last.returnReason().orElseThrow())));
        });
        choice.free().ifPresent(free -> add(new Paragraph(words.say("decision.reserve.free", words.yen(free)))));
        add(texts.hold(path + "proposal", KeptField.of(proposal)), passed);
        if (choice.reserves().stream().anyMatch(one -> one.entrant().requested() != null)) {
            add(texts.hold(path + "amount", amount, Lengths.LINE));
        }
        add(texts.hold(path + "wording", wording, Lengths.TEXT));
        texts.refuseAt("decision.reserve.gone", path + "proposal");
        texts.refuseAt("decision.amount.missing", path + "amount");
        texts.refuseAt("decision.amount.zero", path + "amount");
        texts.refuseAt("decision.amount.over", path + "amount");
        texts.refuseAt("decision.reserve.over", path + "amount");
    }

    /** What the group asked for, as far as there is money left. */
    private static Optional<Yen> suggested(WaitingReserves.@Nullable Reserve reserve, DecideReserve.Choice choice) {
        return Optional.ofNullable(reserve)
                .map(one -> one.entrant().requested())
                .map(asked -> choice.free().map(asked::min).orElse(asked));
    }

    /** What it cannot be put forward without. */
    ShortForm.Need[] needs() {
        return new ShortForm.Need[] {
            ShortForm.need(proposal, words.say("decision.reserve.missing")),
            new ShortForm.Need(
                    amount,
                    !asksForMoney() || amount.yen().isPresent(),
                    words.say(
                            "decision.amount.missing",
                            proposal.isEmpty()
                                    ? ""
                                    : proposal.getValue().entrant().number())),
            new ShortForm.Need(amount, amount.isReadable(), words.say("decision.reserve.unreadable")),
            ShortForm.need(wording, words.say("decision.draft.wording"))
        };
    }

    private boolean asksForMoney() {
        return !proposal.isEmpty() && proposal.getValue().entrant().requested() != null;
    }

    /** Once the {@link #needs} are met. */
    Draft draft() {
        return new Draft(proposal.getValue().proposal(), amount.yen().orElse(null), wording.getValue());
    }
}
