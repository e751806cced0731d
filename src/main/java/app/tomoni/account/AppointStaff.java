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
    private final SignedIn signedIn;

    AppointStaff(Offices offices, Invitations invitations, SignedIn signedIn) {
        this.offices = offices;
        this.invitations = invitations;
        this.signedIn = signedIn;
    }

    /** @throws Refusal for oneself */
    public void now(Invitations.Offer offer) {
        demandAnother(signedIn, offer.person());
        offices.appoint(offer.person(), offer.office(), offer.scope(), offer.from(), offer.to());
    }

    /** @throws Refusal for oneself, or when the person has no mail address */
    public void byMail(Invitations.Offer offer) {
        demandAnother(signedIn, offer.person());
        invitations.byMail(offer);
    }

    /**
     * The code that is handed over on paper, shown this once.
     *
     * @throws Refusal for oneself
     */
    public String byCode(Invitations.Offer offer) {
        demandAnother(signedIn, offer.person());
        return invitations.byCode(offer);
    }

    static void demandAnother(SignedIn signedIn, PersonId person) {
        if (signedIn.ifAny().filter(person::equals).isPresent()) {
            throw new Refusal("account.office.self");
        }
    }
}
