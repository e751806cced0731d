package app.tomoni.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Browser;
import app.tomoni.IntegrationTest;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Ids;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class LetterPagesTest {

    private static final String PASSWORD = "かわのほとりでまつひとり";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Offices offices;

    @Autowired
    private RegisterOrganisation register;

    @Autowired
    private Ties ties;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Organisations organisations;

    @Autowired
    private JdbcClient jdbc;

    private final String name = "手紙 読子" + Ids.next().toString().substring(24);
    private final String mail = "yomiko" + Ids.next() + "@example.jp";
    private Browser browser;
    private PersonId secretary;
    private OrganisationId group;
    private String code;

    @BeforeEach
    void aLetterToAGroup() {
        jdbc.sql("DELETE FROM sign_in_failure").update();
        secretary = people.add("事務 花子", "ジムハナコ", null);
        offices.appoint(secretary, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        group = register.register("みどりの会", "みどりのかい", secretary);
        code = ties.issueCode(group, secretary).code();
        browser = new Browser(port);
        browser.get("/sign-in");
    }

    @Test
    void whoHasNoAccountBeginsWithTheCodeFromTheLetter() {
        assertThat(browser.get("/sign-in").body()).contains("href=\"/letter\"");
        assertThat(browser.get("/letter").body()).contains("手紙のコードで始める");

        var next =
                browser.post("/letter", "code", code.toLowerCase(java.util.Locale.ROOT), "name", name, "kana", "てがみ");
        assertThat(next.status()).isEqualTo(302);
        assertThat(browser.get(next.location()).body()).contains(name, "新しいパスワード", "メールアドレス");
        var invitation = next.location().replaceAll(".*token=", "");
        var done = browser.post("/invitation/accept", "code", invitation, "mail", mail, "password", PASSWORD);

        assertThat(done.location()).isEqualTo("/home");
        assertThat(memberships.mayRepresent(person(), group)).isTrue();
        assertThat(organisations.get(group).written(ProfileField.REPRESENTATIVE_NAME))
                .as("nobody writes their name twice")
                .isEqualTo(name);
        assertThat(browser.get("/letter").location())
                .as("whoever can sign in types further codes there")
                .isEqualTo("/organisation/code");
    }

    @Test
    void aCodeThatDoesNotWorkAddsNobodyAndKeepsWhatWasTyped() {
        var wrong = browser.post("/letter", "code", "AAAA-AAAA-AAAA", "name", name, "kana", "てがみ");
        var nameless = browser.post("/letter", "code", code, "name", "", "kana", "てがみ");

        assertThat(wrong.status()).isEqualTo(nameless.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("このコードは使えません", name);
        assertThat(nameless.body()).contains(code);
        assertThat(people.search(name, 10)).isEmpty();
        assertThat(browser.post("/letter", "code", code, "name", name, "kana", "てがみ")
                        .status())
                .as("and is still good")
                .isEqualTo(302);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsCut() {
        var endless = "名".repeat(300);
        var answer = browser.post("/letter", "code", "", "name", endless, "kana", " ")
                .body();

        assertThat(answer)
                .contains("id=\"code-wrong\"", "60字以内で入力してください（いま300字）", endless, "フリガナを入力してください")
                .containsPattern("id=\"name-wrong\">60字以内")
                .containsPattern("id=\"kana-wrong\">フリガナ")
                .doesNotContain("maxlength");
    }

    @Test
    void aSecondClickLeadsOnAsTheFirstDid() {
        begin(browser, code, name);
        var second = begin(browser, code, name + "子");

        assertThat(second.status()).isEqualTo(302);
        assertThat(people.search(name, 10)).hasSize(1);
        assertThat(browser.get(second.location()).body()).contains(name + "子", "新しいパスワード");
        var invitation = second.location().replaceAll(".*token=", "");
        assertThat(browser.post("/invitation/accept", "code", invitation, "mail", mail, "password", PASSWORD)
                        .location())
                .isEqualTo("/home");
        assertThat(memberships.mayRepresent(person(), group)).isTrue();
        assertThat(begin(another(), code, name).status())
                .as("for whoever can sign in by now it is used up")
                .isEqualTo(422);
    }

    @Test
    void ofTwoClicksAtOnceNeitherIsLost() {
        var other = another();
        var answers = Stream.of(browser, other)
                .map(each -> CompletableFuture.supplyAsync(
                        () -> begin(each, code, name).status()))
                .toList();

        assertThat(answers).map(CompletableFuture::join).containsExactly(302, 302);
        assertThat(people.search(name, 10)).hasSize(1);
    }

    @Test
    void whatTheCodeHadBegunEndsWithTheNextCodeAndWithBeingRemoved() {
        begin(browser, code, name);
        var next = ties.issueCode(group, secretary).code();
        assertThat(begin(browser, code, name).status()).isEqualTo(422);

        begin(browser, next, name);
        var colleague = people.add("同僚 助子", "どうりょう すけこ", null);
        ties.checkedAtDesk(group, colleague, "規約", secretary);
        people.search(name, 10).forEach(entry -> memberships.remove(group, entry.person(), colleague));

        assertThat(begin(browser, next, name).status()).isEqualTo(422);
        assertThat(memberships.of(group)).extracting(Member::person).containsExactly(colleague);
    }

    private Browser another() {
        var another = new Browser(port);
        another.get("/sign-in");
        return another;
    }

    private Browser.Page begin(Browser browser, String code, String name) {
        return browser.post("/letter", "code", code, "name", name, "kana", "てがみ");
    }

    private PersonId person() {
        return people.withMail(mail).orElseThrow();
    }
}
