package app.tomoni.organisation;

import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody in who holds the code from a letter to their group and cannot sign in yet. */
@Component
@Transactional
class EnterByLetter {

    private final People people;
    private final Ties ties;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Invitations invitations;
    private final Clock clock;

    EnterByLetter(
            People people,
            Ties ties,
            Memberships memberships,
            Organisations organisations,
            Invitations invitations,
            Clock clock) {
        this.people = people;
        this.ties = ties;
        this.memberships = memberships;
        this.organisations = organisations;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * Who has begun with the code and cannot sign in yet may do so again, under the name typed last: the invitation stood
     * in an answer that a second click has thrown away.
     *
     * @return the code of the invitation by which they choose mail address and password
     * @throws Refusal when the letter's code does not work, or name or reading will not do; nobody is added then
     */
    public String enter(String code, String name, String kana) {
        var begun = ties.redeemed(code).filter(this::stillOutside);
        begun.ifPresent(again -> people.rename(again.person(), name, kana));
        var tied = begun.orElseGet(() -> {
            var person = people.add(name, kana, null);
            return new Ties.Redeemed(ties.redeem(code, person), person);
        });
        var group = organisations.locked(tied.organisation().value()).orElseThrow();
        group.represented(name, kana, clock.instant().truncatedTo(ChronoUnit.MICROS), tied.person());
        organisations.save(group);
        return invitations.byCode(new Invitations.Offer(
                tied.person(), Office.GROUP_REPRESENTATIVE, tied.organisation().value(), LocalDate.now(clock), null));
    }

    private boolean stillOutside(Ties.Redeemed begun) {
        return memberships.mayRepresent(begun.person(), begun.organisation())
                && !people.newcomers(List.of(begun.person())).isEmpty();
    }
}
