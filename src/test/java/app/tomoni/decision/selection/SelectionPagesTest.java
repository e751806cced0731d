package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.Browser;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.Outcome;
import app.tomoni.process.Audience;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.ScoredProposal.Status;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.KeptForm;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.util.ReflectionTestUtils;

/** What the chair, the secretariat and the approver do on their pages. */
class SelectionPagesTest extends SelectionCase {

    @Test
    void whatIsTypedInOnePlaceStaysWhileSomethingElseIsDone() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();
        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
        signInAs(secretary);
        open("selections");
        assertThat(text()).contains("選考と決定を終えました。団体からのお返事を待っています（3件）。");
        open("selections/" + call);
        assertThat(text()).contains("団体からのお返事を待っています（3件、早いもので令和").doesNotContain("この手続きは終わりました。", "期日を過ぎています。");
        press("訂正を公表する");
        assertThat(area("誤り").getErrorMessage()).isEqualTo("「誤り」を入力してください。");
        assertThat(area("正しい内容").isInvalid()).isTrue();
        assertThat($(Anchor.class).all()).extracting(Anchor::getText).contains("「正しい内容」を入力してください。");
        left("correction/correct", "250,000円です。");
        area("誤り").setValue("25,000円");
        var waiting = answer.waiting(call);
        var first = waiting.getFirst();
        left("answer/proposal", first.number().orElseThrow() + "　" + first.title());
        left("answer/kind", "採択を受ける");
        $(TextField.class).single().setValue("電話");

        press("返事を記録する");
        press("この内容で記録する");

        assertThat(answer.waiting(call)).hasSize(waiting.size() - 1);
        assertThat(text()).contains("記録しました。");
        assertThat(area("誤り").getValue()).isEqualTo("25,000円");
        assertThat(area("正しい内容").getValue()).as("the browser still had it").isEqualTo("250,000円です。");
        assertThat($(TextField.class).single().getValue()).isEmpty();
        assertThat($(RadioButtonGroup.class).single().isEmpty()).isTrue();
        left("answer/proposal", first.number().orElseThrow() + "　" + first.title());
        assertThat($(Select.class).withCaption("提案").single().isEmpty())
                .as("who has answered is in the list no more")
                .isTrue();

        press("訂正を公表する");
        assertThat(publicPage("P1").body()).as("it asks first").doesNotContain("訂正されています");
        press("この内容で公表する");
        assertThat(text()).contains("訂正を公表しました。");
        assertThat(publicPage("P1").body()).contains("公表のあとに訂正されています");
    }

    @Test
    void theMoneyPromisedFollowsAnAnswerAsSoonAsItIsRecorded() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();
        signInAs(secretary);
        open("selections/" + call);
        var before = promised();
        var first = answer.waiting(call).getFirst();
        left("answer/proposal", first.number().orElseThrow() + "　" + first.title());
        left("answer/kind", "採択を辞退する");
        $(TextField.class).single().setValue("電話");

        press("返事を記録する");
        assertThat(answer.waiting(call))
                .as("it asks first")
                .extracting(Proposal::id)
                .contains(first.id());
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains(first.title(), "「採択を辞退する」", "取り消せません");
        press("この内容で記録する");

        assertThat(answer.waiting(call)).extracting(Proposal::id).doesNotContain(first.id());
        assertThat(promised()).isNotEqualTo(before);
        assertThat($(Chip.class).all())
                .as("what will be published says so too")
                .extracting(chip -> chip.getElement().getTextRecursively())
                .contains("辞退");
    }

    private String promised() {
        return text().lines()
                .filter(line -> line.startsWith("いまお約束している額の合計"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasChosenForTheDecisionAndItsPublicationComesBack() {
        venue = "北の集会所（電話 090-0000-1234）";
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        var before = draftText().reservesInOrder();
        var reserves = $(Checkbox.class).withCaption("次点の順番も、この決定に含める").single();
        left("words/reserves", before ? "" : reserves.getLabel(), before ? reserves.getLabel() : "");
        assertThat(draftText().reservesInOrder()).isNotEqualTo(before);
        left(proposals.get("P4") + "/place", "2", "");
        assertThat(decided("P4").reservePlace()).contains(2);
        draft();
        signInAs(colleague);
        open("selections/" + call);
        left("elsewhere/on", "2026-11-30", "");
        assertThat($(DatePicker.class).single().getValue()).isEqualTo(LocalDate.of(2026, 11, 30));
        signInAs(secretary);
        approve.approve(task(head, "approveDecision"), head);
        settle();

        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        var on = $(DatePicker.class).withCaption("公表の日").single();
        var proposed = on.getValue();
        left("on", proposed.plusDays(7).toString(), proposed.toString());
        left("time", "17:30", $(Select.class).single().getValue().toString());
        test($(Checkbox.class).single()).click();
        press("日付を入れ直す");

        assertThat($(DatePicker.class).withCaption("公表の日").single().getValue())
                .as("also where the page is drawn anew")
                .isEqualTo(proposed.plusDays(7));
        assertThat($(Select.class).single().getValue()).isEqualTo(LocalTime.of(17, 30));
        assertThat($(Checkbox.class).single().getValue()).isTrue();
    }

    @Test
    void theOrderOfRunnersUpIsAskedForWhileThereAreAny() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        var drafting = task(secretary, "draftDecision");
        signInAs(secretary);
        open("tasks/draftDecision/" + drafting);
        var order = $(Checkbox.class).withCaption("次点の順番も、この決定に含める");
        assertThat(order.exists()).isTrue();

        for (var group : proposals.keySet()) {
            draft.write(
                    drafting,
                    decided(group),
                    DecidedLine.of(proposals.get(group), Outcome.NOT_ADOPTED, null, "", "次点を設けないため", null),
                    secretary);
        }
        open("tasks/draftDecision/" + drafting);

        assertThat($(Checkbox.class).withCaption("次点の順番も、この決定に含める").exists()).isFalse();
    }

    @Test
    void theCallsOwnPagesSayWhoActsAndToGroupsOnlyWhatEachMayKnow() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        signInAs(secretary);
        open("calls/" + call);
        assertThat(text()).containsPattern("受付は.+に終わりました。委員長が.+までに、推薦案をまとめます。").contains("事務局が決定の案を起こします。");
        assertThat(readByAGroup()).contains("審査委員会と市が検討しています。").doesNotContain("推薦案をまとめます", "決定の案");

        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        confirm();
        post();
        settle();
        signInAs(secretary);
        open("calls/" + call);
        assertThat(text()).containsPattern("終わりました。.+に公表します。").contains("公表のあとは、結果と理由をどなたでもご覧いただけます。");
        assertThat(readByAGroup()).containsPattern("市が.+に結果を公表します。").doesNotContain("お知らせしました", "に公表する予定です");

        engine.passTo(planned().plusSeconds(1));
        clock.stopAt(planned().plusSeconds(1));
        publisher.publishWhatIsDue();
        signInAs(secretary);
        open("calls/" + call);
        assertThat(text())
                .contains("結果を公表しました。", "結果は、どなたでもご覧いただけます。", "審査 知恵")
                .doesNotContain("審査委員に加えて案内する", "委員長にする");
        assertThat(readByAGroup()).contains("結果を公表しました。").doesNotContain("公表する予定", "下書きは残っています");
        assertThat($(Anchor.class).all())
                .as("the results are one step away")
                .anyMatch(link -> link.getHref().equals("guidelines/" + call));
    }

    @Test
    void aDayForTheResultsThatHasPassedIsSaidToHavePassed() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        var page = new Browser(port);
        assertThat(page.get("/guidelines/" + call).body())
                .contains("に公表する予定です。")
                .doesNotContain("期日を過ぎています。");
        assertThat(readByAGroup()).contains("に公表する予定です。").doesNotContain("期日を過ぎています。");

        clock.advance(Duration.ofDays(200));

        assertThat(page.get("/guidelines/" + call).body()).contains("に公表する予定です。期日を過ぎています。");
        assertThat(readByAGroup()).contains("に公表する予定です。期日を過ぎています。");
    }

    private String readByAGroup() {
        signInAs(representatives.get("P1"));
        open("open-calls/" + call);
        return text();
    }

    private TextArea area(String label) {
        return $(TextArea.class).withCaption(label).single();
    }

    @Test
    void theKeysApproveNothingWhileTheDraftIsAboutToGoBack() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        var reason = area("戻す理由");

        ComponentUtil.fireEvent(reason, new FocusNotifier.FocusEvent<>(reason, true));
        fireShortcut(Key.ENTER, KeyModifier.CONTROL);
        left("return", "金額の根拠");
        ComponentUtil.fireEvent(reason, new BlurNotifier.BlurEvent<>(reason, true));
        fireShortcut(Key.ENTER, KeyModifier.CONTROL);
        assertThat(reason.getValue()).as("the browser still had it").isEqualTo("金額の根拠");
        assertThat(cases.waitsAt(key(call), "approveDecision")).isTrue();

        reason.clear();
        fireShortcut(Key.ENTER, KeyModifier.CONTROL);
        fireShortcut(Key.ENTER, KeyModifier.CONTROL);
        assertThat(cases.waitsAt(key(call), "approveDecision"))
                .as("it asks first")
                .isTrue();
        press("承認せずに閉じる");
        fireShortcut(Key.ENTER, KeyModifier.CONTROL);
        press("この内容で承認する");
        assertThat(text()).contains("承認しました。");
    }

    @Test
    void aTabInWhichTheDecisionStillSeemsToWaitSaysHowItStandsOnceItIsToldToAct() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        area("戻す理由").setValue("金額の根拠をお書きください。");
        assertThat(text()).contains("までに決裁します。");
        approve.approve(task(head, "approveDecision"), head);
        settle();

        press("前の担当へ戻す");

        assertThat(text())
                .contains("この作業は、いまは必要ありません。", "通知書と公表の内容を確かめます。", "金額の根拠をお書きください。")
                .doesNotContain("までに決裁します。", "承認する");
    }

    @Test
    void aPageOnWhichAnApprovalStillSeemsToWaitSaysHowItStandsOnceItIsToldToRecordIt() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        signInAs(colleague);
        open("selections/" + call);
        $(DatePicker.class).single().setValue(LocalDate.now(clock));
        text("決裁した職").setValue("市長");
        text("文書番号").setValue("令9市協第1号");
        approve.approve(task(head, "approveDecision"), head);
        settle();

        press("決裁を記録する");

        assertThat(text()).contains("通知書と公表の内容を確かめます。").doesNotContain("までに決裁します。", "記録しました。");
        assertThat(text("文書番号").getValue()).as("nobody loses it").isEqualTo("令9市協第1号");
    }

    private TextField text(String label) {
        return $(TextField.class).withCaption(label).single();
    }

    @Test
    void whatHasToBeFilledInIsMarkedAsSuch() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        var places = $(TextField.class).withCaption("次点の順番");
        assertThat(places.all()).hasSize(3).allMatch(TextField::isRequiredIndicatorVisible);
        test($(Checkbox.class).withCaption("次点の順番も、この決定に含める").single()).click();
        assertThat(places.all()).noneMatch(TextField::isRequiredIndicatorVisible);
        draftWithoutOrder();
        signInAs(colleague);
        open("selections/" + call);
        assertThat($(DatePicker.class).single().isRequiredIndicatorVisible()).isTrue();
        assertThat(text("決裁した職").isRequiredIndicatorVisible()).isTrue();
        assertThat(text("文書番号").isRequiredIndicatorVisible()).isTrue();
        tell();
        give("P1", Answer.Kind.DECLINED);
        signInAs(secretary);
        open("selections/" + call);
        assertThat($(Select.class).withCaption("ご案内する次点").single().getElement().getTextRecursively())
                .contains("ご案内する次点", "必須");
        assertThat(text("ご案内する額（円）").isRequiredIndicatorVisible()).isTrue();
        assertThat(area("起案文").isRequiredIndicatorVisible()).isTrue();
        assertThat($(RadioButtonGroup.class)
                        .withCaption("お返事")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("お返事", "必須");
        press("決裁する方に届ける");
        assertThat(told()).containsExactly("ご案内する次点を選んでください。", "「起案文」を入力してください。");
    }

    @Test
    void whatIsWrongIsSaidInTheOrderOfThePage() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        test(outcomeOfTheFirst()).selectItem("条件を付けて採択とする");
        test($(TextField.class).withCaption("金額（円）").all().getFirst()).setValue("");
        $(TextField.class)
                .withCaption("次点の順番")
                .all()
                .forEach(place -> test(place).setValue(""));

        press("決裁を受ける");

        var numbers = $(H3.class).all().stream()
                .map(H3::getText)
                .map(text -> text.substring(0, 2))
                .toList();
        assertThat(told().subList(0, 3))
                .containsExactly("P1の金額を入力してください。", "P1の条件を入力してください。", "P1の「推薦と異なる理由」を入力してください。");
        assertThat(told().stream()
                        .filter(sentence -> sentence.matches("P\\d.*"))
                        .map(sentence -> numbers.indexOf(sentence.substring(0, 2)))
                        .toList())
                .isSorted();
        assertThat(told()).endsWith("「起案文」を入力してください。");
    }

    @Test
    void whatTheBrowserHadLeftComesBackAndIsAskedAboutWhereItMeetsAnotherText() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        var p5 = proposals.get("P5");
        signInAs(chair);
        open("tasks/recommendProjects/" + task(chair, "recommendProjects"));
        left(p5 + "/comment", "届かなかった講評");
        assertThat(comment(p5)).isEqualTo("届かなかった講評");
        assertThat(text()).contains("保存しました");

        left(p5 + "/comment", "届かなかった講評と続き");
        assertThat(comment(p5)).isEqualTo("届かなかった講評と続き");
        left(p5 + "/comment", "別の画面の講評");
        assertThat(comment(p5)).isEqualTo("届かなかった講評と続き");
        assertThat(text()).contains("保存されている内容：「届かなかった講評と続き」", "この端末に残っている入力：「別の画面の講評」");
        press("推薦案を提出する");
        assertThat(text()).contains("「講評」は、まだ保存されていません");
        press("この端末の入力を残す");
        assertThat(comment(p5)).isEqualTo("別の画面の講評");
        assertThat(text()).doesNotContain("この端末に残っている入力");
        recommend();

        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        left("words/wording", "途中まで書いた起案文");
        left(p5 + "/reason", "届かなかった理由");
        var kept = decisions.findFirstByCallIdOrderByAttemptDesc(call.value()).orElseThrow();
        assertThat(kept.text().wording()).isEqualTo("途中まで書いた起案文");
        assertThat(decided("P5").reason()).isEqualTo("届かなかった理由");
    }

    @Test
    void whatIsRefusedWhileSomebodyTypesIsSaidAtItsFieldAndTakesNoCursorAway() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        var wording = area("起案文");
        var contact = $(TextField.class).withCaption("問い合わせ先").single();
        focusTaken();

        test(contact).setValue("課".repeat(101));

        assertThat(contact.getErrorMessage()).isEqualTo("「問い合わせ先」は100字以内で入力してください（いま101字）。文章はそのまま残っています。");
        test(wording).setValue("起案の文".repeat(251));
        assertThat(wording.getErrorMessage()).contains("1,000字以内", "いま1,004字");
        assertThat(text()).contains("次の2点をご確認ください", "保存できていません。");
        assertThat(focusTaken()).isFalse();
        assertThat(draftText().wording()).isEmpty();
        press("決裁を受ける");
        assertThat(focusTaken()).isTrue();
        assertThat(told())
                .filteredOn(sentence -> sentence.startsWith("「起案文」"))
                .as("one sentence a field")
                .singleElement()
                .asString()
                .contains("1,000字以内");

        test(contact).setValue("市民協働課");
        test(wording).setValue("別紙のとおり決定する。");
        assertThat(contact.isInvalid() || wording.isInvalid()).isFalse();
        assertThat(draftText().wording()).isEqualTo("別紙のとおり決定する。");
        assertThat(draftText().letterhead().contact()).isEqualTo("市民協働課");

        draft.write(task(secretary, "draftDecision"), draftText(), text("別の画面の文", Samples.letterhead()), secretary);
        test(wording).setValue("別紙のとおりとする。");
        assertThat(wording.getErrorMessage()).contains("ほかの画面で内容が変わりました");
        assertThat(focusTaken()).isFalse();
        assertThat($(Button.class).withText("画面を開き直す").all()).hasSize(1);
    }

    /** What stands at the head of the page, each with the way to its field. */
    private List<String> told() {
        return $(Anchor.class).all().stream()
                .filter(link -> link.getHref().equals("#"))
                .map(Anchor::getText)
                .toList();
    }

    @Test
    void whatIsMissingInTheDraftIsSaidAtItsFieldsAndAtTheHeadUntilItIsThere() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        test(outcomeOfTheFirst()).selectItem("条件を付けて採択とする");
        var conditions = area("条件（1行に1つ）");
        var amount = $(TextField.class).withCaption("金額（円）").all().getFirst();
        test(amount).setValue("二十万円");
        assertThat(amount.getErrorMessage()).isEqualTo("P1の金額は、円の単位の数字で入力してください。");
        assertThat(amount.isInvalid()).isTrue();
        test(amount).setValue("250,000");
        assertThat(amount.isInvalid()).isFalse();

        press("決裁を受ける");

        assertThat(conditions.getErrorMessage()).isEqualTo("P1の条件を入力してください。");
        assertThat(area("起案文").isInvalid() && conditions.isInvalid()).isTrue();
        assertThat(told()).contains("P1の条件を入力してください。", "P1の「推薦と異なる理由」を入力してください。", "「起案文」を入力してください。");

        test(conditions).setValue("2地区で始めること");
        assertThat(conditions.isInvalid()).isFalse();
        assertThat(told()).doesNotContain("P1の条件を入力してください。").contains("P1の「推薦と異なる理由」を入力してください。");
        var amountAgain = $(TextField.class).withCaption("金額（円）").all().getFirst();
        test(amountAgain).setValue("千円");
        assertThat(amountAgain.getErrorMessage()).isEqualTo("P1の金額は、円の単位の数字で入力してください。");
    }

    @Test
    void whoGivesADraftBackWithoutAReasonIsToldSoAtItsField() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));

        press("前の担当へ戻す");

        assertThat(area("戻す理由").getErrorMessage()).isEqualTo("「戻す理由」を入力してください。");
        assertThat(area("戻す理由").isInvalid()).isTrue();
        assertThat(told()).containsExactly("「戻す理由」を入力してください。");
        test(area("戻す理由")).setValue("金額の根拠");
        assertThat(area("戻す理由").isInvalid()).isFalse();
        assertThat(told()).isEmpty();
    }

    @Test
    void theSecondClickOfADoubleClickPostponesNothing() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();
        signInAs(secretary);
        open("selections/" + call);
        assertThat(text()).as("what has been sent can be looked at").contains("公開される内容", "公開データ（JSON）を受け取る");
        var later = planned().plus(Duration.ofDays(7)).atZone(JapaneseDates.ZONE);
        test($(DatePicker.class).withCaption("公表の日").single()).setValue(later.toLocalDate());
        test($(Select.class).withCaption("公表の時刻").single()).selectItem("12:00");
        test(area("延ばす理由")).setValue("会場の都合");

        press("公表の日時を延ばす");
        var again = $(Button.class).withText("公表の日時を延ばす").single();
        clickAgain(again);

        assertThat(text()).contains(String.valueOf(later.getDayOfMonth())).doesNotContain("を入力してください");
        press("公表の日時を延ばす");
        assertThat(area("延ばす理由").getErrorMessage()).isEqualTo("「延ばす理由」を入力してください。");
        assertThat(told()).containsExactly("「延ばす理由」を入力してください。");
    }

    @Test
    void conditionsComeBackWithTheOutcomeThatAsksForThem() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        signInAs(secretary);
        var address = "tasks/draftDecision/" + task(secretary, "draftDecision");
        open(address);
        test(outcomeOfTheFirst()).selectItem("条件を付けて採択とする");
        test(area("条件（1行に1つ）")).setValue("2地区で始めること");
        assertThat(decided("P1").conditionList()).containsExactly("2地区で始めること");
        test(outcomeOfTheFirst()).selectItem("採択とする");
        assertThat(decided("P1").conditionList()).isEmpty();
        assertThat(text()).contains("推薦と同じ").doesNotContain("推薦と異なる\n");

        open("inbox?call=" + call);
        open(address);
        test(outcomeOfTheFirst()).selectItem("条件を付けて採択とする");

        assertThat(area("条件（1行に1つ）").getValue()).isEqualTo("2地区で始めること");
        assertThat(decided("P1").conditionList()).containsExactly("2地区で始めること");
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Outcome> outcomeOfTheFirst() {
        return $(RadioButtonGroup.class).all().getFirst();
    }

    private static boolean focusTaken() {
        MockVaadin.clientRoundtrip();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .anyMatch(call -> call.getInvocation().getExpression().contains("focus"));
    }

    /** A browser gives back what it had typed over an empty field. */
    private void left(String path, String typed) {
        left(path, typed, "");
    }

    private void left(String path, String typed, String basedOn) {
        ReflectionTestUtils.invokeMethod($(KeptForm.class).single(), "restore", path, typed, basedOn);
    }

    private String comment(ProposalId proposal) {
        return recommendations
                .findByCallId(call.value())
                .flatMap(recommendation -> recommendation.line(proposal))
                .map(RecommendedLine::comment)
                .orElseThrow();
    }

    @Test
    void whatTwoPagesChangeAtOnceIsNotWrittenOver() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        var chairs = task(chair, "recommendProjects");
        var p5 = proposals.get("P5");
        var before = RecommendedLine.untouched(p5);
        var first = RecommendedLine.of(p5, Outcome.NOT_ADOPTED, null, "", "来年度に期待する", "");
        recommend.write(chairs, before, first, chair);

        assertThatThrownBy(() ->
                        recommend.write(chairs, before, RecommendedLine.of(p5, null, null, "", "別の画面の理由", ""), chair))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("decision.changedElsewhere"));
        assertThat(recommendations.findByCallId(call.value()).orElseThrow().line(p5))
                .contains(first);

        recommend();
        var draftTask = task(secretary, "draftDecision");
        var line = decided("P5");
        var changed = DecidedLine.of(p5, Outcome.RUNNER_UP, null, "", "辞退に備えるため", 3);
        draft.write(draftTask, line, changed, secretary);
        assertThatThrownBy(() -> draft.write(draftTask, line, line, secretary)).isInstanceOf(Refusal.class);
        assertThat(decided("P5")).isEqualTo(changed);
        var text = text("別紙のとおり決定する。", Samples.letterhead());
        var begun = draftText();
        draft.write(draftTask, begun, text, secretary);
        assertThatThrownBy(() -> draft.write(draftTask, begun, text("別の文", Samples.letterhead()), secretary))
                .isInstanceOf(Refusal.class);
        var elsewhere = text("別紙のとおり決定する。", new Letterhead("みなと野市", "みなと野市副市長", "沖 花", "", "市民協働課"));
        assertThatThrownBy(() -> draft.write(draftTask, begun, elsewhere, secretary))
                .as("the same wording over another page's letterhead")
                .isInstanceOf(Refusal.class);
        assertThat(draftText()).isEqualTo(text);
    }

    @Test
    void whatSomebodyElseHasChangedSinceThePageWasOpenedIsNotHandedInUnread() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        var recommending = task(chair, "recommendProjects");
        signInAs(chair);
        open("tasks/recommendProjects/" + recommending);
        recommend.met(recommending, LocalDate.now(clock), new HashSet<>(panel), chair);
        recommend.write(
                recommending,
                RecommendedLine.untouched(proposals.get("P5")),
                RecommendedLine.of(proposals.get("P5"), Outcome.NOT_ADOPTED, null, "", "来年度に期待する", ""),
                chair);
        press("推薦案を提出する");
        press("この内容で提出する");
        assertThat(text()).contains("ほかの方が内容を変えました");
        open("tasks/recommendProjects/" + recommending);
        press("推薦案を提出する");
        press("この内容で提出する");
        assertThat(cases.waitsAt(key(call), "draftDecision")).isTrue();

        var drafting = task(secretary, "draftDecision");
        draft.write(drafting, draftText(), text("別紙のとおり決定する。", Samples.letterhead()), secretary);
        signInAs(secretary);
        open("tasks/draftDecision/" + drafting);
        draft.write(drafting, draftText(), text("別紙のとおり決定しない。", Samples.letterhead()), colleague);
        press("決裁を受ける");
        assertThat(text()).contains("ほかの方が内容を変えました");
        open("tasks/draftDecision/" + drafting);
        draft.write(
                drafting,
                decided("P5"),
                DecidedLine.of(proposals.get("P5"), Outcome.NOT_ADOPTED, null, "", "市の計画による", null),
                colleague);
        press("決裁を受ける");
        assertThat(text()).contains("ほかの方が内容を変えました");
        open("tasks/draftDecision/" + drafting);
        press("決裁を受ける");
        assertThat(cases.waitsAt(key(call), "approveDecision")).isTrue();
    }

    @Test
    void whoAgreesToAnExceptionAgreesToTheReasonThatTheyRead() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(3, 1);
        close();
        var task = task(chair, "recommendProjects");
        present(task, 2);
        recommend.askException(task, "大雪のため", chair);
        signInAs(secretary);
        open("selections/" + call);
        recommend.askException(task, "日程が合わないため", chair);

        press("例外として進めることを確認する");

        assertThat(text()).contains("ほかの方が内容を変えました");
        assertThat(recommendations.findByCallId(call.value()).orElseThrow().exceptionSecond())
                .isEmpty();
    }

    @Test
    void belowTheQuorumTheChairCannotGoOnAlone() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(2, 1);
        close();
        var task = task(chair, "recommendProjects");
        recommend.met(task, LocalDate.now(clock), new HashSet<>(panel.subList(0, 1)), chair);
        assertThatThrownBy(() -> recommend.submit(task, List.of(), chair)).isInstanceOf(Refusal.class);
        recommend.askException(task, "大雪のため", chair);

        assertThatThrownBy(() -> exception.agree(call, asked(), chair)).isInstanceOf(Refusal.class);
        exception.agree(call, asked(), secretary);
        recommend.submit(task, List.of(), chair);

        assertThat(cases.waitsAt(key(call), "draftDecision")).isTrue();
    }

    @Test
    void whoAgreesToAnExceptionReadsTheFiguresAndAgreesToThem() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(2, 2);
        close();
        var task = task(chair, "recommendProjects");
        present(task, 3);
        recommend.askException(task, "大雪のため", chair);
        signInAs(secretary);
        open("selections/" + call);
        assertThat(text())
                .contains("委員長さん", JapaneseDates.full(asked().at().orElseThrow(), Locale.JAPANESE))
                .contains("定足数 2人・出席 3人", "審査 帆、審査 知恵、審査 藍", "必要な採点 1件につき2人分")
                .containsPattern("P1\\s+提案 P1\\s+1人分\\s*足りません")
                .doesNotContain("順位");

        present(task, 1);
        press("例外として進めることを確認する");
        assertThat(text()).contains("ほかの方が内容を変えました");
        open("selections/" + call);
        assertThat(text()).contains("定足数 2人・出席 1人");
        press("例外として進めることを確認する");
        assertThat(recommendations.findByCallId(call.value()).orElseThrow().exceptionSecond())
                .contains(secretary);
        open("cases/" + call + "/events");
        assertThat(text()).contains("定足数や採点の数が足りないまま進めることの確認をお願いしました", "理由：大雪のため", "足りないまま進めることに、同意しました");
    }

    @Test
    void whoWaitsForAnswersReadsByWhenAndThatTheDayHasPassed() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();
        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
        signInAs(secretary);
        pass(90);

        open("selections/" + call);

        assertThat(text()).containsPattern("お返事を待っています（3件、早いもので令和[^）]+（.）[^）]*まで）。期日を過ぎています。");
    }

    @Test
    void theActingChairFindsAnExceptionInTheInboxUnlessTheyAskForIt() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(2, 1);
        var acting = holder("職務代理", Office.ACTING_CHAIR, call);
        var other = holder("職務代理 二", Office.ACTING_CHAIR, call);
        close();
        recommend.askException(task(acting, "recommendProjects"), "大雪のため", acting);
        assertThat(asked(acting)).isEmpty();
        signInAs(acting);
        open("selections/" + call);
        assertThat(text()).contains("大雪のため", "とは別の方が確認してください。").doesNotContain("確認せずに戻す");

        assertThat(asked(other)).hasSize(1);
        signInAs(other);
        open("selections/" + call);
        press("例外として進めることを確認する");

        assertThat(asked(other)).isEmpty();
        assertThat(asked(secretary)).as("one of them has done it").isEmpty();
    }

    @Test
    void anExceptionThatWasAskedOfTheSecretariatAloneReachesTheActingChairAsWell() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(2, 1);
        var acting = holder("職務代理", Office.ACTING_CHAIR, call);
        offices.appoint(chair, Office.ACTING_CHAIR, call.value(), LocalDate.of(2020, 1, 1), null);
        close();
        recommend.askException(task(chair, "recommendProjects"), "大雪のため", chair);
        jdbc.sql("DELETE FROM open_task WHERE kind = 'agreeToException' AND office = 'ACTING_CHAIR' AND call_id = ?")
                .param(call.value())
                .update();
        assertThat(asked(acting)).isEmpty();

        var migration = new ClassPathResource("db/migration/V360__acting_chair_is_asked.sql");
        for (var time = 0; time < 2; time++) {
            jdbc.sql(migration.getContentAsString(StandardCharsets.UTF_8)).update();
        }

        assertThat(asked(acting))
                .singleElement()
                .satisfies(row -> assertThat(row.address()).isEqualTo("selections/" + call + "#exception"));
        assertThat(asked(chair)).as("who asks").isEmpty();
        exception.agree(call, asked(), acting);
        assertThat(asked(acting)).isEmpty();
    }

    @Test
    void whoIsToAgreeToAnExceptionFindsItInTheInbox() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(3, 1);
        offices.appoint(chair, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        close();
        var task = task(chair, "recommendProjects");
        present(task, 2);
        recommend.askException(task, "大雪のため", chair);
        recommend.askException(task, "大雪で列車が止まったため", chair);

        var due = cases.task(task, chair).map(OpenTask::dueAt);
        assertThat(asked(secretary)).singleElement().satisfies(row -> {
            assertThat(row.address()).isEqualTo("selections/" + call + "#exception");
            assertThat(Optional.ofNullable(row.dueAt())).isEqualTo(due).isPresent();
        });
        assertThat(asked(chair)).as("who asks").isEmpty();
        signInAs(secretary);
        open("inbox?call=" + call);
        assertThat(text()).contains("例外として進めることを確認する");
        open("selections/" + call);
        assertThat(text()).contains("大雪で列車が止まったため");
        press("例外として進めることを確認する");
        assertThat(asked(secretary)).isEmpty();

        present(task, 1);
        assertThatThrownBy(() -> recommend.submit(task, List.of(), chair)).isInstanceOf(Refusal.class);
        signInAs(chair);
        open("tasks/recommendProjects/" + task);
        assertThat(text()).contains("確認を受けた後に、出席または採点の数が減りました。");
        recommend.askException(task, "さらに欠席が出たため", chair);
        assertThat(asked(secretary)).hasSize(1);
        present(task, 3);
        recommend.submit(task, List.of(), chair);
        assertThat(asked(secretary)).as("needed no more").isEmpty();
    }

    @Test
    void whoeverDoesNotAgreeToAnExceptionSaysWhyToTheChair() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(3, 1);
        close();
        var task = task(chair, "recommendProjects");
        present(task, 2);
        recommend.askException(task, "大雪のため", chair);
        assertThat(statusOf(call)).startsWith("事務局または職務代理者が、定足数や採点の数が足りないまま進める理由を確かめます（期限：");

        var read = asked();
        signInAs(secretary);
        open("selections/" + call);
        press("確認せずに戻す");
        assertThat(text()).contains("戻す理由を入力してください。");
        area("戻す理由").setValue("翌週に全員で開けます");
        press("確認せずに戻す");

        assertThat(text()).doesNotContain("大雪のため");
        assertThat(asked(secretary)).isEmpty();
        assertThat(statusOf(call)).startsWith("委員長が").contains("推薦案をまとめます");
        assertThatThrownBy(() -> recommend.submit(task, List.of(), chair)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> exception.agree(call, read, secretary)).isInstanceOf(Refusal.class);
        signInAs(chair);
        open("tasks/recommendProjects/" + task);
        assertThat(text()).contains("確認できませんでした。理由：翌週に全員で開けます");
        assertThat(area("例外として進める理由").getValue()).isEqualTo("大雪のため");

        recommend.askException(task, "翌週も全員はそろいません", chair);
        exception.agree(call, asked(), secretary);
        assertThatThrownBy(() -> exception.decline(call, "やはり", secretary)).isInstanceOf(Refusal.class);
        recommend.submit(task, List.of(), chair);
        assertThat(cases.waitsAt(key(call), "draftDecision")).isTrue();
    }

    private String statusOf(CallId id) {
        return statuses.of(key(id), Audience.STAFF, null, Locale.JAPANESE).now();
    }

    private void present(TaskId task, int members) {
        recommend.met(task, LocalDate.now(clock), new HashSet<>(panel.subList(0, members)), chair);
    }

    private List<OpenTask> asked(PersonId person) {
        var question = new OpenTasks.Question(
                OpenTasks.View.ALL, "", call.value(), null, OpenTasks.Order.DUE, 0, OpenTasks.MANY);
        return inbox.page(person, question).tasks().stream()
                .filter(row -> row.kind().equals("agreeToException"))
                .toList();
    }

    @Test
    void nobodyElseOpensATaskOfTheSelection() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        var task = task(chair, "recommendProjects");

        for (var other : List.of(secretary, head, panel.getFirst(), representatives.get("P1"))) {
            assertThatThrownBy(() -> recommend.submit(task, List.of(), other)).isInstanceOf(Refusal.class);
            assertThat(cases.task(task, other)).isEmpty();
        }
        assertThat(events.of(key("P1")).toString()).doesNotContain("ADOPTED");
    }

    @Test
    void theBoardShowsWhatWasFoundAndSaysWhatIsMissing() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        signInAs(chair);
        var address = "tasks/recommendProjects/" + task(chair, "recommendProjects");
        open(address);

        assertThat(text())
                .contains("審査ボード", "221", "予算の線", "計算過程を見る（1位）", "委員1人", "（定足数は1人です）", "順位によると：次点")
                .contains("ここまでの合計 430,000円");
        press("推薦案を提出する");
        assertThat(text()).contains("「会議の日」を入力してください。", "定足数 1人・出席 0人");

        signInAs(secretary);
        open(address);
        assertThat(text()).doesNotContain("221").doesNotContain("予算の線");
    }

    @Test
    void aGroupsRoadSaysThatTheCommitteeIsAtWorkUntilItHasHandedItsAdviceOver() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        assertThat(road("P1")).as("the others' sheets").endsWith("審査：審査委員会・いま", "決定：市・これから");
        close();
        assertThat(road("P1")).endsWith("審査：審査委員会・いま", "決定：市・これから");
        withdraw.withdraw(proposals.get("P4"), "", representatives.get("P4"));
        settle();
        sample.now("P4", Status.WITHDRAWN);
        assertThat(road("P4")).containsExactly("提案：団体・済み", "形式の確認：市・済み", "取下げ：団体・済み");
        clock.advance(Duration.ofMinutes(1));

        recommend();

        for (var group : List.of("P1", "P5")) {
            assertThat(road(group)).endsWith("形式の確認：市・済み", "審査：審査委員会・済み", "決定：市・いま");
        }
        clock.advance(Duration.ofMinutes(1));
        withdraw.withdraw(proposals.get("P2"), "", representatives.get("P2"));
        assertThat(road("P2")).endsWith("形式の確認：市・済み", "審査：審査委員会・済み", "取下げ：団体・済み");
        assertThat(road("P4")).as("before the committee had finished").doesNotContain("審査：審査委員会・済み");
    }

    /** The steps that a group reads, with whose each is and where it stands. */
    private List<String> road(String group) {
        signInAs(representatives.get(group));
        open("proposals/" + proposals.get(group));
        return $(OrderedList.class)
                .withClassName("road")
                .single()
                .getElement()
                .getChildren()
                .map(step -> step.getTextRecursively()
                        .replaceAll("(?s)^(?:いま\\s*)?(提案|形式の確認|審査|決定|取下げ).*（(.*)）.*$", "$1：$2"))
                .toList();
    }

    @Test
    void whoWithdrawsAfterTheRecommendationIsMarkedAndCountsForNothing() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        sample.now("P1", Status.WITHDRAWN_LATE);
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        assertThat(text()).contains("P1　提案 P1\n取下げ", "決定の案の額の合計 180,000円（予算 600,000円）");
        assertThat($(RadioButtonGroup.class).all()).hasSize(4);
        draft();

        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        assertThat(text())
                .contains("取下げ", "決定の案の額の合計 180,000円（予算 600,000円）", "通知書を4通用意します。")
                .containsOnlyOnce("250,000円");
    }

    @Test
    void theLetterOfAGroupThatWithdrewIsNeitherDatedNorListedToBeSent() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
        var first = letters.ofCall(call.value()).getFirst();
        var group = proposals.keySet().stream()
                .filter(name -> proposals.get(name).equals(first.proposal()))
                .findFirst()
                .orElseThrow();
        sample.now(group, Status.WITHDRAWN_LATE);
        withdraw.withdraw(first.proposal(), "", representatives.get(group));
        settle();
        pass(3);
        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        assertThat(text()).contains("団体 " + group + "\n提案 " + group + "\n取下げ").doesNotContain(first.documentNumber());

        var today = LocalDate.now(clock);
        test(dated()).setValue(today);
        press("通知を送り、公表の日時を決める");
        assertThat(dated().getErrorMessage()).as("typed, and in no letter yet").startsWith("「通知書の日付」が変更されています。");
        assertThat(letters.ofCall(call.value()))
                .noneMatch(letter -> letter.queuedAt().isPresent());
        press("日付を入れ直す");

        assertThat(dated().getValue()).isEqualTo(today);
        assertThat(letters.ofCall(call.value()))
                .hasSize(4)
                .allMatch(letter -> letter.dated().equals(today));
        press("通知を送り、公表の日時を決める");
        press("この内容で送る");
        assertThat(text()).contains("通知書を送付の順番に入れました。");
    }

    private DatePicker dated() {
        return $(DatePicker.class).withCaption("通知書の日付").single();
    }

    @Test
    void whoApprovesAndWhoLooksItUpReadsWhetherTheOrderOfTheRunnersUpIsDecided() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        assertThat(text()).contains("次点の順番も、この決定に含まれます。");
        approve.giveBack(task(head, "approveDecision"), "順番は別に決めるため", head);
        settle();

        draftWithoutOrder();

        open("tasks/approveDecision/" + task(head, "approveDecision"));
        assertThat(text()).contains("次点の順番は、この決定に含まれません。").doesNotContain("この決定に含まれます");
        approve.approve(task(head, "approveDecision"), head);
        settle();
        open("selections/" + call);
        assertThat(text()).contains("次点の順番は、この決定に含まれません。");
    }

    @Test
    void whatWasSentBackSaysSoInTheInboxUntilItIsHandedOnAgain() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        signInAs(secretary);
        open("inbox?call=" + call);
        assertThat(text()).contains("決定の案を起こす").doesNotContain("差し戻されました");
        draft();
        signInAs(head);
        approve.giveBack(task(head, "approveDecision"), "金額を確認してください", head);
        settle();

        var said = "差し戻されました（" + JapaneseDates.brief(LocalDate.now(clock), Locale.JAPANESE) + "、" + people.name(head)
                + "さん）";
        signInAs(secretary);
        for (var page : List.of("inbox?call=" + call, "inbox?table=1&call=" + call)) {
            open(page);
            assertThat(text()).as(page).contains(said);
        }
        draft();
        signInAs(head);
        open("inbox?call=" + call);
        assertThat(text()).contains("決裁する").doesNotContain("差し戻されました");
    }

    @Test
    void anApprovalGivenElsewhereIsRecordedByOthersThanTheDrafterWhoSeeWhatWasDrafted() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        signInAs(secretary);
        open("selections/" + call);
        assertThat(text()).contains("起案した方、").doesNotContain("決裁を記録する");
        assertThat($(DatePicker.class).all()).isEmpty();

        signInAs(colleague);
        open("selections/" + call);
        assertThat(text())
                .doesNotContain("起案した方、")
                .contains("別紙のとおり決定する。", "決定の案の額の合計 430,000円（予算 600,000円）", "推薦と同じ", "事務局 一さん");
        var on = $(DatePicker.class).single();
        var sunday = LocalDate.now(clock).with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
        test(on).setValue(sunday);
        assertThat(on.getHelperText()).contains("市役所が休みの日です");
        test($(TextField.class).withCaption("決裁した職").single()).setValue("市民部長");
        test($(TextField.class).withCaption("文書番号").single()).setValue("第8号");
        press("決裁を記録する");
        assertThat(on.getErrorMessage()).startsWith("決裁の日には、起案が届けられた日（");
        assertThat(cases.waitsAt(key(call), "approveDecision")).isTrue();

        test(on).setValue(LocalDate.now(clock));
        assertThat(on.getHelperText()).isEmpty();
        press("決裁を記録する");
        assertThat(cases.waitsAt(key(call), "approveDecision")).isFalse();
    }

    @Test
    void draftApprovalLettersAndAnswerEachHaveTheirPage() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        assertThat(text()).contains("次点の順番", "推薦と同じ", "決定の案の額の合計 430,000円（予算 600,000円）", "令和9年度予算");
        assertThat(text())
                .as("what the chair and the approver read")
                .contains("審査の順位表", "221", "780,000", "ここまでの合計 430,000円", "計算過程を見る（1位）");
        press("決裁を受ける");
        assertThat(text()).contains("「起案文」を入力してください。");
        draft();

        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        assertThat(text())
                .contains("別紙のとおり決定する。", "承認すると、次のことが起こります", "委員1人中1人出席", "あらためて決裁を受けることができます。")
                .doesNotContain("取りやめられます", "変更の決裁");
        press("承認する");
        assertThat(cases.waitsAt(key(call), "approveDecision"))
                .as("it asks first")
                .isTrue();
        press("この内容で承認する");
        assertThat(text()).contains("承認しました。");
        settle();

        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        assertThat(text()).contains("公開される内容", "団体 P1", "印刷して郵送", "採択");
        press("通知を送り、公表の日時を決める");
        press("この内容で送る");
        assertThat(text()).containsPattern("\\d日（.）までに通知書を発送し、「通知書の台帳」に記録してください。その日までに記録すると、");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("letters?call=" + call);
        settle();
        assertThat(letters.ofCall(call.value()))
                .filteredOn(letter -> letter.kind() == Letter.Kind.RESULT)
                .allMatch(letter -> letter.queuedAt().isPresent());
        open("letters");
        assertThat(text()).contains("通知書の台帳", "照合番号", "団体 P1");
        var search = $(TextField.class).withCaption("番号か宛先で探す").single();
        test(search).setValue("どこにもない_宛先");
        assertThat(text()).contains("当てはまる通知書はありません").doesNotContain("団体 P1");
        for (var typed : List.of("体 P1", "体　ｐ１")) {
            test(search).setValue(typed);
            assertThat(text()).contains("団体 P1").doesNotContain("団体 P3");
        }
        var number = letters.ofCall(call.value()).stream()
                .filter(letter ->
                        letter.kind() == Letter.Kind.RESULT && letter.proposal().equals(proposals.get("P1")))
                .map(Letter::documentNumber)
                .findFirst()
                .orElseThrow();
        assertThat(text()).contains(number);
        test($(Button.class).all().stream()
                        .filter(button -> button.getAriaLabel().equals(Optional.of(number + "を発送済みにする")))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("1通を発送済みにしますか");
        press("この日に発送したと記録する");
        test($(Checkbox.class).single()).click();
        assertThat(text()).doesNotContain(number);
        open("selections");
        assertThat(text()).contains("選考と決定").doesNotContain("不採択");
        open("selections/" + call);
        assertThat(text()).doesNotContain("不採択");

        var representative = representatives.get("P1");
        signInAs(representative);
        var answered = cases.taskFor(representative, key("P1"), "answerResult")
                .orElseThrow()
                .id();
        open("tasks/answerResult/" + answered);
        assertThat(text()).contains("ご提案を採択することに決まりました。", "250,000円", "辞退されても");
        press("採択を受ける");
        press("採択を受けると返事をする");
        assertThat(text()).contains("採択をお受けいただきました。").doesNotContain("受信箱");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("proposals/" + proposals.get("P1"));
        open("tasks/answerResult/" + answered);
        assertThat(text()).contains("お返事は、すでにいただいているか");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("proposals");
    }
}
