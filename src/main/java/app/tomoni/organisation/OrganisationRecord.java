package app.tomoni.organisation;

import app.tomoni.account.Appointed;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what happens to a group into the record of cases, in the transaction in which it happens. */
@Component
class OrganisationRecord {

    private final CaseEvents events;

    OrganisationRecord(CaseEvents events) {
        this.events = events;
    }

    void registered(OrganisationId organisation, PersonId by) {
        record(organisation, "organisationRegistered", Map.of("by", by.toString()));
    }

    /** Not the code itself, which opens the group's account. */
    void codeIssued(OrganisationId organisation, LocalDate lastDay, PersonId by) {
        record(organisation, "letterCodeIssued", Map.of("lastDay", lastDay.toString(), "by", by.toString()));
    }

    /** By the name in the invitation: which account has the address is not for the group to find out. */
    void invited(OrganisationId organisation, String name, Office office, PersonId by) {
        record(organisation, "memberInvited", Map.of("name", name, "office", office.key(), "by", by.toString()));
    }

    void invitationWithdrawn(OrganisationId organisation, InviteMember.Pending invitation, PersonId by) {
        record(
                organisation,
                "memberInvitationWithdrawn",
                Map.of("name", invitation.name(), "office", invitation.office().key(), "by", by.toString()));
    }

    /** @param received how and when the group told the city on paper; none where it chose here */
    void lettersChosen(OrganisationId organisation, boolean byMail, @Nullable String received, PersonId by) {
        record(
                organisation,
                byMail ? "lettersByMailChosen" : "lettersOnPaperChosen",
                Map.of("received", received == null ? "" : received, "by", by.toString()));
    }

    @EventListener
    void tied(OrganisationTied event) {
        record(
                event.organisation(),
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
            record(
                    new OrganisationId(group),
                    "memberAppointed",
                    Map.of(
                            "person", event.person().toString(),
                            "office", event.office().key()));
        }
    }

    @EventListener
    void removed(MemberRemoved event) {
        record(
                event.organisation(),
                "memberRemoved",
                Map.of("person", event.person().toString(), "by", event.by().toString()));
    }

    private void record(OrganisationId organisation, String kind, Map<String, ?> facts) {
        events.record(new CaseKey(organisation.value()), kind, facts);
    }
}
