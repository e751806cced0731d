package app.tomoni.organisation.ui;

import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.InviteMember;
import app.tomoni.organisation.Member;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;

/** Who acts for the group; a representative invites, changes and removes. */
class MembersCard extends Card {

    private static final List<Office> OFFICES =
            List.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER);

    private final OrganisationId organisation;
    private final PersonId person;
    private final boolean represents;
    private final Memberships memberships;
    private final InviteMember invite;
    private final People people;
    private final Words words;
    private final Div list = new Div();
    private final Div answer = new Div();

    MembersCard(
            OrganisationId organisation,
            PersonId person,
            boolean represents,
            Memberships memberships,
            InviteMember invite,
            People people,
            Words words) {
        super(words.say("organisation.members.title"));
        this.organisation = organisation;
        this.person = person;
        this.represents = represents;
        this.memberships = memberships;
        this.invite = invite;
        this.people = people;
        this.words = words;
        list.addClassName("stack");
        answer.getElement().setAttribute("role", "status");
        add(
                new Paragraph(words.say(
                        represents ? "organisation.members.lead" : "organisation.members.onlyRepresentative")),
                answer,
                list);
        if (represents) {
            add(inviting());
        }
        show();
    }

    private void show() {
        list.removeAll();
        var members = memberships.of(organisation);
        if (members.isEmpty()) {
            list.add(new Paragraph(words.say("organisation.members.empty")));
        }
        members.forEach(member -> list.add(row(member, called(member, members))));
        if (represents) {
            invite.pending(organisation).forEach(pending -> list.add(row(pending)));
        }
    }

    private Component row(InviteMember.Pending pending) {
        var name = new Span(pending.name());
        name.addClassName("b");
        var row = new Div(
                name,
                new Span(words.say(
                        "organisation.invite.pending",
                        words.office(pending.office()),
                        words.day(JapaneseDates.day(pending.expiresAt())))),
                Buttons.quiet(
                        words.say("organisation.invite.withdraw", pending.name()),
                        Buttons.once(() -> act(
                                () -> invite.withdraw(organisation, pending.id(), person),
                                words.say("organisation.invite.withdrawn", pending.name())))));
        row.addClassName("org-member");
        return row;
    }

    /** How a representative tells the member from another one of the same name. */
    private String called(Member member, List<Member> members) {
        var twin = represents
                && members.stream()
                        .anyMatch(other -> !other.equals(member) && other.name().equals(member.name()));
        return (twin ? people.mail(member.person()) : Optional.<String>empty())
                .map(mail -> words.say("organisation.members.twin", member.name(), mail))
                .orElse(member.name());
    }

    private Component row(Member member, String called) {
        var name = new Span(called);
        name.addClassName("b");
        var row = new Div(name);
        row.addClassName("org-member");
        if (member.closed()) {
            row.add(new Chip(Chip.Kind.WARN, words.say("organisation.members.closed")));
        } else if (member.newcomer()) {
            row.add(new Chip(Chip.Kind.WARN, words.say("organisation.members.newcomer")));
        }
        if (!represents) {
            row.add(new Span(words.office(member.office())));
            return row;
        }
        var office = new Select<Office>();
        office.setItems(OFFICES);
        office.setItemLabelGenerator(each -> each == null ? "" : words.office(each));
        office.setAriaLabel(words.say("organisation.members.office", called)); // the name stands beside it
        office.setValue(member.office());
        office.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                act(
                        () -> memberships.change(
                                organisation, member.person(), member.office(), event.getValue(), person),
                        words.say("organisation.members.changed", called, words.office(event.getValue())));
            }
        });
        row.add(
                office,
                Buttons.quiet(words.say("organisation.members.remove", called), event -> remove(member, called)));
        return row;
    }

    /** Asks first: whoever is removed by a slip of the hand loses at once the page they are writing on. */
    private void remove(Member member, String called) {
        var own = member.person().equals(person);
        new Question(
                        words.say(own ? "organisation.members.ask.own" : "organisation.members.ask", called),
                        new Paragraph(words.say(
                                own ? "organisation.members.ask.own.what" : "organisation.members.ask.what", called)),
                        words.say("organisation.members.ask.no"),
                        words.say("organisation.members.ask.yes"),
                        () -> act(
                                () -> memberships.remove(organisation, member.person(), person),
                                words.say("organisation.members.removed", called)))
                .open();
    }

    private Component inviting() {
        var name = FieldLabel.on(new TextField(), words.say("organisation.invite.name"), true);
        var kana = FieldLabel.on(new TextField(), words.say("organisation.invite.kana"), true);
        var mail = FieldLabel.on(new TextField(), words.say("organisation.invite.mail"), false);
        name.setId("invite-name");
        kana.setId("invite-kana");
        mail.setId("invite-mail");
        mail.setHelperText(words.say("organisation.invite.mail.help"));
        mail.setVisible(invite.canMail());
        var office = new RadioButtonGroup<Office>();
        office.setLabel(words.say("organisation.invite.office"));
        office.setItems(OFFICES);
        office.setItemLabelGenerator(each -> words.say("organisation.office." + each.key() + ".what"));
        office.setValue(Office.GROUP_EDITOR);
        office.addThemeName("vertical");
        var form = new ShortForm("invite:" + organisation, person.value());
        if (!invite.canMail()) {
            form.add(new Paragraph(words.say("organisation.invite.noServer")));
        }
        form.add(
                form.hold(name, Lengths.NAME),
                form.hold(kana, Lengths.NAME),
                form.hold(mail, Lengths.LINE),
                office,
                Buttons.secondary(words.say("organisation.invite.act"), event -> {
                    if (event.getClickCount() > 1) {
                        return; // of a double click: the first one has done it, and emptied the form
                    }
                    Note.forget(answer);
                    form.send(
                            () -> {
                                var called = JapaneseText.line(name.getValue());
                                var code = invite.invite(
                                        organisation,
                                        called,
                                        kana.getValue(),
                                        mail.getValue(),
                                        office.getValue(),
                                        person);
                                var said = code.<Note>map(printed ->
                                                words.code(words.say("organisation.invite.code", called), printed))
                                        .orElseGet(() ->
                                                new Note(Note.Kind.OK, words.say("organisation.invite.sent", called)));
                                say(said);
                                said.lead();
                                name.clear();
                                kana.clear();
                                mail.clear();
                                show();
                            },
                            ShortForm.need(name, words.say("organisation.invite.needName")),
                            ShortForm.reading(kana, words.say("organisation.invite.needKana")));
                }));
        var box = new FieldSet(words.say("organisation.invite.title"));
        box.addClassName("org-box");
        box.add(form);
        return box;
    }

    private void act(Runnable action, String said) {
        try {
            action.run();
            say(new Note(Note.Kind.OK, said));
        } catch (Refusal refusal) {
            say(new Note(Note.Kind.ERROR, words.refusal(refusal)));
        }
        show();
    }

    private void say(Note note) {
        answer.removeAll();
        answer.add(note);
    }
}
