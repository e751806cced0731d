package app.tomoni.organisation;

import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat has seen at the desk who represents a group, and lets that person in. */
@Component
@Transactional
public class TieAtDesk {

    private final Ties ties;
    private final People people;
    private final Offices offices;
    private final Invitations invitations;
    private final Clock clock;

    TieAtDesk(Ties ties, People people, Offices offices, Invitations invitations, Clock clock) {
        this.ties = ties;
        this.people = people;
        this.offices = offices;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * @param mail empty for somebody without a mail address
     * @param document the name of what was checked
     * @return the code to be handed over to somebody without a mail address; none when a mail goes out or the person
     *     can sign in already
     * @throws Refusal when who does this is not of the secretariat
     */
    public Optional<String> tie(
            OrganisationId organisation, String name, String kana, String mail, String document, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("organisation.notForYou");
        }
        var address = mail.strip();
        var known = address.isEmpty() ? Optional.<PersonId>empty() : people.withMail(address);
        var person = known.orElseGet(() -> people.add(name, kana, address.isEmpty() ? null : address));
        ties.checkedAtDesk(organisation, person, document, by);
        if (people.newcomers(List.of(person)).isEmpty()) {
            return Optional.empty();
        }
        return invitations.anew(new Invitations.Offer(
                person, Office.GROUP_REPRESENTATIVE, organisation.value(), LocalDate.now(clock), null));
    }
}
