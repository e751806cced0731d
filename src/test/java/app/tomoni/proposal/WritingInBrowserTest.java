package app.tomoni.proposal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Chromium;
import app.tomoni.IntegrationTest;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.signin.Passwords;
import app.tomoni.form.WorkingCopies;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.session.StandardSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Two people at one draft, each in a browser of their own. */
@IntegrationTest
@OnProposalModel
class WritingInBrowserTest {

    private static final String PASSWORD = "minato-no-no-kokage-2026";
    private static final Pattern CALLS = Pattern.compile(".*v-r=uidl.*");

    @LocalServerPort
    private int port;

    @Autowired
    private ServletWebServerApplicationContext application;

    @Autowired
    private Fixture fixture;

    @Autowired
    private People people;

    @Autowired
    private Passwords passwords;

    @Autowired
    private WorkingCopies copies;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private ProposalId draft;
    private PersonId sato;
    private Page page;

    @BeforeEach
    void aDraftIsOpen() {
        var yamada = fixture.person("山田 花");
        sato = fixture.person("佐藤 海");
        var group = fixture.group("みなとの居場所づくりの会", yamada);
        fixture.member(group, sato, Office.GROUP_EDITOR);
        draft = fixture.draft(fixture.openCall(), group, yamada);
        page = writing(yamada);
    }

    @AfterEach
    void leave() {
        contexts.forEach(BrowserContext::close);
    }

    @Test
    void eachSeesWhatTheOtherWritesAndWhoIsWritingAndNobodyIsDisturbed() {
        var other = writing(sato);
        area(page, "purpose").pressSequentially("山田が書いている");
        page.waitForCondition(() -> kept("purpose").equals("山田が書いている"));

        area(other, "currentIssue").pressSequentially("佐藤が書いた課題");

        assertThat(area(page, "currentIssue")).hasValue("佐藤が書いた課題");
        assertThat(page.locator("main")).containsText("佐藤 海さんが「");
        assertThat(area(page, "purpose")).isFocused();
        assertThat(area(other, "purpose")).hasValue("山田が書いている");
        assertThat(other.locator("main")).containsText("山田 花さんが「");
    }

    @Test
    void whatIsTypedAndNotSavedStaysWhileOtherFieldsFillAndAChoiceFollowsWhereBothWrote() {
        fixture.write(draft, "purpose", "はじめの文", sato);
        assertThat(area(page, "purpose")).hasValue("はじめの文");
        area(page, "purpose").focus();
        page.keyboard().press("End");
        page.waitForResponse(CALLS, () -> {});
        fixture.write(draft, "purpose", "佐藤が直した文", sato);
        fixture.write(draft, "currentIssue", "佐藤が書いた課題", sato);

        assertThat(area(page, "currentIssue")).hasValue("佐藤が書いた課題");
        assertThat(area(page, "purpose")).hasValue("はじめの文");
        page.keyboard().type("に足す");

        assertThat(page.locator("#f-purpose")).containsText("佐藤 海さんが同じ欄を保存しました");
        assertThat(area(page, "purpose")).hasValue("はじめの文に足す");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("自分の文"))
                .click();
        page.waitForCondition(() -> kept("purpose").equals("はじめの文に足す"));
    }

    @Test
    void whoBeginsToTypeWhileTheOthersTextIsOnItsWayLosesNothingAndChooses() {
        var held = new ArrayList<Answer>();
        page.route(CALLS, call -> {
            var answer = call.fetch();
            if (answer.text().contains("佐藤の文")) {
                held.add(new Answer(call, answer));
            } else {
                call.fulfill(new Route.FulfillOptions().setResponse(answer));
            }
        });
        fixture.write(draft, "purpose", "佐藤の文", sato);
        page.waitForCondition(() -> !held.isEmpty());
        area(page, "purpose").pressSequentially("山田の文");

        page.unroute(CALLS);
        held.forEach(answer -> answer.call().fulfill(new Route.FulfillOptions().setResponse(answer.response())));

        assertThat(page.locator("#f-purpose")).containsText("佐藤 海さんが同じ欄を保存しました");
        assertThat(area(page, "purpose")).hasValue("山田の文");
        assertThat(kept("purpose")).isEqualTo("佐藤の文");
    }

    @Test
    void theSkipLinkKeepsWhatIsTypedAndStaysInTheDraft() {
        area(page, "purpose").fill("途中の文");
        page.locator(".skip").focus();
        page.keyboard().press("Enter");

        page.waitForFunction("document.activeElement.id === 'main'");
        assertThat(page.url()).contains("/" + draft + "/write");
        assertThat(area(page, "purpose")).hasValue("途中の文");
        page.waitForCondition(() -> kept("purpose").equals("途中の文"));
    }

    private record Answer(Route call, APIResponse response) {}

    @Test
    void whatThePageAsksByItselfPutsOffNoEndOfTheSession() throws IOException {
        area(page, "purpose").pressSequentially("席を立つ前の文");
        page.waitForCondition(() -> kept("purpose").equals("席を立つ前の文"));
        fixture.write(draft, "currentIssue", "佐藤が書いた課題", sato);
        page.waitForResponse(CALLS, () -> {});
        var session = session();
        var before = lastRequest(session);
        page.waitForResponse(CALLS, () -> {});
        page.waitForResponse(CALLS, () -> {});
        assertThat(lastRequest(session)).isEqualTo(before);

        session.accessSynchronously(() -> session.setLastRequestTimestamp(
                System.currentTimeMillis() - Duration.ofMinutes(31).toMillis()));

        page.waitForURL(Pattern.compile("^[^?]*/sign-in\\?.*expired.*"));
    }

    private static long lastRequest(VaadinSession session) {
        session.lock();
        try {
            return session.getLastRequestTimestamp();
        } finally {
            session.unlock();
        }
    }

    private VaadinSession session() throws IOException {
        var cookie = page.context().cookies().stream()
                .filter(each -> each.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
        var server = ((TomcatWebServer) application.getWebServer()).getTomcat();
        var served = (Context) server.getHost().findChildren()[0];
        var session = (StandardSession) served.getManager().findSession(cookie.value);
        return VaadinSession.getAllSessions(session.getSession()).iterator().next();
    }

    private Page writing(PersonId person) {
        people.giveMail(person, person + "@example.jp");
        passwords.change(person, PASSWORD);
        var context = Chromium.browser().newContext(new Browser.NewContextOptions().setLocale("ja-JP"));
        contexts.add(context);
        var opened = context.newPage();
        opened.navigate("http://localhost:" + port + "/" + ProposalNavigation.write(draft, "issue", "fields"));
        Chromium.signIn(opened, person + "@example.jp", PASSWORD);
        assertThat(area(opened, "purpose")).isVisible();
        return opened;
    }

    private static Locator area(Page page, String field) {
        return page.locator("#f-" + field + " textarea");
    }

    private String kept(String field) {
        var now = copies.open(Drafts.subject(draft)).get(field);
        return now == null ? "" : now.value();
    }
}
