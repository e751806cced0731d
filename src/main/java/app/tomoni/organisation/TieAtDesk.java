package app.tomoni.organisation;

import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat has seen at the desk who represents a group, and lets that person in. */
@Component
@Transactional
public class TieAtDesk {

    private final Ties ties;
    private final Memberships memberships;
    private final Organisations organisations;
    private final People people;
    private final Offices offices;
    private final Invitations invitations;
    private final Clock clock;

    TieAtDesk(
            Ties ties,
            Memberships memberships,
            Organisations organisations,
            People people,
            Offices offices,
            Invitations invitations,
            Clock clock) {
        this.ties = ties;
        this.memberships = memberships;
        this.organisations = organisations;
        this.people = people;
        this.offices = offices;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * @param mail empty for somebody without a mail address
     * @param document the name of what was checked
     * @return the code to be handed over where no mail would arrive; none when a mail goes out or the person can sign in
     *     already
     * @throws Refusal when who does this is not of the secretariat
     */
    public Optional<String> tie(
            OrganisationId organisation, String name, String kana, String mail, String document, PersonId by) {
        requireSecretariat(by);
        var address = mail.strip();
        var person = known(organisation, name, address).orElseGet(() -> people.add(name, kana, null));
        if (!address.isEmpty()) {
            people.giveMail(person, address);
        }
        ties.checkedAtDesk(organisation, person, document, by);
        var group = organisations.locked(organisation.value()).orElseThrow();
        group.represented(name, kana, clock.instant().truncatedTo(ChronoUnit.MICROS), by);
        organisations.save(group);
        if (people.newcomers(List.of(person)).isEmpty()) {
            return Optional.empty();
        }
        return invite(organisation, person, Office.GROUP_REPRESENTATIVE);
    }

    /** Whether this person has been invited at the desk before and not come in yet: what they hold then works no more. */
    @Transactional(readOnly = true)
    public boolean invitedBefore(OrganisationId organisation, String name, String mail) {
        return known(organisation, name, mail.strip())
                .filter(person -> !people.newcomers(List.of(person)).isEmpty())
                .stream()
                .flatMap(person -> invitations.openOf(person).stream())
                .map(Invitations.Open::offer)
                .anyMatch(offer -> offer.office() == Office.GROUP_REPRESENTATIVE
                        && organisation.value().equals(offer.scope()));
    }

    private Optional<PersonId> known(OrganisationId organisation, String name, String address) {
        var owner = address.isEmpty() ? Optional.<PersonId>empty() : people.withMail(address);
        return owner.or(() -> stillOutside(organisation, name, address));
    }

    /**
     * Lets somebody in who acts for the group and cannot sign in yet; an invitation for it from before works no more.
     *
     * @return the code to be handed over where no mail would arrive; none when a mail goes out
     * @throws Refusal when who does this is not of the secretariat, the person can sign in by now, or does not act for
     *     the group any more
     */
    public Optional<String> invite(OrganisationId organisation, PersonId person, PersonId by) {
        requireSecretariat(by);
        var office = memberships
                .office(person, organisation)
                .filter(acts -> !people.newcomers(List.of(person)).isEmpty())
                .orElseThrow(() -> new Refusal("organisation.tie.noInvitation"));
        return invite(organisation, person, office);
    }

    /** Who comes to the desk once more, since the code is lost, is not tied to the group a second time. */
    private Optional<PersonId> stillOutside(OrganisationId organisation, String name, String address) {
        var called = JapaneseText.line(name);
        var named = memberships.of(organisation).stream()
                .filter(member -> JapaneseText.line(member.name()).equals(called))
                .map(Member::person)
                .toList();
        return people.newcomers(named).stream()
                .filter(person -> address.isEmpty() || people.mail(person).isEmpty())
                .findFirst();
    }

    private Optional<String> invite(OrganisationId organisation, PersonId person, Office office) {
        return invitations.anew(
                new Invitations.Offer(person, office, organisation.value(), LocalDate.now(clock), null));
    }

    private void requireSecretariat(PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("organisation.notForYou");
        }
    }
}
