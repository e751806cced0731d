package app.tomoni.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Browser;
import app.tomoni.IntegrationTest;
import app.tomoni.account.People;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@IntegrationTest
class ProtectionTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Passwords passwords;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private Browser browser;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aBrowser() {
        jdbc.sql("DELETE FROM sign_in_failure").update(); // guesses of other tests come from this machine as well
        browser = new Browser(port);
    }

    private Browser signedIn() {
        var mail = "taro" + System.nanoTime() + "@example.jp";
        passwords.change(people.add("鈴木 太郎", "すずき たろう", mail), "はしのうえでまちあわせる");
        browser.get("/sign-in");
        browser.post("/sign-in", "mail", mail, "password", "はしのうえでまちあわせる");
        return browser;
    }

    private static void assertProtected(Browser.Page page, String what) {
        assertThat(page.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).as(what).isEqualTo("same-origin");
        assertThat(page.header("X-Frame-Options")).as(what).isEqualTo("DENY");
        assertThat(page.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).as(what).contains("camera=()");
        assertThat(page.header("Content-Security-Policy"))
                .as(what)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("*");
        assertThat(page.header("Access-Control-Allow-Origin")).as(what).isEmpty();
    }

    /** Whatever handler a module adds is asked here as well. */
    @Test
    void everyPageIsProtectedInTheBrowser() {
        mapping.getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .map(pattern -> pattern.replaceAll("\\{[^}]+}", "x").replace("**", "x"))
                        .forEach(path -> assertProtected(browser.get(path), path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/password/forgotten", "/invitation", "/sign-out", "/error"})
    void aPageAroundSigningInRunsNoScriptAndIsKeptNowhere(String path) {
        var page = browser.get(path);

        assertProtected(page, path);
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo(SecurityConfiguration.PAGE_POLICY)
                .doesNotContain("script");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.body()).doesNotContain("<script", " style=", " onclick").contains("lang=\"ja\"");
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tomoni/tokens.css", "/tomoni/mark.svg", "/tomoni/pages.css"})
    void aFileOfAPageIsOpenToEveryone(String path) {
        var page = browser.get(path);

        assertThat(page.status()).isEqualTo(200);
        assertProtected(page, path);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void aScreenRunsOnlyScriptsThatCarryItsNonce() {
        var page = signedIn().get("/home");

        assertProtected(page, "/home");
        var policy = page.header("Content-Security-Policy");
        var nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);
        assertThat(nonce.find()).isTrue();
        assertThat(policy)
                .contains("'strict-dynamic'")
                .doesNotContain("script-src 'self'", "script-src 'unsafe-inline'");
        var scripts = Pattern.compile("<script[^>]*>").matcher(page.body());
        var count = 0;
        while (scripts.find()) {
            count++;
            assertThat(scripts.group()).contains("nonce=\"" + nonce.group(1) + "\"");
        }
        assertThat(count).isPositive();
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(browser.get("/home").header("Content-Security-Policy")).isNotEqualTo(policy);
    }

    /** Otherwise they are fetched one after the other, each a way to the server and back. */
    @Test
    void aScreenNamesTheScriptsOfItsFrameFromItsFirstLineOnAndEachOfThemIsThere() {
        var page = signedIn().get("/home");

        var nonce = Pattern.compile("'nonce-([^']+)'").matcher(page.header("Content-Security-Policy"));
        assertThat(nonce.find()).isTrue();
        var links = Jsoup.parse(page.body()).select("link[rel=modulepreload]");
        assertThat(links.eachAttr("href"))
                .anyMatch(module -> module.contains("/FlowClient-"))
                .anyMatch(module -> module.contains("/generated-flow-imports-"))
                .doesNotHaveDuplicates()
                .allSatisfy(module -> assertThat(
                                browser.get(module.replaceFirst("^\\.", "")).status())
                        .isEqualTo(200));
        assertThat(links).allSatisfy(link -> assertThat(link.attr("nonce")).isEqualTo(nonce.group(1)));
    }

    @Test
    void whatAScreenAsksAtTheRootReachesTheScreensAndNotThePublicPageThere() {
        var begun = signedIn().get("/?v-r=init&location=my-account&query=", "Accept", "*/*");

        assertThat(begun.header("Content-Type")).startsWith("application/json");
        assertThat(begun.body()).contains("uidl");
        assertThat(new Browser(port).get("/sign-in?v-r=init").header("Content-Security-Policy"))
                .isEqualTo(SecurityConfiguration.PAGE_POLICY);
    }

    @Test
    void cookiesOfASessionAreNotForScriptsOrOtherSites() {
        signedIn();
        var again = browser.post("/sign-in/demo", "key", "nobody");
        assertThat(again.status()).isEqualTo(302);
        assertThat(browser.cookies())
                .filteredOn(cookie -> cookie.getName().equals("JSESSIONID")
                        || cookie.getName().equals("XSRF-TOKEN"))
                .hasSize(2)
                .allMatch(java.net.HttpCookie::isHttpOnly);
    }

    @Test
    void anAnonymousVisitorLearnsNothingAboutWhichScreensExist() {
        assertThat(browser.get("/people").location()).isEqualTo("/sign-in?to=/people");
        assertThat(browser.get("/nothing/at/all").location()).isEqualTo("/sign-in?to=/nothing/at/all");
    }

    @Test
    void anAbsentPageIsCourteousAndCarriesItsStatus() {
        var page = browser.get("/first/x");

        assertThat(page.status()).isIn(302, 404);
        var absent = browser.get("/error");
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.body()).contains("見つからないか、見る権限がありません");
    }

    @Test
    void anAddressThatTheServerItselfRefusesIsAnsweredCourteously() {
        var page = browser.get("/receipts?number=" + "a".repeat(100_000));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("もう一度お試しください", "lang=\"ja\"").doesNotContain("HTTP Status", "Tomcat");
    }

    @Test
    void theDoorBeforeEveryHandlerIsClosedUnlessItSaysOtherwise() throws Exception {
        var silent = new Object() {
            @SuppressWarnings("unused") // found by reflection
            void page() {}
        };
        var open = new Object() {
            @AnonymousAllowed
            @SuppressWarnings("unused")
            void page() {}
        };

        assertThat(enter(silent)).isFalse();
        assertThat(enter(open)).isTrue();
    }

    @Autowired
    private PageEntry entry;

    private boolean enter(Object controller) throws Exception {
        var method = controller.getClass().getDeclaredMethod("page");
        return entry.preHandle(
                new MockHttpServletRequest(),
                new org.springframework.mock.web.MockHttpServletResponse(),
                new org.springframework.web.method.HandlerMethod(controller, method));
    }
}
