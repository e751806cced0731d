package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.html.Div;

/** Where the secretariat gives everybody longer. */
class ExtensionForm extends ActForm {

    ExtensionForm(Call call, Words words, CallView.Act act, CallView.Tools tools) {
        super(words, "call.extension.title", "call.extension.why", words.at(call.closesAt()));
        var day = day("call.extension.day");
        var time = line("call.extension.time");
        time.addClassName("short");
        time.setValue(call.draft().text("/closesTime"));
        var pair = new Div(day, time);
        pair.addClassName("call-pair");
        var reason = area("call.extension.reason");
        reason.setHelperText(words.say("call.extension.reason.help"));
        add(
                pair,
                reason,
                Buttons.secondary(
                        words.say("call.extension.act"),
                        event -> attempt(() -> {
                            var until = instant(day, time);
                            if (filled(reason, "call.extend.reason") & until.isPresent()) {
                                act.run(
                                        () -> tools.extend()
                                                .forAll(
                                                        call.id(),
                                                        until.orElseThrow(),
                                                        reason.getValue(),
                                                        tools.signedIn().person()),
                                        words.say("call.extension.done"));
                            }
                        })));
    }
}
