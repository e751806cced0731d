package app.tomoni.call;

import app.tomoni.account.PersonId;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.Organisations;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what happens to a call into the record of cases, in the transaction in which it happens. */
@Component
class CallRecord {

    /** What is noted of a call that has been put forward. */
    static final String PUT_FORWARD = "callPutForward";

    private final CaseEvents events;
    private final Calls calls;
    private final Organisations organisations;

    CallRecord(CaseEvents events, Calls calls, Organisations organisations) {
        this.events = events;
        this.calls = calls;
        this.organisations = organisations;
    }

    @EventListener
    void drafted(CallDrafted event) {
        record(event.call(), "callDrafted", Map.of());
    }

    @EventListener
    void putForward(CallPutForward event) {
        record(event.call(), PUT_FORWARD, Map.of("by", event.by().toString()));
    }

    @EventListener
    void returned(CallReturned event) {
        record(
                event.call(),
                "callReturned",
                Map.of("by", event.by().toString(), "reason", event.reason()),
                calls.get(event.call()).drafters());
    }

    @EventListener
    void takenBack(CallTakenBack event) {
        record(event.call(), "callTakenBack", Map.of());
    }

    @EventListener
    void deleted(CallDraftDeleted event) {
        record(event.call(), "callDraftDeleted", Map.of("title", event.title()));
    }

    @EventListener
    void approved(CallApproved event) {
        record(event.call(), "callApproved", Map.of(), calls.get(event.call()).drafters());
    }

    @EventListener
    void opened(CallOpened event) {
        record(
                event.call(),
                "callOpened",
                Map.of(
                        "opensAt",
                        event.opensAt().toString(),
                        "closesAt",
                        event.closesAt().toString()));
    }

    @EventListener
    void extended(CallExtended event) {
        var content = new HashMap<>(Map.of(
                "closed", event.closed().toString(),
                "closesAt", event.closesAt().toString(),
                "reason", event.reason(),
                "by", event.by().toString()));
        if (event.publicationAt() != null) {
            content.put("publicationAt", event.publicationAt().toString());
        }
        record(event.call(), "callExtended", content);
    }

    @EventListener
    void asked(ExceptionAsked event) {
        record(
                event.call(),
                "exceptionAsked",
                Map.of(
                        "organisation", event.organisation().toString(),
                        "group", group(event.organisation()),
                        "until", event.until().toString(),
                        "reason", event.reason(),
                        "by", event.by().toString()));
    }

    @EventListener
    void granted(ExceptionGranted event) {
        record(
                event.call(),
                "exceptionGranted",
                Map.of(
                        "organisation", event.organisation().toString(),
                        "group", group(event.organisation()),
                        "until", event.until().toString(),
                        "reason", event.reason(),
                        "askedBy", event.askedBy().toString(),
                        "by", event.grantedBy().toString()),
                askers(event.call(), event.number()));
    }

    @EventListener
    void declined(ExceptionDeclined event) {
        record(
                event.call(),
                "exceptionDeclined",
                Map.of(
                        "organisation", event.organisation().toString(),
                        "group", group(event.organisation()),
                        "reason", event.reason(),
                        "by", event.by().toString()),
                askers(event.call(), event.number()));
    }

    private Set<PersonId> askers(CallId call, int number) {
        return calls.get(call).lateAdmissions().get(number).askers();
    }

    @EventListener
    void panelChanged(PanelChanged event) {
        record(
                event.call(),
                event.appointed() ? "panelAppointed" : "panelEnded",
                Map.of(
                        "person", event.person().toString(),
                        "office", event.office().key(),
                        "by", event.by().toString()));
    }

    @EventListener
    void fileChanged(CallFileChanged event) {
        record(
                event.call(),
                event.added() ? "callFileAdded" : "callFileRemoved",
                Map.of(
                        "name", event.file().name(),
                        "sha256", event.file().sha256(),
                        "by", event.by().toString()));
    }

    /** As it is called on that day. */
    private String group(OrganisationId id) {
        return organisations.get(id).name();
    }

    private void record(CallId call, String kind, Map<String, ?> facts) {
        record(call, kind, facts, Set.of());
    }

    private void record(CallId call, String kind, Map<String, ?> facts, Set<PersonId> notFor) {
        events.record(new CaseKey(call.value()), kind, facts, notFor);
    }
}
