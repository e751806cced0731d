package app.tomoni.organisation.ui;

import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.ProfileField;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The profile to be read, with what is not published marked as such. */
class ProfileFacts extends Div {

    ProfileFacts(Organisation organisation, Words words) {
        addClassName("stack-5");
        for (var part : ProfileField.Part.values()) {
            var facts = new Facts();
            for (var field : ProfileField.values()) {
                if (field.part() == part) {
                    var text = new Paragraph(words.answer(organisation, field));
                    text.addClassName("prose");
                    var value = new Div(text);
                    if (!organisation.published(field)) {
                        var hidden = new Span(words.say("organisation.hidden"));
                        hidden.addClassName("help");
                        value.add(hidden);
                    }
                    facts.fact(words.label(field), value);
                }
            }
            add(new Card(words.say("organisation.part." + part), facts));
        }
    }
}
