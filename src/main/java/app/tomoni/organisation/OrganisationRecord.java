package app.tomoni.organisation;

import app.tomoni.account.Appointed;
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

    /** However it came about: a member said so, an invitation was accepted, a letter or a document has shown it. */
    @EventListener
    void appointed(Appointed event) {
        var group = event.scope();
        if (event.office().ofGroup() && group != null) {
            events.record(
                    new CaseKey(group),
                    "memberAppointed",
                    Map.of(
                            "person", event.person().toString(),
                            "office", event.office().key()));
        }
    }

    @EventListener
    void removed(MemberRemoved event) {
        events.record(
                new CaseKey(event.organisation().value()),
                "memberRemoved",
                Map.of("person", event.person().toString(), "by", event.by().toString()));
    }
}
