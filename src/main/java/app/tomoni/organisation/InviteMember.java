package app.tomoni.organisation;

import app.tomoni.account.Invitations;
import app.tomoni.account.MailServer;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A representative lets somebody act for the group, by mail or by a code on paper, until it is accepted. */
@Component
@Transactional
public class InviteMember {

    private final Memberships memberships;
    private final People people;
    private final Invitations invitations;
    private final MailServer mails;
    private final OrganisationRecord record;
    private final Clock clock;

    InviteMember(
            Memberships memberships,
            People people,
            Invitations invitations,
            MailServer mails,
            OrganisationRecord record,
            Clock clock) {
        this.memberships = memberships;
        this.people = people;
        this.invitations = invitations;
        this.mails = mails;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Somebody who has been invited and has not accepted yet.
     *
     * @param name what the person is called in the invitation: whether somebody has an account, and by which name, is
     *     not for a group to find out
     */
    public record Pending(UUID id, String name, Office office, Instant expiresAt) {}

    /** Whom nobody needs to invite again; the first one first. */
    @Transactional(readOnly = true)
    public List<Pending> pending(OrganisationId organisation) {
        var open = invitations.openFor(organisation.value());
        var names =
                people.names(open.stream().map(each -> each.offer().person()).toList());
        return open.stream()
                .map(each -> new Pending(
                        each.id(),
                        Optional.ofNullable(each.offer().invitedAs())
                                .orElseGet(() -> names.getOrDefault(each.offer().person(), "")),
                        each.offer().office(),
                        each.expiresAt()))
                .toList();
    }

    /** @throws Refusal when the person does not represent the group, or there is nothing to withdraw any more */
    public void withdraw(OrganisationId organisation, UUID invitation, PersonId by) {
        requireRepresentative(organisation, by);
        var open = pending(organisation).stream()
                .filter(each -> each.id().equals(invitation))
                .findFirst()
                .orElseThrow(() -> new Refusal("organisation.invite.gone"));
        invitations.withdraw(invitation);
        record.invitationWithdrawn(organisation, open, by);
    }

    /** Whether somebody with a mail address is invited by mail; a code needs none, and asks for it when it is used. */
    public boolean canMail() {
        return mails.isSet();
    }

    /**
     * @param mail empty for somebody without a mail address; of no account where no mails are sent, since a code in the
     *     hand of whoever invites must not open the account of somebody else
     * @return the code to be handed over on paper; none when a mail goes out. Accepting it is what appoints
     * @throws Refusal when the person who invites does not represent the group, or the name is too long
     */
    public Optional<String> invite(
            OrganisationId organisation, String name, String kana, String mail, Office office, PersonId by) {
        requireRepresentative(organisation, by);
        if (!office.ofGroup()) {
            throw new IllegalArgumentException(office + " is not an office of a group");
        }
        Lengths.demand(name, Lengths.NAME);
        var address = canMail() ? mail.strip() : "";
        var person = (address.isEmpty() ? Optional.<PersonId>empty() : people.withMail(address))
                .orElseGet(() -> people.add(name, kana, address.isEmpty() ? null : address));
        var offer = new Invitations.Offer(
                person, office, organisation.value(), LocalDate.now(clock), null, JapaneseText.line(name));
        record.invited(organisation, JapaneseText.line(name), office, by);
        if (address.isEmpty()) {
            return Optional.of(invitations.byCode(offer));
        }
        invitations.byMail(offer);
        return Optional.empty();
    }

    private void requireRepresentative(OrganisationId organisation, PersonId person) {
        if (!memberships.mayRepresent(person, organisation)) {
            throw new Refusal("organisation.notForYou");
        }
    }
}
