package app.tomoni.organisation.ui;

import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.MailServer;
import app.tomoni.account.People;
import app.tomoni.account.SignedIn;
import app.tomoni.organisation.InviteMember;
import app.tomoni.organisation.LetterChoices;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Optional;

/** A group's own page: what it says about itself, and who acts for it. */
@Route(OrganisationNavigation.OWN + "/:organisation?")
@ForEveryoneSignedIn
@StyleSheet("context://tomoni/organisation.css")
class OwnOrganisationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Memberships memberships;
    private final SignedIn signedIn;
    private final InviteMember invite;
    private final LetterChoices letters;
    private final People people;
    private final MailServer mails;
    private final ProfileEditor.Tools tools;
    private final Words words;

    OwnOrganisationView(
            Memberships memberships,
            SignedIn signedIn,
            InviteMember invite,
            LetterChoices letters,
            People people,
            MailServer mails,
            ProfileEditor.Tools tools,
            Translations translations) {
        this.memberships = memberships;
        this.signedIn = signedIn;
        this.invite = invite;
        this.letters = letters;
        this.people = people;
        this.mails = mails;
        this.tools = tools;
        this.words = new Words(translations, getLocale());
        addClassName("stack-5");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var own = memberships.organisationsOf(signedIn.person());
        var named = event.getRouteParameters().get("organisation");
        if (named.isPresent()) {
            named(own, named.get()).ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
        } else if (own.size() == 1) {
            show(own.getFirst());
        } else {
            choose(own);
        }
    }

    private static Optional<Organisation> named(List<Organisation> own, String id) {
        return own.stream()
                .filter(organisation -> organisation.id().toString().equals(id))
                .findFirst();
    }

    private void choose(List<Organisation> own) {
        add(new PageHead(words.say("organisation.own.title")));
        if (own.isEmpty()) {
            var code = new Anchor(OrganisationNavigation.code(), words.say("organisation.own.code"));
            code.addClassNames("btn", "p");
            add(new EmptyState(words.say("organisation.own.none"), words.say("organisation.own.none.why"), code));
            return;
        }
        var list = new UnorderedList();
        own.forEach(organisation ->
                list.add(new ListItem(new Anchor(OrganisationNavigation.own(organisation.id()), organisation.name()))));
        add(new Card(words.say("organisation.own.choose"), list), another());
    }

    private void show(Organisation organisation) {
        OrganisationId id = organisation.id();
        var person = signedIn.person();
        if (memberships.mayEdit(person, id)) {
            var editor = new ProfileEditor(organisation, person, words, tools);
            add(new PageHead(organisation.name(), editor.indicator()));
            add(editor);
        } else {
            add(new PageHead(organisation.name()));
            add(new Note(Note.Kind.INFO, new Paragraph(words.say("organisation.own.viewer"))));
            add(new ProfileFacts(organisation, words));
        }
        var represents = memberships.mayRepresent(person, id);
        var receiving = new LettersCard(id, letters, people, mails, words);
        add(represents ? receiving.chosenBy(person) : receiving);
        add(new MembersCard(id, person, represents, memberships, invite, people, words));
        add(another());
    }

    private Paragraph another() {
        var line = new Paragraph(new Anchor(OrganisationNavigation.code(), words.say("organisation.own.another")));
        line.addClassName("small");
        return line;
    }

    @Override
    public String getPageTitle() {
        return words.say("organisation.own.title");
    }
}
