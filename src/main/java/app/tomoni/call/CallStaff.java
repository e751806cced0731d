package app.tomoni.call;

import app.tomoni.account.Actor;
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

    Actor requireSecretariat(PersonId person) {
        return require(person, Office.SECRETARIAT);
    }

    Actor requireApprover(PersonId person) {
        return require(person, Office.APPROVER);
    }

    private Actor require(PersonId person, Office office) {
        var actor = offices.actor(person, office, null);
        if (actor.principals().isEmpty()) {
            throw new Refusal("call.notForYou");
        }
        return actor;
    }
}
