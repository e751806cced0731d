package app.tomoni.account.ui;

import app.tomoni.account.Finder;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.SearchWords;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds people by name, reading and mail address, for whom the list of all people is open. */
@Component
class PersonFinder implements Finder {

    private final People people;
    private final Offices offices;

    PersonFinder(People people, Offices offices) {
        this.people = people;
        this.offices = offices;
    }

    @Override
    public Kind kind() {
        return Kind.PERSON;
    }

    @Override
    public boolean isFor(PersonId reader) {
        return offices.enters(reader, PeopleView.class);
    }

    @Override
    public List<Found> find(PersonId reader, SearchWords words, Locale locale) {
        if (!isFor(reader)) {
            return List.of();
        }
        return people.search("", Integer.MAX_VALUE).stream()
                .filter(entry -> words.in(entry.name(), entry.kana(), mail(entry)))
                .map(entry -> new Found(
                        entry.person().value(),
                        AccountNavigation.person(entry.person()),
                        entry.name(),
                        List.of(entry.kana(), mail(entry))))
                .toList();
    }

    private static String mail(People.Entry entry) {
        return Objects.requireNonNullElse(entry.mail(), "");
    }
}
