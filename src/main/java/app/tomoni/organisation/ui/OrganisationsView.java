package app.tomoni.organisation.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.SignedIn;
import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.Organisations;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.domain.Limit;

/** All groups known to the city, for the secretariat. */
@Route(OrganisationNavigation.ALL)
@ForOffices({Office.SECRETARIAT, Office.AUDITOR})
@StyleSheet("context://tomoni/organisation.css")
class OrganisationsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST = 200;
    private static final String SEARCH = "q";

    private final Organisations organisations;
    private final Clock clock;
    private final Words words;
    private final Div result = new Div();
    private final TextField search = new TextField();

    OrganisationsView(
            Organisations organisations, Offices offices, SignedIn signedIn, Translations translations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
        this.words = new Words(translations, getLocale());
        addClassName("stack-5");
        search.setLabel(words.say("organisation.list.search"));
        search.setHelperText(words.say("organisation.list.search.help"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                var query = event.getValue().isBlank()
                        ? QueryParameters.empty()
                        : QueryParameters.simple(Map.of(SEARCH, event.getValue()));
                getUI().ifPresent(ui -> ui.navigate(OrganisationsView.class, query));
            }
        });
        add(new PageHead(words.say("organisation.list.title")));
        if (offices.holds(signedIn.person(), Office.SECRETARIAT, null)) {
            add(new Div(register()));
        }
        result.getElement().setAttribute("aria-live", "polite");
        add(search, result);
    }

    private Component register() {
        var link = new Anchor(OrganisationNavigation.ALL + "/new", words.say("organisation.list.new"));
        link.addClassNames("btn", "p");
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var typed = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SEARCH)
                .orElse("");
        if (!search.getValue().equals(typed)) {
            search.setValue(typed);
        }
        show(typed.strip());
    }

    private void show(String typed) {
        result.removeAll();
        var found = organisations.matching(typed, Limit.of(MOST));
        if (found.isEmpty()) {
            result.add(
                    typed.isEmpty()
                            ? new EmptyState(
                                    words.say("organisation.list.empty"), words.say("organisation.list.empty.why"))
                            : new EmptyState(
                                    words.say("organisation.list.none", typed),
                                    words.say("organisation.list.none.why", organisations.count())));
            return;
        }
        var table = new PlainTable(
                words.say("organisation.list.caption", found.size()),
                List.of(
                        words.say("organisation.field.name"),
                        words.say("organisation.field.type"),
                        words.say("organisation.list.profile")),
                Set.of());
        var today = LocalDate.now(clock);
        found.forEach(organisation -> table.row(
                new Anchor(OrganisationNavigation.organisation(organisation.id()), organisation.name()),
                new Span(words.answer(organisation, app.tomoni.organisation.ProfileField.TYPE)),
                state(organisation, today)));
        result.add(table);
        if (found.size() == MOST) {
            result.add(new Paragraph(words.say("organisation.list.more", MOST)));
        }
    }

    private Component state(Organisation organisation, LocalDate today) {
        var open = organisation.findings(today).size();
        return open == 0
                ? new Chip(Chip.Kind.OK, words.say("organisation.profile.done"))
                : new Chip(Chip.Kind.WRITING, words.say("organisation.profile.open", open));
    }

    @Override
    public String getPageTitle() {
        return words.say("organisation.list.title");
    }
}
