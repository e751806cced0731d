package app.tomoni.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.tomoni.IntegrationTest;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.document.Files;
import app.tomoni.form.Aside;
import app.tomoni.form.WorkingCopies;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.CaseEvent;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@OnProposalModel
class SubmitProposalTest {

    /** More than the pool has connections. */
    private static final int GROUPS = 30;

    @Autowired
    private Fixture fixture;

    @Autowired
    private SubmitProposal submit;

    @Autowired
    private RecallProposal recall;

    @Autowired
    private WithdrawProposal withdraw;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Drafts drafts;

    @Autowired
    private WorkingCopies copies;

    @Autowired
    private Files files;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseEvents events;

    @Autowired
    private CheckReceipt receipts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private PersonId representative;
    private OrganisationId group;
    private CallId call;

    @BeforeEach
    void setUp() {
        representative = fixture.person("石橋 晴");
        group = fixture.group("みなとの居場所づくりの会", representative);
        call = fixture.openCall();
    }

    private ProposalId complete() {
        return fixture.completeDraft(call, group, representative);
    }

    private Receipt submitted(ProposalId id) {
        return submit.submit(id, representative, Instant.now());
    }

    @Test
    void aCompleteDraftLacksNothing() {
        assertThat(drafts.errors(proposals.get(complete()))).isEmpty();
    }

    @Test
    void givesANumberStoresTheRevisionAndOpensTheCase() {
        var id = complete();
        fixture.write(id, "partnerOrganisations", " 川辺の学習会\n\n北町自治会 ", representative);

        var receipt = submitted(id);

        assertThat(receipt.number()).matches("R8-市-\\d{3}");
        var proposal = proposals.get(id);
        assertThat(proposal.isSubmitted()).isTrue();
        assertThat(proposal.title()).isEqualTo("放課後の居場所「こかげ」を3地区に広げる");
        assertThat(proposal.partners()).isEqualTo("川辺の学習会、北町自治会");
        assertThat(proposal.requested().orElseThrow().amount()).isEqualTo(196_000);
        assertThat(cases.waitsAt(key(id), "checkEligibility")).isTrue();
        assertThat(events.of(key(id))).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo("ProposalSubmitted");
            assertThat(event.facts()).containsEntry("sha256", receipt.sha256());
        });
        assertThat(copies.open(Drafts.subject(id))).isEmpty();
    }

    @Test
    void theReceiptVouchesForTheExactBytes() {
        var id = complete();
        var receipt = submitted(id);

        var revision = proposals.latestRevision(id);

        assertThat(Sha256.of(revision.bytes())).isEqualTo(receipt.sha256());
        var text = new String(revision.bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("\"beneficiaryCount\":\"１２０\"").contains("みなと野市中町1-2-3");
        assertThat(revision.typed().text("projectTitle")).startsWith("放課後");
        assertThat(revision.profile()).containsEntry("phone", "03-0000-0000");
        assertThat(revision.files()).hasSize(1);
        var file = files.facts(revision.files().getFirst().id());
        assertThat(text).contains(file.sha256()).contains("規約1.pdf");
    }

    @Test
    void keepsCharactersOfFourBytesAndFullWidthDigitsAsTyped() {
        var id = complete();
        fixture.write(id, "venue", "𠮷野集会所２階（髙橋邸）", representative);

        submitted(id);

        assertThat(proposals.latestRevision(id).typed().text("venue")).isEqualTo("𠮷野集会所２階（髙橋邸）");
    }

    @Test
    void countsLengthAsPeopleDo() {
        var id = complete();
        fixture.write(id, "projectTitle", "𠮷".repeat(50), representative);
        assertThat(drafts.errors(proposals.get(id))).isEmpty();

        fixture.write(id, "projectTitle", "𠮷".repeat(51), representative);

        assertThat(drafts.errors(proposals.get(id)))
                .singleElement()
                .satisfies(error -> assertThat(error.arguments()).contains(50, 51));
        assertThatThrownBy(() -> submitted(id)).isInstanceOf(Refusal.class);
        assertThat(copies.open(Drafts.subject(id)).get("projectTitle").value()).isEqualTo("𠮷".repeat(51));
    }

    @Test
    void takesTenFilesAndRefusesAnEleventh() {
        var id = complete();
        fixture.attach(id, 10, representative);
        assertThat(drafts.errors(proposals.get(id))).isEmpty();

        fixture.attach(id, 11, representative);

        assertThat(drafts.errors(proposals.get(id))).hasSize(1);
    }

    @Test
    void refusesARequestOverTheRateOfTheCall() {
        var id = complete();
        var budget = copies.open(Drafts.subject(id)).get("budget").value();
        fixture.write(
                id,
                "budget",
                budget.replace("\"requested\":\"196000\"", "\"requested\":\"9,999,000\""),
                representative);

        assertThatThrownBy(() -> submitted(id)).isInstanceOf(Refusal.class);
        assertThat(proposals.get(id).isDraft()).isTrue();
        assertThat(proposals.get(id).number()).isEmpty();
    }

    @Test
    void aSecondClickGetsTheSameReceipt() {
        var id = complete();
        var first = submitted(id);

        var second = submitted(id);

        assertThat(second).isEqualTo(first);
        assertThat(proposals.revisions(id)).hasSize(1);
    }

    @Test
    void twoTabsAtTheSameMomentHandInOnce() throws Exception {
        var id = complete();

        var receipts = together(8, i -> () -> submitted(id));

        assertThat(receipts).hasSize(8).containsOnly(receipts.getFirst());
        assertThat(proposals.revisions(id)).hasSize(1);
    }

    @Test
    void moreGroupsAtTheSameMomentThanThereAreConnectionsGetNumbersWithoutGapOrDouble() throws Exception {
        var ids = new ArrayList<ProposalId>();
        for (var i = 0; i < GROUPS; i++) {
            ids.add(complete());
        }
        var before = lastNumber();

        var receipts = together(GROUPS, i -> () -> submitted(ids.get(i)));

        var expected = new ArrayList<String>();
        for (var i = 1; i <= GROUPS; i++) {
            expected.add("R8-市-%03d".formatted(before + i));
        }
        assertThat(receipts).extracting(Receipt::number).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aSubmissionThatFailsTakesNoNumber() {
        var before = lastNumber();
        var incomplete = fixture.draft(call, group, representative);

        assertThatThrownBy(() -> submitted(incomplete)).isInstanceOf(Refusal.class);

        assertThat(lastNumber()).isEqualTo(before);
    }

    @Test
    void aSecondAfterClosingTheDraftStays() {
        var id = complete();
        var closing = jdbc.sql("SELECT closes_at FROM call_for_proposals WHERE id = ?")
                .param(call.value())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();

        assertThatThrownBy(() -> submit.submit(id, representative, closing))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo("proposal.refusal.closed");
                    assertThat(refusal.arguments()).containsExactly(closing);
                });
        assertThat(copies.open(Drafts.subject(id))).isNotEmpty();

        assertThat(submit.submit(id, representative, closing.minusMillis(1)).number())
                .startsWith("R8-市-");
    }

    @Test
    void onlyTheRepresentativeHandsIn() {
        var id = complete();
        var editor = fixture.person("編集");
        fixture.member(group, editor, Office.GROUP_EDITOR);

        assertThatThrownBy(() -> submit.submit(id, editor, Instant.now()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("proposal.refusal.representativeOnly"));
    }

    @Test
    void anotherGroupIsToldThatThereIsNone() {
        var id = complete();
        var stranger = fixture.person("別の会");
        fixture.group("別の会", stranger);

        for (var wanted : List.of(id, new ProposalId(java.util.UUID.randomUUID()))) {
            assertThatThrownBy(() -> submit.submit(wanted, stranger, Instant.now()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.messageKey()).isEqualTo("proposal.refusal.absent"));
        }
    }

    @Test
    void aGroupWithAnUnfinishedProfileIsAskedToFinishIt() {
        var newcomer = fixture.person("新しい会");
        var unfinished = fixture.group("新しい会", newcomer);
        var id = fixture.completeDraft(call, unfinished, newcomer);
        jdbc.sql("DELETE FROM organisation_answer WHERE organisation_id = ? AND field = 'PURPOSE'")
                .param(unfinished.value())
                .update();

        assertThatThrownBy(() -> submit.submit(id, newcomer, Instant.now()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("proposal.refusal.profile"));
    }

    @Test
    void aRecalledProposalIsADraftAgainAndKeepsItsNumber() {
        var id = complete();
        var first = submitted(id);

        recall.recall(id, representative, Instant.now());

        assertThat(proposals.get(id).isDraft()).isTrue();
        assertThat(cases.hasEnded(key(id))).isTrue();
        assertThat(drafts.errors(proposals.get(id))).isEmpty();
        fixture.write(id, "venue", "北地区の集会所", representative);

        var second = submitted(id);

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.sha256()).isNotEqualTo(first.sha256());
        assertThat(cases.waitsAt(key(id), "checkEligibility")).isTrue();
        assertThat(proposals.revisions(id)).hasSize(2);
    }

    @Test
    void aRecallIsNobodysEditAndAChoiceThatWasOpenIsOpenAgain() {
        var id = complete();
        var editor = fixture.person("山田 花");
        fixture.member(group, editor, Office.GROUP_EDITOR);
        fixture.write(id, "purpose", "山田の文", editor);
        copies.setAside(Drafts.subject(id), "venue", "選ばれていない文", editor, () -> true);
        var before = copies.open(Drafts.subject(id));
        submitted(id);
        assertThat(copies.aside(Drafts.subject(id))).isEmpty();

        recall.recall(id, representative, Instant.now());

        assertThat(copies.open(Drafts.subject(id))).isEqualTo(before);
        assertThat(copies.aside(Drafts.subject(id))).containsExactly(new Aside("venue", editor, "選ばれていない文"));
    }

    @Test
    void whatWasTypedIsKeptNoLongerOnceItCannotBeTakenBack() {
        for (var end : List.<Consumer<ProposalId>>of(
                id -> withdraw.withdraw(id, "", representative),
                id -> proposals.accept(id, representative),
                id -> proposals.declareNotSubject(id, "市外の活動のため", representative))) {
            var id = complete();
            submitted(id);
            assertThat(kept(id)).isPositive();

            end.accept(id);

            assertThat(kept(id)).isZero();
        }
    }

    private int kept(ProposalId id) {
        return jdbc.sql("SELECT count(*) FROM working_field WHERE subject LIKE ?")
                .param("%" + Drafts.subject(id))
                .query(Integer.class)
                .single();
    }

    @Test
    void nothingIsTakenBackAfterClosing() {
        var id = complete();
        submitted(id);
        var late = Instant.now().plusSeconds(40L * 86_400);

        assertThatThrownBy(() -> recall.recall(id, representative, late))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("proposal.refusal.recallLate"));
        assertThat(proposals.get(id).isSubmitted()).isTrue();
    }

    @Test
    void aWithdrawnProposalEndsItsCaseAndStaysOnRecord() {
        var id = complete();
        submitted(id);

        withdraw.withdraw(id, "会員の都合により", representative);
        withdraw.withdraw(id, "二度目", representative);

        assertThat(cases.hasEnded(key(id))).isTrue();
        assertThat(proposals.get(id).withdrawnReason()).contains("会員の都合により");
        assertThat(proposals.ofCall(call)).extracting(Proposal::id).contains(id);
        assertThatThrownBy(() -> recall.recall(id, representative, Instant.now()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoTakesBackOrWithdrawsWhileTheCheckEndsWaitsForItAndStopsNobody() {
        var staff = fixture.secretary();
        for (var step : List.<Consumer<ProposalId>>of(
                id -> recall.recall(id, representative, Instant.now()),
                id -> withdraw.withdraw(id, "", representative))) {
            var id = complete();
            submitted(id);

            var second = transactions.execute(checking -> {
                cases.hold(key(id)); // where the check begins
                var running = CompletableFuture.runAsync(() -> step.accept(id));
                await().until(this::somebodyWaits);
                proposals.accept(id, staff);
                return running;
            });

            assertThat(second).succeedsWithin(Duration.ofSeconds(10));
            assertThat(events.of(key(id)))
                    .extracting(CaseEvent::kind)
                    .contains("ProposalAccepted")
                    .containsAnyOf("ProposalRecalled", "ProposalWithdrawn");
            assertThat(cases.hasEnded(key(id))).isTrue();
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'""").query(Integer.class).single() > 0;
    }

    @Test
    void draftsAreNotInTheListOfTheCall() {
        var draft = complete();
        var recalled = complete();
        submitted(recalled);
        recall.recall(recalled, representative, Instant.now());

        assertThat(proposals.ofCall(call)).extracting(Proposal::id).doesNotContain(draft, recalled);
    }

    @Test
    void theDatabaseItselfKeepsRevisionsAsTheyAre() {
        var id = complete();
        submitted(id);

        for (var change : List.of(
                "UPDATE revision SET sha256 = repeat('0', 64) WHERE proposal_id = ?",
                "DELETE FROM revision WHERE proposal_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(id.value()).update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aReceiptIsConfirmedByNumberAndHashTogetherOnly() {
        var receipt = submitted(complete());
        var other = submitted(complete());

        assertThat(receipts.check(receipt.number(), receipt.sha256())).hasValueSatisfying(confirmed -> {
            assertThat(confirmed.number()).isEqualTo(receipt.number());
            assertThat(confirmed.files()).isEqualTo(1);
            assertThat(confirmed.latest()).isTrue();
        });
        assertThat(receipts.check(
                        receipt.number().replace("R8", "Ｒ８"),
                        receipt.sha256().toUpperCase(java.util.Locale.ROOT).replaceAll("(.{8})", "$1 ")))
                .isPresent();
        assertThat(receipts.check(receipt.number(), other.sha256())).isEmpty();
        assertThat(receipts.check("R8-市-999", receipt.sha256())).isEmpty();
        assertThat(receipts.check(receipt.number(), "")).isEmpty();
    }

    @Test
    void whatWasHandedInAgainWithoutAChangeIsFoundAsTheLatestWithAllItsTimes() {
        var id = complete();
        var first = submitted(id);
        recall.recall(id, representative, Instant.now());
        var second = submit.submit(id, representative, first.submittedAt().plusSeconds(120));

        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(receipts.check(second.number(), second.sha256())).hasValueSatisfying(confirmed -> {
            assertThat(confirmed.submittedAt()).containsExactly(second.submittedAt(), first.submittedAt());
            assertThat(confirmed.latest()).isTrue();
        });
    }

    private int lastNumber() {
        return jdbc.sql("SELECT coalesce(max(last), 0) FROM receipt_counter")
                .query(Integer.class)
                .single();
    }

    private static CaseKey key(ProposalId id) {
        return new CaseKey(id.value());
    }

    private interface Work<T> {
        Callable<T> of(int number);
    }

    private static <T> List<T> together(int threads, Work<T> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var start = new CountDownLatch(1);
            var running = new ArrayList<java.util.concurrent.Future<T>>();
            for (var i = 0; i < threads; i++) {
                var task = work.of(i);
                running.add(pool.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        }
    }
}
