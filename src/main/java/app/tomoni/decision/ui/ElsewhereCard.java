package app.tomoni.decision.ui;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.decision.selection.ApproveDecision;
import app.tomoni.decision.selection.DecisionRegister;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Note;
import org.springframework.stereotype.Component;

/** Where the secretariat records that the decision was approved in another system or on paper. */
@Component
record ElsewhereCard(
        Cases cases, DecisionRegister decisions, Offices offices, ApproveDecision approve, ClosedDays closed) {

    private static final String ELSEWHERE = "elsewhere/";

    void show(SelectionPage page) {
        var words = page.words();
        var call = page.id();
        if (!cases.waitsAt(new CaseKey(call.value()), "approveDecision")) {
            return;
        }
        var decision =
                decisions.findFirstByCallIdOrderByAttemptDesc(call.value()).orElseThrow();
        var recorder = offices.actor(page.person(), Office.SECRETARIAT, null);
        if (!recorder.isSecondTo(decision.drafters())) {
            page.add(new Note(Note.Kind.INFO, words.say("decision.elsewhere.same")));
            return;
        }
        var attempt = decision.attempt();
        var fields = new ElsewhereFields(words, closed, page.texts(), ELSEWHERE);
        fields.add(Buttons.primary(
                words.say("decision.elsewhere.record"),
                Buttons.once(() -> page.send(
                        ELSEWHERE,
                        () -> approve.recordApproval(
                                call, attempt, fields.on(), fields.office(), fields.number(), page.person()),
                        () -> words.say("decision.elsewhere.done"),
                        fields.needs()))));
        page.add(fields);
    }
}
