package app.tomoni.call;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import org.springframework.stereotype.Component;

/** Who of the city may do what with calls. */
@Component
class CallStaff {

    private final Offices offices;

    CallStaff(Offices offices) {
        this.offices = offices;
    }

    void requireSecretariat(PersonId person) {
        require(person, Office.SECRETARIAT);
    }

    void requireApprover(PersonId person) {
        require(person, Office.APPROVER);
    }

    private void require(PersonId person, Office office) {
        if (!offices.holds(person, office, null)) {
            throw new Refusal("call.notForYou");
        }
    }
}
