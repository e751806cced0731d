package app.tomoni.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Browser;
import app.tomoni.IntegrationTest;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** On an installation of its own, because it happens once. */
@IntegrationTest
@TestPropertySource(properties = "tomoni.address=https://kyodo.example.jp/")
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

    private static final String PASSWORD = "なみのおとがきこえるまど";

    @LocalServerPort
    private int port;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private Offices offices;

    @Autowired
    private People people;

    @Test
    void theCodeOnTheConsoleMakesTheFirstAdministratorOnce(CapturedOutput console) {
        first.announce();
        var code = Pattern.compile("([A-Z2-9]{4}(?:-[A-Z2-9]{4}){3})").matcher(console.getAll());
        String latest = "";
        while (code.find()) {
            latest = code.group(1);
        }
        assertThat(console.getAll()).contains("https://kyodo.example.jp/first");
        var browser = new Browser(port);
        for (var page : List.of("/", "/sign-in")) {
            assertThat(browser.get(page).body()).as(page).contains("まだ管理者がいません", "href=\"/first\"");
        }
        assertThat(browser.get("/first").status()).isEqualTo(200);
        assertThat(browser.post("/first", "code", latest, "name", " ", "mail", "hajime", "password", "short")
                        .body())
                .as("all at once")
                .contains("氏名を入力してください", "フリガナを入力してください", "「名前@例.jp」の形", "12文字以上", "aria-invalid=\"true\"")
                .doesNotContain("コードが違います");

        var wrong = make(browser, "AAAA-BBBB-CCCC-DDDD", PASSWORD);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("コードが違います", "パスワードは画面に残していません", "管理 始", "hajime@example.jp")
                .doesNotContain(PASSWORD);
        var weak = make(browser, latest, "short");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body()).contains("12文字以上");
        assertThat(people.withMail("hajime@example.jp"))
                .as("nothing is half made")
                .isEmpty();

        var made = make(browser, latest.toLowerCase(java.util.Locale.ROOT), PASSWORD);

        assertThat(made.location()).isEqualTo("/city");
        assertThat(browser.get("/city").status()).isEqualTo(200);
        for (var page : List.of("/", "/sign-in")) {
            assertThat(new Browser(port).get(page).body()).as(page).doesNotContain("/first");
        }
        assertThat(offices.holders(Office.ADMINISTRATOR, null))
                .containsExactly(people.withMail("hajime@example.jp").orElseThrow());
        assertThat(new Browser(port).get("/first").status()).isEqualTo(404);
        assertThat(make(browser, latest, PASSWORD).status()).isEqualTo(404);
    }

    private static Browser.Page make(Browser browser, String code, String password) {
        return browser.post(
                "/first",
                "code",
                code,
                "name",
                "管理 始",
                "kana",
                "かんり はじめ",
                "mail",
                "hajime@example.jp",
                "password",
                password);
    }
}
