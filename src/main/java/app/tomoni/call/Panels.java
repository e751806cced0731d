package app.tomoni.call;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.OrganisationId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who reviews the proposals of a call, and who chairs; asked anew each time. */
@Component
@Transactional(readOnly = true)
public class Panels {

    private final Offices offices;
    private final Memberships memberships;

    Panels(Offices offices, Memberships memberships) {
        this.offices = offices;
        this.memberships = memberships;
    }

    /** All members of the panel, the chair among them, in the order of their readings. */
    public List<PersonId> members(CallId call) {
        return offices.holders(Office.REVIEWER, call.value());
    }

    public Optional<PersonId> chair(CallId call) {
        return offices.holders(Office.CHAIR, call.value()).stream().findFirst();
    }

    /** Who takes the chair's place when the chair is recused or absent. */
    public Optional<PersonId> actingChair(CallId call) {
        return offices.holders(Office.ACTING_CHAIR, call.value()).stream().findFirst();
    }

    /** Everybody who is or was on the panel of any call, for appointing them again. */
    public List<PersonId> formerMembers() {
        return offices.everHolders(Office.REVIEWER);
    }

    /** The members who may review a proposal of this group: nobody who acts for the group themselves. */
    public List<PersonId> reviewersOf(CallId call, OrganisationId organisation) {
        return members(call).stream()
                .filter(person -> mayReview(person, organisation))
                .toList();
    }

    /** Nobody reviews a proposal of a group that they act for. */
    public boolean mayReview(PersonId person, OrganisationId organisation) {
        return !memberships.mayRead(person, organisation);
    }
}
