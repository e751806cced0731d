package app.tomoni.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tomoni.Chromium;
import app.tomoni.Look;
import app.tomoni.TestDatabase;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.signin.Passwords;
import app.tomoni.notice.UnkindServer;
import app.tomoni.organisation.RegisterOrganisation;
import app.tomoni.organisation.Ties;
import app.tomoni.shared.Ids;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The screens about calls and groups in a real browser: accessible, never wider than the screen, nothing lost. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=test", "tomoni.data=target/test-data"})
@Import(TestDatabase.class)
class CallInBrowserTest {

    private static final String PASSWORD = "minato-no-no-kokage-2026";
    private static final List<String> PARTS =
            List.of("content", "dates", "criteria", "panel", "money", "deadlines", "rule", "files", "check");

    private static final Page.GetByTextOptions EXACT = new Page.GetByTextOptions().setExact(true);
    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private static final UnkindServer MAILS = new UnkindServer();

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
    private Calls calls;

    @Autowired
    private DraftCall draftCall;

    @Autowired
    private ReviseCall revise;

    @Autowired
    private AppointPanel panel;

    @Autowired
    private ApproveCall approve;

    @Autowired
    private RegisterOrganisation register;

    @Autowired
    private Ties ties;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private PersonId secretary;
    private PersonId approver;

    /** As an installation names its mail server. */
    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "localhost");
        settings.add("spring.mail.port", MAILS::port);
    }

    @AfterAll
    static void noMoreMails() {
        MAILS.close();
    }

    @BeforeEach
    void people() {
        jdbc.sql("INSERT INTO holiday (day, name) VALUES (?, '元日') ON CONFLICT DO NOTHING")
                .param(LocalDate.now(clock).plusYears(3).withDayOfYear(1))
                .update();
        secretary = member("事務局 花子", Office.SECRETARIAT);
        approver = member("決裁 太郎", Office.APPROVER);
    }

    @AfterEach
    void leave() {
        browser.contexts().forEach(BrowserContext::close);
    }

    @Test
    void everyScreenAboutCallsIsAccessibleAndFitsAPhone() {
        var id = complete();
        var page = signedIn(secretary, 1280, "calls");
        look(page, "calls");
        look(page, "calls/new");
        for (var part : PARTS) {
            look(page, "calls/" + id + "/design/" + part);
        }
        look(page, "calls/" + id + "/preview");
        look(page, "calls/" + id);
        approve.approve(id, approve.putForward(id, secretary), approver);
        look(page, "calls/" + id);
        look(page, "open-calls");
        look(page, "open-calls/" + id);
        page.context().close();
    }

    @Test
    void everyScreenAboutGroupsIsAccessibleAndFitsAPhone() {
        var group = register.register("みどりの会", "みどりのかい", secretary);
        var representative = member("代表 一郎", null);
        ties.checkedAtDesk(group, representative, "登記事項証明書", secretary);
        var page = signedIn(secretary, 1280, "organisations");
        look(page, "organisations");
        look(page, "organisations/new");
        look(page, "organisations/" + group);
        page.context().close();
        var own = signedIn(representative, 1280, "organisation");
        look(own, "organisation");
        look(own, "organisation/code");
        own.context().close();
    }

    /** From anywhere with one key, without the mouse, on a page that is good for everyone; back is back. */
    @Test
    void theSearchIsReachedAndUsedWithTheKeyboardAlone() {
        var group = register.register("あけぼのの会", "あけぼののかい", secretary);
        var page = signedIn(secretary, 1280, "calls");

        page.keyboard().press("/");
        page.waitForURL("**/search");
        page.waitForFunction("document.activeElement.closest('.search-form') !== null");
        page.keyboard().type("アケボノ　会");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS).getByText("1件見つかりました。")).isVisible();
        assertThat(page.locator(".search-list a")).hasAttribute("href", "organisations/" + group);
        page.waitForURL("**/search?q=*");
        page.waitForFunction("document.activeElement.closest('.search-form') !== null");
        for (var width : new int[] {1280, 375, 320}) {
            page.setViewportSize(width, 900);
            Assertions.assertThat(Look.at(page, "search-found")).isEmpty();
        }
        page.setViewportSize(1280, 900);
        page.locator("h1").focus();
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("探す言葉の欄へ移る");
        Assertions.assertThat(page.getByRole(AriaRole.DIALOG).innerText()).doesNotContain("「検索」へ移る");
        page.keyboard().press("Escape");
        assertThat(page.locator("vaadin-dialog")).hasCount(0);
        page.locator("h1").focus();
        page.keyboard().press("/");
        page.waitForFunction("document.activeElement.closest('.search-form') !== null");
        assertThat(page.getByLabel("探す言葉")).hasValue("アケボノ　会");

        page.keyboard().press("Control+a");
        page.keyboard().type("どこにもない言葉");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS).getByText("見つかりませんでした。")).isVisible();
        Assertions.assertThat(Look.at(page, "search-none")).isEmpty();
        page.goBack();
        assertThat(page.locator(".search-list a")).hasText("あけぼのの会");
        assertThat(page.getByLabel("探す言葉")).hasValue("アケボノ　会");
        page.reload();
        assertThat(page.locator(".search-list a")).hasText("あけぼのの会");
    }

    @Test
    void nameOfficeAndButtonOfAMemberStandOnOneLine() {
        var group = register.register("あかねの会", "あかねのかい", secretary);
        var representative = member("代表 二郎", null);
        ties.checkedAtDesk(group, representative, "登記事項証明書", secretary);
        var page = signedIn(representative, 1280, "organisation");
        page.locator(".org-member vaadin-select-value-button vaadin-select-item")
                .first()
                .waitFor();

        var middles = (List<?>) page.evaluate("""
                () => [...document.querySelectorAll(
                        '.org-member > span, .org-member vaadin-select-value-button, .org-member > vaadin-button')]
                    .map(part => part.getBoundingClientRect()).map(at => (at.top + at.bottom) / 2)""");

        Assertions.assertThat(middles).hasSize(3);
        var first = ((Number) middles.getFirst()).doubleValue();
        Assertions.assertThat(middles)
                .allSatisfy(at ->
                        Assertions.assertThat(((Number) at).doubleValue()).isCloseTo(first, Assertions.within(2.0)));
        page.context().close();
    }

    @Test
    void whatHadNotReachedTheServerComesBackAfterTheTabDied() {
        var id = complete();
        var page = signedIn(secretary, 1280, "calls/" + id + "/design/content");
        var purpose = page.locator("#at-purpose textarea");
        purpose.fill("届いた文");
        page.waitForCondition(() -> calls.get(id).draft().text("/purpose").equals("届いた文"));

        page.context().setOffline(true);
        purpose.fill("届いた文と、届かなかった続き");
        page.waitForFunction("Object.keys(sessionStorage).some(key => sessionStorage[key].includes('届かなかった続き'))");
        page.context().setOffline(false);
        page.navigate(address("calls/" + id + "/design/content"));

        page.waitForCondition(() -> calls.get(id).draft().text("/purpose").equals("届いた文と、届かなかった続き"));
        assertThat(page.locator("#at-purpose textarea")).hasValue("届いた文と、届かなかった続き");
        page.context().close();
    }

    @Test
    void theCalendarsOfDaysNameTheirMonthsAsOneWritesThem() {
        var id = complete();
        var page = signedIn(secretary, 1280, "calls/" + id + "/design/dates");
        for (var time = 0; time < 2; time++) {
            page.locator("#at-opensOn [part~=toggle-button]").click();
            var month = LocalDate.now(clock);
            assertThat(page.getByText(month.getYear() + "年" + month.getMonthValue() + "月", EXACT)
                            .first())
                    .isVisible();
            Assertions.assertThat(page.locator("vaadin-month-calendar [part=month-header]")
                            .allInnerTexts())
                    .isNotEmpty()
                    .allMatch(title -> title.isEmpty() || title.matches("\\d{4}年\\d{1,2}月"));
            page.keyboard().press("Escape");
        }
        page.context().close();
    }

    @Test
    void aReasonComesBackAfterTheTabDiedUntilTheActIsDone() {
        var id = complete();
        approve.putForward(id, secretary);
        var page = signedIn(approver, 1280, "calls/" + id);
        page.locator("#call-approval-reason textarea").fill("上限額をご確認ください");
        page.navigate(address("calls/" + id));
        assertThat(page.locator("#call-approval-reason textarea")).hasValue("上限額をご確認ください");

        page.getByText("事務局へ戻す").click();

        assertThat(page.getByText("事務局へ戻しました。")).isVisible();
        Assertions.assertThat(calls.get(id).returnedReason()).contains("上限額をご確認ください");
        page.waitForFunction("!Object.keys(sessionStorage).some(key => sessionStorage[key].includes('上限額'))");
        page.context().close();
    }

    @Test
    void aDayAndANewMemberComeBackFromALookAtAnotherPageAndTheMemberIsInvitedByMail() {
        var id = complete();
        approve.approve(id, approve.putForward(id, secretary), approver);
        var page = signedIn(secretary, 1280, "calls/" + id);
        var until = LocalDate.now(clock).plusDays(40);
        page.locator("#call-extension-day input").fill(until.toString());
        page.locator("#call-extension-day input").press("Enter");
        page.locator("#panel-name input").fill("委員 のぞみ");
        page.locator("a[href='calls']").first().click();
        page.waitForURL("**/calls");
        assertThat(page.locator("#panel-name")).hasCount(0);
        // The way back is not taken for a part of the way there
        page.waitForFunction("Object.values(Vaadin.Flow.clients).every(client => !client.isActive?.())");

        page.goBack();

        assertThat(page.locator("#panel-name input")).hasValue("委員 のぞみ");
        assertThat(page.locator("#call-extension-day input"))
                .hasValue(until.getYear() + "/" + until.getMonthValue() + "/" + until.getDayOfMonth());
        page.locator("#panel-kana input").fill("のぞみ");
        var address = "nozomi" + Ids.next() + "@example.jp";
        page.locator("#panel-mail input").fill(address);
        page.getByText("審査委員に加えて案内する").click();
        assertThat(page.getByText("委員 のぞみ").first()).isVisible();
        page.waitForFunction("!Object.keys(sessionStorage).some(key => sessionStorage[key].includes('のぞみ'))");
        page.waitForCondition(() -> MAILS.taken().stream().anyMatch(mail -> mail.contains("To: " + address)));
        page.context().close();
    }

    @Test
    void theGuidelineAsAFileGoesFromTheDraftToEverybody() throws IOException {
        var id = complete();
        var page = signedIn(secretary, 375, "calls/" + id + "/design/files");
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("募集要項.pdf", "application/pdf", PDF),
            new FilePayload("様式1.xlsm", "application/octet-stream", new byte[] {'P', 'K', 3, 4})
        });
        assertThat(page.getByText("「様式1.xlsm」はマクロ付きのため受け付けられません。")).isVisible();
        page.locator("#at-files-0-label input").fill("募集要項（令和8年度）");
        page.waitForCondition(() -> calls.get(id).draft().text("/files/0/label").equals("募集要項（令和8年度）"));
        Assertions.assertThat(Look.at(page, "call/files-refused")).isEmpty();
        page.context().close();
        var forApprover = signedIn(approver, 375, "calls/" + id + "/preview");
        Assertions.assertThat(saved(forApprover)).isEqualTo(PDF);
        forApprover.context().close();

        approve.approve(id, approve.putForward(id, secretary), approver);

        for (var width : new int[] {1280, 375}) {
            var everybody = browser.newContext(new Browser.NewContextOptions()
                            .setViewportSize(width, 900)
                            .setLocale("ja-JP"))
                    .newPage();
            look(everybody, "guidelines/" + id);
            Assertions.assertThat(saved(everybody)).isEqualTo(PDF);
            everybody.context().close();
        }
    }

    private static byte[] saved(Page page) throws IOException {
        var download = page.waitForDownload(() -> page.getByText("募集要項（令和8年度）").click());
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("募集要項.pdf");
        return Files.readAllBytes(download.path());
    }

    private void look(Page page, String path) {
        page.navigate(address(path));
        assertThat(page.locator("h1").first()).isVisible();
        Assertions.assertThat(Look.wideAndNarrow(
                        page, "call/" + path.replaceAll("[0-9a-f-]{36}", "one").replace('/', '-')))
                .isEmpty();
    }

    private CallId complete() {
        var today = LocalDate.now(clock);
        var id = draftCall.from(Template.LEVELS, "ひな形", secretary);
        put(id, "/title", "みんなで育てる協働事業");
        put(id, "/year", "2026");
        put(id, "/contact", "市民活動推進課（市役所2階）");
        put(id, "/opensOn", today.minusDays(1).toString());
        put(id, "/closesOn", today.plusDays(30).toString());
        put(id, "/publicationOn", today.plusDays(160).toString());
        put(id, "/projectFrom", today.plusYears(1).toString());
        put(id, "/projectTo", today.plusYears(2).toString());
        for (var i = 0; i < 3; i++) {
            var reviewer = people.add("委員 " + (i + 1), "イイン", null);
            panel.add(id, reviewer, secretary);
            if (i == 0) {
                panel.chair(id, reviewer, secretary);
            }
        }
        return id;
    }

    private void put(CallId id, String place, String typed) {
        var shown = calls.get(id).draft();
        revise.put(id, place, shown.within(place), shown.text(place), typed, secretary);
    }

    private PersonId member(String name, @org.jspecify.annotations.Nullable Office office) {
        var person = people.add(name, "テスト", Ids.next() + "@example.jp");
        passwords.change(person, PASSWORD);
        if (office != null) {
            offices.appoint(person, office, null, LocalDate.of(2020, 1, 1), null);
        }
        return person;
    }

    private Page signedIn(PersonId person, int width, String path) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("ja-JP"));
        var page = context.newPage();
        page.navigate(address(path));
        Chromium.signIn(page, people.mail(person).orElseThrow(), PASSWORD);
        assertThat(page.locator("h1").first()).isVisible();
        page.waitForURL("**/" + path);
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }
}
