package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat puts off a publication that has been confirmed: letters came back, or something is to be looked at again. */
@Component
@Transactional
public class PostponePublication {

    private final Publications publications;
    private final PublicationDay day;
    private final CaseEvents events;
    private final Offices offices;
    private final Clock clock;

    PostponePublication(
            Publications publications, PublicationDay day, CaseEvents events, Offices offices, Clock clock) {
        this.publications = publications;
        this.day = day;
        this.events = events;
        this.offices = offices;
        this.clock = clock;
    }

    /** When the results of the call are to be published; none before that is confirmed, and none afterwards. */
    @Transactional(readOnly = true)
    public Optional<Instant> planned(CallId call) {
        return publications.waiting(call.value()).map(Publication::plannedAt);
    }

    /** Whether it waits for letters that have not left, so that its day is open. */
    @Transactional(readOnly = true)
    public boolean isHeld(CallId call) {
        return publications.waiting(call.value()).filter(Publication::isHeld).isPresent();
    }

    /**
     * Everybody reads the new time from now on; groups that have been told the older one are told this one too.
     *
     * @throws Refusal when the results are published already, the new time is not later than the one before or too soon
     *     for letters that are still here, or the reason is missing
     */
    public void postpone(CallId call, Instant planned, String reason, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("decision.absent");
        }
        var key = new CaseKey(call.value());
        var publication = publications.findById(call.value()).orElseThrow(() -> new Refusal("decision.absent"));
        var before = publication.plannedAt();
        if (reason.isBlank()) {
            throw new Refusal("decision.postpone.reason");
        }
        Lengths.demand(reason, Lengths.REASON);
        publication.postpone(planned, clock.instant());
        day.putOff(publication);
        publications.save(publication);
        events.record(
                key,
                "publicationPostponed",
                Map.of("planned", planned.toString(), "before", before.toString(), "reason", reason.strip()));
    }
}
