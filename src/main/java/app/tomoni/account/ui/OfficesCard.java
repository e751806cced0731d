package app.tomoni.account.ui;

import app.tomoni.account.Invitations;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;

/** The offices that a person holds, those that they are invited to, and past ones. */
class OfficesCard extends Card {

    private final transient PersonView page;
    private final transient PersonView.Tools tools;

    OfficesCard(PersonView page, PersonView.Tools tools, People.Entry entry) {
        super(page.getTranslation("account.person.offices"));
        this.page = page;
        this.tools = tools;
        var person = entry.person();
        var appointments = tools.offices().appointments(person);
        var open = tools.invitations().openOf(person);
        var past = past(person);
        if (appointments.isEmpty() && open.isEmpty()) {
            add(new Paragraph(
                    getTranslation(past.isEmpty() ? "account.person.offices.none" : "account.person.offices.noMore")));
        }
        var lines = new OfficeLines();
        appointments.forEach(held -> held(entry, held, lines));
        open.forEach(invitation -> invited(invitation, appointments, lines));
        add(lines);
        if (!past.isEmpty()) {
            add(new H3(getTranslation("account.person.offices.past")), past);
        }
    }

    private void held(People.Entry entry, Offices.Held held, OfficeLines lines) {
        var name = tools.scopes().name(held.office(), held.scope(), getLocale());
        if (!held.office().ofStaff()) {
            // More than the office ends there: sheets that wait, or the last who represents a group
            var where = new Span(getTranslation(
                    "account.office.elsewhere." + held.office().scope().name()));
            where.addClassNames("small", "mute");
            lines.line(name, held.from(), held.to(), where);
            return;
        }
        var end = Buttons.quiet(getTranslation("account.office.end"), event -> end(entry, held, name));
        end.setAriaLabel(getTranslation("account.office.end.of", name));
        lines.line(name, held.from(), held.to(), end);
    }

    /** Asks first: whoever loses an office by a slip of the hand loses the screens they are working on. */
    private void end(People.Entry entry, Offices.Held held, String office) {
        Fields.ask(
                getTranslation("account.office.end.ask", office),
                new WhatWaits(
                        tools,
                        getTranslation("account.office.end.ask.what", entry.name(), office),
                        tools.work().of(entry.person()).stream()
                                .filter(waiting -> waiting.office() == held.office()
                                        && Objects.equals(waiting.scope(), held.scope()))
                                .toList()),
                getTranslation("account.office.end.ask.no"),
                getTranslation("account.office.end.ask.yes"),
                () -> {
                    tools.offices().end(entry.person(), held.office(), held.scope());
                    page.again("account.office.ended");
                });
    }

    private void invited(Invitations.Open invitation, List<Offices.Held> appointments, OfficeLines lines) {
        var offer = invitation.offer();
        var name = tools.scopes().name(offer.office(), offer.scope(), getLocale());
        var withdraw = Buttons.quiet(getTranslation("account.invitation.withdraw"), Buttons.once(() -> {
            tools.invitations().withdraw(invitation.id());
            page.again("account.invitation.withdrawn");
        }));
        withdraw.setAriaLabel(getTranslation("account.invitation.withdraw.of", name));
        var until = JapaneseDates.brief(invitation.expiresAt(), getLocale());
        var holds = appointments.stream()
                .anyMatch(held -> held.office() == offer.office() && Objects.equals(held.scope(), offer.scope()));
        lines.line(
                holds ? getTranslation("account.invitation.entry", name) : name,
                getTranslation(holds ? "account.invitation.waiting.entry" : "account.invitation.waiting", until),
                withdraw);
    }

    /** The offices that have ended, and then whoever stood in for whom. */
    private OfficeLines past(PersonId person) {
        var stoodIn = tools.deputies().past(person);
        var words = new DeputyWords(tools, stoodIn, getLocale());
        var lines = new OfficeLines();
        tools.offices()
                .past(person)
                .forEach(held -> lines.line(
                        tools.scopes().name(held.office(), held.scope(), getLocale()), held.from(), held.to()));
        stoodIn.forEach(deputy -> lines.line(words.sentence(deputy), deputy.from(), deputy.to()));
        return lines;
    }
}
