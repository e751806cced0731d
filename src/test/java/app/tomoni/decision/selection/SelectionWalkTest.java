package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.account.PersonId;
import app.tomoni.decision.Outcome;
import app.tomoni.process.OpenTask;
import app.tomoni.scoring.ScoredProposal;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ways through a selection that are seldom taken, from page to page as those go who act. */
class SelectionWalkTest extends SelectionCase {

    private static final String WHY_FIRST = "審査委員会の理由：地域の広がりが大きいため";

    @Test
    void belowTheQuorumTheChairAsksIsRefusedAsksAgainAndTheCityPublishesWhyItWentOn() {
        enter(Samples.komoro().reviewers(2), "P1", "P2", "P3", "P4", "P5");
        sample.asking(3, 1);
        close();
        board();
        test($(DatePicker.class).withCaption("会議の日").single()).setValue(LocalDate.now(clock));
        attend(2);
        assertThat(text()).contains("定足数 3人・出席 2人", "定足数に足りません");
        press("推薦案を提出する");
        assertThat(text()).contains("出席した委員が2人で、定足数の3人に足りません。");
        press("確認をお願いする");
        assertThat(area("例外として進める理由").getErrorMessage()).isEqualTo("「例外として進める理由」を入力してください。");
        area("例外として進める理由").setValue("大雪のため");
        press("確認をお願いする");
        assertThat(text()).contains("確認を待っています。", "事務局または職務代理者が、定足数や採点の数が足りないまま進める理由を確かめます");

        request(secretary);
        assertThat(text()).contains("大雪のため", "定足数 3人・出席 2人", "審査 帆、審査 藍", "1人分");
        area("戻す理由").setValue("翌週に集まれないか、お確かめください。");
        press("確認せずに戻す");
        assertThat(text()).contains("確認せずに戻しました。", "委員長が").doesNotContain("大雪のため");

        board();
        assertThat(text()).contains("確認できませんでした。理由：翌週に集まれないか、お確かめください。");
        press("推薦案を提出する");
        assertThat(cases.waitsAt(key(call), "draftDecision")).isFalse();
        area("例外として進める理由").setValue("翌週も全員はそろわないため");
        press("確認をお願いする");
        request(secretary);
        press("例外として進めることを確認する");
        assertThat(text()).contains("例外として進めることを確認しました。");

        board();
        assertThat(text()).contains("事務局 一に確認を受けました。");
        attend(1);
        assertThat(text()).contains("確認を受けた後に、出席または採点の数が減りました。");
        assertThat(area("例外として進める理由").getValue()).isEqualTo("翌週も全員はそろわないため");
        attend(2);
        press("確認をお願いする");
        request(secretary);
        press("例外として進めることを確認する");
        board();
        press("推薦案を提出する");
        press("この内容で提出する");
        assertThat(text()).contains("推薦案を提出しました。", "この募集の選考のページへ");
        assertThat(waiting(secretary, "agreeToException")).isEmpty();
        draft();
        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        assertThat(text()).contains("例外として進めた理由：翌週も全員はそろわないため", "委員3人中2人出席");
        tell();
        publish();
        assertThat(new app.tomoni.Browser(port).get("/results/" + call).body())
                .contains("翌週も全員はそろわないため")
                .doesNotContain("大雪のため");
    }

    @Test
    void whoseAttendanceIsCompletedNeedsNoExceptionAndItsReasonIsPublishedNowhere() {
        enter(Samples.komoro().reviewers(2), "P1", "P2", "P3", "P4", "P5");
        sample.asking(2, 1);
        close();
        board();
        test($(DatePicker.class).withCaption("会議の日").single()).setValue(LocalDate.now(clock));
        attend(1);
        area("例外として進める理由").setValue("大雪のため");
        press("確認をお願いする");
        assertThat(waiting(secretary, "agreeToException")).hasSize(1);

        attend(2);
        press("推薦案を提出する");
        press("この内容で提出する");

        assertThat(text()).contains("推薦案を提出しました。");
        assertThat(waiting(secretary, "agreeToException")).isEmpty();
        assertThat(recommendations.findByCallId(call.value()).orElseThrow().exceptionReason())
                .isEmpty();
        signInAs(secretary);
        open("selections/" + call);
        assertThat(text()).doesNotContain("大雪のため");
    }

    @Test
    void aTieAtTheLineOfTheBudgetIsSettledOnTheBoardAndReadInTheResult() {
        enter(Samples.tieAtTheLine(), "P1", "P2", "P3");
        close();
        board();
        assertThat(text()).contains("採択の境目で評価点が並んでいます。", "予算の線");
        recommend.met(task(chair, "recommendProjects"), LocalDate.now(clock), new HashSet<>(sample.panel()), chair);
        press("推薦案を提出する");
        assertThat(text()).contains("P2の推薦の内容を選んでください。", "P3の推薦の内容を選んでください。");
        test($(TextField.class).withCaption("P3の順番").single()).setValue("1");
        test($(TextField.class).withCaption("P2の順番").single()).setValue("2");
        test(area("話し合いの結果の理由")).setValue("地域の広がりが大きいため");
        assertThat(area("話し合いの結果の理由").getHelperText()).contains("結果とともに公表します");
        press("話し合いの結果を記録する");
        assertThat(text())
                .contains("記録しました。順位と金額を計算し直しました。", "推薦する額の合計 300,000円（予算 300,000円）")
                .doesNotContain("予算の残りは");
        assertThat(recommended("P3")).contains(Outcome.ADOPTED);
        assertThat(recommended("P2").filter(Outcome::isYes)).isEmpty();
        press("推薦案を提出する");
        press("この内容で提出する");
        assertThat(text()).contains("推薦案を提出しました。");
        draft();
        tell();
        assertThat(told.figures(proposals.get("P2"), Locale.JAPANESE).orElseThrow())
                .contains("話し合いで決めました。その理由は、結果の公表のときにお示しします。")
                .doesNotContain("地域の広がり");
        publish();

        assertThat(publicPage("P3").body()).contains("採択");
        for (var group : List.of("P2", "P3")) {
            assertThat(publicPage(group).body()).contains("評価が同じ提案のあいだの順番は、審査委員会の話し合いで決めました。" + WHY_FIRST);
        }
        assertThat(publicPage("P1").body()).doesNotContain("話し合いで決めました");
        assertThat(results.openData(call).orElseThrow()).doesNotContain("地域の広がり");
        assertThat(told.figures(proposals.get("P2"), Locale.JAPANESE).orElseThrow())
                .contains("順位は3位です", "審査委員会の話し合いで決めました");
    }

    @Test
    void whyEqualsStandInTheirOrderIsPublishedAsTheSecretariatWordsIt() {
        var reason = "P3のほうが、地域の広がりが大きいため（連絡先：0120-333-906）";
        approvedOrder(reason);

        assertThat(finds()).extracting(PersonalData.Find::text).contains("0120-333-906");
        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        assertThat(text()).contains("審査委員会の理由：" + reason);
        test(area("公表する理由")).setValue("地域の広がりが大きいため");
        press("通知を送り、公表の日時を決める");
        assertThat(text()).contains("「公表する理由」が変更されています。");
        press("この理由で公表する");
        assertThat(text()).contains(WHY_FIRST).doesNotContain("0120-333-906");
        assertThat(finds()).isEmpty();
        confirm();
        settle();
        post();
        var read = told.figures(proposals.get("P2"), Locale.JAPANESE).orElseThrow();
        assertThat(read).contains("その理由は、結果の公表のときにお示しします。").doesNotContain("地域の広がり");

        publish();
        assertThat(publicPage("P2").body()).contains(WHY_FIRST).doesNotContain("0120-333-906");
        assertThat(told.figures(proposals.get("P2"), Locale.JAPANESE).orElseThrow())
                .contains(WHY_FIRST)
                .doesNotContain("0120-333-906");
        assertThat(recommendations.findByCallId(call.value()).orElseThrow().deliberations())
                .extracting(Deliberated::reason)
                .containsExactly(reason);
    }

    @Test
    void whereAllEqualsHaveWithdrawnNobodyIsAskedAboutAReasonThatNoPageShows() {
        approvedOrder("P3のほうが、地域の広がりが大きいため");
        for (var group : List.of("P2", "P3")) {
            sample.now(group, ScoredProposal.Status.WITHDRAWN_LATE);
            withdraw.withdraw(proposals.get(group), "", representatives.get(group));
        }
        settle();
        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        assertThat(text()).contains("公開される内容").doesNotContain("順番の理由", "地域の広がり");

        confirm();
        settle();
        post();
        publish();
        assertThat(new app.tomoni.Browser(port).get("/results/" + call).body()).doesNotContain("地域の広がり");
        assertThat(recommendations.findByCallId(call.value()).orElseThrow().deliberations())
                .extracting(Deliberated::reason)
                .containsExactly("P3のほうが、地域の広がりが大きいため");
    }

    /** A decision that is approved, in which two equals stand in the order that the committee has found. */
    private void approvedOrder(String reason) {
        recommendedOrder(reason);
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
    }

    /** A recommendation with two equals in the order that the committee has found. */
    private void recommendedOrder(String reason) {
        enter(Samples.tieAtTheLine(), "P1", "P2", "P3");
        close();
        board();
        recommend.met(task(chair, "recommendProjects"), LocalDate.now(clock), new HashSet<>(sample.panel()), chair);
        test($(TextField.class).withCaption("P3の順番").single()).setValue("1");
        test($(TextField.class).withCaption("P2の順番").single()).setValue("2");
        test(area("話し合いの結果の理由")).setValue(reason);
        press("話し合いの結果を記録する");
        press("推薦案を提出する");
        press("この内容で提出する");
    }

    @Test
    void aReasonThatWasGivenBeforeItsPublicationWasAnnouncedIsToldNobody() {
        recommendedOrder("地域の広がりが大きいため");
        jdbc.sql("UPDATE recommendation_deliberation SET published_reason = NULL")
                .update();
        draft();
        tell();
        assertThat(told.figures(proposals.get("P2"), Locale.JAPANESE).orElseThrow())
                .contains("話し合いで決めました。")
                .doesNotContain("その理由は、");

        publish();
        assertThat(publicPage("P2").body()).contains("話し合いで決めました。").doesNotContain("地域の広がり");
        assertThat(told.figures(proposals.get("P2"), Locale.JAPANESE).orElseThrow())
                .doesNotContain("地域の広がり");
    }

    private Optional<Outcome> recommended(String group) {
        return evaluations
                .findFirstByCallIdOrderByMadeAtDescIdDesc(call.value())
                .flatMap(evaluation -> evaluation.line(proposals.get(group)))
                .map(EvaluatedLine::suggestion);
    }

    private void board() {
        signInAs(chair);
        open("tasks/recommendProjects/" + task(chair, "recommendProjects"));
    }

    @SuppressWarnings("unchecked")
    private void attend(int members) {
        CheckboxGroup<PersonId> group = $(CheckboxGroup.class).single();
        group.setValue(new HashSet<>(panel.subList(0, members)));
    }

    private void request(PersonId person) {
        signInAs(person);
        open(waiting(person, "agreeToException").stream()
                .map(OpenTask::address)
                .findFirst()
                .orElseThrow()
                .split("#", 2)[0]);
    }

    private TextArea area(String label) {
        return $(TextArea.class).withCaption(label).single();
    }

    private void publish() {
        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
    }
}
