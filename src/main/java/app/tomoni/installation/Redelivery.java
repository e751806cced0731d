package app.tomoni.installation;

import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells listeners again what they failed to take: an event is not lost because somebody stumbled over it once. */
@Component
class Redelivery {

    private final FailedEventPublications failed;

    Redelivery(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void again() {
        failed.resubmit(ResubmissionOptions.defaults());
    }
}
