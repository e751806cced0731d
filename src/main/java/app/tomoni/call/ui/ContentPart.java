package app.tomoni.call.ui;

import app.tomoni.call.Nature;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Arrays;

/** What the call is about and who may propose. */
class ContentPart extends Div {

    /** @param namesakes where it is said that other calls have this name */
    ContentPart(DraftFields fields, Words words, Component namesakes) {
        addClassName("stack-5");
        var title = new Div(fields.line("/title", true, "call.help.title"), namesakes);
        title.addClassName("call-field");
        add(
                title,
                fields.brief("/year", true, "call.help.year"),
                fields.area("/purpose", true, ""),
                fields.area("/eligibleGroups", true, "call.help.eligibleGroups"),
                fields.area("/eligibleProjects", true, "call.help.eligibleProjects"),
                fields.radio(
                        "/nature",
                        Arrays.stream(Nature.values()).map(Enum::name).toList(),
                        nature -> words.say("call.nature." + nature),
                        "call.help.nature"),
                fields.area("/contact", true, "call.help.contact"));
    }
}
