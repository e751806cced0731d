package app.tomoni.demo;

import app.tomoni.shared.JapaneseDates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The real clock, but for the moments in which the demo's past is written. */
@Component
@Primary
@ConditionalOnProperty("tomoni.demo")
class DemoClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    void goTo(Instant instant) {
        offset = Duration.between(Instant.now(), instant);
    }

    void comeBack() {
        offset = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return JapaneseDates.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }
}
