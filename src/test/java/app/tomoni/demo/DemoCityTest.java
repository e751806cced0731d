package app.tomoni.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Chromium;
import app.tomoni.Listeners;
import app.tomoni.Look;
import app.tomoni.TestDatabase;
import app.tomoni.shared.Json;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Walks through the demo city in a real browser as each of its people, on a desktop and on a phone.
 *
 * <p>Every page that the menus and lists lead to is looked at by axe.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=test",
            "tomoni.data=target/demo-data",
            "tomoni.demo=true",
            "tomoni.decision.poll=1s" // so that one would come while the city lives through its past, as on a slow
            // machine
        })
@Import({TestDatabase.class, Listeners.class})
class DemoCityTest {

    private static final int PAGES_A_PERSON = 14;
    private static final int DESKTOP = 1280;
    private static final int PHONE = 375;
    private static final int HEIGHT = 900;
    /** Walked through once, not once a person. */
    private static final String PUBLIC = "/(guidelines/|results|how|receipts|sign-in|password|invitation).*";

    /** Kinds of pages that axe has looked at, whoever they were shown to. */
    private static final Set<String> KINDS = new HashSet<>();

    private final Browser browser = Chromium.browser();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Listeners listeners;

    @Autowired
    private MessageSource translations;

    @Test
    void whatEveryoneMaySeeWorksWithoutScriptAndIsSmall() {
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setJavaScriptEnabled(false))) {
            var page = context.newPage();
            var seen = new LinkedHashSet<String>(
                    List.of("/", "/how", "/results", "/find", "/find?q=市", "/receipts", "/sign-in"));
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
    void thePapersOfCallsAndProposalsCanBeRead() {
        var call = jdbc.sql("SELECT id FROM call_for_proposals WHERE title LIKE '%秋の募集%'")
                .query(String.class)
                .single();
        try (var context = context(PHONE)) {
            var page = context.newPage();
            page.navigate(address("/guidelines/" + call));
            var guideline = page.request()
                    .get(address(page.locator("a[href*='/files/']").getAttribute("href")));
            assertThat(text(guideline.body())).contains("募集要項", "対等な立場で", "架空の市の見本です");
        }
        assertThat(jdbc.sql("SELECT DISTINCT name FROM stored_file WHERE name IN ('募集要項.pdf', '規約.pdf')")
                        .query(String.class)
                        .list())
                .hasSize(2);
    }

    @Test
    void eachProposalSpeaksOfWhatItsTitleNames() {
        var written = jdbc.sql("SELECT convert_from(bytes, 'UTF8') FROM revision")
                .query(String.class)
                .list();

        assertThat(written).hasSize(13);
        assertThat(written)
                .filteredOn(text -> text.contains("放課後の居場所「こかげ」を3地区に広げる"))
                .singleElement()
                .matches(text -> text.contains("水曜と土曜の午後に集会所をひらきます"));
        for (var field : List.of("currentIssue", "purpose", "activities", "synergy", "outcomes", "budget")) {
            assertThat(written)
                    .extracting(text -> Json.parse(text).findValue(field).toString())
                    .as(field)
                    .doesNotContain("null", "")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void callsHaveOpenedAtTheTimeThatTheyName() {
        assertThat(jdbc.sql("""
                        SELECT date_trunc('minute', e.happened_at) = c.opens_at FROM case_event e
                        JOIN call_for_proposals c ON c.id = e.case_key WHERE e.kind = 'callOpened'""").query(Boolean.class).list()).hasSize(3).containsOnly(true);
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoMovesUpIsWrittenToOnTheSameDayAndNoLetterStaysBehind() {
        listeners.haveHeard();

        assertThat(jdbc.sql("""
                        SELECT addressee FROM letter JOIN offer USING (proposal_id)
                        WHERE kind = 'OFFER' AND made_at::date = dated AND posted_at::date = dated
                        ORDER BY document_number""").query(String.class).list()).containsExactly("竹のわ 実行委員会", "よみきかせの輪");
        assertThat(jdbc.sql("SELECT document_number FROM letter WHERE posted_at IS NULL AND opened_at IS NULL")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(jdbc.sql("SELECT title FROM open_task WHERE kind = 'sendOffer'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void oneGroupReceivesItsLettersByMailAndHasOpenedThem() {
        assertThat(jdbc.sql("SELECT addressee FROM letter WHERE delivery = 'MAIL' AND opened_at IS NOT NULL")
                        .query(String.class)
                        .list())
                .containsExactly("みなとの居場所づくりの会");
    }

    @Test
    void aScoredCallWaitsForTheCommitteeAndIsNotLate() {
        assertThat(jdbc.sql("SELECT title FROM open_task WHERE kind = 'recommendProjects' AND due_at > now()")
                        .query(String.class)
                        .list())
                .containsExactly("協働事業の提案（夏の募集）");
    }

    @Test
    void whatPeopleWereToldStandsThereWithItsDayAndWhatIsOldHasBeenRead() {
        listeners.haveHeard();

        assertThat(jdbc.sql("SELECT DISTINCT template FROM notice")
                        .query(String.class)
                        .list())
                .contains("proposal-submitted", "proposal-checked", "supplement-requested", "outcome-released");
        assertThat(jdbc.sql("SELECT count(*) FROM notice WHERE at < now() - interval '100 days'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM notice WHERE read_at IS NULL GROUP BY person_id ORDER BY count(*) DESC")
                        .query(Integer.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(unread -> assertThat(unread).isLessThan(5));
    }

    @Test
    void everyEventIsToldInASentence() {
        var kinds = jdbc.sql("SELECT DISTINCT kind FROM case_event")
                .query(String.class)
                .list();

        assertThat(kinds)
                .hasSizeGreaterThan(20)
                .allSatisfy(kind -> assertThat(
                                translations.getMessage("process.event." + kind, null, null, Locale.JAPANESE))
                        .as(kind)
                        .isNotNull());
    }

    @Test
    void whatPeopleDidIsRecordedAsTheirDoing() {
        assertThat(jdbc.sql("""
                        SELECT DISTINCT kind FROM case_event WHERE person_id IS NULL
                          AND kind IN ('callDrafted', 'callPutForward', 'callApproved', 'panelAppointed')""").query(String.class).list()).isEmpty();
    }

    @Test
    void publicPagesAreAccessible() {
        try (var context = context(DESKTOP)) {
            var page = context.newPage();
            var findings = new ArrayList<String>();
            for (var path : List.of("/", "/how", "/results", "/find?q=会", "/find?q=無い", "/receipts", "/sign-in")) {
                page.navigate(address(path));
                look(page, "public" + path.replaceAll("\\W+", "-"), findings);
            }
            assertThat(findings).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secretariat",
                "approver",
                "administrator",
                "auditor",
                "department",
                "designer",
                "chair",
                "reviewer1",
                "reviewer2",
                "ibasho",
                "ibasho-viewer",
                "daidokoro"
            })
    void everyPersonFindsTheirPagesInOrder(String key) {
        var findings = new ArrayList<String>();
        try (var context = context(DESKTOP)) {
            var page = context.newPage();
            enter(page, key);
            var looked = new HashSet<String>();
            var waiting = new ArrayDeque<>(List.of(path(page)));
            waiting.addAll(linksIn(page, "nav.side a"));
            while (!waiting.isEmpty() && looked.size() < PAGES_A_PERSON) {
                var next = waiting.remove();
                if (!looked.add(shape(next))) {
                    continue;
                }
                page.setViewportSize(DESKTOP, HEIGHT);
                go(page, next);
                if (absent().contains(page.locator("h1").first().innerText())) {
                    findings.add(next + " leads nowhere");
                    continue;
                }
                var name = key + "-%02d".formatted(looked.size());
                look(page, name, findings);
                linksIn(page, "main a").stream()
                        .filter(link -> !link.matches(PUBLIC))
                        .forEach(waiting::add);
                page.setViewportSize(PHONE, HEIGHT);
                settle(page);
                look(page, name, findings);
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void theKeysOfEachScreenStandInAListThatAKeyOpens() {
        var findings = new ArrayList<String>();
        try (var context = context(DESKTOP)) {
            var page = context.newPage();
            var list = page.locator("vaadin-dialog");
            enter(page, "secretariat");
            for (var path : List.of("/calls", "/selections", "/inbox")) {
                go(page, path);
                page.locator("h1").focus();
                page.keyboard().press("?");
                PlaywrightAssertions.assertThat(
                                list.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("キー操作の一覧")))
                        .isVisible();
                PlaywrightAssertions.assertThat(list.locator("h3"))
                        .hasText(path.equals("/inbox") ? new String[] {"この画面で", "どの画面でも"} : new String[] {"どの画面でも"});
                PlaywrightAssertions.assertThat(list.locator("dt"))
                        .containsText(new String[] {"g のあとに h", "g のあとに i", "g のあとに c", "?"});
                findings.addAll(Look.at(page, "keys" + path.replace('/', '-')));
                page.keyboard().press("Escape");
                PlaywrightAssertions.assertThat(list).hasCount(0);
                PlaywrightAssertions.assertThat(page.locator("h1")).isFocused();
            }
            page.keyboard().press("g");
            page.keyboard().press("c");
            page.waitForURL("**/calls");
            settle(page);
            page.keyboard().press("g");
            page.keyboard().press("i");
            page.waitForURL("**/inbox");
            settle(page);
            page.keyboard().press("/");
            page.keyboard().type("?gc");
            var words = page.locator("#inbox-words input");
            PlaywrightAssertions.assertThat(words).hasValue("?gc");
            page.waitForURL("**/inbox?words=*");
            settle(page);
            page.keyboard().type("8");
            PlaywrightAssertions.assertThat(words).hasValue("?gc8"); // who pauses to think goes on typing
            PlaywrightAssertions.assertThat(words).isFocused();
            PlaywrightAssertions.assertThat(list).hasCount(0);
            assertThat(path(page)).isEqualTo("/inbox");

            page.locator(".side-keys").click();
            switchOfKeys(page).uncheck();
            close(page);
            page.reload();
            settle(page);
            page.locator("h1").focus();
            page.keyboard().press("?");
            page.locator(".side-keys").click(); // would lie behind the list that the key opens
            PlaywrightAssertions.assertThat(switchOfKeys(page)).not().isChecked();
            switchOfKeys(page).check();
            close(page);
            page.locator("h1").focus();
            page.keyboard().press("?");
            PlaywrightAssertions.assertThat(switchOfKeys(page)).isChecked();
        }
        try (var context = context(PHONE)) {
            var page = context.newPage();
            enter(page, "ibasho");
            page.locator("h1").focus();
            page.keyboard().press("?");
            page.locator(".menu-s").click();
            page.locator(".side-keys").click();
            PlaywrightAssertions.assertThat(switchOfKeys(page)).not().isChecked();
            findings.addAll(Look.at(page, "keys-group"));
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void whoGoesBackToTheSignInAfterAnExpiredSessionIsLedOn() {
        try (var context = context(DESKTOP)) {
            var page = context.newPage();
            enter(page, "ibasho");

            page.navigate(address("/sign-in?to=%2Fproposals&expired"));
            page.waitForURL("**/proposals");

            page.navigate(address("/sign-in"));
            PlaywrightAssertions.assertThat(page.locator("form input[value='ibasho']"))
                    .hasCount(1);
        }
    }

    private static Locator switchOfKeys(Page page) {
        return page.getByLabel("文字キーでの操作を使う");
    }

    private static void close(Page page) {
        page.getByText("閉じる", new Page.GetByTextOptions().setExact(true)).click();
        PlaywrightAssertions.assertThat(page.locator("vaadin-dialog")).hasCount(0);
    }

    /** Pages of one kind look alike: one of each is enough. */
    private static String shape(String address) {
        return address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*").replaceAll("\\?.*", "");
    }

    private void enter(Page page, String key) {
        page.navigate(address("/sign-in"));
        page.locator("form:has(input[value='" + key + "']) button").click();
        settle(page);
    }

    /** As a link leads there: the page changes, the application in the browser stays. */
    private void go(Page page, String path) {
        if (Set.of("/", "/home").contains(path)) { // the one is written by the server, the other leads on
            page.navigate(address(path));
        } else if (!path.equals(path(page))) {
            page.evaluate("""
                    path => {
                      document.querySelectorAll('h1').forEach(left => left.dataset.left = '');
                      const link = document.createElement('a');
                      link.href = path;
                      document.body.append(link);
                      link.click();
                      link.remove();
                    }""", path);
            page.locator("h1:not([data-left])").first().waitFor();
        }
        settle(page);
    }

    private List<String> absent() {
        return Stream.of("shared.absent.title", "shared.absent.task.title")
                .map(key -> translations.getMessage(key, null, Locale.JAPANESE))
                .toList();
    }

    private static void settle(Page page) {
        page.waitForFunction(
                "() => !window.Vaadin || !window.Vaadin.Flow || !Object.values(window.Vaadin.Flow.clients || {}).some(c => c.isActive && c.isActive())");
        page.locator("h1").first().waitFor();
    }

    private static void look(Page page, String name, List<String> findings) {
        var kind = shape(path(page)) + page.viewportSize().width;
        (KINDS.add(kind) ? Look.at(page, name) : Look.outline(page, name))
                .forEach(finding -> findings.add(path(page) + " " + finding));
    }

    private static List<String> linksIn(Page page, String selector) {
        @SuppressWarnings("unchecked")
        var links = (List<String>)
                page.locator(selector)
                        .evaluateAll(
                                "all => all.map(a => new URL(a.href, document.baseURI)).filter(u => u.origin === location.origin && !u.hash).map(u => u.pathname + u.search)");
        return links.stream()
                .filter(link -> !link.contains("sign-out")
                        && !link.matches(".*(/VAADIN/|/files?/|\\.json|\\.pdf|\\.csv|\\.ics|download).*"))
                .toList();
    }

    private static String path(Page page) {
        return java.net.URI.create(page.url()).getPath();
    }

    private BrowserContext context(int width) {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(width, HEIGHT));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
