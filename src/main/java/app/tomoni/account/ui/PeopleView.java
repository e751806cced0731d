package app.tomoni.account.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Holding;
import app.tomoni.account.Invitations;
import app.tomoni.account.Namesakes;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlaceLink;
import app.tomoni.shared.ui.PlainTable;
import app.tomoni.shared.ui.SameName;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everyone in this installation, and a way to add somebody. */
@Route(AccountNavigation.PEOPLE)
@ForOffices(Office.ADMINISTRATOR)
class PeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST = 100;
    private static final String ADDITION = "new-person";

    private final transient People people;
    private final transient Offices offices;
    private final transient Invitations invitations;
    private final transient Namesakes namesakes;
    private final transient SignedIn signedIn;
    private final TextField search = new TextField();
    private final Div found = new Div();

    PeopleView(People people, Offices offices, Invitations invitations, Namesakes namesakes, SignedIn signedIn) {
        this.people = people;
        this.offices = offices;
        this.invitations = invitations;
        this.namesakes = namesakes;
        this.signedIn = signedIn;
        addClassName("stack");
        add(new PageHead(
                getTranslation("account.people"), new PlaceLink(ADDITION, getTranslation("account.people.add"))));
        search.setLabel(getTranslation("account.people.search"));
        search.setId("search");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setClearButtonVisible(true);
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                show();
                UI.getCurrent().getPage().getHistory().replaceState(null, address(event.getValue()));
            }
        });
        found.getElement().setAttribute("aria-live", "polite");
        add(new Card(search, found), addition());
    }

    private static com.vaadin.flow.router.Location address(String text) {
        return new com.vaadin.flow.router.Location(
                AccountNavigation.PEOPLE,
                text.isEmpty()
                        ? com.vaadin.flow.router.QueryParameters.empty()
                        : com.vaadin.flow.router.QueryParameters.simple(Map.of("q", text)));
    }

    private Card addition() {
        var name = Fields.required(new TextField(), "account.person.name");
        var kana = Fields.required(new TextField(), "account.person.kana");
        var mail = Fields.optional(new EmailField(), "account.mail");
        name.setId("new-name");
        kana.setId("new-kana");
        mail.setId("new-mail");
        mail.setHelperText(getTranslation("account.people.mail"));
        var form = new ShortForm("person-new", signedIn.person().value());
        Fields.refuseMail(form, mail);
        var same = new SameName(name, kana, mail);
        Runnable add = () -> form.act(() -> {
            var address = mail.getValue().isBlank() ? null : mail.getValue();
            var person = people.add(name.getValue(), kana.getValue(), address);
            UI.getCurrent().navigate(AccountNavigation.person(person));
        });
        form.add(
                form.hold(name, Lengths.NAME),
                form.hold(kana, Lengths.NAME),
                form.hold(mail, Lengths.LINE),
                Fields.actions(Buttons.primary(getTranslation("account.people.add.do"), event -> {
                    if (!form.filled(Fields.named(name, kana))) {
                        return;
                    }
                    same.ask(
                            name.getValue(),
                            namesakes.of(name.getValue(), mail.getValue(), getLocale()).stream()
                                    .map(one -> new SameName.Candidate(
                                            one.name(),
                                            one.kana(),
                                            one.offices(),
                                            () -> form.act(() ->
                                                    UI.getCurrent().navigate(AccountNavigation.person(one.person())))))
                                    .toList(),
                            add);
                })),
                same);
        var card = new Card(getTranslation("account.people.add"), form);
        card.setId(ADDITION);
        return card;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        show();
    }

    private void show() {
        found.removeAll();
        var entries = people.search(search.getValue(), MOST);
        if (entries.isEmpty()) {
            found.add(new Paragraph(getTranslation("account.people.none")));
            return;
        }
        var table = new PlainTable(
                getTranslation("account.people.caption", entries.size()),
                List.of(
                        getTranslation("account.person.name"),
                        getTranslation("account.person.kana"),
                        getTranslation("account.mail"),
                        getTranslation("account.office"),
                        getTranslation("account.people.state")),
                Set.of());
        var persons = entries.stream().map(People.Entry::person).toList();
        var held = offices.heldBy(persons);
        var waiting = invitations.openOf(persons);
        var newcomers = people.newcomers(persons);
        entries.forEach(entry -> {
            var link = new Anchor(AccountNavigation.person(entry.person()), entry.name());
            var mail = entry.mail() == null ? getTranslation("account.person.noMail") : String.valueOf(entry.mail());
            table.row(
                    link,
                    new Text(entry.kana()),
                    new Text(mail),
                    new Text(named(
                            held.getOrDefault(entry.person(), List.of()),
                            waiting.getOrDefault(entry.person(), List.of()))),
                    entry.closed()
                            ? new Chip(Chip.Kind.WARN, getTranslation("account.person.closed"))
                            : new Text(
                                    newcomers.contains(entry.person()) ? getTranslation("account.people.never") : ""));
        });
        found.add(table);
    }

    /** What somebody holds, and what waits to be accepted. */
    private String named(List<Holding> held, List<Invitations.Open> waiting) {
        var present = held.stream().map(holding -> {
            var office = getTranslation("account.office." + holding.office().key());
            return holding.actingFor() == null ? office : getTranslation("account.people.deputy", office);
        });
        var coming = waiting.stream()
                .map(Invitations.Open::offer)
                .filter(offer -> held.stream()
                        .noneMatch(holding ->
                                holding.office() == offer.office() && Objects.equals(holding.scope(), offer.scope())))
                .map(offer -> getTranslation(
                        "account.people.waiting",
                        getTranslation("account.office." + offer.office().key())));
        return Stream.concat(present, coming)
                .distinct()
                .collect(Collectors.joining(getTranslation("account.person.and")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.people");
    }
}
