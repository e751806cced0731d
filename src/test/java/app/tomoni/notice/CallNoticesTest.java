package app.tomoni.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tomoni.IntegrationTest;
import app.tomoni.OpenDay;
import app.tomoni.account.Deputies;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.ApproveCall;
import app.tomoni.call.Call;
import app.tomoni.call.CallPutForward;
import app.tomoni.call.CallReturned;
import app.tomoni.call.Calls;
import app.tomoni.call.ExtendCall;
import app.tomoni.call.OpenedCall;
import app.tomoni.decision.ExceptionAnswered;
import app.tomoni.decision.ResultAnswered;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.RegisterOrganisation;
import app.tomoni.process.Cases;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.StartProposal;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class CallNoticesTest {

    @Autowired
    private Mails mails;

    @Autowired
    private Recipients recipients;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Calls calls;

    @Autowired
    private Cases cases;

    @Autowired
    private ApproveCall approve;

    @Autowired
    private ExtendCall extend;

    @Autowired
    private BusinessDays businessDays;

    @Autowired
    private StartProposal start;

    @Autowired
    private RegisterOrganisation register;

    @Autowired
    private People people;

    @Autowired
    private Offices offices;

    @Autowired
    private Deputies deputies;

    @Autowired
    private JdbcClient jdbc;

    private PersonId secretary;
    private PersonId approver;
    private Call call;

    @BeforeEach
    void anOpenCall() {
        jdbc.sql("INSERT INTO holiday (day, name) VALUES (?, '元日') ON CONFLICT DO NOTHING")
                .param(LocalDate.now().plusYears(3).withDayOfYear(1))
                .update();
        secretary = holder(Office.SECRETARIAT, null);
        offices.appoint(secretary, Office.APPROVER, null, LocalDate.of(2020, 1, 1), null);
        approver = holder(Office.APPROVER, null);
        call = calls.save(OpenedCall.until(20, cases.currentRelease(), secretary, approver));
    }

    private PersonId holder(Office office, UUID scope) {
        var person = people.add("係の人", "かかり", "holder" + Ids.next() + "@example.jp");
        offices.appoint(person, office, scope, LocalDate.of(2020, 1, 1), null);
        return person;
    }

    private OrganisationId group(String name) {
        return register.register(name, "だんたい", secretary);
    }

    private List<String> told(PersonId person) {
        return jdbc.sql("SELECT subject || body FROM mail WHERE case_key = ? AND person_id = ? ORDER BY id")
                .param(call.id().value())
                .param(person.value())
                .query(String.class)
                .list();
    }

    @Test
    void approversAndTheirDeputiesAreToldOfACallThatWaitsForThemAndOfNoOther() {
        var deputy = people.add("代決の人", "だいけつ", "holder" + Ids.next() + "@example.jp");
        var today = LocalDate.now();
        deputies.appoint(deputy, approver, Office.APPROVER, null, today, today);
        new CallNotices(mails, recipients, calls, proposals)
                .on(new CallPutForward(call.id(), Instant.now(), secretary)); // approved by now
        assertThat(told(approver)).isEmpty();

        call = calls.save(OpenedCall.waiting(secretary));

        await().untilAsserted(() -> assertThat(told(approver)).hasSize(1));
        assertThat(told(approver).getFirst()).contains("募集の決裁のお願い", "市民提案型", "/calls/" + call.id());
        await().untilAsserted(() -> assertThat(told(deputy)).hasSize(1));
        assertThat(told(secretary)).as("who drafted it").isEmpty();
    }

    @Test
    void whoWritesAProposalIsToldOfAnExtension() {
        var group = group("川の会");
        var writer = holder(Office.GROUP_EDITOR, group.value());
        var stranger = holder(Office.GROUP_EDITOR, group("山の会").value());
        start.start(call.id(), group, writer);
        var until = call.closesAt().plus(Duration.ofDays(7));

        extend.forAll(call.id(), until, null, "大雨のため", secretary);

        await().untilAsserted(() -> assertThat(told(writer)).hasSize(1));
        assertThat(told(writer).getFirst())
                .contains(JapaneseDates.full(until, Locale.JAPANESE), "/open-calls/" + call.id());
        assertThat(told(stranger)).isEmpty();
    }

    @Test
    void approversAreToldOfALateAdmissionThatIsAskedAndTheGroupOnceItIsGranted() {
        var group = group("海の会");
        var member = holder(Office.GROUP_REPRESENTATIVE, group.value());
        var until = OpenDay.from(call.closesAt().plus(Duration.ofDays(3)), businessDays);

        extend.askForOne(call.id(), group, until, "通信の障害のため", secretary);
        await().untilAsserted(() -> assertThat(told(approver)).hasSize(1));
        assertThat(told(approver).getFirst()).contains("個別の受付").doesNotContain("海の会", "通信");
        assertThat(told(member)).isEmpty();

        extend.answerForOne(call.id(), 0, true, "", approver);
        await().untilAsserted(() -> assertThat(told(member)).hasSize(1));
        assertThat(told(member).getFirst()).contains(JapaneseDates.full(until, Locale.JAPANESE));
    }

    @Test
    void whoAskedForALateAdmissionIsToldOfEachAnswer() {
        var group = group("森の会");
        var until = OpenDay.from(call.closesAt().plus(Duration.ofDays(3)), businessDays);
        extend.askForOne(call.id(), group, until, "通信の障害のため", secretary);
        extend.askForOne(call.id(), group, until, "停電のため", secretary);

        extend.answerForOne(call.id(), 0, false, "理由を確かめられないため", approver);
        await().untilAsserted(() -> assertThat(told(secretary))
                .filteredOn(mail -> mail.contains("個別の受付"))
                .singleElement()
                .asString()
                .contains("/calls/" + call.id() + "#late-0")
                .doesNotContain("森の会", "確かめられない"));

        extend.answerForOne(call.id(), 1, true, "", approver);
        await().untilAsserted(() ->
                assertThat(told(secretary)).anyMatch(mail -> mail.contains("/calls/" + call.id() + "#late-1")));
    }

    @Test
    void whoPutACallForwardIsToldOfItsApprovalAndOnceOfEachReturn() {
        await().untilAsserted(() ->
                assertThat(told(secretary)).singleElement().asString().contains("募集が承認されました", "/calls/" + call.id()));

        call = calls.save(OpenedCall.waiting(secretary));
        approve.sendBack(call.id(), calls.get(call.id()).putForwardAt().orElseThrow(), "上限額をご確認ください", approver);
        await().untilAsserted(() -> assertThat(told(secretary))
                .singleElement()
                .asString()
                .contains("募集が差し戻されました", "/calls/" + call.id())
                .doesNotContain("上限額"));

        var again = new CallReturned(call.id(), "日程", secretary, Instant.parse("2026-05-01T01:00:00Z"), approver);
        var notices = new CallNotices(mails, recipients, calls, proposals);
        notices.on(again);
        notices.on(again);
        assertThat(told(secretary)).hasSize(2);
    }

    @Test
    void aChairIsToldOnceThatTheirRequestIsAnsweredAndWhereToReadIt() {
        var chair = holder(Office.CHAIR, call.id().value());
        var answered = new ExceptionAnswered(
                call.id(), chair, "/tasks/recommendProjects/7", Instant.parse("2026-05-01T01:00:00Z"));

        var notices = new CallNotices(mails, recipients, calls, proposals);
        notices.on(answered);
        notices.on(answered);

        assertThat(told(chair)).singleElement().asString().contains("確認の結果が届いています", "/tasks/recommendProjects/7");
    }

    @Test
    void theSecretariatIsToldOfEveryAnswerInTheSameWords() {
        var clerk = holder(Office.SECRETARIAT, null);
        var at = Instant.parse("2026-05-01T01:00:00Z");
        var notices = new CallNotices(mails, recipients, calls, proposals);

        notices.on(new ResultAnswered(new ProposalId(Ids.next()), call.id(), true, at));
        var accepted = told(clerk);
        notices.on(new ResultAnswered(new ProposalId(Ids.next()), call.id(), false, at.plusSeconds(60)));

        assertThat(told(clerk)).hasSize(2).containsOnlyElementsOf(accepted);
        assertThat(accepted)
                .singleElement()
                .asString()
                .contains("お返事が届いています", "/selections/" + call.id())
                .doesNotContain("辞退");
    }
}
