package app.tomoni.notice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.ViewTest;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.notice.Mails;
import app.tomoni.shared.Ids;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailViewsTest extends ViewTest {

    @Autowired
    private Invitations invitations;

    @Autowired
    private Mails mails;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aBodyIsReadOnlyForAReasonAndNeverShowsTheSecret() {
        var invited = people.add("招待 待子", "しょうたい まちこ", "machiko" + Ids.next() + "@example.jp");
        invitations.byMail(new Invitations.Offer(invited, Office.SECRETARIAT, null, LocalDate.now(), null));
        signInAs(person("管理 二郎", Office.ADMINISTRATOR));
        open("mails", MailsView.class);
        assertThat(text())
                .contains("【ともに】招待のお知らせ", "招待 待子", "送信待ち", "メールサーバーが設定されていません")
                .doesNotContain("お心当たり");

        var mail = mails.latest(null, 100).stream()
                .filter(line -> invited.equals(line.person()))
                .findFirst()
                .orElseThrow();
        open("mails/" + mail.id(), MailView.class);
        assertThat(text()).contains("メールサーバーが設定されてから送ります");
        press("本文を読む");
        assertThat($(TextArea.class).withId("reason").single().getErrorMessage())
                .isEqualTo("読む理由を入力してください。");
        assertThat(text()).doesNotContain("お心当たり");
        test($(TextArea.class).withId("reason").single()).setValue("届かないとの問い合わせのため");
        assertThat(text()).contains("まだだれも読んでいません。");
        var read = $(Button.class).withText("本文を読む").single();
        test(read).click();
        clickAgain(read);

        assertThat(mails.readings(mail.id())).as("of a double click").hasSize(1);
        assertThat(text()).contains("お心当たり", "/invitation?token=…", "受け取った本人だけ");
        open("mails/" + mail.id());
        assertThat(text()).contains("本文を読んだ人", "管理 二郎", "届かないとの問い合わせのため").doesNotContain("お心当たり");
    }

    @Test
    void aFilterThatFitsNoMailDoesNotSayThatThereIsNone() {
        var invited = people.add("招待 待男", "しょうたい まちお", "machio" + Ids.next() + "@example.jp");
        invitations.byMail(new Invitations.Offer(invited, Office.SECRETARIAT, null, LocalDate.now(), null));
        jdbc.sql("UPDATE mail SET state = 'WAITING' WHERE state = 'FAILED'").update();
        signInAs(person("管理 五郎", Office.ADMINISTRATOR));

        open("mails?state=FAILED");

        assertThat(text()).contains("この絞り込みに当てはまるメールはありません", "「すべて」を選ぶと").doesNotContain("メールはまだありません");
    }

    @Test
    void theAdministratorReadsWhoIsToldNothingAndWhatMendsIt() {
        var invited = people.add("不達 届子", "ふたつ とどこ", "todoko" + Ids.next() + "@example.jp");
        offices.appoint(invited, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        invitations.byMail(new Invitations.Offer(invited, Office.APPROVER, null, LocalDate.now(), null));
        signInAs(person("管理 四郎", Office.ADMINISTRATOR));
        open("mails");
        assertThat(text()).doesNotContain("メールが届かない方");
        jdbc.sql("UPDATE mail SET state = 'FAILED', problem = 'ADDRESS: 550 …' WHERE person_id = ?")
                .param(invited.value())
                .update();

        open("inbox");
        open("mails");

        assertThat(text()).containsPattern("メールが届かない方：.*不達 届子").contains("アドレスを直すか");
    }

    @Test
    void anAbsentMailAndAnUnreadableIdLookTheSame() {
        signInAs(person("管理 三郎", Office.ADMINISTRATOR));
        open("mails/" + Ids.next());
        var absent = text();
        open("mails/none");

        assertThat(text()).isEqualTo(absent).contains("見つからないか");
    }
}
