package app.tomoni.organisation;

import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A representative lets somebody act for the group: by mail, or by a code on paper. */
@Component
@Transactional
public class InviteMember {

    private final Memberships memberships;
    private final People people;
    private final Invitations invitations;
    private final Clock clock;

    InviteMember(Memberships memberships, People people, Invitations invitations, Clock clock) {
        this.memberships = memberships;
        this.people = people;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * @param mail empty for somebody without a mail address
     * @return the code to be handed over on paper; none when a mail goes out. Accepting it is what appoints
     * @throws Refusal when the person who invites does not represent the group
     */
    public Optional<String> invite(
            OrganisationId organisation, String name, String kana, String mail, Office office, PersonId by) {
        if (!memberships.mayRepresent(by, organisation)) {
            throw new Refusal("organisation.notForYou");
        }
        if (!office.ofGroup()) {
            throw new IllegalArgumentException(office + " is not an office of a group");
        }
        var address = mail.strip();
        var person = (address.isEmpty() ? Optional.<PersonId>empty() : people.withMail(address))
                .orElseGet(() -> people.add(name, kana, address.isEmpty() ? null : address));
        var offer = new Invitations.Offer(person, office, organisation.value(), LocalDate.now(clock), null);
        if (address.isEmpty()) {
            return Optional.of(invitations.byCode(offer));
        }
        invitations.byMail(offer);
        return Optional.empty();
    }
}
