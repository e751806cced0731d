package app.tomoni.decision.selection;

import app.tomoni.call.CallId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what the process has let go, not before the time that was confirmed. */
@Component
@Transactional
public class Publisher {

    private final Publications publications;
    private final Clock clock;

    Publisher(Publications publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
    }

    /** The process has come to the publication; it happens now, or when its time comes. */
    void allow(CallId call) {
        var publication = publications.findById(call.value()).orElseThrow();
        publication.allow(clock.instant());
        publications.save(publication);
    }

    void publishWhatIsDue() {
        for (var publication : publications.findByAllowedAtIsNotNullAndPublishedAtIsNull()) {
            publication.publish(clock.instant());
            publications.save(publication);
        }
    }
}
