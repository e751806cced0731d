package app.tomoni.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Browser;
import app.tomoni.OpenDay;
import app.tomoni.TestClock;
import app.tomoni.ViewTest;
import app.tomoni.account.Deputies;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.ExtendCall;
import app.tomoni.form.WorkingCopies;
import app.tomoni.form.ui.Unsent;
import app.tomoni.organisation.EditProfile;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.ProfileField;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.ShortForm;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

@OnProposalModel
class ProposalViewsTest extends ViewTest {

    private static final String TITLE = "放課後の居場所「こかげ」を3地区に広げる";

    @LocalServerPort
    private int port;

    @Autowired
    private Fixture fixture;

    @Autowired
    private SubmitProposal submit;

    @Autowired
    private RecallProposal recall;

    @Autowired
    private WithdrawProposal withdraw;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Access access;

    @Autowired
    private Memberships memberships;

    @Autowired
    private ExtendCall extend;

    @Autowired
    private Calls calls;

    @Autowired
    private BusinessDays businessDays;

    @Autowired
    private EditProfile profile;

    @Autowired
    private TestClock clock;

    @Autowired
    private Deputies deputies;

    @Autowired
    private WorkingCopies copies;

    @Autowired
    private TransactionTemplate transaction;

    private PersonId representative;
    private OrganisationId group;
    private CallId call;

    @BeforeEach
    void aGroup() {
        representative = fixture.person("石橋 晴");
        group = fixture.group("みなとの居場所づくりの会", representative);
        call = fixture.openCall();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private ProposalId submitted() {
        var id = fixture.completeDraft(call, group, representative);
        submit.submit(id, representative, Instant.now());
        return id;
    }

    @Test
    void aNewGroupIsToldHowToBegin() {
        signInAs(representative);

        open(ProposalNavigation.ofGroup());

        assertThat(text()).contains("みなとの居場所づくりの会 様", "まだ提案書はありません。", "新しい提案を始める");
    }

    @Test
    void anEmptyProfileIsToldOfAtHomeAtTheStartAndWhileWriting() {
        profile.keep(group, ProfileField.AREA, "", 1, representative);
        signInAs(representative);
        var missing = "団体情報に、まだ書かれていない項目が1点あります。提案書を提出する前に、ご記入をお願いします。";

        open(ProposalNavigation.ofGroup());
        assertThat(text()).contains(missing).doesNotContain("いま、していただくことはありません。");
        open(ProposalNavigation.start(call));
        assertThat(text()).contains(missing);
        press("この募集に提案する");
        assertThat(text()).contains(missing);
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("organisation/" + group);
    }

    @Test
    void aCallThatTheGroupHasProposedToIsOpenStillAndNoCallToActAnyMore() {
        fixture.openCall();
        signInAs(representative);
        open(ProposalNavigation.ofGroup());
        var said = Pattern.compile("いま受付中の募集が(\\d+)件あります。").matcher(text());
        assertThat(said.find()).isTrue();
        var open = Integer.parseInt(said.group(1));
        submitted();
        open(ProposalNavigation.start());

        open(ProposalNavigation.ofGroup());
        assertThat(text()).contains("いま受付中の募集が" + open + "件あり、そのうち" + (open - 1) + "件には、まだ提案書がありません。");

        calls.open(Instant.now()).stream()
                .map(Call::id)
                .filter(other -> !other.equals(call))
                .forEach(other -> fixture.draft(other, group, representative));
        open(ProposalNavigation.start());
        open(ProposalNavigation.ofGroup());
        assertThat(text()).contains("受付中の募集には、すでに提案書があります。");
    }

    @Test
    void aSecondProposalIsToldOfTheFirst() {
        var first = submitted();
        signInAs(representative);

        open(ProposalNavigation.start(call));

        assertThat(text()).contains("この募集には、すでに提案書があります。", "審査の対象とならないことがあります");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains(ProposalNavigation.overview(first));
        press("この募集にもう1件提案する");
        assertThat(proposals.ofOrganisation(group)).hasSize(2);
    }

    @Test
    void aPageThatWasOpenWhileTheProposalWasHandedInSaysSoAlone() {
        var id = fixture.completeDraft(call, group, representative);
        var editor = fixture.person("山田 花");
        fixture.member(group, editor, Office.GROUP_EDITOR);
        signInAs(editor);
        open(ProposalNavigation.write(id));
        assertThat(text()).contains("提案書を書いているところです", "確認と提出へ進む");
        submit.submit(id, representative, Instant.now());

        poll();

        assertThat(text()).contains("この画面には、もう書き込めません。", "画面を開き直す");
        assertThat(text()).doesNotContain("提案書を書いているところです", "確認と提出へ進む");
    }

    @Test
    void afterTheClosingThePageOfTheCheckSaysThatAloneAndTheDraftStaysReadable() {
        var id = fixture.draft(call, group, representative);
        fixture.write(id, "projectTitle", "書きかけ", representative);
        signInAs(representative);
        open(ProposalNavigation.submit(id));
        clock.advance(Duration.ofDays(31));

        press("提案書を提出する");

        assertClosed();
        open(ProposalNavigation.submit(id));
        assertClosed();
    }

    private void assertClosed() {
        assertThat(text())
                .containsPattern("受付は\\S+に終わりました。下書きは残っています。")
                .contains("書きかけ")
                .doesNotContain("ご確認ください", "を入力してください", "を直す");
        assertThat($(Button.class).withText("提案書を提出する").exists()).isFalse();
        assertThat(text().split("に終わりました")).hasSize(2);
    }

    @Test
    void aPageThatIsOpenAtTheClosingSaysSoByItself() {
        var id = fixture.draft(call, group, representative);
        clock.stopAt(calls.get(call).closesAt().minusSeconds(30));
        signInAs(representative);
        open(ProposalNavigation.write(id));
        assertThat(text()).contains("まで提出できます", "確認と提出へ進む");

        clock.advanceStopped(Duration.ofMinutes(1));
        poll();

        assertThat(text()).contains("に終わりました。下書きは残っています。").doesNotContain("まで提出できます", "確認と提出へ進む");
    }

    @Test
    void aPageLeftOpenPastTheClosingSaysSoAtTheNextSave() {
        var id = fixture.draft(call, group, representative);
        signInAs(representative);
        open(ProposalNavigation.write(id, "issue", "projectTitle"));
        assertThat(text()).contains("まで提出できます", "確認と提出へ進む");
        clock.advance(Duration.ofDays(31));

        var title = $(TextField.class).all().stream()
                .filter(input -> "projectTitle".equals(input.getElement().getAttribute("data-keep")))
                .findFirst()
                .orElseThrow();
        test(title).setValue("書きかけ");

        assertThat(text()).contains("に終わりました。下書きは残っています。").doesNotContain("まで提出できます", "確認と提出へ進む");
    }

    @Test
    void aDraftWaitsForTheGroup() {
        fixture.completeDraft(call, group, representative);
        signInAs(representative);

        open(ProposalNavigation.ofGroup());

        assertThat(text()).contains(TITLE, "書いていただくものが1件あります", "続きを書く", "あと30日");
    }

    @Test
    void onlyTheMostUrgentStepHasADarkButton() {
        fixture.completeDraft(call, group, representative);
        fixture.completeDraft(call, group, representative);
        signInAs(representative);

        open(ProposalNavigation.ofGroup());

        var write = $(Anchor.class).all().stream()
                .filter(link -> link.getText().equals("続きを書く"))
                .toList();
        assertThat(write).hasSize(2);
        assertThat(write.stream().filter(link -> link.hasClassName("p"))).hasSize(1);
    }

    @Test
    void whereThereIsAChoiceOfCallsNoneIsPressedForward() {
        fixture.openCall();
        signInAs(representative);

        open(ProposalNavigation.start());

        assertThat($(Button.class).all().stream()
                        .filter(button -> button.getText().equals("この募集に提案する")))
                .hasSizeGreaterThan(1)
                .noneMatch(button -> button.getThemeNames().contains("primary"));
    }

    /** The links that lead to a new proposal, and which of them are pressed forward. */
    private List<Boolean> starts() {
        return $(Anchor.class).all().stream()
                .filter(link -> link.getText().equals("新しい提案を始める"))
                .map(link -> link.hasClassName("p"))
                .toList();
    }

    @Test
    void whoWritesForTwoGroupsBeginsInOnePlaceAndSaysForWhich() {
        var second = fixture.group("つどいの台所の会", representative);
        signInAs(representative);
        open(ProposalNavigation.ofGroup());
        assertThat(text()).contains("みなとの居場所づくりの会 様", "つどいの台所の会 様");
        assertThat(starts()).containsExactly(true);

        open(ProposalNavigation.start(call));
        assertThat(text()).contains("どの団体として提案しますか").doesNotContain("ご用意いただく書類");
        @SuppressWarnings("unchecked")
        var which = (RadioButtonGroup<Object>) $(RadioButtonGroup.class).single();
        test(which).selectItem("つどいの台所の会");
        assertThat(text()).contains("つどいの台所の会としてご提案いただきます。");
        press("この募集に提案する");
        assertThat(proposals.ofOrganisation(second)).hasSize(1);
        assertThat(proposals.ofOrganisation(group)).isEmpty();

        fixture.draft(call, group, representative);
        open(ProposalNavigation.ofGroup());
        assertThat(starts()).as("a draft is pressed forward").containsExactly(false);
        assertThat($(Anchor.class).all().stream().filter(link -> link.hasClassName("p")))
                .hasSize(1);
    }

    @Test
    void whereOnlyOneOfTheGroupsCanProposeItIsChosenAlready() {
        var second = fixture.group("つどいの台所の会", representative);
        clock.advance(Duration.ofDays(31));
        var until = OpenDay.from(clock.instant().plus(Duration.ofDays(2)), businessDays);
        extend.askForOne(call, second, until, "通信の障害のため", fixture.secretary());
        extend.answerForOne(call, 0, true, "", person("部長", Office.APPROVER));
        signInAs(representative);

        open(ProposalNavigation.start(call));

        assertThat(text()).contains("どの団体として提案しますか", "つどいの台所の会としてご提案いただきます。");
    }

    @Test
    void whereNoCallIsOpenTheHomeSaysSoAndOffersNothingToBegin() {
        var reader = fixture.person("読む人");
        fixture.member(group, reader, Office.GROUP_VIEWER);
        clock.advance(Duration.ofDays(400));
        signInAs(representative);
        open(ProposalNavigation.ofGroup());
        assertThat(text()).contains("まだ提案書はありません。", "いま受付中の募集はありません。", "募集の受付が始まると、ここから");
        assertThat(starts()).isEmpty();

        signInAs(reader);
        open(ProposalNavigation.ofGroup());
        assertThat(text())
                .contains("いま受付中の募集はありません。", "代表の方か編集の方が書き始めます", "これまでの募集の結果を見る")
                .doesNotContain("このページからご提案いただけます");
        assertThat(links()).contains("results");
    }

    @Test
    void aCaseThatIsOverSaysHowItEndedAndWhereMoreCanBeRead() {
        var refused = submitted();
        proposals.declareNotSubject(refused, "市外の事業のため", fixture.secretary());
        var given = submitted();
        withdraw.withdraw(given, "", representative);
        signInAs(representative);

        open(ProposalNavigation.ofGroup());
        assertThat(text())
                .contains(
                        "いま進んでいる提案はありません。",
                        "審査と決定の手続きが終わった案件（2件）",
                        "審査の対象となりませんでした。理由は、案件のページでお読みいただけます。",
                        "に取り下げられました。")
                .doesNotContain("市外の事業のため", "まだ提案書はありません。");
        open(ProposalNavigation.overview(refused));
        assertThat($(StatusBand.class).single().getElement().getTextRecursively())
                .startsWith("終了")
                .contains("理由：市外の事業のため");
    }

    @Test
    void aDraftWaitsForThoseWhoMayWriteIt() {
        var id = fixture.completeDraft(call, group, representative);
        var reader = fixture.person("読む人");
        fixture.member(group, reader, Office.GROUP_VIEWER);

        for (var address : List.of(ProposalNavigation.ofGroup(), ProposalNavigation.overview(id))) {
            signInAs(representative);
            open(address);
            assertThat($(StatusBand.class).single().hasClassName("wait"))
                    .as(address)
                    .isFalse();
            signInAs(reader);
            open(address);
            assertThat($(StatusBand.class).single().hasClassName("wait"))
                    .as(address)
                    .isTrue();
        }
    }

    @Test
    void whatIsHandedInSaysWhoActsNext() {
        submitted();
        signInAs(representative);

        open(ProposalNavigation.ofGroup());

        assertThat(text()).contains("受付番号 R8-市-", "提案書の形式を確認しています", "提案書を読む");
    }

    @Test
    void beginningLeadsToThePaper() {
        signInAs(representative);
        open(ProposalNavigation.start(call));

        assertThat(text()).contains("ご用意いただく書類", "規約・会則、前年度の決算書", "募集のページを読む");
        press("この募集に提案する");

        assertThat(text()).contains("提案書を書く", "団体について", "審査の観点", "いま、ほかの方は書いていません。");
        assertThat($(Anchor.class).withText("募集のページ（募集要項・様式など）を見る").single().getHref())
                .isEqualTo("guidelines/" + call);
        assertThat(proposals.ofOrganisation(group)).hasSize(1);
    }

    @Test
    void aGroupThatIsAdmittedLateBeginsAsTheOthersDid() {
        var secretary = fixture.secretary();
        var head = person("部長", Office.APPROVER);
        var other = fixture.person("沖 波");
        fixture.group("ほかの会", other);
        clock.advance(Duration.ofDays(31));
        signInAs(representative);
        open(ProposalNavigation.start(call));
        assertThat(text()).contains("受付中の募集はありません");

        var until = OpenDay.from(clock.instant().plus(Duration.ofDays(2)), businessDays);
        extend.askForOne(call, group, until, "通信の障害のため", secretary);
        open(ProposalNavigation.start(call));
        assertThat(text()).as("until it is granted").contains("受付中の募集はありません");
        extend.answerForOne(call, 0, true, "", head);

        signInAs(other);
        open(ProposalNavigation.start(call));
        assertThat(text()).contains("受付中の募集はありません");
        open("open-calls");
        assertThat(text()).doesNotContain("個別の受付");
        signInAs(representative);
        open("open-calls");
        assertThat(text()).contains("個別の受付として");
        open(ProposalNavigation.ofGroup());
        assertThat(text()).contains("まで提案できます。募集全体の受付は", "事情をうかがい、個別に受け付けます。");
        open(ProposalNavigation.start(call));
        assertThat(text()).contains("個別の受付です。募集全体の受付は");
        press("この募集に提案する");
        assertThat(proposals.ofOrganisation(group)).hasSize(1);
        var draft = proposals.ofOrganisation(group).getFirst().id();
        for (var page : List.of(
                ProposalNavigation.ofGroup(), ProposalNavigation.write(draft), ProposalNavigation.submit(draft))) {
            open(page);
            assertThat(text()).as(page).containsOnlyOnce("事情をうかがい、個別に受け付けます。");
        }
        open(ProposalNavigation.overview(draft));
        assertThat(text()).contains("（個別の受付。募集全体の受付は", "この案件のいまの位置");
        clock.advance(Duration.between(clock.instant(), until));
        open(ProposalNavigation.overview(draft));
        assertThat(text())
                .contains("ご事情がある場合は、", "へご連絡ください。", "個別の受付が認められた場合は、提出できるようになります。")
                .doesNotContain("この案件のいまの位置", "個別に受け付けます");
        open(ProposalNavigation.start(call));
        assertThat(text()).as("after that, too").contains("受付中の募集はありません");
    }

    @Test
    void whoElseIsWritingIsNamed() {
        var id = fixture.completeDraft(call, group, representative);
        var editor = fixture.person("山田 花");
        fixture.member(group, editor, Office.GROUP_EDITOR);
        fixture.write(id, "venue", "北地区の集会所", editor);
        signInAs(representative);

        open(ProposalNavigation.write(id));

        assertThat(text()).contains("山田 花さんが「事業の内容」を書いています");
    }

    @Test
    void whatAColleagueWritesAppearsWithoutASaveOfOnesOwnAndSoDoesWhoIsWriting() {
        var id = fixture.completeDraft(call, group, representative);
        var editor = fixture.person("山田 花");
        fixture.member(group, editor, Office.GROUP_EDITOR);
        signInAs(representative);
        open(ProposalNavigation.write(id, "issue", "projectTitle"));
        assertThat(UI.getCurrent().getPollInterval()).isBetween(1, 5_000);
        assertThat(text()).contains("いま、ほかの方は書いていません。");

        fixture.write(id, "projectTitle", "山田が付けた名前", editor);
        poll();

        assertThat(projectTitle().getValue()).isEqualTo("山田が付けた名前");
        assertThat($(Crumbs.class).single().getElement().getTextRecursively()).contains("山田が付けた名前");
        assertThat(text()).contains("山田 花さんが「").contains("」を書いています");
        clock.advance(Duration.ofSeconds(40));
        poll();
        assertThat(text()).contains("」を書いています");
        clock.advance(Duration.ofSeconds(46));
        poll();
        assertThat(text()).contains("いま、ほかの方は書いていません。").doesNotContain("」を書いています");
    }

    @Test
    void aPageThatWasLeftAloneAsksNoMoreAndSaysNothingOfNow() {
        var id = fixture.completeDraft(call, group, representative);
        signInAs(representative);
        open(ProposalNavigation.write(id, "issue", "projectTitle"));
        clock.advance(Duration.ofMinutes(9));
        poll();
        assertThat(UI.getCurrent().getPollInterval()).isPositive();
        clock.advance(Duration.ofMinutes(2));

        poll();

        assertThat(UI.getCurrent().getPollInterval()).isNegative();
        assertThat(text()).contains("入力すると、また始まります").doesNotContain("ほかの方は書いていません");
        test(projectTitle()).setValue("席に戻って書く");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();
        poll();
        assertThat(text()).contains("いま、ほかの方は書いていません。");
    }

    @Test
    void theCheckNamesEverythingThatIsMissingWithALinkToIt() {
        var id = fixture.draft(call, group, representative);
        signInAs(representative);

        open(ProposalNavigation.submit(id));

        assertThat(text()).contains("「事業名」を入力してください。");
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(ProposalNavigation.write(id, "issue", "projectTitle"));
    }

    @Test
    void handingInLeadsToTheReceipt() {
        var id = fixture.completeDraft(call, group, representative);
        signInAs(representative);
        open(ProposalNavigation.submit(id));
        assertThat(text()).contains("必要な項目はすべて書かれています", "引き戻して直すことができます");

        press("提案書を提出する");

        var revision = proposals.latestRevision(id);
        assertThat(text())
                .contains(
                        "提案書を受け付けました。",
                        proposals.get(id).number().orElseThrow(),
                        revision.sha256(),
                        "規約1.pdf\n1KB",
                        revision.files().getFirst().sha256());
    }

    @Test
    void anIncompleteProposalStaysWithItsWords() {
        var id = fixture.draft(call, group, representative);
        fixture.write(id, "projectTitle", "書きかけ", representative);
        signInAs(representative);
        open(ProposalNavigation.submit(id));

        press("提案書を提出する");

        assertThat(text()).contains("ご確認いただきたいところが");
        assertThat(proposals.get(id).isDraft()).isTrue();
    }

    @Test
    void theCheckIsMadeAnewWhenAColleagueHasEmptiedAField() {
        var id = fixture.completeDraft(call, group, representative);
        signInAs(representative);
        open(ProposalNavigation.submit(id));
        fixture.write(id, "projectTitle", "", representative);

        press("提案書を提出する");

        assertThat(text()).contains("「事業名」を入力してください。").doesNotContain("必要な項目はすべて書かれています");
    }

    @Test
    void whatAColleagueRewritesWhileItIsReadIsNotHandedInUnread() {
        var id = fixture.completeDraft(call, group, representative);
        signInAs(representative);
        open(ProposalNavigation.submit(id));
        fixture.write(id, "projectTitle", "読まれていない事業名", fixture.person("山田 花"));

        press("提案書を提出する");

        assertThat(proposals.get(id).isDraft()).isTrue();
        assertThat(text()).contains("内容が書き直されました", "読まれていない事業名");
        press("提案書を提出する");
        assertThat(proposals.get(id).title()).as("now that it has been read").isEqualTo("読まれていない事業名");
    }

    @Test
    void whatTheBrowserStillHasOfTheDraftIsShownAndHandedIn() {
        var id = fixture.completeDraft(call, group, representative);
        signInAs(representative);
        open(ProposalNavigation.submit(id));
        var typed = drafts.answers(proposals.get(id)).text("purpose") + "石橋の追記。";

        unsent("purpose", typed);

        assertThat(text()).contains("石橋の追記。", "この端末に残っていた入力を戻しました", "必要な項目はすべて書かれています");
        press("提案書を提出する");
        assertThat(proposals.latestRevision(id).answers().get("purpose").asString())
                .isEqualTo(typed);
    }

    @Test
    void nothingIsHandedInBeforeItIsDecidedWhichOfTwoTextsStays() {
        var id = fixture.completeDraft(call, group, representative);
        fixture.write(id, "purpose", "編集の方が書いたねらい", fixture.person("山田 花"));
        signInAs(representative);
        open(ProposalNavigation.submit(id));

        unsent("purpose", "石橋の追記。");

        assertThat(text()).contains("「事業の目的・ねらい」に2つの文があります。").doesNotContain("必要な項目はすべて書かれています");
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(ProposalNavigation.write(id, "issue", "purpose"));
        press("提案書を提出する");
        assertThat(text()).contains("提出していません");
        assertThat(proposals.get(id).isDraft()).isTrue();
        assertThat(drafts.answers(proposals.get(id)).text("purpose")).isEqualTo("編集の方が書いたねらい");
    }

    @Test
    void aChoiceThatIsOpenOnAnotherDeviceStopsItsWriterAndIsToldToColleagues() {
        var id = fixture.completeDraft(call, group, representative);
        var editor = fixture.person("山田 花");
        fixture.member(group, editor, Office.GROUP_EDITOR);
        copies.setAside(Drafts.subject(id), "purpose", "山田の文", editor, () -> true);

        signInAs(editor);
        open(ProposalNavigation.submit(id));
        assertThat(text()).contains("「事業の目的・ねらい」に2つの文があります。").doesNotContain("必要な項目はすべて書かれています");

        signInAs(representative);
        open(ProposalNavigation.submit(id));
        assertThat(text()).contains("必要な項目はすべて書かれています", "山田 花さんが「事業の目的・ねらい」に書いた別の文が、まだ選ばれていません。");
    }

    /** What keep.js does when it finds an entry of this draft. */
    private void unsent(String field, String typed) {
        ReflectionTestUtils.invokeMethod($(Unsent.class).single(), "restore", field, typed, "0");
    }

    @Test
    void theNameOfTheProjectStandsInTheWayHereAsSoonAsItIsWritten() {
        var id = fixture.draft(call, group, representative);
        signInAs(representative);
        open(ProposalNavigation.write(id, "issue", "projectTitle"));
        assertThat(text()).contains("事業名はまだ書かれていません");

        test($(TextField.class).all().stream()
                        .filter(field ->
                                "projectTitle".equals(field.getElement().getAttribute("data-keep")))
                        .findFirst()
                        .orElseThrow())
                .setValue(TITLE);

        assertThat($(Crumbs.class).single().getElement().getTextRecursively()).contains(TITLE);
    }

    @Test
    void whoHasLeftTheGroupWritesNoMoreInAnOpenPage() {
        var id = fixture.completeDraft(call, group, representative);
        var editor = fixture.person("山田 花");
        fixture.member(group, editor, Office.GROUP_EDITOR);
        signInAs(editor);
        open(ProposalNavigation.write(id, "budget", "budgetNote"));
        memberships.remove(group, editor, representative);

        test(input("budgetNote")).setValue("外れた後に書いた文");

        assertThat(text()).contains("もう書き込めません");
        assertThat(drafts.answers(proposals.get(id)).text("budgetNote")).isEmpty();
        assertThat(access.mayRead(id, editor)).isFalse();
    }

    @Test
    void nothingIsWrittenInAnOpenPageAfterAColleagueHasHandedIn() {
        var id = fixture.completeDraft(call, group, representative);
        signInAs(representative);
        open(ProposalNavigation.write(id, "budget", "budgetNote"));
        submit.submit(id, representative, Instant.now());

        test(input("budgetNote")).setValue("提出の後に書いた文");

        assertThat(text()).contains("もう書き込めません").doesNotContain("保存しました");
        assertThat(drafts.answers(proposals.get(id)).text("budgetNote")).isEmpty();
    }

    private TextField projectTitle() {
        return $(TextField.class).all().stream()
                .filter(input -> "projectTitle".equals(input.getElement().getAttribute("data-keep")))
                .findFirst()
                .orElseThrow();
    }

    private TextArea input(String field) {
        return $(TextArea.class).all().stream()
                .filter(input -> field.equals(input.getElement().getAttribute("data-keep")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEditorIsToldWhoHandsIn() {
        var id = fixture.completeDraft(call, group, representative);
        var editor = fixture.person("編集の方");
        fixture.member(group, editor, Office.GROUP_EDITOR);
        signInAs(editor);

        open(ProposalNavigation.submit(id));

        assertThat(text())
                .contains("必要な項目はすべて書かれています。", "「課題とねらい」を直す", "団体の代表の方（石橋 晴）", "代表の方へお知らせください")
                .doesNotContain("代表の方として", "ページの下で提出を");
    }

    @Test
    void aViewerIsNotOfferedWhatOnlyTheOthersMayDo() {
        var viewer = fixture.person("読むだけの方");
        fixture.member(group, viewer, Office.GROUP_VIEWER);
        signInAs(viewer);

        for (var address :
                List.of(ProposalNavigation.start(), "open-calls/" + call.value(), ProposalNavigation.ofGroup())) {
            open(address);
            assertThat(text()).as(address).contains("代表の方か編集の方が書き始めます").doesNotContain("この募集に提案する");
        }
        assertThat(links()).contains("open-calls").doesNotContain(ProposalNavigation.start());
    }

    @Test
    void aViewerReadsWhatTheOthersWrite() {
        var id = fixture.completeDraft(call, group, representative);
        var viewer = fixture.person("読むだけの方");
        fixture.member(group, viewer, Office.GROUP_VIEWER);
        signInAs(viewer);

        open(ProposalNavigation.write(id));

        assertThat(text()).contains("下書きの内容です", "北・中・南の3地区の集会所");
        open(ProposalNavigation.submit(id));
        assertThat(text())
                .contains("北・中・南の3地区の集会所", "団体の代表の方（石橋 晴）")
                .doesNotContain("を直す", "ページの下で提出を", "代表の方へお知らせください");
    }

    @Test
    void theCasePageShowsTheRoadAndTheSameAsATable() {
        var id = submitted();
        signInAs(representative);

        open(ProposalNavigation.overview(id));

        assertThat(text()).contains("この案件のいまの位置", "形式の確認", "（市・いま）", "文章で見る", "提案書を引き戻す", "提案を取り下げる");
    }

    @Test
    void whatHadHappenedStaysOnTheRoadOfWhatIsWithdrawn() {
        var id = submitted();
        proposals.accept(id, fixture.secretary());
        withdraw.withdraw(id, "", representative);
        signInAs(representative);

        open(ProposalNavigation.overview(id));

        assertThat(text())
                .containsPattern("形式の確認\\n[^\\n]+\\n")
                .contains("（市・済み）")
                .doesNotContain("・いま）");
    }

    @Test
    void whoTakesBackWhatIsBeingScoredReadsWhatStops() {
        var id = submitted();
        proposals.accept(id, fixture.secretary());
        signInAs(representative);

        open(ProposalNavigation.recall(id));

        assertThat(text()).contains("審査委員による採点は、いったん止まります。").doesNotContain("事務局での確認は、いったん止まります。");
    }

    @Test
    void recallingOpensTheDraftAgain() {
        var id = submitted();
        signInAs(representative);
        open(ProposalNavigation.recall(id));
        assertThat(text()).contains("事務局での確認は、いったん止まります。").doesNotContain("審査委員による採点");

        press("引き戻して直す");

        assertThat(text()).contains("提案書を引き戻して直しているところです");
        assertThat(proposals.get(id).isDraft()).isTrue();
    }

    @Test
    void aReceiptSaysWhereItsCaseStandsAndHowItCanBeTakenBackWhileItCan() {
        var id = submitted();
        signInAs(representative);

        open(ProposalNavigation.receipt(id));

        assertThat(text()).contains("引き戻して直すことができます", "事務局が");
        clock.advance(Duration.ofDays(60));
        open(ProposalNavigation.receipt(id));
        assertThat(text()).contains("事務局が").doesNotContain("引き戻して直すことができます");
    }

    @Test
    void withdrawingSaysThatItIsFinalAndEndsTheCase() {
        var id = submitted();
        signInAs(representative);
        open(ProposalNavigation.withdraw(id));
        assertThat(text()).contains("元に戻すことはできません", "理由（任意）");

        ReflectionTestUtils.invokeMethod($(ShortForm.class).single(), "restore", "reason", "会員の都合", "0");
        press("この提案を取り下げる");

        assertThat(proposals.get(id).withdrawnAt()).isPresent();
        assertThat(proposals.get(id).withdrawnReason())
                .as("the browser still had it")
                .contains("会員の都合");
        assertThat(text()).contains("に取り下げられました");

        open(ProposalNavigation.receipt(id));
        assertThat(text()).contains("に取り下げられました").doesNotContain("提案書を受け付けました", "引き戻して直すことができます", "事務局が形式");

        signInAs(fixture.secretary());
        open(ProposalNavigation.overview(id));
        assertThat(text()).contains("取下げの理由", "会員の都合");
        open("cases/" + id + "/events");
        assertThat(text()).contains("団体の取下げにより、手続きを終えました").doesNotContain("案件を次の段階に進めました");
    }

    @Test
    void twoRevisionsAreComparedWordByWord() {
        var id = submitted();
        recall.recall(id, representative, Instant.now());
        fixture.write(id, "venue", "北・中・南の3地区の公民館", representative);
        submit.submit(id, representative, Instant.now());
        signInAs(representative);
        open(ProposalNavigation.history(id));
        assertThat(text()).contains("提案書を引き戻しました", "第1版との違い", "第2版");

        open(ProposalNavigation.compare(id, 1, 2));

        assertThat(text()).contains("変わった項目（1点）", "実施場所", "（削除）", "集会所", "（追加）", "公民館");
    }

    @Test
    void aResultIsNotToldBeforeItsTime() {
        var id = submitted();
        signInAs(representative);

        open(ProposalNavigation.result(id));

        assertThat(text()).contains("結果はまだお知らせしていません。").doesNotContain("採択することに", "至りませんでした");
    }

    @Test
    void anotherGroupsCaseLooksLikeAGuessedOne() {
        var id = submitted();
        var stranger = fixture.person("別の会の人");
        fixture.group("別の会", stranger);
        signInAs(stranger);
        open(ProposalNavigation.overview(new ProposalId(java.util.UUID.randomUUID())));
        var absent = text();

        for (var path : new String[] {
            ProposalNavigation.overview(id),
            ProposalNavigation.content(id),
            ProposalNavigation.history(id),
            ProposalNavigation.write(id),
            ProposalNavigation.submit(id),
            ProposalNavigation.receipt(id),
            ProposalNavigation.result(id),
            ProposalNavigation.recall(id),
            ProposalNavigation.withdraw(id),
            ProposalNavigation.compare(id, 1, 1),
            "proposals/no-id-at-all"
        }) {
            open(path);
            assertThat(text()).as(path).isEqualTo(absent).doesNotContain(TITLE);
        }
    }

    @Test
    void theSecretariatSeesWhatWasHandedInAndNoDraft() {
        var id = submitted();
        var draft = fixture.completeDraft(call, group, representative);
        signInAs(fixture.secretary());

        open(ProposalNavigation.ofCall(call));

        assertThat(text()).contains(TITLE, "みなとの居場所づくりの会", "196,000円", "1件の提案が提出されています。");
        open(ProposalNavigation.content(id));
        assertThat(text()).contains("北・中・南の3地区の集会所");
        open(ProposalNavigation.content(draft));
        assertThat(text()).doesNotContain("北・中・南の3地区の集会所");
    }

    @Test
    void theCityGoesBackToWhatWasHandedInForTheCallAndOnToTheWholeRecord() {
        var id = submitted();
        signInAs(representative);
        open(ProposalNavigation.history(id));
        assertThat(links()).doesNotContain("cases/" + id.value() + "/events");
        open(ProposalNavigation.compare(id, 1, 1));
        assertThat(links()).contains(ProposalNavigation.ofGroup());

        signInAs(fixture.secretary());
        open(ProposalNavigation.compare(id, 1, 1));
        assertThat(links()).contains(ProposalNavigation.ofCall(call)).doesNotContain(ProposalNavigation.ofGroup());
        open(ProposalNavigation.history(id));
        assertThat(links()).contains("cases/" + id.value() + "/events");
        open("cases/" + id.value() + "/events");
        assertThat(text()).contains("案件の記録");
    }

    @Test
    void theCityReadsWhoActedInWhosePlaceAndTheGroupOnlyThatItWasTheCity() {
        var id = submitted();
        var deputy = fixture.person("桐谷 実");
        var today = LocalDate.now();
        deputies.appoint(deputy, fixture.secretary(), Office.SECRETARIAT, null, today, today);
        signInAs(deputy);
        transaction.executeWithoutResult(status -> proposals.accept(id, deputy));

        open(ProposalNavigation.history(id));
        assertThat(text()).containsPattern("桐谷 実（.+の代理）");

        signInAs(representative);
        open(ProposalNavigation.history(id));
        assertThat(text()).doesNotContain("桐谷", "の代理");
    }

    private List<String> links() {
        return $(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    @Test
    void everyoneCanCheckAReceiptWithNumberAndHashWithoutASession() {
        var id = submitted();
        var number = proposals.get(id).number().orElseThrow();
        var hash = proposals.latestRevision(id).sha256();
        var browser = new Browser(port);

        assertThat(browser.get("/receipts").body()).contains("受付票を確かめる").doesNotContain("確かめられませんでした");
        var right = browser.get(address(number, hash));
        assertThat(right.body())
                .contains("この受付票は、市がお渡ししたものです。")
                .containsOnlyOnce("受付日時：")
                .doesNotContain(TITLE, "みなとの居場所", "回提出されています");
        assertThat(right.header("Set-Cookie")).doesNotContain("JSESSIONID");
        var copied = browser.get(address(number.replace("-", "-\u2060") + " ", hash));
        assertThat(copied.body()).as("with the marks that keep it on one line").contains("この受付票は、市がお渡ししたものです。");

        assertThat(browser.get("/receipts?number=&hash=").body())
                .containsPattern("id=\"number-wrong\">受付番号を入力してください。")
                .containsPattern("id=\"hash-wrong\">照合番号を入力してください。");
        assertThat(browser.get("/receipts?number=R8-1&hash=").body()).doesNotContain("number-wrong");
        var pasted = "あ".repeat(5_000);
        var tooLong = browser.get(address(pasted, hash));
        assertThat(tooLong.status()).isEqualTo(200);
        assertThat(tooLong.body())
                .containsPattern("id=\"number-wrong\">200字以内で入力してください（いま5,000字）")
                .contains("value=\"" + pasted + "\"", "maxlength=\"200\"")
                .doesNotContain("確かめられませんでした");
        assertThat(right.body()).doesNotContain("引き戻して");
        recall.recall(id, representative, Instant.now());
        assertThat(browser.get(address(number, hash)).body()).contains("この提案は、団体がいったん引き戻しています。");
        submit.submit(id, representative, Instant.now());
        assertThat(browser.get(address(number, hash)).body().split("受付日時：")).hasSize(3);
        assertThat(browser.get(address(number, hash)).body()).contains("同じ内容が2回提出されています。");

        assertThat(browser.get(address(number, hash)).body()).doesNotContain("取り下げ");
        withdraw.withdraw(id, "会員の都合", representative);
        assertThat(browser.get(address(number, hash)).body())
                .contains("この受付票は、市がお渡ししたものです。", "この提案は、団体が取り下げています。")
                .doesNotContain("会員の都合");

        var wrongHash = browser.get(address(number, "0".repeat(64)));
        var wrongNumber = browser.get(address("R8-市-999", hash));
        assertThat(wrongHash.body()).contains("確かめられませんでした");
        assertThat(wrongHash.body().replace("0".repeat(64), "").replace(number, ""))
                .isEqualTo(wrongNumber.body().replace(hash, "").replace("R8-市-999", ""));
    }

    private static String address(String number, String hash) {
        return "/receipts?number=" + java.net.URLEncoder.encode(number, java.nio.charset.StandardCharsets.UTF_8)
                + "&hash=" + hash;
    }
}
