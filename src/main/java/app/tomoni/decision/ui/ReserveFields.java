package app.tomoni.decision.ui;

import app.tomoni.decision.selection.DecideReserve;
import app.tomoni.decision.selection.Material;
import app.tomoni.decision.selection.ReserveDecision;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

/** Which runner-up is to be offered what has become free, where that needs a decision of its own; and what became of it. */
class ReserveFields extends Card {

    /** What is to be decided. */
    record Draft(ProposalId proposal, @Nullable Yen amount, String wording) {}

    private final Words words;
    private final Select<Material.Entrant> proposal = new Select<>();
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
        proposal.setItemLabelGenerator(one -> words.named(one.number(), one.title()));
        wording.setHelperText(words.say("decision.reserve.wording.help"));
        FieldLabel.on(proposal, words.say("decision.reserve.proposal"), true);
        wording.setRequiredIndicatorVisible(true);
        proposal.addValueChangeListener(event -> amount.setRequiredIndicatorVisible(asksForMoney()));
        amount.setRequiredIndicatorVisible(choice.reserves().stream().allMatch(one -> one.requested() != null));
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
        add(texts.hold(path + "proposal", KeptField.of(proposal)));
        if (choice.reserves().stream().anyMatch(one -> one.requested() != null)) {
            add(texts.hold(path + "amount", amount, Lengths.LINE));
        }
        add(texts.hold(path + "wording", wording, Lengths.TEXT));
        texts.refuseAt("decision.reserve.gone", path + "proposal");
        texts.refuseAt("decision.amount.missing", path + "amount");
        texts.refuseAt("decision.amount.zero", path + "amount");
        texts.refuseAt("decision.amount.over", path + "amount");
        texts.refuseAt("decision.reserve.over", path + "amount");
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
                            proposal.isEmpty() ? "" : proposal.getValue().number())),
            new ShortForm.Need(amount, amount.isReadable(), words.say("decision.amount.unreadable")),
            ShortForm.need(wording, words.say("decision.draft.wording"))
        };
    }

    private boolean asksForMoney() {
        return !proposal.isEmpty() && proposal.getValue().requested() != null;
    }

    /** Once the {@link #needs} are met. */
    Draft draft() {
        return new Draft(proposal.getValue().proposal(), amount.yen().orElse(null), wording.getValue());
    }
}
