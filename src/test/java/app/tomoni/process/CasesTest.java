package app.tomoni.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.tomoni.account.Deputies;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Json;
import app.tomoni.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessModuleTest
class CasesTest {

    private static final Instant SUPPLEMENT_DUE = Instant.parse("2031-06-20T08:00:00Z");

    @Autowired
    private Cases cases;

    @Autowired
    private CaseDates caseDates;

    @Autowired
    private CasePeople casePeople;

    @Autowired
    private Statuses statuses;

    @Autowired
    private CaseEvents events;

    @Autowired
    private OpenTasks openTasks;

    @Autowired
    private Offices offices;

    @Autowired
    private Deputies deputies;

    @Autowired
    private People people;

    @Autowired
    private StuckWork stuck;

    @Autowired
    private ProcessDriver driver;

    @Autowired
    private TreeModels.TreeDeadlines deadlines;

    @Autowired
    private org.camunda.bpm.engine.ManagementService timers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private UUID group;
    private UUID call;
    private PersonId secretary;
    private PersonId editor;
    private PersonId firstAdviser;
    private PersonId secondAdviser;

    @BeforeEach
    void peopleInOffice() {
        group = Ids.next();
        call = Ids.next();
        secretary = holder("事務 花子", Office.SECRETARIAT, null);
        editor = holder("団体 太郎", Office.GROUP_REPRESENTATIVE, group);
        firstAdviser = holder("審査 一郎", Office.REVIEWER, call);
        secondAdviser = holder("審査 二郎", Office.REVIEWER, call);
        deadlines.dates.clear();
        deadlines.dates.put("supplement", SUPPLEMENT_DUE);
    }

    private PersonId holder(String name, Office office, UUID scope) {
        var person = people.add(name, "カナ", null);
        offices.appoint(person, office, scope, LocalDate.of(2020, 1, 1), null);
        return person;
    }

    private CaseKey opened() {
        var request = TreeModels.request("さくらの手入れ", group, call);
        cases.open(new NewCase(
                request.key(),
                request.process(),
                null,
                request.title(),
                "R8-001",
                request.scopes(),
                Map.of("advisers", Json.write(List.of(firstAdviser.toString(), secondAdviser.toString())))));
        return request.key();
    }

    private TaskId only(CaseKey key) {
        return cases.tasksOf(key).getFirst().id();
    }

    @Test
    void aCaseRunsToItsEndThroughTheOfficesItAsks() {
        var key = opened();
        cases.complete(only(key), secretary, Map.of("complete", true, "outcome", "accept", "reason", "", "trees", 3));

        assertThat(cases.tasksOf(key))
                .extracting(OpenTask::assignee)
                .containsExactlyInAnyOrder(firstAdviser, secondAdviser);
        assertThat(cases.taskFor(firstAdviser, key, "writeOpinion")).isPresent();
        cases.complete(
                cases.taskFor(firstAdviser, key, "writeOpinion").orElseThrow().id(),
                firstAdviser,
                Map.of("view", "for"));
        assertThat(status(key, Audience.STAFF).now()).isEqualTo("審査委員が意見を書いています（2人中1人）。");
        cases.complete(
                cases.taskFor(secondAdviser, key, "writeOpinion").orElseThrow().id(),
                secondAdviser,
                Map.of("view", "against"));

        assertThat(cases.waitsAt(key, "awaitDecision")).isTrue();
        assertThat(cases.waitingAt("treeRequest", "awaitDecision", call)).containsExactly(key);
        assertThat(cases.waitsFor(key, "RequestDecided")).isTrue();
        cases.tell("RequestDecided", key, Map.of("outcome", "ADOPTED"));

        assertThat(cases.hasEnded(key)).isTrue();
        assertThat(status(key, Audience.APPLICANT))
                .isEqualTo(new CaseStatus("お願いへの答えを決めました。", "木の手入れを始めます。", null, false, true, null));
        assertThat(status(key, Audience.EVERYONE).now()).isEqualTo("終わりました。");
        assertThat(events.of(key))
                .extracting(CaseEvent::kind)
                .containsExactly("caseOpened", "taskDone", "taskDone", "taskDone", "told", "caseEnded");
        assertThat(jdbc.sql("SELECT count(*) FROM case_position WHERE case_key = ?")
                        .param(key.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> cases.tell("RequestDecided", key, Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("process.nobody-waits"));
    }

    private CaseStatus status(CaseKey key, Audience audience) {
        return statuses.of(key, audience, secretary, Locale.JAPANESE);
    }

    @Test
    void theStatusSaysWhoActsByWhenAndWhatComesNext() {
        deadlines.dates.put("check", SUPPLEMENT_DUE);
        var key = opened();

        var status = status(key, Audience.APPLICANT);
        assertThat(status.now()).isEqualTo("事務局が6月20日（金）17時までに内容を確かめています。");
        assertThat(status.next()).isEqualTo("担当課が意見を書きます。");
        assertThat(status.yourTurn()).isTrue();
        assertThat(statuses.of(key, Audience.EVERYONE, editor, Locale.ENGLISH).yourTurn())
                .isFalse();
        assertThat(statuses.of(key, Audience.APPLICANT, null, Locale.ENGLISH).now())
                .startsWith("The secretariat is checking");
        assertThat(statuses.of(new CaseKey(Ids.next()), Audience.STAFF, null, Locale.JAPANESE)
                        .now())
                .isEqualTo("まだ提出されていません。");
    }

    @Test
    void aDateThatHasPassedIsSaidToHavePassed() {
        deadlines.dates.put("check", Instant.parse("2026-06-19T08:00:00Z"));
        var key = opened();

        assertThat(status(key, Audience.APPLICANT).now())
                .as("nobody does by a day what is not done after it")
                .isEqualTo("事務局が内容を確かめています。6月19日（金）17時の期日を過ぎています。済みしだい、次に進みます。");
        assertThat(statuses.of(key, Audience.APPLICANT, null, Locale.ENGLISH).now())
                .endsWith(". This date has passed.");
        assertThat(status(key, Audience.EVERYONE).now()).isEqualTo("受け付けました。");
    }

    @Test
    void aTaskDoneTwiceIsRefusedWithWhoAndWhenAndChangesNothing() {
        var key = opened();
        var colleague = holder("事務 次郎", Office.SECRETARIAT, null);
        var task = only(key);
        cases.complete(task, secretary, Map.of("complete", false));
        var before = events.of(key);

        assertThatThrownBy(() -> cases.complete(task, colleague, Map.of("complete", true)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo("process.task.done");
                    assertThat(refusal.arguments().getFirst()).isEqualTo("事務 花子");
                });
        assertThat(events.of(key)).isEqualTo(before);
        assertThat(cases.waitsAt(key, "supplementRequest")).isTrue();
    }

    @Test
    void aTaskOfAnotherOfficeLooksLikeNone() {
        var key = opened();
        var task = only(key);

        assertThat(cases.task(task, editor)).isEmpty();
        assertThat(cases.task(new TaskId("no-id"), editor)).isEmpty();
        for (var unknown : List.of(task, new TaskId(Ids.next().toString()), new TaskId("'; DROP"))) {
            assertThatThrownBy(() -> cases.complete(unknown, editor, Map.of()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.messageKey()).isEqualTo("process.task.absent"));
        }
        assertThat(cases.waitsAt(key, "checkRequest")).isTrue();
    }

    @Test
    void onlyDeclaredAnswersOfTheRightTypePass() {
        var key = opened();
        var task = only(key);

        assertThatThrownBy(() -> cases.complete(task, secretary, Map.of("isAdmin", true)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cases.complete(task, secretary, Map.of("complete", "yes")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cases.complete(task, secretary, Map.of("outcome", "other")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cases.complete(task, secretary, Map.of("reason", "x".repeat(5_000))))
                .isInstanceOf(Refusal.class);
        assertThat(cases.waitsAt(key, "checkRequest")).isTrue();

        cases.complete(task, secretary, Map.of("complete", true, "outcome", "accept"));
        assertThat(jdbc.sql("SELECT answers ->> 'outcome' FROM case_answer WHERE case_key = ?")
                        .param(key.value())
                        .query(String.class)
                        .single())
                .isEqualTo("accept");
    }

    @Test
    void aRefusedStepLeavesNothingBehind() {
        var request = TreeModels.request("断られる", group, call);

        assertThatThrownBy(() -> cases.open(new NewCase(
                        request.key(),
                        request.process(),
                        null,
                        request.title(),
                        null,
                        request.scopes(),
                        Map.of("refuse", "tree.closed"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("tree.closed"));
        assertThat(events.of(request.key())).isEmpty();
        assertThat(cases.tasksOf(request.key())).isEmpty();
    }

    @Test
    void whoIsBarredLosesTheTaskThatWasTheirsAlone() {
        var key = opened();
        cases.complete(only(key), secretary, Map.of("complete", true, "outcome", "accept"));

        casePeople.bar(key, firstAdviser);

        assertThat(cases.tasksOf(key)).extracting(OpenTask::assignee).containsExactly(secondAdviser);
        assertThat(status(key, Audience.STAFF).now()).contains("1人中0人");
        casePeople.bar(key, secretary);
        assertThat(cases.task(only(key), secretary)).isEmpty();
        cases.complete(only(key), secondAdviser, Map.of("view", "for"));
        assertThat(cases.waitsAt(key, "awaitDecision")).isTrue();
    }

    @Test
    void theRecordHasBothNamesOfWhatADeputyDidAndOneOfWhatIsTheirOwnToDo() {
        var key = opened();
        var today = LocalDate.now();
        var deputy = holder("決裁 次郎", Office.APPROVER, null);
        deputies.appoint(deputy, secretary, Office.SECRETARIAT, null, today, today, "夏の休み");

        assertThat(openTasks.actingFor(deputy, cases.tasksOf(key))).containsValue(secretary);
        assertThat(openTasks.actingFor(secretary, cases.tasksOf(key))).isEmpty();
        var task = only(key);
        cases.complete(task, deputy, Map.of("complete", true, "outcome", "accept"));
        transaction.executeWithoutResult(status -> {
            events.record(key, "stageClosedByHand", deputy, null, Map.of());
            events.record(key, "decisionApproved", deputy, null, Map.of());
            events.record(key, "ProposalWithdrawn", editor, null, Map.of());
        });

        assertThat(events.of(key))
                .filteredOn(event -> event.person() != null)
                .extracting(CaseEvent::kind, CaseEvent::person, CaseEvent::actingFor)
                .containsExactly(
                        tuple("taskDone", deputy, secretary),
                        tuple("stageClosedByHand", deputy, secretary),
                        tuple("decisionApproved", deputy, null),
                        tuple("ProposalWithdrawn", editor, null));
        assertThatThrownBy(() -> cases.complete(task, secretary, Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("process.task.done.deputy"));
    }

    @Test
    void whatADeputyOfTwoDoesIsDoneInPlaceOfOneWhoMightDoItThemselves() {
        var key = opened();
        var today = LocalDate.now();
        var other = holder("事務 二郎", Office.SECRETARIAT, null);
        var deputy = people.add("代理 四郎", "ダイリ", null);
        for (var principal : List.of(secretary, other)) {
            deputies.appoint(deputy, principal, Office.SECRETARIAT, null, today, today, "夏の休み");
        }
        for (var barred : List.of(secretary, other)) {
            var free = barred.equals(secretary) ? other : secretary;
            transaction.executeWithoutResult(status -> {
                events.record(key, "approvalRecorded", deputy, null, Map.of(), Set.of(barred));
                events.record(key, "callExtended", deputy, null, Map.of());
            });
            assertThat(events.of(key).reversed().subList(0, 2))
                    .extracting(CaseEvent::actingFor)
                    .containsExactly(free, free);
        }

        var shown = openTasks.actingFor(deputy, cases.tasksOf(key)).get(only(key));
        casePeople.bar(key, Objects.requireNonNull(shown));
        var stands = openTasks.actingFor(deputy, cases.tasksOf(key)).get(only(key));
        cases.complete(only(key), deputy, Map.of("complete", true, "outcome", "accept"));

        assertThat(events.of(key))
                .filteredOn(event -> event.kind().equals("taskDone"))
                .extracting(CaseEvent::actingFor)
                .containsExactly(stands)
                .doesNotContain(shown);
    }

    @Test
    void oneMoreIsAskedWhereTheCaseWaitsForEachOfAList() {
        var key = opened();
        var third = holder("審査 三郎", Office.REVIEWER, call);
        assertThat(casePeople.offerTo(third, key, "writeOpinion")).isFalse();
        cases.complete(only(key), secretary, Map.of("complete", true, "outcome", "accept"));

        assertThat(casePeople.offerTo(third, key, "writeOpinion")).isTrue();

        assertThat(cases.tasksOf(key))
                .extracting(OpenTask::assignee)
                .containsExactlyInAnyOrder(firstAdviser, secondAdviser, third);
        assertThat(status(key, Audience.STAFF).now()).contains("3人中0人");
        for (var adviser : List.of(firstAdviser, third, secondAdviser)) {
            assertThat(cases.waitsAt(key, "awaitDecision")).isFalse();
            cases.complete(
                    cases.taskFor(adviser, key, "writeOpinion").orElseThrow().id(), adviser, Map.of("view", "for"));
        }
        assertThat(cases.waitsAt(key, "awaitDecision")).isTrue();
        assertThat(casePeople.offerTo(third, key, "writeOpinion")).isFalse();
    }

    @Test
    void aDeputySeesTheTaskUnlessTheOneTheyStandInForIsBarred() {
        var key = opened();
        var deputy = people.add("代理 三郎", "ダイリ", null);
        jdbc.sql(
                        "INSERT INTO deputy (id, person_id, acts_for, office, valid_from, valid_to) VALUES (?, ?, ?, 'SECRETARIAT', DATE '2020-01-01', DATE '2100-01-01')")
                .param(Ids.next())
                .param(deputy.value())
                .param(secretary.value())
                .update();

        assertThat(cases.task(only(key), deputy)).isPresent();
        casePeople.bar(key, secretary);
        assertThat(cases.task(only(key), deputy)).isEmpty();
    }

    @Test
    void timersFireAtTheDatesOfTheCallAndAFailedStepIsListedAndRetried() {
        var request = TreeModels.request("遅れている", group, call);
        cases.open(new NewCase(
                request.key(),
                request.process(),
                null,
                request.title(),
                null,
                request.scopes(),
                Map.of("breakReminder", true)));
        cases.complete(only(request.key()), secretary, Map.of("complete", false));

        assertThatThrownBy(() -> driver.passTo(SUPPLEMENT_DUE.minusSeconds(2 * 24 * 3600)))
                .hasMessageContaining("the reminder broke");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(driver::fireJobs).isInstanceOf(RuntimeException.class);
        }
        var listed = stuck.list(Locale.JAPANESE).stream()
                .filter(work -> work.caseKey().equals(request.key()))
                .findFirst()
                .orElseThrow();
        assertThat(listed.name()).as("neither number nor call").isNull();
        assertThat(listed.step()).isEqualTo("お知らせする");
        assertThat(listed.givenUp()).isTrue();

        transaction.executeWithoutResult(status -> stuck.retry(listed.id()));
        assertThat(stuck.list(Locale.JAPANESE))
                .filteredOn(work -> work.caseKey().equals(request.key()))
                .allMatch(work -> !work.givenUp());
        assertThat(cases.waitsAt(request.key(), "supplementRequest")).isTrue();
    }

    @Test
    void whenTheDatesOfACallChangeOpenTasksAndTimersFollow() {
        var key = opened();
        cases.complete(only(key), secretary, Map.of("complete", false));
        var later = SUPPLEMENT_DUE.plusSeconds(30L * 24 * 3600);
        deadlines.dates.put("supplement", later);

        caseDates.changed(call);

        assertThat(cases.tasksOf(key)).extracting(OpenTask::dueAt).containsExactly(later);
        assertThat(status(key, Audience.APPLICANT).due()).isEqualTo(later);
        assertThat(timers.createJobQuery()
                        .timers()
                        .duedateHigherThan(java.util.Date.from(SUPPLEMENT_DUE))
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo(later.minusSeconds(3L * 24 * 3600));
    }

    @Test
    void aStoppedCaseHasEndedAndItsTasksAreGone() {
        var key = opened();

        cases.end(key, "取り違え");

        assertThat(cases.hasEnded(key)).isTrue();
        assertThat(cases.tasksOf(key)).isEmpty();
        assertThat(events.of(key)).extracting(CaseEvent::kind).contains("caseStopped", "caseEnded");
        assertThat(status(key, Audience.APPLICANT).now()).isEqualTo("この手続きは終わりました。");
    }

    @Test
    void theRecordOfACaseCannotBeChanged() {
        var key = opened();
        for (var change :
                List.of("UPDATE case_event SET kind = 'x'", "DELETE FROM case_event", "TRUNCATE case_event")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("append-only");
        }
        assertThat(events.of(key)).isNotEmpty();
    }

    @Test
    void aLabelReachesTheListAndTheListFindsItByWord() {
        var key = opened();
        cases.label(key, "ＡＢＣ公園の花壇", "R8-777");

        var question = new OpenTasks.Question(OpenTasks.View.ALL, "abc 777", null, null, OpenTasks.Order.DUE, 0, 25);
        assertThat(openTasks.page(secretary, question).tasks()).singleElement().satisfies(task -> {
            assertThat(task.caseKey()).isEqualTo(key);
            assertThat(openTasks.name(task, Locale.JAPANESE)).isEqualTo("内容を確かめる");
        });
        assertThat(openTasks.counts(secretary).all()).isPositive();
    }
}
