package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** Where the secretariat gives everybody longer; a day for which there is no room is refused as soon as it is chosen. */
class ExtensionForm extends ActForm {

    ExtensionForm(Call call, Words words, Acts acts, CallView.Tools tools) {
        super(words, acts, "call.extension.title", "call.extension.why", words.at(call.closesAt()));
        var day = day("call.extension.day");
        var time = line("call.extension.time");
        time.addClassName("short");
        time.setValue(call.draft().text("/closesTime"));
        var pair = new Div(day, time);
        pair.addClassName("call-pair");
        var reason = area("call.extension.reason");
        reason.setHelperText(words.say("call.extension.reason.help"));
        Runnable foresee = () -> {
            if (!day.isEmpty()) {
                instant(day, time)
                        .ifPresent(until -> attempt(() -> tools.extend().requireRoom(call.id(), until)));
            }
        };
        day.addValueChangeListener(event -> foresee.run());
        time.addValueChangeListener(event -> foresee.run());
        add(pair, counted(reason), Buttons.secondary(words.say("call.extension.act"), event -> {
            var until = instant(day, time);
            if (filled(reason, "call.extend.reason") & until.isPresent()) {
                act(
                        List.of(time, reason),
                        () -> tools.extend()
                                .forAll(
                                        call.id(),
                                        until.orElseThrow(),
                                        reason.getValue(),
                                        tools.signedIn().person()),
                        "call.extension.done");
            }
        }));
    }
}
