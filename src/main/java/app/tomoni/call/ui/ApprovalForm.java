package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Where the approver approves a call or sends it back. */
class ApprovalForm extends ActForm {

    ApprovalForm(Page page, Call call, CallView.Tools tools) {
        super(
                page,
                call.id(),
                "approval",
                new H2(page.words().say("call.approval.title")),
                new Paragraph(page.words().say("call.approval.why")));
        addClassName("card");
        setId("approval");
        var by = page.person();
        var reason = area("call.approval.reason", false);
        reason.setHelperText(words.say("call.approval.reason.help"));
        var buttons = new Div(
                Buttons.primary(
                        words.say("call.approval.approve"),
                        event -> act(() -> tools.approve().approve(call.id(), by), "call.approval.done")),
                Buttons.secondary(words.say("call.approval.return"), event -> {
                    if (filled(need(reason, words.say("call.return.reason")))) {
                        act(() -> tools.approve().sendBack(call.id(), reason.getValue(), by), "call.approval.returned");
                    }
                }));
        buttons.addClassName("actions");
        add(counted(reason), buttons);
    }
}
