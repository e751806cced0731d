package app.tomoni.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.tomoni.TestClock;
import app.tomoni.ViewTest;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.form.Field;
import app.tomoni.form.WorkingCopies;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.TaskId;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Sha256;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.Question;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@TestPropertySource(
        properties = {"tomoni.models=classpath:models/supplement/citizen-proposal.bpmn", "tomoni.jobs.active=false"})
@Import(Fixture.class)
class AnswerSupplementTest extends ViewTest {

    private static final String ASKED = "「月2回」のように、回数の根拠をもう一言いただけますか。";

    @Autowired
    private Fixture fixture;

    @Autowired
    private SubmitProposal submit;

    @Autowired
    private AnswerSupplement supplement;

    @Autowired
    private Proposals proposals;

    @Autowired
    private WorkingCopies copies;

    @Autowired
    private Cases cases;

    @Autowired
    private WithdrawProposal withdraw;

    @Autowired
    private RecallProposal recall;

    @Autowired
    private Drafts drafts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    private PersonId representative;
    private OrganisationId group;
    private ProposalId id;
    private SupplementRequest request;

    @BeforeEach
    void aRequestForTwoAnswers() {
        representative = fixture.person("石橋 晴");
        group = fixture.group("みなとの居場所づくりの会", representative);
        id = fixture.completeDraft(fixture.openCall(), group, representative);
        submit.submit(id, representative, Instant.now());
        var comments = new LinkedHashMap<String, String>();
        comments.put("activities", ASKED);
        comments.put("venue", "地区の名前もお書きいただけますか。");
        proposals.requestSupplement(id, comments, fixture.secretary());
        request = proposals.openSupplement(id).orElseThrow();
        supplement.begin(request, representative);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private TaskId task() {
        return cases.tasksOf(new CaseKey(id.value())).getFirst().id();
    }

    private void write(String field, String text) {
        fixture.write(AnswerSupplement.subject(request), field, text, representative);
    }

    private void dealtWith(String... fields) {
        for (var field : fields) {
            supplement.mark(request, field, true, representative);
        }
    }

    private void send() {
        press("補足を提出する");
        press("提出する");
    }

    @Test
    void keepsTheOrderInWhichTheSecretariatAsked() {
        assertThat(request.points()).extracting(SupplementRequest.Point::field).containsExactly("activities", "venue");
        assertThat(request.done()).isZero();
    }

    @Test
    void onlyTheNamedAnswersChange() {
        write("venue", "北・中・南の3地区の集会所（北町、中町、南町）");
        write("projectTitle", "別の事業に差し替える");
        dealtWith("activities");

        supplement.answer(request, task(), representative, supplement.answers(request));

        var before = proposals.revisions(id).getFirst().typed();
        var after = proposals.latestRevision(id).typed();
        assertThat(after.text("venue")).endsWith("（北町、中町、南町）");
        assertThat(after.text("projectTitle")).isEqualTo(before.text("projectTitle"));
        assertThat(proposals.get(id).revision()).isEqualTo(2);
        assertThat(proposals.openSupplement(id)).isEmpty();
        assertThat(proposals.supplements(id))
                .singleElement()
                .satisfies(answered -> assertThat(answered.revision()).isEqualTo(2));
        assertThat(copies.open(AnswerSupplement.subject(request))).isEmpty();
        assertThat(cases.waitsAt(new CaseKey(id.value()), "checkEligibility")).isTrue();
    }

    @Test
    void anAnswerThatIsTooLongIsKeptAndNotSent() {
        write("venue", "集".repeat(101));

        assertThat(supplement.errors(request))
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo("venue"));
        assertThatThrownBy(() -> supplement.answer(request, task(), representative, supplement.answers(request)))
                .isInstanceOf(Refusal.class);
        assertThat(proposals.get(id).revision()).isEqualTo(1);
        assertThat(copies.open(AnswerSupplement.subject(request)).get("venue").value())
                .isEqualTo("集".repeat(101));
    }

    @Test
    void isSentOnce() {
        var task = task();
        dealtWith("activities", "venue");
        supplement.answer(request, task, representative, supplement.answers(request));

        assertThatThrownBy(() -> supplement.answer(request, task, representative, supplement.answers(request)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("proposal.refusal.supplementOver"));
        assertThat(proposals.revisions(id)).hasSize(2);
    }

    @Test
    void whoSendsItWhileTheProposalIsWithdrawnWaitsAndIsToldThatItIsOver() {
        var task = task();
        var key = new CaseKey(id.value());
        dealtWith("activities", "venue");

        var second = transactions.execute(withdrawing -> {
            cases.hold(key); // where a withdrawal begins
            var running = CompletableFuture.runAsync(
                    () -> supplement.answer(request, task, representative, supplement.answers(request)));
            await().until(this::somebodyWaits);
            withdraw.withdraw(id, "", representative);
            return running;
        });

        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Refusal.class);
        assertThat(proposals.get(id).withdrawnAt()).isPresent();
        assertThat(proposals.revisions(id)).hasSize(1);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'""").query(Integer.class).single() > 0;
    }

    @Test
    void isWrittenByThoseWhoWriteForTheGroupUntilItIsSent() {
        assertThat(supplement.mayWrite(request, representative)).isTrue();
        assertThat(supplement.mayWrite(request, fixture.person("別の会の人"))).isFalse();
        dealtWith("activities", "venue");

        supplement.answer(request, task(), representative, supplement.answers(request));

        assertThat(supplement.mayWrite(request, representative)).isFalse();
    }

    @Test
    void aMarkCountsAndCanBeTakenBack() {
        supplement.mark(request, "venue", true, representative);
        assertThat(proposals.openSupplement(id).orElseThrow().done()).isEqualTo(1);

        supplement.mark(request, "venue", false, representative);

        assertThat(proposals.openSupplement(id).orElseThrow().done()).isZero();
    }

    @Test
    void theSecretariatCanGoOnWithoutAnAnswer() {
        proposals.waiveSupplement(id);

        assertThat(proposals.openSupplement(id)).isEmpty();
        assertThat(proposals.supplements(id)).singleElement().satisfies(waived -> {
            assertThat(waived.isOpen()).isFalse();
            assertThat(waived.revision()).isNull();
        });
    }

    @Test
    void theSecretariatIsAskedBeforeItGoesOnWithoutTheSupplement() {
        signInAs(fixture.secretary());
        open("calls/" + proposals.get(id).call() + "/reviews");
        press("補足を待たずに確認へ戻す");
        assertThat(text()).contains("待たない理由を入力してください。");
        $(TextField.class).all().stream()
                .filter(field -> field.getAriaLabel().filter("待たない理由"::equals).isPresent())
                .forEach(field -> test(field).setValue("お電話で確かめたため"));
        press("補足を待たずに確認へ戻す");
        assertThat($(Dialog.class).single().getElement().getTextRecursively()).contains("書きかけの補足は届きません");
        press("このまま待つ");
        assertThat(proposals.openSupplement(id)).isPresent();

        press("補足を待たずに確認へ戻す");
        press("確認へ戻す");

        assertThat(text()).contains("補足を待たずに形式の確認へ戻しました。");
        assertThat(proposals.openSupplement(id)).isEmpty();
    }

    @Test
    void asksForAFieldAndAWordOnEach() {
        var secretary = fixture.secretary();

        assertThatThrownBy(() -> proposals.requestSupplement(id, Map.of(), secretary))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> proposals.requestSupplement(id, Map.of("venue", " "), secretary))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void thePageShowsWhatIsAskedAndWhatChanged() {
        write("venue", "北・中・南の3地区の公民館");
        signInAs(representative);

        open(ProposalNavigation.supplement(id));

        assertThat(text()).contains(ASKED, "集会所", "公民館", "補足を提出する");
    }

    @Test
    void eachPointIsOnePressAway() {
        signInAs(representative);
        open(ProposalNavigation.supplement(id));
        press("次へ：役割と協働");
        assertThat(text()).contains("4 / 8").doesNotContain(ASKED);

        press("実施場所");

        assertThat(text()).contains("3 / 8", ASKED);
    }

    @Test
    void theTasksAddressLeadsToTheSamePage() {
        signInAs(representative);

        open("tasks/supplementProposal/" + task());

        assertThat(text()).contains(ASKED);
    }

    @Test
    void theButtonAsksSendsAndSaysWhenTheSupplementArrived() {
        write("venue", "北・中・南の3地区の公民館");
        dealtWith("activities");
        signInAs(representative);
        open(ProposalNavigation.supplement(id));

        press("補足を提出する");
        assertThat(proposals.get(id).revision()).isEqualTo(1);
        press("提出する");

        assertThat(proposals.latestRevision(id).typed().text("venue")).endsWith("公民館");
        var answeredAt = proposals.supplements(id).getFirst().answeredAt();
        var arrived = "2点の補足を、" + JapaneseDates.full(answeredAt, Locale.JAPAN) + "に受け付けました。";
        assertThat(text()).contains(arrived, "事務局がもう一度内容を確認します。");
        open(ProposalNavigation.supplement(id));
        assertThat(text()).contains(arrived);
    }

    @Test
    void aPointNeitherChangedNorMarkedIsNamedAndNothingIsSent() {
        write("venue", "北・中・南の3地区の公民館");
        signInAs(representative);
        open(ProposalNavigation.supplement(id));

        press("補足を提出する");

        assertThat($(ErrorSummary.class).single().getElement().getTextRecursively())
                .contains("「事業内容・実施方法」は、まだ直されておらず、しるしも付いていません。")
                .doesNotContain("実施場所");
        assertThat(text()).contains("補足 1/2");
        assertThat($(Dialog.class).all()).isEmpty();
        assertThatThrownBy(() -> supplement.answer(request, task(), representative, supplement.answers(request)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("proposal.refusal.supplementUntouched"));
        assertThat(proposals.get(id).revision()).isEqualTo(1);

        var mark = $(Checkbox.class)
                .withPropertyValue(Checkbox::getLabel, "対応しました")
                .all();
        mark.forEach(box -> test(box).click());
        assertThat($(ErrorSummary.class).all())
                .as("nothing is left of the list")
                .isEmpty();
        send();

        assertThat(proposals.get(id).revision()).isEqualTo(2);
    }

    @Test
    void onlyTheSendingIsPressedForward() {
        signInAs(representative);

        open(ProposalNavigation.supplement(id));

        assertThat($(Button.class).all().stream()
                        .filter(button -> button.getThemeNames().contains("primary")))
                .extracting(Button::getText)
                .containsExactly("補足を提出する");
    }

    @Test
    void whatAColleagueRewritesWhileItIsReadIsNotSentUnread() {
        dealtWith("activities");
        signInAs(representative);
        open(ProposalNavigation.supplement(id));
        fixture.write(AnswerSupplement.subject(request), "venue", "北町公民館", fixture.person("山田 花"));

        send();

        assertThat(proposals.get(id).revision()).isEqualTo(1);
        assertThat(text()).contains("内容が書き直されました", "北町公民館");
        send();
        assertThat(proposals.latestRevision(id).typed().text("venue")).isEqualTo("北町公民館");
    }

    @Test
    void whatAColleagueSavesIsShownWithoutASaveOfOnesOwnAndCanBeSent() {
        dealtWith("activities");
        signInAs(representative);
        open(ProposalNavigation.supplement(id));
        fixture.write(AnswerSupplement.subject(request), "venue", "北町公民館", fixture.person("山田 花"));

        poll();

        assertThat(text()).contains("北町公民館", "補足 2/2").doesNotContain("自動で表示します");
        send();
        assertThat(proposals.latestRevision(id).typed().text("venue")).isEqualTo("北町公民館");
    }

    @Test
    void theCityReadsThatNothingHasArrivedAndNothingOfWhatIsBeingWritten() {
        var secretary = fixture.secretary();
        signInAs(secretary);
        open(ProposalNavigation.overview(id));
        var before = text();
        assertThat(before).contains("補足のお願い（2点）", "補足は、まだ提出されていません。");
        write("venue", "北・中・南の3地区の公民館");
        dealtWith("activities");

        open(ProposalNavigation.overview(id));
        assertThat(text()).isEqualTo(before);
        open(ProposalNavigation.history(id));
        assertThat(text()).contains("補足は、まだ提出されていません。").doesNotContain("公民館");

        supplement.answer(request, task(), representative, supplement.answers(request));
        open(ProposalNavigation.history(id));
        assertThat(text()).contains("に補足が提出されました（第2版）。").doesNotContain("まだ提出されていません");
        open(ProposalNavigation.overview(id));
        assertThat(text()).doesNotContain("補足のお願い");
    }

    @Test
    void aDayForTheSupplementThatHasPassedIsSaidToHavePassedToBoth() {
        clock.stopAt(Objects.requireNonNull(request.dueAt()).plusSeconds(60));
        signInAs(representative);
        open(ProposalNavigation.supplement(id));
        assertThat(text()).contains("の期日を過ぎていますが、いまからでもお送りいただけます。").doesNotContain("までに補足をお願いします");
        open(ProposalNavigation.overview(id));
        assertThat(text()).contains("まで（過ぎました）");
        signInAs(fixture.secretary());
        open(ProposalNavigation.overview(id));
        assertThat(text()).contains("まで（過ぎました）");
    }

    @Test
    void whatTheGroupSaysWithItsSupplementIsPartOfWhatItHandedIn() {
        dealtWith("activities", "venue");
        signInAs(representative);
        open(ProposalNavigation.supplement(id));
        var remark = $(TextArea.class).withCaption("事務局への説明（任意）").single();
        test(remark).setValue("あ".repeat(401));
        press("補足を提出する");
        assertThat(remark.isInvalid()).isTrue();
        assertThat($(Question.class).all()).isEmpty();

        test(remark).setValue("会場は、いまの書き方のままで合っています。");
        send();

        var revision = proposals.latestRevision(id);
        assertThat(revision.remark()).isEqualTo("会場は、いまの書き方のままで合っています。");
        assertThat(new String(revision.bytes(), StandardCharsets.UTF_8)).contains(revision.remark());
        assertThat(revision.sha256())
                .isEqualTo(Sha256.of(revision.bytes()))
                .isNotEqualTo(proposals.revisions(id).getFirst().sha256());
        for (var reader : List.of(representative, fixture.secretary())) {
            signInAs(reader);
            open(ProposalNavigation.history(id));
            assertThat(text()).contains("会場は、いまの書き方のままで合っています。");
        }
    }

    @Test
    void aRecallTakesBackWhatWasAddedToo() {
        write("venue", "北・中・南の3地区の公民館");
        dealtWith("activities");
        supplement.answer(request, task(), representative, supplement.answers(request));

        recall.recall(id, representative, Instant.now());

        assertThat(drafts.answers(proposals.get(id)).text("venue")).isEqualTo("北・中・南の3地区の公民館");
        assertThat(drafts.errors(proposals.get(id))).isEmpty();
    }

    @Test
    void aPointThatAColleagueMarksCountsHereToo() {
        write("venue", "北・中・南の3地区の公民館");
        signInAs(representative);
        open(ProposalNavigation.supplement(id));
        assertThat(text()).contains("補足 1/2");
        dealtWith("activities");

        poll();

        assertThat(text()).contains("補足 2/2");
        assertThat($(Checkbox.class)
                        .withPropertyValue(Checkbox::getLabel, "対応しました")
                        .all())
                .anyMatch(Checkbox::getValue);
    }

    @Test
    void whateverIsAskedForIsAsItWasUntilSomebodyChangesIt() {
        supplement.mark(request, "venue", true, representative);
        var asked = drafts.form(proposals.latestRevision(id))
                .fields()
                .collect(Collectors.toMap(Field::key, field -> "もう一言お願いします。"));
        supplement.begin(proposals.requestSupplement(id, asked, fixture.secretary()), representative);
        signInAs(representative);

        open(ProposalNavigation.supplement(id));

        assertThat(text()).contains("補足 0/" + asked.size());
    }

    @Test
    void aFileThatAColleagueAddsCountsHereToo() {
        supplement.mark(request, "venue", true, representative);
        var files = proposals.requestSupplement(id, Map.of("attachments", "総会の資料もお願いします。"), fixture.secretary());
        supplement.begin(files, representative);
        signInAs(representative);
        open(ProposalNavigation.supplement(id));
        assertThat(text()).contains("補足 0/1");
        fixture.attach(AnswerSupplement.subject(files), "attachments", "総会資料", 1, fixture.person("山田 花"));

        poll();

        assertThat(text()).contains("補足 1/1");
    }

    @Test
    void aDoubleClickAsksOnce() {
        write("venue", "北・中・南の3地区の公民館");
        dealtWith("activities");
        signInAs(representative);
        open(ProposalNavigation.supplement(id));

        press("補足を提出する");
        press("補足を提出する");

        assertThat($(Dialog.class).all()).hasSize(1);
        press("まだ提出しない");
        press("補足を提出する");
        press("提出する");
        assertThat($(Dialog.class).all()).isEmpty();
        assertThat($(PageHead.class).single().getElement().getTextRecursively()).isEqualTo("補足を提出しました");
    }

    @Test
    void nothingIsSentWhileItIsOpenWhoseTextIsKept() {
        signInAs(representative);
        open(ProposalNavigation.supplement(id));
        fixture.write(AnswerSupplement.subject(request), "venue", "北町公民館", fixture.person("山田 花"));
        var venue = $(TextField.class).all().stream()
                .filter(input -> "venue".equals(input.getElement().getAttribute("data-keep")))
                .findFirst()
                .orElseThrow();
        test(venue).setValue("中町公民館");

        press("補足を提出する");

        assertThat(proposals.get(id).revision()).isEqualTo(1);
        assertThat(text()).contains("まだ保存できていない入力があります");
        assertThat(venue.getValue()).isEqualTo("中町公民館");
    }

    @Test
    void anEditorWritesAndTheRepresentativeSends() {
        var editor = fixture.person("編集の方");
        fixture.member(group, editor, Office.GROUP_EDITOR);
        signInAs(editor);

        open(ProposalNavigation.supplement(id));

        assertThat(text()).contains(ASKED, "団体の代表の方にお願いしています");
        assertThatThrownBy(() -> supplement.answer(request, task(), editor, supplement.answers(request)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aStrangerFindsNothing() {
        var stranger = fixture.person("別の会の人");
        fixture.group("別の会", stranger);
        signInAs(stranger);

        open("tasks/supplementProposal/" + task());

        assertThat(text()).doesNotContain(ASKED, "居場所「こかげ」");
    }
}
