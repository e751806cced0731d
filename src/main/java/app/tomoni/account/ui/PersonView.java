package app.tomoni.account.ui;

import app.tomoni.account.AppointStaff;
import app.tomoni.account.ChangeMail;
import app.tomoni.account.Departments;
import app.tomoni.account.Deputies;
import app.tomoni.account.ForOffices;
import app.tomoni.account.Invitations;
import app.tomoni.account.MailServer;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.OpenWork;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.Scopes;
import app.tomoni.account.Separation;
import app.tomoni.account.SignedIn;
import app.tomoni.account.signin.Resets;
import app.tomoni.shared.Ids;
import app.tomoni.shared.PublicAddress;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A person: the offices they hold, invitations on their way, and who stands in for whom. */
@Route(AccountNavigation.PEOPLE + "/:person")
@ForOffices(Office.ADMINISTRATOR)
class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** What the page and its cards act with. */
    @org.springframework.stereotype.Component
    record Tools(
            People people,
            Offices offices,
            Invitations invitations,
            AppointStaff appointStaff,
            ChangeMail changeMail,
            Deputies deputies,
            OpenWork work,
            Separation separation,
            Departments departments,
            Scopes scopes,
            MailServer mails,
            Resets resets,
            PublicAddress installation,
            SignedIn signedIn,
            Translations translations,
            Clock clock) {}

    private final transient Tools tools;

    private @Nullable PersonId shown;
    private String title = getTranslation("account.people");

    PersonView(Tools tools) {
        this.tools = tools;
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var entry = event.getRouteParameters()
                .get("person")
                .flatMap(Ids::read)
                .map(PersonId::new)
                .flatMap(tools.people()::entry)
                .orElseThrow(NotFoundException::new);
        shown = entry.person();
        show(entry);
    }

    /** Draws the page as it is now, and says what has been done. */
    void again(String done, Object... arguments) {
        var person = shown;
        if (person != null) {
            tools.people().entry(person).ifPresent(this::show);
            Fields.done(this, getTranslation(done, arguments));
        }
    }

    /** The same where the deputies stand, so that the reader stays there. */
    void againAtDeputies(Note said) {
        var person = shown;
        if (person != null) {
            tools.people().entry(person).ifPresent(this::show);
            Fields.silent(this);
            getChildren()
                    .filter(DeputiesCard.class::isInstance)
                    .map(DeputiesCard.class::cast)
                    .findFirst()
                    .ifPresentOrElse(card -> card.say(said), () -> say(said));
        }
    }

    void show(People.Entry entry) {
        removeAll();
        title = entry.name();
        var person = entry.person();
        add(new Crumbs()
                .step(getTranslation("account.people"), AccountNavigation.PEOPLE)
                .here(entry.name()));
        add(new PageHead(entry.name()));
        if (entry.closed()) {
            add(new Note(
                    Note.Kind.WARN,
                    WhatWaits.inAllOffices(tools, person, getTranslation("account.person.closed.note"))));
        }
        add(new ContactCard(this, tools, entry), new OfficesCard(this, tools, entry));
        if (!entry.closed()) {
            add(new AppointmentCard(this, tools, entry));
        }
        var around = tools.deputies().around(person);
        if (!entry.closed() || !around.isEmpty()) {
            add(new DeputiesCard(this, tools, entry, around));
        }
        if (!tools.signedIn().person().equals(person) && tools.resets().possible(person)) {
            add(new ResetCodeCard(this, tools, entry));
        }
        add(new ClosingCard(this, tools, entry));
    }

    /** Below the name, and leads there. */
    void say(Note note) {
        addComponentAtIndex(2, note);
        note.lead();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
