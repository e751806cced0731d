package app.tomoni.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.tomoni.Browser;
import app.tomoni.IntegrationTest;
import app.tomoni.TestClock;
import app.tomoni.account.ChangeMail;
import app.tomoni.account.Departments;
import app.tomoni.account.Holding;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SecretSent;
import app.tomoni.shared.Ids;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class InvitationAndResetTest {

    private static final String PASSWORD = "かわのほとりでまつひとり";
    private static final String NEW_PASSWORD = "やまのうえからみるみなと";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Offices offices;

    @Autowired
    private Departments departments;

    @Autowired
    private Invitations invitations;

    @Autowired
    private ChangeMail changeMail;

    @Autowired
    private Resets resets;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final String mail = "kaoru" + Ids.next() + "@example.jp";
    private Browser browser;

    @BeforeEach
    void aBrowser() {
        jdbc.sql("DELETE FROM sign_in_failure").update();
        browser = new Browser(port);
    }

    @AfterEach
    void backToTheRealClock() {
        clock.reset();
    }

    private Invitations.Offer offer(PersonId person) {
        return new Invitations.Offer(person, Office.SECRETARIAT, null, LocalDate.now(), null);
    }

    @Test
    void aCodeOnPaperMakesAnAccountWithMailAndPasswordAndSignsIn() {
        var person = people.add("紙 かおる", "かみ かおる", null);
        var code = invitations.byCode(offer(person));
        browser.get("/invitation");
        var shown = browser.post("/invitation/open", "code", " " + code.toLowerCase(java.util.Locale.ROOT));
        assertThat(shown.body()).contains("紙 かおるさん、ようこそ", "事務局", "メールアドレス", "新しいパスワード");

        var weak = browser.post("/invitation/accept", "code", code, "mail", mail, "password", "short");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body())
                .contains("12文字以上", mail, "id=\"password-wrong\"")
                .doesNotContain("id=\"mail-wrong\"");
        assertThat(offices.heldBy(person)).as("nothing is used up").isEmpty();
        var done = browser.post("/invitation/accept", "code", code, "mail", mail, "password", PASSWORD);

        assertThat(done.location()).isEqualTo("/home");
        assertThat(offices.holds(person, Office.SECRETARIAT, null)).isTrue();
        assertThat(passwords.owner(mail, PASSWORD)).contains(new Passwords.Owner(person, false));
        assertThat(browser.post("/invitation/open", "code", code).body()).contains("この招待は使えません", "打ち間違い");
    }

    @Test
    void whoIsToChairReadsSoOnTheInvitation() {
        var person = people.add("長 一郎", "おさ いちろう", mail);
        var call = Ids.next();
        offices.appoint(person, Office.REVIEWER, call, LocalDate.now(), null);
        offices.appoint(person, Office.CHAIR, call, LocalDate.now(), null);
        offices.appoint(person, Office.CHAIR, Ids.next(), LocalDate.now(), null);
        var code = invitations.byCode(new Invitations.Offer(person, Office.REVIEWER, call, LocalDate.now(), null));
        browser.get("/invitation");

        assertThat(browser.post("/invitation/open", "code", code).body()).contains("「審査委員・委員長」として");
    }

    @Test
    void anInvitationNamesTheDepartmentAndFullWidthWillDoForTheMailAddress() {
        var person = people.add("課 長子", "か ちょうこ", null);
        var department = departments.add("子育て支援課" + Ids.next(), "こそだてしえんか");
        var code = invitations.byCode(
                new Invitations.Offer(person, Office.DEPARTMENT_HEAD, department, LocalDate.now(), null));
        browser.get("/invitation");

        assertThat(browser.post("/invitation/open", "code", code).body())
                .contains("「担当課長（" + departments.name(department) + "）」として")
                .contains("inputmode=\"email\"")
                .doesNotContain("type=\"email\"");
        var wide = mail.replace("kaoru", "ｋａｏｒｕ").replace('@', '＠');
        assertThat(browser.post("/invitation/accept", "code", code, "mail", wide, "password", PASSWORD)
                        .location())
                .isEqualTo("/home");
        assertThat(people.mail(person)).contains(mail);

        var other = new Browser(port);
        other.get("/sign-in");
        assertThat(other.post("/sign-in", "mail", wide, "password", PASSWORD).location())
                .isEqualTo("/home");
    }

    @Test
    void anOlderInvitationToTheSameOfficeWaitsNoMoreOnceOneIsTakenUp() {
        var person = people.add("待 合", "まち あい", mail);
        invitations.byMail(offer(person));
        var other = new Invitations.Offer(person, Office.APPROVER, null, LocalDate.now(), null);
        invitations.byCode(other);

        invitations.accept(invitations.byCode(offer(person)));

        assertThat(invitations.openOf(person))
                .extracting(Invitations.Open::offer)
                .containsExactly(other);
    }

    @Test
    void aSecondInvitationToTheSameOfficeEndsTheFirst() {
        var person = people.add("待 二度", "まち にど", mail);
        var first = invitations.byCode(offer(person));
        invitations.byMail(offer(person));
        assertThat(invitations.opened(first)).isEmpty();

        invitations.byCode(offer(person));

        assertThat(invitations.openOf(person)).singleElement().matches(open -> !open.byMail());
    }

    @Test
    void anAccountThatNothingLeadsToAnyMoreKeepsItsAddressFromNobody() {
        var dead = people.add("外 一", "そと はじめ", mail);
        var waiting = invitations.byCode(offer(dead));
        var person = people.add("外 一", "そと はじめ", null);
        var code = invitations.byCode(offer(person));
        browser.get("/invitation");
        assertThat(browser.post("/invitation/accept", "code", code, "mail", mail, "password", PASSWORD)
                        .body())
                .as("it is waited for")
                .contains("このメールアドレスは使えません");

        invitations.withdraw(invitations.opened(waiting).orElseThrow().id());

        assertThat(browser.post("/invitation/accept", "code", code, "mail", mail, "password", PASSWORD)
                        .location())
                .isEqualTo("/home");
        assertThat(people.withMail(mail)).contains(person);
    }

    @Test
    void aCodeOnPaperSetsANewPasswordOnceAndWithinADay() {
        var person = people.add("忘 三郎", "ぼう さぶろう", mail);
        assertThatThrownBy(() -> resets.byCode(person)).hasMessageContaining("account.reset.noCode");
        passwords.change(person, PASSWORD);
        var late = resets.byCode(person);
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(browser.get("/password/code").status()).isEqualTo(200);
        assertThat(browser.post("/password/code", "code", late).body()).contains("このコードは使えません", "打ち間違い");

        var code = resets.byCode(person).toLowerCase(java.util.Locale.ROOT);
        assertThat(browser.post("/password/code", "code", code).body()).contains("新しいパスワード", code);
        assertThat(browser.post("/password/new", "token", code, "password", "short")
                        .body())
                .contains("12文字以上", code);
        assertThat(browser.post("/password/new", "token", code, "password", PASSWORD)
                        .body())
                .contains("これまでと同じパスワード", "id=\"password-wrong\"", code);
        assertThat(browser.post("/password/new", "token", code, "password", NEW_PASSWORD)
                        .location())
                .isEqualTo("/sign-in?changed");

        assertThat(passwords.owner(mail, NEW_PASSWORD)).contains(new Passwords.Owner(person, false));
        assertThat(browser.post("/password/code", "code", code).status()).isEqualTo(422);
    }

    @Test
    void guessingCodesForANewPasswordHasToWait() {
        clock.stopAt(clock.instant());
        browser.get("/password/code");
        for (var i = 0; i < 5; i++) {
            assertThat(browser.post("/password/code", "code", "AAAA-AAAA-AAAA-AAA" + i)
                            .status())
                    .isEqualTo(422);
        }

        var tooSoon = browser.post("/password/code", "code", "AAAA");
        assertThat(tooSoon.status()).isEqualTo(429);
        assertThat(tooSoon.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(browser.post("/password/new", "token", "AAAA", "password", PASSWORD)
                        .status())
                .isEqualTo(429);
    }

    @Test
    void whereNoMailGoesOutNobodyIsToldToWaitForOne() {
        assertThat(browser.get("/password/forgotten").body())
                .contains("メールをお送りできません", "市の事務局にお問い合わせください", "/password/code")
                .doesNotContain("name=\"mail\"");
    }

    @Test
    void whoeverHasAPasswordKeepsItWhenTakingUpAnotherOffice() {
        var person = people.add("兼 任", "かね まこと", mail);
        passwords.change(person, PASSWORD);
        var code = invitations.byCode(offer(person));
        browser.get("/invitation");
        assertThat(browser.post("/invitation/open", "code", code).body()).doesNotContain("type=\"password\"");

        var done = browser.post("/invitation/accept", "code", code, "password", NEW_PASSWORD);

        assertThat(done.location()).isEqualTo("/sign-in?accepted");
        assertThat(passwords.owner(mail, PASSWORD)).contains(new Passwords.Owner(person, false));
        assertThat(passwords.owner(mail, NEW_PASSWORD)).isEmpty();
    }

    private PersonId account(String name) {
        var person = people.add(name, "かね まこと", mail);
        passwords.change(person, PASSWORD);
        return person;
    }

    private void signIn(String to) {
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", "mail", mail, "password", PASSWORD, "to", to)
                        .location())
                .isEqualTo(to);
    }

    @Test
    void whoHasAnAccountTakesUpAnOfficeByACodeThatWasMadeForANewcomerOfTheName() {
        var account = account("重 複");
        var group = Ids.next();
        var entered = people.add("重　複", "かね まこと", "former" + mail);
        offices.appoint(entered, Office.GROUP_EDITOR, group, LocalDate.now(), null);
        var code = invitations.byCode(
                new Invitations.Offer(entered, Office.GROUP_REPRESENTATIVE, group, LocalDate.now(), null));
        var other = invitations.byCode(
                new Invitations.Offer(entered, Office.GROUP_VIEWER, Ids.next(), LocalDate.now(), null));
        browser.get("/invitation");
        var back = "/invitation?token=" + code;
        assertThat(browser.post("/invitation/open", "code", code).body())
                .as("what was typed stands in no address")
                .contains("ログインして引き受ける", "コードをもう一度入力すると", "/sign-in?to=/invitation\"")
                .doesNotContain("accept-as-me", "token%3D");
        assertThat(browser.get(back).body())
                .contains("/sign-in?to=/invitation?token%3D" + code)
                .doesNotContain("もう一度入力");
        signIn(back);
        var shown = browser.get(back).body();
        assertThat(shown).contains("重 複さんとして引き受ける", "別の方がはじめて");

        assertThat(browser.post("/invitation/accept-as-me", "code", code).location())
                .isEqualTo("/home");

        assertThat(offices.holds(account, Office.GROUP_REPRESENTATIVE, group)).isTrue();
        assertThat(offices.holds(account, Office.GROUP_EDITOR, group)).isTrue();
        assertThat(offices.heldBy(entered)).isEmpty();
        assertThat(invitations.opened(other).orElseThrow().offer().person()).isEqualTo(account);
        assertThat(people.search("重複", 10))
                .extracting(People.Entry::person)
                .contains(account)
                .doesNotContain(entered);
        assertThat(people.entry(entered).orElseThrow().person()).isEqualTo(account);
        assertThat(jdbc.sql("SELECT facts::text FROM account_event WHERE kind = 'same person' AND about = ?")
                        .param(account.value())
                        .query(String.class)
                        .single())
                .as("what it takes to part them again")
                .contains(entered.toString(), "group-editor", group.toString())
                .doesNotContain("former" + mail);
        assertThat(browser.post("/invitation/accept-as-me", "code", code).location())
                .as("a second click")
                .isEqualTo("/home");
        clock.advance(Duration.ofMinutes(11));
        assertThat(browser.post("/invitation/accept-as-me", "code", code).body())
                .contains("この招待は使えません");
        assertThatThrownBy(() -> offices.appoint(entered, Office.GROUP_VIEWER, group, LocalDate.now(), null))
                .as("a page that stood open since before")
                .hasMessageContaining("account.person.joined");
        assertThatThrownBy(() -> invitations.byCode(offer(entered))).hasMessageContaining("account.person.joined");
        assertThat(passwords.owner(mail, PASSWORD)).contains(new Passwords.Owner(account, false));
    }

    @Test
    void aCodeGivesNoAccountWhatDoesNotGoWithItsOfficesOrHangsOnThePerson() {
        var account = account("兼 不可");
        offices.appoint(account, Office.SECRETARIAT, null, LocalDate.now(), null);
        var forGroup = invitations.byCode(new Invitations.Offer(
                people.add("兼 不可", "かね ふか", null), Office.GROUP_REPRESENTATIVE, Ids.next(), LocalDate.now(), null));
        var reviewer = people.add("兼 不可", "かね ふか", null);
        var call = Ids.next();
        offices.appoint(reviewer, Office.REVIEWER, call, LocalDate.now(), null);
        var forPanel =
                invitations.byCode(new Invitations.Offer(reviewer, Office.REVIEWER, call, LocalDate.now(), null));
        signIn("/home");
        browser.get("/invitation");

        for (var code : List.of(forGroup, forPanel)) {
            assertThat(browser.post("/invitation/open", "code", code).body())
                    .contains("いまログインしているアカウントでは引き受けられません")
                    .doesNotContain("accept-as-me");
            var refused = browser.post("/invitation/accept-as-me", "code", code);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("いまログインしているアカウントでは引き受けられません");
            assertThat(invitations.opened(code)).as("nothing is used up").isPresent();
        }
        assertThat(offices.heldBy(account)).extracting(Holding::office).containsExactly(Office.SECRETARIAT);
        assertThat(offices.holds(reviewer, Office.REVIEWER, call)).isTrue();
    }

    @Test
    void whomToAskIsWhoeverGivesWhatTheCodeOffers() {
        offices.appoint(account("兼 不可"), Office.SECRETARIAT, null, LocalDate.now(), null);
        var forStaff = invitations.byCode(
                new Invitations.Offer(people.add("兼 不可", "かね ふか", null), Office.AUDITOR, null, LocalDate.now(), null));
        var forPanel = invitations.byCode(new Invitations.Offer(
                people.add("兼 不可", "かね ふか", null), Office.REVIEWER, Ids.next(), LocalDate.now(), null));
        browser.get("/invitation");
        assertThat(browser.post("/invitation/open", "code", forPanel).body())
                .as("nobody signs in to be refused")
                .contains("いまのアカウントに役割を加えるよう、市の事務局にお申し出ください")
                .doesNotContain("ログインして引き受ける");
        assertThat(browser.post("/invitation/open", "code", forStaff).body()).contains("ログインして引き受ける");

        signIn("/home");
        browser.get("/invitation");

        assertThat(browser.post("/invitation/open", "code", forPanel).body()).contains("市の事務局にお申し出ください");
        assertThat(browser.post("/invitation/open", "code", forStaff).body())
                .contains("市の管理者にお申し出ください")
                .doesNotContain("市の事務局に", "accept-as-me");
    }

    @Test
    void anAdministratorTakesUpNothingThatWasMadeForSomebodyElseEvenOfTheSameName() {
        var account = account("管 理");
        offices.appoint(account, Office.ADMINISTRATOR, null, LocalDate.now(), null);
        var drawer = people.add("管 理", "かん り", null);
        var citizen = people.add("管 理", "かん り", null);
        var group = Ids.next();
        offices.appoint(citizen, Office.GROUP_REPRESENTATIVE, group, LocalDate.now(), null);
        var toDraw = invitations.byCode(new Invitations.Offer(drawer, Office.DESIGNER, null, LocalDate.now(), null));
        var toRepresent = invitations.byCode(
                new Invitations.Offer(citizen, Office.GROUP_REPRESENTATIVE, group, LocalDate.now(), null));
        signIn("/home");
        browser.get("/invitation");

        assertThat(browser.post("/invitation/open", "code", toDraw).body())
                .contains("ほかの管理者にご依頼ください")
                .doesNotContain("accept-as-me");
        assertThat(browser.post("/invitation/open", "code", toRepresent).body())
                .contains("いまログインしているアカウントでは引き受けられません")
                .doesNotContain("accept-as-me");
        for (var code : List.of(toDraw, toRepresent)) {
            assertThat(browser.post("/invitation/accept-as-me", "code", code).status())
                    .isEqualTo(422);
            assertThat(invitations.opened(code)).isPresent();
        }
        assertThat(offices.heldBy(account)).extracting(Holding::office).containsExactly(Office.ADMINISTRATOR);
        assertThat(offices.holds(citizen, Office.GROUP_REPRESENTATIVE, group)).isTrue();
    }

    @Test
    void aCodeThatIsMadeOutToAnotherNameIsTakenUpByNobodyElse() {
        var account = account("重 複");
        var other = people.add("別 人", "べつ じん", null);
        var group = Ids.next();
        var code = invitations.byCode(new Invitations.Offer(other, Office.GROUP_EDITOR, group, LocalDate.now(), null));
        var misspelt = invitations.byCode(new Invitations.Offer(
                people.add("重復", "カネマコト", null), Office.GROUP_EDITOR, group, LocalDate.now(), null));
        signIn("/home");
        browser.get("/invitation");

        assertThat(browser.post("/invitation/open", "code", code).body())
                .contains("「別 人」さんのお名前で作られています", "「重 複」さんのアカウントでは引き受けられません", "別の方がはじめて")
                .doesNotContain("accept-as-me");
        assertThat(browser.post("/invitation/accept-as-me", "code", code).status())
                .isEqualTo(422);
        assertThat(offices.heldBy(account)).isEmpty();
        assertThat(invitations.opened(code).orElseThrow().offer().person()).isEqualTo(other);
        assertThat(browser.post("/invitation/open", "code", misspelt).body()).contains("重 複さんとして引き受ける");
    }

    @Test
    void aSecondClickOnWhatTheFirstHasTakenUpIsNoFailure() {
        var person = people.add("二度 押", "にど おし", null);
        var code = invitations.byCode(offer(person));
        var other = new Browser(port);
        other.get("/invitation");
        browser.get("/invitation");
        var typed = new String[] {"code", code, "mail", mail, "password", PASSWORD};
        assertThat(browser.post("/invitation/accept", typed).location()).isEqualTo("/home");

        assertThat(other.post("/invitation/accept", typed).location())
                .as("sent before the answer to the first")
                .isEqualTo("/home");
        assertThat(other.get("/home").status()).isEqualTo(200);
        var stranger = new Browser(port);
        stranger.get("/invitation");
        assertThat(stranger.post("/invitation/accept", "code", code, "mail", mail, "password", NEW_PASSWORD)
                        .status())
                .as("only with the password that was chosen")
                .isEqualTo(422);
        clock.advance(Duration.ofMinutes(11));
        assertThat(stranger.post("/invitation/accept", typed).status()).isEqualTo(422);

        var more = invitations.byCode(new Invitations.Offer(person, Office.APPROVER, null, LocalDate.now(), null));
        for (var click = 0; click < 2; click++) {
            assertThat(stranger.post("/invitation/accept", "code", more).location())
                    .isEqualTo("/sign-in?accepted");
        }
        assertThat(jdbc.sql("SELECT count(*) FROM office_holding WHERE person_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void nobodyTakesUpAnInvitationAsThemselvesWithoutBeingSignedIn() {
        var code = invitations.byCode(offer(people.add("無 名", "む めい", null)));
        browser.get("/invitation");

        assertThat(browser.post("/invitation/accept-as-me", "code", code).body())
                .contains("ログインして引き受ける");
        assertThat(invitations.opened(code)).isPresent();
    }

    @Test
    void guessingCodesHasToWait() {
        clock.stopAt(clock.instant());
        browser.get("/invitation");
        for (var i = 0; i < 5; i++) {
            assertThat(browser.post("/invitation/open", "code", "AAAA-AAAA-AAAA-AAA" + i)
                            .status())
                    .isEqualTo(422);
        }

        assertThat(browser.post("/invitation/open", "code", "AAAA-AAAA-AAAA-AAAA")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void guessingCodesHasToWaitAlsoWhereTheyAreAccepted() {
        var person = people.add("紙 かおる", "かみ かおる", null);
        var code = invitations.byCode(offer(person));
        clock.stopAt(clock.instant());
        browser.get("/invitation");
        for (var i = 0; i < 6; i++) {
            assertThat(browser.post("/invitation/accept", "code", code, "mail", mail, "password", "short")
                            .status())
                    .as("who has the code may look for a password as long as it takes")
                    .isEqualTo(422);
        }
        for (var i = 0; i < 5; i++) {
            assertThat(browser.post("/invitation/accept", "code", "AAAA-AAAA-AAAA-AAA" + i, "password", PASSWORD)
                            .status())
                    .isEqualTo(422);
        }

        assertThat(browser.post("/invitation/accept", "code", code, "mail", mail, "password", PASSWORD)
                        .status())
                .isEqualTo(429);
        assertThat(offices.heldBy(person)).isEmpty();
    }

    @Test
    void askingForANewPasswordIsAnsweredTheSameWhetherOrNotThereIsAnAccount() {
        passwords.change(people.add("忘 太郎", "ぼう たろう", mail), PASSWORD);
        browser.get("/password/forgotten");

        var known = browser.post("/password/forgotten", "mail", mail);
        var unknown = browser.post("/password/forgotten", "mail", "nobody" + Ids.next() + "@example.jp");

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(200);
        assertThat(known.body()).isEqualTo(unknown.body()).contains("お手続きを受け付けました");
        await().untilAsserted(() -> assertThat(secrets()).hasSize(1));
    }

    /** The secrets in the mails to this test's address. */
    private List<String> secrets() {
        return jdbc.sql("SELECT secret FROM mail WHERE address = ? AND secret IS NOT NULL ORDER BY id")
                .param(mail)
                .query(String.class)
                .list();
    }

    @Test
    void theLinkSetsANewPasswordOnceAndWithinAnHour() {
        var person = people.add("忘 次郎", "ぼう じろう", mail);
        passwords.change(person, PASSWORD);
        resets.ask(mail);
        resets.ask(mail);
        var first = secrets().get(0);
        var second = secrets().get(1);
        assertThat(browser.get("/password/new?token=" + first).status()).isEqualTo(200);

        assertThat(browser.post("/password/new", "token", first, "password", "aaaaaaaaaaaaaaaa")
                        .body())
                .contains("推測されやすい");
        assertThat(browser.post("/password/new", "token", first, "password", PASSWORD)
                        .body())
                .contains("これまでと同じパスワード", "id=\"password-wrong\"");
        assertThat(browser.post("/password/new", "token", first, "password", NEW_PASSWORD)
                        .location())
                .isEqualTo("/sign-in?changed");

        assertThat(passwords.owner(mail, NEW_PASSWORD)).contains(new Passwords.Owner(person, false));
        assertThat(passwords.owner(mail, PASSWORD)).isEmpty();
        assertThat(browser.post("/password/new", "token", first, "password", PASSWORD)
                        .body())
                .contains("このリンクは使えません");
        assertThat(browser.get("/password/new?token=" + second).status())
                .as("other links end as well")
                .isEqualTo(404);
        clock.advance(Duration.ofHours(2));
        resets.ask(mail);
        var late = secrets().getLast();
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        assertThat(browser.get("/password/new?token=" + late).status()).isEqualTo(404);
    }

    @Test
    void theHourBeginsWhenTheMailIsHandedOver() {
        passwords.change(people.add("待 四郎", "まち しろう", mail), PASSWORD);
        resets.ask(mail);
        var link = secrets().getFirst();
        clock.advance(Duration.ofHours(5));

        events.publishEvent(new SecretSent(link));

        assertThat(browser.get("/password/new?token=" + link).status()).isEqualTo(200);
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        assertThat(resets.opened(link)).isEmpty();
        resets.ask(mail);
        var used = secrets().getLast();
        resets.use(used, NEW_PASSWORD);
        events.publishEvent(new SecretSent(used));
        assertThat(resets.opened(used)).isEmpty();
    }

    @Test
    void whatWentToAWrongAddressOpensNothingOnceItIsPutRight() {
        var person = people.add("誤 宛", "ごとう あて", "wrong" + mail);
        invitations.byMail(offer(person));
        var wrong = secret("wrong" + mail);
        jdbc.sql("UPDATE mail SET state = 'SENT' WHERE address = ?")
                .param("wrong" + mail)
                .update();

        changeMail.change(person, " " + mail);

        assertThat(invitations.opened(wrong)).isEmpty();
        assertThat(invitations.opened(secrets().getLast())).get().satisfies(open -> {
            assertThat(open.offer()).isEqualTo(offer(person));
            assertThat(open.byMail()).isTrue();
        });
        passwords.change(person, PASSWORD);
        resets.ask(mail);
        var link = secrets().getLast();
        changeMail.change(person, "new" + mail);
        assertThat(resets.opened(link)).isEmpty();
    }

    private String secret(String address) {
        return jdbc.sql("SELECT secret FROM mail WHERE address = ?")
                .param(address)
                .query(String.class)
                .single();
    }

    @Test
    void nobodysLetterBoxIsFilled() {
        passwords.change(people.add("忘 三郎", "ぼう さぶろう", mail), PASSWORD);

        for (var i = 0; i < 10; i++) {
            resets.ask(mail);
        }

        assertThat(secrets()).hasSize(3);
    }

    @Test
    void aClosedAccountOpensNoMore() {
        var person = people.add("去 人", "さり ひと", mail);
        passwords.change(person, PASSWORD);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", "mail", mail, "password", PASSWORD).status())
                .isEqualTo(302);

        people.close(person);

        assertThat(browser.get("/home").location()).startsWith("/sign-in");
        browser.get("/sign-in");
        var stopped = browser.post("/sign-in", "mail", mail, "password", PASSWORD);
        assertThat(stopped.status()).isEqualTo(422);
        assertThat(stopped.body()).contains("ご利用を停止しているため", "市の事務局にお問い合わせ").doesNotContain("パスワードが違います");
        assertThat(browser.get("/home").location()).as("nobody is in").startsWith("/sign-in");
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", "mail", mail, "password", NEW_PASSWORD)
                        .body())
                .as("whoever does not know the password learns nothing of the account")
                .contains("メールアドレスかパスワードが違います")
                .doesNotContain("停止");
        people.open(person);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", "mail", mail, "password", PASSWORD).location())
                .isEqualTo("/home");
    }

    @Test
    void whoOpensAnInvitationWhileSignedInReadsAsWhomAndFindsTheWayBackOrOutAndOn() {
        account("中 居る");
        signIn("/home");
        assertThat(browser.get("/invitation").body())
                .contains("いまは「中 居る」さんとしてログインしています。", "href=\"/home\"", "/sign-out?to=/invitation\"");
        var invited = people.add("別 人", "べつ ひと", null);
        var code = invitations.byCode(offer(invited));

        var typed = browser.post("/invitation/open", "code", code).body();
        assertThat(typed)
                .contains("別 人さんあての招待", "いまは「中 居る」さんとして", "コードをもう一度入力", "/sign-out?to=/invitation\"")
                .doesNotContain("ようこそ", "あなたは「");
        var page = "/invitation?token=" + code;
        assertThat(browser.get(page).body())
                .contains("/sign-out?to=/invitation?token%3D" + code)
                .doesNotContain("もう一度入力");

        assertThat(browser.get("/sign-out?to=/invitation?token%3D" + code).body())
                .contains("ログアウトしますか", "href=\"" + page + "\"");
        assertThat(browser.post("/sign-out", "to", page).location()).isEqualTo(page);
        assertThat(browser.get(page).body()).contains("別 人さん、ようこそ", "あなたは「").doesNotContain("としてログインしています");
        assertThat(browser.get("/sign-out?to=/invitation").location())
                .as("who is outside by then goes on")
                .isEqualTo("/invitation");
        assertThat(browser.get("/sign-out?to=//evil.example").body()).contains("ログアウトしました");
    }

    @Test
    void anInvitationOfAClosedAccountIsAnsweredInWordsAndLetsNobodyIn() {
        var person = people.add("去 人", "さり ひと", null);
        var code = invitations.byCode(offer(person));
        people.close(person);
        browser.get("/invitation");

        assertThat(browser.post("/invitation/open", "code", code).body()).contains("この招待は使えません");
        assertThat(browser.post("/invitation/accept", "code", code, "mail", mail, "password", PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(offices.heldBy(person)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "aaaaaaaaaaaaaaaa",
                "abcdefghijklmnop",
                "qwertyuiopasdfgh",
                "012345678901",
                "passwordpassword",
                "kaoru-kaoru-2026",
                "とてもながいあいことばをつくりましたがながすぎてつかえません"
            })
    void aPasswordThatIsEasyToGuessOrTooLongIsRefused(String password) {
        assertThatThrownBy(() -> Passwords.demand(password, "kaoru-kaoru@example.jp"))
                .isInstanceOf(app.tomoni.shared.Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "みなとのみずうみ2026春", "x7#Kp2!mQz9w", "𠮷野家の裏で待ち合わせる"})
    void aLongPasswordOfAnyKindWillDo(String password) {
        Passwords.demand(password, "kaoru@example.jp");
        assertThat(password).isNotEmpty();
    }
}
