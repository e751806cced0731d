package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** Where the approver approves a call or sends it back. */
class ApprovalForm extends ActForm {

    ApprovalForm(Call call, Words words, Acts acts, CallView.Tools tools) {
        super(words, acts, "call.approval.title", "call.approval.why");
        setId("approval");
        var by = tools.signedIn().person();
        var reason = area("call.approval.reason", id("call.approval.reason"), false);
        reason.setHelperText(words.say("call.approval.reason.help"));
        var buttons = new Div(
                Buttons.primary(
                        words.say("call.approval.approve"),
                        event -> act(
                                List.of(reason), () -> tools.approve().approve(call.id(), by), "call.approval.done")),
                Buttons.secondary(words.say("call.approval.return"), event -> {
                    if (filled(reason, "call.return.reason")) {
                        act(
                                List.of(reason),
                                () -> tools.approve().sendBack(call.id(), reason.getValue(), by),
                                "call.approval.returned");
                    }
                }));
        buttons.addClassName("actions");
        add(counted(reason), buttons);
    }
}
