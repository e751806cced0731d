package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.html.Div;

/** Where the approver approves a call or sends it back. */
class ApprovalForm extends ActForm {

    ApprovalForm(Call call, Words words, CallView.Act act, CallView.Tools tools) {
        super(words, "call.approval.title", "call.approval.why");
        setId("approval");
        var by = tools.signedIn().person();
        var reason = area("call.approval.reason", false);
        reason.setHelperText(words.say("call.approval.reason.help"));
        var buttons = new Div(
                Buttons.primary(
                        words.say("call.approval.approve"),
                        event -> attempt(() -> act.run(
                                () -> tools.approve().approve(call.id(), by), words.say("call.approval.done")))),
                Buttons.secondary(
                        words.say("call.approval.return"),
                        event -> attempt(() -> {
                            if (filled(reason, "call.return.reason")) {
                                act.run(
                                        () -> tools.approve().sendBack(call.id(), reason.getValue(), by),
                                        words.say("call.approval.returned"));
                            }
                        })));
        buttons.addClassName("actions");
        add(reason, buttons);
    }
}
