package app.tomoni.decision.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tomoni.Chromium;
import app.tomoni.TestDatabase;
import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.account.signin.Passwords;
import app.tomoni.account.signin.Sessions;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.PageHead;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What is chosen is in the browser in the words that stand there, over a reload and over the end of a session. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=test", "tomoni.data=target/test-data", "server.shutdown=immediate"})
@Import(TestDatabase.class)
class ChoicesInBrowserTest {

    /** What the server has been told, by person. */
    private static final Map<PersonId, String> WRITTEN = new ConcurrentHashMap<>();

    @Route("test/choices")
    @PageTitle("選ぶ")
    @ForEveryoneSignedIn
    static class ChoicesPage extends Div {

        ChoicesPage(SignedIn signedIn, Translations translations) {
            var errors = new ErrorSummary();
            var texts = new KeptTexts(new Words(translations, getLocale()), "choices", signedIn.person(), errors);
            var place = new Select<Integer>();
            place.setLabel("順位");
            place.setItems(1, 2, 3);
            var answer = new RadioButtonGroup<Boolean>("返事");
            answer.setItems(true, false);
            answer.setItemLabelGenerator(yes -> yes ? "受ける" : "辞退する");
            var present = new CheckboxGroup<String>("出席した委員");
            present.setItems("審査 藍", "審査 帆", "審査 知恵");
            var looked = new Checkbox("確かめました");
            var on = new DayPicker();
            on.setLabel("決裁の日");
            var outcome = new RadioButtonGroup<String>("決定");
            outcome.setItems("採択とする", "次点とする");
            outcome.setValue(WRITTEN.get(signedIn.person()));
            Runnable write = () ->
                    texts.send("outcome", () -> WRITTEN.put(signedIn.person(), outcome.getValue()), Instant.now());
            outcome.addValueChangeListener(event -> write.run());
            add(new PageHead("選ぶ", texts.form().indicator()), texts.form());
            texts.form()
                    .add(
                            texts.hold("place", KeptField.of(place)),
                            texts.hold("answer", KeptField.of(answer)),
                            texts.hold("present", KeptField.of(present)),
                            texts.hold("looked", KeptField.of(looked)),
                            texts.hold("on", KeptField.of(on)),
                            texts.keep("outcome", KeptField.of(outcome), write));
        }
    }

    private static final String PASSWORD = "minato-no-no-kokage-2026";
    private final Browser browser = Chromium.browser();

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Sessions sessions;

    private PersonId person;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void openThePage() {
        person = people.add("選ぶ人", "テスト", Ids.next() + "@example.jp");
        passwords.change(person, PASSWORD);
        context = browser.newContext(new Browser.NewContextOptions().setLocale("ja-JP"));
        page = context.newPage();
        page.navigate("http://localhost:" + port + "/test/choices");
        signIn();
        assertThat(page.getByLabel("受ける")).isVisible();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void whatWaitsForAButtonComesBackOverAReloadAndIsNotCalledALostConnection() {
        page.clock().install();
        chooseAll();
        page.clock().fastForward(9_000);
        assertThat(page.locator(".head")).not().containsText("通信が切れている");

        page.reload();

        assertAllAreChosen();
        page.clock()
                .pauseAt(((Number) page.evaluate("Date.now()")).longValue()
                        + 1_000); // left at once: nothing that waits runs
        page.getByLabel("審査 藍").uncheck();
        page.getByLabel("確かめました").uncheck();
        page.reload();
        page.clock().resume();
        assertThat(page.getByLabel("審査 知恵")).isChecked();
        assertThat(page.getByLabel("審査 藍")).not().isChecked();
        assertThat(page.getByLabel("確かめました")).not().isChecked();
    }

    @Test
    void whatWasChosenAfterTheSessionEndedComesBackAndIsWritten() {
        page.getByLabel("採択とする").check();
        page.waitForCondition(() -> "採択とする".equals(WRITTEN.get(person)));
        assertNothingIsKept();
        sessions.endAll(person);
        page.getByLabel("次点とする").check();
        page.waitForURL(Pattern.compile("^[^?]*/sign-in\\?.*"));
        signIn();

        page.waitForURL(Pattern.compile("^[^?]*/test/choices.*"));
        assertThat(page.getByLabel("次点とする")).isChecked();
        page.waitForCondition(() -> "次点とする".equals(WRITTEN.get(person)));
        assertNothingIsKept();
    }

    private void chooseAll() {
        page.locator("vaadin-select").click();
        page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText("2"))
                .click();
        page.getByLabel("辞退する").check();
        page.getByLabel("審査 藍").check();
        page.getByLabel("審査 知恵").check();
        page.getByLabel("確かめました").check();
        var day = page.locator("vaadin-date-picker input");
        day.fill("令和9年4月1日");
        day.press("Enter");
        day.press("Tab");
        page.waitForFunction("Object.values(sessionStorage).some(kept => kept.includes('2027-04-01'))");
    }

    private void assertAllAreChosen() {
        assertThat(page.locator("vaadin-select-value-button")).hasText("2");
        assertThat(page.getByLabel("辞退する")).isChecked();
        assertThat(page.getByLabel("受ける")).not().isChecked();
        assertThat(page.getByLabel("審査 藍")).isChecked();
        assertThat(page.getByLabel("審査 帆")).not().isChecked();
        assertThat(page.getByLabel("審査 知恵")).isChecked();
        assertThat(page.getByLabel("確かめました")).isChecked();
        assertThat(page.locator("vaadin-date-picker input")).hasValue("2027/4/1");
    }

    private void assertNothingIsKept() {
        page.waitForFunction("!Object.keys(sessionStorage).some(key => key.startsWith('tomoni-keep:'))");
    }

    private void signIn() {
        Chromium.signIn(page, people.mail(person).orElseThrow(), PASSWORD);
    }
}
