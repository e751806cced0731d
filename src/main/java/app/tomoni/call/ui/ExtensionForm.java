package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.call.Deadline;
import app.tomoni.call.Timetable;
import app.tomoni.shared.ui.Buttons;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** Where the secretariat gives everybody longer; a day for which there is no room is refused as soon as it is chosen. */
class ExtensionForm extends ActForm {

    ExtensionForm(Page page, Call call, CallView.Tools tools) {
        super(page, call.id(), "extension", head(page, "extension", page.words().at(call.closesAt())));
        addClassName("card");
        var until = new Until(this, "call.extension", call);
        var publication = dayOrNone("call.extension.publication");
        publication.setHelperText(words.say("call.extension.publication.help", words.at(call.publicationAt())));
        var reason = area("call.extension.reason");
        reason.setHelperText(words.say("call.extension.reason.help"));
        until.sayAtDay(
                this, "call.extend.notLater", "call.extend.publication", "call.extend.room", "call.extend.holidays");
        sayAt(publication, "call.extend.publicationNotLater");
        var remarks = new Div();
        remarks.addClassName("stack");
        remarks.getElement().setAttribute("role", "status");
        Runnable look = () -> {
            until.judge(at -> tools.extend().requireRoom(call.id(), at, publication.getValue()));
            remarks.removeAll();
            until.given()
                    .ifPresent(at -> remarks.add(DayRemarks.of(
                            tools.extend().calendar(call.id(), at, publication.getValue()),
                            publication.isEmpty()
                                    ? List.of(Timetable.CLOSES)
                                    : List.of(Timetable.CLOSES, Deadline.PUBLICATION),
                            words)));
        };
        until.onChange(look);
        publication.addValueChangeListener(event -> look.run());
        add(
                until,
                publication,
                remarks,
                counted(reason),
                Buttons.secondary(
                        words.say("call.extension.act"),
                        event -> ask(
                                "call.extension.ask",
                                () -> tools.extend()
                                        .forAll(
                                                call.id(),
                                                until.at(),
                                                publication.getValue(),
                                                reason.getValue(),
                                                page.person()),
                                "call.extension.done",
                                until.needDay(),
                                until.needTime(),
                                need(reason, words.say("call.extend.reason")))));
    }
}
