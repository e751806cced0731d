package app.tomoni.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.ViewTest;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.TestMailServer;
import app.tomoni.account.signin.Passwords;
import app.tomoni.shared.Ids;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class OwnPasswordTest extends ViewTest {

    private static final String PASSWORD = "minato-no-no-kokage-2026";
    private static final String NEXT = "kawabe-no-ki-no-shita-2027";

    @Autowired
    private Passwords passwords;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestMailServer server;

    private PersonId me;

    @AfterEach
    void noMails() {
        server.set(false);
    }

    @BeforeEach
    void somebodyWithAnAccount() {
        jdbc.sql("DELETE FROM sign_in_failure").update();
        me = person("変 える子", Office.AUDITOR);
        people.giveMail(me, "kaeru" + Ids.next() + "@example.jp");
        passwords.change(me, PASSWORD);
        signInAs(me);
        open("my-account");
    }

    @ParameterizedTest
    @CsvSource({
        PASSWORD + ", これまでと同じパスワードです。別のパスワードを入力してください。",
        "mijikai, パスワードは12文字以上にしてください。",
        "aaaaaaaaaaaaaaaa, 同じ文字や並び順の文字だけのパスワードは、推測されやすいため使えません。"
    })
    void aPasswordThatIsTooEasyIsRefusedAtItsFieldAndTheOldOneStays(String easy, String why) {
        change(PASSWORD, easy);

        assertThat(field("new-password").isInvalid()).isTrue();
        assertThat(field("new-password").getErrorMessage()).isEqualTo(why);
        assertThat(passwords.right(me, PASSWORD)).isTrue();
        change(PASSWORD, NEXT);
        assertThat(passwords.right(me, NEXT)).isTrue();
        assertThat(text()).contains("パスワードを変えました。");
    }

    @Test
    void weakPasswordsAreNoGuessesAtTheOldOneButWrongOnesAre() {
        for (var i = 0; i < 8; i++) {
            change(PASSWORD, "mijikai");
            assertThat(field("new-password").isInvalid()).isTrue();
        }
        for (var i = 0; i < 5; i++) {
            change("chigau-kotoba-desu", NEXT);
            assertThat(field("current-password").getErrorMessage()).isEqualTo("いまのパスワードが違います。");
        }

        change(PASSWORD, NEXT);

        assertThat(text()).contains("続けてお試しいただいたため");
        assertThat(passwords.right(me, PASSWORD)).isTrue();
    }

    @Test
    void theSecondClickOfADoubleClickSaysNothingElse() {
        change(PASSWORD, NEXT);
        var button = $(Button.class).withText("パスワードを変える").single();

        clickAgain(button);

        assertThat(text()).contains("パスワードを変えました。");
        assertThat(field("current-password").isInvalid()).isFalse();
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        press("パスワードを変える");
        assertThat(field("current-password").getErrorMessage()).isEqualTo("いまのパスワードを入力してください。");
        assertThat(field("new-password").getErrorMessage()).isEqualTo("新しいパスワードを入力してください。");

        server.set(true);
        open("home");
        open("my-account");
        press("確認のメールを受け取る");
        assertThat($(EmailField.class).id("new-mail").getErrorMessage()).contains("「名前@例.jp」の形で");
        assertThat(field("mail-password").isInvalid()).isTrue();
    }

    private void change(String current, String next) {
        test(field("current-password")).setValue(current);
        test(field("new-password")).setValue(next);
        press("パスワードを変える");
    }

    private PasswordField field(String id) {
        return $(PasswordField.class).id(id);
    }
}
