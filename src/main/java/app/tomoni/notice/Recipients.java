package app.tomoni.notice;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.OrganisationId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom a notice goes to, as the offices are held when it is written. */
@Component
class Recipients {

    private final Offices offices;

    Recipients(Offices offices) {
        this.offices = offices;
    }

    /** Everyone who may act for the group. */
    List<PersonId> of(OrganisationId organisation) {
        return Stream.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR)
                .flatMap(office -> offices.holders(office, organisation.value()).stream())
                .distinct()
                .toList();
    }

    /** Everyone who may approve what this person asks. */
    List<PersonId> approversBeside(PersonId asking) {
        return offices.holders(Office.APPROVER, null).stream()
                .filter(person -> !person.equals(asking))
                .toList();
    }
}
