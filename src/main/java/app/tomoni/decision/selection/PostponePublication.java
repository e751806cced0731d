package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Deadline;
import app.tomoni.decision.PublicationPostponed;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat puts off a publication that has been confirmed: letters came back, or something is to be looked at again. */
@Component
@Transactional
public class PostponePublication {

    private final Publications publications;
    private final DecisionRegister decisions;
    private final Cases cases;
    private final CaseEvents events;
    private final Offices offices;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    PostponePublication(
            Publications publications,
            DecisionRegister decisions,
            Cases cases,
            CaseEvents events,
            Offices offices,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.publications = publications;
        this.decisions = decisions;
        this.cases = cases;
        this.events = events;
        this.offices = offices;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** When the results of the call are to be published; none before that is confirmed, and none afterwards. */
    @Transactional(readOnly = true)
    public Optional<Instant> planned(CallId call) {
        return publications.waiting(call.value()).map(Publication::plannedAt);
    }

    /**
     * Everybody reads the new time from now on; groups that have been told the older one are told this one too.
     *
     * @throws Refusal when the results are published already, the new time is not later than the one before, or the
     *     reason is missing
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
        publications.save(publication);
        cases.setDate(key, Deadline.PUBLICATION, planned);
        cases.deadlinesChanged(call.value());
        events.record(
                key,
                "publicationPostponed",
                Map.of("planned", planned.toString(), "before", before.toString(), "reason", reason.strip()));
        decisions.standing(call.value()).orElseThrow().lines().stream()
                .filter(line -> line.releasedAt().isPresent())
                .forEach(line -> listeners.publishEvent(new PublicationPostponed(line.proposal(), call, planned)));
    }
}
