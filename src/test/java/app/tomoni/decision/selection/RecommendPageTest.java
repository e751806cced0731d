package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.account.PersonId;
import app.tomoni.decision.Outcome;
import app.tomoni.scoring.ScoredProposal.Status;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.KeptForm;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** What the chair does on the board before the recommendation is handed over. */
class RecommendPageTest extends SelectionCase {

    @Test
    void anAmountFoundByTheCommitteeIsReadHoweverItIsTypedAndNeverTakenForNothing() {
        enter(Samples.overBudget(), "P1", "P2");
        close();
        openBoard();
        test(amount("P1")).setValue("百万円");
        test(reason()).setValue("二つとも行うため");

        press("話し合いの結果を記録する");

        assertThat(amount("P1").getErrorMessage()).isEqualTo("P1の金額は、円の単位の数字で入力してください。");
        assertThat(amount("P2").getErrorMessage()).isEqualTo("P2の金額を入力してください。");
        assertThat(amount("P1").isInvalid() && amount("P2").isInvalid()).isTrue();
        assertThat(found()).isEmpty();

        test(amount("P1")).setValue("１，５００，０００円");
        assertThat(amount("P1").isInvalid()).isFalse();
        left("deliberation-OVER_BUDGET/" + proposals.get("P2"), "0");
        assertThat(amount("P2").getValue()).as("the browser still had it").isEqualTo("0");
        press("話し合いの結果を記録する");

        assertThat(found()).singleElement().satisfies(each -> {
            assertThat(each.found()).extracting(Deliberated.Found::amount).containsExactly(1_500_000L, 0L);
            assertThat(each.reason()).isEqualTo("二つとも行うため");
        });
        assertThat(text()).contains("記録しました。順位と金額を計算し直しました。");
    }

    @Test
    void whatWasChosenComesBackAsWhatWasTypedDoes() {
        enter(Samples.tieAtTheLine(), "P1", "P2", "P3");
        close();
        openBoard();
        left("meeting/on", LocalDate.now(clock).toString());
        left("meeting/members", "審査 藍");
        left(proposals.get("P1") + "/outcome", "今回は採択を見送る", "採択とする");
        left("deliberation-LINE/" + proposals.get("P2"), "2");

        assertThat(recommendation().meetingOn()).contains(LocalDate.now(clock));
        assertThat(recommendation().present()).containsExactly(panel.getFirst());
        assertThat(line("P1").chosen()).contains(Outcome.NOT_ADOPTED);
        assertThat(place("P2").getValue()).isEqualTo("2");

        left(proposals.get("P1") + "/outcome", "次点とする", "採択とする");
        assertThat(line("P1").chosen()).as("asked first").contains(Outcome.NOT_ADOPTED);
        assertThat(text()).contains("保存されている内容：「今回は採択を見送る」", "この端末に残っている入力：「次点とする」");
        press("この端末の入力を残す");
        assertThat(line("P1").chosen()).contains(Outcome.RUNNER_UP);
    }

    @Test
    void eachPlaceOfATieIsTypedOnceAndWhatIsWrongIsSaidAtItsField() {
        enter(Samples.tieAtTheLine(), "P1", "P2", "P3");
        close();
        openBoard();
        test(place("P2")).setValue("２");
        test(place("P3")).setValue("3");

        press("話し合いの結果を記録する");

        assertThat(place("P2").isInvalid()).isFalse();
        assertThat(place("P3").getErrorMessage()).isEqualTo("1から2までの数字を、1つずつ入力してください。");
        assertThat(reason().getErrorMessage()).isEqualTo("「話し合いの結果の理由」を入力してください。");
        assertThat(place("P3").isInvalid() && reason().isInvalid()).isTrue();

        test(place("P3")).setValue("2番");
        test(reason()).setValue("地域の広がりが大きいため");
        press("話し合いの結果を記録する");
        assertThat(place("P3").isInvalid()).isTrue();
        test(place("P3")).setValue("2");
        press("話し合いの結果を記録する");
        assertThat(place("P3").getErrorMessage()).isEqualTo("2番は、ほかの提案に付いています。");
        assertThat(found()).isEmpty();

        test(place("P3")).setValue("１");
        press("話し合いの結果を記録する");

        assertThat(found()).singleElement().satisfies(each -> {
            assertThat(each.found())
                    .extracting(Deliberated.Found::proposal)
                    .containsExactly(
                            proposals.get("P3").value(), proposals.get("P2").value());
            assertThat(each.reason()).isEqualTo("地域の広がりが大きいため");
        });
    }

    private TextField place(String label) {
        return $(TextField.class).withCaption(label + "の順番").single();
    }

    private TextArea reason() {
        return $(TextArea.class).withCaption("話し合いの結果の理由").single();
    }

    @Test
    void whoOnlyCommentsChoosesNothingSoThatTheFiguresGoOnSpeaking() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        openBoard();
        left(proposals.get("P2") + "/comment", "来年度にも期待します。");
        left(proposals.get("P3") + "/comment", "よく練られています。");
        assertThat(line("P2").comment()).isEqualTo("来年度にも期待します。");
        assertThat(outcome(2).getValue()).isEqualTo(Outcome.RUNNER_UP);

        sample.now("P1", Status.WITHDRAWN);
        withdraw.withdraw(proposals.get("P1"), "", representatives.get("P1"));
        settle();
        left(proposals.get("P4") + "/comment", "次の機会に期待します。");

        assertThat(outcome(1).getValue()).as("of P2, on the page that was open").isEqualTo(Outcome.ADOPTED);
        recommend();
        assertThat(line("P2").chosen()).contains(Outcome.ADOPTED);
        assertThat(line("P3").chosenAmount()).contains(new Yen(180_000));
    }

    @Test
    void theBoardIsSortedByTheButtonsInItsHead() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        openBoard();
        assertThat(order()).containsExactly("P1", "P3", "P2", "P4", "P5");
        assertThat(sorted("順位")).isEqualTo("ascending");

        test(head("希望額（円）")).click();
        assertThat(order()).containsExactly("P1", "P2", "P3", "P4", "P5");
        assertThat(sorted("希望額（円）")).isEqualTo("descending");
        assertThat(sorted("順位")).isNull();
        assertThat(text())
                .contains("審査の順位表。希望額（円）の大きい順")
                .as("the line belongs to the ranking")
                .doesNotContain("ここまでの合計");

        test(head("希望額（円）")).click();
        assertThat(order()).containsExactly("P5", "P4", "P3", "P2", "P1");
        assertThat(sorted("希望額（円）")).isEqualTo("ascending");

        test(head("順位")).click();
        assertThat(order()).containsExactly("P1", "P3", "P2", "P4", "P5");
        assertThat(text()).contains("ここまでの合計 430,000円");
    }

    @Test
    void attendanceThatNobodyHasNotedIsAskedForAndMissingOnlyOnceSomebodyHandsInOrNotesTooLittle() {
        enter(Samples.yodogawa(), "P1");
        close();
        openBoard();
        assertThat(text()).contains("出席した委員を記録してください（定足数は").doesNotContain("定足数に足りません", "例外として進める理由");

        press("推薦案を提出する");
        assertThat(text()).contains("出席 0人", "定足数に足りません", "例外として進める理由");

        openBoard();
        assertThat(text()).doesNotContain("定足数に足りません");
        test($(DatePicker.class).single()).setValue(LocalDate.now(clock));
        assertThat(text()).as("the day is the first field").doesNotContain("定足数に足りません");
        members().setValue(Set.copyOf(panel));
        assertThat(text()).contains("定足数を満たしています").doesNotContain("例外として進める理由");
    }

    @Test
    void aDayStillToComeKeepsNoTickBack() {
        enter(Samples.yodogawa(), "P1");
        close();
        openBoard();
        var on = $(DatePicker.class).single();
        test(on).setValue(LocalDate.now(clock).plusDays(1));
        members().setValue(Set.copyOf(panel));

        assertThat(recommendation().present()).containsExactlyInAnyOrderElementsOf(panel);
        assertThat(text()).contains("出席 3人", "定足数を満たしています", "保存できていません。");
        assertThat(on.getErrorMessage()).isEqualTo("「会議の日」には、今日までの日を入力してください。");
        assertThat(members().isInvalid()).isFalse();
        press("推薦案を提出する");
        assertThat($(ErrorSummary.class).all())
                .singleElement()
                .satisfies(summary ->
                        assertThat(summary.getElement().getTextRecursively()).containsOnlyOnce("会議の日"));

        test(on).setValue(LocalDate.now(clock));

        assertThat(on.isInvalid()).isFalse();
        assertThat($(ErrorSummary.class).all()).isEmpty();
        assertThat(text()).doesNotContain("保存できていません");
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<PersonId> members() {
        return $(CheckboxGroup.class).single();
    }

    private NativeButton head(String name) {
        return $(NativeButton.class).withText(name).single();
    }

    private String sorted(String name) {
        return head(name).getParent().orElseThrow().getElement().getAttribute("aria-sort");
    }

    private List<String> order() {
        return $(NativeTableHeaderCell.class).all().stream()
                .filter(cell -> "row".equals(cell.getElement().getAttribute("scope")))
                .map(cell -> cell.getElement().getTextRecursively().replaceAll(".*（(P\\d)）.*", "$1"))
                .toList();
    }

    @Test
    void theBudgetLineMovesWithTheAmounts() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        openBoard();
        assertThat(text()).contains("ここまでの合計 430,000円", "780,000");

        test(outcome(2)).selectItem("採択とする");
        test($(TextField.class).withCaption("金額（円）").all().get(2)).setValue("150,000");

        assertThat(text())
                .contains("ここまでの合計 580,000円", "730,000")
                .doesNotContain("ここまでの合計 430,000円")
                .doesNotContain("780,000");
    }

    @Test
    void whatMissesThePassLineTakesNothingOfTheMoney() {
        enter(Samples.lineAndBudget(2_000_000), "P1", "P2", "P3");
        close();
        openBoard();

        assertThat(text()).contains("ここまでの合計 400,000円").doesNotContain("500,000");
    }

    @Test
    void whereNothingIsChosenYetNothingDepartsFromTheRanking() {
        enter(Samples.tieAtTheLine(), "P1", "P2", "P3");
        close();
        openBoard();
        assertThat(text()).containsOnlyOnce("順位と同じ").doesNotContain("順位と異なる理由", "順位と異なる\n");

        test(outcome(1)).selectItem("採択とする");

        assertThat(text()).contains("順位と異なる理由");
    }

    @Test
    void aReasonThatHasBecomeNeedlessStaysAndSaysSo() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        openBoard();
        test(outcome(0)).selectItem("今回は採択を見送る");
        var reason = $(TextArea.class).withCaption("順位と異なる理由").single();
        assertThat(reason.getHelperText()).doesNotContain("異なるところがありません");
        test(reason).setValue("準備が整わないため");

        test(outcome(0)).selectItem("採択とする");

        assertThat(reason.getValue()).isEqualTo("準備が整わないため");
        assertThat(reason.getHelperText()).contains("異なるところがありません");
    }

    @Test
    void anExceptionIsSpokenOfOnlyWhereItIsNeededAndTheBandSaysThatItIsAskedFor() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(2, 1);
        close();
        openBoard();
        test($(DatePicker.class).single()).setValue(LocalDate.now(clock));
        press("推薦案を提出する");
        test($(TextArea.class).withCaption("例外として進める理由").single()).setValue("大雪のため");
        press("確認をお願いする");
        assertThat(text()).contains("事務局または職務代理者が、定足数や採点の数が足りないまま進める理由を確かめます");

        members().setValue(Set.copyOf(panel));

        assertThat(text()).doesNotContain("例外として進める");
    }

    @Test
    void aSumOverTheBudgetIsSaidWhileItIsTyped() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        openBoard();

        test(outcome(2)).selectItem("採択とする");
        test($(TextField.class).withCaption("金額（円）").all().get(2)).setValue("200,000");

        assertThat(text()).contains("推薦する額の合計 630,000円（予算 600,000円を超えています）");
    }

    @Test
    void anAdoptionWithoutMoneyIsRefusedAtItsField() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        openBoard();
        var amount = $(TextField.class).withCaption("金額（円）").all().getFirst();
        test(amount).setValue("０円");

        press("推薦案を提出する");

        assertThat(amount.getErrorMessage()).startsWith("P1を採択とする金額は、1円以上にしてください。");
        assertThat(recommendation().isSubmitted()).isFalse();
    }

    @Test
    void howAFigureCameAboutIsWrittenOnceSomebodyAsks() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        openBoard();
        assertThat(text()).contains("計算過程を見る（1位）").doesNotContain("残りは350,000円です。");

        var trace = $(NativeDetails.class).all().getFirst();
        trace.setOpen(true);
        ComponentUtil.fireEvent(trace, new NativeDetails.ToggleEvent(trace, true));

        assertThat(text()).containsOnlyOnce("250,000円を充て、残りは350,000円です。");
    }

    @Test
    void theTraceDoesNotSayThatAGroupIsAskedBeforeAnythingIsDecided() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        openBoard();

        $(NativeDetails.class).all().forEach(trace -> {
            trace.setOpen(true);
            ComponentUtil.fireEvent(trace, new NativeDetails.ToggleEvent(trace, true));
        });

        assertThat(text()).contains("予算の残りは、まず順位が上の次点の団体にご案内し、そのお返事により決まります。").doesNotContain("待っています。");
    }

    @Test
    void theSpreadIsAlsoTheDistanceOfTheHighestFromTheLowestSheet() {
        enter(Samples.yodogawa(), "P1");
        close();
        openBoard();

        assertThat(text()).containsPattern("ばらつき [0-9.]+（最大と最小の差 8.0）・委員3人");
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Outcome> outcome(int index) {
        return $(RadioButtonGroup.class).all().get(index);
    }

    private RecommendedLine line(String group) {
        return recommendation().line(proposals.get(group)).orElseThrow();
    }

    private List<Deliberated> found() {
        return recommendation().deliberations();
    }

    private TextField amount(String number) {
        return $(TextField.class).withCaption(number + "の金額（円）").single();
    }

    private Recommendation recommendation() {
        return recommendations.findByCallId(call.value()).orElseThrow();
    }

    private void openBoard() {
        signInAs(chair);
        open("tasks/recommendProjects/" + task(chair, "recommendProjects"));
    }

    /** A browser gives back what it had typed over an empty field. */
    private void left(String path, String typed) {
        left(path, typed, "");
    }

    private void left(String path, String typed, String basedOn) {
        ReflectionTestUtils.invokeMethod($(KeptForm.class).single(), "restore", path, typed, basedOn);
    }
}
