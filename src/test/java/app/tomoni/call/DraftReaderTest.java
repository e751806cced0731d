package app.tomoni.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import app.tomoni.account.PersonId;
import app.tomoni.process.DueDates;
import app.tomoni.scoring.Rule;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DraftReaderTest {

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTemplateBecomesAGuidelineOnceTitleAndDatesAreThere(Template template) {
        var reading = DraftReader.read(CallSamples.complete(template, "募集", "事務局", CallSamples.DATES));

        assertThat(reading.problems()).isEmpty();
        var guideline = reading.guideline();
        assertThat(guideline).isNotNull();
        assertThat(guideline.maxPoints()).isEqualTo(100);
        assertThat(Rule.parse(guideline.ruleJson()).criteria())
                .hasSize(guideline.criteria().size());
        assertThat(guideline.deadlines()).hasSize(Deadline.values().length);
    }

    @Test
    void aTemplateByItselfOnlyLacksWhatDiffersFromYearToYear() {
        assertThat(DraftReader.read(Template.LEVELS.draft()).problems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder(
                        "/title",
                        "/year",
                        "/contact",
                        "/opensOn",
                        "/closesOn",
                        "/publicationOn",
                        "/projectFrom",
                        "/projectTo");
    }

    @ParameterizedTest
    @CsvSource({
        "/title, '', call.problem.required",
        "/year, 8, call.problem.year",
        "/opensTime, 25:00, call.problem.time",
        "/closesOn, 2026-05-01, call.problem.closesBeforeOpening",
        "/publicationOn, 2026-06-01, call.problem.publicationBeforeClosing",
        "/projectTo, 2026-01-01, call.problem.projectEndsBeforeStart",
        "/meetingOn, 2026-06-15, call.problem.meetingBeforeClosing",
        "/criteria/0/levels/2/text, '', call.problem.required",
        "/criteria/0/comment, SOMETIMES, call.problem.choose",
        "/criteria/0/levels/0/points, 19, call.problem.bestLevel",
        "/criteria/0/levels/1/points, 20, call.problem.levelPoints",
        "/criteria/1/name, 課題の把握, call.problem.sameName",
        "/money/ceiling, 三百円, call.problem.number",
        "/money/ceiling, 9000000, call.problem.ceiling",
        "/money/rateNumerator, 6, call.problem.rate",
        "/money/budget, '', call.problem.budgetMissing",
        "/deadlines/review/amount, 0, call.problem.number",
        "/deadlines/review/unit, '', call.problem.choose",
        "/ranking/method, SUM, call.problem.sumNeedsFill",
        "/ranking/ties/0/criterion, gone, call.problem.tieCriterion",
        "/ranking/ties/0/by, CHAIR, call.problem.peopleLast",
        "/quorum, -1, call.problem.number"
    })
    void whatIsWrongIsSaidAtItsPlace(String place, String typed, String key) {
        var draft = CallSamples.draft();
        draft.put(place, typed);

        var reading = DraftReader.read(draft);

        assertThat(reading.guideline()).isNull();
        assertThat(reading.problems()).extracting(Problem::messageKey).contains(key);
    }

    @Test
    void bandsMustCoverEveryPointOnce() {
        var draft = CallSamples.complete(Template.POINTS, "募集", "事務局", CallSamples.DATES);
        draft.put("/criteria/0/bands/1/to", "38");
        assertThat(DraftReader.read(draft).problems())
                .containsExactly(Problem.of("/criteria/0/bands/1/to", "call.problem.bandGap", 39));

        draft.put("/criteria/0/bands/1/to", "39");
        draft.put("/criteria/0/bands/3/from", "1");
        assertThat(DraftReader.read(draft).problems())
                .extracting(Problem::messageKey)
                .containsExactly("call.problem.lowestBand");
    }

    @Test
    void fullWidthDigitsAndTheWaysToWriteATimeAreTaken() {
        var draft = CallSamples.draft();
        draft.put("/money/ceiling", "３００，０００円");
        draft.put("/closesTime", "１７時１５分");

        var guideline = DraftReader.read(draft).guideline();

        assertThat(guideline).isNotNull();
        assertThat(guideline.money().ceiling().amount()).isEqualTo(300_000);
        assertThat(guideline
                        .closesAt()
                        .atZone(app.tomoni.shared.JapaneseDates.ZONE)
                        .toLocalTime())
                .isEqualTo(LocalTime.of(17, 15));
    }

    @Test
    void aDeadlineBeyondTheKnownHolidaysIsFoundBeforeTheCallIsPutForward() {
        var known = new app.tomoni.shared.Holidays() {
            @Override
            public Map<LocalDate, String> days() {
                return Map.of();
            }

            @Override
            public LocalDate knownUntil() {
                return LocalDate.of(2026, 7, 31);
            }
        };
        var days = timetable(known).of(CallSamples.draft());

        assertThat(days.problems()).extracting(Problem::messageKey).contains("call.problem.beyondHolidays");
        assertThat(days.stops()).extracting(Timetable.Stop::key).contains("opens", "closes", "formalCheck", "review");
    }

    private static final ProgressOfCall NOTHING_DONE = new ProgressOfCall() {

        @Override
        public Progress of(CallId call) {
            return Progress.NONE;
        }

        @Override
        public boolean isEmpty(CallId call) {
            return true;
        }
    };

    private static Timetable timetable(app.tomoni.shared.Holidays known) {
        return new Timetable(known, mock(DueDates.class), NOTHING_DONE, Clock.systemUTC());
    }

    @Test
    void aCallIsNotExtendedToWhereItsDeadlinesCannotBeCounted() {
        var yearsEnd = LocalDate.of(2026, 12, 31);
        var timetable = timetable(new app.tomoni.shared.Holidays() {
            @Override
            public Map<LocalDate, String> days() {
                return Map.of();
            }

            @Override
            public LocalDate knownUntil() {
                return yearsEnd;
            }
        });
        var person = new PersonId(UUID.randomUUID());
        var call = CallSamples.approved(person, new PersonId(UUID.randomUUID()));
        var tenDays = CallSamples.CLOSES.plus(Duration.ofDays(10));
        var fiveMonths = CallSamples.CLOSES.plus(Duration.ofDays(153));

        timetable.requireRoom(call, tenDays, call.publicationAt());
        assertThatThrownBy(() -> timetable.requireRoom(call, fiveMonths, call.publicationAt()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo("call.extend.holidays");
                    assertThat(refusal.arguments()).containsExactly(yearsEnd);
                });
    }

    @Test
    void theCalendarCountsBusinessDaysAndKeepsThreeOfThemBetweenLettersAndPublication() {
        var known = new app.tomoni.shared.Holidays() {
            @Override
            public Map<LocalDate, String> days() {
                return Map.of(LocalDate.of(2026, 7, 20), "海の日");
            }

            @Override
            public LocalDate knownUntil() {
                return LocalDate.of(2027, 12, 31);
            }
        };
        var timetable = timetable(known);
        var draft = CallSamples.draft();

        // closing on 30 June, then 5 business days, 3 weeks, 5, 3, 5 and 3 business days
        assertThat(timetable.of(draft).stops().stream()
                        .filter(Timetable.Stop::planned)
                        .map(stop ->
                                app.tomoni.shared.JapaneseDates.day(stop.at()).toString()))
                .startsWith("2026-07-07", "2026-07-28", "2026-08-04", "2026-08-07", "2026-08-14", "2026-08-19");
        assertThat(timetable.of(draft).problems()).isEmpty();

        draft.put("/publicationOn", "2026-08-21");
        assertThat(timetable.of(draft).problems())
                .containsExactly(
                        Problem.of("/publicationOn", "call.problem.publicationTooEarly", 3, LocalDate.of(2026, 8, 24)));
    }

    @Test
    void aCalendarFileFoldsLongLinesBetweenCharacters() {
        var file = new String(
                CalendarFile.write(
                        "募集",
                        java.util.List.of(
                                new CalendarFile.Entry("a-1", CallSamples.OPENS, "長い名前、".repeat(20) + "終わり;")),
                        CallSamples.BEFORE),
                java.nio.charset.StandardCharsets.UTF_8);

        assertThat(file.split("\r\n", -1))
                .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", "")).contains("終わり\\;").contains("DTSTART:20260601T000000Z");
    }
}
