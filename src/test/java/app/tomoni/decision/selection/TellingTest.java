package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.account.PersonId;
import app.tomoni.call.Calls;
import app.tomoni.call.Deadline;
import app.tomoni.call.Timetable;
import app.tomoni.scoring.ScoredProposal.Status;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is written and published about a decision, by when, and who hears of the answers. */
class TellingTest extends SelectionCase {

    @Autowired
    private Offers offers;

    @Autowired
    private Timetable timetable;

    @Autowired
    private Calls calls;

    private void approvedFor(String wording) {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        var task = task(secretary, "draftDecision");
        draft.write(task, draftText(), text(wording, Samples.letterhead()), secretary);
        submitDraft(task);
        approve.approve(task(head, "approveDecision"), head);
        settle();
    }

    private void withdraw(String group) {
        sample.now(group, Status.WITHDRAWN_LATE);
        withdraw.withdraw(proposals.get(group), "", representatives.get(group));
        settle();
    }

    private void publish() {
        var planned = planned();
        engine.passTo(planned.plusSeconds(1));
        clock.stopAt(planned.plusSeconds(1));
        publisher.publishWhatIsDue();
        settle();
    }

    private String confirmation() {
        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        return text();
    }

    private static void refused(String key, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    @Test
    void wordsThatNameWhoHasWithdrawnAreCorrectedForThePublicAndStayInTheDecision() {
        var approved = "Ｐ４を次点の第2位とするほかは、別紙のとおり決定する。";
        approvedFor(approved);
        assertThat(confirmation()).doesNotContain("公表する文");

        withdraw("P4");

        press("通知を送り、公表の日時を決める");
        assertThat($(Dialog.class).all()).as("nothing is asked").isEmpty();
        assertThat(text())
                .as("it was withdrawn while somebody looked at the page")
                .contains("取り下げられた提案（P4）");
        var words = $(TextArea.class).withCaption("公表する文").single();
        assertThat(words.getValue()).isEqualTo(approved);
        test(words).setValue("別紙のとおり決定する。𠮷");
        assertThat(text()).contains("別紙のとおり決定する。𠮷");
        press("通知を送り、公表の日時を決める");
        press("この内容で送る");
        settle();
        publish();

        assertThat(results.of(call).orElseThrow().decision()).isEqualTo("別紙のとおり決定する。𠮷");
        assertThat(decisions.standing(call.value()).orElseThrow().text().wording())
                .isEqualTo(approved);
        open("cases/" + call + "/events");
        assertThat(text()).contains("公表する文を、決定の文から直しました", "公表する文：別紙のとおり決定する。𠮷");
    }

    @Test
    void theWordsOfADecisionArePublishedVerbatimWhereTheyNameNobodyWhoWithdrew() {
        approvedFor("P44を除き、P1ほかを採択する。");
        withdraw("P4");
        var task = task(secretary, "confirmPublication");

        assertThat(confirmation()).doesNotContain("公表する文");
        publication.confirm(task, planned(), "ほかの文", finds(), secretary);
        settle();
        publish();

        assertThat(results.of(call).orElseThrow().decision()).isEqualTo("P44を除き、P1ほかを採択する。");
    }

    @Test
    void lettersLeaveOnTheDayOfTheirDate() {
        approvedFor("別紙のとおり決定する。");
        var today = LocalDate.now(clock);
        var saturday = today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        confirmation();
        var dated = $(DatePicker.class).withCaption("通知書の日付").single();
        test(dated).setValue(today.minusDays(1));
        assertThat(dated.isInvalid()).isTrue();
        assertThat(dated.getErrorMessage()).contains("今日以降の日付");
        press("日付を入れ直す");
        assertThat(text()).contains("今日以降の日付を入れてください");
        assertThat(letters.ofCall(call.value())).extracting(Letter::dated).containsOnly(today);

        dated = $(DatePicker.class).withCaption("通知書の日付").single();
        test(dated).setValue(saturday);
        assertThat(dated.isInvalid()).isFalse();
        assertThat(dated.getHelperText())
                .contains(JapaneseDates.full(saturday, Locale.JAPANESE) + "になってから送れます", "市役所が休みの日です");
        press("日付を入れ直す");
        assertThat(letters.ofCall(call.value())).extracting(Letter::dated).containsOnly(saturday);
        refused("decision.publication.dated.ahead", this::confirm);
        test($(DatePicker.class).withCaption("公表の日").single()).setValue(saturday.plusWeeks(2));
        assertThat($(DatePicker.class).withCaption("公表の日").single().getHelperText())
                .contains("市役所が休みの日です");

        clock.advance(Duration.between(
                clock.instant(),
                saturday.atTime(LocalTime.NOON).atZone(JapaneseDates.ZONE).toInstant()));
        confirm();
        open("cases/" + call + "/events");
        assertThat(text()).contains("通知書の日付を" + JapaneseDates.full(saturday, Locale.JAPANESE) + "に入れ直しました");
    }

    @Test
    void lettersDatedOnAClosedDayLeaveOnlyWhereThatIsMeant() {
        approvedFor("別紙のとおり決定する。");
        var saturday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        clock.advance(Duration.between(
                clock.instant(),
                saturday.atTime(LocalTime.NOON).atZone(JapaneseDates.ZONE).toInstant()));
        publication.date(task(secretary, "confirmPublication"), saturday, secretary);
        confirmation();
        assertThat($(DatePicker.class).withCaption("通知書の日付").single().getValue())
                .isEqualTo(businessDays.rolledOn(saturday));

        press("通知を送り、公表の日時を決める");
        assertThat(letters.ofCall(call.value()))
                .allMatch(letter -> letter.queuedAt().isEmpty());

        var meant = $(Checkbox.class)
                .withPropertyValue(
                        Checkbox::getLabel, "休みの日の日付（" + JapaneseDates.full(saturday, Locale.JAPANESE) + "）のまま送る")
                .single();
        assertThat(meant.getErrorMessage()).contains("市役所の休みの日になっています");
        test(meant).click();
        press("通知を送り、公表の日時を決める");
        press("この内容で送る");
        assertThat(letters.ofCall(call.value()))
                .filteredOn(letter -> letter.kind() == Letter.Kind.RESULT)
                .allMatch(letter -> letter.queuedAt().isPresent());
    }

    @Test
    void everyAnswerReachesTheSecretariatAndTheGroupReadsWhatFollows() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        people.giveMail(secretary, "secretary@example.jp");
        release();
        var representative = representatives.get("P1");
        signInAs(representative);
        open("tasks/answerResult/"
                + cases.taskFor(representative, key("P1"), "answerResult")
                        .orElseThrow()
                        .id());

        press("採択を辞退する");
        assertThat(answer.given(call)).as("it asks first").isEmpty();
        press("返事をせずに閉じる");
        press("採択を辞退する");
        press("辞退すると返事をする");
        assertThat(text()).contains("お返事は事務局に届きました。", "これで終わりです。").doesNotContain("ご連絡します");
        settle();
        give("P3", Answer.Kind.ACCEPTED);

        assertThat(mails(secretary, "answer-received")).hasSize(2);
    }

    private String read(String group, String page) {
        signInAs(representatives.get(group));
        open("proposals/" + proposals.get(group) + page);
        return text();
    }

    @Test
    void aGroupReadsBeforeThePublicationWhatItsLettersSay() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();
        assertThat(read("P5", "/result")).contains("評価点は150点、順位は5位です。");
        assertThat(read("P1", "/result")).doesNotContain("評価点は");
        var first = letters.ofProposal(proposals.get("P2").value()).getFirst().documentNumber();
        assertThat(read("P2", "/result")).contains("先にお送りした通知書（" + first + "）");
        assertThat(read("P5", "/result")).doesNotContain("先にお送りした通知書");

        assertThat(read("P2", "/history")).contains("市の決定の結果をお知らせしました", "次点からの採択のご案内をしました");
        assertThat(read("P5", "/history")).doesNotContain("採択のご案内をしました");
    }

    @Test
    void anAnswerStaysInSightWhereTheGroupWasAskedForIt() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();
        assertThat(read("P1", "/result")).contains("ご提案を採択することに決まりました");
        give("P1", Answer.Kind.DECLINED);
        give("P3", Answer.Kind.ACCEPTED);

        assertThat(read("P1", "/result"))
                .contains("採択のご辞退を承りました", "これで終わりです")
                .doesNotContain("採択することに決まりました", "一緒に進めていきます");
        assertThat(read("P3", "/result")).contains("採択をお受けいただきました").doesNotContain("採択することに決まりました");
        assertThat(read("P3", "")).contains("結果への回答");
        assertThat(read("P1", "")).contains("終了\n採択のご辞退を承りました。");
        open("proposals");
        assertThat(text()).contains("終了\n採択のご辞退を承りました。", "いま、していただくことはありません。").doesNotContain("いま\n採択のご辞退");
    }

    @Test
    void theLatestThatAGroupWasToldStandsBesideItsWork() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();
        listeners.haveHeard();

        for (var group : List.of("P1", "P2", "P5")) {
            signInAs(representatives.get(group));
            open("proposals");
            var beside = $(Aside.class).single();
            assertThat(beside.getElement().getTextRecursively())
                    .as(group)
                    .contains("お知らせ", "未読", "審査についてお知らせがあります", "すべて見る");
            assertThat($(ListItem.class, beside).all()).as(group).hasSize(3);
        }
    }

    @Test
    void theCalendarOfTheCallShowsTheDayThatTheLettersNameForTheAnswer() {
        approvedFor("別紙のとおり決定する。");
        var worked = answersBy();
        confirm();
        settle();

        assertThat(answersBy())
                .isBefore(worked)
                .isEqualTo(told.of(proposals.get("P1")).orElseThrow().answerBy());
    }

    private Instant answersBy() {
        return timetable.of(calls.get(call)).stops().stream()
                .filter(stop -> stop.key().equals(Deadline.ACCEPTANCE.key()))
                .findFirst()
                .orElseThrow()
                .at();
    }

    @Test
    void theLetterOfAnOfferIsDueTwoOpenDaysAfterTheOffer() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();

        var made = JapaneseDates.day(offers.findByProposalId(proposals.get("P2").value())
                .orElseThrow()
                .madeAt());
        assertThat(waiting(secretary, "sendOffer")).singleElement().satisfies(task -> {
            var due = task.dueAt();
            assertThat(due).isNotNull();
            assertThat(businessDays.between(made, JapaneseDates.day(due))).isEqualTo(2);
        });
    }

    private List<String> mails(PersonId person, String template) {
        return jdbc.sql("SELECT body FROM mail WHERE person_id = ? AND template = ?")
                .params(person.value(), template)
                .query(String.class)
                .list();
    }

    @Test
    void aCallOfWhichAllWithdrewBeforeTheyWereToldEndsWithAPageThatSaysSo() {
        approvedFor("別紙のとおり決定する。");
        for (var group : List.of("P1", "P2", "P3", "P4", "P5")) {
            withdraw(group);
        }
        assertThat(task(secretary, "confirmPublication")).isNotNull();
        confirmation();

        press("通知を送り、公表の日時を決める");
        press("この内容で送る");
        settle();
        publish();

        assertEnded();
        assertThat(letters.ofCall(call.value())).isEmpty();
        assertThat(results.of(call).orElseThrow().lines()).hasSize(5).allMatch(line -> line.withdrawn());
    }

    @Test
    void whereTheOnlyAdoptedOnesWithdrewBeforeTheyWereToldRunnersUpMoveUp() {
        approvedFor("別紙のとおり決定する。");
        withdraw("P1");
        withdraw("P3");

        confirm();
        settle();

        assertThat(offers.findByCallId(call.value()))
                .extracting(Offer::proposal)
                .containsExactlyInAnyOrder(proposals.get("P2"), proposals.get("P4"), proposals.get("P5"));
        for (var group : List.of("P2", "P4", "P5")) {
            give(group, Answer.Kind.DECLINED);
        }
        publish();
        post(letter -> true);
        assertEnded();
    }

    /** Published, and nothing of it waits for anybody. */
    private void assertEnded() {
        assertThat(cases.hasEnded(key(call))).isTrue();
        assertThat(results.of(call)).isPresent();
        proposals.values().forEach(id -> assertThat(cases.hasEnded(key(id))).isTrue());
        assertThat(jdbc.sql("SELECT kind FROM open_task WHERE call_id = ?")
                        .param(call.value())
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
