package app.tomoni.account.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tomoni.TestClock;
import app.tomoni.ViewTest;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.TestMailServer;
import app.tomoni.account.signin.Passwords;
import app.tomoni.shared.Ids;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changing one's own mail address, by a link that only its owner gets. */
class OwnMailTest extends ViewTest {

    private static final String PASSWORD = "かわのほとりでまつひとり";

    @Autowired
    private Passwords passwords;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestMailServer server;

    @Autowired
    private JdbcClient jdbc;

    private final String former = "mae" + Ids.next() + "@example.jp";
    private final String next = "ato" + Ids.next() + "@example.jp";
    private PersonId me;

    @BeforeEach
    void somebodyWithAnAccount() {
        jdbc.sql("DELETE FROM sign_in_failure").update();
        server.set(true);
        me = person("変 える子", Office.AUDITOR);
        people.giveMail(me, former);
        passwords.change(me, PASSWORD);
        signInAs(me);
    }

    @AfterEach
    void backToTheRealClock() {
        clock.reset();
        server.set(false);
    }

    @Test
    void whereNoMailGoesOutNobodyIsToldToWaitForOne() {
        server.set(false);

        open("my-account");

        assertThat(text()).contains("確認のメールをお送りできない", "市の事務局か管理者にお申し出ください").doesNotContain("確認のメールを受け取る");
    }

    @Test
    void anAddressTypedInFullWidthIsTheSame() {
        ask(next.replace('@', '＠').replace('a', 'ａ'), PASSWORD);

        link(next);
        ask(former.replace('m', 'ｍ'), PASSWORD);
        assertThat($(EmailField.class).id("new-mail").getErrorMessage()).contains("いまお使いのメールアドレスと同じです");
    }

    @Test
    void nothingChangesBeforeTheNewAddressIsConfirmedAndThenTheFormerOneIsTold() {
        ask(" " + next, PASSWORD);
        assertThat(text()).contains("お手続きを受け付けました");
        var link = link(next);
        assertThat(people.mail(me)).contains(former);

        open(link);
        assertThat(text()).contains("新しいメールアドレスを確かめる", next);
        press("このアドレスに変える");

        assertThat(people.mail(me)).contains(next);
        assertThat(text()).contains("メールアドレスを変えました", next).doesNotContain(former);
        assertThat(jdbc.sql("SELECT address FROM mail WHERE person_id = ? AND template = 'mail-changed'")
                        .param(me.value())
                        .query(String.class)
                        .list())
                .containsExactly(former);
        open(link);
        assertThat(text()).contains("このリンクは使えません");
    }

    @Test
    void whoDoesNotKnowThePasswordAsksForNothing() {
        ask(next, "むかしのことばをおもいだす");

        assertThat($(PasswordField.class).id("mail-password").getErrorMessage()).contains("いまのパスワードが違います");
        ask("no address", PASSWORD);
        assertThat($(EmailField.class).id("new-mail").getErrorMessage()).contains("「名前@例.jp」の形で");
        ask(former, PASSWORD);
        assertThat($(EmailField.class).id("new-mail").getErrorMessage()).contains("いまお使いのメールアドレスと同じです");
    }

    @Test
    void anAddressOfSomebodyElseIsAnsweredInTheSameWords() {
        var taken = "taken" + next;
        people.add("先 にいる人", "さき", taken);
        ask(taken, PASSWORD);
        var answer = text();
        ask(next, PASSWORD);

        assertThat(answer).isEqualTo(text().replace(next, taken));
        link(next);
        assertThat(secret(taken)).isEmpty();
    }

    @Test
    void aLinkThatWentAstrayIsGoodForNobodyElse() {
        ask(next, PASSWORD);
        var link = link(next);

        signInAs(person("別 の人", Office.AUDITOR));
        open(link);

        assertThat(text()).contains("このリンクは使えません");
        assertThat(people.mail(me)).contains(former);
    }

    @Test
    void aLinkEndsWithItsDayWithTheNextOneAndWithANewPassword() {
        ask("first" + next, PASSWORD);
        var first = link("first" + next);
        ask(next, PASSWORD);
        var second = link(next);
        open(first);
        assertThat(text()).contains("このリンクは使えません");
        open(second);
        assertThat(text()).contains("このアドレスに変える");

        clock.advance(Duration.ofDays(1).plusSeconds(1));
        press("このアドレスに変える");
        assertThat(text()).contains("このリンクは使えません");

        ask("third" + next, PASSWORD);
        var third = link("third" + next);
        passwords.change(me, PASSWORD + "ふたり");
        open(third);
        assertThat(text()).contains("このリンクは使えません");
        assertThat(people.mail(me)).contains(former);
    }

    @Test
    void nobodysLetterBoxIsFilled() {
        clock.stopAt(clock.instant());
        for (var i = 0; i < 5; i++) {
            ask(i + next, PASSWORD);
            assertThat(text()).contains("お手続きを受け付けました");
        }

        ask(next, PASSWORD);

        assertThat(text()).contains("続けてお試しいただいたため");
    }

    private void ask(String mail, String password) {
        open("my-account");
        test($(EmailField.class).id("new-mail")).setValue(mail);
        test($(PasswordField.class).id("mail-password")).setValue(password);
        press("確認のメールを受け取る");
    }

    private String link(String mail) {
        return "my-account?mail="
                + await().until(() -> secret(mail), Optional::isPresent).orElseThrow();
    }

    private Optional<String> secret(String mail) {
        return jdbc.sql("SELECT secret FROM mail WHERE address = ? AND secret IS NOT NULL")
                .param(mail)
                .query(String.class)
                .optional();
    }
}
