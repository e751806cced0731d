package app.tomoni;

import app.tomoni.shared.JapaneseDates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The application's clock in tests: runs like the real one until a test moves or stops it. */
public class TestClock extends Clock {

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    private volatile Clock time = Clock.system(JapaneseDates.ZONE);

    /** Moves on; runs from there. */
    public void advance(Duration by) {
        time = Clock.offset(time, by);
    }

    /** Stands still at this instant. */
    public void stopAt(Instant instant) {
        time = Clock.fixed(instant, JapaneseDates.ZONE);
    }

    /** Stands still this much later. */
    public void advanceStopped(Duration by) {
        stopAt(instant().plus(by));
    }

    /** Runs with the real clock again. */
    public void reset() {
        time = Clock.system(JapaneseDates.ZONE);
    }

    @Override
    public ZoneId getZone() {
        return time.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return time.withZone(zone);
    }

    @Override
    public Instant instant() {
        return time.instant();
    }
}
