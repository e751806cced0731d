package app.tomoni.proposal.ui;

import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.Organisations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says how much of a group's profile is still to be written before it can hand anything in. */
@Component
class ProfileFindings {

    private final Organisations organisations;
    private final Clock clock;

    ProfileFindings(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    /** None when the profile is complete. */
    @Transactional(readOnly = true)
    public Optional<Integer> count(OrganisationId organisation) {
        return Optional.of(organisations
                        .get(organisation)
                        .findings(LocalDate.now(clock))
                        .size())
                .filter(count -> count > 0);
    }
}
