package app.tomoni;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.signin.Passwords;
import app.tomoni.decision.selection.SelectionOpener;
import app.tomoni.process.ProcessDriver;
import app.tomoni.proposal.Fixture;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.PublicAddress;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A review that a city published, from the drafted call to the published result, each step in a real browser by the
 * person whose step it is: the marks (37, 11, 11, 15), (35, 12, 12, 15) and (32, 12, 12, 10) make 71.3 points and 採択.
 */
@IntegrationTest
@TestPropertySource(properties = {"tomoni.jobs.active=false", "tomoni.decision.poll=1d"})
@Import({Fixture.class, ProcessDriver.class, Listeners.class})
class PublishedReviewJourneyTest {

    private static final String PASSWORD = "minato-no-no-kokage-2026";
    private static final ZonedDateTime FIRST_DAY = ZonedDateTime.of(2027, 1, 5, 10, 0, 0, 0, JapaneseDates.ZONE);
    private static final List<String> CRITERIA = List.of("企画内容", "実施体制", "実績", "経費");
    private static final Map<String, List<String>> MARKS = Map.of(
            "審査 藍", List.of("37", "11", "11", "15"),
            "審査 帆", List.of("35", "12", "12", "15"),
            "審査 知恵", List.of("32", "12", "12", "10"));

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
    private Fixture fixture;

    @Autowired
    private SelectionOpener selections;

    @Autowired
    private ProcessDriver engine;

    @Autowired
    private Listeners listeners;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, BrowserContext> signedIn = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private int pictures;

    /** The pages that axe has seen. */
    private final Set<String> looked = new HashSet<>();

    @AfterEach
    void leave() {
        clock.reset();
        signedIn.values().forEach(BrowserContext::close);
    }

    @Test
    void threeReviewersTypeTheirMarksAndEveryoneReadsTheResult() {
        clock.stopAt(FIRST_DAY.toInstant());
        jdbc.sql("INSERT INTO holiday VALUES ('2028-11-23', '勤労感謝の日') ON CONFLICT DO NOTHING")
                .update();
        var secretary = staff("事務局 花子", Office.SECRETARIAT);
        var approver = staff("決裁 太郎", Office.APPROVER);

        var call = draftCall(secretary);
        approveCall(approver, call);
        clock.stopAt(FIRST_DAY.plusDays(2).toInstant());
        open();
        var representative = handIn(call);
        check(secretary);
        MARKS.keySet().forEach(reviewer -> declare(reviewer, call));
        MARKS.forEach(this::score);
        clock.stopAt(FIRST_DAY.plusDays(40).toInstant());
        selections.look();
        settle();
        recommend();
        draftDecision(secretary);
        approveDecision(approver);
        settle();
        var publication = confirmPublication(secretary);
        settle();
        postsTheLetter(secretary, call);
        readsTheResultFirst(representative);
        nothingIsPublic(call);
        clock.stopAt(publication.plusMinutes(1).toInstant());
        engine.passTo(publication.plusMinutes(1).toInstant());
        settle();
        everyoneReads(call);

        org.assertj.core.api.Assertions.assertThat(findings).isEmpty();
    }

    private void assertThatTheReceiptOnPaperSaysWhereToCheckIt(Page page) {
        var bytes = page.request()
                .get((String) page.locator("a.btn.p").first().evaluate("link => link.href"))
                .body();
        try (var pdf = Loader.loadPDF(bytes)) {
            org.assertj.core.api.Assertions.assertThat(new PDFTextStripper().getText(pdf))
                    .contains("-市-001", installation.of("/receipts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String draftCall(PersonId secretary) {
        var page = page(secretary, "calls/new");
        press(page, "「点数で採点する企画の募集」からつくる");
        page.waitForURL(Pattern.compile(".*/design.*"));
        var call = page.url().replaceAll(".*/calls/([0-9a-f-]{36})/.*", "$1");
        type(page, "title", "区民協働の企画募集");
        type(page, "year", "2027");
        type(page, "contact", "市民協働課（市役所2階）");
        next(page, "日程");
        type(page, "opensOn", "2027/1/6");
        type(page, "closesOn", "2027/2/5");
        type(page, "projectFrom", "2027/5/1");
        type(page, "projectTo", "2028/3/31");
        type(page, "publicationOn", "2027/4/20");
        next(page, "審査基準");
        for (var most : List.of("50", "15", "15", "20")) {
            assertThat(page.locator("main input").locator("visible=true").first())
                    .isVisible();
            org.assertj.core.api.Assertions.assertThat(page.locator("main input")
                            .evaluateAll("all => all.map(each => each.value)")
                            .toString())
                    .contains(most);
        }
        look(page, "criteria");
        next(page, "審査委員");
        for (var name : MARKS.keySet()) {
            invite(page, name);
        }
        press(page, "審査 藍さんを委員長にする");
        assertThat(page.locator("main")).containsText("審査 藍さんを委員長にしました");
        look(page, "panel");
        page.navigate(address("calls/" + call + "/design/money"));
        type(page, "money-budget", "3,000,000");
        page.navigate(address("calls/" + call + "/design/check"));
        assertThat(page.locator("main")).containsText("必要な項目はすべてそろっています。");
        look(page, "call-check");
        press(page, "決裁に出す");
        page.waitForURL(Pattern.compile(".*/calls/[0-9a-f-]{36}$"));
        return call;
    }

    /** Adds somebody to the panel, who then opens an account with the code that the secretariat hands over. */
    private void invite(Page page, String name) {
        page.locator("#panel-name input").fill(name);
        page.locator("#panel-kana input").fill("シンサ");
        press(page, "審査委員に加えて案内する");
        var said = page.locator("main [role=status]")
                .filter(new Locator.FilterOptions().setHasText(name + "さんを審査委員に加えました。"));
        assertThat(said).containsText("コードはいま一度だけ表示されます");
        var code = said.first().innerText().replaceAll("(?s).*?([0-9A-Z]{4}(?:-[0-9A-Z]{4})+).*", "$1");
        var own = context();
        var theirs = own.newPage();
        theirs.navigate(address("invitation"));
        theirs.locator("#code").fill(code);
        theirs.locator("main button").click();
        theirs.locator("#mail").fill(Ids.next() + "@example.jp");
        theirs.locator("#password").fill(PASSWORD);
        theirs.locator("main button").click();
        theirs.waitForLoadState();
        signedIn.put(name, own);
    }

    private void approveCall(PersonId approver, String call) {
        var page = page(approver, "inbox");
        look(page, "call-waits");
        page.locator(".inbox-title")
                .filter(new Locator.FilterOptions().setHasText("区民協働の企画募集"))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/calls/" + call + "#approval"));
        look(page, "call-approval");
        press(page, "承認する");
        press(page, "この内容で承認する");
        assertThat(page.locator("main")).containsText("募集が承認されました。");
    }

    @Autowired
    private app.tomoni.call.OpenCall openCall;

    private void open() {
        openCall.due();
    }

    private PersonId handIn(String call) {
        var representative = staff("石橋 晴", null);
        var group = fixture.group("みなとの会", representative);
        var proposal = fixture.completeDraft(
                new app.tomoni.call.CallId(java.util.UUID.fromString(call)), group, representative);
        var page = page(representative, "proposals/" + proposal + "/submit");
        look(page, "submit");
        press(page, "提案書を提出する");
        assertThat(page.locator("main")).containsText("-市-001");
        look(page, "receipt");
        assertThatTheReceiptOnPaperSaysWhereToCheckIt(page);
        return representative;
    }

    private void check(PersonId secretary) {
        var page = page(secretary, "inbox");
        page.locator(".inbox-title").first().click();
        assertThat(page.locator("h1").first()).containsText("形式の確認");
        look(page, "check");
        press(page, "受け付ける");
        assertThat(page.locator(".note:focus")).containsText("受け付けました。提案は審査に進みます。");
        page.getByText("この提案のページへ").click();
        assertThat(page.locator("h1").first()).not().containsText("形式の確認");
        settle();
    }

    private void declare(String reviewer, String call) {
        var page = page(reviewer, "reviews/" + call + "/declarations");
        page.getByLabel("いいえ（関係はない）").check();
        look(page, "declaration");
        press(page, "お申し出を確定する");
        assertThat(page.locator("main")).containsText("未採点（1件）");
        settle();
    }

    private void score(String reviewer, List<String> marks) {
        var page = page(reviewer, "inbox");
        page.locator(".inbox-title").first().click();
        assertThat(page.locator("h1").first()).isVisible();
        if (reviewer.equals("審査 藍")) {
            readTheEvidence(page);
            holdThePhoneUpright(page);
            moveTheBar(page);
        }
        for (var i = 0; i < marks.size(); i++) {
            if (reviewer.equals("審査 帆")) {
                assertThat(page.locator(".review-current h3")).containsText(CRITERIA.get(i));
                page.keyboard().type(marks.get(i));
                page.keyboard().press("Enter");
                assertThat(page.locator("main")).containsText("4項目中" + (i + 1) + "項目を採点");
                continue;
            }
            if (i > 0) {
                page.locator("button.review-criterion")
                        .filter(new Locator.FilterOptions().setHasText(CRITERIA.get(i)))
                        .click();
            }
            assertThat(page.locator(".review-current h3")).containsText(CRITERIA.get(i));
            var field = page.locator(".review-current input").first();
            field.fill(marks.get(i));
            field.press("Tab");
            assertThat(page.locator("main")).containsText("4項目中" + (i + 1) + "項目を採点");
        }
        look(page, "sheet");
        if (reviewer.equals("審査 藍")) {
            loseTheTab(page);
        }
        if (reviewer.equals("審査 帆")) {
            goRoundByKeyboard(page);
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("vaadin-button:focus")).containsText("採点を提出する");
        }
        press(page, "採点を提出する");
        assertThat(page.locator("main")).containsText("提出しました");
        settle();
    }

    /** What stands around the sheet leaves room for it on the narrowest screen, and a box that Vaadin shows is seen. */
    private static void holdThePhoneUpright(Page page) {
        page.setViewportSize(320, 640);
        page.evaluate("() => { const city = document.querySelector('.brand span');"
                + " city.hidden = false; city.innerHTML = 'みなと野市<br>協働事業提案制度'; }");
        assertThat(page.locator(".brand span")).isHidden();
        org.assertj.core.api.Assertions.assertThat(page.locator("header.top").boundingBox().height)
                .as("the header")
                .isLessThan(130);
        org.assertj.core.api.Assertions.assertThat(page.locator(".review-bar").boundingBox().height)
                .as("the bar")
                .isLessThan(90);
        org.assertj.core.api.Assertions.assertThat((String)
                        page.locator(".review-toc").evaluate("bar => getComputedStyle(bar).backgroundAttachment"))
                .as("shadows that say there are more sections")
                .startsWith("local, local, scroll, scroll");
        page.evaluate("""
                () => {
                  const box = document.createElement('div');
                  box.popover = 'manual';
                  box.className = 'v-system-error';
                  box.innerHTML = '<div class="caption">クッキーが必要です</div><div class="message">許可してください</div>';
                  document.body.append(box);
                  box.showPopover();
                  window.scrollTo(0, document.body.scrollHeight);
                }""");
        var box = page.locator(".v-system-error");
        var seen = box.boundingBox();
        org.assertj.core.api.Assertions.assertThat(seen.y).isBetween(1.0, 40.0);
        org.assertj.core.api.Assertions.assertThat(seen.x).isGreaterThanOrEqualTo(0);
        org.assertj.core.api.Assertions.assertThat(seen.x + seen.width).isLessThanOrEqualTo(320);
        box.evaluate("shown => shown.remove()");
        page.setViewportSize(1280, 900);
    }

    /** Through the criteria and from pane to pane, also where single keys are off. */
    private static void goRoundByKeyboard(Page page) {
        var open = page.locator(".review-current h3");
        page.keyboard().press("h");
        assertThat(open).containsText(CRITERIA.get(2));
        assertThat(open).isFocused();
        page.keyboard().press("l");
        assertThat(open).containsText(CRITERIA.get(3));
        page.keyboard().press("?");
        page.getByLabel("文字キーでの操作を使う").uncheck();
        page.getByText("閉じる", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("vaadin-dialog")).hasCount(0);
        page.keyboard().press("Alt+1");
        assertThat(page.locator(".review-doc")).isFocused();
        page.keyboard().press("h");
        page.keyboard().press("Alt+2");
        assertThat(page.locator(".review-scores")).isFocused();
        assertThat(open).containsText(CRITERIA.get(3));
    }

    /** From the open criterion to what it is judged by and back again, by keyboard alone, on a phone and on a desk. */
    private void readTheEvidence(Page page) {
        var evidence = page.locator(".review-evidence-links")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("事業の内容"));
        var heading = page.locator(".review-paper h2").filter(new Locator.FilterOptions().setHasText("事業の内容"));
        var criterion = page.locator(".review-current h3");
        page.setViewportSize(375, 900);
        press(page, "採点");
        for (var width : List.of(375, 1280)) {
            page.setViewportSize(width, 900);
            evidence.focus();
            page.keyboard().press("Enter");
            assertThat(heading).isFocused();
            assertThat(heading).isInViewport();
            if (width == 1280) {
                look(page, "evidence");
                org.assertj.core.api.Assertions.assertThat(
                                (Integer) page.evaluate("() => document.documentElement.scrollHeight"))
                        .as("the panes are scrolled, and not the page")
                        .isLessThan(1200);
            }
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(criterion).isFocused();
            assertThat(criterion).isInViewport();
        }
    }

    /** The bar between the panes is where it was left, whoever opens the page again. */
    private void moveTheBar(Page page) {
        var bar = page.locator(".review-splitter");
        var split = page.locator(".review-split");
        assertThat(split).hasAttribute("style", Pattern.compile("--share: 52"));
        var at = bar.boundingBox();
        page.mouse().move(at.x + at.width / 2, at.y + 40);
        page.mouse().down();
        page.mouse().move(at.x + 120, at.y + 40);
        page.mouse().up();
        assertThat(split).hasAttribute("style", Pattern.compile("--share: 6[0-9]"));
        var dragged = Integer.parseInt(split.getAttribute("style").replaceAll("\\D", ""));
        page.getByLabel("提案の幅を狭くする").click();
        var left = Pattern.compile("--share: " + (dragged - 5));
        assertThat(split).hasAttribute("style", left);
        page.reload();
        assertThat(split).hasAttribute("style", left);
    }

    /** What had not reached the server when the tab died is there again, and saved. */
    private void loseTheTab(Page page) {
        var comment = page.getByLabel("講評", new Page.GetByLabelOptions().setExact(true));
        page.context().setOffline(true);
        comment.fill("区民に近い、よい企画です。");
        page.waitForFunction("Object.keys(sessionStorage).some(key => sessionStorage[key].includes('よい企画です'))");
        page.context().setOffline(false);
        page.navigate(page.url());
        assertThat(comment).hasValue("区民に近い、よい企画です。");
        assertThat(page.locator("main")).containsText("保存しました");
        page.waitForFunction("!Object.keys(sessionStorage).some(key => key.startsWith('tomoni-keep:'))");
    }

    private void recommend() {
        var page = page("審査 藍", "inbox");
        page.setViewportSize(375, 900);
        page.locator(".inbox-rows li") // on a telephone the whole of it opens, down to its corner
                .filter(new Locator.FilterOptions().setHasText("区民協働の企画募集"))
                .first()
                .click(new Locator.ClickOptions().setPosition(6, 6));
        assertThat(page.locator("h1").first()).isVisible();
        page.setViewportSize(1280, 900);
        assertThat(page.locator("main")).containsText("71.3");
        look(page, "recommend");
        page.locator(".dc-calc summary").first().click();
        var byTotal = page.locator(".dc-sort", new Page.LocatorOptions().setHasText("評価点"));
        byTotal.press("Enter");
        assertThat(page.locator("th[aria-sort=descending]")).containsText("評価点");
        assertThat(byTotal).isFocused();
        assertThat(page.locator(".dc-calc details").first()).hasAttribute("open", "");
        look(page, "recommend-sorted");
        day(page, "会議の日", clock.instant().atZone(JapaneseDates.ZONE).toLocalDate());
        MARKS.keySet()
                .forEach(name -> page.getByLabel(name, new Page.GetByLabelOptions().setExact(true))
                        .check());
        press(page, "推薦案を提出する");
        look(page, "recommend-asks");
        press(page, "この内容で提出する");
        assertThat(page.locator(".note:focus")).containsText("推薦案を提出しました。");
        assertThat(page.getByText("この募集の選考のページへ")).isVisible();
    }

    private void draftDecision(PersonId secretary) {
        var page = page(secretary, "inbox");
        page.locator(".inbox-title")
                .filter(new Locator.FilterOptions().setHasText("区民協働の企画募集"))
                .first()
                .click();
        assertThat(page.locator("h1").first()).containsText("決定の案");
        var wording = page.getByLabel("起案文");
        page.context().setOffline(true);
        wording.fill("審査委員会の推薦のとおり決定する。");
        assertThat(page.locator(".head")).containsText("この端末に残っています");
        page.context().setOffline(false);
        page.navigate(page.url());
        assertThat(wording).hasValue("審査委員会の推薦のとおり決定する。");
        assertThat(page.locator(".head")).containsText("保存しました");
        page.getByLabel("市の名前").fill("みなと野市");
        page.getByLabel("職").fill("市長");
        page.getByLabel("氏名").fill("港野 一郎");
        page.getByLabel("問い合わせ先").fill("市民協働課");
        look(page, "draft");
        page.waitForFunction("!Object.keys(sessionStorage).some(key => key.startsWith('tomoni-keep:'))");
        org.assertj.core.api.Assertions.assertThat(
                        jdbc.sql("SELECT concat_ws('、', city, sender, sender_name, contact, wording) FROM decision")
                                .query(String.class)
                                .single())
                .as("what the browser needs to keep no more")
                .isEqualTo("みなと野市、市長、港野 一郎、市民協働課、審査委員会の推薦のとおり決定する。");
        press(page, "決裁を受ける");
        assertThat(page.locator("main")).containsText("決定の案を決裁に出しました。");
    }

    private void approveDecision(PersonId approver) {
        var page = page(approver, "inbox");
        page.locator(".inbox-title").first().click();
        assertThat(page.locator("main")).containsText("71.3");
        look(page, "approve");
        press(page, "承認する");
        press(page, "この内容で承認する");
        assertThat(page.locator("main")).containsText("承認しました。");
    }

    private ZonedDateTime confirmPublication(PersonId secretary) {
        var page = page(secretary, "inbox");
        page.locator(".inbox-title").first().click();
        assertThat(page.locator("h1").first()).containsText("通知と公表");
        look(page, "publication");
        var looked = page.getByLabel("見つかった文字を確かめ、公開して差し支えないと判断しました");
        if (looked.count() > 0) {
            looked.check();
        }
        var closedDay = page.getByLabel("のまま送る"); // where the test's today is one
        if (closedDay.count() > 0) {
            closedDay.check();
        }
        press(page, "通知を送り、公表の日時を決める");
        press(page, "この内容で送る");
        assertThat(page.locator("main")).containsText("通知書を送付の順番に入れました。");
        return ZonedDateTime.of(2027, 4, 20, 10, 0, 0, 0, JapaneseDates.ZONE);
    }

    private void postsTheLetter(PersonId secretary, String call) {
        var page = page(secretary, "selections/" + call);
        assertThat(page.locator("main")).containsText("発送を記録していない結果の通知書が1通あります。");
        assertThat(page.locator("main")).containsText("公表の日時を延ばす");
        look(page, "selection");
        page.navigate(address("inbox"));
        page.locator(".inbox-title").first().click();
        assertThat(page.locator("h1").first()).containsText("通知書の台帳");
        look(page, "letters");
        page.locator("vaadin-button:has-text('発送済みにする')").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("これですべて発送したことになります。結果は令和9年4月20日");
        press(page, "この日に発送したと記録する");
        assertThat(page.locator("main")).containsText("すべて発送しました。結果は令和9年4月20日");
        assertThat(page.locator("main")).containsText("まだ送っていない、または開封されていない通知書はありません");
    }

    private void readsTheResultFirst(PersonId representative) {
        var page = page(representative, "proposals");
        look(page, "told");
        assertThat(page.locator("main")).containsText("結果");
    }

    private void nothingIsPublic(String call) {
        try (var everyone = context()) {
            var page = everyone.newPage();
            org.assertj.core.api.Assertions.assertThat(
                            page.navigate(address("results/" + call)).status())
                    .isEqualTo(404);
        }
    }

    private void everyoneReads(String call) {
        try (var everyone = context()) {
            var page = everyone.newPage();
            page.navigate(address("results/" + call));
            assertThat(page.locator("main")).containsText("71.3");
            assertThat(page.locator("main")).containsText("採択");
            assertThat(page.locator("main")).containsText("みなとの会");
            look(page, "result");
        }
    }

    private void settle() {
        engine.fireJobs();
        listeners.haveHeard();
        engine.fireJobs();
    }

    @Autowired
    private PublicAddress installation;

    private PersonId staff(String name, @org.jspecify.annotations.Nullable Office office) {
        var person = people.add(name, "テスト", Ids.next() + "@example.jp");
        passwords.change(person, PASSWORD);
        if (office != null) {
            offices.appoint(person, office, null, LocalDate.of(2020, 1, 1), null);
        }
        return person;
    }

    private BrowserContext context() {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(1280, 900));
    }

    /** A page of somebody who signed in before, or does so now. */
    private Page page(PersonId person, String path) {
        return page(signedIn.computeIfAbsent(person.toString(), key -> signIn(person)), path);
    }

    private Page page(String name, String path) {
        return page(signedIn.get(name), path);
    }

    private Page page(BrowserContext context, String path) {
        context.pages().forEach(Page::close);
        var page = context.newPage();
        page.navigate(address(path));
        assertThat(page.locator("h1").first()).isVisible();
        return page;
    }

    private BrowserContext signIn(PersonId person) {
        var context = context();
        var page = context.newPage();
        page.navigate(address("sign-in"));
        Chromium.signIn(page, people.mail(person).orElseThrow(), PASSWORD);
        page.waitForURL(Pattern.compile("^[^?]*/(?!sign-in).*"));
        return context;
    }

    private static void press(Page page, String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    private static void next(Page page, String part) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("次へ：" + part))
                .click();
        assertThat(page.locator("h2")
                        .filter(new Locator.FilterOptions().setHasText(part))
                        .first())
                .isVisible();
    }

    /** Types into a field of the call's design and leaves it, which saves. */
    private static void type(Page page, String place, String text) {
        var field = page.locator("#at-" + place).locator("input, textarea").first();
        field.fill(text);
        if (text.matches("[0-9]+/.*")) {
            field.press("Enter"); // closes the calendar
        }
        field.press("Tab");
        assertThat(page.locator(".head")).containsText("保存しました");
    }

    private static void day(Page page, String label, LocalDate day) {
        var field = page.getByLabel(label);
        field.fill("%d/%d/%d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        field.press("Enter");
    }

    private void look(Page page, String name) {
        pictures++;
        var picture = "journey/%02d-%s".formatted(pictures, name);
        var first = looked.add(name);
        for (var width : List.of(375, 1280)) {
            page.setViewportSize(width, 900);
            findings.addAll(first ? Look.at(page, picture) : Look.outline(page, picture));
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }
}
