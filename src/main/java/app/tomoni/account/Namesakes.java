package app.tomoni.account;

import app.tomoni.shared.Translations;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds those of one name before somebody is entered a second time. Only for those who keep the lists of people: whoever
 * invites for a group does not learn who has an account.
 */
@Component
@Transactional(readOnly = true)
public class Namesakes {

    /**
     * Somebody who may be meant.
     *
     * @param offices in words; empty for who has none
     */
    public record Namesake(PersonId person, String name, String kana, String offices) {}

    private record Place(Office office, @Nullable UUID scope) {}

    private final People people;
    private final Offices offices;
    private final Invitations invitations;
    private final Scopes scopes;
    private final Translations texts;

    Namesakes(People people, Offices offices, Invitations invitations, Scopes scopes, Translations texts) {
        this.people = people;
        this.offices = offices;
        this.invitations = invitations;
        this.scopes = scopes;
        this.texts = texts;
    }

    /**
     * In the order of their readings.
     *
     * @param mail where there is an address, it says by itself who is meant, and nobody is named
     */
    public List<Namesake> of(String name, String mail, Locale locale) {
        if (!mail.isBlank()) {
            return List.of();
        }
        return people.named(name).stream()
                .flatMap(person -> people.entry(person).stream())
                .map(entry -> new Namesake(entry.person(), entry.name(), entry.kana(), offices(entry.person(), locale)))
                .toList();
    }

    /** Held or waiting to be accepted. */
    private String offices(PersonId person, Locale locale) {
        return Stream.concat(
                        offices.appointments(person).stream().map(held -> new Place(held.office(), held.scope())),
                        invitations.openOf(person).stream()
                                .map(open -> new Place(
                                        open.offer().office(), open.offer().scope())))
                .distinct()
                .map(place -> scopes.name(place.office(), place.scope(), locale))
                .collect(Collectors.joining(texts.getTranslation("account.person.and", locale)));
    }
}
