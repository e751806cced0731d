package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.shared.ui.Buttons;
import java.util.List;

/** Where the secretariat records the approval that was given in the city's own document system. */
class RecordForm extends ActForm {

    RecordForm(Call call, Words words, Acts acts, CallView.Tools tools) {
        super(words, acts, "call.record.title", "call.record.why");
        var day = day("call.record.day");
        var office = line("call.record.office");
        office.setHelperText(words.say("call.record.office.help"));
        var number = line("call.record.number");
        add(day, office, number, Buttons.secondary(words.say("call.record.act"), event -> {
            if (filled(day, "call.record.needDay")
                    & filled(office, "call.record.needOffice")
                    & filled(number, "call.record.needNumber")) {
                act(
                        List.of(office, number),
                        () -> tools.approve()
                                .record(
                                        call.id(),
                                        day.getValue(),
                                        office.getValue(),
                                        number.getValue(),
                                        tools.signedIn().person()),
                        "call.approval.done");
            }
        }));
    }
}
