package app.tomoni.account;

import app.tomoni.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator gives somebody an office, at once or by an invitation, or lets them stand in for somebody; never
 * themselves, since an administrator sees no content.
 */
@Component
@Transactional
public class AppointStaff {

    private final Offices offices;
    private final Invitations invitations;
    private final Separation separation;
    private final SignedIn signedIn;

    AppointStaff(Offices offices, Invitations invitations, Separation separation, SignedIn signedIn) {
        this.offices = offices;
        this.invitations = invitations;
        this.separation = separation;
        this.signedIn = signedIn;
    }

    /**
     * @param reason why the person has this office beside another, where {@link Separation} asks for it
     * @throws Refusal for oneself, or beside an office that does not go with it
     */
    public void now(Invitations.Offer offer, String reason) {
        demand(offer, reason);
        offices.appoint(offer.person(), offer.office(), offer.scope(), offer.from(), offer.to());
    }

    /**
     * The same for somebody who cannot sign in yet, with the code that lets them in, shown this once.
     *
     * @throws Refusal as with {@link #now}
     */
    public String nowWithCode(Invitations.Offer offer, String reason) {
        now(offer, reason);
        return invitations.byCode(offer);
    }

    /** @throws Refusal as with {@link #now}, or when the person has no mail address */
    public void byMail(Invitations.Offer offer, String reason) {
        demand(offer, reason);
        invitations.byMail(offer);
    }

    /**
     * The code that is handed over on paper, shown this once.
     *
     * @throws Refusal as with {@link #now}
     */
    public String byCode(Invitations.Offer offer, String reason) {
        demand(offer, reason);
        return invitations.byCode(offer);
    }

    private void demand(Invitations.Offer offer, String reason) {
        demandAnother(signedIn, offer.person());
        separation.demand(offer.person(), offer.office(), reason);
    }

    static void demandAnother(SignedIn signedIn, PersonId person) {
        if (signedIn.ifAny().filter(person::equals).isPresent()) {
            throw new Refusal("account.office.self");
        }
    }
}
