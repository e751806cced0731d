package app.tomoni.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.tomoni.Chromium;
import app.tomoni.Look;
import app.tomoni.TestDatabase;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.signin.Passwords;
import app.tomoni.account.signin.Sessions;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Guideline;
import app.tomoni.call.Panels;
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
import app.tomoni.shared.Ids;
import app.tomoni.shared.Json;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Lost connections and ended sessions on the pages of reviewers and of the formal check. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=test", "tomoni.data=target/test-data", "server.shutdown=immediate"})
@Import(TestDatabase.class)
class ReviewInBrowserTest {

    private static final String PASSWORD = "minato-no-no-kokage-2026";
    private final Browser browser = Chromium.browser();

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Offices offices;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Declarations declarations;

    @Autowired
    private ScoreSheets sheets;

    @Autowired
    private FormalChecks checks;

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
    private Panels panels;

    @MockitoBean
    private Proposals proposals;

    @MockitoBean
    private ReviewedProposals reviewed;

    @MockitoBean
    private ProposalPapers papers;

    @MockitoBean
    private EligibilityFacts facts;

    @MockitoBean
    private ScoreCards cards;

    @MockitoBean
    private SheetTotals totals;

    private final CallId call = new CallId(Ids.next());
    private final ProposalId proposal = new ProposalId(Ids.next());
    private final OpenTask task = new OpenTask(
            new TaskId(Ids.next().toString()),
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
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void callWithAProposal() throws IOException {
        var known = mock(Call.class);
        when(known.id()).thenReturn(call);
        when(known.title()).thenReturn("令和8年度の募集");
        when(known.isApproved()).thenReturn(true);
        var guideline = mock(Guideline.class);
        when(guideline.eligibleGroups()).thenReturn("構成員が5人以上いること");
        when(known.guideline()).thenReturn(guideline);
        when(known.draftedAt()).thenReturn(Instant.EPOCH);
        when(calls.get(any())).thenReturn(known);
        when(calls.find(any())).thenReturn(Optional.of(known));
        when(calls.findByIdIn(any())).thenReturn(List.of(known));
        var listed = new Listed(proposal, call, new OrganisationId(Ids.next()), "R8-001", "こかげ", "こかげの会", "代表", "川辺の会");
        when(reviewed.ofCall(call)).thenReturn(List.of(listed));
        when(reviewed.find(proposal)).thenReturn(Optional.of(listed));
        var handedIn = mock(Proposal.class);
        when(handedIn.id()).thenReturn(proposal);
        when(handedIn.organisation()).thenReturn(OrganisationId.next());
        when(proposals.get(proposal)).thenReturn(handedIn);
        var content = "{\"answers\": {}, \"profile\": {\"name\": \"みなとの会\"}}";
        when(proposals.latestRevision(proposal))
                .thenReturn(new Revision(
                        proposal,
                        1,
                        content.getBytes(StandardCharsets.UTF_8),
                        "",
                        "1",
                        Instant.EPOCH,
                        new PersonId(Ids.next()),
                        List.of()));
        var paper = new Paper(
                FormDefinition.parse(Files.readAllBytes(Path.of("forms/proposal.form"))),
                new Answers(Map.of("purpose", Json.mapper().valueToTree("居場所を広げる。".repeat(40)))),
                "1");
        when(papers.of(any())).thenReturn(paper);
        when(papers.ofAll(any())).thenReturn(Map.of(proposal, paper));
        when(cards.of(any())).thenReturn(Samples.card());
        when(totals.of(any(), any(), any(), any())).thenReturn(Optional.of(BigDecimal.valueOf(42)));
        when(statuses.of(any(CaseKey.class), any(), any(), any()))
                .thenReturn(new CaseStatus("事務局が確認しています。", "審査に進みます。", null, true, false, null));
        when(facts.of(any())).thenReturn(Map.of("attachments", 0));
        when(decisions.evaluate(any(), any(), any()))
                .thenReturn(List.of(Map.of(
                        "criterion", "添付書類",
                        "finding", "添付書類がありません。",
                        "consequence", "SUPPLEMENT",
                        "field", "attachments",
                        "criterionEn", "Papers",
                        "findingEn", "Nothing is attached.")));
    }

    @AfterEach
    void close() {
        context.close();
    }

    private PersonId reviewerAtTheSheet(int width) {
        var reviewer = person(Office.REVIEWER);
        when(panels.members(call)).thenReturn(List.of(reviewer));
        sheets.open(call, proposal, List.of(reviewer), List.of());
        declarations.answer(reviewer, proposal, Tie.NONE, 0);
        declarations.confirm(reviewer, call);
        open("reviews/" + call + "/" + proposal, reviewer, width);
        return reviewer;
    }

    private PersonId staffAtTheCheck(int width) {
        var staff = person(Office.SECRETARIAT);
        when(cases.task(eq(task.id()), eq(staff))).thenReturn(Optional.of(task));
        when(cases.tasksOf(task.caseKey())).thenReturn(List.of(task));
        open("tasks/checkEligibility/" + task.id(), staff, width);
        return staff;
    }

    private PersonId person(Office office) {
        var person = people.add("審査 藍", "テスト", Ids.next() + "@example.jp");
        offices.appoint(
                person, office, office == Office.REVIEWER ? call.value() : null, LocalDate.of(2020, 1, 1), null);
        passwords.change(person, PASSWORD);
        return person;
    }

    private void open(String path, PersonId person, int width) {
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(width, 900));
        page = context.newPage();
        page.navigate("http://localhost:" + port + "/" + path);
        signIn(person);
        page.locator("[data-keeps]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private void signIn(PersonId person) {
        Chromium.signIn(page, people.mail(person).orElseThrow(), PASSWORD);
    }

    private Locator field(String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator indicator() {
        return page.locator("[data-keeps]");
    }

    private String score(PersonId reviewer, String field) {
        return sheets.own(reviewer, proposal).orElseThrow().value(field);
    }

    private String checked(String field) {
        var typed = checks.typed(checks.of(task)).get(field);
        return typed == null ? "" : typed.value();
    }

    private void assertNothingIsKept() {
        page.waitForFunction("!Object.keys(sessionStorage).some(key => key.startsWith('tomoni-keep:'))");
    }

    @Test
    void aSheetSaysThatTheConnectionIsLostAndSendsWhatWasTypedWhenItIsBack() {
        var reviewer = reviewerAtTheSheet(1280);
        field("講評").pressSequentially("切れる前");
        assertThat(indicator()).containsText("保存しました");

        context.setOffline(true);
        field("講評").pressSequentially("と切れた後");
        assertThat(indicator()).containsText("保存できていません（通信が切れているようです）");
        assertThat(page.locator("[data-keeps] > .saved:not(.tm-client)")).isHidden();
        context.setOffline(false);

        page.waitForCondition(() -> "切れる前と切れた後".equals(score(reviewer, "comment")));
        assertThat(indicator()).containsText("保存しました");
        assertNothingIsKept();
    }

    @Test
    void aSheetWhoseSessionHasEndedLeadsToTheSignInAndBackToTheSameField() {
        var reviewer = reviewerAtTheSheet(1280);
        field("講評").pressSequentially("よい");
        page.waitForCondition(() -> "よい".equals(score(reviewer, "comment")));
        sessions.endAll(reviewer);
        field("講評").pressSequentially("提案です");

        page.waitForURL(Pattern.compile("^[^?]*/sign-in\\?.*"));
        signIn(reviewer);

        page.waitForURL(Pattern.compile("^[^?]*/reviews/.*"));
        assertThat(field("講評")).hasValue("よい提案です");
        assertThat(field("講評")).isFocused();
        page.waitForCondition(() -> "よい提案です".equals(score(reviewer, "comment")));
        assertNothingIsKept();
    }

    @Test
    void aLaterVisitPutsNoCursorIntoATextSoThatAKeyIsForThePage() {
        var reviewer = reviewerAtTheSheet(1280);
        field("講評").pressSequentially("よい");
        page.waitForCondition(() -> "よい".equals(score(reviewer, "comment")));
        assertNothingIsKept();
        page.clock().install();
        page.reload();
        assertThat(field("講評")).hasValue("よい");
        page.clock().runFor(2_000);

        page.keyboard().press("l");

        assertThat(page.locator(".review-current h3")).containsText("2. 実現性");
        assertThat(field("講評")).hasValue("よい");
    }

    @Test
    void onANarrowScreenWhatIsMissingIsShownAndReachedFromTheButtonBelowTheProposal() {
        reviewerAtTheSheet(375);
        assertThat(page.locator(".review-scores")).isHidden();
        Assertions.assertThat(Look.at(page, "sheet-proposal")).isEmpty();

        page.getByText("採点を提出する", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator(".review-scores .summary")).isVisible();
        assertThat(page.locator(".review-scores .summary")).isFocused();
        assertThat(page.locator(".review-scores .summary")).isInViewport();
        Assertions.assertThat(Look.at(page, "sheet-scores")).isEmpty();
    }

    @Test
    void theBarOfTheSheetIsOneRow() {
        reviewerAtTheSheet(1280);
        var next = page.locator(".review-bar > vaadin-button:visible").first().boundingBox();
        var submit = page.locator(".review-bar vaadin-button.push").boundingBox();

        Assertions.assertThat(Math.abs(submit.y - next.y)).isLessThan(10);
        Assertions.assertThat(page.locator(".review-bar").boundingBox().height).isLessThan(80);
    }

    @Test
    void theCriterionInWhichSomethingWasNotSavedIsOpenedAgain() {
        var reviewer = reviewerAtTheSheet(1280);
        page.locator(".review-criterion")
                .filter(new Locator.FilterOptions().setHasText("2. 実現性"))
                .click();
        var points = page.locator(".review-current vaadin-text-field input");
        points.waitFor();
        sessions.endAll(reviewer);
        points.fill("25");

        page.waitForURL(Pattern.compile("^[^?]*/sign-in\\?.*"));
        signIn(reviewer);

        page.waitForCondition(() -> "25".equals(score(reviewer, "mark:c2")));
        assertThat(points).hasValue("25");
        assertNothingIsKept();
    }

    @Test
    void aLevelThatWasChosenAfterTheSessionEndedComesBack() {
        var reviewer = reviewerAtTheSheet(1280);
        var level = page.locator(".review-levels vaadin-radio-button");
        level.nth(0).click();
        page.waitForCondition(() -> !score(reviewer, "mark:c1").isEmpty());
        var first = score(reviewer, "mark:c1");
        assertNothingIsKept();
        sessions.endAll(reviewer);
        level.nth(1).click();

        page.waitForURL(Pattern.compile("^[^?]*/sign-in\\?.*"));
        signIn(reviewer);

        page.waitForCondition(() -> !first.equals(score(reviewer, "mark:c1")));
        assertNothingIsKept();
    }

    @Test
    void theContentsOfAProposalLeadToItsSectionsOnTheSamePage() {
        staffAtTheCheck(1280);
        var address = page.url();

        page.locator(".review-toc a").first().press("Enter");

        page.waitForFunction("document.activeElement.id === 'part-1'");
        assertThat(page).hasURL(address);
    }

    @Test
    void theFormalCheckSaysThatTheConnectionIsLostAndSendsWhatWasTypedWhenItIsBack() {
        staffAtTheCheck(1280);
        field("理由とほかの制度のご案内").pressSequentially("切れる前");
        assertThat(indicator()).containsText("保存しました");

        context.setOffline(true);
        field("理由とほかの制度のご案内").pressSequentially("と切れた後");
        assertThat(indicator()).containsText("保存できていません（通信が切れているようです）");
        context.setOffline(false);

        page.waitForCondition(() -> "切れる前と切れた後".equals(checked(FormalChecks.REASON)));
        assertThat(indicator()).containsText("保存しました");
        assertNothingIsKept();
    }

    @Test
    void theFormalCheckWhoseSessionHasEndedLeadsToTheSignInAndBackToTheSameField() {
        var staff = staffAtTheCheck(1280);
        field("理由とほかの制度のご案内").pressSequentially("市外での");
        page.waitForCondition(() -> "市外での".equals(checked(FormalChecks.REASON)));
        sessions.endAll(staff);
        field("理由とほかの制度のご案内").pressSequentially("事業のため。");

        page.waitForURL(Pattern.compile("^[^?]*/sign-in\\?.*"));
        signIn(staff);

        page.waitForURL(Pattern.compile("^[^?]*/tasks/checkEligibility/.*"));
        assertThat(field("理由とほかの制度のご案内")).isFocused();
        page.waitForCondition(() -> "市外での事業のため。".equals(checked(FormalChecks.REASON)));
        assertNothingIsKept();
    }

    @Test
    void whatWasTickedAfterTheSessionEndedComesBack() {
        var staff = staffAtTheCheck(1280);
        page.locator(".review-findings vaadin-checkbox").waitFor();
        sessions.endAll(staff);
        page.locator(".review-findings vaadin-checkbox").click();

        page.waitForURL(Pattern.compile("^[^?]*/sign-in\\?.*"));
        signIn(staff);

        page.waitForCondition(() -> "true".equals(checked("seen:0")));
        assertNothingIsKept();
    }

    @Test
    void onANarrowScreenThePageScrollsAsOneAndEachPaneIsWhereItWasLeft() {
        reviewerAtTheSheet(375);
        page.setViewportSize(375, 740);
        page.mouse().move(180, 400);
        page.mouse().wheel(0, 300);
        page.waitForFunction("scrollY > 200");
        page.evaluate("scrollTo({top: 320, behavior: 'instant'})");
        page.waitForFunction("scrollY === 320");
        var panes = page.locator(".review-panes").boundingBox();
        Assertions.assertThat(panes.y).as("the page's head has gone").isLessThan(2);
        var bar = page.locator(".review-bar");
        Assertions.assertThat(bar.boundingBox().y - panes.y - panes.height)
                .as("room for reading")
                .isGreaterThan(600);

        page.locator(".review-panes button").nth(1).focus();
        page.waitForFunction("scrollY === 320"); // the focus is in view already
        page.keyboard().press("Enter");
        assertThat(page.locator(".review-scores-head")).isInViewport();
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
        var end = bar.boundingBox();
        Assertions.assertThat(end.y + end.height).as("nothing below the bar").isBetween(739.0, 741.0);
        page.locator(".review-panes button").nth(0).focus();
        page.keyboard().press("Enter");

        assertThat(page.locator(".review-doc")).isVisible();
        page.waitForFunction("scrollY === 320");
    }

    @Test
    void theSecretariatsListLeadsToTheQuestionAboutATie() {
        var reviewer = person(Office.REVIEWER);
        when(panels.members(call)).thenReturn(List.of(reviewer));
        sheets.open(call, proposal, List.of(reviewer), List.of());
        declarations.answer(reviewer, proposal, Tie.UNSURE, 0);
        declarations.confirm(reviewer, call);
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(375, 400));
        page = context.newPage();
        page.navigate("http://localhost:" + port + "/account");
        signIn(person(Office.SECRETARIAT));
        page.locator("main h1").waitFor();
        page.evaluate("""
                path => {
                  const link = document.querySelector('main').appendChild(document.createElement('a'));
                  link.id = 'as-in-the-list';
                  link.href = path;
                  link.setAttribute('router-link', '');
                  link.textContent = '相談に答える';
                }""", "calls/" + call + "/reviews#tie-" + proposal);
        page.locator("#as-in-the-list").click();

        page.waitForURL(Pattern.compile(".*/reviews#tie-.*"));
        var question = page.locator("[id='tie-" + proposal + "']");
        assertThat(question).isFocused();
        assertThat(question).isInViewport();
    }

    @Test
    void aPhoneShowsDigitsForPoints() {
        reviewerAtTheSheet(375);
        page.locator(".review-panes button").nth(1).click();
        page.locator(".review-criterion")
                .filter(new Locator.FilterOptions().setHasText("2. 実現性"))
                .click();

        assertThat(page.locator(".review-current vaadin-text-field input")).hasAttribute("inputmode", "numeric");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void whetherItIsSavedStaysInViewOnTheSheet(int width) {
        reviewerAtTheSheet(width);
        if (width < 900) {
            page.locator(".review-panes button").nth(1).click();
        }
        assertInView(field("講評"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void whetherItIsSavedStaysInViewOnTheFormalCheck(int width) {
        staffAtTheCheck(width);
        assertInView(field("理由とほかの制度のご案内"));
    }

    private void assertInView(Locator field) {
        field.pressSequentially("書く");
        assertThat(indicator()).containsText("保存しました");
        assertClear(field);
        context.setOffline(true);
        field.pressSequentially("と");
        assertThat(indicator()).containsText("保存できていません（通信が切れているようです）");
        assertClear(field);
        context.setOffline(false);
    }

    /** The field is at the upper edge, where it might lie under the indicator. */
    private void assertClear(Locator field) {
        field.evaluate("field => field.scrollIntoView({ block: 'start' })");
        var said = indicator().boundingBox();
        var written = field.boundingBox();
        Assertions.assertThat(said.y).isNotNegative();
        Assertions.assertThat(said.x + said.width).isLessThanOrEqualTo(page.viewportSize().width);
        Assertions.assertThat(written.y).isBetween(said.y + said.height, 800.0);
    }
}
