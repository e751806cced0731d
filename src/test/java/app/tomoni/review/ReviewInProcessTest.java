package app.tomoni.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import app.tomoni.IntegrationTest;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.AppointPanel;
import app.tomoni.call.CallId;
import app.tomoni.organisation.EditProfile;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.ProfileField;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.proposal.Fixture;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.RecallProposal;
import app.tomoni.proposal.SubmitProposal;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The check and the review on the drawings as they are shipped, with a real engine. */
@IntegrationTest
@Import(Fixture.class)
@TestPropertySource(properties = "tomoni.jobs.active=false")
class ReviewInProcessTest {

    @Autowired
    private Fixture fixture;

    @Autowired
    private Offices offices;

    @Autowired
    private EditProfile profile;

    @Autowired
    private SubmitProposal submit;

    @Autowired
    private RecallProposal recall;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseEvents events;

    @Autowired
    private FormalChecks checks;

    @Autowired
    private Declarations declarations;

    @Autowired
    private ScoreSheets sheets;

    @Autowired
    private ReviewDue due;

    @Autowired
    private BusinessDays businessDays;

    @Autowired
    private ScoreCards cards;

    @Autowired
    private SheetTotals totals;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private StageClosing closing;

    @Autowired
    private LateReviews late;

    @Autowired
    private OpenTasks inbox;

    @Autowired
    private AppointPanel panel;

    @Autowired
    private Invitations invitations;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private PersonId representative;
    private PersonId staff;
    private PersonId ai;
    private PersonId bo;
    private OrganisationId group;
    private CallId call;
    private ProposalId proposal;
    private CaseKey key;

    @BeforeEach
    void setUp() {
        representative = fixture.person("石橋 晴");
        group = fixture.group("みなとの居場所づくりの会", representative);
        profile.keep(group, ProfileField.FIELDS, "children", 1, representative);
        call = fixture.openCall();
        staff = fixture.secretary();
        ai = reviewer("審査 藍");
        bo = reviewer("審査 帆");
        proposal = fixture.completeDraft(call, group, representative);
        submit.submit(proposal, representative, Instant.now());
        key = new CaseKey(proposal.value());
    }

    private PersonId reviewer(String name) {
        var person = fixture.person(name);
        offices.appoint(person, Office.REVIEWER, call.value(), LocalDate.of(2020, 1, 1), null);
        return person;
    }

    private OpenTask checkTask() {
        return cases.taskFor(staff, key, FormalChecks.TASK)
                .or(() -> cases.taskFor(staff, key, FormalChecks.SECOND_TASK))
                .orElseThrow();
    }

    private void decide(CheckOutcome outcome) {
        cases.complete(checkTask().id(), staff, FormalChecks.answers(outcome));
    }

    private void declare(PersonId reviewer, Tie tie) {
        declarations.answer(reviewer, proposal, tie, 0);
        declarations.confirm(reviewer, call);
    }

    private void score(PersonId reviewer) {
        fill(reviewer);
        sheets.submit(reviewer, proposal);
    }

    private void fill(PersonId reviewer) {
        declare(reviewer, Tie.NONE);
        mark(reviewer);
    }

    private void mark(PersonId reviewer) {
        cards.of(call)
                .lines()
                .forEach(line -> sheets.save(
                        reviewer,
                        proposal,
                        line.markField(),
                        line.levels().getFirst().mark().toPlainString(),
                        0));
    }

    @Test
    void whoJoinsThePanelWhileItScoresIsAskedToo() {
        decide(CheckOutcome.ACCEPTED);
        var late = fixture.person("審査 遅");
        var member = fixture.person("審査 会");
        fixture.member(group, member, Office.GROUP_VIEWER);

        panel.add(call, late, staff);
        panel.add(call, member, staff);

        await().untilAsserted(() ->
                assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 3, 0, 1, 0, 0)));
        assertThat(cases.taskFor(late, key, "scoreProposal")).isPresent();
        assertThat(cases.taskFor(member, key, "scoreProposal")).isEmpty();
        score(ai);
        score(bo);
        assertThat(awaitsDecision()).isFalse();
        score(late);
        assertThat(awaitsDecision()).isTrue();
    }

    @Test
    void whoJoinsWhileTheSheetsAreBeingOpenedIsNotForgotten() {
        var late = fixture.person("審査 遅");

        transactions.executeWithoutResult(opening -> {
            decide(CheckOutcome.ACCEPTED);
            CompletableFuture.runAsync(() -> panel.add(call, late, staff)).join();
            await().until(() -> waitingFor("Lock") > 0);
        });

        await().untilAsserted(() ->
                assertThat(cases.taskFor(late, key, "scoreProposal")).isPresent());
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 3, 0, 0, 0, 0));
    }

    @Test
    void whoJoinsWhileACaseMovesOnToSheetsThatAreOpenedNextStopsNobody() {
        decide(CheckOutcome.ACCEPTED);
        var late = fixture.person("審査 遅");

        transactions.executeWithoutResult(moving -> {
            cases.hold(key); // where a step begins that opens sheets in the end
            CompletableFuture.runAsync(() -> panel.add(call, late, staff)).join();
            await().until(() -> waitingFor("Lock") > 0);
            sheets.holdPanel(call);
        });

        await().untilAsserted(() ->
                assertThat(cases.taskFor(late, key, "scoreProposal")).isPresent());
    }

    @Test
    void twoWhoHandInAtTheSameMomentAreBothHeard() {
        var third = reviewer("審査 知恵");
        decide(CheckOutcome.ACCEPTED);
        List.of(ai, bo, third).forEach(this::fill);

        var second = transactions.execute(first -> {
            sheets.submit(ai, proposal);
            var running = CompletableFuture.runAsync(() -> sheets.submit(bo, proposal));
            await().until(() -> waitingFor("Lock") > 0);
            return running;
        });
        assertThat(second).succeedsWithin(Duration.ofSeconds(10));
        sheets.submit(third, proposal);

        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 0, 3, 0, 0, 0));
        assertThat(awaitsDecision()).isTrue();
    }

    private int waitingFor(String what) {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = ?""").param(what).query(Integer.class).single();
    }

    @Test
    void whoLeavesThePanelWhileItScoresIsWaitedForNoMore() {
        var third = reviewer("審査 知恵");
        decide(CheckOutcome.ACCEPTED);
        score(ai);
        score(third);
        declare(bo, Tie.NONE);
        assertThat(dossiers.read(bo, proposal)).isPresent();

        panel.remove(call, third, staff);
        panel.remove(call, bo, staff);

        assertThat(dossiers.read(bo, proposal)).isEmpty();
        assertThat(cases.taskFor(bo, key, "scoreProposal")).isEmpty();
        await().untilAsserted(() -> assertThat(awaitsDecision()).isTrue());
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 0, 2, 0, 0, 0));
        assertThat(events.of(key))
                .filteredOn(event -> event.kind().equals("panelLeft"))
                .singleElement()
                .satisfies(event -> assertThat(event.facts()).containsEntry("reviewer", bo.toString()));
        sheets.freeze(call);
        assertThat(sheets.of(call))
                .as("what was handed in before counts")
                .extracting(SheetResult::reviewer, SheetResult::participation)
                .containsExactlyInAnyOrder(
                        tuple(ai, Participation.SCORED),
                        tuple(third, Participation.SCORED),
                        tuple(bo, Participation.LEFT));
    }

    @Test
    void whoWasUnsureAboutATieIsToldThatTheyAreAnsweredAndNobodyElseIs() {
        people.giveMail(ai, "ai" + Ids.next() + "@example.jp");
        people.giveMail(bo, "bo" + Ids.next() + "@example.jp");
        declare(ai, Tie.UNSURE);
        declare(bo, Tie.UNSURE);

        declarations.settle(staff, ai, proposal, true, "親族が役員のため");

        await().untilAsserted(() -> assertThat(told(ai)).hasSize(1));
        assertThat(told(ai).getFirst())
                .contains("関係の有無のご相談", "/reviews/" + call + "/declarations")
                .doesNotContain("除斥", "親族", proposals.get(proposal).title(), "審査 帆");
        assertThat(told(bo)).isEmpty();
    }

    private List<String> told(PersonId person) {
        return jdbc.sql("SELECT subject || body FROM mail WHERE person_id = ?")
                .param(person.value())
                .query(String.class)
                .list();
    }

    @Test
    void whoComesBackToThePanelIsAskedAgain() {
        decide(CheckOutcome.ACCEPTED);
        panel.remove(call, bo, staff);
        await().untilAsserted(() -> assertThat(sheets.pending(proposal)).containsExactly(ai));

        panel.add(call, bo, staff);

        await().untilAsserted(() -> assertThat(sheets.pending(proposal)).contains(ai, bo));
        score(ai);
        assertThat(awaitsDecision()).isFalse();
        score(bo);
        assertThat(awaitsDecision()).isTrue();
    }

    @Test
    void whoLeftThePanelIsNotAskedAboutAProposalThatIsHandedInAnew() {
        decide(CheckOutcome.ACCEPTED);
        score(bo);
        panel.remove(call, bo, staff);
        recall.recall(proposal, representative, Instant.now());
        submit.submit(proposal, representative, Instant.now());

        decide(CheckOutcome.ACCEPTED);

        assertThat(sheets.pending(proposal)).containsExactly(ai);
    }

    @Test
    void whoComesToActForTheGroupIsOutOfItsProposalThoughTheyHaveScoredIt() {
        decide(CheckOutcome.ACCEPTED);
        score(ai);
        score(bo);

        invitations.accept(invitations.byCode(new Invitations.Offer(
                bo, Office.GROUP_EDITOR, group.value(), LocalDate.now(JapaneseDates.ZONE), null)));

        await().untilAsserted(() ->
                assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 0, 1, 1, 0, 0)));
        assertThat(declarations.tie(bo, proposal)).isEqualTo(Tie.TIE);
        sheets.freeze(call);
        assertThat(sheets.of(call))
                .filteredOn(sheet -> sheet.reviewer().equals(bo))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.marks()).isEmpty());
    }

    @Test
    void theCaseGoesOnWithoutWhomItWaitedForWhenTheyJoinTheGroup() {
        decide(CheckOutcome.ACCEPTED);
        score(ai);
        declare(bo, Tie.NONE);
        assertThat(awaitsDecision()).isFalse();

        offices.appoint(bo, Office.GROUP_VIEWER, group.value(), LocalDate.now(JapaneseDates.ZONE), null);

        await().untilAsserted(() -> assertThat(awaitsDecision()).isTrue());
        assertThat(cases.taskFor(bo, key, "scoreProposal")).isEmpty();
    }

    private boolean awaitsDecision() {
        return cases.waitsFor(key, "StageDecided");
    }

    /** The list of members is checked by the secretariat and goes to nobody else: no file, no name of one, no field. */
    @Test
    void reviewersGetNothingOfWhatIsForTheSecretariat() {
        var other = fixture.person("代表 灯");
        var draft = fixture.completeDraft(call, fixture.group("あかりの会", other), other);
        fixture.attach(draft, "confidentialAttachments", "役員名簿", 1, other);
        submit.submit(draft, other, Instant.now());
        declarations.answer(ai, draft, Tie.NONE, 0);
        declare(ai, Tie.NONE);

        var paper = dossiers.read(ai, draft).orElseThrow();

        assertThat(paper.toString()).contains("規約1.pdf").doesNotContain("役員名簿");
        assertThat(paper.form().field("confidentialAttachments")).isEmpty();
        assertThat(paper.answers().values())
                .containsKey("attachments")
                .doesNotContainKeys("confidentialAttachments", "publicationConsent", "antiCrimePledge");
        var task = cases.taskFor(staff, new CaseKey(draft.value()), FormalChecks.TASK)
                .orElseThrow();
        assertThat(checks.paper(checks.of(task)).toString()).contains("規約1.pdf", "役員名簿1.pdf");
    }

    @Test
    void theTableFindsNothingInAProposalInGoodOrder() {
        var check = checks.of(checkTask());

        assertThat(check.findings()).isEmpty();
        assertThat(events.of(key)).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo("eligibilityEvaluated");
            assertThat(event.facts().toString()).contains("attachments=1", "members=12");
        });
    }

    @Test
    void theTableReadsANumberOfMembersAsTheProfileDoes() {
        profile.keep(group, ProfileField.MEMBER_COUNT, "２５人", 1, representative);

        var check = checks.of(checkTask());

        assertThat(check.findings()).isEmpty();
        assertThat(events.of(key))
                .anySatisfy(event -> assertThat(event.facts().toString()).contains("members=25"));
    }

    @Test
    void anAcceptedProposalIsScoredByEveryoneAndThenWaitsForTheDecision() {
        decide(CheckOutcome.ACCEPTED);
        assertThat(proposals.get(proposal).acceptedAt()).isPresent();
        assertThat(cases.taskFor(ai, key, "scoreProposal")).isPresent();

        score(ai);
        assertThat(cases.taskFor(ai, key, "scoreProposal")).isEmpty();
        assertThat(awaitsDecision()).isFalse();
        score(bo);

        assertThat(awaitsDecision()).isTrue();
        sheets.freeze(call);
        assertThat(sheets.of(call))
                .hasSize(2)
                .allSatisfy(sheet -> assertThat(sheet.participation()).isEqualTo(Participation.SCORED));
    }

    @Test
    void theTotalOfASheetComesFromTheRuleOfTheCall() {
        decide(CheckOutcome.ACCEPTED);
        score(ai);
        var sheet = sheets.own(ai, proposal).orElseThrow();
        var marks = sheet.card().marks(sheet.entries());
        var first = sheet.card().lines().getFirst();

        assertThat(totals.of(call, proposal, ai, Map.of())).isEmpty();
        assertThat(totals.of(call, proposal, ai, Map.of(first.criterion(), first.max()))
                        .orElseThrow())
                .isEqualByComparingTo(first.max());
        assertThat(totals.of(call, proposal, ai, marks).orElseThrow())
                .isEqualByComparingTo(marks.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void aSheetCanBeAdjustedAfterItsTaskIsDone() {
        decide(CheckOutcome.ACCEPTED);
        score(ai);
        var line = cards.of(call).lines().getFirst();
        sheets.save(
                ai, proposal, line.markField(), line.levels().getLast().mark().toPlainString(), 1);
        sheets.submit(ai, proposal);
        score(bo);
        sheets.freeze(call);

        assertThat(sheets.of(call))
                .filteredOn(sheet -> sheet.reviewer().equals(ai))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.marks().get(line.criterion()))
                        .isEqualByComparingTo(line.levels().getLast().mark()));
    }

    @Test
    void aSheetThatIsHandedInIsStillDueWhenItWas() {
        decide(CheckOutcome.ACCEPTED);
        var before = due.of(ai, proposal);
        score(ai);

        assertThat(before).isPresent();
        assertThat(due.of(ai, proposal)).isEqualTo(before);
        assertThat(due.of(ai, call)).isEqualTo(before);
    }

    @Test
    void aQuestionAboutATieIsDueThreeOpenDaysAfterItIsRaisedAndNotOnlyWhenTheScoresAre() {
        var today = LocalDate.now(JapaneseDates.ZONE);
        declare(ai, Tie.UNSURE);
        var asked = askedUntil();
        decide(CheckOutcome.ACCEPTED);

        assertThat(asked)
                .isEqualTo(JapaneseDates.closeOfOffices(businessDays.plusBusinessDays(today, 3)))
                .isBefore(due.of(bo, proposal).orElseThrow());

        jdbc.sql("UPDATE open_task SET due_at = due_at - interval '1 day' WHERE kind = 'settleTie'")
                .update();
        declare(bo, Tie.UNSURE);
        assertThat(askedUntil()).as("who asked first does not wait longer").isEqualTo(asked.minus(Duration.ofDays(1)));
    }

    private Instant askedUntil() {
        return jdbc.sql("SELECT due_at FROM open_task WHERE kind = 'settleTie' AND call_id = ?")
                .param(call.value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void whatWasScoredBeforeTheGroupTookItsProposalBackIsHandedInAnew() {
        decide(CheckOutcome.ACCEPTED);
        score(ai);
        closing.close(proposal, missing("病気療養のため"), staff);
        recall.recall(proposal, representative, Instant.now());
        fixture.write(proposal, "venue", "南の集会所", representative);
        submit.submit(proposal, representative, Instant.now());
        decide(CheckOutcome.ACCEPTED);

        assertThat(cases.taskFor(ai, key, "scoreProposal")).isPresent();
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 2, 0, 0, 0, 0));
        assertThat(sheets.own(ai, proposal).orElseThrow().renewed()).isTrue();

        sheets.submit(ai, proposal);
        assertThat(cases.taskFor(ai, key, "scoreProposal")).isEmpty();
        assertThat(awaitsDecision()).isFalse();
        score(bo);
        assertThat(awaitsDecision()).isTrue();
    }

    @Test
    void betweenARecallAndTheNextCheckNobodyOfThePanelReadsOrScoresTheProposal() {
        decide(CheckOutcome.ACCEPTED);
        score(ai);
        declare(bo, Tie.NONE);
        recall.recall(proposal, representative, Instant.now());
        assertRests();
        assertThat(sheets.rests(ai, proposal)).isTrue();
        fixture.write(proposal, "venue", "南の集会所", representative);
        submit.submit(proposal, representative, Instant.now());

        assertRests();
        assertThat(declarations.tie(ai, proposal)).isEqualTo(Tie.NONE);
        checks.save(checks.of(checkTask()), FormalChecks.MARK + "projectTitle", "true", 0);
        checks.save(checks.of(checkTask()), FormalChecks.COMMENT + "projectTitle", "略さずにお書きください。", 0);
        decide(CheckOutcome.SUPPLEMENT);
        assertRests();
        checks.waiveSupplement(proposal, staff, "電話で確かめたため");
        assertRests();
        decide(CheckOutcome.ACCEPTED);

        assertThat(dossiers.read(ai, proposal)).isPresent();
        assertThat(dossiers.read(ai, call)).containsKey(proposal);
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 2, 0, 0, 0, 0));
        assertThat(sheets.own(ai, proposal).orElseThrow().entries())
                .as("what was typed is there again")
                .isNotEmpty();
    }

    private void assertRests() {
        for (var reviewer : List.of(ai, bo)) {
            assertThat(dossiers.read(reviewer, proposal)).isEmpty();
            assertThat(dossiers.read(reviewer, call)).isEmpty();
            assertThat(sheets.own(reviewer, proposal)).isEmpty();
            assertThat(sheets.own(reviewer, call)).isEmpty();
            assertThat(sheets.mine(reviewer, call)).isEmpty();
            assertThat(due.of(reviewer, call)).isEmpty();
            assertThat(due.of(reviewer, proposal)).isEmpty();
            assertThatThrownBy(() -> sheets.submit(reviewer, proposal)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> sheets.save(reviewer, proposal, ScoreCard.COMMENT, "よい提案です", 0))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(sheets.opened(call)).isEmpty();
        assertThat(sheets.progress(call)).isEmpty();
        assertThat(sheets.pending(call)).isEmpty();
        assertThat(sheets.pending(proposal)).isEmpty();
    }

    @Test
    void nobodyIsAskedAboutATieToAProposalThatIsNotBeforeThePanelAndAgainOnceItIs() {
        declare(ai, Tie.UNSURE);
        assertThat(asked()).isEqualTo(1);
        recall.recall(proposal, representative, Instant.now());
        assertThat(asked()).isZero();
        assertThat(declarations.unclear(call)).isEmpty();

        submit.submit(proposal, representative, Instant.now());
        assertThat(asked()).isEqualTo(1);
        assertThat(askedUntil()).isNotNull();
        assertThat(declarations.unclear(call)).hasSize(1);
        checks.save(checks.of(checkTask()), FormalChecks.REASON, "市外での事業のため。", 0);
        decide(CheckOutcome.NOT_SUBJECT);

        assertThat(asked()).isZero();
        assertThat(declarations.unclear(call)).isEmpty();
    }

    private int asked() {
        return jdbc.sql("SELECT count(*) FROM open_task WHERE kind = 'settleTie' AND call_id = ?")
                .param(call.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aTaskIsNotDoneWithoutASheet() {
        decide(CheckOutcome.ACCEPTED);
        var task = cases.taskFor(ai, key, "scoreProposal").orElseThrow();

        assertThatThrownBy(() -> cases.complete(task.id(), ai, Map.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cases.complete(task.id(), bo, Map.of())).isInstanceOf(Refusal.class);
    }

    @Test
    void aTieThatIsDeclaredLateTakesTheTaskAwayAndTheCaseGoesOn() {
        decide(CheckOutcome.ACCEPTED);
        score(ai);
        declare(bo, Tie.NONE);
        assertThat(dossiers.read(bo, proposal)).isPresent();

        declarations.declareLate(bo, proposal);

        assertThat(dossiers.read(bo, proposal)).isEmpty();
        assertThat(cases.taskFor(bo, key, "scoreProposal")).isEmpty();
        assertThat(awaitsDecision()).isTrue();
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 0, 1, 1, 0, 0));
    }

    @Test
    void aMemberOfTheGroupOnThePanelIsNeverAsked() {
        fixture.member(group, bo, Office.GROUP_VIEWER);

        decide(CheckOutcome.ACCEPTED);

        assertThat(cases.taskFor(bo, key, "scoreProposal")).isEmpty();
        assertThat(cases.taskFor(ai, key, "scoreProposal")).isPresent();
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 1, 0, 1, 0, 0));
    }

    @Test
    void aPanelOfWhichEverybodyIsTiedGoesOnWithoutASheet() {
        declare(ai, Tie.TIE);
        declare(bo, Tie.TIE);

        decide(CheckOutcome.ACCEPTED);

        assertThat(awaitsDecision()).isTrue();
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 0, 0, 2, 0, 0));
    }

    @Test
    void theSecretariatClosesByHandAndTheCaseGoesOn() {
        decide(CheckOutcome.ACCEPTED);
        score(ai);
        assertThatThrownBy(() -> closing.close(proposal, Map.of(), staff)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> closing.close(proposal, missing("病気療養のため"), ai))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> closing.close(proposal, missing(" "), staff)).isInstanceOf(Refusal.class);
        assertThat(sheets.pending(proposal)).containsExactly(bo);

        closing.close(proposal, missing("病気療養のため"), staff);

        assertThat(awaitsDecision()).isTrue();
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 0, 1, 0, 0, 1));
        assertThatThrownBy(() -> closing.close(proposal, missing("もう一度"), staff))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsOverdueStandsInTheListOfTheSecretariatOnceForTheCallUntilItIsClosed() {
        decide(CheckOutcome.ACCEPTED);
        score(ai);
        late.look();
        assertThat(requested(staff)).as("the day is still to come").isEmpty();

        overdue();
        late.look();
        late.look();
        assertThat(requested(staff)).extracting(OpenTask::address).containsExactly("calls/" + call + "/reviews");
        assertThat(requested(bo)).isEmpty();

        closing.close(proposal, missing("病気療養のため"), staff);
        late.look();
        assertThat(requested(staff)).isEmpty();
    }

    @Test
    void aSupplementThatIsOverdueStandsThereToo() {
        var check = checks.of(checkTask());
        checks.save(check, FormalChecks.MARK + "projectTitle", "true", 0);
        checks.save(check, FormalChecks.COMMENT + "projectTitle", "略さずにお書きください。", 0);
        decide(CheckOutcome.SUPPLEMENT);
        overdue();

        late.look();
        assertThat(requested(staff)).hasSize(1);

        checks.waiveSupplement(proposal, staff, "電話で確かめたため");
        late.look();
        assertThat(requested(staff)).isEmpty();
    }

    private void overdue() {
        jdbc.sql("UPDATE case_position SET due_at = now() - interval '1 day' WHERE case_key = ? AND due_at IS NOT NULL")
                .param(key.value())
                .update();
    }

    private List<OpenTask> requested(PersonId person) {
        return inbox
                .page(
                        person,
                        new OpenTasks.Question(
                                OpenTasks.View.ALL, "", call.value(), null, OpenTasks.Order.DUE, 0, OpenTasks.MANY))
                .tasks()
                .stream()
                .filter(task -> task.kind().equals("lateReview"))
                .toList();
    }

    private Map<PersonId, StageClosing.Missing> missing(String reason) {
        return Map.of(bo, new StageClosing.Missing(Participation.ABSENT, reason));
    }

    @Test
    void aSupplementGoesToTheGroupAndComesBackWithoutAnAnswerWhenTheSecretariatSaysWhy() {
        var check = checks.of(checkTask());
        checks.save(check, FormalChecks.MARK + "projectTitle", "true", 0);
        checks.save(check, FormalChecks.COMMENT + "projectTitle", "略さずにお書きください。", 0);

        decide(CheckOutcome.SUPPLEMENT);

        assertThat(proposals.openSupplement(proposal).orElseThrow().fields()).containsExactly("projectTitle");
        assertThat(cases.taskFor(representative, key, "supplementProposal")).isPresent();
        assertThat(checks.supplementing(call)).containsExactly(proposal);

        checks.waiveSupplement(proposal, staff, "電話で確かめたため");

        assertThat(checkTask().kind()).isEqualTo(FormalChecks.SECOND_TASK);
        assertThat(checks.supplemented(checks.of(checkTask())))
                .hasValueSatisfying(waived -> assertThat(waived.isAnswered()).isFalse());
        assertThat(checks.supplementing(call)).isEmpty();
        decide(CheckOutcome.ACCEPTED);
        assertThat(cases.taskFor(ai, key, "scoreProposal")).isPresent();
    }

    @Test
    void whoGoesOnWithoutASupplementWhileTheGroupTakesTheProposalBackWaitsAndIsToldSo() {
        var check = checks.of(checkTask());
        checks.save(check, FormalChecks.MARK + "projectTitle", "true", 0);
        checks.save(check, FormalChecks.COMMENT + "projectTitle", "略さずにお書きください。", 0);
        decide(CheckOutcome.SUPPLEMENT);

        var second = transactions.execute(recalling -> {
            cases.hold(key); // where a recall begins
            var running = CompletableFuture.runAsync(() -> checks.waiveSupplement(proposal, staff, "電話で確かめたため"));
            await().until(() -> waitingFor("Lock") > 0);
            recall.recall(proposal, representative, Instant.now());
            return running;
        });

        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Refusal.class);
        assertThat(proposals.get(proposal).isDraft()).isTrue();
    }

    @Test
    void aCheckThatTheGroupHasOvertakenTakesNothingMoreAndTheNextOneKnowsOfIt() {
        var check = checks.of(checkTask());
        checks.save(check, FormalChecks.REASON, "市外での事業のため。", 0);

        recall.recall(proposal, representative, Instant.now());
        assertOvertaken(check);
        submit.submit(proposal, representative, Instant.now());
        assertOvertaken(check);

        var next = checks.of(checkTask());
        assertThat(checks.undecidedBefore(check)).isEmpty();
        assertThat(checks.undecidedBefore(next).orElseThrow().id()).isEqualTo(check.id());
        assertThat(checks.typed(next)).isEmpty();
        checks.save(next, FormalChecks.MARK + "projectTitle", "true", 0);
        checks.save(next, FormalChecks.COMMENT + "projectTitle", "略さずにお書きください。", 0);
        decide(CheckOutcome.SUPPLEMENT);
        checks.waiveSupplement(proposal, staff, "電話で確かめたため");
        var second = checks.of(checkTask());
        assertThat(checks.undecidedBefore(second)).as("it was decided").isEmpty();
        recall.recall(proposal, representative, Instant.now());
        assertOvertaken(second);
    }

    private void assertOvertaken(FormalCheck check) {
        assertThatThrownBy(() -> checks.save(check, FormalChecks.REASON, "対象の外です。", 1))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("review.check.recalled"));
    }

    @Test
    void whoAskedAboutATieIsOfferedNothingBeforeTheAnswerAndTheCaseWaitsForThem() {
        decide(CheckOutcome.ACCEPTED);
        declare(ai, Tie.UNSURE);
        declare(bo, Tie.UNSURE);
        assertThat(cases.taskFor(ai, key, "scoreProposal")).isEmpty();
        assertThat(awaitsDecision()).isFalse();

        declarations.settle(staff, ai, proposal, false, "退会しているため");
        declarations.settle(staff, bo, proposal, true, "会員のため");

        assertThat(cases.taskFor(ai, key, "scoreProposal")).isPresent();
        assertThat(cases.taskFor(bo, key, "scoreProposal")).isEmpty();
        mark(ai);
        sheets.submit(ai, proposal);
        assertThat(awaitsDecision()).as("it does not wait for the other").isTrue();
    }

    @Test
    void aProposalThatTheCallDoesNotCoverEndsThere() {
        var check = checks.of(checkTask());
        assertThatThrownBy(() -> decide(CheckOutcome.NOT_SUBJECT)).isInstanceOf(Refusal.class);
        assertThat(cases.hasEnded(key)).isFalse();
        checks.save(check, FormalChecks.REASON, "市外での事業のため。県の制度をご案内します。", 0);

        decide(CheckOutcome.NOT_SUBJECT);

        assertThat(cases.hasEnded(key)).isTrue();
        assertThat(proposals.get(proposal).notSubjectReason()).contains("市外での事業のため。県の制度をご案内します。");
    }

    @Test
    void theSecondOfTwoClicksIsToldWhoWasFirstAndChangesNothing() {
        var task = checkTask();
        decide(CheckOutcome.ACCEPTED);

        assertThatThrownBy(() -> cases.complete(task.id(), staff, FormalChecks.answers(CheckOutcome.NOT_SUBJECT)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).startsWith("process.task."));
        assertThat(proposals.get(proposal).isOver()).isFalse();
    }
}
