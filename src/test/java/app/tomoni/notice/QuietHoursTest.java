package app.tomoni.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "2026-06-19T12:00, 2026-06-19T12:00",
        "2026-06-19T20:59:59, 2026-06-19T20:59:59",
        "2026-06-19T21:00, 2026-06-20T08:00",
        "2026-06-19T23:59, 2026-06-20T08:00",
        "2026-06-20T00:00, 2026-06-20T08:00",
        "2026-06-20T07:59:59, 2026-06-20T08:00",
        "2026-06-20T08:00, 2026-06-20T08:00",
        "2026-12-31T22:00, 2027-01-01T08:00",
    })
    void whatCanWaitArrivesInTheMorning(String due, String sent) {
        assertThat(new QuietHours().after(at(due))).isEqualTo(at(sent));
    }

    private static Instant at(String local) {
        return ZonedDateTime.parse((local.length() == 16 ? local + ":00" : local) + "+09:00[Asia/Tokyo]")
                .toInstant();
    }
}
