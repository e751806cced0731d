package app.tomoni.organisation;

import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what happens to a group into the record of cases, in the transaction in which it happens. */
@Component
class OrganisationRecord {

    private final CaseEvents events;

    OrganisationRecord(CaseEvents events) {
        this.events = events;
    }

    @EventListener
    void tied(OrganisationTied event) {
        events.record(
                new CaseKey(event.organisation().value()),
                "organisationTied",
                Map.of(
                        "person", event.person().toString(),
                        "manner", event.manner().name(),
                        "by", event.by().toString()));
    }

    @EventListener
    void membersChanged(MembersChanged event) {
        var office = event.office();
        events.record(
                new CaseKey(event.organisation().value()),
                office == null ? "memberRemoved" : "memberAppointed",
                Map.of(
                        "person", event.person().toString(),
                        "office", office == null ? "" : office.key(),
                        "by", event.by().toString()));
    }
}
