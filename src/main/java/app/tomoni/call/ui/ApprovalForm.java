package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;

/** Where the approver approves a call or sends it back. */
class ApprovalForm extends ActForm {

    ApprovalForm(Page page, Call call, CallView.Tools tools) {
        super(page, call.id(), "approval", head(page, "approval"));
        addClassName("card");
        setId("approval");
        var by = page.person();
        var seen = call.putForwardAt().orElseThrow();
        var reason = new TextArea(words.say("call.approval.reason")); // only who returns the call needs one
        reason.setId("call-approval-reason");
        reason.setHelperText(words.say("call.approval.reason.help"));
        var buttons = new Div(
                Buttons.primary(
                        words.say("call.approval.approve"),
                        event -> ask(
                                "call.approval.ask",
                                () -> tools.approve().approve(call.id(), seen, by),
                                "call.approval.done")),
                Buttons.secondary(
                        words.say("call.approval.return"),
                        event -> send(
                                () -> tools.approve().sendBack(call.id(), seen, reason.getValue(), by),
                                "call.approval.returned",
                                need(reason, words.say("call.return.reason")))));
        buttons.addClassName("actions");
        add(counted(reason), buttons);
    }
}
