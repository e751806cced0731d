package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import app.tomoni.decision.ResultsPublished;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what the process has let go, not before the time that was confirmed. */
@Component
@Transactional
public class Publisher {

    private final Publications publications;
    private final PublicationDay day;
    private final CaseEvents events;
    private final Clock clock;

    Publisher(Publications publications, PublicationDay day, CaseEvents events, Clock clock) {
        this.publications = publications;
        this.day = day;
        this.events = events;
        this.clock = clock;
    }

    /** The process has come to the publication; it happens now, or when its time comes. */
    void allow(CallId call) {
        day.keep(call);
        var publication = publications.findById(call.value()).orElseThrow();
        publication.allow(clock.instant());
        publications.save(publication);
    }

    /** The calls whose results are still to be published. */
    @Transactional(readOnly = true)
    List<CallId> waiting() {
        return publications.findByPublishedAtIsNull().stream()
                .map(Publication::call)
                .toList();
    }

    /** The day that everybody reads follows the letters. */
    void keepDay(CallId call) {
        day.keep(call);
    }

    void publishWhatIsDue() {
        for (var publication : publications.findByAllowedAtIsNotNullAndPublishedAtIsNull()) {
            publication.publish(clock.instant());
            publications.save(publication);
        }
    }

    @EventListener
    void published(ResultsPublished event) {
        events.record(new CaseKey(event.call().value()), "resultsPublished", Map.of());
    }
}
