package app.tomoni.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.ViewTest;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.TestMailServer;
import app.tomoni.account.signin.Passwords;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.KeptForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

class OrganisationViewsTest extends ViewTest {

    @Autowired
    private Organisations organisations;

    @Autowired
    private RegisterOrganisation register;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Ties ties;

    @Autowired
    private EditProfile edit;

    @Autowired
    private InviteMember invite;

    @Autowired
    private LetterChoices letterChoices;

    @Autowired
    private TieAtDesk tieAtDesk;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Passwords passwords;

    @Autowired
    private JdbcClient jdbc;

    private PersonId secretary;
    private PersonId representative;
    private OrganisationId group;

    @Autowired
    private TestMailServer server;

    @AfterEach
    void withoutAMailServer() {
        server.set(false);
    }

    @BeforeEach
    void tieAGroup() {
        secretary = person("事務局の人", Office.SECRETARIAT);
        representative = people.add("代表の人", "ダイヒョウ", null);
        group = register.register("みどりの会", "みどりのかい", secretary);
        ties.checkedAtDesk(group, representative, "規約", secretary);
    }

    @Test
    void theSecretariatRegistersAGroupAndChecksItsRepresentativeAtTheDesk() {
        signInAs(secretary);
        open("organisations/new");
        test(button("登録する")).click();
        assertThat(find("new-name", TextField.class).isInvalid()).isTrue();
        test(find("new-name", TextField.class)).setValue("あおぞらの会");
        test(find("new-kana", TextField.class)).setValue("あおぞらのかい");
        test(button("登録する")).click();
        assertThat(text()).contains("あおぞらの会").contains("まだ結び付けられた方はいません");

        test(find("desk-name", TextField.class)).setValue("青空 一郎");
        test(find("desk-kana", TextField.class)).setValue("あおぞら いちろう");
        test(button("確かめた方を結び付ける")).click();
        assertThat(find("desk-document", TextField.class).isInvalid()).isTrue();
        test(find("desk-document", TextField.class)).setValue("登記事項証明書");
        test(button("確かめた方を結び付ける")).click();

        assertThat(text()).contains("青空 一郎").contains("招待コード").contains("窓口で書類を確認（登記事項証明書");
        assertThat(chips()).containsExactly("登録がまだ済んでいません");
        var tied = people.search("青空一郎", 1).getFirst().person();
        passwords.change(tied, "かわのほとりでまつひとり");
        open(UI.getCurrent().getActiveViewLocation().getPath());
        assertThat(text()).contains("青空 一郎");
        assertThat(chips()).as("who can sign in by now").isEmpty();
    }

    private List<String> chips() {
        return $(Chip.class).all().stream()
                .map(chip -> chip.getElement().getTextRecursively())
                .toList();
    }

    @Test
    void aCodeFromALetterTiesOnceAndOnlyOnce() {
        signInAs(secretary);
        open("organisations/" + group);
        jdbc.sql("UPDATE city SET name = '', secretariat = '', secretariat_phone = ''")
                .update();
        press("コードを発行して手紙をつくる");
        assertThat(text())
                .contains("みどりの会 代表者 様", "/letter", "市の事務局までご連絡ください", "まだ使われていません")
                .doesNotContain("新しいコードを発行しました");
        jdbc.sql("UPDATE city SET name = '𠮷野川市', secretariat = '市民活動推進課', secretariat_phone = '088-123-4567'")
                .update();
        press("コードを発行して手紙をつくる");
        assertThat(text())
                .containsPattern("新しいコードを発行しました。.+に発行したコードは、使えなくなりました。")
                .contains(JapaneseDates.full(LocalDate.now(), Locale.JAPANESE) + "\nみどりの会 代表者 様")
                .contains("𠮷野川市\n市民活動推進課\n電話 088-123-4567", "𠮷野川市 市民活動推進課（088-123-4567）まで");
        jdbc.sql("UPDATE city SET name = '', secretariat = '', secretariat_phone = ''")
                .update();

        var code = ties.issueCode(group, secretary);
        var somebody = people.add("手紙の人", "テガミ", null);
        signInAs(somebody);
        open("organisation/code");
        test(find("organisation-code", TextField.class)).setValue("AAAA-AAAA-AAAA");
        test(button("団体と結び付ける")).click();
        assertThat(find("organisation-code", TextField.class).getErrorMessage()).contains("このコードは使えません");
        test(find("organisation-code", TextField.class))
                .setValue(code.code().toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        test(button("団体と結び付ける")).click();

        assertThat(memberships.mayRepresent(somebody, group)).isTrue();
        assertThatThrownBy(() -> ties.redeem(code.code(), representative)).isInstanceOf(Refusal.class);
    }

    @Test
    void lettersGoOnPaperUntilARepresentativeChoosesMail() {
        assertThat(letterChoices.byMail(List.of(group))).isEmpty();
        signInAs(representative);
        open("organisation");
        assertThat(text()).contains("いまの受け取り方：紙で受け取る");

        choose(true);
        assertThat(ways().getFirst().getErrorMessage()).contains("メールアドレスの登録が必要です");
        assertThat(letterChoices.byMail(List.of(group))).isEmpty();

        people.giveMail(representative, "daihyo@example.jp");
        choose(true);
        assertThat(text()).contains("いまの受け取り方：メールでお知らせを受け", "代表の人さんが選びました");
        assertThat(letterChoices.byMail(List.of(group))).containsExactly(group);

        choose(false);
        assertThat(letterChoices.byMail(List.of(group))).isEmpty();
        assertThat(jdbc.sql("SELECT by_mail FROM letter_choice WHERE organisation_id = ? ORDER BY id")
                        .param(group.value())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, false);
    }

    @Test
    void theSecretariatRecordsWhatAGroupHasToldOnPaper() {
        signInAs(secretary);
        open("organisations/" + group);
        test(button("申し出を記録する")).click();
        assertThat(find("letters-received", TextField.class).getErrorMessage()).contains("申し出の受け取り方と日");
        test(find("letters-received", TextField.class)).setValue("11月20日、窓口で同意書");
        test(button("申し出を記録する")).click();
        assertThat(text()).contains("代表者に、メールアドレスの登録がありません");
        assertThat(letterChoices.byMail(List.of(group))).isEmpty();
        assertThat(find("letters-received", TextField.class).getValue()).isEqualTo("11月20日、窓口で同意書");

        people.giveMail(representative, "madoguchi@example.jp");
        test(button("申し出を記録する")).click();
        assertThat(text()).contains("いまの受け取り方：メールでお知らせを受け", "事務局が記録", "11月20日、窓口で同意書");
        assertThat(letterChoices.byMail(List.of(group))).containsExactly(group);

        test(find("letters-received", TextField.class)).setValue("11月30日の手紙");
        test(button("申し出を記録する")).click();
        assertThat(text()).contains("いまの受け取り方：紙で受け取る", "11月30日の手紙");
        assertThat(letterChoices.byMail(List.of(group))).isEmpty();
        assertThatThrownBy(() -> letterChoices.record(group, true, "手紙", representative))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoDoesNotRepresentTheGroupReadsHowItsLettersCome() {
        var editor = people.add("書く人", "カクヒト", "kaku@example.jp");
        offices.appoint(editor, Office.GROUP_EDITOR, group.value(), LocalDate.now(), null);
        signInAs(editor);
        open("organisation");

        assertThat(text()).contains("市からの通知書の受け取り方", "いまの受け取り方：紙で受け取る");
        assertThat(ways()).isEmpty();
        assertThatThrownBy(() -> letterChoices.choose(group, true, editor)).isInstanceOf(Refusal.class);

        signInAs(secretary);
        open("organisations/" + group);
        assertThat(text()).contains("いまの受け取り方：紙で受け取る");
    }

    @Test
    void theProfileIsKeptWhileItIsTypedAndSaysWhatIsMissing() {
        signInAs(representative);
        open("organisation");
        test(find("profile-purpose", TextArea.class)).setValue("まちを元気にする");
        test(find("profile-phone", TextField.class)).setValue("１２３");

        var saved = organisations.get(group);
        assertThat(saved.written(ProfileField.PURPOSE)).isEqualTo("まちを元気にする");
        assertThat(saved.answer(ProfileField.PHONE).orElseThrow().value()).isEqualTo("１２３");
        assertThat(find("profile-phone", TextField.class).getErrorMessage()).contains("市外局番");
        assertThat(text()).contains("保存しました");

        test(button("入力した内容を確かめる")).click();
        assertThat(text()).contains("「設立年月日」を入力してください。");
    }

    @Test
    void twoPeopleNeverOverwriteEachOtherUnseen() {
        var colleague = people.add("同僚の人", "ドウリョウ", null);
        offices.appoint(colleague, Office.GROUP_EDITOR, group.value(), LocalDate.now(), null);
        signInAs(representative);
        open("organisation/" + group);
        edit.keep(group, ProfileField.AREA, "同僚の書いた地区", 0, colleague);
        assertThat(scripts(() -> test(find("profile-area", TextField.class)).setValue("自分の書いた地区")))
                .as("nothing is under way")
                .anyMatch(script -> script.contains("refused"));

        assertThat(text()).contains("どちらの内容を残すか、画面の案内から選んでください。").doesNotContain("端末に残っています");
        assertThat(text()).contains("同僚の人さんが同じ欄を保存しました").contains("同僚の書いた地区");
        assertThat(organisations.get(group).written(ProfileField.AREA)).isEqualTo("同僚の書いた地区");
        test(button("自分の入力を残す")).click();
        assertThat(organisations.get(group).written(ProfileField.AREA)).isEqualTo("自分の書いた地区");
    }

    @Test
    void whatTheBrowserHadLeftGoesOnFromOnesOwnTextOnly() {
        edit.keep(group, ProfileField.AREA, "港町", 0, representative);
        signInAs(representative);
        open("organisation/" + group);
        left("港町と川辺");
        assertThat(organisations.get(group).written(ProfileField.AREA)).isEqualTo("港町と川辺");

        var colleague = people.add("同僚の人", "ドウリョウ", null);
        offices.appoint(colleague, Office.GROUP_EDITOR, group.value(), LocalDate.now(), null);
        edit.keep(group, ProfileField.AREA, "港町", 2, colleague);
        open("organisation/" + group);
        left("港町と山手");
        assertThat(organisations.get(group).written(ProfileField.AREA)).isEqualTo("港町");
        assertThat(text()).contains("同僚の人さんが同じ欄を保存しました");
    }

    /** A browser gives back what it had typed over an empty field. */
    private void left(String typed) {
        ReflectionTestUtils.invokeMethod($(KeptForm.class).single(), "restore", ProfileField.AREA.key(), typed, "0");
    }

    @Test
    void theLastRepresentativeStaysAndWhoIsRemovedIsOutAtOnce() {
        var colleague = people.add("同僚の人", "ドウリョウ", null);
        offices.appoint(colleague, Office.GROUP_EDITOR, group.value(), LocalDate.now(), null);
        signInAs(representative);
        open("organisation");
        test(button("代表の人さんを外す")).click();
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("ご自身を団体から外しますか");
        test(button("団体から外す")).click();
        assertThat(text()).contains("代表者がいなくなるため");
        assertThat(memberships.mayRepresent(representative, group)).isTrue();
        test(button("同僚の人さんを外す")).click();
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("同僚の人さんを団体から外しますか");
        test(button("外さずに戻る")).click();
        assertThat(memberships.office(colleague, group)).contains(Office.GROUP_EDITOR);
        test(button("同僚の人さんを外す")).click();
        test(button("団体から外す")).click();
        assertThat(memberships.office(colleague, group)).isEmpty();
        assertThat(text()).contains("同僚の人さんを外しました");

        signInAs(colleague);
        open("organisation");
        assertThat(text()).contains("まだ団体に結び付いていません");
    }

    @Test
    void ofTwoMembersOfTheSameNameTheOneWhoIsMeantIsRemoved() {
        var first = twin("wataru1");
        var second = twin("wataru2");
        signInAs(representative);
        open("organisation");

        test(button("同名 渡（" + people.mail(second).orElseThrow() + "）さんを外す")).click();
        test(button("団体から外す")).click();

        assertThat(memberships.office(first, group)).contains(Office.GROUP_EDITOR);
        assertThat(memberships.office(second, group)).isEmpty();
        assertThat(text()).contains("同名 渡さんを外す"); // the only one of that name by now
        twin("wataru3");
        signInAs(first);
        open("organisation");
        assertThat(text()).doesNotContain("wataru");
    }

    private PersonId twin(String mail) {
        var person = people.add("同名 渡", "ドウメイ ワタル", mail + Ids.next() + "@example.jp");
        offices.appoint(person, Office.GROUP_EDITOR, group.value(), LocalDate.now(), null);
        return person;
    }

    @Test
    void whoCanNoLongerSignInDoesNotRepresentTheGroupInTheLastOnesPlace() {
        var gone = people.add("去った人", "サッタ", null);
        offices.appoint(gone, Office.GROUP_REPRESENTATIVE, group.value(), LocalDate.now(), null);
        people.close(gone);

        assertThatThrownBy(() -> change(representative, Office.GROUP_REPRESENTATIVE, Office.GROUP_VIEWER))
                .isInstanceOf(Refusal.class);
        memberships.remove(group, gone, representative);
        assertThat(memberships.mayRepresent(representative, group)).isTrue();
    }

    @Test
    void whoIsRemovedChangesNothingFromAnOpenPage() {
        var colleague = people.add("同僚の人", "ドウリョウ", null);
        ties.checkedAtDesk(group, colleague, "規約", secretary);
        signInAs(representative);
        open("organisation");
        memberships.remove(group, representative, colleague);

        test(button("同僚の人さんを外す")).click();
        test(button("団体から外す")).click();

        assertThat(text()).contains("この操作は、担当の方だけが行えます");
        assertThat(memberships.mayRepresent(colleague, group)).isTrue();
        assertThatThrownBy(() -> change(representative, Office.GROUP_REPRESENTATIVE, Office.GROUP_VIEWER))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoIsRemovedDoesNotComeBackByAPageThatStillNamesThem() {
        var colleague = people.add("同僚の人", "ドウリョウ", null);
        offices.appoint(colleague, Office.GROUP_EDITOR, group.value(), LocalDate.now(), null);
        signInAs(representative);
        open("organisation");
        memberships.remove(group, colleague, representative);

        test(office("同僚の人さんの役割")).selectItem("閲覧者");

        assertThat(text()).contains("この方は、すでに外れています").doesNotContain("同僚の人さんの役割を");
        assertThat(memberships.mayRead(colleague, group)).isFalse();
    }

    @Test
    void whatAColleagueHasChangedIsSeenBeforeItIsChangedAgain() {
        var colleague = people.add("同僚の人", "ドウリョウ", null);
        offices.appoint(colleague, Office.GROUP_EDITOR, group.value(), LocalDate.now(), null);
        signInAs(representative);
        open("organisation");
        change(colleague, Office.GROUP_EDITOR, Office.GROUP_VIEWER);

        test(office("同僚の人さんの役割")).selectItem("代表者");

        assertThat(text()).contains("ほかの方がすでに変えています");
        assertThat(memberships.office(colleague, group)).contains(Office.GROUP_VIEWER);
        test(office("同僚の人さんの役割")).selectItem("編集者");
        assertThat(memberships.office(colleague, group)).contains(Office.GROUP_EDITOR);
    }

    private void change(PersonId person, Office seen, Office office) {
        memberships.change(group, person, seen, office, representative);
    }

    @SuppressWarnings("unchecked")
    private Select<Office> office(String label) {
        return $(Select.class).all().stream()
                .filter(select -> select.getAriaLabel().equals(Optional.of(label)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theGroupsPageShowsWhoIsBlocked() {
        signInAs(secretary);
        open("organisations/" + group);
        assertThat(text()).doesNotContain("ご利用を停止しています");
        jdbc.sql("UPDATE person SET closed_at = now() WHERE id = ?")
                .param(representative.value())
                .update();

        open("organisations/" + group);

        assertThat(text()).contains("ご利用を停止しています");
    }

    @Test
    void onlyTheSecretariatIssuesACode() {
        assertThatThrownBy(() -> ties.issueCode(group, representative)).isInstanceOf(Refusal.class);
        assertThat(ties.lastCode(group)).isEmpty();
    }

    @Test
    void aRepresentativeInvitesByACodeOnPaper() {
        signInAs(representative);
        open("organisation");
        test(button("招待する")).click();
        assertThat(find("invite-name", TextField.class).isInvalid()).isTrue();
        test(find("invite-name", TextField.class)).setValue("　新しい人　");
        test(find("invite-kana", TextField.class)).setValue("あたらしい");
        test(button("招待する")).click();
        assertThat(text()).contains("新しい人さんの招待コードです。");

        clickAgain(button("招待する"));

        assertThat(find("invite-name", TextField.class).isInvalid())
                .as("the second click of a double click")
                .isFalse();
        assertThat(text()).contains("新しい人さんの招待コードです。");
    }

    @Test
    void aRepresentativeSeesAndWithdrawsWhatNobodyHasAcceptedYet() {
        var code = invite.invite(group, "新しい人", "あたらしい", "", Office.GROUP_EDITOR, representative)
                .orElseThrow();
        signInAs(representative);
        open("organisation");
        assertThat(text()).contains("編集者として招待しています");

        clickAgain(button("新しい人さんへの招待を取り消す"));
        assertThat(text()).as("the row that has just moved up").contains("編集者として招待しています");

        test(button("新しい人さんへの招待を取り消す")).click();

        assertThat(text()).contains("新しい人さんへの招待を取り消しました。").doesNotContain("招待しています");
        assertThat(invitations.opened(code)).isEmpty();
    }

    @Test
    void whoIsInvitedIsCalledAsTypedWhetherThereIsAnAccountOrNot() {
        var address = "known" + Ids.next() + "@city.example.jp";
        people.add("山田 花子", "ヤマダ ハナコ", address);
        server.set(true);

        invite.invite(group, "あ", "あ", address, Office.GROUP_EDITOR, representative);
        invite.invite(group, "あ", "あ", "un" + address, Office.GROUP_EDITOR, representative);

        assertThat(invite.pending(group)).extracting(InviteMember.Pending::name).containsExactly("あ", "あ");
    }

    @Test
    void aColleagueOfAnotherGroupWithdrawsNothing() {
        invite.invite(group, "新しい人", "あたらしい", "", Office.GROUP_EDITOR, representative);
        var pending = invite.pending(group).getFirst();
        var stranger = people.add("別の会の人", "ベツ", null);
        var other = register.register("別の会", "べつのかい", secretary);
        ties.checkedAtDesk(other, stranger, "規約", secretary);

        assertThatThrownBy(() -> invite.withdraw(group, pending.id(), stranger)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> invite.withdraw(other, pending.id(), stranger)).isInstanceOf(Refusal.class);
        assertThat(invite.pending(group)).containsExactly(pending);
    }

    @Test
    void theRepresentativeKnownFromTheDeskStandsInTheProfileUntilTheGroupWritesAnother() {
        var fresh = register.register("窓口の会", "まどぐちのかい", secretary);
        tieAtDesk.tie(fresh, "窓口 一", "マドグチ ハジメ", "", "規約", secretary);
        tieAtDesk.tie(fresh, "窓口 二", "マドグチ フタツ", "", "規約", secretary);

        var profile = organisations.get(fresh);
        assertThat(profile.written(ProfileField.REPRESENTATIVE_NAME)).isEqualTo("窓口 一");
        assertThat(profile.written(ProfileField.REPRESENTATIVE_KANA)).isEqualTo("マドグチ ハジメ");
    }

    @Test
    void whoIsRemovedDoesNotComeBackByAnOldCode() {
        var code = tieAtDesk.tie(group, "窓口の人", "マドグチ", "", "規約", secretary).orElseThrow();
        var newcomer = invitations.opened(code).orElseThrow().offer().person();

        memberships.remove(group, newcomer, representative);

        assertThat(invitations.opened(code)).isEmpty();
    }

    @Test
    void whoLostTheInvitationFromTheDeskGetsAnother() {
        var address = "desk" + Ids.next() + "@example.jp";
        tieAtDesk.tie(group, "窓口の人", "マドグチ", address, "規約", secretary);
        var newcomer = people.withMail(address).orElseThrow();
        var lost = invitations.openOf(newcomer);
        assertThat(lost).hasSize(1);

        tieAtDesk.tie(group, "窓口の人", "マドグチ", address, "規約", secretary);

        assertThat(invitations.openOf(newcomer)).hasSize(1).doesNotContainAnyElementsOf(lost);
    }

    @Test
    void whereNoMailIsSentTheDeskHandsOverACodeToOnePersonHoweverOftenTheyCome() {
        var address = "mado" + Ids.next() + "@example.jp";
        signInAs(secretary);
        open("organisations/" + group);
        assertThat(text())
                .contains("この環境からはメールをお送りできませんので、初めての方には、その場でお渡しする招待コード")
                .doesNotContain("登録の案内をメールで送ります");
        test(find("desk-name", TextField.class)).setValue("窓口 三郎");
        test(find("desk-kana", TextField.class)).setValue("まどぐち さぶろう");
        test(find("desk-mail", TextField.class)).setValue(address);
        test(find("desk-document", TextField.class)).setValue("規約");
        press("確かめた方を結び付ける");
        assertThat(text()).containsPattern("窓口 三郎さんの招待コードです。.+\\n[A-Z2-9]{4}-");
        var person = people.withMail(address).orElseThrow();
        test(find("desk-name", TextField.class)).setValue("窓口 三郎");
        test(find("desk-kana", TextField.class)).setValue("まどぐち さぶろう");
        test(find("desk-document", TextField.class)).setValue("会員証");
        press("確かめた方を結び付ける");
        assertThat(text()).containsPattern("窓口 三郎さんの新しい招待コードです。前の案内は使えなくなりました。.+\n[A-Z2-9]{4}-");

        press("窓口 三郎さんにもう一度案内する");
        assertThat(text()).containsPattern("新しい招待コードです。.+\\n[A-Z2-9]{4}-").doesNotContain("案内のメール");
        for (var typed : List.of(address, "")) {
            var code = tieAtDesk
                    .tie(group, "窓口 三郎", "マドグチ", typed, "規約", secretary)
                    .orElseThrow();
            assertThat(invitations.opened(code).orElseThrow().offer().person()).isEqualTo(person);
        }
        assertThat(memberships.of(group)).extracting(Member::name).containsOnlyOnce("窓口 三郎");
        tieAtDesk.tie(group, "窓口 四郎", "マドグチ", "", "規約", secretary);
        tieAtDesk.tie(group, "窓口 四郎", "マドグチ", "4" + address, "規約", secretary);
        assertThat(memberships.of(group)).extracting(Member::name).containsOnlyOnce("窓口 四郎");
        assertThat(people.withMail("4" + address)).isPresent();

        offices.appoint(person, Office.GROUP_EDITOR, Ids.next(), LocalDate.now(), null);
        offices.appoint(person, Office.FINANCE, null, LocalDate.now(), null);
        press("窓口 三郎さんにもう一度案内する");
        assertThat(text()).contains("招待コードは管理者がお渡しします");
    }

    @Test
    void theDeskSpeaksOfAnEndedInvitationOnlyWhereOneHasEnded() {
        var account = people.add("登録済みの人", "トウロク", "done" + Ids.next() + "@example.jp");
        passwords.change(account, "minato-no-no-kokage-2026");
        var newcomer = people.add("編集の人", "ヘンシュウ", "edits" + Ids.next() + "@example.jp");
        for (var person : List.of(account, newcomer)) {
            var code = invitations.byCode(
                    new Invitations.Offer(person, Office.GROUP_EDITOR, group.value(), LocalDate.now(), null));
            signInAs(secretary);
            open("organisations/" + group);
            test(find("desk-name", TextField.class)).setValue(people.name(person));
            test(find("desk-kana", TextField.class)).setValue("まどぐち");
            test(find("desk-mail", TextField.class))
                    .setValue(people.mail(person).orElseThrow());
            test(find("desk-document", TextField.class)).setValue("規約");
            press("確かめた方を結び付ける");

            assertThat(text())
                    .contains(person.equals(account) ? "登録済みの人さんを団体に結び付けました" : "編集の人さんの招待コードです")
                    .doesNotContain("前の案内は使えなくなりました");
            assertThat(invitations.opened(code)).as("it still works").isPresent();
        }
    }

    @Test
    void whereNoMailIsSentAGroupInvitesByCodeAloneAndOpensNobodysAccountByIt() {
        var address = "known" + Ids.next() + "@example.jp";
        people.add("登録済みの人", "トウロク", address);
        signInAs(representative);
        open("organisation");
        assertThat(text()).contains("この環境からはメールをお送りできません。招待コードを表示します", "紙での受け取りをおすすめします");
        assertThat($(TextField.class).withId("invite-mail").all()).isEmpty();

        var code = invite.invite(group, "新しい人", "あたらしい", address, Office.GROUP_EDITOR, representative)
                .orElseThrow();

        assertThat(people.mail(invitations.opened(code).orElseThrow().offer().person()))
                .isEmpty();
        server.set(true);
        open("organisation");
        assertThat(find("invite-mail", TextField.class).isVisible()).isTrue();
        assertThat(text()).doesNotContain("メールをお送りできません");
    }

    @Test
    void whoLostTheCodeFromTheDeskGetsAnotherWithoutBeingWrittenDownTwice() {
        var lost = tieAtDesk.tie(group, "窓口の人", "マドグチ", "", "規約", secretary).orElseThrow();
        var newcomer = invitations.opened(lost).orElseThrow().offer().person();
        var members = memberships.of(group);

        signInAs(secretary);
        open("organisations/" + group);
        press("窓口の人さんにもう一度案内する");
        assertThat(text()).containsPattern("新しい招待コードです。.+\\n[A-Z2-9]{4}-");
        assertThat(invitations.opened(lost)).isEmpty();

        var code = tieAtDesk.invite(group, newcomer, secretary).orElseThrow();
        assertThat(invitations.opened(code).orElseThrow().offer().person()).isEqualTo(newcomer);
        assertThat(memberships.of(group)).isEqualTo(members);
        assertThatThrownBy(() -> tieAtDesk.invite(group, newcomer, representative))
                .isInstanceOf(Refusal.class);
        var stranger = people.add("別の人", "ベツ", null);
        assertThatThrownBy(() -> tieAtDesk.invite(group, stranger, secretary))
                .hasMessageContaining("organisation.tie.noInvitation");
        assertThat(invitations.accept(code).office()).isEqualTo(Office.GROUP_REPRESENTATIVE);
        assertThat(offices.appointments(newcomer)).hasSize(1);
    }

    @Test
    void whatGoesOnLettersIsALine() {
        var long101 = "長".repeat(101);

        assertThatThrownBy(() -> ties.checkedAtDesk(group, representative, long101, secretary))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(100, 101));
        var known = "known" + Ids.next() + "@example.jp";
        people.add("登録済みの人", "トウロク", known);
        assertThatThrownBy(() -> invite.invite(group, long101, "ヨミ", known, Office.GROUP_EDITOR, representative))
                .hasMessageContaining("shared.text.long");
        assertThatThrownBy(() -> edit.keep(group, ProfileField.NAME, long101, 1, representative))
                .hasMessageContaining("shared.text.long");

        signInAs(representative);
        open("organisation");
        test(find("profile-representativeName", TextField.class)).setValue("長".repeat(51));
        assertThat(text()).contains("50字以内で入力してください（いま51字）");
    }

    @Test
    void aReaderSeesTheProfileAsText() {
        var reader = people.add("読む人", "ヨム", null);
        offices.appoint(reader, Office.GROUP_VIEWER, group.value(), LocalDate.now(), null);
        signInAs(reader);
        open("organisation");
        assertThat(text()).contains("閲覧者の方は").contains("ミドリノカイ");
        assertThat($(TextField.class).all()).isEmpty();
        assertThatThrownBy(() -> edit.keep(group, ProfileField.AREA, "市内", 0, reader))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aForeignGroupLooksLikeAnAbsentOne() {
        var other = register.register("ほかの会", "ほかのかい", secretary);
        signInAs(representative);
        var foreign = open("organisation/" + other);
        var absent = open("organisation/" + OrganisationId.next());
        var staffPage = open("organisations/" + other);
        assertThat(foreign.getClass()).isEqualTo(absent.getClass());
        assertThat(staffPage.getClass()).isEqualTo(absent.getClass());
    }

    @Test
    void theListFindsGroupsByNameOrReadingInWhateverWidthAndEitherKana() {
        signInAs(secretary);
        search("みどりの");
        assertThat(text()).contains("みどりの会");
        search("ミドリ");
        assertThat(text()).contains("みどりの会");
        register.register("ＮＰＯ法人　ｶﾓﾒ", "えぬぴーおー", secretary);
        for (var typed : List.of("NPO法人 カモメ", "ｎｐｏ", "カモメ", "ｶﾓﾒ")) {
            search(typed);
            assertThat(text()).as(typed).contains("ＮＰＯ法人 ｶﾓﾒ");
        }
        search("100%");
        assertThat(text()).contains("「100%」に当てはまる団体はありません");
    }

    @Test
    void whatHappensToAGroupIsInTheRecord() {
        var code = invite.invite(group, "新しい人", "あたらしい", "", Office.GROUP_EDITOR, representative)
                .orElseThrow();
        assertThat(recorded())
                .containsExactly("organisationRegistered", "organisationTied", "memberAppointed", "memberInvited");

        var joined = invitations.accept(code).person();
        assertThat(recorded()).endsWith("memberInvited", "memberAppointed");
        assertThat(jdbc.sql("SELECT facts ->> 'person' FROM case_event WHERE case_key = ? ORDER BY id DESC LIMIT 1")
                        .param(group.value())
                        .query(String.class)
                        .single())
                .isEqualTo(joined.toString());

        memberships.remove(group, joined, representative);
        assertThat(recorded()).endsWith("memberRemoved");

        invite.invite(group, "もう一人", "もうひとり", "", Office.GROUP_VIEWER, representative);
        invite.withdraw(group, invite.pending(group).getFirst().id(), representative);
        assertThat(recorded()).endsWith("memberInvited", "memberInvitationWithdrawn");
        var code2 = ties.issueCode(group, secretary).code();
        assertThat(recorded()).endsWith("letterCodeIssued");
        letterChoices.record(group, false, "書面で受け取りました", secretary);
        assertThat(recorded()).as("nothing has changed").endsWith("letterCodeIssued");
        people.giveMail(representative, "daihyo" + Ids.next() + "@example.jp");
        letterChoices.record(group, true, "6月1日に書面で受け取りました", secretary);
        letterChoices.choose(group, false, representative);
        assertThat(recorded()).endsWith("lettersByMailChosen", "lettersOnPaperChosen");

        signInAs(secretary);
        open("cases/" + group + "/events");
        assertThat(text())
                .contains(
                        "団体を登録しました",
                        "もう一人さんを、団体の閲覧者として招待しました",
                        "もう一人さんへの招待（団体の閲覧者）を取り消しました",
                        "受け取り方：6月1日に書面で受け取りました",
                        "市からの通知書を、郵送で受け取ることにしました")
                .containsPattern("団体への手紙に載せるコードを作りました（.*年.*まで使えます）")
                .doesNotContain(code2);
    }

    private List<String> recorded() {
        return jdbc.sql("SELECT kind FROM case_event WHERE case_key = ? ORDER BY id")
                .param(group.value())
                .query(String.class)
                .list();
    }

    private static void search(String typed) {
        UI.getCurrent().navigate("organisations", QueryParameters.simple(Map.of("q", typed)));
    }

    private List<RadioButtonGroup<Boolean>> ways() {
        return $(RadioButtonGroup.class).all().stream()
                .filter(radio -> "受け取り方を選ぶ".equals(radio.getLabel()))
                .map(radio -> (RadioButtonGroup<Boolean>) radio)
                .toList();
    }

    private void choose(boolean byMail) {
        test(ways().getFirst()).selectItem(byMail ? "メールでお知らせを受け、このシステムで開いて受け取る" : "紙で受け取る（郵送）");
    }

    private Button button(String text) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text + " in\n" + text()));
    }

    private <C extends Component> C find(String id, Class<C> type) {
        return $(type).withId(id).first();
    }
}
