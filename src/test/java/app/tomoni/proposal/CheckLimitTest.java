package app.tomoni.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CheckLimitTest {

    private Instant now = Instant.parse("2026-10-31T08:00:00Z");

    private final CheckLimit limit = new CheckLimit(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void asksForPatienceAfterManyChecksInAMinute() {
        for (var i = 0; i < CheckLimit.A_MINUTE; i++) {
            assertThat(limit.allows("192.0.2.1")).isTrue();
        }

        assertThat(limit.allows("192.0.2.1")).isFalse();
        assertThat(limit.allows("192.0.2.2")).isTrue();
        now = now.plusSeconds(60);
        assertThat(limit.allows("192.0.2.1")).isTrue();
    }
}
