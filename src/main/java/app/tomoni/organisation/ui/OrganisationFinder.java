package app.tomoni.organisation.ui;

import app.tomoni.account.Finder;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.Organisations;
import app.tomoni.shared.SearchWords;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds groups by name and reading: every one for whom their pages are open, their own for those who act for one. */
@Component
@Transactional(readOnly = true)
class OrganisationFinder implements Finder {

    private final Organisations organisations;
    private final Memberships memberships;
    private final Offices offices;

    OrganisationFinder(Organisations organisations, Memberships memberships, Offices offices) {
        this.organisations = organisations;
        this.memberships = memberships;
        this.offices = offices;
    }

    @Override
    public Kind kind() {
        return Kind.GROUP;
    }

    @Override
    public boolean isFor(PersonId reader) {
        return staff(reader) || !memberships.offices(reader).isEmpty();
    }

    @Override
    public List<Found> find(PersonId reader, SearchWords words, Locale locale) {
        return staff(reader)
                ? found(organisations.named(), words, OrganisationNavigation::organisation)
                : found(
                        memberships.organisationsOf(reader).stream()
                                .map(group ->
                                        new Organisations.Named(group.id().value(), group.name(), group.nameKana()))
                                .toList(),
                        words,
                        OrganisationNavigation::own);
    }

    private boolean staff(PersonId reader) {
        return offices.enters(reader, OrganisationView.class);
    }

    private static List<Found> found(
            List<Organisations.Named> among, SearchWords words, Function<OrganisationId, String> page) {
        return among.stream()
                .filter(group -> words.in(group.name(), group.kana()))
                .map(group -> new Found(
                        group.id(), page.apply(new OrganisationId(group.id())), group.name(), List.of(group.kana())))
                .toList();
    }
}
