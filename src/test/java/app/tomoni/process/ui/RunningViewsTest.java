package app.tomoni.process.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.ViewTest;
import app.tomoni.account.Deputies;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.Calls;
import app.tomoni.call.OpenedCall;
import app.tomoni.form.WorkingCopies;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.SampleCases;
import app.tomoni.shared.Ids;
import com.vaadin.flow.component.button.Button;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@Import(SampleCases.class)
@TestPropertySource(properties = {"tomoni.jobs.active=false", "tomoni.models=" + SampleCases.MODELS})
class RunningViewsTest extends ViewTest {

    @Autowired
    private SampleCases samples;

    @Autowired
    private Cases cases;

    @Autowired
    private Calls calls;

    @Autowired
    private WorkingCopies copies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private People people;

    @Autowired
    private Offices offices;

    @Autowired
    private Deputies deputies;

    private PersonId holder(Office office) {
        var person = people.add("係 花子", "カカリハナコ", null);
        offices.appoint(person, office, null, LocalDate.of(2020, 1, 1), null);
        return person;
    }

    @Test
    void whatIsStuckIsNamedWithoutContentAndCanBeTriedAgain() {
        samples.stuck("ひみつの題名", "R8-009");
        signInAs(holder(Office.ADMINISTRATOR));

        open("stuck-work");
        assertThat(text())
                .contains("R8-009", "お知らせする", "三度試して止まりました", "思いがけない不具合です。7月20日（日）19時の動作の記録（ログ）に、くわしい内容があります。")
                .doesNotContain("ひみつの題名", "the reminder broke");

        press("やり直す");
        assertThat(text()).contains("「お知らせする」をやり直すように頼みました。", "まもなくもう一度試します").doesNotContain("三度試して");
        assertThat($(Button.class).withText("やり直す").exists()).isFalse();
        press("いまの状態を見る");
        assertThat(text()).contains("まもなくもう一度試します").doesNotContain("頼みました");
    }

    @Test
    void whatIsStuckForAReasonThatPeopleCanMendSaysTheReason() {
        samples.refused("ひみつの題名", "R8-010");
        signInAs(holder(Office.ADMINISTRATOR));

        open("stuck-work");

        assertThat(text()).contains("令和14年1月5日（月）は、登録されている休日（令和13年12月31日（水）まで）より先の日です。管理者に休日の登録をご依頼ください。");
    }

    @Test
    void whatIsStuckInACallNamesTheCall() {
        var secretary = holder(Office.SECRETARIAT);
        var call = calls.save(OpenedCall.until(20, "1", secretary, holder(Office.APPROVER)));
        samples.stuck(new CaseKey(call.id().value()), "別の題名", null);
        signInAs(secretary);

        open("stuck-work");

        assertThat(text()).contains(call.title()).doesNotContain("番号はまだありません");
    }

    @Test
    void whatShouldHaveFollowedAndDidNotIsSaidWithoutContent() {
        signInAs(holder(Office.SECRETARIAT));
        open("stuck-work");
        assertThat(text()).doesNotContain("出来事のあとに続く処理");
        var id = Ids.next();
        jdbc.sql("""
                        INSERT INTO event_publication (id, listener_id, event_type, serialized_event, publication_date, status,
                          completion_attempts) VALUES (?, 'none', 'none', 'ひみつ', ?, 'FAILED', 4)""").param(id).param(OffsetDateTime.now(clock).minusMinutes(4)).update();
        try {
            open("inbox");
            open("stuck-work");

            assertThat(text()).contains("出来事のあとに続く処理", "1件").doesNotContain("ひみつ");
        } finally {
            jdbc.sql("DELETE FROM event_publication WHERE id = ?").param(id).update();
        }
    }

    @Test
    void aTaskWithNothingButAFormIsDoneOnThePageThatItsFormMakes() {
        var key = samples.request("花壇の水やり", Ids.next(), Ids.next());
        var task = cases.tasksOf(key).getFirst().id();
        var address = "tasks/checkRequest/" + task;
        var secretary = holder(Office.SECRETARIAT);
        signInAs(secretary);

        open(address);
        assertThat(text()).contains("内容を確かめる", "花壇の水やり", "そろっている", "理由");
        press("終える");
        assertThat(cases.waitsAt(key, "checkRequest")).isTrue();

        copies.save("task:" + task + ":" + secretary, "reason", "そろっていない", WorkingCopies.NEW, secretary);
        open("inbox");
        open(address);
        press("終える");
        assertThat(cases.waitsAt(key, "supplementRequest")).isTrue();
        assertThat(text()).contains("「内容を確かめる」を終えました。", "受信箱へ").doesNotContain("そろっている");
    }

    @Test
    void anotherOfficesTaskIsAnsweredLikeOneThatNeverWas() {
        var key = samples.request("花壇の水やり", Ids.next(), Ids.next());
        signInAs(holder(Office.DESIGNER));

        var absent = open("tasks/checkRequest/" + Ids.next()).getClass();
        assertThat(open("tasks/checkRequest/" + cases.tasksOf(key).getFirst().id())
                        .getClass())
                .isEqualTo(absent);
        assertThat(text()).doesNotContain("花壇の水やり");
    }

    @Test
    void theRecordSaysWhoDidWhichTask() {
        var key = samples.request("花壇の水やり", Ids.next(), Ids.next());
        var secretary = holder(Office.SECRETARIAT);
        cases.complete(cases.tasksOf(key).getFirst().id(), secretary, Map.of("complete", true, "outcome", "accept"));
        signInAs(secretary);

        open("cases/" + key + "/events");

        assertThat(text()).contains("係 花子", "「内容を確かめる」を終えました");
    }

    @Test
    void theRecordNamesADeputyAndTheOneInWhosePlaceTheyActed() {
        var key = samples.request("花壇の水やり", Ids.next(), Ids.next());
        var secretary = holder(Office.SECRETARIAT);
        var deputy = people.add("桐谷 実", "キリタニミノル", null);
        var today = LocalDate.now(clock);
        deputies.appoint(deputy, secretary, Office.SECRETARIAT, null, today, today);
        cases.complete(cases.tasksOf(key).getFirst().id(), deputy, Map.of("complete", true, "outcome", "accept"));
        signInAs(secretary);

        open("cases/" + key + "/events");

        assertThat(text()).contains("桐谷 実（係 花子の代理）");
    }

    @Test
    void theRecordOfACaseIsThereForTheSecretariatAndForNobodyElse() {
        var key = samples.request("花壇の水やり", Ids.next(), Ids.next());

        signInAs(holder(Office.SECRETARIAT));
        open("cases/" + key + "/events");
        assertThat(text())
                .contains("「花壇の水やり」の記録", "」の手続きに入りました", "事務局が内容を確かめています。")
                .containsPattern("日（.） \\d\\d:\\d\\d:\\d\\d\\b")
                .as("once")
                .doesNotContainPattern("時[0-9分]* \\d\\d:");

        var absent = open("cases/" + Ids.next() + "/events").getClass();
        signInAs(holder(Office.DESIGNER));
        assertThat(open("cases/" + key + "/events").getClass()).isEqualTo(absent);
    }
}
