package app.tomoni.account.signin;

import app.tomoni.account.Invitations;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SamePerson;
import app.tomoni.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes up the office that somebody was invited to; a newcomer chooses a password, and a mail address if none is known. */
@Component
class AcceptInvitation {

    /** @param newcomer whether the person had no password before: then this is signing in as well */
    record Accepted(PersonId person, boolean newcomer) {}

    private final Invitations invitations;
    private final People people;
    private final Passwords passwords;
    private final SamePerson samePerson;

    AcceptInvitation(Invitations invitations, People people, Passwords passwords, SamePerson samePerson) {
        this.invitations = invitations;
        this.people = people;
        this.passwords = passwords;
        this.samePerson = samePerson;
    }

    /** @throws Refusal when the invitation is no longer good, or mail or password will not do; nothing is used up then */
    @Transactional
    public Accepted accept(String secret, String mail, String password) {
        var person = invitations.accept(secret).person();
        var newcomer = !passwords.has(person);
        if (newcomer) {
            if (people.mail(person).isEmpty()) {
                people.giveMail(person, mail);
            }
            passwords.change(person, password);
        }
        return new Accepted(person, newcomer);
    }

    /**
     * The same for somebody who is signed in: whoever invited did not know that there is an account.
     *
     * @throws Refusal when the invitation is no longer good, or what it opens cannot be this account's
     */
    @Transactional
    public void accept(String secret, PersonId account) {
        var invited = invitations
                .opened(secret)
                .orElseThrow(() -> new Refusal("account.invitation.gone"))
                .offer()
                .person();
        if (!invited.equals(account)) {
            samePerson.join(invited, account);
        }
        invitations.accept(secret);
    }
}
