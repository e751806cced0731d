package app.tomoni.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2027/4/1, 2027-04-01",
        "2027-04-01, 2027-04-01",
        "2027.4.1, 2027-04-01",
        "20270401, 2027-04-01",
        "２０２７／４／１, 2027-04-01",
        "２０２７年４月１日（木）, 2027-04-01",
        "令和９年４月１日, 2027-04-01",
        "R9.4.1, 2027-04-01",
        "令和元年5月1日, 2019-05-01",
        "平成31年4月30日, 2019-04-30",
        "4/1, 2026-04-01",
        "４月１日, 2026-04-01",
        "2028/2/29, 2028-02-29"
    })
    void daysAreReadAsPeopleWriteThem(String typed, LocalDate day) {
        assertThat(JapaneseDates.read(typed, LocalDate.of(2026, 11, 21))).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "あした", "2027/2/29", "2027/13/1", "27/4/1", "平成32年4月1日", "2027/4", "20271301", "12"})
    void whatIsNoDayIsNotGuessed(String typed) {
        assertThat(JapaneseDates.read(typed, LocalDate.of(2026, 11, 21))).isEmpty();
    }
}
