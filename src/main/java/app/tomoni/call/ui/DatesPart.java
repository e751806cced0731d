package app.tomoni.call.ui;

import com.vaadin.flow.component.html.Div;

/** The days that are fixed. */
class DatesPart extends Div {

    DatesPart(DraftFields fields, Words words) {
        addClassName("stack-5");
        add(
                pair(fields, "/opensOn", "/opensTime"),
                pair(fields, "/closesOn", "/closesTime"),
                fields.day("/meetingOn", false, "call.help.meetingOn"),
                pair(fields, "/publicationOn", "/publicationTime"),
                fields.day("/projectFrom", true, ""),
                fields.day("/projectTo", true, "call.help.projectTo"));
    }

    private static Div pair(DraftFields fields, String day, String time) {
        var pair = new Div(fields.day(day, true, ""), fields.brief(time, true, "call.help.time"));
        pair.addClassName("call-pair");
        return pair;
    }
}
