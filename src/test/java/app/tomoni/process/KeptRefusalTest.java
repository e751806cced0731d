package app.tomoni.process;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.shared.Refusal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeptRefusalTest {

    @Test
    void aRefusalIsReadAsItWasWrittenWhateverStandsAroundIt() {
        var day = LocalDate.of(2032, 1, 5);
        var at = Instant.parse("2031-12-31T03:00:00Z");
        var refusal = new Refusal("shared.holidays.unknown", day, at, Date.valueOf(day), 3L, "「\"二\"」");

        var read = KeptRefusal.read(KeptRefusal.of(new IllegalStateException("around", refusal))
                        .getMessage())
                .orElseThrow();

        assertThat(read.messageKey()).isEqualTo(refusal.messageKey());
        assertThat(read.arguments().subList(0, 2)).containsExactly(day, at);
        assertThat(new java.text.MessageFormat("{0} {1} {2,date} {3} {4}", Locale.JAPANESE)
                        .format(read.arguments(Locale.JAPANESE)))
                .isEqualTo(new java.text.MessageFormat("{0} {1} {2,date} {3} {4}", Locale.JAPANESE)
                        .format(refusal.arguments(Locale.JAPANESE)));
    }

    @Test
    void anyOtherFailureIsRecordedAsItIs() {
        var failure = new IllegalStateException("{\"refusal\"");

        assertThat(KeptRefusal.of(failure)).isSameAs(failure);
        assertThat(KeptRefusal.read(failure.getMessage())).isEmpty();
        assertThat(KeptRefusal.read("broke")).isEmpty();
        assertThat(KeptRefusal.read(null)).isEmpty();
    }
}
