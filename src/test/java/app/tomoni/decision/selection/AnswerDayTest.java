package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.Deadline;
import app.tomoni.process.Audience;
import app.tomoni.process.DueDates;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.Proposal;
import app.tomoni.shared.Holidays;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens when the day for a group's answer has passed, and how it gets another one. */
class AnswerDayTest extends SelectionCase {

    private static final String REASON = "総会の日程を待つため";

    @Autowired
    private MoveAnswerDay answerDay;

    @Autowired
    private DueDates dates;

    @Autowired
    private Holidays holidays;

    @BeforeEach
    void theGroupsAreAsked() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        representatives.values().forEach(person -> people.giveMail(person, person + "@example.jp"));
        release();
        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
    }

    @Test
    void theSecretariatIsToldOfEachSilentGroupWhereItLooksAndTheGroupReadsWhomToTalkTo() {
        opener.look();
        assertThat(late()).as("the day is still to come").isEmpty();
        assertThat(selections()).contains("お返事を待っています（3件）。").doesNotContain("期限を過ぎた団体");
        give("P1", Answer.Kind.ACCEPTED);
        clock.stopAt(due("P3").plusSeconds(60));

        opener.look();
        opener.look();

        var asked = late();
        assertThat(asked)
                .as("each once")
                .extracting(OpenTask::number)
                .contains(number("P3"))
                .doesNotHaveDuplicates();
        assertThat(asked).extracting(OpenTask::number).doesNotContain(number("P1"));
        assertThat(asked).allSatisfy(row -> assertThat(row.dueAt()).isAfter(clock.instant()));
        assertThat(selections()).contains("お返事の期限を過ぎた提案が" + asked.size() + "件あります。");
        open("inbox?call=" + call);
        assertThat(text()).contains(proposed.get(proposals.get("P3")).title(), number("P3") + "・お返事の期限を過ぎた団体に連絡する・");
        openInbox("P3");
        assertThat(text()).contains("返事を記録する");
        assertThat($(Select.class).all())
                .as("whom it is about")
                .hasSize(3)
                .filteredOn(list ->
                        list.getValue() instanceof Proposal one && one.id().equals(proposals.get("P3")))
                .hasSize(2);
        answerPage("P3");
        assertThat(text())
                .contains(
                        "が過ぎています。いまからでもお返事いただけます。",
                        "事務局（" + told.of(proposals.get("P3")).orElseThrow().notice() + "）にご相談ください。",
                        "期日を過ぎています。");

        give("P3", Answer.Kind.ACCEPTED);

        assertThat(late()).extracting(OpenTask::number).doesNotContain(number("P3"));
        opener.look();
        assertThat(late()).hasSize(asked.size() - 1);
    }

    @Test
    void nobodyIsLateWhoseLetterOnPaperStillLiesHereAndFromItsPostingOnThereIsTheWholeTime() {
        var named = due("P3");
        clock.stopAt(named.plusSeconds(60));
        jdbc.sql("UPDATE letter SET delivery = 'PRINT', posted_at = NULL WHERE proposal_id = ?")
                .param(proposals.get("P3").value())
                .update();

        opener.look();

        assertThat(late()).extracting(OpenTask::number).doesNotContain(number("P3"));
        for (var audience : List.of(Audience.STAFF, Audience.APPLICANT)) {
            assertThat(statuses.of(key("P3"), audience, null, Locale.JAPANESE)).satisfies(status -> {
                assertThat(status.due()).as("city and group read the same").isNull();
                assertThat(status.now()).contains("別にお知らせする日").doesNotContain("過ぎて");
            });
        }
        answerPage("P3");
        assertThat(text()).contains("通知書をお送りした日から数えて").doesNotContain("過ぎて");
        open("proposals/" + proposals.get("P3") + "/result");
        assertThat(text()).contains("通知書をお送りした日から数えて").doesNotContain("過ぎて");
        assertRefused(open(LocalDate.now(clock).plusDays(60)), REASON, secretary, "decision.answerDay.unsent");
        assertThat(moves("P3")).as("no day was given").isZero();

        var posted = LocalDate.now(clock);
        post(letter -> letter.proposal().equals(proposals.get("P3")));
        settle();

        var due = wholeTimeFrom("P3", posted);
        assertThat(due).isAfter(named);
        assertThat(due("P3")).isEqualTo(due);
        assertThat(told.of(proposals.get("P3")).orElseThrow().answerBy()).isEqualTo(due);
        for (var audience : List.of(Audience.STAFF, Audience.APPLICANT)) {
            assertThat(statuses.of(key("P3"), audience, null, Locale.JAPANESE).due())
                    .isEqualTo(due);
        }
        assertThat(due("P1")).as("its letter left in time").isEqualTo(named);
        assertThat(moves("P3")).isEqualTo(1);
        assertThat(jdbc.sql("SELECT body FROM mail WHERE template = 'answer-day-moved' AND case_key = ?")
                        .param(proposals.get("P3").value())
                        .query(String.class)
                        .single())
                .contains(JapaneseDates.full(due, Locale.JAPANESE));
        signInAs(secretary);
        open("cases/" + proposals.get("P3") + "/events");
        assertThat(text())
                .contains(
                        "お返事の期限を決めずにおくことにしました",
                        "お返事の期限を" + JapaneseDates.full(due, Locale.JAPANESE) + "に延ばしました",
                        "理由：通知書を" + JapaneseDates.full(posted, Locale.JAPANESE) + "にお送りしたため");
        opener.look();
        assertThat(due("P3")).as("once").isEqualTo(due);
        assertThat(moves("P3")).isEqualTo(1);
        clock.stopAt(due.plusSeconds(60));
        opener.look();
        assertThat(late()).extracting(OpenTask::number).contains(number("P3"));
    }

    @Test
    void whoseLetterGoesOnPaperAfterAllIsNoLongerCalledLate() {
        clock.stopAt(due("P3").plusSeconds(60));
        opener.look();
        assertThat(late()).extracting(OpenTask::number).contains(number("P3"));
        jdbc.sql("UPDATE letter SET delivery = 'PRINT', posted_at = NULL, posted_on = NULL WHERE proposal_id = ?")
                .param(proposals.get("P3").value())
                .update();

        opener.look();

        assertThat(late()).extracting(OpenTask::number).doesNotContain(number("P3"));
    }

    @Test
    void whoWasGivenLongerThanTheLetterHasCostKeepsThat() {
        clock.stopAt(clock.instant());
        var later = open(JapaneseDates.day(due("P3")).plusDays(60));
        answerDay.move(proposals.get("P3"), later, REASON, secretary);
        var given = due("P3");
        jdbc.sql("UPDATE letter SET delivery = 'PRINT', posted_at = NULL WHERE proposal_id = ?")
                .param(proposals.get("P3").value())
                .update();
        pass(3);

        opener.look();
        assertThat(due("P3")).isEqualTo(given);
        post(letter -> letter.proposal().equals(proposals.get("P3")));
        settle();

        assertThat(due("P3")).isEqualTo(given);
        assertThat(moves("P3")).isEqualTo(1);
    }

    @Test
    void theSecretariatIsToldWhereNobodyKnowsTheHolidaysOfTheNextDays() {
        var last = holidays.knownUntil();
        clock.stopAt(last.atTime(23, 0).atZone(JapaneseDates.ZONE).toInstant());
        assertThatThrownBy(() -> businessDays.plusBusinessDays(last, 1)).isInstanceOf(Refusal.class);

        opener.look();

        assertThat(late())
                .extracting(OpenTask::number)
                .contains(number("P1"), number("P3"))
                .doesNotHaveDuplicates();
    }

    private long moves(String group) {
        return events.of(key(group)).stream()
                .filter(event -> event.kind().equals("answerDayMoved"))
                .count();
    }

    private Instant wholeTimeFrom(String group, LocalDate day) {
        return Objects.requireNonNull(dates.byCall(
                key(group),
                Deadline.ACCEPTANCE.key(),
                day.atStartOfDay(JapaneseDates.ZONE).toInstant()));
    }

    @Test
    void aGroupIsGivenAnotherDayWhichBothReadAndThatStaysOnRecord() {
        var before = due("P3");
        clock.stopAt(before.plusSeconds(60));
        opener.look();
        var next = open(LocalDate.now(clock).plusDays(7));
        signInAs(secretary);
        openInbox("P3");
        press("お返事の期限を延ばす");
        assertThat(text()).contains("「新しい期限の日」を入力してください。", "「期限を延ばす理由」を入力してください。");
        var on = $(DatePicker.class).withCaption("新しい期限の日").single();
        test(on).setValue(next);
        test($(TextArea.class).withCaption("期限を延ばす理由").single()).setValue(REASON);
        press("お返事の期限を延ばす");
        assertThat(text()).contains("お返事の期限を" + JapaneseDates.full(next, Locale.JAPANESE) + "に延ばしました。");
        settle();

        var due = next.atTime(before.atZone(JapaneseDates.ZONE).toLocalTime())
                .atZone(JapaneseDates.ZONE)
                .toInstant();
        var said = JapaneseDates.full(due, Locale.JAPANESE);
        assertThat(due("P3")).isEqualTo(due);
        assertThat(told.of(proposals.get("P3")).orElseThrow().answerBy()).isEqualTo(due);
        assertThat(late()).extracting(OpenTask::number).doesNotContain(number("P3"));
        assertThat(statuses.of(key("P3"), Audience.APPLICANT, representatives.get("P3"), Locale.JAPANESE)
                        .now())
                .contains("までに採択をお受けになるかのお返事")
                .doesNotContain("期日を過ぎています");
        answerPage("P3");
        assertThat(text()).doesNotContain("が過ぎています。");
        open("proposals/" + proposals.get("P3") + "/history");
        assertThat(text()).contains("お返事の期限を延ばしました").doesNotContain(REASON);
        assertThat(jdbc.sql("SELECT body FROM mail WHERE template = 'answer-day-moved' AND case_key = ?")
                        .param(proposals.get("P3").value())
                        .query(String.class)
                        .single())
                .contains(said)
                .doesNotContain(REASON, "採択");
        signInAs(secretary);
        open("cases/" + proposals.get("P3") + "/events");
        assertThat(text()).contains("お返事の期限を" + said + "に延ばしました", "理由：" + REASON, "事務局 一");
        clock.stopAt(due.plusSeconds(60));
        opener.look();
        assertThat(late())
                .as("the new day passes as well")
                .extracting(OpenTask::number)
                .contains(number("P3"));
    }

    @Test
    void anotherDayIsOneOnWhichTheCityIsOpenAndLaterThanTheOneBefore() {
        var day = JapaneseDates.day(due("P3"));
        var later = open(day.plusDays(7));
        assertRefused(null, REASON, secretary, "decision.answerDay.missing");
        assertRefused(day, REASON, secretary, "decision.answerDay.later");
        assertRefused(
                later.with(TemporalAdjusters.next(DayOfWeek.SATURDAY)), REASON, secretary, "decision.answerDay.closed");
        assertRefused(LocalDate.of(2099, 3, 3), REASON, secretary, "shared.holidays.unknown");
        assertRefused(later, " ", secretary, "decision.answerDay.reason");
        assertRefused(later, REASON, representatives.get("P3"), "decision.absent");
        clock.stopAt(due("P3").plus(Duration.ofDays(3)));
        assertRefused(LocalDate.now(clock), REASON, secretary, "decision.answerDay.later");
        give("P3", Answer.Kind.DECLINED);
        assertRefused(later, REASON, secretary, "decision.answer.given");
        assertThat(events.of(key("P3"))).noneMatch(event -> event.kind().equals("answerDayMoved"));
    }

    private void assertRefused(LocalDate on, String reason, PersonId by, String why) {
        assertThatThrownBy(() -> answerDay.move(proposals.get("P3"), on, reason, by))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(why));
    }

    private LocalDate open(LocalDate day) {
        return businessDays.rolledOn(day);
    }

    private Instant due(String group) {
        return cases.taskFor(representatives.get(group), key(group), "answerResult")
                .map(OpenTask::dueAt)
                .map(Objects::requireNonNull)
                .orElseThrow();
    }

    private String number(String group) {
        return proposed.get(proposals.get(group)).number().orElseThrow();
    }

    private List<OpenTask> late() {
        assertThat(waiting(holder("部外 一", Office.AUDITOR, null), "lateAnswer")).isEmpty();
        return waiting(secretary, "lateAnswer");
    }

    private OpenTask to(String group) {
        return late().stream()
                .filter(row -> number(group).equals(row.number()))
                .findFirst()
                .orElseThrow();
    }

    /** A browser keeps the part of an address that names a place on the page to itself. */
    private void openInbox(String group) {
        open(to(group).address().split("#", 2)[0]);
    }

    private String selections() {
        signInAs(secretary);
        open("selections");
        return text();
    }

    private void answerPage(String group) {
        signInAs(representatives.get(group));
        open("tasks/answerResult/"
                + cases.taskFor(representatives.get(group), key(group), "answerResult")
                        .orElseThrow()
                        .id());
    }
}
