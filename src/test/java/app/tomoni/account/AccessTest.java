package app.tomoni.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.ViewTest;
import app.tomoni.shared.Refusal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AccessTest extends ViewTest {

    @Route("test/secretariat")
    @ForOffices(Office.SECRETARIAT)
    static class SecretariatView extends Div {
        SecretariatView() {
            add(new H1("secret"));
            add(new Button("refuse", event -> {
                throw new Refusal("account.mail.taken");
            }));
            add(new Button("fail", event -> {
                throw new IllegalStateException("a mistake of ours, made on purpose by a test");
            }));
        }
    }

    @Route("test/everyone")
    @ForEveryoneSignedIn
    static class EveryoneView extends Div {
        EveryoneView() {
            add(new H1("welcome"));
        }
    }

    @Test
    void aViewOpensForWhoeverHoldsItsOffice() {
        signInAs(person("事務 花子", Office.SECRETARIAT));

        open("test/secretariat", SecretariatView.class);

        assertThat(text()).contains("secret", "事務 花子");
    }

    @Test
    void anotherOfficesViewLooksLikeOneThatDoesNotExist() {
        signInAs(person("会計 太郎", Office.FINANCE));

        open("test/secretariat");
        var closed = text();
        open("test/nothing-here");

        assertThat(closed).isEqualTo(text()).contains("見つからないか、見る権限がありません").doesNotContain("secret");
    }

    @Test
    void anOfficeEndsAtTheNextClickWithoutSigningOut() {
        var person = person("事務 次郎", Office.SECRETARIAT);
        signInAs(person);
        open("test/secretariat", SecretariatView.class);

        offices.end(person, Office.SECRETARIAT, null);
        open("test/everyone", EveryoneView.class);
        open("test/secretariat");

        assertThat(text()).doesNotContain("secret");
    }

    @Test
    void anOfficeThatBeginsTomorrowOpensNothingToday() {
        var person = people.add("明日 香", "アシタカオリ", null);
        offices.appoint(person, Office.SECRETARIAT, null, LocalDate.now().plusDays(1), null);
        signInAs(person);

        open("test/secretariat");

        assertThat(text()).doesNotContain("secret");
    }

    @Test
    void aRefusalIsSaidAtTheHeadOfThePageAndTheRestStays() {
        signInAs(person("事務 花子", Office.SECRETARIAT));
        open("test/secretariat", SecretariatView.class);

        press("refuse");

        assertThat(text()).contains("このメールアドレスは使えません", "secret");
    }

    @Test
    void aMistakeOfOursIsAnApologyWithANumber() {
        signInAs(person("事務 花子", Office.SECRETARIAT));
        open("test/secretariat", SecretariatView.class);

        press("fail");

        assertThat(text()).containsPattern("番号 [A-Z0-9]{4}-[A-Z0-9]{4}").contains("secret");
    }
}
