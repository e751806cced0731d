package app.tomoni.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.IntegrationTest;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
class CalendarTest {

    @Autowired
    private Calendar calendar;

    @Test
    void anEmptyInstallationKnowsTheHolidaysOfThreeYears() {
        assertThat(calendar.knownUntil()).isAfterOrEqualTo(LocalDate.of(2028, 12, 31));
        assertThat(calendar.days()).containsKeys(LocalDate.of(2026, 9, 22), LocalDate.of(2028, 11, 23));
    }

    /** Article 2 of the Act on National Holidays, and the equinoxes by the Almanac Office's formula for 1980 to 2099. */
    @ParameterizedTest
    @ValueSource(ints = {2026, 2027, 2028})
    void theHolidaysThatComeAlongAreThoseOfTheAct(int year) {
        assertThat(calendar.of(year))
                .containsEntry(LocalDate.of(year, 1, 1), "元日")
                .containsEntry(monday(year, 1, 2), "成人の日")
                .containsEntry(LocalDate.of(year, 2, 11), "建国記念の日")
                .containsEntry(LocalDate.of(year, 2, 23), "天皇誕生日")
                .containsEntry(LocalDate.of(year, 3, equinox(20.8431, year)), "春分の日")
                .containsEntry(LocalDate.of(year, 4, 29), "昭和の日")
                .containsEntry(LocalDate.of(year, 5, 3), "憲法記念日")
                .containsEntry(LocalDate.of(year, 5, 4), "みどりの日")
                .containsEntry(LocalDate.of(year, 5, 5), "こどもの日")
                .containsEntry(monday(year, 7, 3), "海の日")
                .containsEntry(LocalDate.of(year, 8, 11), "山の日")
                .containsEntry(monday(year, 9, 3), "敬老の日")
                .containsEntry(LocalDate.of(year, 9, equinox(23.2488, year)), "秋分の日")
                .containsEntry(monday(year, 10, 2), "スポーツの日")
                .containsEntry(LocalDate.of(year, 11, 3), "文化の日")
                .containsEntry(LocalDate.of(year, 11, 23), "勤労感謝の日");
    }

    private static LocalDate monday(int year, int month, int which) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY));
    }

    private static int equinox(double base, int year) {
        return (int) (base + 0.242194 * (year - 1980) - Math.floorDiv(year - 1980, 4));
    }

    /** Article 3: a holiday on a Sunday moves to the next day that is none; a day between two holidays is one. */
    @ParameterizedTest
    @CsvSource({"2026, 18", "2027, 17", "2028, 16"})
    void substituteDaysAreThereAsWell(int year, int days) {
        var holidays = calendar.of(year);

        assertThat(holidays).hasSize(days);
        holidays.keySet().stream()
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
                .forEach(sunday -> {
                    var next = sunday.plusDays(1);
                    while (holidays.containsKey(next) && !"休日".equals(holidays.get(next))) {
                        next = next.plusDays(1);
                    }
                    assertThat(holidays).containsEntry(next, "休日");
                });
        holidays.keySet().forEach(day -> {
            if (holidays.containsKey(day.plusDays(2))) {
                assertThat(holidays.containsKey(day.plusDays(1))
                                || day.plusDays(1).getDayOfWeek() == DayOfWeek.SUNDAY)
                        .as(day + " and the day after next")
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    void theOfficesFileIsReadInEitherEncoding(String charset) {
        var file = "国民の祝日・休日月日,国民の祝日・休日名称\r\n2031/1/1,元日\r\n2031/1/13,成人の日\r\n".getBytes(Charset.forName(charset));

        var reading = calendar.read(file);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.days())
                .containsEntry(LocalDate.of(2031, 1, 13), "成人の日")
                .hasSize(2);
    }

    @Test
    void eachWrongLineIsNamedAndNothingChanges() {
        var file = "国民の祝日・休日月日,国民の祝日・休日名称\n2032/1/1,元日\n2032/2/30,ない日\n2032-01-01,元日\n1月5日,何か\n2032/3/3,\n0032/1/1,元日\n"
                .getBytes(StandardCharsets.UTF_8);

        var reading = calendar.read(file);

        assertThat(reading.problems())
                .extracting(Calendar.Problem::line, Calendar.Problem::messageKey)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3L, "account.holidays.day"),
                        org.assertj.core.groups.Tuple.tuple(4L, "account.holidays.twice"),
                        org.assertj.core.groups.Tuple.tuple(5L, "account.holidays.day"),
                        org.assertj.core.groups.Tuple.tuple(6L, "account.holidays.name"),
                        org.assertj.core.groups.Tuple.tuple(7L, "account.holidays.day"));
        assertThatThrownBy(() -> calendar.replace(reading)).isInstanceOf(Refusal.class);
        assertThat(calendar.of(2032)).isEmpty();
    }

    @Test
    void aYearInTheFileIsReplacedAsAWhole() {
        calendar.replace(calendar.read("2033/1/1,元日\n2033/2/11,建国記念の日\n".getBytes(StandardCharsets.UTF_8)));

        calendar.replace(calendar.read("2033/1/1,元日\n2033/4/29,昭和の日\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(calendar.of(2033).keySet()).containsExactly(LocalDate.of(2033, 1, 1), LocalDate.of(2033, 4, 29));
        calendar.replace(calendar.read("2033/1/1,元日\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @Transactional
    void aYearThatIsNotLoadedEndsWhatIsKnownUntilItIsLoadedAsWell() {
        var known = calendar.knownUntil();
        var missing = known.getYear() + 1;
        var days = new BusinessDays(calendar);

        load(missing + 1);
        assertThat(calendar.knownUntil()).isEqualTo(known);
        assertThatThrownBy(() -> days.plusBusinessDays(known.minusDays(3), 10)).hasMessageContaining("unknown");

        load(missing);
        assertThat(calendar.knownUntil()).isEqualTo(LocalDate.of(missing + 1, 12, 31));
        assertThat(days.plusBusinessDays(known.minusDays(3), 10)).hasYear(missing);
    }

    private void load(int year) {
        calendar.replace(calendar.read((year + "/1/1,元日\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        assertThatThrownBy(() -> calendar.read(new byte[0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> calendar.read(new byte[300_000])).hasMessageContaining("large");
        assertThatThrownBy(() -> calendar.read("これは休日の表ではありません".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> calendar.read("品名,値段\n1,200\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("format");
    }
}
