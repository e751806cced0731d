package app.tomoni.decision.ui;

import app.tomoni.decision.selection.DecideReserve;
import app.tomoni.decision.selection.Decision;
import app.tomoni.decision.selection.DecisionRegister;
import app.tomoni.decision.selection.Materials;
import app.tomoni.decision.selection.Reserves;
import app.tomoni.decision.selection.WaitingReserves;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.html.Paragraph;
import org.springframework.stereotype.Component;

/** What becomes of money that came free, and of the runners-up who wait for it: offered by a second decision, or let go. */
@Component
record ReserveCards(
        DecisionRegister decisions,
        WaitingReserves waiting,
        DecideReserve decide,
        Reserves reserves,
        Materials materials) {

    private static final String RESERVES = "reserves/";

    void show(SelectionPage page) {
        decisions.standing(page.id().value()).ifPresent(decision -> {
            var runnersUp = waiting.of(decision).size();
            var choice = decide.choice(page.id());
            if (choice.isEmpty()) {
                freed(page, decision, runnersUp > 0);
            }
            if (runnersUp > 0) {
                choice.ifPresent(asked -> page.add(second(page, asked)));
                page.add(release(page, runnersUp));
            }
        });
    }

    /** Money that came free is said where the page does not ask already what becomes of it. */
    private void freed(SelectionPage page, Decision decision, boolean somebodyWaits) {
        var words = page.words();
        waiting.freed(decision, materials.of(page.id()))
                .ifPresent(left -> page.add(new Note(
                        Note.Kind.INFO,
                        new Paragraph(words.say("decision.reserves.freed", words.yen(left))),
                        new Paragraph(words.say(
                                somebodyWaits
                                        ? "decision.reserves.freed.waiting"
                                        : "decision.reserves.freed.nobody")))));
    }

    private Card second(SelectionPage page, DecideReserve.Choice choice) {
        var fields = new ReserveFields(page.words(), choice, page.texts(), RESERVES);
        if (choice.pending().isEmpty()) {
            fields.add(Buttons.primary(
                    page.words().say("decision.reserve.putForward"),
                    Buttons.once(() -> page.send(
                            RESERVES,
                            () -> {
                                var draft = fields.draft();
                                decide.putForward(
                                        draft.proposal(), draft.amount(), draft.wording(), page.id(), page.person());
                            },
                            () -> page.words().say("decision.reserve.putForward.done"),
                            fields.needs()))));
        }
        return fields;
    }

    private Card release(SelectionPage page, int runnersUp) {
        var words = page.words();
        return new Card(
                words.say("decision.selections.reserves"),
                new Paragraph(words.say("decision.selections.reserves.lead", runnersUp)),
                new Paragraph(words.say("decision.selections.reserves.help")),
                Buttons.secondary(
                        words.say("decision.selections.reserves.release"),
                        Buttons.once(() -> page.ask(
                                RESERVES,
                                () -> new SelectionPage.Asked(
                                        words.say("decision.selections.reserves.ask"),
                                        words.say("decision.selections.reserves.ask.means", runnersUp),
                                        words.say("decision.selections.reserves.ask.no"),
                                        words.say("decision.selections.reserves.ask.yes"),
                                        words.say("decision.selections.reserves.done")),
                                () -> reserves.release(page.id(), page.person())))));
    }
}
