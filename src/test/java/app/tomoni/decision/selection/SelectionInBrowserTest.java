package app.tomoni.decision.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Chromium;
import app.tomoni.Look;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.signin.Passwords;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of a selection in a real browser, by keyboard alone. */
class SelectionInBrowserTest extends SelectionCase {

    /** More than a page shows forms at once. */
    private static final int MANY = 32;

    /** The words of table heads, and the days with their times, that go over more than one line. */
    private static final String BROKEN = """
            () => [['th', /\\p{Script=Latin}+/gu], ['th, td', /[A-Z][a-z]{2}\\s\\d{1,2}\\s[A-Z][a-z]{2}(,\\s\\d\\d:\\d\\d)?/g]]
              .flatMap(([cells, whole]) => [...document.querySelectorAll(`table :is(${cells})`)].flatMap(cell => {
                const found = [];
                const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                  for (const match of texts.currentNode.data.matchAll(whole)) {
                    const range = document.createRange();
                    range.setStart(texts.currentNode, match.index);
                    range.setEnd(texts.currentNode, match.index + match[0].length);
                    if (range.getClientRects().length > 1) found.push(match[0]);
                  }
                }
                return found;
              }))""";

    private static final String PASSWORD = "minato-no-no-kokage-2026";

    @Autowired
    private Passwords passwords;

    @Autowired
    private DecideReserve decide;

    private final List<BrowserContext> contexts = new ArrayList<>();

    @AfterEach
    void signOut() {
        contexts.forEach(BrowserContext::close);
    }

    @Test
    void aSecondDecisionIsDraftedAndApprovedOnPagesThatAllCanRead() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        tellWithoutOrder();
        give("P1", Answer.Kind.DECLINED);

        var page = signedIn(secretary, "selections/" + call);
        assertThat(page.getByText("残っている予算は420,000円")).isVisible();
        looksWell(page, "reserves");
        var reserves = page.getByLabel("ご案内する次点");
        reserves.focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("vaadin-select-item:focus")).containsText("P2");
        page.keyboard().press("Enter");
        assertThat(reserves).containsText("P2");
        page.getByLabel("ご案内する額").fill("２００，０００");
        page.getByLabel("起案文").fill("辞退で空いた額を、点数の順に充てる。");
        page.waitForFunction("['P2', '２００，０００', '順に充てる'].every(typed =>"
                + " Object.values(sessionStorage).some(kept => kept.includes(typed)))");
        page.reload();
        assertThat(page.getByLabel("起案文")).hasValue("辞退で空いた額を、点数の順に充てる。");
        button(page, "決裁する方に届ける").press("Enter");
        assertThat(page.getByText("決裁を待っている案を見る")).isVisible();

        var waiting = waiting(head, "decideReserve").getFirst().address();
        var approver = signedIn(head, waiting);
        assertThat(approver.getByText("200,000円").first()).isVisible();
        looksWell(approver, "reserve-decision");
        button(approver, "承認する").press("Enter");
        button(approver, "この内容で承認する").press("Enter");
        assertThat(approver.getByText("採択のご案内が決まりました")).isVisible();
        looksWell(approver, "reserve-decided");
        assertThat(decide.choice(call).orElseThrow().pending()).isEmpty();
    }

    @Test
    void ofManyProposalsEachFormIsMadeWhenItIsOpenedOrHoldsWhatWasTyped() {
        var groups = IntStream.rangeClosed(1, MANY).mapToObj("P%d"::formatted).toArray(String[]::new);
        enter(
                Samples.passing(
                        IntStream.range(0, MANY).map(place -> 98 - 2 * place).toArray()),
                groups);
        close();
        var address = "tasks/recommendProjects/" + task(chair, "recommendProjects");
        var typed = "𠮷野の方々の声が、よく届いています。";

        var page = signedIn(chair, address);
        assertThat(page.locator(".dc-board .dc-tot .b")).hasCount(MANY);
        var lines = page.locator(".dc-line");
        assertThat(lines).hasCount(MANY);
        assertThat(page.locator("vaadin-text-area")).hasCount(0); // none is made before it is opened
        looksWell(page, "many");
        button(page, lines.last().locator("h3").textContent() + "の推薦を書く").press("Enter");
        assertThat(lines.last().locator("vaadin-radio-button:focus-within")).containsText("見送る");
        page.route(Pattern.compile(".*v-r=uidl.*"), Route::abort);
        lines.last().getByLabel("講評").fill(typed);
        page.unrouteAll();
        page.reload();

        assertThat(lines.last().getByLabel("講評")).hasValue(typed);
        assertThat(lines.last().locator(".tm-count").last()).containsText("字");
        page.waitForFunction("!Object.keys(sessionStorage).some(key => key.startsWith('tomoni-keep:'))");
        var last = proposals.get("P" + MANY);
        assertThat(recommendations
                        .findByCallId(call.value())
                        .orElseThrow()
                        .line(last)
                        .orElseThrow()
                        .comment())
                .isEqualTo(typed);
    }

    @Test
    void theDecisionIsReadAtEveryWidthWithNothingCutOff() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();

        var page = signedIn(head, "tasks/approveDecision/" + task(head, "approveDecision"));

        assertThat(page.locator(".dc-decided .chip")).hasCount(5);
        for (var width : List.of(1280, 375, 320)) {
            page.setViewportSize(width, 900);
            assertThat(Look.at(page, "decision-approve")).isEmpty();
            assertThat(page.evaluate("""
                    () => [...document.querySelectorAll('.dc-decided .chip')]
                      .filter(chip => chip.getBoundingClientRect().right > chip.closest('td').getBoundingClientRect().right + 1
                        || chip.scrollWidth > chip.clientWidth + 1).length""")).isEqualTo(0);
            assertThat(page.evaluate("""
                    () => [...document.querySelectorAll('.dc-yen')]
                      .filter(yen => yen.textContent && yen.getBoundingClientRect().height > 30).length""")).isEqualTo(0);
        }
        page.setViewportSize(1280, 900);
        page.getByText("順位表と計算過程を見る").click();
        assertThat(page.locator(".dc-board .dc-tot .b")).hasCount(5);
        looksWell(page, "approver-board");
    }

    @Test
    void aBoardWithManyCriteriaIsReadAtEveryWidth() {
        enter(Samples.manyCriteria(), "P1", "P2");
        close();

        var page = signedIn(chair, "tasks/recommendProjects/" + task(chair, "recommendProjects"));

        assertThat(page.locator(".dc-board .dc-tot .b")).hasCount(2);
        for (var width : List.of(1280, 375, 320)) {
            page.setViewportSize(width, 900);
            assertThat(Look.at(page, "decision-criteria")).isEmpty();
            assertThat(page.evaluate("""
                    () => {
                      const board = document.querySelector('.dc-board').closest('[role=region]');
                      return [...board.querySelectorAll('th, td')].filter(cell => cell.scrollWidth > cell.clientWidth + 1)
                        .concat(board.scrollWidth > board.clientWidth + 1 ? [board] : [])
                        .map(part => part.className + ' ' + part.textContent.slice(0, 20));
                    }"""))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .isEmpty();
        }
    }

    @Test
    void whoHasActedIsLedToWhatHasBecomeOfIt() {
        enter(Samples.tieAtTheLine(), "P1", "P2", "P3");
        close();
        var chairs = signedIn(chair, "tasks/recommendProjects/" + task(chair, "recommendProjects"));
        chairs.getByLabel("P2の順番").fill("1");
        chairs.getByLabel("P3の順番").fill("2");
        chairs.getByLabel("話し合いの結果の理由").fill("地域の広がりが大きいため");
        button(chairs, "話し合いの結果を記録する").press("Enter");
        assertThat(chairs.locator(".note:focus")).containsText("記録しました。順位と金額を計算し直しました。");
        var figures = chairs.locator(".dc-sort").first();
        figures.press("Enter");
        assertThat(figures).isFocused();
        chairs.getByLabel("見送る").first().check();
        assertThat(chairs.getByLabel("見送る").first()).isFocused();
        assertThat(chairs.locator(".dc-line").first()).containsText("順位と異なる");
        var adopt = chairs.getByLabel("採択とする", new Page.GetByLabelOptions().setExact(true))
                .first();
        adopt.check();
        assertThat(adopt).isFocused();
        assertThat(chairs.locator(".dc-line").first()).containsText("順位と同じ"); // the second choice is saved too
        chairs.close();
        recommend();
        draft();

        var approver = signedIn(head, "tasks/approveDecision/" + task(head, "approveDecision"));
        button(approver, "承認する").press("Enter");
        button(approver, "この内容で承認する").press("Enter");
        assertThat(approver.locator(".note:focus")).containsText("承認しました。");
        settle();
        var letters = signedIn(secretary, "tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        button(letters, "日付を入れ直す").press("Enter");
        assertThat(letters.getByLabel("通知書の日付")).isFocused();
        letters.close();
        confirm();
        settle();

        var selection = signedIn(colleague, "selections/" + call);
        selection.getByLabel("お返事の受け取り方").fill("電話で受け取りました");
        selection.getByLabel("採択を受ける").check();
        selection
                .locator("[data-keep='answer/proposal'] vaadin-select-value-button")
                .focus();
        selection.keyboard().press("ArrowDown");
        assertThat(selection.locator("vaadin-select-item:focus")).isVisible();
        selection.keyboard().press("Enter");
        assertThat(selection.locator("[data-keep='answer/proposal'] vaadin-select-value-button"))
                .containsText("R8");
        button(selection, "返事を記録する").press("Enter");
        button(selection, "この内容で記録する").press("Enter");
        assertThat(selection.locator(".note:focus")).containsText("と記録しました。");
        looksWell(selection, "after-answer");
        var register = signedIn(holder("事務局 三", Office.SECRETARIAT, null), "letters?call=" + call + "&all");
        register.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("を発送済みにする$")))
                .first()
                .press("Enter");
        button(register, "この日に発送したと記録する").press("Enter");
        assertThat(register.locator("vaadin-dialog")).hasCount(0);
        assertThat(register.locator("vaadin-button:focus")).hasCount(0);
        assertThat(register.locator("table a:focus")).hasCount(1);
    }

    @Test
    void theDraftOfALetterIsOpenedBesideWhatIsTyped() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        var page = signedIn(secretary, "tasks/draftDecision/" + task(secretary, "draftDecision"));
        var letter = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^P1.*の通知案（PDF）$")));
        assertThat(letter).isVisible();
        looksWell(page, "letter-drafts");

        page.getByLabel("職", new Page.GetByLabelOptions().setExact(true)).fill("みなと野町長");
        var opened = page.waitForDownload(letter::click);

        assertThat(opened.suggestedFilename()).isEqualTo("通知案-P1.pdf");
        try (var pdf = Loader.loadPDF(opened.path().toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("【案】", "みなと野町長");
        }
    }

    @Test
    void aDayThatIsNotTakenIsSaidAtItsFieldAloneAndTheTicksAreKeptHoweverFastTheyAreSet() {
        enter(Samples.yodogawa(), "P1");
        close();
        var page = signedIn(chair, "tasks/recommendProjects/" + task(chair, "recommendProjects"));
        var day = page.locator("vaadin-date-picker");
        var members = page.locator("vaadin-checkbox-group");
        assertThat(members.locator("vaadin-checkbox")).hasCount(panel.size());
        assertThat(page.locator(".side a[aria-current=page]")).hasText("受信箱");
        assertThat(page.locator(".crumb li")).hasCount(3);
        page.clock().install();
        type(day, LocalDate.now(clock).plusDays(400));
        assertThat(day.locator("[slot=error-message]")).containsText("今日までの日");

        members.evaluate("""
                async group => {
                  for (const box of group.querySelectorAll('vaadin-checkbox input')) {
                    box.click();
                    await new Promise(go => requestAnimationFrame(go));
                  }
                }""");

        assertThat(page.getByText("出席 " + panel.size() + "人")).isVisible();
        assertThat(members.locator("vaadin-checkbox[checked]")).hasCount(panel.size());
        assertThat(members.evaluate("group => group.invalid ?? false")).isEqualTo(false);
        page.clock().fastForward(9_000);
        assertThat(page.locator(".head")).containsText("保存できていません");
        assertThat(page.locator(".head")).not().containsText("通信が切れている");
        button(page, "推薦案を提出する").click();
        assertThat(page.locator(".summary:visible")).isFocused(); // the answer, and not what stood there while typing
        assertThat(page.locator(".summary:visible a")).hasCount(1);
        page.locator(".summary:visible a").click();
        assertThat(day.locator("input")).isFocused();

        type(day, LocalDate.now(clock));

        assertThat(page.locator(".head")).containsText("保存しました");
        assertThat(page.locator(".summary:visible")).hasCount(0);
        assertThat(day.locator("[slot=error-message]")).isEmpty();
        page.waitForFunction("!Object.keys(sessionStorage).some(key => key.startsWith('tomoni-keep:'))");
        var kept = recommendations.findByCallId(call.value()).orElseThrow();
        assertThat(kept.present()).containsExactlyInAnyOrderElementsOf(panel);
        assertThat(kept.meetingOn()).contains(LocalDate.now(clock));
    }

    private static void type(Locator day, LocalDate typed) {
        day.locator("input").fill(typed.toString());
        day.locator("input").press("Enter");
        day.locator("input").press("Tab");
    }

    @Test
    void inEnglishTheColumnsOfATableAreAsWideAsTheirLongestWord() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();

        var page = signedIn(secretary, "letters", "en-US");
        for (var address : List.of(
                "letters", "selections/" + call, "calls/" + call + "/proposals", "calls/" + call + "/reviews")) {
            page.navigate("http://localhost:" + port + "/" + address);
            assertThat(page.locator("main h1")).isVisible();
            page.evaluate("() => document.querySelectorAll('main details').forEach(one => one.open = true)");
            assertThat(page.locator("main table tbody tr:visible").first()).isVisible();
            for (var width : List.of(1280, 1024)) {
                page.setViewportSize(width, 900);
                assertThat((List<?>) page.evaluate(BROKEN)).as(address).isEmpty();
            }
            looksWell(page, "english-" + address.replace(call.toString(), "").replaceAll("[^a-z]+", "-"));
        }
    }

    private Page signedIn(PersonId person, String address) {
        return signedIn(person, address, "ja-JP");
    }

    private Page signedIn(PersonId person, String address, String locale) {
        people.giveMail(person, person + "@example.jp");
        passwords.change(person, PASSWORD);
        var context = Chromium.browser().newContext(new Browser.NewContextOptions().setLocale(locale));
        contexts.add(context);
        var page = context.newPage();
        page.navigate("http://localhost:" + port + "/" + address);
        Chromium.signIn(page, person + "@example.jp", PASSWORD);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void looksWell(Page page, String name) {
        for (var width : List.of(1280, 375)) {
            page.setViewportSize(width, 900);
            assertThat(Look.at(page, "decision-" + name)).isEmpty();
        }
        page.setViewportSize(1280, 900);
    }
}
