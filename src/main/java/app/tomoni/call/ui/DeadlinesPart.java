package app.tomoni.call.ui;

import app.tomoni.call.Deadline;
import app.tomoni.call.Period;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Arrays;

/** How long each step may take. */
class DeadlinesPart extends Div {

    DeadlinesPart(DraftFields fields, Words words) {
        addClassName("stack-5");
        add(new Paragraph(words.say("call.deadlines.lead")));
        var units = Arrays.stream(Period.Unit.values()).map(Enum::name).toList();
        for (var deadline : Deadline.values()) {
            var place = "/deadlines/" + deadline.key();
            var row = new Div(
                    fields.whole(place + "/amount", true, ""),
                    fields.choice(place + "/unit", units, unit -> words.say("call.unit." + unit), ""),
                    fields.brief(place + "/time", true, ""));
            row.addClassName("call-period");
            var what = new Paragraph(words.say("call.deadline." + deadline.key() + ".what"));
            what.addClassName("help");
            var box = new FieldSet(words.say("call.deadline." + deadline.key()));
            box.add(what, row);
            box.addClassName("call-deadline");
            add(box);
        }
    }
}
