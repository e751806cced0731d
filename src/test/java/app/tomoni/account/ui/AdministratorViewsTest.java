package app.tomoni.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Statements;
import app.tomoni.ViewTest;
import app.tomoni.account.City;
import app.tomoni.account.DemoMark;
import app.tomoni.account.Departments;
import app.tomoni.account.Deputies;
import app.tomoni.account.HeadTool;
import app.tomoni.account.Holding;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.account.SingleKeys;
import app.tomoni.account.signin.Passwords;
import app.tomoni.call.Calls;
import app.tomoni.call.OpenedCall;
import app.tomoni.shared.Ids;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.FileRejectedEvent;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.VaadinSession;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

class AdministratorViewsTest extends ViewTest {

    @Autowired
    private Departments departments;

    @Autowired
    private Deputies deputies;

    @Autowired
    private City city;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anAdministrator() {
        signInAs(person("管理 一郎", Office.ADMINISTRATOR));
    }

    private <T extends com.vaadin.flow.component.Component> T field(Class<T> type, String id) {
        return $(type).withId(id).single();
    }

    @Test
    void anOfficeWithoutAPageIsNotTakenForNone() {
        signInAs(person("図 描", Office.DESIGNER));
        open("home");
        assertThat(text()).contains("この役割の作業は、画面の外で行います", "いまの進め方を見る").doesNotContain("まだ役割がありません");

        open("home");
        assertThat(text()).as("home from home").containsOnlyOnce("いまの進め方を見る");

        signInAs(people.add("まだ なし", "テスト", null));
        open("home");
        assertThat(text()).contains("まだ役割がありません");
    }

    @Autowired
    private Calls calls;

    @Test
    void anEmptyInstallationTellsItsAdministratorWhatComesFirstUntilAllIsDone() {
        var secretary = person("事務 始", Office.SECRETARIAT);
        var approver = person("決裁 始", Office.APPROVER);
        jdbc.sql("UPDATE city SET name = ''").update();
        open("home");
        assertThat(text()).contains("はじめの準備", "市の名前を決める", "これから", "決裁者を招待する", "審査委員は事務局が募集の画面で");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("city");
        assertThat($(Anchor.class).all()).extracting(Anchor::getText).doesNotContain("事務局の方を招待する");

        calls.save(OpenedCall.until(20, "1", secretary, approver));
        jdbc.sql("UPDATE city SET name = 'みなと野市', programme = '制度', secretariat = '推進課'")
                .update();
        open("home");

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("people");
        open("city", CityView.class);
        assertThat(text()).doesNotContain("はじめの準備の一覧へ");
    }

    @Test
    void whoCannotSignInYetGetsACodeWithTheOffice() {
        var person = people.add("新 人", "しん じん", null);
        open("people/" + person, PersonView.class);
        assertThat(text())
                .contains("まだログインできません", "メールをお送りできません")
                .as("no mail goes out here")
                .doesNotContain("メールで送る", "メールで招待");
        assertThat($(Button.class).withText("招待コードを作る").single().getThemeNames())
                .contains("primary");
        @SuppressWarnings("unchecked")
        var office = (Select<Office>) field(Select.class, "office");
        office.setValue(Office.APPROVER);

        press("すぐに任命する");

        assertThat(offices.holds(person, Office.APPROVER, null)).isTrue();
        assertThat(UI.getCurrent().getInternals().getTitle()).startsWith("新 人");
        assertThat(text())
                .contains("「決裁者」として始めるための招待", "登録を待っています")
                .contains("新 人さんを「決裁者」に任命しました。", "/invitation")
                .containsPattern("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
    }

    @Test
    void whomNoMailReachesGetsACodeForANewPassword() {
        var person = people.add("忘 花子", "ぼう はなこ", "hanako" + Ids.next() + "@example.jp");
        open("people/" + person, PersonView.class);
        assertThat(text()).as("there is nothing to forget").doesNotContain("パスワードを忘れたとき");
        passwords.change(person, "かわのほとりでまつひとり");
        open("people/" + person, PersonView.class);

        press("パスワードを決め直すコードを作る");

        assertThat(text())
                .contains("/password/code", "ここにしか表示されません")
                .containsPattern("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
        assertThat(jdbc.sql("SELECT count(*) FROM account_event WHERE kind = 'password reset code made' AND about = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Autowired
    private Passwords passwords;

    @Test
    void whoIsNotSignedInIsNotOfferedToSignOut() {
        SecurityContextHolder.clearContext();
        var frame = new MainLayout(
                new SignedIn(),
                offices,
                people,
                city,
                mark,
                singleKeys,
                List.of(),
                new StaticListableBeanFactory().getBeanProvider(HeadTool.class));

        assertThat(frame.getElement().getTextRecursively()).contains("ヘルプ").doesNotContain("ログアウト");
    }

    @Autowired
    private DemoMark mark;

    @Autowired
    private SingleKeys singleKeys;

    @Test
    void somebodyIsAddedAndAppointedToADepartment() {
        var department = departments.add("公園課" + Ids.next(), "こうえんか");
        open("people", PeopleView.class);
        test(field(TextField.class, "new-name")).setValue("公園 緑");
        test(field(TextField.class, "new-kana")).setValue("こうえん みどり");
        test(field(EmailField.class, "new-mail")).setValue("midori" + Ids.next() + "@example.jp");
        press("加えて役割を決める");
        assertThat(text()).contains("公園 緑", "まだ役割がありません");

        @SuppressWarnings("unchecked")
        var office = (Select<Office>) field(Select.class, "office");
        office.setValue(Office.DEPARTMENT);
        @SuppressWarnings("unchecked")
        var which = (ComboBox<Departments.Department>) field(ComboBox.class, "department");
        which.setValue(departments.open().stream()
                .filter(each -> each.id().equals(department))
                .findFirst()
                .orElseThrow());
        press("すぐに任命する");

        assertThat(text()).contains("任命しました", "担当課（公園課");
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        open("people", PeopleView.class);
        assertThat($(Anchor.class).all())
                .as("the form stands below a long list")
                .anyMatch(link -> link.getHref().equals("#new-person"));
        test(field(TextField.class, "new-name")).setValue("公園 緑");

        press("加えて役割を決める");

        assertThat(field(TextField.class, "new-kana").getErrorMessage()).isEqualTo("フリガナを入力してください。");
        assertThat(field(TextField.class, "new-name").isInvalid()).isFalse();
        assertThat(field(TextField.class, "new-name").getValue()).isEqualTo("公園 緑");
    }

    @Test
    void anInvitationCodeIsShownOnceAndCanBeWithdrawn() {
        var person = people.add("紙 かおる", "かみ かおる", null);
        open("people/" + person, PersonView.class);
        @SuppressWarnings("unchecked")
        var office = (Select<Office>) field(Select.class, "office");
        office.setValue(Office.SECRETARIAT);
        press("招待コードを作る");
        assertThat(text())
                .containsPattern("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}")
                .contains("引き受けを待っています");

        open("people/" + person, PersonView.class);
        assertThat(text()).doesNotContainPattern("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
        press("招待を取り消す");

        assertThat(text()).doesNotContain("引き受けを待っています");
    }

    @Test
    void anEndThatCannotBeReadIsNotTakenForNone() {
        var person = people.add("課長 代理", "かちょう だいり", null);
        open("people/" + person, PersonView.class);
        @SuppressWarnings("unchecked")
        var office = (Select<Office>) field(Select.class, "office");
        office.setValue(Office.SECRETARIAT);
        var end = field(DatePicker.class, "account-office-to");
        end.getElement().setProperty("_inputElementValue", "いつか");
        hear(end, "unparsable-change", Map.of());

        press("すぐに任命する");

        assertThat(offices.appointments(person)).isEmpty();
        assertThat(end.getErrorMessage()).contains("読み取れません");
    }

    @Test
    void whatIsMissingForAnOfficeOrADeputyIsSaidAtItsField() {
        var person = people.add("役 なし", "やく なし", null);
        offices.appoint(person, Office.APPROVER, null, LocalDate.of(2020, 1, 1), null);
        open("people/" + person, PersonView.class);
        field(DatePicker.class, "account-office-from").setValue(LocalDate.of(2030, 4, 1));
        field(DatePicker.class, "account-office-to").setValue(LocalDate.of(2030, 3, 31));
        field(DatePicker.class, "account-deputy-to").clear();
        assertThat(field(Select.class, "deputy-office").getValue())
                .as("the only office")
                .isEqualTo(new Holding(Office.APPROVER, null, null));
        field(Select.class, "deputy-office").clear();

        press("すぐに任命する");
        press("代理を立てる");

        assertThat(field(Select.class, "office").getErrorMessage()).isEqualTo("役割を選んでください。");
        assertThat(field(DatePicker.class, "account-office-to").getErrorMessage())
                .contains("始まりの日以後");
        assertThat(field(ComboBox.class, "deputy").getErrorMessage()).isEqualTo("代理をする人を選んでください。");
        assertThat(field(Select.class, "deputy-office").getErrorMessage()).isEqualTo("代理する役割を選んでください。");
        assertThat(field(DatePicker.class, "account-deputy-to").getErrorMessage())
                .isEqualTo("終わりの日を入力してください。");
        assertThat(offices.appointments(person)).hasSize(1);
    }

    @Test
    void anOfficeOfACallOrAGroupIsEndedWhereMoreThanTheOfficeEnds() {
        var member = people.add("委員 はるか", "いいん はるか", null);
        offices.appoint(member, Office.REVIEWER, Ids.next(), LocalDate.of(2020, 1, 1), null);
        offices.appoint(member, Office.GROUP_EDITOR, Ids.next(), LocalDate.of(2020, 1, 1), null);

        open("people/" + member, PersonView.class);

        assertThat(text()).contains("募集の画面で外します", "団体の画面で外します");
        assertThat($(Button.class).all()).extracting(Button::getText).doesNotContain("終える");
    }

    @Test
    void anOfficeEndsOnlyAfterAQuestionAndCanBeReadAfterwards() {
        var person = people.add("決裁 保", "けっさい たもつ", null);
        offices.appoint(person, Office.APPROVER, null, LocalDate.of(2020, 1, 1), null);
        open("people/" + person, PersonView.class);

        press("終える");
        press("終えずに戻る");
        assertThat(offices.appointments(person)).hasSize(1);
        press("終える");
        press("この役割を終える");

        assertThat(offices.appointments(person)).isEmpty();
        assertThat(text())
                .contains("役割を終えました", "いまは役割がありません", "これまでの役割", "決裁者", "令和2年1月1日")
                .doesNotContain("まだ役割がありません");
    }

    @Test
    void whoHasStoodInIsKeptAmongTheOfficesOfBoth() {
        var secretary = person("大沢 恵", Office.SECRETARIAT);
        var deputy = people.add("桐谷 実", "きりたに みのる", null);
        var today = LocalDate.now();
        deputies.appoint(deputy, secretary, Office.SECRETARIAT, null, today, today);
        deputies.appoint(deputy, secretary, Office.SECRETARIAT, null, today.plusDays(9), today.plusDays(9));
        deputies.around(deputy).forEach(each -> deputies.end(each.id()));

        for (var person : List.of(deputy, secretary)) {
            open("people/" + person, PersonView.class);
            assertThat(text()).contains("これまでの役割").containsOnlyOnce("桐谷 実さんが、大沢 恵さんの「事務局」を代理");
        }
    }

    @Test
    void whoStandsInTwiceAtATimeIsNamedAndEndedOnce() {
        var secretary = person("大沢 恵", Office.SECRETARIAT);
        var deputy = people.add("桐谷 実", "きりたに みのる", null);
        var today = LocalDate.now();
        deputies.appoint(deputy, secretary, Office.SECRETARIAT, null, today, today.plusDays(5));
        deputies.appoint(deputy, secretary, Office.SECRETARIAT, null, today.plusDays(3), today.plusDays(9));
        assertThat(deputies.around(deputy)).singleElement().satisfies(each -> {
            assertThat(each.from()).isEqualTo(today);
            assertThat(each.to()).isEqualTo(today.plusDays(9));
        });

        deputies.end(deputies.around(deputy).getFirst().id());

        assertThat(offices.heldBy(deputy)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private void choose(Office office) {
        ((Select<Office>) field(Select.class, "office")).setValue(office);
    }

    @SuppressWarnings("unchecked")
    private void chooseDeputy(PersonId person, Office office) {
        ((ComboBox<People.Entry>) field(ComboBox.class, "deputy"))
                .setValue(people.entry(person).orElseThrow());
        ((Select<Holding>) field(Select.class, "deputy-office")).setValue(new Holding(office, null, null));
    }

    @Test
    void whoCannotSignInYetIsRemarkedOnAsADeputyAndTheReaderStaysAtTheCard() {
        var secretary = person("大沢 恵", Office.SECRETARIAT);
        var newcomer = people.add("桐谷 実", "きりたに みのる", null);
        var colleague = people.add("森 岳", "もり がく", "gaku" + Ids.next() + "@example.jp");
        passwords.change(colleague, "かわのほとりでまつひとり");
        open("people/" + secretary, PersonView.class);
        chooseDeputy(newcomer, Office.SECRETARIAT);
        assertThat(field(ComboBox.class, "deputy").getHelperText()).contains("桐谷 実さんは、まだ登録が済んでいない");
        press("代理を立てる");

        var card = $(DeputiesCard.class).single();
        assertThat(card.getElement().getTextRecursively()).contains("代理を立てました。", "桐谷 実さんは、まだ登録が済んでいない", "まだログインしていません");
        assertThat($(Note.class, card).all())
                .singleElement()
                .satisfies(note -> assertThat(note.getElement().getAttribute("tabindex"))
                        .as("where the reader is led")
                        .isEqualTo("-1"));
        assertThat($(Anchor.class, card).all()).extracting(Anchor::getHref).contains("people/" + newcomer);

        chooseDeputy(colleague, Office.SECRETARIAT);
        assertThat(field(ComboBox.class, "deputy").getHelperText()).isEmpty();
        press("代理を立てる");
        assertThat($(Note.class, $(DeputiesCard.class).single())
                        .single()
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("代理を立てました。");
    }

    @Test
    void whoReadsThatSomebodyIsLetInAgainReadsWhatTheyCanDo() {
        var person = person("鈴木 三", Office.FINANCE);
        people.giveMail(person, "san" + Ids.next() + "@example.jp");
        passwords.change(person, "かわのほとりでまつひとり");
        people.close(person);
        var newcomer = people.add("鈴木 四", "すずき よん", null);
        people.close(newcomer);

        open("people/" + person, PersonView.class);
        press("利用を再開する");
        assertThat(text()).contains("鈴木 三さんの利用を再開しました。", "これまでのメールアドレスとパスワード");
        open("people/" + newcomer, PersonView.class);
        press("利用を再開する");
        assertThat(text()).contains("招待を受けて登録が済むと、ログインできます").doesNotContain("これまでのメールアドレスとパスワード");
    }

    @Test
    void whoWritesForAGroupReadsNobodyElsesProposalForTheCity() {
        var representative = person("吉岡 凜", Office.GROUP_REPRESENTATIVE, Ids.next());
        open("people/" + representative, PersonView.class);
        choose(Office.APPROVER);
        for (var way : List.of("すぐに任命する", "招待コードを作る")) {
            press(way);
            assertThat(field(Select.class, "office").getErrorMessage()).contains("団体の提案を書く役割");
        }
        assertThat(offices.appointments(representative)).hasSize(1);
        assertThat(text()).doesNotContain("引き受けを待っています");

        open("people/" + person("大沢 恵", Office.SECRETARIAT), PersonView.class);
        chooseDeputy(representative, Office.SECRETARIAT);
        press("代理を立てる");
        assertThat(field(ComboBox.class, "deputy").getErrorMessage()).contains("団体の提案を書く役割");
        assertThat(deputies.around(representative)).isEmpty();
    }

    @Test
    void whoJudgesOrApprovesIsOfTheSecretariatOnlyForAReasonThatIsRecorded() {
        var reviewer = person("委員 はるか", Office.REVIEWER, Ids.next());
        open("people/" + reviewer, PersonView.class);
        assertThat($(TextArea.class).withId("office-reason").all()).isEmpty();
        choose(Office.SECRETARIAT);
        assertThat(field(TextArea.class, "office-reason").getHelperText()).contains("「審査委員」でもあります");
        press("すぐに任命する");
        assertThat(field(TextArea.class, "office-reason").getErrorMessage()).isEqualTo("兼ねる理由を入力してください。");
        assertThat(offices.appointments(reviewer)).hasSize(1);
        field(TextArea.class, "office-reason").setValue("職員が一人のため");
        press("すぐに任命する");
        assertThat(offices.appointments(reviewer)).hasSize(2);
        assertThat(reasons(reviewer)).containsExactly("職員が一人のため");

        var approver = person("北原 修", Office.APPROVER);
        open("people/" + person("大沢 恵", Office.SECRETARIAT), PersonView.class);
        chooseDeputy(approver, Office.SECRETARIAT);
        press("代理を立てる");
        assertThat(field(TextArea.class, "deputy-reason").getErrorMessage()).isEqualTo("兼ねる理由を入力してください。");
        field(TextArea.class, "deputy-reason").setValue("夏の休みのあいだ");
        press("代理を立てる");
        assertThat(deputies.around(approver)).hasSize(1);
        assertThat(reasons(approver)).containsExactly("夏の休みのあいだ");
    }

    private List<String> reasons(PersonId about) {
        return jdbc.sql(
                        "SELECT facts::jsonb ->> 'reason' FROM account_event WHERE about = ? AND kind = 'offices together'")
                .param(about.value())
                .query(String.class)
                .list();
    }

    @Test
    void nobodyIsBlockedBySlipOfTheHandAndWhoIsGetsNoOffice() {
        var person = person("鈴木 一", Office.FINANCE);
        open("people/" + person, PersonView.class);
        press("利用を止める");
        press("止めずに戻る");
        assertThat(people.entry(person).orElseThrow().closed()).isFalse();
        press("利用を止める");
        press("この方の利用を止める");

        assertThat(people.entry(person).orElseThrow().closed()).isTrue();
        assertThat(text())
                .contains("利用を止めました。", "財政担当")
                .containsOnlyOnce("この方のご利用を停止しています。")
                .doesNotContain("役割を渡す", "代理を立てる", "決めた期間だけ、ほかの人がこの人の役割を使えます");
        people.open(person);
        deputies.appoint(
                person("鈴木 二", Office.AUDITOR), person, Office.FINANCE, null, LocalDate.now(), LocalDate.now());
        people.close(person);
        open("people/" + person, PersonView.class);
        assertThat(text()).contains("鈴木 二さんが、鈴木 一さんの「財政担当」を代理");
    }

    @Test
    void anOfficeInWhichNobodyCanStandInIsNotOfferedForIt() {
        open("people/" + person("委員 はるか", Office.REVIEWER, Ids.next()), PersonView.class);

        assertThat(text()).contains("代理を立てられる役割がありません");
    }

    @Test
    void whatWaitsIsNamedWithWhoCanTakeItBeforeSomebodyIsStoppedOrLosesAnOffice() {
        var department = departments.add("港湾課" + Ids.next(), "こうわんか");
        var panel = Ids.next();
        var clerk = person("井手 薫", Office.DEPARTMENT, department);
        offices.appoint(clerk, Office.REVIEWER, panel, LocalDate.of(2020, 1, 1), null);
        waits(Office.DEPARTMENT, department, null);
        waits(Office.DEPARTMENT, department, null);
        waits(Office.REVIEWER, panel, clerk);
        var standIn = people.add("代 理子", "だい りこ", null);
        deputies.appoint(standIn, clerk, Office.DEPARTMENT, department, LocalDate.now(), LocalDate.now());
        open("people/" + clerk, PersonView.class);

        press("終える");
        assertThat(asked()).contains("2件。ほかに担当できる方がいません").doesNotContain("この方だけの作業");
        press("終えずに戻る");
        person("港 守", Office.DEPARTMENT, department);
        press("利用を止める");
        assertThat(asked()).contains("いまの役割はそのまま残ります", "2件。ほかに担当できる方：港 守、代 理子", "この方だけの作業が1件", "募集の画面で審査委員から外します");
        press("この方の利用を止める");

        assertThat(text()).contains("利用を止めました", "この方だけの作業が1件");
    }

    private String asked() {
        return $(Dialog.class).single().getElement().getTextRecursively();
    }

    private void waits(Office office, UUID scope, @Nullable PersonId assignee) {
        jdbc.sql("""
                        INSERT INTO open_task (id, kind, case_key, path, offered_to, office, scope_id, assignee, title,
                          title_sort, search, due_sort, created_at)
                        VALUES (:id, 'test', :id, :id::text, :word, :office, :scope, :assignee, '作業', 'サギョウ', '作業', now(), now())""")
                .param("id", Ids.next())
                .param("word", office + ":" + scope + (assignee == null ? "" : "@" + assignee))
                .param("office", office.name())
                .param("scope", scope)
                .param("assignee", assignee == null ? null : assignee.value())
                .update();
    }

    @Test
    void theListSaysWhoHoldsWhatAndCanSignInInAsFewQuestionsForManyAsForOne() {
        var same = "一覧" + Ids.next().toString().substring(24);
        var first = person(same + "甲", Office.FINANCE);
        passwords.change(first, "かわのほとりでまつひとり");
        open("people");
        var one = Statements.of(() -> open("people?q=" + same)).size();
        assertThat(text()).contains("財政担当").doesNotContain("まだログインしていません");
        var deputy = people.add(same + "乙", "おつ", null);
        deputies.appoint(deputy, first, Office.FINANCE, null, LocalDate.now(), LocalDate.now());
        people.close(person(same + "丙", Office.AUDITOR));
        var invited = people.add(same + "丁", "てい", null);
        invitations.byCode(new Invitations.Offer(invited, Office.APPROVER, null, LocalDate.now(), null));
        invitations.byCode(new Invitations.Offer(first, Office.FINANCE, null, LocalDate.now(), null));

        assertThat(Statements.of(() -> open("people?q=" + same))).hasSize(one);

        assertThat(text()).contains("財政担当（代理）", "まだログインしていません", "監査担当", "ご利用を停止しています");
        assertThat(text()).contains("決裁者（引き受けを待っています）").doesNotContain("財政担当（引き受けを待っています）");
    }

    @Test
    void whoeverIsOfAKnownNameIsAskedForBeforeThereAreTwo() {
        var name = "同名 " + Ids.next().toString().substring(24);
        var known = people.add(name, "どうめい", null);
        offices.appoint(known, Office.FINANCE, null, LocalDate.now(), null);
        open("people", PeopleView.class);
        test(field(TextField.class, "new-name")).setValue(name.replace(" ", "　"));
        test(field(TextField.class, "new-kana")).setValue("どうめい");
        press("加えて役割を決める");
        assertThat(text()).contains("という名前の方が、すでに登録されています", "ドウメイ", "財政担当");
        assertThat(people.named(name)).containsExactly(known);
        press("この方です");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("people/" + known);

        open("people", PeopleView.class);
        test(field(TextField.class, "new-name")).setValue(name);
        test(field(TextField.class, "new-kana")).setValue("どうめい");
        press("加えて役割を決める");
        test(field(TextField.class, "new-kana")).setValue("べつめい");
        assertThat(text()).as("asked for what stood there before").doesNotContain("すでに登録されています");
        press("加えて役割を決める");
        press("同じ名前の別の方として加える");
        assertThat(people.named(name)).hasSize(2).contains(known);
    }

    @Test
    void aDeputyEndsOnlyAfterAQuestion() {
        var secretary = person("大沢 恵", Office.SECRETARIAT);
        var deputy = people.add("桐谷 実", "きりたに みのる", null);
        deputies.appoint(deputy, secretary, Office.SECRETARIAT, null, LocalDate.now(), LocalDate.now());
        open("people/" + deputy, PersonView.class);

        press("代理を終える");
        press("終えずに戻る");
        assertThat(deputies.around(deputy)).hasSize(1);
        press("代理を終える");
        press("この代理を終える");

        assertThat(deputies.around(deputy)).isEmpty();
        assertThat(text()).contains("代理を終えました");
    }

    @Test
    void howANameIsReadIsSaidToBeInKanaWhenItIsNot() {
        open("people", PeopleView.class);
        test(field(TextField.class, "new-name")).setValue("公園 緑");
        test(field(TextField.class, "new-kana")).setValue("abc");

        press("加えて役割を決める");

        assertThat(field(TextField.class, "new-kana").getErrorMessage()).isEqualTo("フリガナは、ひらがなかカタカナで入力してください。");
    }

    @Test
    void anAdministratorGivesThemselvesNoOfficeInAnyWay() {
        var self = person("管理 二郎", Office.ADMINISTRATOR);
        var secretary = person("事務 三郎", Office.SECRETARIAT);
        signInAs(self);
        open("people/" + self, PersonView.class);
        @SuppressWarnings("unchecked")
        var office = (Select<Office>) field(Select.class, "office");
        office.setValue(Office.SECRETARIAT);
        press("すぐに任命する");
        assertThat(text()).contains("ご自身に役割や代理を付けることはできません");
        press("招待コードを作る");
        assertThat(text()).doesNotContain("招待コードを作りました");
        assertThat(offices.appointments(self)).hasSize(1);

        open("people/" + secretary, PersonView.class);
        @SuppressWarnings("unchecked")
        var deputy = (ComboBox<People.Entry>) field(ComboBox.class, "deputy");
        deputy.setValue(people.entry(self).orElseThrow());
        @SuppressWarnings("unchecked")
        var deputised = (Select<Holding>) field(Select.class, "deputy-office");
        deputised.setValue(new Holding(Office.SECRETARIAT, null, null));
        press("代理を立てる");
        assertThat(text()).contains("ご自身に役割や代理を付けることはできません");
        assertThat(offices.holds(self, Office.SECRETARIAT, null)).isFalse();
    }

    @Test
    void aLastDayOfADeputyThatHasPassedIsRefusedAtItsField() {
        var person = people.add("休む 人", "やすむ ひと", null);
        var other = people.add("代わる 人", "かわる ひと", null);
        offices.appoint(person, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        open("people/" + person, PersonView.class);
        @SuppressWarnings("unchecked")
        var deputy = (ComboBox<People.Entry>) field(ComboBox.class, "deputy");
        deputy.setValue(people.entry(other).orElseThrow());
        @SuppressWarnings("unchecked")
        var office = (Select<Holding>) field(Select.class, "deputy-office");
        office.setValue(new Holding(Office.SECRETARIAT, null, null));
        field(DatePicker.class, "account-deputy-to").setValue(LocalDate.of(2020, 1, 1));

        press("代理を立てる");

        assertThat(field(DatePicker.class, "account-deputy-to").getErrorMessage())
                .contains("今日以後の正しい順");
        assertThat(offices.holds(other, Office.SECRETARIAT, null)).isFalse();
    }

    @Test
    void aMistypedMailAddressIsPutRightAndIsNobodyElses() {
        var wrong = "tanaka" + Ids.next() + "@exmaple.jp";
        var right = wrong.replace("exmaple", "example");
        var person = people.add("田中 実", "たなか みのる", wrong);
        open("people/" + person, PersonView.class);
        var mail = field(EmailField.class, "mail");
        assertThat(mail.getValue()).isEqualTo(wrong);

        people.add("先の 人", "さきの ひと", "first-" + right);
        test(mail).setValue("first-" + right);
        press("メールアドレスを変える");
        assertThat(mail.isInvalid()).isTrue();
        assertThat(mail.getErrorMessage()).isEqualTo("このメールアドレスは、ほかの方が使っています。別のアドレスを入力してください。");
        assertThat(text()).doesNotContain("事務局にお問い合わせ");
        assertThat(people.mail(person)).contains(wrong);
        test(mail).setValue("田中");
        press("メールアドレスを変える");
        assertThat(mail.getErrorMessage()).contains("名前@例.jp");
        test(mail).setValue(right);
        press("メールアドレスを変える");

        assertThat(text()).contains("メールアドレスは「" + right + "」になりました。");
        assertThat(people.mail(person)).contains(right);
    }

    @Test
    void aMistypedNameIsPutRight() {
        var person = people.add("斎藤 惠", "さいとう めぐみ", null);
        open("people/" + person, PersonView.class);
        test(field(TextField.class, "name")).setValue("");
        press("名前を直す");
        assertThat(field(TextField.class, "name").getErrorMessage()).isNotBlank();

        test(field(TextField.class, "name")).setValue("齋藤 恵");
        press("名前を直す");

        assertThat(text()).contains("名前を「齋藤 恵」として保存しました。").doesNotContain("斎藤 惠");
        assertThat(people.search("サイトウ", 100)).anySatisfy(entry -> {
            assertThat(entry.person()).isEqualTo(person);
            assertThat(entry.name()).isEqualTo("齋藤 恵");
        });
    }

    @Test
    void anAbsentPersonAndAnUnreadableIdLookTheSame() {
        open("people/" + Ids.next());
        var absent = text();
        open("people/nobody");

        assertThat(text()).isEqualTo(absent).contains("見つからないか、見る権限がありません");
    }

    @Test
    void theCityGetsItsNames() {
        open("city", CityView.class);
        test(field(TextField.class, "city-name")).setValue("みなと野市");
        test(field(TextField.class, "city-programme")).setValue("協働事業提案制度");
        // another test may have named the secretariat: the database is shared
        test(field(TextField.class, "city-secretariat")).setValue("");
        press("保存する");
        assertThat(field(TextField.class, "city-secretariat").getErrorMessage()).isEqualTo("事務局の名前を入力してください。");
        test(field(TextField.class, "city-secretariat")).setValue("市民活動推進課");
        test(field(TextField.class, "city-letter-symbol")).setValue("市 協");
        press("保存する");
        assertThat(text()).contains("文書記号は、漢字・かな・英字で");
        test(field(TextField.class, "city-letter-symbol")).setValue("地支援");
        press("保存する");

        assertThat(text())
                .contains("市の設定を保存しました", "これからつくる通知書")
                .as("the frame at once")
                .contains("協働事業提案制度");
        assertThat(city.names().name()).isEqualTo("みなと野市");
        assertThat(city.names().letterSymbol()).isEqualTo("地支援");

        anAdministrator();
        open("people", PeopleView.class);
        assertThat(text()).as("the frame of every page").contains("みなと野市", "協働事業提案制度", "ヘルプ");
        assertThat($(Anchor.class).all())
                .anyMatch(link -> link.getHref().equals("how")
                        && link.getElement().getTextRecursively().contains("ヘルプ"));
    }

    @Test
    void holidaysAreShownByYearAndAFileIsCheckedBeforeItReplacesThem() {
        var view = open("holidays?year=2027", HolidaysView.class);
        assertThat(text()).contains("2027年の休日", "令和9年3月22日（月）");

        view.check("2034/1/1,元日\n2034/13/1,ない日\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text()).contains("2行目「2034/13/1,ない日」", "何も変えていません");
        view.check(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, '\r', 'I', 'H', 'D', 'R'});
        assertThat(text()).contains("ファイルの形が違います").doesNotContain("1900年から");
        view.check("2034/1/1,元日\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text()).contains("まだ保存していません", "2034年：1日", "2034年の休日が足りないようです");
        view.check(("2034/1/1,元日\n2034/2/11,建国記念の日\n2034/2/23,天皇誕生日\n2034/4/29,昭和の日\n2034/5/3,憲法記念日\n"
                        + "2034/5/4,みどりの日\n2034/5/5,こどもの日\n2034/8/11,山の日\n2034/11/3,文化の日\n2034/11/23,勤労感謝の日\n"
                        + "1955/1/1,元日\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(text()).contains("2034年：10日", "より前：1年分、1日").doesNotContain("足りないようです");
        press("この休日に置き換える");

        assertThat(text()).contains("2034年の休日", "休日を置き換えました").containsPattern("令和(10|11)年12月31日（.）までの期限を数えられます");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInWords() {
        open("holidays", HolidaysView.class);
        var upload = field(Upload.class, "holidays-file");
        assertThat(upload.getI18n().getAddFiles().getOne()).isEqualTo("ファイルを選ぶ");

        ComponentUtil.fireEvent(upload, new FileRejectedEvent(upload, "too large", "holidays.csv"));

        assertThat(text()).contains("ファイルが大きすぎます。200キロバイトまで");
    }

    @Test
    void departmentsAreAddedAndClosed() {
        open("departments", DepartmentsView.class);
        var name = "水道課" + Ids.next();
        test(field(TextField.class, "new-name")).setValue(name);
        test(field(TextField.class, "new-kana")).setValue("すいどうか");
        press("担当課を加える");

        assertThat(text()).contains(name);
        var department = departments.open().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        person("野口 梢", Office.DEPARTMENT, department.id());
        test(closing(name)).click();
        var question = $(Dialog.class).single();
        assertThat(question.getHeaderTitle()).isEqualTo("「" + name + "」を廃止しますか");
        assertThat(question.getElement().getTextRecursively()).contains("野口 梢さんが、この課の役割を持っています");
        press("廃止せずに戻る");
        assertThat(departments.open()).contains(department);
        test(closing(name)).click();
        press("この課を廃止する");
        assertThat(departments.open()).doesNotContain(department);
        assertThat(text()).contains("「" + name + "」を廃止しました。野口 梢さんの、この課の役割は続いています");

        test(field(TextField.class, "new-name")).setValue(name);
        test(field(TextField.class, "new-kana")).setValue("すいどうか");
        press("担当課を加える");
        assertThat(field(TextField.class, "new-name").getErrorMessage()).contains("廃止されています", "もう一度使う");
        test($(Button.class).all().stream()
                        .filter(each -> each.getAriaLabel().equals(Optional.of(name + "をもう一度使う")))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat(departments.open()).contains(department);
        assertThat(text()).contains("「" + name + "」を、もう一度使えるようにしました。");

        press("担当課を加える");
        assertThat(field(TextField.class, "new-name").getErrorMessage()).isEqualTo("この名前の課は、すでにあります。");
        test(field(TextField.class, "new-name")).setValue(name + "分室");
        press("担当課を加える");
        assertThat(text()).contains("「" + name + "分室」を担当課に加えました。");
        assertThat(field(TextField.class, "new-name").isInvalid()).isFalse();
    }

    @Test
    void whoWillHoldAnOfficeOfADepartmentOrIsInvitedToOneIsNamedBeforeItCloses() {
        var name = "水道課" + Ids.next();
        var department = departments.add(name, "すいどうか");
        offices.appoint(
                people.add("来月 始", "らいげつ はじめ", null),
                Office.DEPARTMENT_HEAD,
                department,
                LocalDate.now().plusMonths(1),
                null);
        var invited = people.add("招待 待子", "しょうたい まちこ", null);
        invitations.byCode(new Invitations.Offer(invited, Office.DEPARTMENT, department, LocalDate.now(), null));
        open("departments", DepartmentsView.class);

        test(closing(name)).click();

        assertThat($(Dialog.class).single().getElement().getTextRecursively()).contains("招待 待子、来月 始さん");
    }

    @Test
    void theSecondClickOfADoubleClickMeansNoEmptyDepartment() {
        open("departments", DepartmentsView.class);
        test(field(TextField.class, "new-name")).setValue("道路課" + Ids.next());
        test(field(TextField.class, "new-kana")).setValue("どうろか");
        press("担当課を加える");

        var button = $(Button.class).withText("担当課を加える").single();
        clickAgain(button);

        assertThat(field(TextField.class, "new-name").isInvalid()).isFalse();
        assertThat(text()).contains("担当課に加えました。");
    }

    @Test
    void aMailAddressIsTakenInFullWidthToo() {
        var mail = "midori" + Ids.next() + "@example.jp";
        open("people", PeopleView.class);
        test(field(TextField.class, "new-name")).setValue("公園 緑");
        test(field(TextField.class, "new-kana")).setValue("こうえん みどり");
        test(field(EmailField.class, "new-mail"))
                .setValue(mail.replace("midori", "ｍｉｄｏｒｉ").replace('@', '＠'));

        press("加えて役割を決める");

        assertThat(people.withMail(mail).flatMap(people::mail)).contains(mail);
    }

    @Autowired
    private Invitations invitations;

    private Button closing(String department) {
        return $(Button.class).all().stream()
                .filter(each -> each.getAriaLabel().equals(Optional.of(department + "を廃止する")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyoneChoosesTheirLanguage() {
        signInAs(person("監査 修", Office.AUDITOR));
        open("my-account", MyAccountView.class);
        @SuppressWarnings("unchecked")
        var language = (Select<Locale>) field(Select.class, "language");
        assertThat(language.getValue()).isEqualTo(Locale.JAPANESE);

        language.setValue(Locale.ENGLISH);

        assertThat(VaadinSession.getCurrent().getLocale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void everyoneSeesTheirOwnOffices() {
        signInAs(person("監査 修", Office.AUDITOR));

        open("my-account", MyAccountView.class);

        assertThat(text()).contains("監査 修", "監査担当", "すべての端末でログアウトする").doesNotContain("利用者と役割");
    }
}
