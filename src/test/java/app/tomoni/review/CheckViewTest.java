package app.tomoni.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.tomoni.ViewTest;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Guideline;
import app.tomoni.form.Answers;
import app.tomoni.form.FormDefinition;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePeople;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Cases;
import app.tomoni.process.Decisions;
import app.tomoni.process.OpenTask;
import app.tomoni.process.Statuses;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.Revision;
import app.tomoni.proposal.SupplementRequest;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Json;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.DiffText;
import app.tomoni.shared.ui.KeptForm;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.util.ReflectionTestUtils;

class CheckViewTest extends ViewTest {

    private static final Instant FIRST = Instant.parse("2026-10-01T03:00:00Z");

    @Autowired
    private FormalChecks checks;

    @Autowired
    private CheckEligibility completion;

    @Autowired
    private JdbcClient jdbc;

    @MockitoSpyBean
    private Entries entries;

    @MockitoBean
    private Cases cases;

    @MockitoBean
    private CasePeople casePeople;

    @MockitoBean
    private CaseEvents caseEvents;

    @MockitoBean
    private Decisions decisions;

    @MockitoBean
    private Statuses statuses;

    @MockitoBean
    private Calls calls;

    @MockitoBean
    private Proposals proposals;

    @MockitoBean
    private ProposalPapers papers;

    @MockitoBean
    private EligibilityFacts facts;

    private final CallId call = new CallId(Ids.next());
    private final ProposalId proposal = new ProposalId(Ids.next());
    private final OrganisationId group = OrganisationId.next();
    private TaskId task = new TaskId(Ids.next().toString());
    private PersonId staff;
    private OpenTask open;
    private Proposal handedIn;

    @BeforeEach
    void check() throws IOException {
        staff = person("事務 花子", Office.SECRETARIAT);
        open = new OpenTask(
                task,
                "checkEligibility",
                new CaseKey(proposal.value()),
                "こかげ",
                "R8-001",
                Office.SECRETARIAT,
                null,
                null,
                null,
                Instant.EPOCH,
                new CaseScopes(call.value(), Ids.next(), null),
                "definition",
                null);
        when(cases.task(eq(task), eq(staff))).thenReturn(Optional.of(open));
        doAnswer(asked -> completion.complete(open, asked.getArgument(1), asked.getArgument(2)))
                .when(cases)
                .complete(any(), any(), any());
        var known = mock(Call.class);
        when(known.id()).thenReturn(call);
        when(known.title()).thenReturn("令和8年度の募集");
        var guideline = mock(Guideline.class);
        when(guideline.eligibleGroups()).thenReturn("構成員が5人以上いること");
        when(known.guideline()).thenReturn(guideline);
        when(calls.get(any())).thenReturn(known);
        when(cases.tasksOf(open.caseKey())).thenReturn(List.of(open));
        handedIn = mock(Proposal.class);
        when(handedIn.id()).thenReturn(proposal);
        when(handedIn.organisation()).thenReturn(group);
        when(proposals.get(proposal)).thenReturn(handedIn);
        when(proposals.latestRevision(proposal)).thenReturn(revision(1, FIRST));
        when(statuses.of(any(CaseKey.class), any(), any(), any()))
                .thenReturn(new CaseStatus("事務局が確認しています。", "審査に進みます。", null, true, false, null));
        when(papers.of(any())).thenReturn(paper("居場所を広げる"));
        when(facts.of(any())).thenReturn(Map.of("attachments", 0));
        when(decisions.evaluate(any(), any(), any()))
                .thenReturn(List.of(Map.of(
                        "criterion", "添付書類",
                        "finding", "添付書類がありません。",
                        "consequence", "SUPPLEMENT",
                        "field", "attachments",
                        "criterionEn", "Papers",
                        "findingEn", "Nothing is attached.")));
        signInAs(staff);
    }

    private void page() {
        open("tasks/checkEligibility/" + task);
    }

    private void click(String button) {
        test($(Button.class).withText(button).first()).click();
    }

    private Checkbox ask(String label) {
        return $(Checkbox.class).all().stream()
                .filter(box -> box.getAriaLabel().orElse("").equals("「" + label + "」の補足をお願いする"))
                .findFirst()
                .orElseThrow();
    }

    private TextArea area(String name) {
        return $(TextArea.class).all().stream()
                .filter(area -> area.getAriaLabel().orElse("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTableProposesAndKeepsItsInputsOnRecordOnce() {
        page();
        page();

        assertThat(text()).contains("添付書類がありません。", "補足のお願いを提案", "判定表の提案", "居場所を広げる", "受け付ける");
        assertThat(text()).doesNotContain("不受理", "却下");
        verify(decisions, times(1)).evaluate("eligibility", "1", Map.of("attachments", 0));
        verify(caseEvents, times(1)).record(eq(open.caseKey()), eq("eligibilityEvaluated"), any());
    }

    @Test
    void theGroupStandsBesideWhatTheCallDemandsOfIt() {
        page();

        assertThat(text())
                .contains("みなとの会", "任意団体", "令和8年4月1日（水）", "隣の県 港町1-1", "構成員が5人以上いること", "提出（令和8年10月1日（木）12時）のときの団体情報です。")
                .doesNotContain("補足の後の、もう一度の確認です");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("organisations/" + group);
    }

    @Test
    void theCheckAfterASupplementSaysWhatWasAskedAndWhatTheGroupAnswered() {
        var answered = FIRST.plusSeconds(86_400);
        var revisions = List.of(revision(1, FIRST), revision(2, answered));
        when(proposals.latestRevision(proposal)).thenReturn(revisions.getLast());
        when(proposals.revisions(proposal)).thenReturn(revisions);
        when(proposals.supplements(proposal))
                .thenReturn(List.of(new SupplementRequest(
                        Ids.next(),
                        proposal,
                        List.of(
                                new SupplementRequest.Point("purpose", "目的をもう一言お書きください。", null),
                                new SupplementRequest.Point("venue", "地区の名前もお書きください。", answered)),
                        FIRST.plusSeconds(3_600),
                        staff,
                        null,
                        answered,
                        2)));
        when(papers.paper(revisions.getFirst())).thenReturn(paper("居場所を広げる"));
        when(papers.paper(revisions.getLast())).thenReturn(paper("居場所を3地区に広げる"));

        open("tasks/checkSupplement/" + task);

        assertThat(text())
                .contains(
                        "補足の後の、もう一度の確認です",
                        "令和8年10月1日（木）13時に2点の補足をお願いし、令和8年10月2日（金）12時に回答が届きました。",
                        "目的をもう一言お書きください。",
                        "地区の名前もお書きください。",
                        "団体からの説明",
                        "地区の名前は、会場の欄のとおりです。",
                        "前に提出された内容から、変わっていません。",
                        "団体が「対応しました」のしるしを付けています");
        assertThat($(DiffText.class).all().stream().map(HasElement::getElement).map(Element::getTextRecursively))
                .anyMatch(diff -> diff.contains("（追加）"));
    }

    @Test
    void whatWasAskedBeforeAGroupTookItsProposalBackIsNotShown() {
        when(proposals.revisions(proposal)).thenReturn(List.of(revision(1, FIRST)));
        when(proposals.supplements(proposal))
                .thenReturn(List.of(new SupplementRequest(
                        Ids.next(),
                        proposal,
                        List.of(new SupplementRequest.Point("purpose", "目的をもう一言お書きください。", null)),
                        FIRST.minusSeconds(7_200),
                        staff,
                        null,
                        FIRST.minusSeconds(3_600),
                        null)));

        page();

        assertThat(text()).doesNotContain("目的をもう一言お書きください。");
    }

    private Revision revision(int number, Instant at) {
        var content = """
                {"answers": {}, "profile": {"name": "みなとの会", "type": "voluntary", "foundedOn": "2026-04-01",
                  "address": "隣の県 港町1-1", "memberCount": "3"}%s}""".formatted(number == 1 ? "" : ", \"remark\": \"地区の名前は、会場の欄のとおりです。\"");
        return new Revision(proposal, number, content.getBytes(StandardCharsets.UTF_8), "", "1", at, staff, List.of());
    }

    private static Paper paper(String purpose) {
        try {
            return new Paper(
                    FormDefinition.parse(Files.readAllBytes(Path.of("forms/proposal.form"))),
                    new Answers(Map.of("purpose", Json.mapper().valueToTree(purpose))),
                    "1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theBudgetSaysOfEachLineWhatItIsForWhetherItCountsAndWhoPays() throws IOException {
        var budget = Json.parse("""
                {"income": [], "requested": "50,000", "expenditure": [
                  {"category": "報償費", "description": "", "unitPrice": "2,000", "quantity": "40", "amount": "80,000",
                   "eligible": false, "payer": "both"}]}""");
        var form = FormDefinition.parse(Files.readAllBytes(Path.of("forms/proposal.form")));
        when(papers.of(any())).thenReturn(new Paper(form, new Answers(Map.of("budget", budget)), "1"));

        page();

        assertThat(text()).contains("報償費", "2,000 × 40", "80,000円", "対象外", "団体と市", "50,000円");
    }

    @Test
    void aPersonAcceptsWhateverTheTableSays() {
        page();
        click("受け付ける");

        verify(proposals).accept(proposal, staff);
        verify(cases).complete(task, staff, Map.of("checkOutcome", "ACCEPTED", "read", Map.of()));
        assertThat(text()).contains("受け付けました。");
    }

    @Test
    void aSupplementOpensOnlyTheMarkedFieldsWithTheirComments() {
        page();
        click("補足をお願いする");
        assertThat(text()).contains("補足をお願いする欄に印を付けてください。");

        test(ask("添付書類")).click();
        test(ask("事業名")).click();
        test(ask("実施場所")).click();
        click("補足をお願いする");
        assertThat(text()).contains("「事業名」について、団体へのお願いを入力してください。", "「実施場所」について、団体へのお願いを入力してください。");
        assertThat(area("「実施場所」についてのお願い").isInvalid()).isTrue();
        assertThat(area("「事業名」についてのお願い").getErrorMessage()).isEqualTo("「事業名」について、団体へのお願いを入力してください。");
        test(ask("実施場所")).click();

        test(area("「事業名」についてのお願い")).setValue("略さずにお書きください。");
        test(area("「添付書類」についてのお願い")).setValue("規約を添えてください。");
        test(ask("添付書類")).click();
        click("補足をお願いする");

        verify(proposals).requestSupplement(proposal, Map.of("projectTitle", "略さずにお書きください。"), staff);
        assertThat(text()).contains("団体に補足をお願いしました。");
    }

    @Test
    void notSubjectNeedsAReasonForTheGroup() {
        page();
        click("審査の対象とならない旨を伝える");
        assertThat(text()).contains("理由と、ほかの制度のご案内を入力してください。");
        assertThat(area("理由とほかの制度のご案内").isInvalid()).isTrue();
        verify(proposals, never()).declareNotSubject(any(), any(), any());

        test(area("理由とほかの制度のご案内")).setValue("市外での事業のため。県の制度をご利用いただけます。");
        click("審査の対象とならない旨を伝える");
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("審査の対象とならない旨を伝えますか　こかげ");
        assertThat($(Dialog.class).single().getElement().getTextRecursively()).contains("取り消すことはできません。");
        click("戻る");
        verify(proposals, never()).declareNotSubject(any(), any(), any());
        click("審査の対象とならない旨を伝える");
        click("伝えて手続きを終える");

        verify(proposals).declareNotSubject(proposal, "市外での事業のため。県の制度をご利用いただけます。", staff);
    }

    @Test
    void whatWasTypedIsThereAgainOnTheNextVisit() {
        page();
        test(ask("事業名")).click();
        test(area("「事業名」についてのお願い")).setValue("略さずにお書きください。");

        page();

        assertThat(ask("事業名").getValue()).isTrue();
        assertThat(area("「事業名」についてのお願い").getValue()).isEqualTo("略さずにお書きください。");
    }

    @Test
    void aTaskThatSomebodyElseHasDoneSaysSoInsteadOfTheCheck() {
        page();
        colleagueAccepts();

        click("受け付ける");

        assertThat(text())
                .contains("形式の確認　こかげ", "この作業は、事務 次郎さんが令和8年11月23日（月）8時9分に終えています。", "審査が始まるのを待っています。", "提案の一覧へ", "受信箱へ")
                .doesNotContain("ご確認ください", "事務局が確認しています。", "保存されなかった文章");
        assertThat($(Button.class).all()).isEmpty();
    }

    @Test
    void whatWasTypedAfterAColleaguesDecisionStaysReadableBesideWhoDecided() {
        page();
        colleagueAccepts();
        test(area("理由とほかの制度のご案内")).setValue("市外での事業のため。");

        click("審査の対象とならない旨を伝える");

        assertThat(text()).contains("事務 次郎さんが", "保存されなかった文章", "市外での事業のため。").doesNotContain("保存できていません", "すでに終わっています");
    }

    private void colleagueAccepts() {
        completion.complete(open, staff, FormalChecks.answers(CheckOutcome.ACCEPTED));
        when(cases.task(eq(task), eq(staff))).thenReturn(Optional.empty());
        when(statuses.of(any(CaseKey.class), any(), any(), any()))
                .thenReturn(new CaseStatus("審査が始まるのを待っています。", "", null, false, false, null));
        doThrow(new Refusal("process.task.done", "事務 次郎", Instant.parse("2026-11-22T23:09:00Z")))
                .when(cases)
                .complete(any(), any(), any());
    }

    @Test
    void twoWhoOpenATaskAtTheSameMomentShareOneCheck() {
        var second = new AtomicReference<CompletableFuture<FormalCheck>>();
        when(decisions.evaluate(any(), any(), any())).thenAnswer(asked -> {
            if (second.get() == null) {
                second.set(CompletableFuture.supplyAsync(() -> checks.of(open)));
                await().until(() -> second.get().isDone() || somebodyWaits());
            }
            return List.of();
        });

        var first = checks.of(open);

        assertThat(second.get().join().id()).isEqualTo(first.id());
        verify(caseEvents, times(1)).record(eq(open.caseKey()), eq("eligibilityEvaluated"), any());
    }

    private boolean somebodyWaits() {
        return jdbc.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void whatIsTypedAfterAColleaguesDecisionIsRefusedInWordsAndStays() {
        page();
        test(ask("事業名")).click();
        cases.complete(task, staff, FormalChecks.answers(CheckOutcome.ACCEPTED));

        var words = area("「事業名」についてのお願い");
        test(words).setValue("略さずにお書きください。");

        assertThat(words.getErrorMessage()).isEqualTo("この確認はすでに終わっています。");
        assertThat(words.getValue()).isEqualTo("略さずにお書きください。");
        assertThat(checks.typed(checks.of(open))).doesNotContainKey("comment:projectTitle");
    }

    @Test
    void whatIsTypedAfterTheGroupTookItsProposalBackIsRefusedAndThePageSaysWhy() {
        page();
        takenBack();

        test(area("理由とほかの制度のご案内")).setValue("市外での事業のため。");

        assertThat(text()).contains("団体が提案書を引き戻したため", "下書きに戻りました。").doesNotContain("保存しました", "事務局が確認しています。");
        assertThat(area("理由とほかの制度のご案内").getErrorMessage()).contains("引き戻した");
        assertThat(area("理由とほかの制度のご案内").getValue()).isEqualTo("市外での事業のため。");
        assertThat(checks.typed(checks.of(open))).isEmpty();
    }

    private void takenBack() {
        when(handedIn.isDraft()).thenReturn(true);
        when(cases.tasksOf(open.caseKey())).thenReturn(List.of());
        when(cases.task(eq(task), eq(staff))).thenReturn(Optional.empty());
        when(statuses.of(any(CaseKey.class), any(), any(), any()))
                .thenReturn(new CaseStatus("提案書が引き戻され、下書きに戻りました。", "", null, false, false, null));
    }

    @Test
    void whatWasWrittenBeforeTheGroupTookItsProposalBackIsOfferedInTheNextCheck() {
        var check = checks.of(open);
        checks.save(check, "seen:0", "true", 0);
        checks.save(check, FormalChecks.MARK + "projectTitle", "true", 0);
        checks.save(check, FormalChecks.COMMENT + "projectTitle", "略さずにお書きください。", 0);
        page();
        assertThat(text()).doesNotContain("前の確認で書かれた文章");
        takenBack();
        handedInAnew();

        page();
        assertThat(ask("事業名").getValue())
                .as("nothing is said of the new proposal yet")
                .isFalse();
        $(KeptForm.class).all().stream()
                .filter(form -> form.getElement().getAttribute("data-subject").equals("check:" + check.id()))
                .forEach(form -> {
                    leftBehind(form, FormalChecks.REASON, "市外での事業のため。");
                    leftBehind(form, "seen:0", "確かめました");
                });
        assertThat(text()).contains("前の確認で書かれた文章", "略さずにお書きください。", "市外での事業のため。");
        test(area("理由とほかの制度のご案内")).setValue("対象の外です。");
        click("この文章を欄に入れる");
        click("この文章を欄に入れる");

        assertThat(text()).doesNotContain("前の確認で書かれた文章");
        assertThat(ask("事業名").getValue()).isTrue();
        var again = checks.typed(checks.of(open));
        assertThat(again).containsOnlyKeys("mark:projectTitle", "comment:projectTitle", "reason");
        assertThat(again.get("comment:projectTitle").value()).isEqualTo("略さずにお書きください。");
        assertThat(again.get("reason").value()).isEqualTo("対象の外です。\n市外での事業のため。");
    }

    private static void leftBehind(KeptForm form, String field, String words) {
        ReflectionTestUtils.invokeMethod(form, "restore", field, words, "0");
    }

    private void handedInAnew() {
        task = new TaskId(Ids.next().toString());
        open = new OpenTask(
                task,
                open.kind(),
                open.caseKey(),
                open.title(),
                open.number(),
                open.office(),
                null,
                null,
                null,
                Instant.EPOCH,
                open.scopes(),
                "definition",
                null);
        when(handedIn.isDraft()).thenReturn(false);
        when(cases.tasksOf(open.caseKey())).thenReturn(List.of(open));
        when(cases.task(eq(task), eq(staff))).thenReturn(Optional.of(open));
    }

    @Test
    void whatAColleagueHasWrittenSinceThePageWasOpenedGoesOutOnlyOnceItHasBeenRead() {
        page();
        test(ask("事業名")).click();
        test(area("「事業名」についてのお願い")).setValue("略さずにお書きください。");
        var check = checks.of(open);
        checks.save(check, "seen:0", "true", 0);
        checks.save(check, FormalChecks.MARK + "venue", "true", 0);
        checks.save(check, FormalChecks.COMMENT + "venue", "地区の名前もお書きください。", 0);

        for (var button : List.of("受け付ける", "補足をお願いする")) {
            page();
            checks.save(
                    check,
                    FormalChecks.COMMENT + "venue",
                    button,
                    checks.typed(check).get(FormalChecks.COMMENT + "venue").version());
            click(button);
            assertThat(text()).contains("ほかの方がしるしや文章を書き直しました。");
            assertThat(area("「実施場所」についてのお願い").getValue()).isEqualTo(button);
        }
        verify(proposals, never()).accept(any(), any());
        verify(proposals, never()).requestSupplement(any(), any(), any());
        click("補足をお願いする");

        verify(proposals)
                .requestSupplement(proposal, Map.of("projectTitle", "略さずにお書きください。", "venue", "補足をお願いする"), staff);
    }

    @Test
    void whichFindingsAColleagueTicksOffHoldsNobodyUp() {
        page();
        checks.save(checks.of(open), "seen:0", "true", 0);

        click("受け付ける");

        verify(proposals).accept(proposal, staff);
    }

    @Test
    void nothingIsDecidedOnWordsThatAreNotSaved() {
        page();
        test(area("理由とほかの制度のご案内")).setValue("あ".repeat(1001));

        click("受け付ける");

        assertThat(text()).contains("「理由とほかの制度のご案内」は保存できていません。", "いま1,001字");
        verify(proposals, never()).accept(any(), any());
    }

    @Test
    void nothingIsDecidedOnWordsThatTheDatabaseDidNotTake() {
        page();
        var reason = area("理由とほかの制度のご案内");
        test(reason).setValue("市外での事業のため。");
        doThrow(new QueryTimeoutException("gone")).when(entries).save(any(), any(), any(), anyLong());
        attempt(() -> test(reason).setValue("県の制度をご利用いただけます。"));

        click("審査の対象とならない旨を伝える");

        assertThat(text()).contains("「理由とほかの制度のご案内」は保存できていません。");
        verify(proposals, never()).declareNotSubject(any(), any(), any());
        doCallRealMethod().when(entries).save(any(), any(), any(), anyLong());
        click("審査の対象とならない旨を伝える");
        click("伝えて手続きを終える");
        verify(proposals).declareNotSubject(proposal, "県の制度をご利用いただけます。", staff);
    }

    @Test
    void whatATabHadLeftComesBack() {
        page();
        ReflectionTestUtils.invokeMethod($(KeptForm.class).single(), "restore", FormalChecks.REASON, "市外での事業のため。", "0");

        assertThat(area("理由とほかの制度のご案内").getValue()).isEqualTo("市外での事業のため。");
        assertThat(checks.typed(checks.of(open)).get(FormalChecks.REASON).value())
                .isEqualTo("市外での事業のため。");
    }

    @Test
    void aForeignTaskLooksLikeNone() {
        open("tasks/checkEligibility/" + Ids.next());
        var absent = text();
        open("tasks/checkEligibility/nonsense");

        assertThat(text()).isEqualTo(absent).contains("すでに済んだか、ほかの方に移ったため").doesNotContain("こかげ");
    }

    @Test
    void theSecretariatDoesNotWaitForASupplementOnlyWithAReason() {
        when(cases.waitsFor(any(), any())).thenReturn(true);
        assertThatThrownBy(() -> checks.waiveSupplement(proposal, staff, " ")).isInstanceOf(Refusal.class);
        var reviewer = person("審査 藍", Office.REVIEWER, call.value());
        assertThatThrownBy(() -> checks.waiveSupplement(proposal, reviewer, "急ぐため"))
                .isInstanceOf(Refusal.class);

        checks.waiveSupplement(proposal, staff, "電話で確かめたため");

        verify(cases).tell("SupplementWaived", new CaseKey(proposal.value()), Map.of());
        verify(caseEvents).record(new CaseKey(proposal.value()), "SupplementWaived", Map.of("reason", "電話で確かめたため"));
    }
}
