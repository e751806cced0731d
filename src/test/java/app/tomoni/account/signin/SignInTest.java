package app.tomoni.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Browser;
import app.tomoni.IntegrationTest;
import app.tomoni.TestClock;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@IntegrationTest
class SignInTest {

    private static final String PASSWORD = "みずうみのほとりで会う";
    private static final String LONG_ENOUGH = PASSWORD + "約束";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ChosenLanguage language;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;
    private String mail;
    private PersonId person;

    @BeforeEach
    void anAccount() {
        jdbc.sql("DELETE FROM sign_in_failure").update();
        mail = "hanako" + NUMBER.incrementAndGet() + "@example.jp";
        person = people.add("山田 花子", "やまだ はなこ", mail);
        passwords.change(person, LONG_ENOUGH);
        browser = new Browser(port);
    }

    @AfterEach
    void backToTheRealClock() {
        clock.reset();
    }

    private Browser.Page signIn(Browser browser, String mail, String password, String to) {
        browser.get("/sign-in");
        return browser.post("/sign-in", "mail", mail, "password", password, "to", to);
    }

    @Test
    void whoHasSignedInAlreadyIsNotAskedForThePasswordAgain() {
        signIn(browser, mail, LONG_ENOUGH, "/home");

        assertThat(browser.get("/sign-in").location()).isEqualTo("/home");
        assertThat(browser.get("/sign-in?to=/my-account").location()).isEqualTo("/my-account");
    }

    @Test
    void whatLanguageWasChosenInABrowserIsSpokenOnEveryPageOfIt() {
        assertThat(browser.get("/sign-in").body()).contains("ログイン").doesNotContain("Sign in");
        var answer = new MockHttpServletResponse();
        language.choose(Locale.ENGLISH, new MockHttpServletRequest(), answer);
        var chosen = answer.getCookie("language");

        var page = browser.get("/sign-in", "Cookie", chosen.getName() + "=" + chosen.getValue());

        assertThat(page.body()).contains("Sign in").doesNotContain("ログイン");
        assertThat(chosen.isHttpOnly()).isTrue();
        assertThat(browser.get("/sign-in", "Cookie", "language=xx").body()).contains("ログイン");
        signIn(browser, mail, LONG_ENOUGH, "/home");
        assertThat(browser.get("/home", "Cookie", chosen.getName() + "=" + chosen.getValue())
                        .body())
                .as("a screen, as it is read aloud")
                .contains("<html lang=\"en\"");
    }

    @Test
    void theRightPasswordLeadsToThePageThatWasAskedFor() {
        var asked = browser.get("/tasks/example?tab=2");
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.location()).isEqualTo("/sign-in?to=/tasks/example?tab%3D2");

        var page = signIn(browser, " " + mail.toUpperCase(Locale.ROOT), LONG_ENOUGH, "/tasks/example?tab=2");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location()).isEqualTo("/tasks/example?tab=2");
        assertThat(browser.get("/tasks/example").status()).isEqualTo(200);
    }

    @Test
    void aReturnAddressElsewhereLeadsHome() {
        for (var elsewhere : new String[] {
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "javascript:alert(1)",
            "/%09//evil.example",
            "\\\\evil.example",
            "/sign-out",
            "",
            "/a\r\nSet-Cookie: x=1",
            "/%5cevil.example"
        }) {
            assertThat(signIn(new Browser(port), mail, LONG_ENOUGH, elsewhere).location())
                    .as(elsewhere)
                    .isEqualTo("/home");
        }
    }

    @Test
    void aSessionPreparedByAnotherIsNotContinued() {
        signIn(browser, mail, LONG_ENOUGH, "/home");
        var before = browser.cookie("JSESSIONID");

        signIn(browser, mail, LONG_ENOUGH, "/home");

        assertThat(browser.cookie("JSESSIONID")).isPresent().isNotEqualTo(before);
    }

    @Test
    void anUnknownAccountIsAnsweredLikeAWrongPassword() {
        var wrong = signIn(browser, mail, "this is not the password", "/home");
        var unknown = signIn(new Browser(port), "nobody@example.jp", "this is not the password", "/home");

        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(plain(wrong.body(), mail)).isEqualTo(plain(unknown.body(), "nobody@example.jp"));
        assertThat(wrong.body()).contains("メールアドレスかパスワードが違います").contains(mail);
    }

    private static String plain(String body, String mail) {
        return body.replace(mail, "MAIL").replaceAll("value=\"[^\"]{30,}\"", "TOKEN");
    }

    @Test
    void afterSomeFailuresTheNextAttemptHasToWaitWhetherOrNotTheAccountExists() {
        clock.stopAt(clock.instant());
        for (var who : new String[] {mail, "nobody-at-all@example.jp"}) {
            var attacker = new Browser(port);
            for (var i = 0; i < 5; i++) {
                assertThat(signIn(attacker, who, "guess number " + i, "/home").status())
                        .isEqualTo(422);
            }
            var waiting = signIn(attacker, who, "guess number 6", "/home");

            assertThat(waiting.status()).as(who).isEqualTo(429);
            assertThat(waiting.body()).contains("あと2秒お待ちください");
            assertThat(waiting.header("Retry-After")).isEqualTo("2");
        }
    }

    @Test
    void evenTheRightPasswordWaitsAndThenOpens() {
        clock.stopAt(clock.instant());
        for (var i = 0; i < 5; i++) {
            signIn(browser, mail, "guess number " + i, "/home");
        }
        assertThat(signIn(browser, mail, LONG_ENOUGH, "/home").status()).isEqualTo(429);

        clock.advance(Duration.ofSeconds(2));

        assertThat(signIn(browser, mail, LONG_ENOUGH, "/home").status()).isEqualTo(302);
    }

    @Test
    void theWaitGrowsAndEndsAtAQuarterOfAnHour() {
        clock.stopAt(clock.instant());
        var waits = new java.util.ArrayList<Integer>();
        for (var i = 0; i < 18; i++) {
            var page = signIn(browser, mail, "guess number " + i, "/home");
            if (page.status() == 429) {
                var wait = Integer.parseInt(page.header("Retry-After"));
                waits.add(wait);
                clock.advance(Duration.ofSeconds(wait));
            }
        }

        assertThat(waits).startsWith(2, 4, 8).isSorted().allMatch(seconds -> seconds <= 900);
    }

    @Test
    void nobodyCanKeepTheOwnerOutOfABrowserTheOwnerUsesAlready() {
        clock.stopAt(clock.instant());
        var own = new Browser(port);
        signIn(own, mail, LONG_ENOUGH, "/home");
        own.get("/sign-out");
        own.post("/sign-out");
        for (var i = 0; i < 12; i++) {
            signIn(browser, mail, "guess number " + i, "/home");
        }

        assertThat(signIn(browser, mail, LONG_ENOUGH, "/home").status()).isEqualTo(429);
        assertThat(signIn(own, mail, LONG_ENOUGH, "/home").status()).isEqualTo(302);
    }

    @Test
    void aCityHallBehindOneAddressIsNotShutOutByWhatItsPeopleMistypeOverTheDay() {
        clock.stopAt(clock.instant());
        for (var i = 0; i < 40; i++) {
            signIn(new Browser(port), "colleague" + i + "@example.jp", "mistyped", "/home");
            clock.advance(Duration.ofSeconds(150));
        }

        assertThat(signIn(new Browser(port), "one-more@example.jp", "mistyped", "/home")
                        .status())
                .isEqualTo(422);
        assertThat(signIn(browser, mail, LONG_ENOUGH, "/home").status()).isEqualTo(302);
    }

    @Test
    void anAddressThatTriesOneAccountAfterTheOtherHasToWait() {
        clock.stopAt(clock.instant());
        for (var i = 0; i < 31; i++) {
            assertThat(signIn(new Browser(port), "victim" + i + "@example.jp", "guess", "/home")
                            .status())
                    .isEqualTo(422);
            clock.advance(Duration.ofMillis(500));
        }

        assertThat(signIn(new Browser(port), "victim@example.jp", "guess", "/home")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void manyGuessesAtOnceGetNoFurtherThanOneAfterTheOther() throws Exception {
        clock.stopAt(clock.instant());
        browser.get("/sign-in");
        var through = new AtomicInteger();
        var threads = new java.util.ArrayList<Thread>();
        for (var i = 0; i < 16; i++) {
            var guess = "guess number " + i;
            threads.add(Thread.ofVirtual().start(() -> {
                if (browser.post("/sign-in", "mail", mail, "password", guess).status() == 422) {
                    through.incrementAndGet();
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(through.get()).isEqualTo(5);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var page = browser.post("/sign-in", "mail", mail, "password", LONG_ENOUGH);

        assertThat(page.status()).isIn(403, 404);
        assertThat(browser.get("/home").location()).startsWith("/sign-in");
    }

    @Test
    void signingOutEverywhereEndsTheSessionsOfOtherBrowsersAtTheirNextRequest() {
        var other = new Browser(port);
        signIn(other, mail, LONG_ENOUGH, "/home");
        signIn(browser, mail, LONG_ENOUGH, "/home");
        browser.get("/sign-out");

        browser.post("/sign-out", "everywhere", "true");

        assertThat(browser.get("/home").location()).isEqualTo("/sign-in?to=/home");
        assertThat(other.get("/calls-of-mine").location()).isEqualTo("/sign-in?to=/calls-of-mine&expired");
    }

    @Test
    void aSessionThatTheServerDoesNotKnowSinceItWasStartedAnewIsSaidToHaveEnded() {
        var page = browser.get("/calls-of-mine", "Cookie", "JSESSIONID=0123456789ABCDEF0123456789ABCDEF");

        assertThat(page.location()).isEqualTo("/sign-in?to=/calls-of-mine&expired");
        assertThat(browser.get(page.location()).body()).contains("ログアウトされています", "システムが起動し直した");
    }

    @Test
    void aNewPasswordEndsTheSessionsBegunWithTheOldOne() {
        signIn(browser, mail, LONG_ENOUGH, "/home");

        passwords.change(person, LONG_ENOUGH + "二");

        assertThat(browser.get("/home").location()).contains("expired");
        assertThat(signIn(browser, mail, LONG_ENOUGH, "/home").status()).isEqualTo(422);
    }

    @Test
    void anExpiredSessionIsSaidInWordsAndLeadsBack() {
        signIn(browser, mail, LONG_ENOUGH, "/home");
        sessions.endAll(person);

        var page = browser.get(browser.get("/proposals/1").location());

        assertThat(page.body())
                .contains("操作のない時間が続いたか、アカウントまたはパスワードが変わったか、システムが起動し直したためです", "このブラウザーに残っています")
                .contains("value=\"/proposals/1\"");
    }

    @Test
    void theMailAddressIsNotInAnyAddressOfAPage() {
        var wrong = signIn(browser, mail, "this is not the password", "/home");

        assertThat(wrong.response().uri().toString()).doesNotContain("hanako");
    }
}
