package app.tomoni.organisation;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat writes a group into the city's list; who acts for it is tied to it afterwards. */
@Component
@Transactional
public class RegisterOrganisation {

    private final Organisations organisations;
    private final OrganisationRecord record;
    private final Clock clock;

    RegisterOrganisation(Organisations organisations, OrganisationRecord record, Clock clock) {
        this.organisations = organisations;
        this.record = record;
        this.clock = clock;
    }

    /** @throws Refusal when the name or its reading is missing or cannot be one */
    public OrganisationId register(String name, String kana, PersonId by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = organisations.save(Organisation.register(name, kana, now, by)).id();
        record.registered(id, by);
        return id;
    }
}
