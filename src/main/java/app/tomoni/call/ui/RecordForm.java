package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.shared.ui.Buttons;

/** Where the secretariat records the approval that was given in the city's own document system. */
class RecordForm extends ActForm {

    RecordForm(Page page, Call call, CallView.Tools tools) {
        super(page, call.id(), "record", head(page, "record"));
        addClassName("card");
        var seen = call.putForwardAt().orElseThrow();
        var day = day("call.record.day");
        day.addValueChangeListener(event -> day.setHelperText(
                event.getValue() == null || tools.businessDays().open(event.getValue())
                        ? ""
                        : words.say("call.record.closed", words.day(event.getValue()))));
        sayAt(day, "call.approve.early", "call.approve.future");
        var office = line("call.record.office");
        office.setHelperText(words.say("call.record.office.help"));
        var number = line("call.record.number");
        add(
                day,
                office,
                number,
                Buttons.secondary(
                        words.say("call.record.act"),
                        event -> ask(
                                "call.record.ask",
                                () -> tools.approve()
                                        .record(
                                                call.id(),
                                                seen,
                                                day.getValue(),
                                                office.getValue(),
                                                number.getValue(),
                                                page.person()),
                                "call.approval.done",
                                need(day, words.say("call.record.needDay")),
                                need(office, words.say("call.record.needOffice")),
                                need(number, words.say("call.record.needNumber")))));
    }
}
