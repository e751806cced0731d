package app.tomoni.form.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tomoni.Chromium;
import app.tomoni.Look;
import app.tomoni.TestDatabase;
import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.account.signin.Passwords;
import app.tomoni.account.signin.Sessions;
import app.tomoni.form.BudgetRule;
import app.tomoni.form.FormRules;
import app.tomoni.form.Forms;
import app.tomoni.form.WorkingCopies;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.ShortForm;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What only a real browser can show: typing, lost sessions, lost connections, two people at once, uploads. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=test", "tomoni.data=target/test-data", "server.shutdown=immediate"})
@Import(TestDatabase.class)
class FormInBrowserTest {

    @Route("test/form")
    @PageTitle("提案書を書く")
    @ForEveryoneSignedIn
    static class FormPage extends Div implements HasUrlParameter<String> {

        private final FormViews views;
        private final Forms forms;
        private final SignedIn signedIn;

        FormPage(FormViews views, Forms forms, SignedIn signedIn) {
            this.views = views;
            this.forms = forms;
            this.signedIn = signedIn;
        }

        @Override
        public void setParameter(BeforeEvent event, String subject) {
            removeAll();
            var view = views.fill(
                    forms.of("proposal", null),
                    subject,
                    signedIn.person(),
                    new FormRules(new BudgetRule(1, 2, new Yen(250_000), new Yen(1_000)), null, null),
                    () -> true);
            add(new PageHead("提案書を書く", view.indicator()), view);
        }
    }

    @Route("test/check")
    @PageTitle("確認と提出")
    @ForEveryoneSignedIn
    static class CheckPage extends Div implements HasUrlParameter<String> {

        private final FormViews views;
        private final Forms forms;
        private final SignedIn signedIn;

        CheckPage(FormViews views, Forms forms, SignedIn signedIn) {
            this.views = views;
            this.forms = forms;
            this.signedIn = signedIn;
        }

        @Override
        public void setParameter(BeforeEvent event, String subject) {
            removeAll();
            add(views.unsent(
                    forms.of("proposal", null), subject, signedIn.person(), FormRules.NONE, () -> true, () -> {}));
        }
    }

    /** A text that the server puts away and draws anew, as after a button that records it. */
    @Route("test/counted")
    @PageTitle("記録する")
    @ForEveryoneSignedIn
    static class CountedPage extends Div {

        private final KeptForm form;

        CountedPage(SignedIn signedIn) {
            form = new KeptForm("counted:1", signedIn.person().value(), (path, typed, base) -> {});
            add(new PageHead("記録する", form.indicator()), form);
            draw("はじめ");
        }

        private void draw(String text) {
            form.removeAll();
            var area = new TextArea("理由");
            area.setValue(text);
            form.keep(area, "reason");
            form.add(
                    new Div(area, form.counter(10)),
                    Buttons.secondary("空にする", event -> area.setValue("")),
                    Buttons.secondary("描き直す", event -> draw("記録した文")),
                    Buttons.secondary("空で描き直す", event -> draw("")));
        }
    }

    /** A form of lines, and one that also has an area. */
    @Route("test/short")
    @PageTitle("短い様式")
    @ForEveryoneSignedIn
    static class ShortPage extends Div {

        ShortPage(SignedIn signedIn) {
            var done = new Span();
            done.setId("done");
            var person = signedIn.person().value();
            var lines = new ShortForm("short:1", person);
            var name = new TextField("名前");
            name.setId("name");
            lines.add(
                    lines.hold(name, 60),
                    Buttons.primary("送る", event -> lines.send(() -> done.setText(done.getText() + name.getValue()))));
            var mixed = new ShortForm("short:2", person);
            var title = new TextField("題");
            title.setId("title");
            var reason = new TextArea("理由");
            reason.setId("reason");
            mixed.add(
                    mixed.hold(title, 60),
                    mixed.counted(reason, 400),
                    Buttons.primary("決める", event -> mixed.send(() -> done.setText(done.getText() + "決"))));
            add(done, lines, mixed);
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

    @Autowired
    private WorkingCopies copies;

    private final String subject = "proposal:" + Ids.next();
    private PersonId yamada;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void openTheForm() {
        yamada = member("山田");
        context = newContext(1280);
        page = signedIn(context, yamada, "purpose");
    }

    @AfterEach
    void closeTheForm() {
        context.close();
    }

    @Test
    void aTextIsSavedSoonAfterTheLastKeystrokeAndOnLeavingTheField() {
        var started = Instant.now();
        area("purpose").pressSequentially("こどもの居場所");
        var typed = Instant.now();

        assertThat(page.locator(".head")).containsText("保存しました");

        org.assertj.core.api.Assertions.assertThat(Duration.between(typed, Instant.now()))
                .isLessThan(Duration.ofSeconds(5));
        org.assertj.core.api.Assertions.assertThat(started).isBefore(typed);
        org.assertj.core.api.Assertions.assertThat(kept("purpose")).isEqualTo("こどもの居場所");
        assertThat(page.locator("#f-purpose .tm-count")).hasText("いま7字（あと593字）");
        area("purpose").fill("𠮷野の👨‍👩‍👧");
        area("currentIssue").focus();
        assertThat(page.locator("#f-purpose .tm-count")).hasText("いま4字（あと596字）");
        page.waitForCondition(() -> "𠮷野の👨‍👩‍👧".equals(kept("purpose")));
    }

    /** As some browsers do when a conversion to kanji is confirmed. */
    @Test
    void anInputThatIsToldTwiceIsSavedOnLeavingTheField() {
        area("purpose").evaluate("""
                input => {
                  input.value = '子どもの居場所';
                  for (let told = 0; told < 3; told++) input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
                }""");
        area("purpose").press("Tab");

        page.waitForCondition(() -> kept("purpose").equals("子どもの居場所"));
        assertThat(page.locator(".head")).containsText("保存しました");
    }

    @Test
    void anExpiredSessionLeadsBackToTheSameFieldCaretAndText() {
        area("purpose").pressSequentially("一行目の文");
        page.waitForCondition(() -> "一行目の文".equals(kept("purpose")));
        sessions.endAll(yamada);
        area("purpose").pressSequentially("と、送れなかった続き");
        for (var i = 0; i < 3; i++) {
            page.keyboard().press("ArrowLeft");
        }
        page.waitForURL(Pattern.compile("^[^?]*/sign-in\\?.*"));
        signIn(page, yamada);

        page.waitForURL(Pattern.compile("^[^?]*/test/form/.*"));
        assertThat(area("purpose")).hasValue("一行目の文と、送れなかった続き");
        assertThat(area("purpose")).isFocused();
        page.waitForCondition(() -> "一行目の文と、送れなかった続き".equals(kept("purpose")));
        org.assertj.core.api.Assertions.assertThat(area("purpose").evaluate("field => field.selectionStart"))
                .isEqualTo(12);
        assertThat(page.locator("main")).containsText("この端末に残っていた入力を戻しました");
    }

    @Test
    void whoeverIsAtWorkElsewhereByThenIsNotTakenBack() {
        area("purpose").pressSequentially("ここで閉じた");
        page.addInitScript("""
                const drawn = new MutationObserver(() => {
                  const next = document.querySelector('#f-currentIssue textarea');
                  if (next) {
                    drawn.disconnect();
                    next.focus();
                  }
                });
                drawn.observe(document, { childList: true, subtree: true })""");
        page.clock().install();
        page.evaluate("document.cookie = 'tomoni-returned=1; Path=/; SameSite=Strict'"); // as after the sign-in
        page.reload();
        assertThat(area("currentIssue")).isFocused();

        page.clock().runFor(2_000);

        assertThat(area("currentIssue")).isFocused();
        page.keyboard().type("次の欄へ");
        page.waitForCondition(() -> "次の欄へ".equals(kept("currentIssue")));
        org.assertj.core.api.Assertions.assertThat(kept("purpose")).isEqualTo("ここで閉じた");
    }

    @Test
    void aLostConnectionIsToldAndWhatWasTypedIsSentWhenItIsBack() {
        area("purpose").pressSequentially("通信が切れる前");
        page.waitForCondition(() -> "通信が切れる前".equals(kept("purpose")));

        context.setOffline(true);
        area("purpose").pressSequentially("と切れた後");
        assertThat(page.locator(".head")).containsText("保存できていません");
        context.setOffline(false);

        page.waitForCondition(() -> "通信が切れる前と切れた後".equals(kept("purpose")));
        assertThat(page.locator(".head")).containsText("保存しました");
    }

    @Test
    void aServerThatIsGoneIsToldWithinAFewSeconds() {
        page.clock().install();
        page.route(Pattern.compile(".*"), call -> call.abort());
        area("purpose").fill("届かない文");

        page.clock().runFor(3_500);

        assertThat(page.locator(".head")).containsText("保存できていません（通信が切れているようです）。入力した内容はこの端末に残っています。");
        page.unroute(Pattern.compile(".*"));
    }

    @Test
    void whatIsTypedWithoutAPauseIsSavedWithinFiveSecondsAndNotTakenForALostConnection() {
        page.clock().install();
        for (var i = 0; i < 20; i++) {
            area("purpose").pressSequentially("文");
            page.clock().runFor(600);
            if (i == 7) { // after less than five seconds
                page.waitForCondition(() -> kept("purpose").length() > 4);
            }
        }

        page.waitForCondition(() -> kept("purpose").length() > 12);
        assertThat(page.locator(".head")).not().containsText("通信が切れている");
    }

    @Test
    void aPageThatWasLeftAloneAsksNoMoreWhetherItsSessionLives() {
        page.clock().install();
        var asked = new AtomicInteger();
        page.onRequest(request -> {
            if (request.method().equals("HEAD") && request.url().equals(page.url())) {
                asked.incrementAndGet();
            }
        });
        var calls = Pattern.compile(".*v-r=uidl.*");
        page.route(calls, call -> call.abort());
        area("purpose").fill("送れないまま席を立つ");
        page.clock().runFor(9_000);
        page.waitForCondition(() -> asked.get() > 0);

        page.clock().fastForward("11:00");
        page.clock().runFor(9_000);
        var then = asked.get();
        page.clock().runFor(60_000);
        org.assertj.core.api.Assertions.assertThat(asked).hasValue(then);
        area("purpose").fill("送れないまま席を立ち、戻って続ける");
        page.clock().runFor(9_000);
        page.waitForCondition(() -> asked.get() > then);

        page.clock().resume();
        page.unroute(calls);
        page.waitForCondition(() -> "送れないまま席を立ち、戻って続ける".equals(kept("purpose")));
    }

    @Test
    void whoeverTypesOnWithoutAnAnswerAsksOneQuestionAtATime() {
        page.clock().install();
        var asked = new AtomicInteger();
        page.onRequest(request -> {
            if (request.method().equals("HEAD") && request.url().equals(page.url())) {
                asked.incrementAndGet();
            }
        });
        page.route(Pattern.compile(".*v-r=uidl.*"), call -> call.abort());
        for (var part : List.of("一", "二", "三", "四", "五", "六", "七")) {
            area("purpose").fill(part);
            page.clock().runFor(9_000);
        }
        page.waitForCondition(() -> asked.get() > 0);

        var then = asked.get();
        page.clock().runFor(24_000);

        org.assertj.core.api.Assertions.assertThat(asked.get() - then).isLessThanOrEqualTo(4);
    }

    @Test
    void whatIsRefusedIsNotCalledALostConnection() {
        page.clock().install();
        area("purpose").fill("無\0の文字");
        assertThat(page.locator("#f-purpose")).containsText("制御文字");

        page.clock().fastForward(9_000);

        assertThat(page.locator(".head")).not().containsText("通信が切れている");
        area("purpose").fill("無の文字");
        page.waitForCondition(() -> "無の文字".equals(kept("purpose")));
    }

    @Test
    void whatIsTypedAndUndoneIsNotCalledALostConnection() {
        area("purpose").fill("もとの文");
        page.waitForCondition(() -> "もとの文".equals(kept("purpose")));
        page.clock().install();
        area("purpose").press("x");
        area("purpose").press("Backspace");

        page.clock().fastForward(9_000);

        assertThat(page.locator(".head")).not().containsText("通信が切れている");
        assertNothingIsKeptHere();
        area("purpose").fill("直した文");
        page.waitForCondition(() -> "直した文".equals(kept("purpose")));
    }

    @Test
    void whoeverHasBeenSignedOutIsToldWhy() {
        page.clock().install();
        page.route(Pattern.compile(".*v-r=uidl.*"), call -> call.abort());
        area("purpose").fill("ログアウトの後の文");
        context.clearCookies();

        page.clock().runFor(9_000);

        page.waitForURL(Pattern.compile("^[^?]*/sign-in\\?.*"));
        assertThat(page.locator("main")).containsText("このブラウザーに残っています。ログインすると、同じ画面に戻ります。");
    }

    @Test
    void anotherPageOfTheFormTakesWhatHasNotReachedTheServer() {
        page.evaluate(
                "name => sessionStorage.setItem(name, JSON.stringify({ value: '送れなかった文', base: '0' }))",
                "tomoni-keep:" + yamada.value() + "|" + subject + "|purpose");

        page.navigate("http://localhost:" + port + "/test/check/" + subject);

        page.waitForCondition(() -> "送れなかった文".equals(kept("purpose")));
        assertNothingIsKeptHere();
    }

    @Test
    void aFieldThatAppearsCountsItsCharacters() {
        page = opened(page, "organisation");

        page.getByText("継続（2年目）").click();

        assertThat(page.locator("#f-previousResults .tm-count")).hasText("いま0字（あと600字）");
    }

    @Test
    void charactersAreCountedWhateverTheServerDoesWithTheField() {
        page.navigate("http://localhost:" + port + "/test/counted");
        var count = page.locator(".tm-count");
        assertThat(count).hasText("いま3字（あと7字）");

        button("空にする").click();
        assertThat(count).hasText("いま0字（あと10字）");
        button("描き直す").click();
        assertThat(count).hasText("いま5字（あと5字）");
        button("空で描き直す").click();
        assertThat(count).hasText("いま0字（あと10字）");
    }

    private void assertNothingIsKeptHere() {
        page.waitForFunction("!Object.keys(sessionStorage).some(key => key.startsWith('tomoni-keep:'))");
    }

    @Test
    void aReloadInTheMiddleOfTypingLosesNothing() {
        area("purpose").pressSequentially("すぐに閉じられる文");
        page.reload();

        assertThat(area("purpose")).hasValue("すぐに閉じられる文");
        page.waitForCondition(() -> "すぐに閉じられる文".equals(kept("purpose")));
        org.assertj.core.api.Assertions.assertThat(page.evaluate(
                        "Object.keys(sessionStorage).filter(key => key.startsWith('tomoni-keep:')).length"))
                .isEqualTo(0);
    }

    @Test
    void twoPeopleAtOnceSeeBothTexts() {
        try (var other = newContext(1280)) {
            var sato = signedIn(other, member("佐藤"), "purpose");
            area("purpose").pressSequentially("山田の文");
            page.waitForCondition(() -> "山田の文".equals(kept("purpose")));

            area(sato, "purpose").pressSequentially("佐藤の文");

            assertThat(sato.locator("#f-purpose")).containsText("山田さんが同じ欄を保存しました");
            sato.clock().install();
            area(sato, "purpose").pressSequentially("。");
            sato.clock().fastForward(9_000);
            assertThat(sato.locator(".head")).containsText("どちらの内容を残すか");
            assertThat(sato.locator(".head")).not().containsText("通信が切れている");
            sato.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("並べて見る"))
                    .click();
            assertThat(sato.locator("#f-purpose .pair")).containsText("佐藤の文");
            look(sato, "form/clash");
            sato.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("自分の文"))
                    .click();
            sato.waitForCondition(() -> "佐藤の文。".equals(kept("purpose")));
            assertThat(sato.locator("#f-purpose .clash")).not().isVisible();
            assertThat(area(sato, "purpose")).isFocused();
        }
    }

    @Test
    void theBudgetIsFilledInByKeyboardAndMendedWithOneClick() {
        page = opened(page, "money");
        cell("expenditure/0/description").fill("見守り役の謝礼");
        cell("expenditure/0/price").fill("２，０００");
        cell("expenditure/0/quantity").fill("196");
        cell("expenditure/0/quantity").press("Enter");
        assertThat(cell("expenditure/0/amount")).hasValue("392,000");
        cell("expenditure/1/description").fill("おやつ代");
        cell("expenditure/1/amount").fill("48,000");
        cell("income/0/amount").fill("220,000");
        cell("requested").fill("230000");
        page.keyboard().press("Tab");

        assertThat(page.locator(".sum")).containsText("450,000円");
        assertThat(page.locator("#f-budget")).containsText("いまの対象経費では220,000円までになります");
        look(page, "form/budget");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("220,000円にする"))
                .click();
        assertThat(page.locator(".sum")).containsText("の範囲内です");
        page.setViewportSize(375, 800);
        look(page, "form/budget");
    }

    @Test
    void aFigureStaysAsItWasTypedAndIsShownInGroupsOnceItsFieldIsLeft() {
        page = opened(page, "money");
        cell("expenditure/0/description").fill("謝礼");
        cell("expenditure/0/amount").fill("２０００００");
        page.keyboard().press("Tab");
        assertThat(cell("expenditure/0/amount")).hasValue("200,000");
        page.waitForCondition(() -> kept("budget").contains("\"２０００００\""));

        page.keyboard().press("Shift+Tab");
        assertThat(cell("expenditure/0/amount")).isFocused();
        assertThat(cell("expenditure/0/amount")).hasValue("200,000");
        page.keyboard().press("Tab");
        cell("income/0/amount").fill("二十万");
        page.keyboard().press("Tab");
        page.waitForCondition(() -> kept("budget").contains("二十万"));
        assertThat(cell("income/0/amount")).hasValue("二十万");
        org.assertj.core.api.Assertions.assertThat(kept("budget"))
                .as("whoever only passes by changes nothing")
                .contains("\"２０００００\"");

        page = opened(page, "money");
        assertThat(cell("expenditure/0/amount")).hasValue("200,000");
        assertThat(cell("income/0/amount")).hasValue("二十万");
        cell("expenditure/0/description").focus();
        for (var i = 0; i < 3; i++) {
            page.keyboard().press("Tab");
        }
        assertThat(cell("expenditure/0/amount")).isFocused();
        page.keyboard().type("3456.5");
        page.keyboard().press("Tab");
        assertThat(cell("expenditure/0/amount")).hasValue("3,456.5");
        page.waitForCondition(() -> kept("budget").contains("\"3456.5\""));
        assertNothingIsKeptHere();
    }

    @Test
    void whatWasTypedIsUndoneAlsoOnceItsFigureHasBeenGrouped() {
        page = opened(page, "money");
        var amount = cell("expenditure/0/amount");
        type(amount, "80000", "80,000");
        type(amount, "￥1234000－", "1,234,000");

        amount.press("Control+z");
        assertThat(amount).hasValue("80000");
        amount.press("Control+y");
        assertThat(amount).hasValue("￥1234000－");
        amount.press("Control+Shift+z");
        assertThat(amount).hasValue("￥1234000－");
        amount.press("Control+z");
        amount.press("End");
        page.keyboard().type("5");
        assertThat(amount).hasValue("800005");
        amount.press("Control+z");
        assertThat(amount).hasValue("80000");
        amount.press("Control+z");
        assertThat(amount).hasValue("");
        amount.press("Control+y");
        assertThat(amount).hasValue("80000");
        page.waitForCondition(() -> kept("budget").contains("\"80000\""));
        page.keyboard().press("Tab");

        assertThat(amount).hasValue("80,000");
        assertNothingIsKeptHere();
    }

    private void type(Locator input, String text, String shown) {
        input.focus();
        page.keyboard().press("Control+a");
        page.keyboard().type(text);
        page.keyboard().press("Tab");
        assertThat(input).hasValue(shown);
        page.keyboard().press("Shift+Tab");
        assertThat(input).isFocused();
    }

    /** Whatever is said of the line, and wherever the cursor is by then. */
    @Test
    void noInputOfALineMovesWhenSomethingIsSaidOfIt() {
        for (var width : List.of(1280, 900)) {
            page = opened(page, "money");
            page.setViewportSize(width, 900);
            cell("expenditure/0/description").fill("");
            var before = places();
            cell("expenditure/0/amount").fill("９万６千円");
            cell("expenditure/0/price").fill("1.234");
            cell("expenditure/0/quantity").fill("三");
            cell("requested").focus();
            assertThat(page.locator("#f-budget .said").first())
                    .containsText(Pattern.compile("単価.+数量.+金額は96000のように", Pattern.DOTALL));

            org.assertj.core.api.Assertions.assertThat(places()).as("%s", width).isEqualTo(before);
            look(page, "form/budget-said");
        }
        page.setViewportSize(375, 900);
        look(page, "form/budget-said");
    }

    /** Of the inputs of the first line, from its head. */
    private Object places() {
        return page.evaluate("""
                () => {
                  const line = document.querySelector('#f-budget tbody tr');
                  return [...line.querySelectorAll('input, [slot=value]')].map(input => {
                    const place = input.getBoundingClientRect(), head = line.getBoundingClientRect();
                    return Math.round(place.left - head.left) + ' ' + Math.round(place.top - head.top);
                  });
                }""");
    }

    /** Enter in a line presses the button, and never ends a conversion of kana with it. */
    @Test
    void enterInALineSendsAShortFormButNotWhileKanaAreConverted() {
        page.navigate("http://localhost:" + port + "/test/short");
        var name = page.getByLabel("名前", new Page.GetByLabelOptions().setExact(true));
        name.focus();
        var keys = context.newCDPSession(page);
        keys.send("Input.imeSetComposition", composing("こかげ"));
        page.keyboard().press("Enter");
        name.dispatchEvent("keydown", Map.of("key", "Enter", "keyCode", 229));
        assertThat(page.locator("#done")).hasText("");
        keys.send("Input.insertText", composing("木陰"));
        assertThat(name).hasValue("木陰");
        assertThat(page.locator("#done")).hasText("");

        name.press("Enter");

        assertThat(page.locator("#done")).hasText("木陰");
        page.getByLabel("理由", new Page.GetByLabelOptions().setExact(true)).fill("一行目");
        page.keyboard().press("Enter");
        page.getByLabel("題", new Page.GetByLabelOptions().setExact(true)).fill("題");
        page.keyboard().press("Enter");
        page.getByLabel("名前", new Page.GetByLabelOptions().setExact(true)).fill("二度目");
        page.keyboard().press("Enter");
        assertThat(page.locator("#done")).hasText("木陰二度目");
    }

    private static JsonObject composing(String text) {
        var now = new JsonObject();
        now.addProperty("text", text);
        now.addProperty("selectionStart", text.length());
        now.addProperty("selectionEnd", text.length());
        return now;
    }

    /** The sums do not agree while somebody goes from cell to cell. */
    @Test
    void theDifferenceOfTheSumsIsAnErrorOnlyOnceTheTableIsLeft() {
        page = opened(page, "money");
        cell("expenditure/0/description").fill("謝礼");
        cell("expenditure/0/amount").fill("5000");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator(".sum")).containsText("差 5,000円（支出のほうが多くなっています）");
        cell("income/0/amount").fill("3000");
        cell("requested").focus();
        assertThat(page.locator(".sum")).containsText("差 2,000円（支出のほうが多くなっています）");
        assertThat(page.locator(".sum .errtext")).hasCount(0);
        look(page, "form/budget-calm");

        page.locator("#f-otherFunding input").first().focus();

        assertThat(page.locator(".sum .errtext")).containsText("どちらかを直してください。");
    }

    @Test
    void onlyTheFieldShowsThatAChoiceHasTheFocus() {
        page = opened(page, "money");
        page.keyboard().press("Tab");
        var choice = page.locator("#f-budget vaadin-select").first();

        choice.locator("[slot=value]").focus();

        assertThat(choice).hasAttribute("focus-ring", "");
        org.assertj.core.api.Assertions.assertThat(choice.locator("[slot=value]")
                        .evaluate("e => { const s = getComputedStyle(e); return s.outlineStyle + s.boxShadow; }"))
                .isEqualTo("nonenone");
    }

    @Test
    void aLongErrorAtAnAmountStaysInsideItsLine() {
        for (var side : List.of("income", "expenditure")) {
            page = opened(page, "money");
            cell(side + "/0/amount").fill("99999999999999");
            page.keyboard().press("Tab");
            assertThat(page.locator("#f-budget")).containsText("金額が大きすぎます");
            for (var width : List.of(1280, 900, 375)) {
                page.setViewportSize(width, 900);
                look(page, "form/budget-error-" + side);
            }
        }
    }

    @Test
    void aDayIsReadAsPeopleWriteItAndWhatIsNoneLeavesTheKeptOne() {
        page = opened(page, "content");
        var day = page.locator("#f-startDate input");
        for (var typed : List.of("２０２７／４／１", "令和9年4月1日", "2027.4.1")) {
            day.fill("");
            day.fill(typed);
            day.press("Enter");
            day.press("Tab");
            page.waitForCondition(() -> "2027-04-01".equals(kept("startDate")));
            assertThat(day).hasValue("2027/4/1");
        }

        day.fill("あしたから");
        day.press("Enter");
        day.press("Tab");

        assertThat(page.locator("#f-startDate")).containsText("日付を読み取れません");
        assertThat(day).hasValue("あしたから");
        area("activities").pressSequentially("教室を開く"); // saved after it, so that nothing is under way
        page.waitForCondition(() -> "教室を開く".equals(kept("activities")));
        org.assertj.core.api.Assertions.assertThat(kept("startDate")).isEqualTo("2027-04-01");

        day.fill("2027/5/10");
        day.press("Enter");
        day.press("Tab");
        page.waitForCondition(() -> "2027-05-10".equals(kept("startDate")));
        assertThat(page.locator("#f-startDate")).not().containsText("日付を読み取れません");

        page.context().setOffline(true);
        day.fill("2027/6/1");
        day.press("Enter");
        page.waitForFunction("Object.values(sessionStorage).some(kept => kept.includes('2027-06-01'))");
        page.context().setOffline(false);
        page.reload();
        page.waitForCondition(() -> "2027-06-01".equals(kept("startDate")));
        assertThat(day).hasValue("2027/6/1");
    }

    @Test
    void whatIsTypedAsADayIsTakenOnTabWhichGoesOnToTheNextFieldAndAnArrowOpensTheCalendar() {
        page = opened(page, "content");
        var starts = page.locator("#f-startDate input");
        var ends = page.locator("#f-endDate input");
        var calendar = page.locator("vaadin-month-calendar").first();

        starts.focus();
        page.keyboard().type("令和9年4月1日");
        page.keyboard().press("Tab");
        assertThat(ends).isFocused();
        page.keyboard().type("2028/2/28");
        page.keyboard().press("Tab");

        page.waitForCondition(() -> "2028-02-28".equals(kept("endDate")));
        assertThat(starts).hasValue("2027/4/1");
        org.assertj.core.api.Assertions.assertThat(kept("startDate")).isEqualTo("2027-04-01");
        assertThat(calendar).isHidden();
        ends.focus();
        page.keyboard().press("ArrowDown");
        assertThat(calendar).isVisible();
        assertThat(page.locator("vaadin-month-calendar [part~=date]:focus")).hasText("28");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> "2028-02-29".equals(kept("endDate")));
        assertThat(calendar).isHidden();
    }

    @Test
    void filesAreAddedRefusedInWordsAndRemoved() {
        page = opened(page, "files");
        var input = page.locator("#f-attachments vaadin-upload input[type=file]");
        var rules = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);

        input.setInputFiles(new FilePayload[] {
            new FilePayload("会則.pdf", "application/pdf", rules),
            new FilePayload("予算書.xlsm", "application/octet-stream", new byte[] {'P', 'K', 3, 4}),
            new FilePayload("写真.jpg", "image/jpeg", new byte[11 * 1024 * 1024])
        });

        assertThat(page.locator("#f-attachments .files")).containsText("会則.pdf");
        assertThat(page.locator("#f-attachments"))
                .containsText("「予算書.xlsm」はマクロ付きのため受け付けられません。マクロを含まない .xlsx として保存し直してください。");
        assertThat(page.locator("#f-attachments")).containsText("「写真.jpg」は10MBを超えています。");
        page.waitForCondition(() -> kept("attachments").contains("会則.pdf"));
        look(page, "form/files");
        input.setInputFiles(new FilePayload("規約.pdf", "application/pdf", rules));
        assertThat(page.locator("#f-attachments [role=alert]"))
                .hasText("「規約.pdf」は加えていません。同じ内容のファイル「会則.pdf」が、もうここにあります。");
        var download = page.waitForDownload(
                () -> page.locator("#f-attachments .files a").click());
        org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).isEqualTo("会則.pdf");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("「会則.pdf」を外す"))
                .click();
        assertThat(page.locator("#f-attachments")).containsText("この欄に0個（全部で10個まで、あと10個）");
        assertThat(page.locator("#f-attachments .gone")).hasCount(1);
        input.setInputFiles(new FilePayload("会則.pdf", "application/pdf", rules));
        assertThat(page.locator("#f-attachments .files a")).hasText("会則.pdf");
        assertThat(page.locator("#f-attachments .gone")).hasCount(0);
    }

    @Test
    void ofTwoNearClicksTheSecondTakesNothingAwayAndWhatIsGoneComesBackByKeyboard() {
        for (var width : List.of(1280, 375)) {
            page.setViewportSize(width, 900);
            page = opened(page, "money");
            for (var i = 0; i < 3; i++) {
                cell("expenditure/" + i + "/description").fill("支出" + i);
                if (cell("expenditure/" + (i + 1) + "/description").count() == 0) {
                    button("支出の行を増やす").click();
                }
                assertThat(cell("expenditure/" + (i + 1) + "/description")).isVisible();
            }
            cell("expenditure/1/amount").fill("１２３４");

            clickTwice(page.locator("#f-budget").getByLabel("2行目を消す").first());

            assertThat(page.locator("#f-budget .gone")).hasText("「支出1 1,234円」の行を消しました。元に戻す");
            assertThat(cell("expenditure/1/description")).hasValue("支出2");
            assertThat(button("「支出1 1,234円」の行を元に戻す")).isFocused();
            assertThat(page.locator("#f-budget [role=status].vh").first()).hasText("「支出1 1,234円」の行を消しました。");
            look(page, "form/row-gone");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-budget .gone")).hasCount(0);
            assertThat(cell("expenditure/1/description")).isFocused();
            for (var i = 0; i < 3; i++) {
                assertThat(cell("expenditure/" + i + "/description")).hasValue("支出" + i);
            }
            assertThat(cell("expenditure/1/amount")).hasValue("1,234");
            page.waitForCondition(
                    () -> kept("budget").contains("支出1") && kept("budget").contains("１２３４"));
            assertThat(page.locator("#f-budget [role=status].vh").first()).isEmpty();
        }
    }

    /** Of 10,000 nothing is cut off, at any width between a telephone and a wide screen. */
    @Test
    void aPriceAndAQuantityHaveRoomAtEveryWidth() {
        page = opened(page, "money");
        for (var width : List.of(320, 375, 500, 560, 640, 768, 1024, 1180, 1280, 1500)) {
            page.setViewportSize(width, 900);
            assertThat(cell("expenditure/0/price")).isVisible();
            org.assertj.core.api.Assertions.assertThat((List<?>) page.evaluate("""
                            () => [...document.querySelectorAll('.basis')].filter(basis =>
                              basis.scrollWidth > basis.clientWidth + 1
                              || [...basis.querySelectorAll('vaadin-text-field')].some(field => field.clientWidth < 85))
                              .map(basis => basis.clientWidth + ' ' + basis.scrollWidth)"""))
                    .as("%s", width)
                    .isEmpty();
        }
    }

    @Test
    void theCursorGoesToTheRowBeforeWhenAnEmptyLastOneIsTakenAway() {
        page = opened(page, "money");
        cell("expenditure/0/description").fill("支出");
        button("支出の行を増やす").click();
        assertThat(cell("expenditure/1/description")).isVisible();

        button("2行目を消す").click();

        assertThat(cell("expenditure/0/description")).isFocused();
        assertThat(cell("expenditure/1/amount")).hasCount(0);
    }

    @Test
    void ofTwoNearClicksOnFilesTheSecondTakesNothingAwayEither() {
        page = opened(page, "files");
        for (var name : List.of("会則.pdf", "予算.pdf", "名簿.pdf")) {
            page.locator("#f-attachments vaadin-upload input[type=file]")
                    .setInputFiles(new FilePayload(
                            name,
                            "application/pdf",
                            ("%PDF-1.7\n%" + name + "\n%%EOF").getBytes(StandardCharsets.UTF_8)));
            page.waitForCondition(() -> kept("attachments").contains(name));
            // What is kept is drawn anew only with the answer
            assertThat(page.locator("#f-attachments .files a").last()).hasText(name);
        }

        clickTwice(button("「予算.pdf」を外す"));

        assertThat(page.locator("#f-attachments .gone")).hasText("「予算.pdf」を外しました。元に戻す");
        assertThat(page.locator("#f-attachments .files a")).hasText(new String[] {"会則.pdf", "名簿.pdf"});
        assertThat(button("「予算.pdf」を元に戻す")).isFocused();
        assertThat(page.locator("#f-attachments [role=status].vh")).hasText("「予算.pdf」を外しました。");
        page.waitForCondition(() -> !kept("attachments").contains("予算.pdf"));
        look(page, "form/file-gone");
        page.keyboard().press("Enter");
        assertThat(page.locator("#f-attachments .files a")).hasText(new String[] {"会則.pdf", "予算.pdf", "名簿.pdf"});
        assertThat(button("「予算.pdf」を外す")).isFocused();
        page.waitForCondition(() -> kept("attachments").contains("予算.pdf"));
        var download = page.waitForDownload(
                () -> page.locator("#f-attachments .files a").nth(1).click());
        org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).isEqualTo("予算.pdf");
    }

    private static final String BELOW_THE_WORDS = """
            () => {
              const bar = document.querySelector('[data-keeps]').getBoundingClientRect();
              const field = document.activeElement;
              if (field === document.body) return [];
              const named = field.closest('vaadin-checkbox, vaadin-radio-button') ?? field.closest('.field > *');
              const name = named?.querySelector('[slot=label]');
              return [field, name].filter(each => {
                const box = each?.getBoundingClientRect();
                return box && box.top < bar.bottom && box.bottom > bar.top && box.left < bar.right && box.right > bar.left;
              }).map(each => each.outerHTML.slice(0, 200));
            }""";

    /** Also for those who come from below, with the keyboard of a telephone over half of its screen. */
    @Test
    void whatHasTheFocusIsNeverBelowTheWordsThatSayWhetherItIsSaved() {
        for (var width : List.of(375, 1280)) {
            for (var section : List.of("issue", "money", "content")) {
                page.setViewportSize(width, 420);
                nothingIsBelowTheWords(section, width);
            }
        }
    }

    private void nothingIsBelowTheWords(String section, int width) {
        page = opened(page, section);
        page.locator(".sheet textarea:visible, .sheet input:visible").first().pressSequentially("1");
        assertThat(page.locator(".head [data-keeps]")).containsText("保存しました");
        for (var key : List.of("Tab", "Shift+Tab")) {
            for (var i = 0; i < 25; i++) {
                page.keyboard().press(key);
                org.assertj.core.api.Assertions.assertThat((List<?>) page.evaluate(BELOW_THE_WORDS))
                        .as("%s at %s, %s %s", section, width, key, i)
                        .isEmpty();
            }
        }
    }

    @Test
    void theWordsTakeTheWholeLineAndDoNotCoverWhatIsWrittenWhenTheyGrow() {
        page = opened(page, "issue");
        area("purpose").pressSequentially("あ");
        assertThat(page.locator(".head [data-keeps]")).containsText("保存しました");
        for (var width : List.of(1280, 375)) {
            page.setViewportSize(width, 420);
            org.assertj.core.api.Assertions.assertThat(
                            ((Number) page.locator(".head [data-keeps]").evaluate("""
                                    e => {
                                      const line = e.getBoundingClientRect();
                                      const form = document.querySelector('.pf').getBoundingClientRect();
                                      return Math.max(line.left - form.left, form.right - line.right);
                                    }""")).doubleValue())
                    .as("the whole line, so that nothing stands half below it")
                    .isLessThanOrEqualTo(0.5);
        }
        area("purpose")
                .evaluate("e => scrollBy(0, e.getBoundingClientRect().top"
                        + " - document.querySelector('[data-keeps]').getBoundingClientRect().bottom - 4)");
        org.assertj.core.api.Assertions.assertThat(sidesOf("top")).isLessThan(sidesOf("bottom"));

        page.context().setOffline(true);
        area("purpose").pressSequentially("い");

        assertThat(page.locator(".head [data-keeps]")).containsText("つながり次第送ります");
        page.waitForCondition(
                () -> ((List<?>) page.evaluate(BELOW_THE_WORDS.replace("[field, name]", "[field]"))).isEmpty());
        page.context().setOffline(false);
    }

    private double sidesOf(String side) {
        return ((Number) page.locator(".head [data-keeps]").evaluate("e => e.getBoundingClientRect()." + side))
                .doubleValue();
    }

    @Test
    void whatTheWidgetsSayToThoseWhoHearThePageIsGoneSoonAfter() {
        var region = page.locator("body > [aria-live][style*=clip]");
        assertThat(region).hasCount(1);

        region.evaluate("e => { e.textContent = '「会則.pdf」を送っています'; }");

        assertThat(region).hasText("「会則.pdf」を送っています");
        assertThat(region).isEmpty();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The second click comes when the page has answered the first one, at the same place, as two single clicks. */
    private void clickTwice(Locator button) {
        button.scrollIntoViewIfNeeded();
        var gone = page.locator(".gone").count();
        var place = button.boundingBox();
        var x = place.x + place.width / 2;
        var y = place.y + place.height / 2;
        page.mouse().click(x, y);
        page.waitForCondition(() -> page.locator(".gone").count() > gone);
        page.evaluate("""
                ([x, y]) => document.elementFromPoint(x, y).dispatchEvent(
                  new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 2 }))""", List.of(x, y));
    }

    @Test
    void everySectionIsReadableOnAPhoneAndOnADesktop() {
        for (var section : List.of("organisation", "issue", "content", "collaboration", "outcome", "consent")) {
            page = opened(page, section);
            assertThat(page.locator(".sheet h2").first()).isAttached();
            for (var width : List.of(1280, 375, 320)) {
                page.setViewportSize(width, 900);
                look(page, "form/" + section);
            }
        }
    }

    private static void look(Page page, String name) {
        org.assertj.core.api.Assertions.assertThat(Look.at(page, name)).isEmpty();
    }

    private BrowserContext newContext(int width) {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(width, 900));
    }

    private PersonId member(String name) {
        var person = people.add(name, "テスト", Ids.next() + "@example.jp");
        passwords.change(person, PASSWORD);
        return person;
    }

    private Page signedIn(BrowserContext context, PersonId person, String field) {
        var fresh = context.newPage();
        fresh.navigate(address("issue"));
        signIn(fresh, person);
        assertThat(area(fresh, field)).isVisible();
        return fresh;
    }

    private void signIn(Page page, PersonId person) {
        Chromium.signIn(page, people.mail(person).orElseThrow(), PASSWORD);
    }

    private Page opened(Page page, String section) {
        page.navigate(address(section));
        assertThat(page.locator(".sheet").first()).isVisible();
        return page;
    }

    private String address(String section) {
        return "http://localhost:" + port + "/test/form/" + subject + "?section=" + section;
    }

    private Locator area(String key) {
        return area(page, key);
    }

    private static Locator area(Page page, String key) {
        return page.locator("#f-" + key + " textarea");
    }

    private Locator cell(String path) {
        return page.locator("[data-keep='budget/" + path + "'] input");
    }

    private String kept(String field) {
        var now = copies.open(subject).get(field);
        return now == null ? "" : now.value();
    }
}
