package app.tomoni.organisation.ui;

import app.tomoni.account.City;
import app.tomoni.account.ForOffices;
import app.tomoni.account.MailServer;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.organisation.InviteMember;
import app.tomoni.organisation.LetterChoices;
import app.tomoni.organisation.LetterPages;
import app.tomoni.organisation.Member;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.Organisations;
import app.tomoni.organisation.Tie;
import app.tomoni.organisation.TieAtDesk;
import app.tomoni.organisation.Ties;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.PublicAddress;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;

/** One group as the secretariat sees it: its profile, its people, and how they were tied to it. */
@Route(OrganisationNavigation.ALL + "/:organisation")
@ForOffices({Office.SECRETARIAT, Office.AUDITOR})
@StyleSheet("context://tomoni/organisation.css")
class OrganisationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Organisations organisations;
    private final Memberships memberships;
    private final InviteMember invite;
    private final LetterChoices letters;
    private final Ties ties;
    private final TieAtDesk tieAtDesk;
    private final People people;
    private final MailServer mails;
    private final Offices offices;
    private final SignedIn signedIn;
    private final PublicAddress installation;
    private final City city;
    private final Clock clock;
    private final Words words;
    private String title;

    OrganisationView(
            Organisations organisations,
            Memberships memberships,
            InviteMember invite,
            LetterChoices letters,
            Ties ties,
            TieAtDesk tieAtDesk,
            People people,
            MailServer mails,
            Offices offices,
            SignedIn signedIn,
            PublicAddress installation,
            City city,
            Clock clock,
            Translations translations) {
        this.organisations = organisations;
        this.memberships = memberships;
        this.invite = invite;
        this.letters = letters;
        this.ties = ties;
        this.tieAtDesk = tieAtDesk;
        this.people = people;
        this.mails = mails;
        this.offices = offices;
        this.signedIn = signedIn;
        this.installation = installation;
        this.city = city;
        this.clock = clock;
        this.words = new Words(translations, getLocale());
        this.title = words.say("organisation.list.title");
        addClassName("stack-5");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var found = find(event.getRouteParameters().get("organisation"));
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(found.get(), Optional.empty());
    }

    private Optional<Organisation> find(Optional<String> id) {
        try {
            return id.map(OrganisationId::of).flatMap(organisations::find);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not an id at all
        }
    }

    private void show(Organisation organisation, Optional<Component> said) {
        removeAll();
        title = organisation.name();
        add(
                new Crumbs()
                        .step(words.say("organisation.list.title"), OrganisationNavigation.ALL)
                        .here(organisation.name()),
                new PageHead(organisation.name()));
        said.ifPresent(this::add);
        var person = signedIn.person();
        var secretariat = offices.holds(person, Office.SECRETARIAT, null);
        if (secretariat) {
            add(tying(organisation.id()));
        }
        add(new MembersCard(organisation.id(), person, false, memberships, invite, people, words));
        var receiving = new LettersCard(organisation.id(), letters, people, mails, words);
        add(secretariat ? receiving.recordedBy(person) : receiving);
        add(history(organisation.id()));
        add(new ProfileFacts(organisation, words));
    }

    private Component tying(OrganisationId id) {
        var card = new Card(words.say("organisation.tie.title"), new Paragraph(words.say("organisation.tie.lead")));
        card.add(new H3(words.say("organisation.tie.letter")), letter(id));
        card.add(new H3(words.say("organisation.tie.desk")), desk(id));
        var members = memberships.of(id);
        if (members.stream().anyMatch(Member::newcomer)) {
            card.add(
                    new H3(words.say("organisation.tie.again.title")),
                    new Paragraph(words.say("organisation.tie.again.what")));
            members.stream().filter(Member::newcomer).forEach(member -> card.add(again(id, member)));
        }
        return card;
    }

    /** Draws the page anew and leads to what is said at its head. */
    private void lead(OrganisationId id, Note said) {
        show(organisations.get(id), Optional.of(said));
        said.lead();
    }

    private Component again(OrganisationId id, Member member) {
        return new Div(Buttons.secondary(words.say("organisation.tie.again", member.name()), event -> {
            try {
                var code = tieAtDesk.invite(id, member.person(), signedIn.person());
                lead(
                        id,
                        code.<Note>map(printed ->
                                        words.code(words.say("organisation.tie.again.code", member.name()), printed))
                                .orElseGet(() -> new Note(
                                        Note.Kind.OK, words.say("organisation.tie.again.mailed", member.name()))));
            } catch (Refusal refusal) {
                lead(id, new Note(Note.Kind.ERROR, words.refusal(refusal)));
            }
        }));
    }

    private Component letter(OrganisationId id) {
        var box = new Div(new Paragraph(words.say("organisation.tie.letter.what")));
        box.addClassName("stack");
        var standing = new Paragraph();
        stand(standing, id);
        box.add(standing);
        var answer = new Div();
        answer.getElement().setAttribute("role", "status");
        box.add(answer, Buttons.secondary(words.say("organisation.tie.letter.act"), event -> {
            answer.removeAll();
            try {
                var before = ties.lastCode(id).filter(code -> code.good(LocalDate.now(clock)));
                var code = ties.issueCode(id, signedIn.person());
                before.ifPresent(old -> answer.add(
                        new Note(Note.Kind.INFO, words.say("organisation.tie.letter.void", words.at(old.issuedAt())))));
                answer.add(new Letter(
                        organisations.get(id).name(),
                        code,
                        installation.of(LetterPages.PATH),
                        city.names(),
                        city.contact(getLocale()),
                        LocalDate.now(clock),
                        words));
                stand(standing, id);
            } catch (Refusal refusal) {
                answer.add(new Note(Note.Kind.ERROR, words.refusal(refusal)));
            }
        }));
        return box;
    }

    /** What is known of the code that stands now. */
    private void stand(Paragraph line, OrganisationId id) {
        var last = ties.lastCode(id);
        line.setVisible(last.isPresent());
        last.ifPresent(code -> line.setText(
                code.used()
                        ? words.say("organisation.tie.letter.used", words.at(code.issuedAt()))
                        : words.say(
                                "organisation.tie.letter.issued",
                                words.at(code.issuedAt()),
                                words.day(code.lastDay()))));
    }

    private Component desk(OrganisationId id) {
        var name = FieldLabel.on(new TextField(), words.say("organisation.invite.name"), true);
        var kana = FieldLabel.on(new TextField(), words.say("organisation.invite.kana"), true);
        var mail = FieldLabel.on(new TextField(), words.say("organisation.invite.mail"), false);
        var document = FieldLabel.on(new TextField(), words.say("organisation.tie.document"), true);
        name.setId("desk-name");
        kana.setId("desk-kana");
        mail.setId("desk-mail");
        document.setId("desk-document");
        mail.setHelperText(
                words.say(mails.isSet() ? "organisation.invite.mail.help" : "organisation.tie.mail.noServer"));
        document.setHelperText(words.say("organisation.tie.document.help"));
        var form = new ShortForm(
                "desk:" + id,
                signedIn.person().value(),
                new Paragraph(words.say(
                        mails.isSet() ? "organisation.tie.desk.what" : "organisation.tie.desk.what.noServer")));
        form.add(
                form.hold(name, Lengths.NAME),
                form.hold(kana, Lengths.NAME),
                form.hold(mail, Lengths.LINE),
                form.hold(document, Lengths.LINE));
        form.add(Buttons.secondary(words.say("organisation.tie.desk.act"), event -> {
            form.send(
                    () -> {
                        var again = tieAtDesk.invitedBefore(id, name.getValue(), mail.getValue());
                        var code = tieAtDesk.tie(
                                id,
                                name.getValue(),
                                kana.getValue(),
                                mail.getValue(),
                                document.getValue(),
                                signedIn.person());
                        var called = JapaneseText.line(name.getValue());
                        lead(
                                id,
                                code.<Note>map(printed -> words.code(
                                                words.say(
                                                        again
                                                                ? "organisation.tie.again.code"
                                                                : "organisation.invite.code",
                                                        called),
                                                printed))
                                        .orElseGet(() -> new Note(
                                                Note.Kind.OK,
                                                words.say(
                                                        again
                                                                ? "organisation.tie.again.mailed"
                                                                : "organisation.tie.done",
                                                        called))));
                    },
                    ShortForm.need(name, words.say("organisation.invite.needName")),
                    ShortForm.reading(kana, words.say("organisation.invite.needKana")),
                    ShortForm.need(document, words.say("organisation.tie.document.need")));
        }));
        return form;
    }

    private Component history(OrganisationId id) {
        var all = ties.of(id);
        var card = new Card(words.say("organisation.tie.history"));
        if (all.isEmpty()) {
            card.add(new Paragraph(words.say("organisation.tie.history.empty")));
            return card;
        }
        var involved = new HashSet<PersonId>();
        all.forEach(tie -> {
            involved.add(tie.person());
            involved.add(tie.by());
        });
        var names = people.names(involved);
        var list = new UnorderedList();
        all.forEach(tie -> list.add(new ListItem(
                tie.manner() == Tie.Manner.DESK
                        ? words.say(
                                "organisation.tie.byDesk",
                                words.at(tie.at()),
                                names.getOrDefault(tie.person(), ""),
                                tie.document() == null ? "" : tie.document(),
                                names.getOrDefault(tie.by(), ""))
                        : words.say(
                                "organisation.tie.byLetter",
                                words.at(tie.at()),
                                names.getOrDefault(tie.person(), "")))));
        card.add(list);
        return card;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
