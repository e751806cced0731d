package app.tomoni.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.tomoni.ViewTest;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.CommentRule;
import app.tomoni.call.Guideline;
import app.tomoni.call.Panels;
import app.tomoni.document.FileId;
import app.tomoni.form.Answers;
import app.tomoni.form.Attachment;
import app.tomoni.form.FormDefinition;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePeople;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Cases;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Json;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PlainTable;
import app.tomoni.shared.ui.ScreenKeys;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;

/** What stands on the reviewers' screens, and what never does. */
class ReviewViewsTest extends ViewTest {

    private static final String SECRET = "誰にも知られてはならない本文";
    private static final Predicate<String> FOCUS = script -> script.contains("focus");

    @Autowired
    private Declarations declarations;

    @Autowired
    private ScoreSheets sheets;

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
    private Panels panels;

    @MockitoBean
    private Calls calls;

    @MockitoBean
    private ReviewedProposals proposals;

    @MockitoBean
    private ProposalPapers papers;

    @MockitoBean
    private ScoreCards cards;

    @MockitoBean
    private SheetTotals totals;

    @MockitoBean
    private Statuses statuses;

    private final CallId call = new CallId(Ids.next());
    private final List<Listed> listed = new ArrayList<>();
    private PersonId ai;
    private PersonId bo;

    @BeforeEach
    void panel() throws IOException {
        ai = person("審査 藍", Office.REVIEWER, call.value());
        bo = person("審査 帆", Office.REVIEWER, call.value());
        var known = mock(Call.class);
        when(known.id()).thenReturn(call);
        when(known.title()).thenReturn("令和8年度の募集");
        when(known.isApproved()).thenReturn(true);
        when(known.guideline()).thenReturn(mock(Guideline.class));
        when(known.draftedAt()).thenReturn(Instant.EPOCH);
        when(calls.findByIdIn(any())).thenReturn(List.of(known));
        when(calls.get(any())).thenReturn(known);
        when(calls.find(any())).thenReturn(Optional.of(known));
        when(panels.members(call)).thenReturn(List.of(ai, bo));
        when(cards.of(any())).thenReturn(Samples.card());
        when(totals.of(any(), any(), any(), any())).thenReturn(Optional.of(BigDecimal.valueOf(42)));
        when(totals.of(any(), any(), any()))
                .thenAnswer(asked -> asked.<Map<ProposalId, ?>>getArgument(2).keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), marked -> BigDecimal.valueOf(42))));
        when(proposals.ofCall(call)).thenAnswer(asked -> List.copyOf(listed));
        when(proposals.find(any()))
                .thenAnswer(asked -> listed.stream()
                        .filter(one -> one.proposal().equals(asked.getArgument(0)))
                        .findFirst());
        when(cases.taskFor(any(), any(), any())).thenReturn(Optional.empty());
        var form = FormDefinition.parse(Files.readAllBytes(Path.of("forms/proposal.form")));
        var answers = new Answers(Map.of(
                "purpose", Json.mapper().valueToTree(SECRET),
                "attachments", files("会則.pdf"),
                "confidentialAttachments", files("会員名簿.pdf")));
        var paper = new Paper(form, answers, "");
        when(papers.of(any())).thenReturn(paper);
        when(papers.ofAll(any()))
                .thenAnswer(asked -> asked.<Collection<ProposalId>>getArgument(0).stream()
                        .collect(Collectors.toMap(Function.identity(), id -> paper)));
    }

    private static JsonNode files(String name) {
        return Json.array()
                .add(new Attachment(new FileId(Ids.next()), name, "application/pdf", 2048, "0".repeat(64)).json());
    }

    private ProposalId proposal(String title) {
        var id = unopened(title);
        sheets.open(call, id, List.of(ai, bo), List.of());
        return id;
    }

    private ProposalId unopened(String title) {
        var id = new ProposalId(Ids.next());
        listed.add(new Listed(
                id,
                call,
                new OrganisationId(Ids.next()),
                "R8-00" + (listed.size() + 1),
                title,
                title + "の会",
                "代表",
                "川辺の会"));
        return id;
    }

    private void declare(PersonId reviewer, Tie... answers) {
        for (var i = 0; i < listed.size(); i++) {
            declarations.answer(reviewer, listed.get(i).proposal(), answers.length > i ? answers[i] : Tie.NONE, 0);
        }
        declarations.confirm(reviewer, call);
    }

    private String sheet(ProposalId proposal) {
        return "reviews/" + call + "/" + proposal;
    }

    @Test
    void withoutACallThePageSaysWhyItIsEmpty() {
        when(calls.findByIdIn(any())).thenReturn(List.of());
        signInAs(ai);
        open("reviews");

        assertThat(text()).contains("いま審査をお願いしている募集はありません。", "ここに表示されます");
    }

    @Test
    void beforeTheDeclarationEveryWayToTheContentLeadsToTheList() {
        var proposal = proposal("こかげ");
        signInAs(ai);

        for (var way :
                List.of("reviews", sheet(proposal), "reviews/" + call + "/print", "reviews/" + call + "/scores")) {
            open(way);
            assertThat(text()).as(way).doesNotContain(SECRET);
        }
        open(sheet(proposal));
        assertThat(text()).contains("関係の有無のお申し出", "こかげの会", "「関係がある」とは");
    }

    @Test
    void theListIsAnsweredAndConfirmedOnItsPage() {
        proposal("こかげ");
        signInAs(ai);
        open("reviews/" + call + "/declarations");
        assertThat(text()).contains("代表者", "一緒に取り組む団体", "川辺の会");

        click("お申し出を確定する");
        assertThat(text()).contains("「こかげ」について、関係の有無をお選びください。");
        assertThat(tieField().isInvalid()).isTrue();
        assertThat(tieField().getErrorMessage()).isEqualTo("「こかげ」について、関係の有無をお選びください。");

        tieField().setValue(Tie.NONE);
        assertThat(tieField().isInvalid()).isFalse();
        assertThat(text()).contains("保存しました").doesNotContain("について、関係の有無をお選びください。");
        click("お申し出を確定する");

        assertThat(text()).contains("私の審査", "1件中0件提出済み", "未採点（1件）");
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Tie> tieField() {
        return $(RadioButtonGroup.class).first();
    }

    private void click(String button) {
        test($(Button.class).withText(button).first()).click();
    }

    @Test
    void theSheetStandsBesideTheProposal() {
        var proposal = proposal("こかげ");
        declare(ai);
        signInAs(ai);
        open(sheet(proposal));

        assertThat(text()).contains(SECRET, "1. 役割分担", "2. 実現性", "15点", "段階5", "採点を提出する");
    }

    @Test
    void theBarLeadsToTheNextSheetThatWaitsAndWithNoneBackToAll() {
        var first = proposal("こかげ");
        proposal("竹あかり");
        declare(ai);
        signInAs(ai);
        open(sheet(first));

        click("次の未採点へ");
        assertThat(text()).contains("竹あかり").doesNotContain("私の審査に戻る");
        open(sheet(first));
        click("採点を行わない");
        click("採点を行わないと届け出る");
        click("次の未採点へ");
        click("採点を行わない");
        click("採点を行わないと届け出る");
        assertThat(text()).contains("0件中0件提出済み").doesNotContain("次の未採点へ");
        click("私の審査に戻る");

        assertThat(text()).contains("私の審査", "こかげ", "竹あかり");
    }

    @Test
    void noWayOfAReviewersLeadsToAFileThatIsForTheSecretariat() {
        var proposal = proposal("こかげ");
        declare(ai);
        signInAs(ai);

        for (var way : List.of(sheet(proposal), "reviews/" + call + "/print")) {
            open(way);
            assertThat(text()).as(way).contains("会則.pdf").doesNotContain("会員名簿.pdf", "名簿など個人情報を含む書類");
        }
    }

    @Test
    void theOpenCriterionLeadsToWhatItIsJudgedByAndBack() {
        var proposal = proposal("こかげ");
        declare(ai);
        signInAs(ai);
        open(sheet(proposal));
        test(nativeButton("採点")).click();
        assertThat(links()).containsExactly("市に期待する役割", "役割分担");
        assertThat(marked()).containsExactly("市に期待する役割", "役割分担");

        var link = $(Anchor.class).all().stream()
                .filter(anchor ->
                        anchor.getText().equals("役割分担") && anchor.getHref().equals("#"))
                .findFirst()
                .orElseThrow();
        hear(link, "click", Map.of());
        assertThat(shown()).contains("show-proposal").doesNotContain("show-scores");
        assertThat(asked()).anyMatch(script -> script.contains("this.focus({preventScroll: true})"));

        test(nativeButton("採点に戻る")).click();
        assertThat(shown()).contains("show-scores").doesNotContain("show-proposal");
        assertThat(asked()).anyMatch(script -> script.contains("this.focus()"));

        openCriterion("2. 実現性");
        assertThat(links()).as("a criterion without evidence has no link").isEmpty();
        assertThat(marked()).isEmpty();
    }

    private NativeButton nativeButton(String text) {
        return $(NativeButton.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private List<String> links() {
        return $(Nav.class).all().stream()
                .filter(nav -> nav.hasClassName("review-evidence-links"))
                .flatMap(nav -> nav.getChildren())
                .filter(Anchor.class::isInstance)
                .map(link -> link.getElement().getText())
                .toList();
    }

    private List<String> marked() {
        return $(Div.class).all().stream()
                .filter(box -> box.hasClassName("review-evidence"))
                .map(box -> box.getComponentAt(0).getElement().getText())
                .toList();
    }

    private Set<String> shown() {
        return Set.copyOf(((Div) getCurrentView()).getClassNames());
    }

    /** The scripts that the browser has been asked to run since the last time. */
    private List<String> asked() {
        MockVaadin.clientRoundtrip();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(told -> told.getInvocation().getExpression())
                .toList();
    }

    @Test
    void theBarIsAsTheReviewerLeftIt() {
        var proposal = proposal("こかげ");
        declare(ai);
        signInAs(ai);
        open(sheet(proposal));
        assertThat(share()).isEqualTo("52");
        hear(byClass("review-splitter"), "share", Map.of("event.detail", "95"));
        assertThat(share()).as("neither pane vanishes").isEqualTo("70");
        test(byLabel("提案の幅を狭くする")).click();

        signInAs(ai);
        open(sheet(proposal));
        assertThat(share()).isEqualTo("65");
        signInAs(bo);
        declare(bo);
        open(sheet(proposal));
        assertThat(share()).isEqualTo("52");
    }

    @Test
    void theSheetCountsWhatTheListOfAllCounts() {
        var proposal = proposal("こかげ");
        unopened("はなみずき");
        declare(ai);
        signInAs(ai);

        open("reviews");
        assertThat(text()).contains("2件中0件提出済み");
        open(sheet(proposal));
        assertThat(text()).contains("2件中0件提出済み");
    }

    @Test
    void whatAGroupIsStillAddingToIsNotCalledACheckOfTheSecretariat() {
        proposal("こかげ");
        var added = unopened("はなみずき");
        var key = new CaseKey(added.value());
        declare(ai);
        when(cases.waitingAt("citizenProposal", "supplementProposal", call.value()))
                .thenReturn(List.of(key));
        when(statuses.of(eq(List.of(key)), any(), any(), any()))
                .thenReturn(
                        Map.of(key, new CaseStatus("はなみずきの会が12月2日（水）17時までに、提案書を補足します。", "", null, false, false, null)));
        signInAs(ai);

        open("reviews");
        assertThat(text()).contains("補足中（1件）").doesNotContain("形式の確認中");
        signInAs(person("事務局", Office.SECRETARIAT));
        open("calls/" + call + "/reviews");
        assertThat(text()).contains("はなみずきの会が12月2日（水）17時までに、提案書を補足します。").doesNotContain("形式の確認中");
        assertThat($(NativeTableHeaderCell.class).all())
                .filteredOn(header -> header.getText().equals("状況"))
                .singleElement()
                .satisfies(header -> assertThat(header.hasClassName("num")).isFalse());
    }

    @Test
    void aKeyOpensTheNextCriterionAndTheOneBeforeAndADigitScoresWhatIsOpen() {
        var proposal = proposal("こかげ");
        declare(ai);
        signInAs(ai);
        open(sheet(proposal));

        hit("4");
        hit("l");
        assertThat(openCriterion()).isEqualTo("2. 実現性");
        hit("l");
        assertThat(openCriterion()).as("the last one stays open").isEqualTo("2. 実現性");
        hit("h");
        assertThat(openCriterion()).isEqualTo("1. 役割分担");
        hit("3");
        hit("h");

        assertThat(sheets.own(ai, proposal).orElseThrow().value("mark:c1")).isEqualTo("9");
        assertThat(((ScreenKeys) getCurrentView()).keys())
                .extracting(ScreenKeys.Key::name)
                .contains("l", "h", "Alt + 1", "Alt + 2");
    }

    private void hit(String key) {
        ReflectionTestUtils.invokeMethod(getCurrentView(), "press", key);
    }

    private String openCriterion() {
        return byClass("review-current")
                .getChildren()
                .filter(H3.class::isInstance)
                .map(H3.class::cast)
                .findFirst()
                .orElseThrow()
                .getText();
    }

    private Div byClass(String name) {
        return $(Div.class).all().stream()
                .filter(div -> div.hasClassName(name))
                .findFirst()
                .orElseThrow();
    }

    private NativeButton byLabel(String label) {
        return $(NativeButton.class).all().stream()
                .filter(button -> button.getAriaLabel().orElse("").equals(label))
                .findFirst()
                .orElseThrow();
    }

    private String share() {
        return byClass("review-split").getStyle().get("--share");
    }

    @Test
    void aReasonThatTheCallAsksForIsMissedAtItsField() {
        when(cards.of(any())).thenReturn(Samples.card(CommentRule.AT_EXTREMES));
        var proposal = proposal("こかげ");
        declare(ai);
        sheets.save(ai, proposal, "mark:c1", "15", 0);
        sheets.save(ai, proposal, "mark:c2", "20", 0);
        signInAs(ai);
        open(sheet(proposal));
        assertThat(area("役割分担についての気づき（必須）").getHelperText()).contains("必ずお書きください");
        test(comment()).setValue("よい提案です");

        click("採点を提出する");

        assertThat(text()).contains("「役割分担」の点数の理由を入力してください。");
        var reason = area("役割分担についての気づき（必須）");
        assertThat(reason.isInvalid()).isTrue();
        assertThat(reason.getErrorMessage()).isEqualTo("「役割分担」の点数の理由を入力してください。");
        assertThat(comment().getValue()).as("nothing typed is lost").isEqualTo("よい提案です");
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 2, 0, 0, 0, 0));

        openCriterion("2. 実現性");
        openCriterion("1. 役割分担");
        reason = area("役割分担についての気づき（必須）");
        assertThat(reason.isInvalid()).as("until it is put right").isTrue();
        test(reason).setValue("分担が業務ごとに決まっている");
        assertThat(reason.isInvalid()).isFalse();
        click("採点を提出する");

        assertThat(submitted()).contains("分担が業務ごとに決まっている");
    }

    private TextArea area(String label) {
        return $(TextArea.class).all().stream()
                .filter(area -> area.getAriaLabel().orElse("").equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aScoreOutOfRangeIsRefusedAtItsField() {
        var proposal = proposal("こかげ");
        declare(ai);
        sheets.save(ai, proposal, "mark:c1", "12", 0);
        signInAs(ai);
        open(sheet(proposal));
        var field = $(TextField.class).first();

        test(field).setValue("31");

        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("30点まで");
        assertThat(field.getValue()).as("what was typed stays").isEqualTo("31");
        assertThat(sheets.own(ai, proposal).orElseThrow().value("mark:c2")).isEmpty();

        test(field).setValue("２５");
        assertThat(field.isInvalid()).isFalse();
        assertThat(sheets.own(ai, proposal).orElseThrow().value("mark:c2")).isEqualTo("25");
    }

    @Test
    void whatIsMissingIsNamedAndASecondClickSubmitsNothingMore() {
        var proposal = proposal("こかげ");
        declare(ai);
        signInAs(ai);
        open(sheet(proposal));
        click("採点を提出する");
        assertThat(text()).contains("「役割分担」の点数を選んでください。", "「実現性」の点数を入力してください。");
        chooseFirst($(RadioButtonGroup.class).first());
        assertThat(text())
                .as("what is put right is complained about no more")
                .contains("「実現性」の点数を入力してください。")
                .doesNotContain("「役割分担」の点数を選んでください。");

        var kept = sheets.own(ai, proposal).orElseThrow();
        sheets.save(ai, proposal, "mark:c1", "12", kept.version("mark:c1"));
        sheets.save(ai, proposal, "mark:c2", "20", 0);
        open("reviews");
        open(sheet(proposal));
        assertThat(text()).contains("1件中0件提出済み");
        click("採点を提出する");
        assertThat(text()).contains("提出しました。", "1件中1件提出済み");
        click("採点を提出し直す");

        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 1, 1, 0, 0, 0));
    }

    @SuppressWarnings("unchecked")
    private void chooseFirst(RadioButtonGroup<?> group) {
        ((RadioButtonGroup<Object>) group).setValue(group.getListDataView().getItem(0));
    }

    @Test
    void afterTheCloseASheetShowsWhatCountsAndKeepsWhatCameTooLate() {
        var counted = proposal("こかげ");
        var forgotten = proposal("竹あかり");
        declare(ai);
        signInAs(ai);
        for (var each : List.of(counted, forgotten)) {
            sheets.save(ai, each, "mark:c1", "12", 0);
            sheets.save(ai, each, "mark:c2", "20", 0);
        }
        sheets.submit(ai, counted);
        var version = sheets.own(ai, counted).orElseThrow().version("mark:c2");
        sheets.save(ai, counted, "mark:c2", "25", version);
        open("reviews/" + call + "/scores");
        assertThat(text()).contains("提出後に変更あり", "25");

        sheets.freeze(call);

        open("reviews/" + call + "/scores");
        assertThat(text()).contains("提出済み", "20").doesNotContain("提出後に変更あり", "25");
        open(sheet(counted));
        assertThat(text())
                .contains("提出した後に入力した内容（集計には入っていません）", "得点の合計 42点（2項目中2項目を採点）")
                .contains("20 / ")
                .doesNotContain("25 / ", "いまの合計", "講評");
        open(sheet(forgotten));
        assertThat(text()).contains("この審査票は提出されていないため、集計に入っていません。");
        open("reviews/" + call + "/print");
        assertThat(text()).contains("集計に入っていません");
    }

    @Test
    void theSecondOfTwoTabsIsAskedWhichValueToKeep() {
        var proposal = proposal("こかげ");
        declare(ai);
        sheets.save(ai, proposal, "mark:c1", "12", 0);
        signInAs(ai);
        open(sheet(proposal));
        sheets.save(ai, proposal, "mark:c2", "20", 0);

        test($(TextField.class).first()).setValue("25");
        assertThat(text()).contains("保存されている内容：20", "この画面の内容：25");
        assertThat($(Button.class).withText("この画面の内容を残す").single().getParent().flatMap(Component::getParent))
                .as("the choice stands at its field")
                .isEqualTo($(TextField.class).first().getParent());
        assertThat(sheets.own(ai, proposal).orElseThrow().value("mark:c2")).isEqualTo("20");

        click("この画面の内容を残す");
        assertThat(sheets.own(ai, proposal).orElseThrow().value("mark:c2")).isEqualTo("25");
    }

    @Test
    void whatWasRefusedIsNotHandedInAsTheValueBefore() {
        var proposal = proposal("こかげ");
        declare(ai);
        sheets.save(ai, proposal, "mark:c1", "12", 0);
        sheets.save(ai, proposal, "mark:c2", "15", 0);
        signInAs(ai);
        open(sheet(proposal));
        openCriterion("2. 実現性");
        test($(TextField.class).first()).setValue("150");

        click("採点を提出する");
        assertThat(text()).contains("「実現性」は保存できていません。", "30点まで");
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 2, 0, 0, 0, 0));
        ReflectionTestUtils.invokeMethod(getCurrentView(), "press", "save");
        assertThat(text()).contains("保存できていません。").doesNotContain("保存しました");

        openCriterion("1. 役割分担");
        openCriterion("2. 実現性");
        var field = $(TextField.class).first();
        assertThat(field.getValue()).as("what was typed stays").isEqualTo("150");
        assertThat(field.isInvalid()).isTrue();
        test(field).setValue("25");
        ReflectionTestUtils.invokeMethod(getCurrentView(), "press", "save");
        assertThat(text()).contains("保存しました").doesNotContain("保存できていません。");
        click("採点を提出する");

        assertThat(text()).contains("提出しました。");
        assertThat(submitted()).contains("\"c2\": \"25\"");
    }

    @Test
    void whatTheDatabaseDidNotTakeIsNotHandedInAsTheValueBefore() {
        var proposal = proposal("こかげ");
        declare(ai);
        sheets.save(ai, proposal, "mark:c1", "12", 0);
        sheets.save(ai, proposal, "mark:c2", "15", 0);
        signInAs(ai);
        open(sheet(proposal));
        openCriterion("2. 実現性");
        doThrow(new QueryTimeoutException("gone")).when(entries).save(any(), any(), any(), anyLong());
        attempt(() -> test($(TextField.class).first()).setValue("25"));

        click("採点を提出する");

        assertThat(text()).contains("「実現性」は保存できていません。").doesNotContain("提出しました。");
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 2, 0, 0, 0, 0));
        doCallRealMethod().when(entries).save(any(), any(), any(), anyLong());
        click("採点を提出する");
        assertThat(text()).contains("提出しました。").doesNotContain("保存できていません。");
        assertThat(submitted()).contains("\"c2\": \"25\"");
    }

    private String submitted() {
        return jdbc.sql("""
                        SELECT content::text FROM score_submission b JOIN score_sheet s ON s.id = b.sheet_id
                        WHERE s.call_id = ?""").param(call.value()).query(String.class).single();
    }

    private void openCriterion(String name) {
        $(NativeButton.class).all().stream()
                .filter(button -> button.getChildren()
                        .anyMatch(child -> child.getElement().getText().equals(name)))
                .findFirst()
                .ifPresent(button -> test(button).click());
    }

    @Test
    void nothingIsHandedInWhileItIsOpenWhichOfTwoValuesStays() {
        var proposal = proposal("こかげ");
        declare(ai);
        sheets.save(ai, proposal, "mark:c1", "12", 0);
        signInAs(ai);
        open(sheet(proposal));
        sheets.save(ai, proposal, "mark:c2", "20", 0);
        test($(TextField.class).first()).setValue("25");

        click("採点を提出する");

        assertThat(text()).contains("どちらの内容を残すか選んでください。");
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 2, 0, 0, 0, 0));
        click("保存されている内容を残す");
        assertThat($(TextField.class).first().getValue()).isEqualTo("20");
        click("採点を提出する");
        assertThat(submitted()).contains("\"c2\": \"20\"");
    }

    @Test
    void aTextThatIsTooLongIsRefusedWholeAndStaysInTheBrowser() {
        var proposal = proposal("こかげ");
        declare(ai);
        signInAs(ai);
        open(sheet(proposal));
        var comment = comment();
        forgotten();

        test(comment).setValue("あ".repeat(2001));

        assertThat(comment.getMaxLength()).as("nothing pasted is cut").isZero();
        assertThat(comment.getErrorMessage()).contains("いま2,001字");
        assertThat(forgotten()).isFalse();
        test(comment).setValue("よい提案です");
        assertThat(comment.isInvalid()).isFalse();
        assertThat(forgotten()).isTrue();
    }

    @Test
    void whileTwoTextsWaitForAChoiceTheBrowserKeepsItsOwn() {
        var proposal = proposal("こかげ");
        declare(ai);
        signInAs(ai);
        open(sheet(proposal));
        sheets.save(ai, proposal, "comment", "別の画面の講評", 0);
        forgotten();

        test(comment()).setValue("この画面の講評");
        assertThat(forgotten()).isFalse();
        click("この画面の内容を残す");

        assertThat(forgotten()).isTrue();
        assertThat(sheets.own(ai, proposal).orElseThrow().value("comment")).isEqualTo("この画面の講評");
    }

    /** Whether the browser has been told since the last time to drop a copy. */
    private boolean forgotten() {
        return asked().stream().anyMatch(script -> script.contains("tomoniKeep.saved"));
    }

    private TextArea comment() {
        return area("講評");
    }

    private void left(String typed, long basedOn) {
        ReflectionTestUtils.invokeMethod(
                $(KeptForm.class).single(), "restore", "comment", typed, String.valueOf(basedOn));
    }

    @Test
    void whatATabHadLeftIsSavedWhenNobodyHasWrittenSince() {
        var proposal = proposal("こかげ");
        declare(ai);
        sheets.save(ai, proposal, "comment", "よい", 0);
        signInAs(ai);
        open(sheet(proposal));

        left("よい提案です", 1);

        assertThat(comment().getValue()).isEqualTo("よい提案です");
        assertThat(sheets.own(ai, proposal).orElseThrow().value("comment")).isEqualTo("よい提案です");
    }

    @Test
    void whatATabHadLeftOverAnOlderVersionIsAskedAbout() {
        var proposal = proposal("こかげ");
        declare(ai);
        sheets.save(ai, proposal, "comment", "はじめの講評", 0);
        sheets.save(ai, proposal, "comment", "書き直した講評", 1);
        signInAs(ai);
        open(sheet(proposal));

        left("はじめの講評の続き", 1);

        assertThat(text()).contains("保存されている内容：書き直した講評", "この画面の内容：はじめの講評の続き");
        assertThat(sheets.own(ai, proposal).orElseThrow().value("comment")).isEqualTo("書き直した講評");
        click("保存されている内容を残す");
        assertThat(comment().getValue()).isEqualTo("書き直した講評");
    }

    @Test
    void whoWasUnsureReadsOnTheirListWhatTheSecretariatFound() {
        var untied = proposal("こかげ");
        var tied = proposal("はなみずき");
        declare(ai, Tie.UNSURE, Tie.UNSURE);
        declare(bo, Tie.UNSURE, Tie.UNSURE);
        var staff = person("事務局", Office.SECRETARIAT);
        declarations.settle(staff, ai, untied, false, "審査 帆さんから聞き取ったため");
        declarations.settle(staff, ai, tied, true, "審査 帆さんから聞き取ったため");

        signInAs(ai);
        open("reviews/" + call + "/declarations");
        assertThat(text())
                .contains("わからない（事務局に相談する）", "関係はないものとして審査していただくことになりました", "審査から外れていただくことになりました（除斥）")
                .doesNotContain("審査 帆", "事務局が確かめています。お返事");

        declarations.declareLate(ai, untied);
        open("reviews/" + call + "/declarations");
        assertThat(text()).contains("この提案の審査から外れていただいています").doesNotContain("関係はないものとして");
        signInAs(bo);
        open("reviews/" + call + "/declarations");
        assertThat(text()).contains("事務局が確かめています。お返事").doesNotContain("ことになりました");
    }

    @Test
    void whoAskedAboutATieFindsInPlaceOfTheSheetWhatIsWaitedFor() {
        var unclear = proposal("こかげ");
        declare(ai, Tie.UNSURE);
        signInAs(ai);

        open(sheet(unclear));

        assertThat(text()).contains("事務局が確かめています。お返事").doesNotContain(SECRET);
    }

    @Test
    void aSheetThatIsNoLongerTheirsSaysSoInPlaceOfWhatItSaidBefore() {
        var tied = handedIn("こかげ");
        var takenBack = handedIn("はなみずき");
        signInAs(ai);
        open(sheet(tied));
        assertThat(text()).contains("に提出しました。");
        declarations.declareLate(ai, tied);
        test(comment()).setValue("よい提案です");
        assertThat(comment().getErrorMessage()).isEqualTo("この提案の審査から外れていただいています。");
        assertThat(text()).contains("この提案の審査から外れていただいています。").doesNotContain("に提出しました。", "案件がありません");

        open(sheet(takenBack));
        listed.removeLast();
        click("採点を提出し直す");

        assertThat(text()).contains("この提案はいま採点の対象でないため").doesNotContain("に提出しました。");
    }

    @Test
    void whatAGroupHasTakenBackIsBeingCheckedOnEveryPageUntilItComesAgain() {
        var proposal = handedIn("こかげ");
        signInAs(ai);
        open(sheet(proposal));
        sheets.rest(proposal);
        test(comment()).setValue("よい提案です");
        assertThat(text()).contains("団体が提案書を引き戻したため、この提案の採点はいま止まっています。").doesNotContain("に提出しました。");
        click("採点を提出し直す");
        assertThat(text()).contains("団体が提案書を引き戻したため、この提案の採点はいま止まっています。");

        assertThat(page("reviews")).contains("1件中0件提出済み", "形式の確認中（1件）").doesNotContain("提出済み（1件）", "続きから採点する");
        assertThat(page(sheet(proposal)))
                .contains("こかげ", "いま、事務局が形式を確かめています。", "私の審査に戻る")
                .doesNotContain(SECRET, "採点を提出");
        assertThat(page("reviews/" + call + "/print")).doesNotContain(SECRET);
        assertThat(page("reviews/" + call + "/scores")).doesNotContain("こかげ");
        var draft = listed.removeLast();
        assertThat(page(sheet(proposal))).contains("もう一度提出され、事務局の形式の確認が済むと").doesNotContain("こかげ", SECRET);
        listed.add(draft);
        signInAs(person("事務 花子", Office.SECRETARIAT));
        assertThat(page("calls/" + call + "/reviews"))
                .contains("こかげ")
                .doesNotContain("人提出済み", "まだ提出されていない採点", "採点を締め切る");

        sheets.reopen(proposal, List.of(ai, bo));
        signInAs(ai);
        assertThat(page(sheet(proposal))).contains(SECRET, "前に記入された内容は残してあります。", "採点を提出する");
    }

    @Test
    void whoHasNotDeclaredReadsAllTheSameWhyAProposalWasClosedWithoutThem() {
        var closed = proposal("こかげ");
        proposal("はなみずき");
        sheets.excuse(bo, closed, ai, Participation.ABSENT, "長期の療養のため");
        signInAs(ai);

        assertThat(page("reviews"))
                .contains("1件中0件提出済み", "採点の前に、2件の提案について", "提出のない提案（1件）", "理由：長期の療養のため")
                .doesNotContain("未採点");
        assertThat($(Anchor.class).withText("こかげ").exists())
                .as("nothing of its content is open")
                .isFalse();
        sheets.freeze(call);
        signInAs(ai);
        assertThat(page("reviews"))
                .contains("採点は締め切られていますが、お申し出いただくと", "理由：長期の療養のため")
                .doesNotContain("採点の前に");
    }

    @Test
    void whatIsPrintedIsTheWholeSheet() {
        var proposal = handedIn("こかげ");
        sheets.save(ai, proposal, "comment", "よい提案です。\n続けてください。", 0);
        signInAs(ai);

        assertThat(page("reviews/" + call + "/print")).contains("講評", "よい提案です。\n続けてください。", "42");
    }

    @Test
    void aSheetThatComesTooLateIsNotPromisedToReplaceAnything() {
        var proposal = handedIn("こかげ");
        signInAs(ai);
        open(sheet(proposal));
        test(comment()).setValue("よい提案です");
        assertThat(text()).contains("提出し直すと新しい内容に置き換わります。");
        sheets.freeze(call);

        click("採点を提出し直す");

        assertThat(text()).contains("採点は締め切られました。").doesNotContain("提出し直すと新しい内容に置き換わります。");
        assertThat(shown()).as("where the message stands").contains("show-scores");
    }

    @Test
    void whoHandsInBelowTheProposalReadsWhatBecameOfIt() {
        var proposal = handedIn("こかげ");
        signInAs(ai);
        open(sheet(proposal));
        assertThat(shown()).contains("show-proposal");

        click("採点を提出し直す");

        assertThat(shown()).contains("show-scores").doesNotContain("show-proposal");
    }

    private ProposalId handedIn(String title) {
        var proposal = proposal(title);
        declarations.answer(ai, proposal, Tie.NONE, 0);
        declarations.confirm(ai, call);
        sheets.save(ai, proposal, "mark:c1", "12", 0);
        sheets.save(ai, proposal, "mark:c2", "20", 0);
        sheets.submit(ai, proposal);
        return proposal;
    }

    @Test
    void aSheetIsNotHandedInAboutATextThatItsPageDidNotShow() {
        var proposal = handedIn("こかげ");
        signInAs(ai);
        open(sheet(proposal));
        sheets.reopen(proposal, List.of(ai, bo));

        click("採点を提出し直す");
        assertThat(text()).contains("画面を開き直し、新しい内容をお読みのうえ");
        assertThat(sheets.pending(proposal)).contains(ai);
        open("reviews");
        open(sheet(proposal));
        click("採点を提出する");

        assertThat(sheets.pending(proposal)).doesNotContain(ai);
    }

    @Test
    void whoNoticesATieLaterIsAskedOnceAndToldThatTheyAreOut() {
        var proposal = proposal("こかげ");
        declare(ai);
        signInAs(ai);
        open(sheet(proposal));

        click("関係があることを申し出る");
        assertThat(declarations.tie(ai, proposal)).isEqualTo(Tie.NONE);
        assertThat(scripts(() -> click("申し出て、審査から外れる"))).anyMatch(FOCUS);

        assertThat(declarations.tie(ai, proposal)).isEqualTo(Tie.TIE);
        assertThat(text()).contains("お申し出を受け付けました。", "私の審査に戻る").doesNotContain(SECRET, "採点を提出する");
    }

    @Test
    void whoDeclaresATieInTheConfirmedListIsToldThatTheyAreOut() {
        proposal("こかげ");
        declare(ai);
        signInAs(ai);
        open("reviews/" + call + "/declarations");
        click("関係があることを申し出る");

        assertThat(scripts(() -> click("申し出て、審査から外れる"))).anyMatch(FOCUS);

        assertThat(text()).contains("お申し出を受け付けました。", "はい（関係がある）");
    }

    @Test
    void aSheetThatWasNotHandedInIsNotCountedAndSaysWhy() {
        var absent = proposal("こかげ");
        var abstained = proposal("はなみずき");
        var scored = proposal("竹あかり");
        declare(ai);
        sheets.excuse(bo, absent, ai, Participation.ABSENT, "長期の療養のため");
        sheets.abstain(ai, abstained, "都合により");
        sheets.save(ai, scored, "mark:c1", "12", 0);
        sheets.save(ai, scored, "mark:c2", "20", 0);
        sheets.submit(ai, scored);
        signInAs(ai);

        open("reviews");

        assertThat(text())
                .contains("1件中1件提出済み", "提出済み（1件）", "提出のない提案（2件）")
                .contains("欠席", "理由：長期の療養のため", "棄権", "理由：都合により");
        open(sheet(absent));
        assertThat(text()).contains("この提案の採点は事務局が締め切りました。");
    }

    @Test
    void theListOffersToGoOnOnlyWhereSomethingWaitsAndNamesWhatIsNotHandedInAgain() {
        var proposal = handedIn("こかげ");
        signInAs(ai);
        open("reviews");
        assertThat(text()).contains("提出済み（1件）").doesNotContain("提出後に変更あり");
        assertThat($(Anchor.class).withText("続きから採点する").exists()).isFalse();

        open(sheet(proposal));
        sheets.save(ai, proposal, "mark:c2", "25", 1);
        proposal("はなみずき");
        declarations.answer(ai, listed.getLast().proposal(), Tie.NONE, 0);
        declarations.confirm(ai, call);
        open("reviews");

        assertThat(text()).contains("提出済み（1件）", "提出後に変更あり");
        assertThat($(Anchor.class).withText("続きから採点する").exists()).isTrue();
    }

    @Test
    void aCallWithoutProposalsSaysWhetherAnyCanStillCome() {
        signInAs(ai);
        open("reviews");
        assertThat(text()).contains("提案が提出されると、ここに表示されます。");

        var known = calls.get(call);
        when(known.hasClosed(any())).thenReturn(true);
        when(known.closesAt()).thenReturn(Instant.parse("2026-06-19T08:00:00Z"));
        open("reviews/" + call + "/declarations");
        open("reviews");
        assertThat(text()).contains("受付は6月19日（金）17時に終わりました。").doesNotContain("提出されると");

        jdbc.sql("""
                        INSERT INTO selection_stage (call_id, opened_at, closed_at, ended_at, ended_as, version)
                        VALUES (?, now(), now(), now(), 'NO_PROPOSAL', 0)""").param(call.value()).update();
        open("reviews/" + call + "/declarations");
        open("reviews");
        assertThat(text()).contains("提案がないまま、選考は終わりました。");
    }

    @Test
    void whoIsLateReadsThatSheetsAreStillTaken() {
        var proposal = proposal("こかげ");
        declare(ai);
        signInAs(ai);
        open("reviews");
        assertThat(text()).doesNotContain("採点の期限が過ぎています。");
        open(sheet(proposal));
        assertThat(text()).doesNotContain("期限 ", "過ぎて");

        jdbc.sql("INSERT INTO case_date VALUES (?, 'review', '2020-01-06T08:00:00Z')")
                .param(proposal.value())
                .update();
        open("reviews/" + call + "/declarations");
        open("reviews");
        assertThat(text()).contains("採点の期限が過ぎています。採点が締め切られるまでは、提出することができます。");
        open(sheet(proposal));
        assertThat(text()).contains("期限 1月6日（月）17時（過ぎていますが、採点が締め切られるまでは提出できます）");
    }

    @Test
    void aProposalThatComesLaterWaitsAloneForItsDeclaration() {
        var first = proposal("こかげ");
        declare(ai);
        var late = proposal("はなみずき");
        signInAs(ai);

        open("reviews");
        assertThat(text()).contains("新しい提案が1件加わりました。", "未採点（1件）", "関係の有無を申し出る", "続きから採点する");
        open(sheet(first));
        assertThat(text()).contains(SECRET);
        assertThat(sheets.save(ai, first, "mark:c1", "12", 0)).isInstanceOf(Kept.Stored.class);
        open(sheet(late));
        assertThat(text()).contains("関係の有無のお申し出").doesNotContain(SECRET);
    }

    @Test
    void whatIsWithdrawnIsNotCounted() {
        var withdrawn = proposal("こかげ");
        proposal("はなみずき");
        declare(ai);
        sheets.save(ai, withdrawn, "mark:c1", "12", 0);
        sheets.save(ai, withdrawn, "mark:c2", "20", 0);
        sheets.submit(ai, withdrawn);
        signInAs(ai);
        open("reviews");
        assertThat(text()).contains("2件中1件提出済み");

        listed.removeFirst();
        open("reviews/" + call + "/declarations");
        open("reviews");
        assertThat(text()).contains("1件中0件提出済み");
    }

    @Test
    void whoJoinsAfterTheScoringIsToldThatItIsOver() {
        proposal("こかげ");
        var late = person("審査 遅", Office.REVIEWER, call.value());
        when(panels.members(call)).thenReturn(List.of(ai, bo, late));
        declare(late);
        signInAs(late);
        open("reviews");

        assertThat(text()).contains("採点の対象でない提案（1件）", "0件中0件").doesNotContain("形式の確認中");
    }

    @Test
    void anAnswerThatATabHadLeftIsGivenUnlessAnotherWindowHasAnswered() {
        var proposal = proposal("こかげ");
        signInAs(ai);
        open("reviews/" + call + "/declarations");

        leftAnswer(proposal, Tie.NONE, "0");

        assertThat(tieField().getValue()).isEqualTo(Tie.NONE);
        assertThat(text()).contains("保存しました");
        declarations.answer(ai, proposal, Tie.TIE, 1);
        open("reviews/" + call + "/declarations");
        leftAnswer(proposal, Tie.UNSURE, "1");
        assertThat(tieField().getErrorMessage()).contains("別の画面で「はい（関係がある）」と答えられています");
    }

    private void leftAnswer(ProposalId proposal, Tie answer, String basedOn) {
        ReflectionTestUtils.invokeMethod(
                $(KeptForm.class).single(),
                "restore",
                proposal.toString(),
                tieField().getItemLabelGenerator().apply(answer),
                basedOn);
    }

    @Test
    void anAnswerThatIsNotSavedPromisesNothingAboutTheBrowser() {
        var proposal = proposal("こかげ");
        signInAs(ai);
        open("reviews/" + call + "/declarations");
        declarations.answer(ai, proposal, Tie.TIE, 0);

        tieField().setValue(Tie.NONE);

        assertThat(text()).contains("保存できていません。").doesNotContain("この端末に残っています");
    }

    @Test
    void anAnswerThatTheDatabaseDidNotTakeIsNotShownAnyMore() {
        var proposal = proposal("こかげ");
        declarations.answer(ai, proposal, Tie.NONE, 0);
        signInAs(ai);
        open("reviews/" + call + "/declarations");
        doThrow(new QueryTimeoutException("gone")).when(proposals).find(any());

        attempt(() -> tieField().setValue(Tie.TIE));

        assertThat(tieField().getValue()).as("what is stored").isEqualTo(Tie.NONE);
        assertThat(tieField().getErrorMessage()).contains("保存できませんでした");
        assertThat(text()).contains("保存できていません。");
    }

    @Test
    void anAnswerOfAnotherWindowIsShownBeforeItIsConfirmed() {
        var proposal = proposal("こかげ");
        declarations.answer(ai, proposal, Tie.NONE, 0);
        signInAs(ai);
        open("reviews/" + call + "/declarations");
        declarations.answer(ai, proposal, Tie.TIE, 1);

        click("お申し出を確定する");

        assertThat(text()).contains("別の画面でお答えが変わりました。").doesNotContain("次の1件");
        assertThat(declarations.tie(ai, proposal)).isEqualTo(Tie.UNANSWERED);
        assertThat(tieField().getValue()).isEqualTo(Tie.TIE);
        click("お申し出を確定する");
        assertThat(declarations.tie(ai, proposal)).isEqualTo(Tie.TIE);
    }

    @Test
    void whatWasConfirmedInAnotherWindowIsShownToWhoeverAnswersAnew() {
        var proposal = proposal("こかげ");
        declarations.answer(ai, proposal, Tie.NONE, 0);
        signInAs(ai);
        open("reviews/" + call + "/declarations");
        declarations.confirm(ai, call);

        tieField().setValue(Tie.TIE);

        assertThat(declarations.tie(ai, proposal)).isEqualTo(Tie.NONE);
        assertThat(text())
                .contains("お申し出は、すでに確定しています。", "いいえ（関係はない）", "この提案と関係があることに気づいた場合")
                .doesNotContain("お申し出を確定する", "事務局にご連絡ください", "次の1件");
    }

    @Test
    void whoConfirmsWhatWasConfirmedInAnotherWindowIsToldSo() {
        var proposal = proposal("こかげ");
        declarations.answer(ai, proposal, Tie.NONE, 0);
        signInAs(ai);
        open("reviews/" + call + "/declarations");
        declarations.confirm(ai, call);

        click("お申し出を確定する");

        assertThat(text()).contains("お申し出は、すでに確定しています。", "いいえ（関係はない）").doesNotContain("お申し出を確定する", "次の1件");
        assertThat($(ErrorSummary.class).exists()).isFalse();
    }

    @Test
    void aRecusedProposalAnswersLikeAnAbsentOneEverywhere() {
        var tied = proposal("こかげ");
        var other = proposal("はなみずき");
        declare(ai, Tie.TIE, Tie.NONE);
        signInAs(ai);

        open(sheet(tied));
        var forbidden = text();
        open(sheet(new ProposalId(Ids.next())));
        assertThat(forbidden).isEqualTo(text()).doesNotContain(SECRET);
        open("reviews/not-an-id/" + other);
        assertThat(text()).isEqualTo(forbidden);

        open("reviews/" + call + "/print");
        assertThat(text()).contains("はなみずき").doesNotContain("こかげ");
        open("reviews/" + call + "/scores");
        assertThat(text()).contains("はなみずき").doesNotContain("こかげ");
        open("reviews");
        assertThat(text()).contains("審査から外れている提案（1件）", "不利益はありません", "事務局へお願いします");
    }

    @Test
    void whoIsNotOnThePanelFindsNothing() {
        var proposal = proposal("こかげ");
        declare(ai);
        var elsewhere = person("審査 余所", Office.REVIEWER, Ids.next());
        signInAs(elsewhere);

        for (var way : List.of(
                sheet(proposal),
                "reviews/" + call + "/print",
                "reviews/" + call + "/scores",
                "reviews/" + call + "/declarations")) {
            open(way);
            assertThat(text()).as(way).doesNotContain(SECRET, "こかげ");
        }
    }

    /** Two worlds that differ only in what another reviewer wrote look the same on every page. */
    @Test
    void noPageOfAReviewerShowsWhatAnotherScored() {
        var proposal = proposal("こかげ");
        declare(ai);
        declare(bo);
        signInAs(bo);
        var ways = List.of("reviews", sheet(proposal), "reviews/" + call + "/scores", "reviews/" + call + "/print");
        var before = ways.stream().map(this::page).toList();

        sheets.save(ai, proposal, "mark:c1", "15", 0);
        sheets.save(ai, proposal, "mark:c2", "29", 0);
        sheets.save(ai, proposal, "comment", "藍の講評", 0);
        sheets.submit(ai, proposal);

        assertThat(ways.stream().map(this::page).toList()).isEqualTo(before);
    }

    @Test
    void theSecretariatSeesWhoIsMissingAndNoScore() {
        var proposal = proposal("こかげ");
        declare(ai);
        sheets.save(ai, proposal, "mark:c1", "15", 0);
        sheets.save(ai, proposal, "mark:c2", "29", 0);
        sheets.save(ai, proposal, "comment", "藍の講評", 0);
        sheets.submit(ai, proposal);
        signInAs(person("事務 花子", Office.SECRETARIAT));

        var page = page("calls/" + call + "/reviews");

        assertThat(page).contains("こかげ", "2人中1人", "審査 帆").doesNotContain("29", "藍の講評", SECRET);
    }

    @Test
    void theSecretariatSeesWhoseSheetsAreMissingAndWhetherTheyAreLate() {
        var proposal = proposal("こかげ");
        declare(ai);
        sheets.abstain(ai, proposal, "都合により");
        due(proposal, Instant.parse("2020-01-06T08:00:00Z"));
        signInAs(person("事務 花子", Office.SECRETARIAT));

        var page = page("calls/" + call + "/reviews");

        assertThat(page).contains("まだ提出されていない採点", "令和2年1月6日（月）17時（期日を過ぎています）").contains("2人中0人提出済み");
        assertThat($(PlainTable.class).all().getLast().getElement().getTextRecursively())
                .contains("審査 帆")
                .doesNotContain("審査 藍");
    }

    @Test
    void sheetsThatAreOverdueWaitForTheSecretariatToCloseThem() {
        var proposal = proposal("こかげ");
        declare(ai);
        var staff = person("事務 花子", Office.SECRETARIAT);
        due(proposal, Instant.parse("2099-12-28T08:00:00Z"));
        signInAs(staff);
        assertThat(page("calls/" + call + "/reviews"))
                .contains("この環境からはメールをお送りできません。")
                .doesNotContain("採点の期限を過ぎています。");

        due(proposal, Instant.parse("2020-01-06T08:00:00Z"));
        signInAs(staff);

        assertThat(page("calls/" + call + "/reviews"))
                .contains("1件の提案は、採点の期限を過ぎています。期限が過ぎても自動では締め切られず、提出か、事務局が採点を締め切るのを待っています。");
    }

    private void due(ProposalId proposal, Instant at) {
        when(statuses.of(anyCollection(), any(), any(), any()))
                .thenReturn(Map.of(new CaseKey(proposal.value()), new CaseStatus("", "", at, false, false, null)));
    }

    @Test
    void whoseAccountIsBlockedIsNamedWithTheWayOn() {
        proposal("こかげ");
        people.close(bo);
        signInAs(person("事務 花子", Office.SECRETARIAT));

        open("calls/" + call + "/reviews");

        assertThat($(Note.class).all())
                .extracting(one -> one.getElement().getTextRecursively())
                .filteredOn(words -> words.contains("ご利用を停止しているため、採点できません。"))
                .singleElement()
                .satisfies(words -> assertThat(words).contains("審査 帆").doesNotContain("審査 藍"));
    }

    @Test
    void membersAreNamedInTheOrderOfTheirReadings() {
        proposal("こかげ");
        people.rename(ai, "若葉 藍", "ワカバ アイ");
        people.rename(bo, "安達 帆", "アダチ ホ");
        signInAs(person("事務 花子", Office.SECRETARIAT));

        assertThat(page("calls/" + call + "/reviews")).contains("安達 帆、若葉 藍");
    }

    @Test
    void theSecretariatSeesWhoHasNotTakenUpTheInvitation() {
        proposal("こかげ");
        jdbc.sql("INSERT INTO demo_account (key, person_id, label) VALUES (?, ?, '')")
                .params(ai.toString(), ai.value())
                .update();
        signInAs(person("事務 花子", Office.SECRETARIAT));

        open("calls/" + call + "/reviews");

        var note = $(Note.class).all().stream()
                .map(one -> one.getElement().getTextRecursively())
                .filter(words -> words.contains("まだ招待コードを使っていない"))
                .toList();
        assertThat(note)
                .singleElement()
                .satisfies(words -> assertThat(words).contains("審査 帆").doesNotContain("審査 藍"));
        sheets.freeze(call);
        assertThat(page("calls/" + call + "/reviews"))
                .contains("採点は締め切られました。")
                .doesNotContain("ご自分の採点", "まだ招待コードを使っていない");
    }

    @Test
    void whoHandsASheetInIsToldWhenScoringCloses() {
        var proposal = proposal("こかげ");
        declare(ai);
        signInAs(ai);

        assertThat(page("reviews/" + call + "/" + proposal))
                .contains("採点が締め切られるまでは、直して提出し直すことができます。この募集のすべての審査票がそろうと、期限の前でも、すぐに締め切られます。");
    }

    @Test
    void theSecretariatClosesByHandOnlyWithAReasonForEachMissingSheet() {
        var proposal = proposal("こかげ");
        declare(ai);
        when(cases.waitsFor(any(), any())).thenReturn(true);
        signInAs(person("事務 花子", Office.SECRETARIAT));
        open("calls/" + call + "/reviews");

        click("この提案の採点を締め切る");
        assertThat(text()).contains("「審査 藍」の理由を入力してください。", "「審査 帆」の理由を入力してください。");
        assertThat($(TextField.class).all()).hasSize(2).allSatisfy(field -> {
            assertThat(field.isInvalid()).isTrue();
            assertThat(field.findAncestor(Details.class).isOpened()).isTrue();
            assertThat(field.getErrorMessage()).startsWith(field.getAriaLabel().orElseThrow());
        });

        $(TextField.class).all().forEach(field -> field.setValue("長期の療養のため"));
        click("この提案の採点を締め切る");
        assertThat(sheets.pending(proposal)).hasSize(2);
        assertThat(scripts(() -> click("締め切る"))).anyMatch(FOCUS);

        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 0, 0, 0, 0, 2));
        assertThat(text()).contains("「こかげ」の採点を締め切りました。").doesNotContain("まだ招待コードを使っていない");
    }

    @Test
    void whoClosesWithTooFewSheetsOrBeforeTheyAreDueIsToldWhatThatMeans() {
        var proposal = proposal("こかげ");
        declare(ai);
        var guideline = calls.get(call).guideline();
        when(guideline.minimumSheets()).thenReturn(3);
        due(proposal, Instant.parse("2099-12-28T08:00:00Z"));
        var staff = person("事務 花子", Office.SECRETARIAT);
        signInAs(staff);

        assertThat(asked(proposal))
                .contains("提出された採点は0人分です。この募集では、1件の提案に3人分の採点が必要です。")
                .contains("例外として進める理由を示し", "（月）17時で、まだ来ていません。", "取り消すことはできません");
        click("戻る");
        assertThat(sheets.pending(proposal)).hasSize(2);

        when(guideline.minimumSheets()).thenReturn(0);
        due(proposal, Instant.parse("2020-01-06T08:00:00Z"));
        signInAs(staff);
        assertThat(asked(proposal)).contains("取り消すことはできません").doesNotContain("例外として進める理由を示し", "まだ来ていません");
    }

    /** What is asked before the scoring of the proposal is closed. */
    private String asked(ProposalId proposal) {
        open("calls/" + call + "/reviews");
        $(TextField.class).all().forEach(field -> field.setValue("長期の療養のため"));
        click("この提案の採点を締め切る");
        return $(Dialog.class).single().getElement().getTextRecursively();
    }

    @Test
    void whatIsTypedForOneProposalStaysWhileAnotherIsClosed() {
        var first = proposal("こかげ");
        proposal("はなみずき");
        declare(ai);
        when(cases.waitsFor(any(), any())).thenReturn(true);
        signInAs(person("事務 花子", Office.SECRETARIAT));
        open("calls/" + call + "/reviews");
        var typed = $(TextField.class).all();
        assertThat(typed).hasSize(4);
        typed.forEach(field -> field.setValue("長期の療養のため"));
        typed.getLast().setValue("辞任のため");
        $(RadioButtonGroup.class).last().setValue(Participation.ABSTAINED);

        click("この提案の採点を締め切る");
        click("締め切る");

        assertThat(sheets.progress(call)).contains(new SheetProgress(first, 0, 0, 0, 0, 2));
        assertThat($(TextField.class).all()).extracting(TextField::getValue).containsExactly("長期の療養のため", "辞任のため");
        assertThat($(RadioButtonGroup.class).last().getValue()).isEqualTo(Participation.ABSTAINED);
    }

    @Test
    void aReasonThatTheBrowserStillHadIsThereAgain() {
        var proposal = proposal("こかげ");
        declare(ai, Tie.UNSURE);
        signInAs(person("事務 花子", Office.SECRETARIAT));
        open("calls/" + call + "/reviews");
        ReflectionTestUtils.invokeMethod(
                $(KeptForm.class).single(), "restore", "review.settle.reason:" + proposal + ":" + ai, "昨年退会を確認", "");

        click("関係はない");

        assertThat(declarations.mayRead(ai, proposal)).isTrue();
    }

    @Test
    void theSecretariatAnswersAReviewerWhoWasUnsure() {
        var proposal = proposal("こかげ");
        declare(ai, Tie.UNSURE);
        signInAs(person("事務 花子", Office.SECRETARIAT));
        open("calls/" + call + "/reviews");

        assertThat(text()).contains("審査 藍委員から、「こかげ」");
        $(TextField.class).first().setValue("昨年退会を確認");
        click("関係はない");

        assertThat(declarations.mayRead(ai, proposal)).isTrue();
    }

    @Test
    void whatTheSecretariatFoundIsConfirmedAndWhoIsOutIsNotCounted() {
        proposal("こかげ");
        declare(ai, Tie.UNSURE);
        signInAs(person("事務 花子", Office.SECRETARIAT));
        open("calls/" + call + "/reviews");
        assertThat(text()).contains("2人中0人提出済み");
        $(TextField.class).first().setValue("役員であることを確認");

        click("関係がある（除斥）");

        assertThat(text()).contains("審査 藍委員は「こかげ」と関係があるものとして記録しました。", "1人中0人提出済み");
    }

    private String page(String way) {
        open(way);
        return text();
    }
}
