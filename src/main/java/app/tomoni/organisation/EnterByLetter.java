package app.tomoni.organisation;

import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody in who holds the code from a letter to their group and cannot sign in yet. */
@Component
@Transactional
class EnterByLetter {

    private final People people;
    private final Ties ties;
    private final Invitations invitations;
    private final Clock clock;

    EnterByLetter(People people, Ties ties, Invitations invitations, Clock clock) {
        this.people = people;
        this.ties = ties;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * @return the code of the invitation by which they choose mail address and password
     * @throws Refusal when the letter's code does not work, or name or reading will not do; nobody is added then
     */
    public String enter(String code, String name, String kana) {
        var person = people.add(name, kana, null);
        var organisation = ties.redeem(code, person);
        return invitations.byCode(new Invitations.Offer(
                person, Office.GROUP_REPRESENTATIVE, organisation.value(), LocalDate.now(clock), null));
    }
}
