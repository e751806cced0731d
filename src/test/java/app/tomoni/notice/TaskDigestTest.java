package app.tomoni.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.IntegrationTest;
import app.tomoni.TestClock;
import app.tomoni.account.Deputies;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.ApproveCall;
import app.tomoni.call.Calls;
import app.tomoni.call.OpenedCall;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import app.tomoni.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class TaskDigestTest {

    private static final Instant FRIDAY =
            ZonedDateTime.parse("2026-06-19T08:30:00+09:00[Asia/Tokyo]").toInstant();

    @Autowired
    private TaskDigest digest;

    @Autowired
    private Mails mails;

    @Autowired
    private Requests requests;

    @Autowired
    private Calls calls;

    @Autowired
    private ApproveCall approve;

    @Autowired
    private People people;

    @Autowired
    private Offices offices;

    @Autowired
    private Deputies deputies;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private PersonId treasurer;

    @BeforeEach
    void aFridayMorningWithNothingToDo() {
        jdbc.sql("DELETE FROM open_task").update();
        jdbc.sql("DELETE FROM task_digest").update();
        clock.stopAt(FRIDAY);
        treasurer = holder(Office.FINANCE);
    }

    @AfterEach
    void goOn() {
        clock.reset();
    }

    private PersonId person() {
        return people.add("係の人", "かかり", "digest" + Ids.next() + "@example.jp");
    }

    private PersonId holder(Office office) {
        var person = person();
        offices.appoint(person, office, null, LocalDate.of(2020, 1, 1), null);
        return person;
    }

    private void ask(String path, Duration dueIn, PersonId... notFor) {
        transactions.executeWithoutResult(status -> requests.ask(new Request(
                "approveCall",
                "ひみつの題名",
                null,
                Office.FINANCE,
                new CaseScopes(null, null, null),
                clock.instant().plus(dueIn),
                path,
                Set.of(notFor),
                null)));
    }

    private void settle(String path) {
        transactions.executeWithoutResult(status -> requests.settle(path));
    }

    private List<String> told(PersonId person) {
        return jdbc.sql(
                        "SELECT subject || body FROM mail WHERE person_id = ? AND template = 'tasks-waiting' ORDER BY id")
                .param(person.value())
                .query(String.class)
                .list();
    }

    @Test
    void whatIsNewIsToldOnceInOneMailForAllOfIt() {
        ask("somewhere/1", Duration.ofDays(20));
        ask("somewhere/2", Duration.ofDays(30));

        digest.due();
        digest.due();

        assertThat(told(treasurer))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains(
                                "受信箱の作業について",
                                "あなたの作業が2件あります。",
                                "新しく届いた作業\n・募集を決裁する　2件、期限は早いもので令和8年7月9日（木）8時30分",
                                "\nhttp",
                                "/inbox")
                        .doesNotContain("ひみつの題名", "期限が過ぎた", "まもなく"));

        clock.stopAt(FRIDAY.plus(Duration.ofDays(3)));
        digest.due();
        assertThat(told(treasurer)).as("nothing is new on Monday").hasSize(1);
    }

    @Test
    void whatIsDueByTheNextOpenDayOrOverdueIsToldAgain() {
        ask("somewhere/1", Duration.ofDays(3)); // on Monday
        digest.due();
        assertThat(told(treasurer).getFirst()).contains("まもなく期限を迎える作業\n・").doesNotContain("新しく");

        clock.stopAt(FRIDAY.plus(Duration.ofDays(4)));
        digest.due();
        assertThat(told(treasurer))
                .as("the mail that nobody sent yet gives way")
                .hasSize(1);
        assertThat(told(treasurer).getFirst()).contains("期限が過ぎた作業\n・").doesNotContain("まもなく");

        settle("somewhere/1");
        clock.stopAt(FRIDAY.plus(Duration.ofDays(5)));
        digest.due();
        assertThat(told(treasurer)).hasSize(1);
    }

    private void mailsAre(String state) {
        jdbc.sql("UPDATE mail SET state = ? WHERE person_id = ?")
                .param(state)
                .param(treasurer.value())
                .update();
    }

    @Test
    void theNewsOfAMailThatNobodyGotIsToldAgain() {
        ask("somewhere/1", Duration.ofDays(20));
        digest.due();
        ask("somewhere/2", Duration.ofDays(30));
        clock.stopAt(FRIDAY.plus(Duration.ofDays(3)));
        digest.due();
        assertThat(told(treasurer))
                .as("the mail of Friday was still waiting and gives way")
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("新しく届いた作業\n・募集を決裁する　2件"));

        mailsAre("FAILED");
        clock.stopAt(FRIDAY.plus(Duration.ofDays(4)));
        digest.due();
        assertThat(told(treasurer)).hasSize(2);
        assertThat(told(treasurer).getLast()).contains("新しく届いた作業\n・募集を決裁する　2件");

        mailsAre("SENT");
        ask("somewhere/3", Duration.ofDays(30));
        clock.stopAt(FRIDAY.plus(Duration.ofDays(5)));
        digest.due();
        assertThat(told(treasurer)).hasSize(3);
        assertThat(told(treasurer).getLast()).contains("あなたの作業が3件あります。", "新しく届いた作業\n・募集を決裁する　1件");

        ask("somewhere/4", Duration.ofDays(30));
        clock.stopAt(FRIDAY.plus(Duration.ofDays(6)));
        digest.due();
        assertThat(told(treasurer)).as("what was sent stays told").hasSize(3);
        assertThat(told(treasurer).getLast()).contains("あなたの作業が4件あります。", "新しく届いた作業\n・募集を決裁する　2件");
    }

    private void lastMailIs(String state, String problem) {
        jdbc.sql("""
                        UPDATE mail SET state = ?, problem = ?, attempts = 1
                        WHERE id = (SELECT id FROM mail WHERE person_id = ? ORDER BY created_at DESC, id DESC LIMIT 1)""").param(state).param(problem).param(treasurer.value()).update();
    }

    private Mails.Line last() {
        return mails.latest(null, 200).stream()
                .filter(line -> treasurer.equals(line.person()))
                .findFirst()
                .orElseThrow();
    }

    private void morning(int days) {
        clock.stopAt(FRIDAY.plus(Duration.ofDays(days)));
        digest.due();
    }

    @Test
    void anAddressThatTakesNoMailsGetsNoFurtherOnesUntilItIsMended() {
        ask("somewhere/1", Duration.ofDays(20));
        digest.due();
        lastMailIs("WAITING", "ADDRESS: 450 …");
        assertThat(mails.unreachable()).as("later is not never").doesNotContain(treasurer);

        lastMailIs("FAILED", "ADDRESS: 550 …");
        morning(4);
        assertThat(told(treasurer)).hasSize(1);
        assertThat(digest.unreached()).contains(treasurer);

        people.giveMail(treasurer, "digest" + Ids.next() + "@example.jp");
        morning(5);
        assertThat(told(treasurer)).hasSize(2);
        assertThat(told(treasurer).getLast()).as("told anew, as nobody got it").contains("新しく届いた作業\n・募集を決裁する　1件");
        assertThat(mails.unreachable()).doesNotContain(treasurer);
    }

    @Test
    void anAddressThatTookNoMailIsTriedAgainAfterAWeek() {
        ask("somewhere/1", Duration.ofDays(30));
        digest.due();
        lastMailIs("FAILED", "ADDRESS: 554 relay …");
        morning(4);
        assertThat(told(treasurer)).hasSize(1);

        morning(10);

        assertThat(told(treasurer)).hasSize(2);
    }

    @Test
    void anAddressThatTakesMailsAgainGetsThemAgain() {
        ask("somewhere/1", Duration.ofDays(3));
        digest.due();
        lastMailIs("FAILED", "ADDRESS: 550 …");
        morning(3);
        assertThat(told(treasurer)).hasSize(1);

        mails.again(last().id());
        morning(4);
        assertThat(told(treasurer)).as("it is not known yet").hasSize(1);
        lastMailIs("SENT", null);
        morning(5);
        assertThat(told(treasurer)).hasSize(2);
    }

    @Test
    void whatFailedForAnotherReasonIsToldTheNextMorning() {
        ask("somewhere/1", Duration.ofDays(3));
        digest.due();
        lastMailIs("FAILED", "CONNECTION: refused");

        morning(3);

        assertThat(told(treasurer)).hasSize(2);
    }

    @Test
    void whatGoesWrongWithOnePersonKeepsNobodyFromBeingTold() {
        var colleague = holder(Office.FINANCE);
        ask("somewhere/1", Duration.ofDays(20));
        jdbc.sql("ALTER TABLE task_told ADD CONSTRAINT fault CHECK (person_id <> '" + treasurer + "')")
                .update();
        try {
            digest.due();
        } finally {
            jdbc.sql("ALTER TABLE task_told DROP CONSTRAINT fault").update();
        }
        assertThat(told(treasurer)).isEmpty();
        assertThat(told(colleague)).hasSize(1);
    }

    @Test
    void nobodyIsToldBeforeTheMorningAtNightOrOnAClosedDay() {
        ask("somewhere/1", Duration.ofDays(20));
        for (var hours : List.of(-1L, 13L, 24L, 48L)) { // 7:30, 21:30, Saturday, Sunday
            clock.stopAt(FRIDAY.plus(Duration.ofHours(hours)));
            digest.due();
            assertThat(told(treasurer)).isEmpty();
        }
        clock.stopAt(FRIDAY.plus(Duration.ofHours(5)));
        digest.due();
        assertThat(told(treasurer)).as("late, but on the day").hasSize(1);
    }

    @Test
    void aDeputyIsToldWhileStandingInAndNobodyWhoMayNotDoIt() {
        var today = LocalDate.of(2026, 6, 19);
        var deputy = person();
        deputies.appoint(deputy, treasurer, Office.FINANCE, null, today, today.plusDays(3));
        var later = person();
        deputies.appoint(later, treasurer, Office.FINANCE, null, today.plusDays(1), today.plusDays(3));
        var barred = holder(Office.FINANCE);
        var other = holder(Office.DESIGNER);
        var gone = holder(Office.FINANCE);
        people.close(gone);
        ask("somewhere/1", Duration.ofDays(20), barred);

        digest.due();

        assertThat(told(treasurer)).hasSize(1);
        assertThat(told(deputy)).hasSize(1);
        assertThat(told(later)).isEmpty();
        assertThat(told(barred)).isEmpty();
        assertThat(told(other)).isEmpty();
        assertThat(told(gone)).isEmpty();

        clock.stopAt(FRIDAY.plus(Duration.ofDays(3)));
        digest.due();
        assertThat(told(later)).as("new to whom it is new").hasSize(1);
    }

    @Test
    void whatWaitsOfACallNamesTheCall() {
        var secretary = holder(Office.SECRETARIAT);
        var approver = holder(Office.APPROVER);
        clock.reset();
        var call = calls.save(OpenedCall.waiting(secretary));
        clock.stopAt(FRIDAY);

        digest.due();

        assertThat(told(approver).getFirst()).contains("・募集を決裁する（募集「市民提案型」）　1件");
        assertThat(told(secretary)).isEmpty();
        approve.sendBack(call.id(), calls.get(call.id()).putForwardAt().orElseThrow(), "日程をご確認ください", approver);
    }
}
