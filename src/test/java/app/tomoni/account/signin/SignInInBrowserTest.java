package app.tomoni.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;

import app.tomoni.Chromium;
import app.tomoni.IntegrationTest;
import app.tomoni.Look;
import app.tomoni.account.City;
import app.tomoni.account.Departments;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.TestMailServer;
import app.tomoni.shared.Ids;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only a real browser can show about signing in and the administrator's screens. */
@IntegrationTest
class SignInInBrowserTest {

    private static final String PASSWORD = "minato-no-no-kokage-2026";
    private final Browser browser = Chromium.browser();

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Offices offices;

    @Autowired
    private Departments departments;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Sessions sessions;

    @Autowired
    private City city;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestMailServer server;

    private final String mail = "ichiro" + Ids.next() + "@example.jp";
    private PersonId administrator;
    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void leave() {
        server.set(false);
        browser.contexts().forEach(BrowserContext::close);
    }

    @BeforeEach
    void anAdministratorOfACity() {
        city.rename(new City.Names("みなと野市", "協働事業提案制度", "市民活動推進課", "内線 3210", "市協"));
        administrator = people.add("管理 一郎", "かんり いちろう", mail);
        passwords.change(administrator, PASSWORD);
        offices.appoint(administrator, Office.ADMINISTRATOR, null, LocalDate.now(), null);
    }

    private Page page(int width) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setLocale("ja-JP")
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(width, 900))
                .newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    private void signIn(Page page, String to) {
        page.navigate(to);
        page.getByLabel("メールアドレス").fill(mail);
        page.getByLabel("パスワード").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ログインする"))
                .click();
    }

    private void look(Page page, String name) {
        assertThat(Look.wideAndNarrow(page, name)).isEmpty();
    }

    @Test
    void thePagesAroundSigningInAreGoodForEveryone() {
        var person = people.add("招待 待子", "しょうたい まちこ", null);
        var code = invitations.byCode(new Invitations.Offer(person, Office.SECRETARIAT, null, LocalDate.now(), null));
        var page = page(1280);
        for (var path :
                new String[] {"/sign-in?expired", "/password/forgotten", "/invitation", "/letter", "/sign-out", "/error"
                }) {
            page.navigate(path);
            look(page, "page" + path.replaceAll("\\W+", "-"));
        }
        page.navigate("/invitation?token=" + code);
        look(page, "page-invitation-offer");
        page.navigate("/sign-in");
        page.getByLabel("メールアドレス").fill("nobody@example.jp");
        page.getByLabel("パスワード").fill("wrong password");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT)).containsText("メールアドレスかパスワードが違います");
        look(page, "page-sign-in-wrong");
    }

    @Test
    void theAdministratorsScreensAreGoodForEveryone() {
        departments.add("子育て支援課" + Ids.next(), "こそだてしえんか");
        var page = page(1280);
        signIn(page, "/people");
        for (var path : new String[] {
            "/people", "/people/" + administrator, "/departments", "/holidays", "/city", "/mails", "/my-account"
        }) {
            page.navigate(path);
            page.locator("h1").waitFor();
            look(page, "screen" + path.replace(administrator.toString(), "one").replaceAll("\\W+", "-"));
        }
        assertThat(complaints).as("what the browser refused or missed").isEmpty();
        page.navigate("/nothing-here");
        page.locator("h1").waitFor();
        look(page, "screen-nothing-here");
    }

    /** The browser reads an address from the root of the application on, also one that only names a place. */
    @Test
    void theSkipLinkStaysOnThePageAndLeadsToWhatItShows() {
        var page = page(1280);
        signIn(page, "/people/" + administrator);
        page.locator("#name input").fill("管理 一朗");

        page.locator("body").evaluate("() => document.activeElement.blur()");
        page.keyboard().press("Home");
        page.locator(".skip").focus();
        page.keyboard().press("Enter");

        page.waitForFunction("document.activeElement.id === 'main'");
        assertThat(page.url()).endsWith("/people/" + administrator);
        PlaywrightAssertions.assertThat(page.locator("#name input")).hasValue("管理 一朗");
        page.keyboard().press("Tab");
        assertThat((Boolean) page.evaluate("document.activeElement.closest('main') !== null"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 1280})
    void aCodeThatIsShownOnceIsInViewAndHasTheFocus(int width) {
        var forgetful = people.add("忘 花子", "ぼう はなこ", null);
        passwords.change(forgetful, PASSWORD);
        var page = page(width);
        signIn(page, "/people/" + forgetful);

        page.getByText("パスワードを決め直すコードを作る").click();

        var note = page.locator(".note:focus");
        PlaywrightAssertions.assertThat(note).containsText("ここにしか表示されません");
        PlaywrightAssertions.assertThat(note).isInViewport();
    }

    /** What is wider than its box, or ends beyond the window. */
    private static final String CUT = """
            () => [...document.querySelectorAll('main .tabs a, main td, main [slot=value]')]
                .filter(e => e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > innerWidth)
                .map(e => e.textContent)""";

    @ParameterizedTest
    @ValueSource(ints = {320, 375})
    void nothingIsCutOffOnANarrowPhone(int width) {
        offices.appoint(administrator, Office.SECRETARIAT, null, LocalDate.now(), null);
        var invited = people.add("招待 待子", "しょうたい まちこ", "machiko" + mail);
        invitations.byMail(new Invitations.Offer(invited, Office.APPROVER, null, LocalDate.now(), null));
        var page = page(width);
        signIn(page, "/mails");
        for (var path : new String[] {"/mails", "/inbox"}) {
            page.navigate(path);
            page.locator(".tabs a").first().waitFor();
            assertThat(Look.at(page, "screen-narrow" + path.replace('/', '-'))).isEmpty();
            assertThat((List<?>) page.evaluate(CUT)).as(path).isEmpty();
        }
    }

    @Test
    void whatIsNewIsCountedInTheHeadAndOpensWithOnePressOfMouseOrKey() {
        tell("password-changed", "/my-account", 5);
        tell("supplement-requested", "/city#city-programme", 10);
        tell("proposal-submitted", "/people", 20);
        var page = page(1280);
        signIn(page, "/people");
        var way = page.locator(".tools a[href='notices']");
        PlaywrightAssertions.assertThat(way).hasText("お知らせ3件");
        page.locator("h1").focus();
        page.keyboard().press("g");
        page.keyboard().press("n");
        page.waitForURL("**/notices");
        var lines = page.locator("main .lines li");
        PlaywrightAssertions.assertThat(lines).hasCount(3);
        for (var width : new int[] {320, 375, 768, 1280}) {
            page.setViewportSize(width, 900);
            look(page, "screen-notices");
            assertThat((List<?>) page.evaluate(CUT_IN_HEAD)).as("at " + width).isEmpty();
            if (width < 480) {
                assertThat((Double) page.evaluate(APART)).as("at " + width).isLessThan(22);
            }
        }

        lines.nth(0).locator("a").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/my-account");
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("自分の設定"); // its address comes before it
        PlaywrightAssertions.assertThat(way).hasText("お知らせ2件");
        page.goBack();
        PlaywrightAssertions.assertThat(lines.nth(0)).not().containsText("未読");
        lines.nth(1).locator("a").click();
        page.waitForURL("**/city#city-programme");
        page.waitForFunction("document.activeElement.closest('#city-programme') !== null");
        way.click();
        var other = page.context()
                .waitForPage(() ->
                        lines.nth(2).locator("a").click(new Locator.ClickOptions().setButton(MouseButton.MIDDLE)));
        other.waitForURL("**/people");
        PlaywrightAssertions.assertThat(lines.nth(2)).not().containsText("未読");
        PlaywrightAssertions.assertThat(other.locator(".tools a[href='notices']"))
                .hasText("お知らせ");
        PlaywrightAssertions.assertThat(way).hasText("お知らせ");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("未読はありません。");

        tell("outcome-released", "/people", 0);
        way.click();
        PlaywrightAssertions.assertThat(way).hasText("お知らせ1件");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("すべて既読にする"))
                .click();
        PlaywrightAssertions.assertThat(way).hasText("お知らせ");
        PlaywrightAssertions.assertThat(page.locator("h1")).isFocused();
        look(page, "screen-notices-read");
        assertThat(complaints).isEmpty();
    }

    private void tell(String template, String path, int minutesAgo) {
        jdbc.sql("""
                        INSERT INTO notice (id, idempotency_key, person_id, template, title, path, at)
                        VALUES (:id, :key, :person, :template, '協働事業の提案（秋の募集）', :path,
                                now() - :ago * interval '1 minute')""")
                .param("id", Ids.next())
                .param("key", "test:" + Ids.next())
                .param("person", administrator.value())
                .param("template", template)
                .param("path", path)
                .param("ago", minutesAgo)
                .update();
    }

    private static final String CUT_IN_HEAD = """
            () => [...document.querySelectorAll('.top .in > *, .top .tool')]
                .filter(e => e.getClientRects().length)
                .filter(e => e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > innerWidth)
                .map(e => e.outerHTML)""";

    /** How far the middle of the way to what is new lies from the middle of the menu's button. */
    private static final String APART = """
            () => {
              const middle = place => {
                const box = document.querySelector(place).getBoundingClientRect();
                return (box.top + box.bottom) / 2;
              };
              return Math.abs(middle('.menu-s') - middle(".tools a[href='notices']")) + 0.001;
            }""";

    @Test
    void anExpiredSessionLeadsBackToTheSamePageAndField() {
        var page = page(1280);
        signIn(page, "/city");
        page.getByLabel("市の名前").waitFor();
        page.getByLabel("制度の名前").click();

        sessions.endAll(administrator);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存する"))
                .click();

        page.waitForURL("**/sign-in?to=/city&expired");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("操作のない時間が続いたか");
        page.getByLabel("メールアドレス").fill(mail);
        page.getByLabel("パスワード").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/city");
        PlaywrightAssertions.assertThat(page.getByLabel("市の名前")).isVisible();
        page.waitForFunction("document.activeElement.closest('#city-programme') !== null");
    }

    @Test
    void whoseSessionTheServerDoesNotKnowSinceItWasStartedAnewIsToldSo() {
        var page = page(1280);
        signIn(page, "/city");
        page.getByLabel("市の名前").waitFor();
        var cookies = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .toList();
        cookies.forEach(cookie -> cookie.value = "0123456789ABCDEF0123456789ABCDEF");
        assertThat(cookies).isNotEmpty();
        page.context().addCookies(cookies);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存する"))
                .click();

        page.waitForURL("**/sign-in?to=/city&expired");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("システムが起動し直した");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/city", "/my-account"})
    void whatHasNotReachedTheServerOutlivesTheSessionButNotSigningOut(String path) {
        var page = page(1280);
        signIn(page, path);
        page.locator("h1").waitFor();
        page.evaluate("['tomoni-keep:a', 'tomoni-keep:b'].forEach(key => sessionStorage.setItem(key, 'typed'))");
        sessions.endAll(administrator);
        page.navigate(path);
        page.waitForURL("**/sign-in?to=" + path + "**");
        assertThat(kept(page)).isEqualTo(2);
        signIn(page, path);

        var everywhere = path.equals("/my-account");
        page.getByRole(
                        everywhere ? AriaRole.BUTTON : AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(everywhere ? "すべての端末でログアウトする" : "ログアウト"))
                .click();

        page.waitForURL("**/sign-out");
        assertThat(kept(page))
                .as("also before any answer of the server wipes it")
                .isZero();
    }

    @Test
    void aNewMailAddressIsConfirmedWhereverItsMailIsRead() {
        server.set(true);
        var next = "new-" + mail;
        var page = page(1280);
        signIn(page, "/my-account");
        page.getByLabel("新しいメールアドレス").fill(next);
        page.getByLabel("いまのパスワード（ご本人の確認）").fill(PASSWORD);
        page.getByText("確認のメールを受け取る").click();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("お手続きを受け付けました");
        var secret = await().until(
                        () -> jdbc.sql("SELECT secret FROM mail WHERE address = ?")
                                .param(next)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();

        var elsewhere = page(375);
        signIn(elsewhere, "/my-account?mail=" + secret);
        var confirm = elsewhere.getByText("このアドレスに変える");
        confirm.waitFor();
        look(elsewhere, "screen-my-account-confirm");
        confirm.click();

        PlaywrightAssertions.assertThat(elsewhere.locator("main")).containsText("メールアドレスを変えました");
        assertThat(people.mail(administrator)).contains(next);
    }

    private static int kept(Page page) {
        return (int) page.evaluate("Object.keys(sessionStorage).filter(key => /^tomoni-keep:/.test(key)).length");
    }

    @Test
    void whoseCookiesAreGoneIsToldThatTheyAreSignedOutAndLedBack() {
        var page = page(1280);
        signIn(page, "/city");
        page.getByLabel("市の名前").waitFor();
        page.context().clearCookies();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存する"))
                .click();

        var told = page.locator(".v-system-error");
        PlaywrightAssertions.assertThat(told).containsText("ログアウトされています");
        told.click();
        page.waitForURL("**/sign-in?to=/city**");
    }

    @Test
    void whatWasNotSavedBeforeAnOfficeEndedIsShownToWhoeverTypedIt() {
        var page = page(1280);
        signIn(page, "/city");
        page.locator("h1").waitFor();
        page.evaluate(
                "key => sessionStorage.setItem(key, JSON.stringify({value: '送れなかった文', base: '0'}))",
                "tomoni-keep:" + administrator + "|check:1|reason");

        page.navigate("/ended");

        PlaywrightAssertions.assertThat(page.locator("main")).containsText("送れなかった文");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("保存される前だった入力");
    }

    @Test
    void anOfficeThatHasEndedDoesNothingMoreOnAPageThatStandsOpen() {
        var page = page(1280);
        signIn(page, "/city");
        page.getByLabel("市の名前").fill("乗っ取られた市");

        var other = people.add("管理 次郎", "かんり じろう", null);
        offices.appoint(other, Office.ADMINISTRATOR, null, LocalDate.now(), null);
        offices.end(administrator, Office.ADMINISTRATOR, null);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存する"))
                .click();

        PlaywrightAssertions.assertThat(page.locator("main")).containsText("この画面は、もうお開きになれません");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("それまでに保存された内容");
        assertThat(city.names().name()).isEqualTo("みなと野市");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("自分の設定"))
                .click();
        PlaywrightAssertions.assertThat(page.locator("h1")).containsText("自分の設定");
    }

    @Test
    void aPasswordFieldIsAsHighAsTheOthersAndItsEyeInTheMiddle() {
        server.set(true);
        var page = page(1280);
        signIn(page, "/my-account");
        var line = page.locator("#new-mail").locator("[part~='input-field']").boundingBox();
        var secret =
                page.locator("#mail-password").locator("[part~='input-field']").boundingBox();
        var eye = page.locator("#mail-password vaadin-password-field-button").boundingBox();

        assertThat(secret.height).isCloseTo(line.height, offset(1.0));
        assertThat(eye.y + eye.height / 2).isCloseTo(secret.y + secret.height / 2, offset(1.5));
        assertThat(eye.height).isGreaterThanOrEqualTo(24);
        PlaywrightAssertions.assertThat(page).hasTitle("自分の設定｜ともに");
    }

    @Test
    void aLostConnectionIsSaidInWordsAndNotAsAStripOverTheTop() {
        var page = page(1280);
        signIn(page, "/my-account");
        page.locator("h1").waitFor();
        page.context().setOffline(true);

        var said = page.locator(".v-status-message");
        PlaywrightAssertions.assertThat(said).containsText("通信が切れているようです");
        PlaywrightAssertions.assertThat(said).isVisible();
        page.waitForCondition(() -> said.boundingBox().y > 700 && said.boundingBox().height > 24);
        page.context().setOffline(false);
    }
}
