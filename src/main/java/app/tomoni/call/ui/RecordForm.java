package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Where the secretariat records the approval that was given in the city's own document system. */
class RecordForm extends ActForm {

    RecordForm(Page page, Call call, CallView.Tools tools) {
        super(
                page,
                call.id(),
                "record",
                new H2(page.words().say("call.record.title")),
                new Paragraph(page.words().say("call.record.why")));
        addClassName("card");
        var day = day("call.record.day");
        var office = line("call.record.office");
        office.setHelperText(words.say("call.record.office.help"));
        var number = line("call.record.number");
        add(day, office, number, Buttons.secondary(words.say("call.record.act"), event -> {
            if (filled(
                    need(day, words.say("call.record.needDay")),
                    need(office, words.say("call.record.needOffice")),
                    need(number, words.say("call.record.needNumber")))) {
                act(
                        () -> tools.approve()
                                .record(call.id(), day.getValue(), office.getValue(), number.getValue(), page.person()),
                        "call.approval.done");
            }
        }));
    }
}
