package app.tomoni.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.tomoni.IntegrationTest;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.decision.OfferMade;
import app.tomoni.decision.ReserveReleased;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.proposal.Fixture;
import app.tomoni.proposal.ProposalAccepted;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.ProposalNotSubject;
import app.tomoni.proposal.ProposalSubmitted;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.SupplementRequest;
import app.tomoni.proposal.SupplementRequested;
import app.tomoni.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@Import(Fixture.class)
class ProposalNoticesTest {

    @Autowired
    private People people;

    @Autowired
    private Fixture fixture;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Calls calls;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Mails mails;

    @Autowired
    private Recipients recipients;

    private PersonId representative;
    private OrganisationId organisation;
    private CallId call;
    private ProposalId proposal;

    @BeforeEach
    void aGroupHasAProposal() {
        representative = person();
        organisation = fixture.group("花の会", representative);
        call = fixture.call(30);
        proposal = fixture.draft(call, organisation, representative);
    }

    private PersonId person() {
        return people.add("会員 一", "かいいん はじめ", "member" + Ids.next() + "@example.jp");
    }

    private PersonId member(Office office) {
        var person = person();
        fixture.member(organisation, person, office);
        return person;
    }

    private ProposalNotices notices(Proposals known) {
        return new ProposalNotices(mails, recipients, known, calls);
    }

    private void tell(Object event) {
        transactions.executeWithoutResult(status -> events.publishEvent(event));
    }

    private List<String> told() {
        return jdbc.sql("SELECT person_id || ' ' || template FROM mail WHERE case_key = ? ORDER BY 1")
                .param(proposal.value())
                .query(String.class)
                .list();
    }

    @Test
    void everyoneWhoMayActForTheGroupIsToldOfASubmissionOnce() {
        var editor = member(Office.GROUP_EDITOR);
        member(Office.GROUP_VIEWER);
        var event = new ProposalSubmitted(
                proposal, call, organisation, "R8-001", "花のあるまちづくり", 1, Instant.now(), representative);

        var notices = notices(proposals);
        notices.on(event);
        notices.on(event);

        assertThat(told())
                .containsExactlyInAnyOrder(representative + " proposal-submitted", editor + " proposal-submitted");
        assertThat(jdbc.sql("SELECT subject || body || html FROM mail WHERE case_key = ?")
                        .param(proposal.value())
                        .query(String.class)
                        .list())
                .allSatisfy(text -> assertThat(text)
                        .contains(calls.get(call).title(), "/" + ProposalNavigation.receipt(proposal))
                        .doesNotContain("花のある", "花の会", "R8-001", "会員"));
    }

    @Test
    void aRequestToAddNamesItsDueDate() {
        var known = mock(Proposals.class);
        when(known.find(proposal)).thenReturn(proposals.find(proposal));
        var notices = notices(known);
        var event = new SupplementRequested(
                proposal,
                call,
                organisation,
                "R8-002",
                2,
                Instant.parse("2026-06-19T08:00:00Z"),
                Instant.now(),
                representative);

        when(known.openSupplement(proposal)).thenReturn(Optional.empty()); // answered before anybody was told
        notices.on(event);
        assertThat(told()).isEmpty();

        when(known.openSupplement(proposal)).thenReturn(Optional.of(mock(SupplementRequest.class)));
        notices.on(event);
        assertThat(told()).containsExactly(representative + " supplement-requested");
        assertThat(jdbc.sql("SELECT body FROM mail WHERE case_key = ?")
                        .param(proposal.value())
                        .query(String.class)
                        .single())
                .contains("令和8年6月19日（金）17時");
    }

    @Test
    void theSubjectAndTheWordsAreTheSameWhateverTheCheckHasFound() {
        var turnedAway = fixture.draft(fixture.call(30), organisation, representative);
        var now = Instant.now();

        tell(new ProposalAccepted(proposal, call, organisation, "R8-003", now, representative));
        tell(new ProposalNotSubject(turnedAway, call, organisation, "R8-004", "対象となる事業ではないため", now, representative));

        await().untilAsserted(() -> assertThat(said(proposal)).hasSize(1));
        await().untilAsserted(() -> assertThat(said(turnedAway)).hasSize(1));
        assertThat(said(turnedAway))
                .isEqualTo(said(proposal).stream()
                        .map(text -> text.replace(proposal.toString(), turnedAway.toString()))
                        .toList());
        assertThat(said(proposal).getFirst())
                .contains("ご提案の確認についてお知らせがあります", "/" + ProposalNavigation.overview(proposal))
                .doesNotContain("対象", "審査に進");
    }

    @Test
    void whoSubmitsAgainAfterARecallIsToldOfTheSecondCheckToo() {
        var notices = notices(proposals);
        var first = Instant.now();
        var accepted = new ProposalAccepted(proposal, call, organisation, "R8-005", first, representative);

        notices.on(accepted);
        notices.on(accepted);
        assertThat(told()).hasSize(1);

        notices.on(new ProposalNotSubject(
                proposal, call, organisation, "R8-005", "対象となる事業ではないため", first.plusSeconds(3600), representative));
        assertThat(told()).hasSize(2).containsOnly(representative + " proposal-checked");
    }

    private List<String> said(ProposalId about) {
        return jdbc.sql("SELECT subject || body FROM mail WHERE case_key = ?")
                .param(about.value())
                .query(String.class)
                .list();
    }

    @Test
    void aRunnerUpIsAskedForAnAnswerWithoutBeingToldToWhat() {
        notices(proposals).on(new OfferMade(proposal, call, Instant.now()));

        assertThat(told()).containsExactly(representative + " offer-made");
        assertThat(said(proposal).getFirst()).contains("お返事の期限").doesNotContain("採択", "次点", "円");
    }

    @Test
    void whoIsNoRunnerUpAnyMoreIsToldOnceThatThereIsSomethingToRead() {
        var notices = notices(proposals);

        notices.on(new ReserveReleased(proposal, call, Instant.now()));
        notices.on(new ReserveReleased(proposal, call, Instant.now()));

        assertThat(told()).containsExactly(representative + " reserve-released");
        assertThat(said(proposal).getFirst())
                .contains("審査についてお知らせがあります", "/" + ProposalNavigation.result(proposal))
                .doesNotContain("採択", "次点");
    }
}
