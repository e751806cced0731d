package app.tomoni.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.TestDatabase;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Loads the demo city, which takes a call through the whole job, and reads what everyone may see in a real browser.
 *
 * <p>Pictures are left in {@code target/screens}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=test", "tomoni.data=target/demo-data", "tomoni.demo=true"})
@Import(TestDatabase.class)
class DemoCityTest {

    private static final Path PICTURES = Path.of("target", "screens");
    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void startBrowser() throws java.io.IOException {
        Files.createDirectories(PICTURES);
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-sync")));
    }

    private static Path chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the tests in a browser need Chromium or Chrome"));
    }

    @AfterAll
    static void stopBrowser() {
        playwright.close();
    }

    @Test
    void whatEveryoneMaySeeWorksWithoutScriptAndIsSmall() {
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setJavaScriptEnabled(false))) {
            var page = context.newPage();
            var seen = new LinkedHashSet<String>(List.of("/", "/how", "/results", "/receipts", "/sign-in"));
            for (var path : List.of("/", "/results")) {
                page.navigate(address(path));
                seen.addAll(linksIn(page, "main a"));
            }
            for (var path : seen) {
                var answer = page.navigate(address(path));
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.body().length).as(path).isLessThan(100_000);
                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
            }
            assertThat(context.cookies().stream().filter(cookie -> cookie.name.equals("JSESSIONID")))
                    .as("a session for a reader who never signed in")
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void publicPagesAreAccessible() {
        try (var context = context(1280)) {
            var page = context.newPage();
            var findings = new ArrayList<String>();
            for (var path : List.of("/", "/how", "/results", "/receipts", "/sign-in")) {
                page.navigate(address(path));
                look(page, "public" + path.replace('/', '-'), findings);
            }
            assertThat(findings).isEmpty();
        }
    }

    private static void look(Page page, String name, List<String> findings) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        var wide = (Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        if (wide > 1) {
            findings.add(name + " " + path(page) + ": " + wide + " px too wide");
        }
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            if (List.of("serious", "critical").contains(rule.getImpact())) {
                rule.getNodes().stream()
                        .limit(2)
                        .forEach(node -> findings.add(name + " " + path(page) + ": " + rule.getId() + " "
                                + node.getTarget() + " " + node.getHtml()));
            }
        }
    }

    private static List<String> linksIn(Page page, String selector) {
        @SuppressWarnings("unchecked")
        var links = (List<String>)
                page.locator(selector)
                        .evaluateAll(
                                "all => all.map(a => new URL(a.href, document.baseURI)).filter(u => u.origin === location.origin && !u.hash).map(u => u.pathname + u.search)");
        return links.stream()
                .filter(link -> !link.contains("sign-out")
                        && !link.matches(".*(/files?/|\\.json|\\.pdf|\\.csv|\\.ics|download).*"))
                .toList();
    }

    private static String path(Page page) {
        return java.net.URI.create(page.url()).getPath();
    }

    private BrowserContext context(int width) {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(width, 900));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
