package app.tomoni.account.ui;

import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Shuts a person out, and lets them in again. */
class ClosingCard extends Card {

    private final transient PersonView page;
    private final transient PersonView.Tools tools;

    ClosingCard(PersonView page, PersonView.Tools tools, People.Entry entry) {
        super(page.getTranslation("account.person.closing"));
        this.page = page;
        this.tools = tools;
        var person = entry.person();
        if (entry.closed()) {
            add(Fields.actions(Buttons.secondary(getTranslation("account.person.open"), event -> {
                tools.people().open(person);
                page.again(
                        tools.people().newcomers(List.of(person)).isEmpty()
                                ? "account.person.opened"
                                : "account.person.opened.newcomer",
                        entry.name());
            })));
            return;
        }
        var why = getTranslation("account.person.close.why");
        add(
                new Paragraph(why),
                Fields.actions(Buttons.secondary(
                        getTranslation("account.person.close"),
                        event -> Fields.ask(
                                getTranslation("account.person.close.ask", entry.name()),
                                WhatWaits.inAllOffices(tools, person, why),
                                getTranslation("account.person.close.ask.no"),
                                getTranslation("account.person.close.ask.yes"),
                                () -> close(person)))));
        flat();
    }

    private void close(PersonId person) {
        try {
            tools.people().close(person);
            page.again("account.person.closed.done");
        } catch (Refusal refusal) {
            page.say(new Note(Note.Kind.ERROR, getTranslation(refusal.messageKey(), refusal.arguments(getLocale()))));
        }
    }
}
