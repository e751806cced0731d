package app.tomoni.organisation;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a member types into the group's profile, field by field. */
@Component
@Transactional
public class EditProfile {

    private final Organisations organisations;
    private final Memberships memberships;
    private final Clock clock;

    EditProfile(Organisations organisations, Memberships memberships, Clock clock) {
        this.organisations = organisations;
        this.memberships = memberships;
        this.clock = clock;
    }

    /**
     * @param basedOn the version that the person saw, 0 where there was none
     * @return what is stored now: another text than the typed one when somebody else has saved since
     * @throws Refusal when the person may not write for the group
     */
    public ProfileAnswer keep(
            OrganisationId organisation, ProfileField field, String typed, long basedOn, PersonId by) {
        var group = forWriting(organisation, by);
        var kept = group.keep(field, typed, basedOn, clock.instant().truncatedTo(ChronoUnit.MICROS), by);
        organisations.save(group);
        return kept;
    }

    /** Says whether everyone may see a field of the group's own choice. */
    public void publish(OrganisationId organisation, ProfileField field, boolean published, PersonId by) {
        var group = forWriting(organisation, by);
        group.publish(field, published);
        organisations.save(group);
    }

    private Organisation forWriting(OrganisationId organisation, PersonId by) {
        if (!memberships.mayEdit(by, organisation)) {
            throw new Refusal("organisation.notForYou");
        }
        return organisations.locked(organisation.value()).orElseThrow();
    }
}
