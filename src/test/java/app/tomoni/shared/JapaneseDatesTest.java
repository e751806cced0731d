package app.tomoni.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
    @CsvSource({
        "2019-05-01, 令和元年5月1日（水）",
        "1873-01-01, 明治6年1月1日（水）",
        "1872-12-31, 1872年12月31日（火）",
        "0026-12-01, 26年12月1日（火）",
        "-0001-01-01, -1年1月1日（金）",
        "+12026-12-01, 令和10008年12月1日（火）"
    })
    void whateverDayStandsSomewhereCanBeShown(LocalDate day, String shown) {
        assertThat(JapaneseDates.full(day, Locale.JAPAN)).isEqualTo(shown);
        assertThat(JapaneseDates.full(day.atStartOfDay(JapaneseDates.ZONE).toInstant(), Locale.JAPAN))
                .startsWith(shown);
        assertThat(JapaneseDates.full(day, Locale.UK)).isNotEmpty();
    }

    @Test
    void anEnglishDayHasAMonthOfThreeLettersAndStaysOnOneLine() {
        assertThat(IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> JapaneseDates.brief(LocalDate.of(2026, month, 1), Locale.UK)))
                .allMatch(day -> day.matches("[A-Z][a-z]{2}\u00a01\u00a0[A-Z][a-z]{2}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0026-12-01", "1899-12-31", "2101-01-01", "2026-02-30", "", "12/1"})
    void whatNobodyCanMeanIsNoDayOfAField(String text) {
        assertThat(JapaneseDates.kept(text)).isEmpty();
        assertThat(JapaneseDates.kept("1900-01-01")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "あした", "2027/2/29", "2027/13/1", "27/4/1", "平成32年4月1日", "2027/4", "20271301", "12"})
    void whatIsNoDayIsNotGuessed(String typed) {
        assertThat(JapaneseDates.read(typed, LocalDate.of(2026, 11, 21))).isEmpty();
    }
}
