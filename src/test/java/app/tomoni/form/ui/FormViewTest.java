package app.tomoni.form.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Statements;
import app.tomoni.ViewTest;
import app.tomoni.account.PersonId;
import app.tomoni.form.Answers;
import app.tomoni.form.Attachment;
import app.tomoni.form.BudgetRule;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.FormRules;
import app.tomoni.form.Forms;
import app.tomoni.form.Saved;
import app.tomoni.form.WorkingCopies;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Json;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.ErrorSummary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.node.BooleanNode;

class FormViewTest extends ViewTest {

    private static final FormRules RULES =
            new FormRules(new BudgetRule(1, 2, new Yen(250_000), new Yen(1_000)), null, null);

    @Autowired
    private FormViews views;

    @Autowired
    private Forms forms;

    @Autowired
    private WorkingCopies copies;

    private final String subject = "proposal:" + Ids.next();
    private final AtomicBoolean writable = new AtomicBoolean(true);
    private final AtomicBoolean failing = new AtomicBoolean();
    private FormDefinition form;
    private PersonId yamada;
    private PersonId sato;

    @BeforeEach
    void twoPeopleOfAGroup() {
        form = forms.of("proposal", null);
        yamada = people.add("山田", "ヤマダ", null);
        sato = people.add("佐藤", "サトウ", null);
    }

    @Test
    void whatIsTypedIsSavedAndThereAgain() {
        var view = opened(yamada);
        view.goTo("purpose");

        type("purpose", "𠮷野地区の子どもたちが、安心して過ごせること。");

        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("𠮷野地区の子どもたちが、安心して過ごせること。");
        assertThat(text()).contains("保存しました");
        opened(sato).goTo("purpose");
        assertThat(area("purpose").getValue()).isEqualTo("𠮷野地区の子どもたちが、安心して過ごせること。");
    }

    @Test
    void aTextThatIsTooLongIsKeptAndToldAtTheField() {
        opened(yamada).goTo("purpose");

        type("purpose", "あ".repeat(612));

        assertThat(copies.open(subject).get("purpose").value()).hasSize(612);
        assertThat(area("purpose").getErrorMessage()).isEqualTo("「事業の目的・ねらい」は600字以内で入力してください（いま612字）。文章はそのまま残っています。");
    }

    @Test
    void whatIsMissingIsToldOnlyWhenAskedFor() {
        var view = opened(yamada);
        view.goTo("purpose");
        assertThat(area("purpose").isInvalid()).isFalse();

        var summary = new ErrorSummary();
        UI.getCurrent().add(summary);
        assertThat(view.complain(summary)).isFalse();

        assertThat(area("purpose").getErrorMessage()).isEqualTo("「事業の目的・ねらい」を入力してください。");
        assertThat(summary.getElement().getAttribute("role")).isEqualTo("alert");
        assertThat($(Anchor.class, summary).all()).hasSameSizeAs(view.errors());
    }

    @Test
    void whatIsPutRightLeavesTheListOfWhatIsWrongAndNothingIsToldAgain() {
        var view = opened(yamada);
        var summary = new ErrorSummary();
        UI.getCurrent().add(summary);
        view.goTo("purpose");
        view.complain(summary);
        var before = $(Anchor.class, summary).all().size();
        var missing = "「事業の目的・ねらい」を入力してください。";
        assertThat(said(summary)).contains(missing);

        type("purpose", "安心して過ごせること。");

        assertThat($(Anchor.class, summary).all()).hasSize(before - 1);
        assertThat(said(summary)).doesNotContain(missing).contains("次の" + (before - 1) + "点を");
        assertThat(summary.getElement().hasAttribute("role")).isFalse();
        type("purpose", "あ".repeat(5000));
        assertThat(said(summary)).as("what was not in the list").doesNotContain("事業の目的・ねらい");
        type("currentIssue", "い".repeat(5000));
        assertThat(said(summary))
                .as("what is in the list, as it is wrong by now")
                .contains("5,000字");
    }

    private static String said(ErrorSummary summary) {
        return summary.getElement().getTextRecursively();
    }

    @Test
    void aChoiceThatWasNotMadeWaitsOnEveryDevice() {
        opened(yamada).goTo("purpose");
        copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        type("purpose", "山田の文");
        type("purpose", "山田の文、続き");

        opened(yamada).goTo("purpose");

        assertThat(area("purpose").getValue()).isEqualTo("山田の文、続き");
        assertThat(text()).contains("佐藤さんが同じ欄を保存しました。どちらを残すか選んでください。");
        press("自分の文");
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("山田の文、続き");
        assertThat(copies.aside(subject)).isEmpty();
        opened(sato).goTo("purpose");
        assertThat(text()).doesNotContain("どちらを残すか");
    }

    @Test
    void aChoiceInAnotherSectionIsNamedInTheContentsAndAtTheHeadWhichLeadsThere() {
        opened(yamada).goTo("purpose");
        copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        type("purpose", "山田の文");

        opened(yamada);

        assertThat(states().get(1)).isEqualTo("どちらを残すか未選択");
        assertThat(areas("purpose")).isEmpty();
        var way = $(Anchor.class).all().stream()
                .filter(link -> link.getText().equals("まだ保存していません。「事業の目的・ねらい」で、どちらの内容を残すか選んでください。"))
                .findFirst()
                .orElseThrow();
        hear(way, "click", Map.of());
        assertThat(area("purpose").getValue()).isEqualTo("山田の文");
        press("自分の文");
        assertThat(states().get(1)).isEqualTo("入力中");
        assertThat(text()).doesNotContain("どちらの内容を残すか");
    }

    @Test
    void aTextThatWasSavedAnewAsItStoodIsNoOtherText() {
        var first = (Saved.Stored) copies.save(subject, "purpose", "もとの文", WorkingCopies.NEW, sato);
        var view = opened(yamada);
        view.goTo("purpose");
        var base = boxOf("purpose").getElement().getAttribute("data-base");
        savedAnew("purpose", first.version());

        type("purpose", "もとの文に山田が足した");

        assertThat(text()).doesNotContain("どちらを残すか");
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("もとの文に山田が足した");
        var second = copies.open(subject).get("purpose").version();
        copies.save(subject, "purpose", "もとの文", second, sato);
        opened(yamada).restore("purpose", "もとの文に山田が端末で足した", base);
        assertThat(text()).doesNotContain("どちらを残すか");
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("もとの文に山田が端末で足した");
    }

    private void savedAnew(String field, long version) {
        var other = (Saved.Stored) copies.save(subject, field, "佐藤の別の文", version, sato);
        copies.save(subject, field, "もとの文", other.version(), sato);
    }

    @Test
    void whatOthersSaveIsShownHoweverItsPartsAreOrdered() {
        copies.save(
                subject, "schedule", "[{\"who\":\"\",\"action\":\"準備\",\"month\":\"4月\"}]", WorkingCopies.NEW, sato);
        watched(yamada).goTo("schedule");
        var first = copies.open(subject).get("schedule").version();
        copies.save(subject, "schedule", "[{\"month\":\"5月\",\"action\":\"準備\",\"who\":\"\"}]", first, sato);

        poll();

        assertThat(boxOf("schedule").kept()).contains("5月");
    }

    @Test
    void whoeverChoosesTheOthersTextIsNotAskedAgain() {
        opened(yamada).goTo("purpose");
        copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        type("purpose", "山田の文");

        opened(yamada).goTo("purpose");
        press("佐藤さんの文");

        opened(yamada).goTo("purpose");
        assertThat(area("purpose").getValue()).isEqualTo("佐藤の文");
        assertThat(text()).doesNotContain("どちらを残すか");
    }

    @Test
    void theSecondPersonSeesBothTextsAndChooses() {
        opened(yamada).goTo("purpose");
        copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);

        assertThat(scripts(() -> type("purpose", "山田の文")))
                .as("nothing is under way")
                .anyMatch(script -> script.contains("refused"));

        assertThat(text()).contains("「事業の目的・ねらい」で、どちらの内容を残すか選んでください。").doesNotContain("端末に残っています");
        assertThat(text()).contains("佐藤さんが同じ欄を保存しました。どちらを残すか選んでください。", "自分の文", "佐藤さんの文");
        press("並べて見る");
        assertThat(text()).contains("山田の文", "佐藤の文");
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("佐藤の文");
        press("自分の文");
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("山田の文");
        assertThat(text()).doesNotContain("並べて見る");
    }

    @Test
    void sideBySideTheTextsAreShownAsTheyStandAndNobodyTakesOneUnseen() {
        opened(yamada).goTo("purpose");
        var first = (Saved.Stored) copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        type("purpose", "山田の文");
        assertThat(text()).contains("佐藤さんが同じ欄を保存しました");
        var second = (Saved.Stored) copies.save(subject, "purpose", "佐藤の続き", first.version(), sato);
        type("purpose", "山田の文の続き");

        press("並べて見る");

        assertThat(textOfPair()).contains("山田の文の続き", "佐藤の続き").doesNotContain("佐藤の文");
        copies.save(subject, "purpose", "佐藤の結び", second.version(), sato);
        press("佐藤さんの文");
        assertThat(area("purpose").getValue()).as("not seen yet").isEqualTo("山田の文の続き");
        assertThat(textOfPair()).contains("佐藤の結び");
        press("佐藤さんの文");
        assertThat(area("purpose").getValue()).isEqualTo("佐藤の結び");
        assertThat(text()).doesNotContain("並べて見る");
    }

    @Test
    void aChoiceThatWaitsShowsWhatTheOtherWritesOnAndEndsWhenBothAreTheSame() {
        watched(yamada).goTo("purpose");
        var first = (Saved.Stored) copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        type("purpose", "山田の文");
        press("並べて見る");
        var second = (Saved.Stored) copies.save(subject, "purpose", "佐藤の続き", first.version(), sato);

        poll();

        assertThat(textOfPair()).contains("佐藤の続き");
        copies.save(subject, "purpose", "山田の文", second.version(), sato);
        poll();
        assertThat(text()).doesNotContain("並べて見る");
        type("purpose", "山田の文と、その先");
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("山田の文と、その先");
    }

    private String textOfPair() {
        return $(Div.class).withClassName("pair").single().getElement().getTextRecursively();
    }

    @Test
    void onesOwnTextOfAnotherScreenIsNamedAsSuch() {
        opened(yamada).goTo("purpose");
        copies.save(subject, "purpose", "先に開いた画面の文", WorkingCopies.NEW, yamada);

        type("purpose", "この画面の文");

        assertThat(text()).contains("あなたが別の画面で同じ欄を保存しました。").doesNotContain("あなたさん", "山田さん");
        press("別の画面の文");
        assertThat(area("purpose").getValue()).isEqualTo("先に開いた画面の文");
    }

    @Test
    void theOtherTextCanBeTakenInstead() {
        opened(yamada).goTo("purpose");
        copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        type("purpose", "山田の文");

        press("佐藤さんの文");

        assertThat(area("purpose").getValue()).isEqualTo("佐藤の文");
        type("purpose", "佐藤の文に山田が足した");
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("佐藤の文に山田が足した");
    }

    @Test
    void otherFieldsOfOthersAppearWithoutDisturbing() {
        opened(yamada).goTo("purpose");
        copies.save(subject, "currentIssue", "佐藤が書いた課題", WorkingCopies.NEW, sato);

        type("purpose", "山田の目的");

        assertThat(area("currentIssue").getValue()).isEqualTo("佐藤が書いた課題");
        assertThat(text()).contains("佐藤さんがこの欄を更新しました");
    }

    @Test
    void aLookWhereNothingIsNewAsksOneQuestion() {
        copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        watched(yamada).goTo("currentIssue");
        type("currentIssue", "山田の文");

        assertThat(Statements.of(ViewTest::poll)).singleElement().asString().contains("sum(version)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"purpose", "startDate", "schedule", "budget"})
    void aFieldInUseIsNotChangedUnderTheHands(String field) {
        watched(yamada).goTo(field);
        var box = boxOf(field);
        hear(box, "focusin", Map.of());
        var theirs = Map.of(
                "startDate", "2027-04-01", "schedule", "[{\"month\":\"4月\"}]", "budget", "{\"requested\":\"900\"}");
        copies.save(subject, field, theirs.getOrDefault(field, "佐藤の文"), WorkingCopies.NEW, sato);
        var before = box.kept();

        poll();
        assertThat(box.kept()).isEqualTo(before);
        hear(box, "focusout", Map.of());
        poll();

        assertThat(box.kept()).isNotEqualTo(before);
    }

    @Test
    void whoWasTypingWhileTheOtherSavedChooses() {
        watched(yamada).goTo("purpose");
        hear(boxOf("purpose"), "focusin", Map.of());
        copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        poll();

        type("purpose", "山田の文");

        assertThat(text()).contains("佐藤さんが同じ欄を保存しました。どちらを残すか選んでください。");
    }

    @Test
    void whatWasTypedBeforeTheBrowserHadTheOthersTextMeetsTheChoiceToo() {
        var view = watched(yamada);
        view.goTo("purpose");
        copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        poll();
        assertThat(area("purpose").getValue()).isEqualTo("佐藤の文");

        view.restore("purpose", "山田の文", "0");
        assertThat(scripts(() -> view.restore("purpose", "山田の文", "0")))
                .as("the browser keeps it until somebody has chosen")
                .noneMatch(script -> script.contains("forget"));

        assertThat(text()).contains("佐藤さんが同じ欄を保存しました。どちらを残すか選んでください。").doesNotContain("この端末に残っていた入力を戻しました");
        assertThat(area("purpose").getValue()).isEqualTo("山田の文");
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("佐藤の文");
    }

    @Test
    void theOthersTextIsWrittenOnOnceTheBrowserHasIt() {
        watched(yamada).goTo("purpose");
        copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        poll();
        theBrowserHasIt();

        type("purpose", "佐藤の文に山田が足した");

        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("佐藤の文に山田が足した");
    }

    private static void theBrowserHasIt() {
        roundTrip();
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains("replaced"))
                .forEach(call -> call.complete(BooleanNode.TRUE));
    }

    @Test
    void whoMayNoLongerWriteSeesNothingNewAndIsTold() {
        watched(yamada).goTo("purpose");
        copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        writable.set(false);

        poll();

        assertThat(area("purpose").getValue()).isEmpty();
        assertThat(text()).contains("もう書き込めません").doesNotContain("端末に残っています");
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void aLookThatFailsIsNobodysConcernAndTriedAgain() {
        var view = watched(yamada);
        view.goTo("purpose");
        view.watch(() -> {
            if (failing.get()) {
                throw new DataAccessResourceFailureException("the database is away");
            }
        });
        copies.save(subject, "purpose", "佐藤の文", WorkingCopies.NEW, sato);
        failing.set(true);
        poll();
        failing.set(false);

        poll();

        assertThat(area("purpose").getValue()).isEqualTo("佐藤の文");
    }

    @Test
    void aPageThatShowsSomethingElseAsksNoMore() {
        var view = watched(yamada);
        assertThat(UI.getCurrent().getPollInterval()).isPositive();

        UI.getCurrent().remove(view);

        assertThat(UI.getCurrent().getPollInterval()).isNegative();
        assertThat(Statements.of(ViewTest::poll)).isEmpty();
    }

    @Test
    void aCopyThatIsGoneIsToldAndNothingIsBroughtBackToLife() {
        var view = opened(yamada);
        view.goTo("purpose");
        type("purpose", "はじめの文");
        copies.discard(subject);

        type("purpose", "遅れた文");

        assertThat(text()).contains("保存できません。この画面には、もう書き込めません。", "画面を開き直してください");
        assertThat(view.isSafe()).isFalse();
        assertThat(copies.open(subject)).isEmpty();
    }

    @Test
    void whoMayNoLongerWriteIsToldAtTheNextSave() {
        var view = opened(yamada);
        view.goTo("purpose");
        type("purpose", "まだ書けた文");

        writable.set(false);
        type("purpose", "もう書けない文");
        type("currentIssue", "はじめて書く欄");

        assertThat(text()).contains("もう書き込めません");
        assertThat(view.isSafe()).isFalse();
        assertThat(copies.open(subject)).containsOnlyKeys("purpose");
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("まだ書けた文");
    }

    @Test
    void whyAFieldCannotBeSavedIsSaidThereAndNowhereElse() {
        opened(yamada).goTo("purpose");
        type("purpose", "制御文字\0のある文");
        assertThat(area("purpose").getErrorMessage()).contains("保存できない文字");

        type("currentIssue", "ふつうの文");

        assertThat(area("purpose").getErrorMessage()).contains("保存できない文字");
        assertThat(area("currentIssue").isInvalid()).isFalse();
        assertThat(copies.open(subject)).containsOnlyKeys("currentIssue");
        type("purpose", "直した文");
        assertThat(area("purpose").isInvalid()).isFalse();
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("直した文");
    }

    @Test
    void aFieldAppearsWhenTheAnswerThatItDependsOnIsGiven() {
        opened(yamada);
        assertThat(areas("previousResults")).isEmpty();

        @SuppressWarnings("unchecked")
        RadioButtonGroup<app.tomoni.form.Field.Option> renewal =
                $(RadioButtonGroup.class).all().getFirst();
        test(renewal).selectItem("継続（2年目）");

        assertThat(areas("previousResults")).hasSize(1);
        assertThat(copies.open(subject).get("renewal").value()).isEqualTo("second");
    }

    @Test
    void whatIsBeingPressedWhileASaveComesBackIsStillThere() {
        opened(yamada).goTo("purpose");
        var section = $(NativeButton.class).all().getLast();
        var on = $(Button.class).withPropertyValue(Button::getText, "次へ：事業の内容").single();

        type("purpose", "欄を離れた文");

        assertThat(states().get(1)).isEqualTo("入力中");
        assertThat($(NativeButton.class).all()).contains(section);
        assertThat($(Button.class).all()).contains(on);
    }

    @Test
    void theContentsSayHowFarEachSectionIs() {
        copies.save(subject, "purpose", "目的", WorkingCopies.NEW, yamada);
        copies.save(subject, "synergy", "あ".repeat(700), WorkingCopies.NEW, yamada);
        for (var pledge : List.of("publicationConsent", "eligibilityConfirmed", "antiCrimePledge", "truthPledge")) {
            copies.save(subject, pledge, "true", WorkingCopies.NEW, yamada);
        }

        opened(yamada);

        assertThat(states()).containsExactly("未着手", "入力中", "未着手", "指摘あり", "未着手", "未着手", "未着手", "完了");
        assertThat(text()).contains("完了 1/8");
    }

    @Test
    void theBudgetSaysWhatIsWrongAndMendsItWithOneClick() {
        opened(yamada).goTo("budget");

        cell("budget/expenditure/0/amount", "392,000");
        cell("budget/income/0/amount", "196,000");
        cell("budget/requested", "２１０，０００");
        hear(boxOf("budget"), "focusout", Map.of(FieldView.LEFT, "true"));

        assertThat(text())
                .contains(
                        "補助金額は対象経費の2分の1まで、1,000円未満は切り捨てです。いまの対象経費では196,000円までになります（いま210,000円）。",
                        "収入合計406,000円が支出合計392,000円より14,000円多くなっています。どちらかを直してください。");
        press("196,000円にする");
        assertThat(text()).contains("収入と支出が一致しています", "希望できる196,000円の範囲内です");
        assertThat(copies.open(subject).get("budget").value()).contains("\"requested\":\"196,000\"");
    }

    @Test
    void aDifferenceOfTheSumsIsToldCalmlyUntilTheTableIsLeft() {
        copies.save(subject, "budget", """
                {"expenditure": [{"category": "謝礼", "description": "見守り", "amount": "392000"}],
                 "income": [{"category": "自己資金", "description": "会費", "amount": "392000"}]}""", WorkingCopies.NEW, yamada);
        opened(yamada).goTo("budget");
        hear(boxOf("budget"), "focusin", Map.of());
        cell("budget/income/0/amount", "390,000");
        assertThat(text()).contains("差 2,000円（支出のほうが多くなっています）").doesNotContain("直してください");
        cell("budget/income/0/amount", "400,000");

        assertThat(text()).contains("差 8,000円（収入のほうが多くなっています）").doesNotContain("直してください");
        assertThat(states().get(4)).isEqualTo("入力中");
        hear(boxOf("budget"), "focusout", Map.of(FieldView.LEFT, "false"));
        hear(boxOf("budget"), "focusin", Map.of());
        assertThat(text()).doesNotContain("直してください");
        hear(boxOf("budget"), "focusout", Map.of(FieldView.LEFT, "true"));

        assertThat(text()).contains("収入合計400,000円が支出合計392,000円より8,000円多くなっています。どちらかを直してください。");
        assertThat(states().get(4)).isEqualTo("指摘あり");
        hear(boxOf("budget"), "focusin", Map.of());
        cell("budget/income/0/amount", "390,000");
        assertThat(text()).as("stays an error until it is mended").contains("どちらかを直してください。");
        cell("budget/income/0/amount", "392,000");
        assertThat(text()).contains("収入と支出が一致しています");
    }

    /** One message brings the values first, and then what happened. */
    @Test
    void whoeverTypesIsAtTheTableBeforeTheirArrivalThereIsTold() {
        opened(yamada).goTo("budget");
        cell("budget/expenditure/0/amount", "5000");
        hear(boxOf("budget"), "focusin", Map.of());

        assertThat(text()).contains("差 5,000円（支出のほうが多くなっています）").doesNotContain("直してください");
        hear(boxOf("budget"), "focusout", Map.of(FieldView.LEFT, "true"));

        assertThat(text()).contains("どちらかを直してください。");
    }

    @Test
    void aDifferenceOfTheSumsIsAnErrorForWhoeverAsksWhetherTheFormIsComplete() {
        var view = opened(yamada);
        view.goTo("budget");
        hear(boxOf("budget"), "focusin", Map.of());
        cell("budget/expenditure/0/amount", "392,000");

        view.complain(new ErrorSummary());

        assertThat(text()).contains("支出合計392,000円が収入合計0円より392,000円多くなっています。どちらかを直してください。");
    }

    @Test
    void figuresAreReadInOneFormHoweverTheyWereTyped() {
        copies.save(subject, "budget", """
                {"expenditure": [{"category": "謝礼", "unitPrice": "１，２００", "quantity": "10000.5", "amount": "12000600"},
                                 {"category": "謝礼", "unitPrice": "三百", "quantity": "2", "amount": "600"}]}""", WorkingCopies.NEW, yamada);
        signInAs(yamada);

        UI.getCurrent()
                .add(views.read(
                        form,
                        Answers.of(form, copies.open(subject)),
                        field -> field.key().equals("budget"),
                        Locale.JAPANESE,
                        () -> true));

        assertThat(text()).contains("1,200 × 10,000.5", "12,000,600円", "三百 × 2");
    }

    @Test
    void whatALineLacksIsMarkedWhereItIsWritten() {
        opened(yamada).goTo("budget");
        assertThat($(Select.class).all()).noneMatch(Select::isInvalid);

        cell("budget/expenditure/0/description", "見守りの謝礼");

        assertThat($(Select.class).all()).as("still being written").noneMatch(Select::isInvalid);
        assertThat(states().get(4)).isEqualTo("入力中");
        hear(rowOf("budget/expenditure/0/description"), "focusout", Map.of(FieldView.LEFT, "false"));
        assertThat($(Select.class).all()).noneMatch(Select::isInvalid);
        hear(rowOf("budget/expenditure/0/description"), "focusout", Map.of(FieldView.LEFT, "true"));
        assertThat(text()).contains("単価", "×", "数量", "支出の1行目の費目を選んでください。");
        assertThat($(Select.class).all())
                .filteredOn(Select::isInvalid)
                .extracting(Select::getErrorMessage)
                .containsExactly("支出の1行目の費目を選んでください。");
        cell("budget/expenditure/0/amount", "二万円");
        assertThat($(TextField.class).all())
                .filteredOn(TextField::isInvalid)
                .extracting(TextField::getErrorMessage)
                .containsExactly("支出の1行目の金額は96000のように0以上の数字で入力してください（いま「二万円」）。");
        cell("budget/expenditure/0/amount", "20,000");
        assertThat($(TextField.class).all()).noneMatch(TextField::isInvalid);
    }

    @Test
    void anAmountFollowsFromPriceAndQuantity() {
        opened(yamada).goTo("budget");

        cell("budget/expenditure/0/price", "２，０００");
        cell("budget/expenditure/0/quantity", "40");

        assertThat(field("budget/expenditure/0/amount").getValue()).isEqualTo("80,000");
        assertThat(copies.open(subject).get("budget").value())
                .contains("\"amount\":\"80,000\"", "\"unitPrice\":\"２，０００\"");
    }

    @Test
    void aRowIsAddedByButtonAndTheRestKeepsItsPlace() {
        opened(yamada).goTo("budget");
        cell("budget/expenditure/0/amount", "100");

        press("支出の行を増やす");
        cell("budget/expenditure/1/amount", "200");

        assertThat(text()).contains("300円");
        test($(Button.class).all().stream()
                        .filter(button -> "1行目を消す".equals(button.getAriaLabel().orElse("")))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat(field("budget/expenditure/0/amount").getValue()).isEqualTo("200");
    }

    @Test
    void rowsThatWereTakenAwayComeBackWhereTheyWereInWhateverOrder() {
        opened(yamada).goTo("budget");
        for (var i = 0; i < 3; i++) {
            cell("budget/expenditure/" + i + "/description", "支出" + i);
            press("支出の行を増やす");
        }

        cell("budget/expenditure/1/amount", "１２００");

        pressNamed("1行目を消す");
        pressNamed("1行目を消す");
        assertThat(text()).contains("「支出0」の行を消しました。", "「支出1 1,200円」の行を消しました。");
        assertThat(copies.open(subject).get("budget").value()).contains("支出2").doesNotContain("支出0", "支出1");
        pressNamed("「支出1 1,200円」の行を元に戻す");
        pressNamed("「支出0」の行を元に戻す");

        assertThat(List.of(0, 1, 2))
                .allSatisfy(i -> assertThat(field("budget/expenditure/" + i + "/description")
                                .getValue())
                        .isEqualTo("支出" + i));
        assertThat(copies.open(subject).get("budget").value()).containsSubsequence("支出0", "支出1", "支出2");
        assertThat(text()).doesNotContain("元に戻す");
    }

    @Test
    void theOnlyRowIsReplacedByAnEmptyOneUntilItComesBack() {
        opened(yamada).goTo("budget");
        cell("budget/income/0/description", "会費");

        $(Button.class).all().stream()
                .filter(button -> "1行目を消す".equals(button.getAriaLabel().orElse("")))
                .toList()
                .getLast()
                .click();
        assertThat(field("budget/income/0/description").getValue()).isEmpty();
        assertThat(copies.open(subject).get("budget").value()).isEmpty();
        pressNamed("「会費」の行を元に戻す");

        assertThat(field("budget/income/0/description").getValue()).isEqualTo("会費");
        assertThat($(TextField.class).all())
                .noneMatch(input ->
                        "budget/income/1/description".equals(input.getElement().getAttribute("data-keep")));
        assertThat(copies.open(subject).get("budget").value()).contains("会費");
    }

    @Test
    void aRowStaysAtHandWhileOthersWriteInItsTableAndNoLongerWhenTheyHaveIt() {
        watched(yamada).goTo("roles");
        row("roles/0/task", "広報");
        row("roles/1/task", "見守り");
        pressNamed("1行目を消す");
        assertThat(text()).contains("「広報」の行を消しました。");

        write(sato, "roles", "[{\"task\":\"見守りと送迎\"}]");
        poll();
        theBrowserHasIt();
        assertThat(text()).contains("「広報」の行を消しました。");
        pressNamed("「広報」の行を元に戻す");
        assertThat(copies.open(subject).get("roles").value()).containsSubsequence("広報", "見守りと送迎");

        pressNamed("1行目を消す");
        write(sato, "roles", "[{\"task\":\"広報\"}]");
        poll();
        assertThat(text()).doesNotContain("行を消しました");
    }

    private void row(String path, String words) {
        if (areas(path).isEmpty()) {
            pressNamed("行を増やす");
        }
        test(areas(path).getFirst()).setValue(words);
    }

    private void write(PersonId person, String field, String value) {
        var stood = copies.open(subject).get(field);
        assertThat(copies.save(subject, field, value, stood.version(), person)).isInstanceOf(Saved.Stored.class);
    }

    /** The first of that name that is shown. */
    private void pressNamed(String name) {
        test($(Button.class).all().stream()
                        .filter(button -> name.equals(button.getAriaLabel().orElseGet(button::getText)))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    @Test
    void whatTheBrowserKeptIsPutBackAndSaved() {
        var view = opened(yamada);
        view.goTo("purpose");

        view.restore("purpose", "送れなかった文", "0");
        view.restore("budget/expenditure/2/description", "見守りの謝礼", "0");

        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("送れなかった文");
        assertThat(copies.open(subject).get("budget").value()).contains("見守りの謝礼");
        assertThat(text()).contains("この端末に残っていた入力を戻しました");
    }

    @Test
    void whatTheBrowserKeptNeverOverwritesANewerTextUnseen() {
        copies.save(subject, "purpose", "佐藤が後で書いた文", WorkingCopies.NEW, sato);
        var view = opened(yamada);
        view.goTo("purpose");

        view.restore("purpose", "山田が前に書いた文", "0");

        assertThat(text()).contains("佐藤さんが同じ欄を保存しました");
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("佐藤が後で書いた文");
    }

    @Test
    void nonsenseFromABrowserChangesNothing() {
        var view = opened(yamada);

        for (var path :
                List.of("absent", "budget/expenditure/x/amount", "budget/expenditure/0/evil", "roles/99/x", "/")) {
            view.restore(path, "x", "not a number");
        }

        assertThat(copies.open(subject)).isEmpty();
    }

    @Test
    void aFileThatABrowserNamesIsNotTaken() {
        var view = opened(yamada);

        view.restore("attachments", """
                [{"file": "%s", "name": "別の団体の名簿.pdf", "mediaType": "application/pdf", "size": 9}]""".formatted(Ids.next()), "0");

        assertThat(text()).doesNotContain("別の団体の名簿");
        assertThat(copies.open(subject)).isEmpty();
    }

    @Test
    void theFilesOfAllFieldsCountTogetherAlreadyWhenTheyAreChosen() {
        var file = "{\"file\":\"%s\",\"name\":\"規約.pdf\"}".formatted(Ids.next());
        copies.save(subject, "attachments", Collections.nCopies(9, file).toString(), WorkingCopies.NEW, yamada);
        opened(yamada).goTo("confidentialAttachments");
        assertThat(text()).contains("この欄に9個（全部で10個まで、あと1個）", "この欄に0個（全部で10個まで、あと1個）");

        uploadConfidential("名簿.pdf");
        assertThat(text()).contains("この欄に1個（全部で10個まで、あと0個）", "この欄に9個（全部で10個まで、あと0個）");
        uploadConfidential("役員.pdf");

        assertThat(text()).contains("「役員.pdf」は加えられませんでした。添付は全部で10個までです。");
        assertThat(copies.open(subject).get("confidentialAttachments").value())
                .contains("名簿.pdf")
                .doesNotContain("役員.pdf");
    }

    @Test
    void aFileThatWasTakenOutComesBackUnlessItsPlaceIsTaken() {
        var names = List.of("a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf", "f.pdf", "g.pdf", "h.pdf", "i.pdf");
        var files = names.stream()
                .map(name -> "{\"file\":\"%s\",\"name\":\"%s\",\"sha256\":\"%s\"}".formatted(Ids.next(), name, name))
                .toList();
        copies.save(subject, "attachments", files.toString(), WorkingCopies.NEW, yamada);
        opened(yamada).goTo("attachments");

        pressNamed("「b.pdf」を外す");
        assertThat(text()).contains("「b.pdf」を外しました。", "この欄に8個（全部で10個まで、あと2個）");
        assertThat(attached()).hasSize(8).doesNotContain("b.pdf");
        pressNamed("「b.pdf」を元に戻す");
        assertThat(attached()).containsExactlyElementsOf(names);

        pressNamed("「c.pdf」を外す");
        uploadConfidential("名簿.pdf");
        uploadConfidential("役員.pdf", "%PDF-1.7\n%other\n%%EOF");
        pressNamed("「c.pdf」を元に戻す");
        assertThat(text()).contains("「c.pdf」は加えられませんでした。", "「c.pdf」を外しました。");
        pressNamed("「名簿.pdf」を外す");
        pressNamed("「c.pdf」を元に戻す");
        assertThat(attached()).containsExactlyElementsOf(names);
    }

    @Test
    void aFileThatWasTakenOutAndIsChosenAgainIsNotCalledTakenOut() {
        opened(yamada).goTo("confidentialAttachments");
        uploadConfidential("名簿.pdf");
        pressNamed("「名簿.pdf」を外す");
        assertThat(text()).contains("「名簿.pdf」を外しました。");

        assertThat(scripts(() -> uploadConfidential("名簿.pdf")))
                .as("nor is it said any more")
                .anyMatch(script -> script.contains("this.spoken"));

        assertThat(text()).doesNotContain("外しました");
        assertThat(copies.open(subject).get("confidentialAttachments").value()).contains("名簿.pdf");
    }

    @Test
    void aFileThatWasTakenOutStandsAgainWithTheOthersTextThatHoldsIt() {
        var first = "{\"file\":\"%s\",\"name\":\"a.pdf\",\"sha256\":\"a\"}".formatted(Ids.next());
        var second = "{\"file\":\"%s\",\"name\":\"b.pdf\",\"sha256\":\"b\"}".formatted(Ids.next());
        copies.save(subject, "attachments", List.of(first).toString(), WorkingCopies.NEW, yamada);
        opened(yamada).goTo("attachments");
        write(sato, "attachments", List.of(first, second).toString());
        pressNamed("「a.pdf」を外す");

        press("佐藤さんの文");

        assertThat(text()).contains("この欄に2個").doesNotContain("「a.pdf」を外しました。");
        assertThat(attached()).containsExactly("a.pdf", "b.pdf");
        pressNamed("「b.pdf」を外す");
        assertThat(attached()).as("nobody took the first one out again").containsExactly("a.pdf");
    }

    private List<String> attached() {
        return Answers.of(form, copies.open(subject)).attachments("attachments").stream()
                .map(Attachment::name)
                .toList();
    }

    private void uploadConfidential(String name) {
        uploadConfidential(name, "%PDF-1.7\n%%EOF");
    }

    private void uploadConfidential(String name, String content) {
        var upload = $(Upload.class).all().getLast();
        test(upload).upload(name, "application/pdf", content.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aSupplementOpensOnlyTheFieldsThatAreAskedFor() {
        copies.save(subject, "purpose", "はじめの目的", WorkingCopies.NEW, yamada);
        copies.save(subject, "currentIssue", "はじめの課題", WorkingCopies.NEW, yamada);
        var marks = new ArrayList<String>();

        signInAs(yamada);
        UI.getCurrent()
                .add(views.supplement(
                        form,
                        subject,
                        yamada,
                        RULES,
                        () -> true,
                        List.of(new SupplementPoint(
                                "purpose",
                                "回数の根拠をもう一言いただけますか。",
                                "11月19日・市民活動推進課",
                                Json.mapper().valueToTree("はじめの目的"),
                                false)),
                        (field, done) -> marks.add(field + done)));

        assertThat($(TextArea.class).all()).hasSize(1);
        assertThat(text())
                .as("advice on what is only read")
                .contains("2つがつながっていると")
                .doesNotContain("数字や、実際に聞いた声");
        assertThat(text()).contains("はじめの課題", "回数の根拠をもう一言いただけますか。", "11月19日・市民活動推進課", "補足のお願い 1点", "補足 0/1");
        type("purpose", "足した目的");
        assertThat(text()).as("changed, though not marked").contains("補足 1/1").doesNotContain("補足のお願い 1点");
        type("purpose", "はじめの目的");
        assertThat(text()).contains("補足 0/1");
        test($(Checkbox.class).single()).click();
        assertThat(text()).as("marked, though not changed").contains("補足 1/1");
        type("purpose", "足した目的");
        assertThat(marks).containsExactly("purposetrue");
        assertThat(text()).contains("補足 1/1");
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("足した目的");
    }

    private FormView opened(PersonId person) {
        signInAs(person);
        var view = views.fill(form, subject, person, RULES, writable::get);
        UI.getCurrent().add(new Div(new H2("提案書を書く"), view.indicator()), view);
        return view;
    }

    private FormView watched(PersonId person) {
        signInAs(person);
        var view = views.fill(form, subject, person, RULES, () -> {
            if (failing.get()) {
                throw new DataAccessResourceFailureException("the database is away");
            }
            return writable.get();
        });
        view.watch(() -> {});
        UI.getCurrent().add(view);
        return view;
    }

    private FieldView boxOf(String field) {
        return (FieldView) $(Div.class).all().stream()
                .filter(box -> box.getId().filter(id -> id.equals("f-" + field)).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void type(String key, String words) {
        test(area(key)).setValue(words);
    }

    private TextArea area(String key) {
        return areas(key).getFirst();
    }

    private List<TextArea> areas(String key) {
        return $(TextArea.class).all().stream()
                .filter(input -> key.equals(input.getElement().getAttribute("data-keep")))
                .toList();
    }

    private Component rowOf(String path) {
        return field(path).getParent().flatMap(Component::getParent).orElseThrow();
    }

    private void cell(String path, String words) {
        test(field(path)).setValue(words);
    }

    private TextField field(String path) {
        return $(TextField.class).all().stream()
                .filter(input -> path.equals(input.getElement().getAttribute("data-keep")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> states() {
        return $(NativeButton.class).all().stream()
                .filter(button -> !button.hasClassName("toc"))
                .map(button -> button.getElement().getTextRecursively())
                .map(words -> List.of("未着手", "入力中", "指摘あり", "どちらを残すか未選択", "完了").stream()
                        .filter(words::contains)
                        .findFirst()
                        .orElse(words))
                .toList();
    }
}
