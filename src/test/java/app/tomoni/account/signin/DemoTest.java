package app.tomoni.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.Browser;
import app.tomoni.IntegrationTest;
import app.tomoni.account.DemoAccounts;
import app.tomoni.account.DemoMark;
import app.tomoni.account.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a real installation must never have in common with a demo. */
@IntegrationTest
class DemoTest {

    @LocalServerPort
    private int port;

    @Autowired
    private DemoMark mark;

    @Autowired
    private DemoAccounts accounts;

    @Autowired
    private People people;

    @Test
    void aRealInstallationHasNoDemoAccountsAndNoWayToAddThem() {
        var person = people.add("本物 太郎", "ほんもの たろう", null);

        assertThatThrownBy(() -> accounts.add("x", person, "x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(mark::make).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyBecomesADemoPersonInARealInstallation() {
        var browser = new Browser(port);
        assertThat(browser.get("/sign-in").body()).doesNotContain("お試し用の利用者", "見本です");

        assertThat(browser.post("/sign-in/demo", "key", "x").location()).isEqualTo("/sign-in");

        assertThat(browser.get("/home").location()).startsWith("/sign-in");
    }
}
