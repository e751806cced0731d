package app.tomoni.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class DeclarationsTest extends ReviewTest {

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OpenTasks inbox;

    @Test
    void noContentIsOpenBeforeTheWholeListIsConfirmed() {
        var first = proposal("はなみずき");
        var second = proposal("こかげ");
        declarations.answer(ai, first, Tie.NONE, 0);

        assertThat(declarations.mayRead(ai, first)).isFalse();
        assertThatThrownBy(() -> declarations.confirm(ai, call)).isInstanceOf(Refusal.class);

        declarations.answer(ai, second, Tie.NONE, 0);
        assertThat(declarations.mayRead(ai, first)).isFalse();
        declarations.confirm(ai, call);

        assertThat(declarations.mayRead(ai, first)).isTrue();
        assertThat(declarations.mayRead(ai, second)).isTrue();
        declarations.confirm(ai, call);
        verify(caseEvents, times(1).description("that it is done, once, and nothing of what was answered"))
                .record(new CaseKey(call.value()), "declarationsConfirmed", Map.of("reviewer", ai.toString()));
        verifyNoMoreInteractions(caseEvents);
    }

    @Test
    void theRecordOfTheCallSaysTheSameWhateverWasDeclared() {
        var tied = proposal("はなみずき");
        declarations.answer(ai, tied, Tie.TIE, 0);
        declarations.answer(bo, tied, Tie.UNSURE, 0);
        declarations.confirm(ai, call);
        declarations.confirm(bo, call);

        var key = new CaseKey(call.value());
        verify(caseEvents).record(key, "declarationsConfirmed", Map.of("reviewer", ai.toString()));
        verify(caseEvents).record(key, "declarationsConfirmed", Map.of("reviewer", bo.toString()));
        verify(caseEvents, times(2)).record(eq(key), any(), any());
    }

    @Test
    void aTieClosesItsProposalAndNoOther() {
        var tied = proposal("はなみずき");
        var other = proposal("こかげ");
        sheets.open(call, tied, List.of(ai, bo, chie), List.of());
        declarations.answer(ai, tied, Tie.TIE, 0);
        declarations.answer(ai, other, Tie.NONE, 0);
        declarations.confirm(ai, call);

        assertThat(declarations.mayRead(ai, tied)).isFalse();
        assertThat(declarations.mayRead(ai, other)).isTrue();
        assertThat(declarations.tie(ai, tied)).isEqualTo(Tie.TIE);
        assertThat(sheets.own(ai, tied)).isEmpty();
        assertThat(sheets.mine(ai, call).get(tied).participation()).isEqualTo(Participation.RECUSED);
        verify(casePeople).bar(new CaseKey(tied.value()), ai);
    }

    @Test
    void aMemberOfTheGroupIsNeverItsReviewer() {
        var group = new OrganisationId(Ids.next());
        var own = proposal("はなみずき", group);
        var other = proposal("こかげ");
        offices.appoint(ai, Office.GROUP_VIEWER, group.value(), LocalDate.of(2020, 1, 1), null);

        assertThat(declarations.tie(ai, own)).isEqualTo(Tie.TIE);
        assertThat(declarations.tiedTo(own, call)).containsExactly(ai);
        assertThatThrownBy(() -> declarations.answer(ai, own, Tie.NONE, 0)).isInstanceOf(Refusal.class);

        declarations.answer(ai, other, Tie.NONE, 0);
        declarations.confirm(ai, call);

        assertThat(declarations.mayRead(ai, own)).isFalse();
        assertThat(declarations.mayRead(ai, other)).isTrue();
        verify(casePeople).bar(new CaseKey(own.value()), ai);
    }

    @Test
    void whoIsUnsureSeesNothingUntilTheSecretariatHasSettledIt() {
        var unclear = proposal("はなみずき");
        var staff = people.add("事務 花子", "ジム", null);
        offices.appoint(staff, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        declarations.answer(ai, unclear, Tie.UNSURE, 0);
        declarations.confirm(ai, call);

        assertThat(declarations.mayRead(ai, unclear)).isFalse();
        assertThat(declarations.unclear(call)).extracting(TieUnclear::reviewer).containsExactly(ai);
        assertThat(asked(staff)).as("in the secretariat's list").singleElement().satisfies(task -> {
            assertThat(task.title()).isEqualTo("はなみずき");
            assertThat(task.number()).isEqualTo("R8-1");
        });
        assertThatThrownBy(() -> declarations.settle(staff, ai, unclear, false, " "))
                .isInstanceOf(Refusal.class);

        assertThatThrownBy(() -> declarations.settle(staff, ai, unclear, false, "長".repeat(401)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(400, 401));

        declarations.settle(staff, ai, unclear, false, "10年前に退会しているため");

        assertThat(asked(staff)).isEmpty();
        assertThat(declarations.mayRead(ai, unclear)).isTrue();
        assertThat(declarations.unclear(call)).isEmpty();
        assertThatThrownBy(() -> declarations.settle(staff, ai, unclear, true, "もう一度"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void severalWhoAreUnsureStandInTheListOnceAndUntilTheLastIsAnswered() {
        var unclear = proposal("はなみずき");
        var staff = people.add("事務 花子", "ジム", null);
        offices.appoint(staff, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        for (var reviewer : List.of(ai, bo)) {
            declarations.answer(reviewer, unclear, Tie.UNSURE, 0);
            declarations.confirm(reviewer, call);
        }
        assertThat(asked(staff)).hasSize(1);

        declarations.declareLate(ai, unclear);
        assertThat(asked(staff)).as("the other still waits").hasSize(1);
        declarations.settle(staff, bo, unclear, true, "親族が役員のため");

        assertThat(asked(staff)).isEmpty();
    }

    @Test
    void aQuestionOfSomebodyWhoLeavesThePanelIsOverUntilTheyComeBack() {
        var unclear = proposal("はなみずき");
        var staff = people.add("事務 花子", "ジム", null);
        offices.appoint(staff, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        declarations.answer(ai, unclear, Tie.UNSURE, 0);
        declarations.confirm(ai, call);
        assertThat(asked(staff)).hasSize(1);

        when(panels.members(call)).thenReturn(List.of(bo, chie));
        declarations.leave(ai, call);

        assertThat(declarations.unclear(call)).isEmpty();
        assertThat(asked(staff)).isEmpty();

        when(panels.members(call)).thenReturn(List.of(ai, bo, chie));
        declarations.join(ai, call);
        assertThat(asked(staff))
                .as("they are back, and still wait for the answer")
                .hasSize(1);
    }

    private List<OpenTask> asked(PersonId staff) {
        return inbox
                .page(
                        staff,
                        new OpenTasks.Question(OpenTasks.View.ALL, "", call.value(), null, OpenTasks.Order.DUE, 0, 50))
                .tasks()
                .stream()
                .filter(task -> task.kind().equals("settleTie"))
                .toList();
    }

    @Test
    void aProposalThatComesLaterReopensTheListForItAloneAndClosesNoOther() {
        var first = proposal("はなみずき");
        declareNothing(ai);
        var late = proposal("こかげ");

        assertThat(declarations.mayRead(ai, first)).isTrue();
        declarations.answer(ai, late, Tie.NONE, 0);
        assertThat(declarations.mayRead(ai, late)).isFalse();
        declarations.confirm(ai, call);

        assertThat(declarations.mayRead(ai, late)).isTrue();
        assertThatThrownBy(() -> declarations.answer(ai, first, Tie.UNSURE, 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void noTieDoesNotCoverAPartnerThatIsNamedAfterwards() {
        var first = proposal("居場所");
        var second = proposal("食堂");
        openAndDeclare(first, second);

        partners(first, "川辺の会");

        assertThat(declarations.mayRead(ai, first)).isFalse();
        assertThat(declarations.mayRead(ai, second)).isTrue();
        var line = declarations.list(ai, call).orElseThrow().line(first).orElseThrow();
        assertThat(line.answer()).isEqualTo(Tie.UNANSWERED);
        assertThat(line.confirmed()).isFalse();

        declarations.answer(ai, first, Tie.NONE, line.version());
        assertThat(declarations.mayRead(ai, first)).as("until it is confirmed").isFalse();
        declarations.confirm(ai, call);
        assertThat(declarations.mayRead(ai, first)).isTrue();
    }

    @Test
    void aTieStaysWhateverPartnersAreNamed() {
        var first = proposal("居場所");
        sheets.open(call, first, List.of(ai, bo, chie), List.of());
        declarations.answer(ai, first, Tie.TIE, 0);
        declarations.confirm(ai, call);

        partners(first, "川辺の会");

        assertThat(declarations.tie(ai, first)).isEqualTo(Tie.TIE);
        assertThat(declarations.list(ai, call).orElseThrow().confirmed()).isTrue();
    }

    @Test
    void aLateTieVoidsTheSheetAtOnceAndKeepsTheRecord() {
        var proposal = proposal("はなみずき");
        openAndDeclare(proposal);
        score(ai, proposal, "12", "20");
        sheets.submit(ai, proposal);

        declarations.declareLate(ai, proposal);

        assertThat(declarations.mayRead(ai, proposal)).isFalse();
        assertThat(sheets.own(ai, proposal)).isEmpty();
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 2, 0, 1, 0, 0));
        verify(casePeople).bar(new CaseKey(proposal.value()), ai);

        declarations.declareLate(ai, proposal);
        verify(casePeople, times(1)).bar(new CaseKey(proposal.value()), ai);
    }

    @Test
    void anAnswerFromASecondTabIsNotOverwrittenSilently() {
        var proposal = proposal("はなみずき");
        declarations.answer(ai, proposal, Tie.NONE, 0);

        assertThat(declarations.answer(ai, proposal, Tie.TIE, 0)).isInstanceOf(Kept.Conflict.class);
        assertThat(declarations.answer(ai, proposal, Tie.TIE, 1)).isInstanceOf(Kept.Stored.class);
    }

    @Test
    void whoIsNotOnThePanelHasNoList() {
        var proposal = proposal("はなみずき");
        var stranger = people.add("通りすがり", "トオリ", null);

        assertThat(declarations.list(stranger, call)).isEmpty();
        assertThat(declarations.mayRead(stranger, proposal)).isFalse();
        assertThatThrownBy(() -> declarations.answer(stranger, proposal, Tie.NONE, 0))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsConfirmedIsWhatIsFollowedThoughAnotherWindowChangesAnAnswer() {
        var proposal = proposal("はなみずき");
        sheets.open(call, proposal, List.of(ai, bo, chie), List.of());
        declarations.answer(ai, proposal, Tie.TIE, 0);

        atOnce(() -> declarations.answer(ai, proposal, Tie.NONE, 1), () -> declarations.confirm(ai, call))
                .join();

        assertThat(declarations.tie(ai, proposal)).isEqualTo(Tie.NONE);
        verify(casePeople, never()).bar(new CaseKey(proposal.value()), ai);
    }

    @Test
    void nothingIsConfirmedThatTheReviewerDidNotRead() {
        var proposal = proposal("はなみずき");
        sheets.open(call, proposal, List.of(ai, bo, chie), List.of());
        declarations.answer(ai, proposal, Tie.NONE, 0);

        for (var read : List.of(Map.of(proposal, Tie.TIE), Map.<ProposalId, Tie>of())) {
            assertThatThrownBy(() -> declarations.confirm(ai, call, read))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.messageKey()).isEqualTo(Declarations.CHANGED));
        }
        assertThat(declarations.mayRead(ai, proposal)).isFalse();
        declarations.confirm(ai, call, Map.of(proposal, Tie.NONE));
        assertThat(declarations.mayRead(ai, proposal)).isTrue();
    }

    @Test
    void whoConfirmsWhileAnotherWindowChangesAnAnswerIsToldSo() {
        var proposal = proposal("はなみずき");
        sheets.open(call, proposal, List.of(ai, bo, chie), List.of());
        declarations.answer(ai, proposal, Tie.TIE, 0);

        var second = atOnce(
                () -> declarations.answer(ai, proposal, Tie.NONE, 1),
                () -> declarations.confirm(ai, call, Map.of(proposal, Tie.TIE)));

        assertThatThrownBy(second::join).hasCauseInstanceOf(Refusal.class);
        assertThat(declarations.tie(ai, proposal)).isEqualTo(Tie.UNANSWERED);
        verify(casePeople, never()).bar(new CaseKey(proposal.value()), ai);
    }

    @Test
    void ofTwoWhoSettleAtOnceTheSecondIsToldSo() {
        var proposal = proposal("はなみずき");
        var staff = people.add("事務 花子", "ジム", null);
        offices.appoint(staff, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        sheets.open(call, proposal, List.of(ai, bo, chie), List.of());
        declarations.answer(ai, proposal, Tie.UNSURE, 0);
        declarations.confirm(ai, call);

        var second = atOnce(
                () -> declarations.settle(staff, ai, proposal, false, "退会しているため"),
                () -> declarations.settle(staff, ai, proposal, true, "会員のため"));

        assertThatThrownBy(second::join).hasCauseInstanceOf(Refusal.class);
        assertThat(declarations.tie(ai, proposal)).isEqualTo(Tie.NONE);
        verify(casePeople, never()).bar(new CaseKey(proposal.value()), ai);
    }

    /** Does the second while the first is done and not committed yet. */
    private CompletableFuture<Void> atOnce(Runnable first, Runnable second) {
        return Objects.requireNonNull(transactions.execute(status -> {
            first.run();
            var running = CompletableFuture.runAsync(second);
            await().until(() -> jdbc.sql("""
                                SELECT count(*) FROM pg_stat_activity
                                WHERE wait_event_type = 'Lock' AND query LIKE '%declaration%'""").query(Integer.class).single() > 0);
            return running;
        }));
    }
}
