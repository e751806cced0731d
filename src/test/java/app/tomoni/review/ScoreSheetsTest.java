package app.tomoni.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.tomoni.process.CaseKey;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScoreSheetsTest extends ReviewTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsTypedIsThereAgainAndBelongsToItsOwner() {
        var proposal = proposal("はなみずき");
        openAndDeclare(proposal);
        put(ai, proposal, "mark:c1", "12");
        put(ai, proposal, "comment", "よい提案です");

        assertThat(sheets.own(ai, proposal).orElseThrow().value("mark:c1")).isEqualTo("12");
        assertThat(sheets.own(bo, proposal).orElseThrow().value("mark:c1")).isEmpty();
        assertThat(sheets.mine(ai, call).get(proposal).started()).isTrue();
    }

    @Test
    void aSecondTabIsToldInsteadOfOverwriting() {
        var proposal = proposal("はなみずき");
        openAndDeclare(proposal);
        sheets.save(ai, proposal, "mark:c1", "12", 0);

        var second = sheets.save(ai, proposal, "mark:c1", "9", 0);

        assertThat(second)
                .isInstanceOfSatisfying(
                        Kept.Conflict.class,
                        conflict -> assertThat(conflict.theirs()).isEqualTo("12"));
        assertThat(sheets.own(ai, proposal).orElseThrow().value("mark:c1")).isEqualTo("12");
        assertThat(sheets.save(ai, proposal, "mark:c1", "12", 0)).isInstanceOf(Kept.Stored.class);
    }

    @Test
    void aScoreOutOfRangeIsRefusedAndNothingChanges() {
        var proposal = proposal("はなみずき");
        openAndDeclare(proposal);
        put(ai, proposal, "mark:c2", "20");

        assertThatThrownBy(() -> put(ai, proposal, "mark:c2", "31")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> put(ai, proposal, "mark:nothing", "1")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> put(ai, proposal, "comment", "あ".repeat(1001))).isInstanceOf(Refusal.class);

        assertThat(sheets.own(ai, proposal).orElseThrow().value("mark:c2")).isEqualTo("20");
    }

    @Test
    void isSubmittedOnceHoweverOftenTheButtonIsPressed() {
        var proposal = proposal("はなみずき");
        openAndDeclare(proposal);
        assertThatThrownBy(() -> sheets.submit(ai, proposal)).isInstanceOf(Refusal.class);
        score(ai, proposal, "12", "20");

        sheets.submit(ai, proposal);
        sheets.submit(ai, proposal);

        assertThat(submissions(proposal)).isEqualTo(1);
        verify(cases, times(2).description("a task that is still open ends with it"))
                .taskFor(ai, new CaseKey(proposal.value()), "scoreProposal");
    }

    @Test
    void canBeAdjustedByItsOwnerUntilTheStageIsClosedForEverybody() {
        var proposal = proposal("はなみずき");
        openAndDeclare(proposal);
        score(ai, proposal, "12", "20");
        sheets.submit(ai, proposal);

        put(ai, proposal, "mark:c2", "25");
        assertThat(sheets.own(ai, proposal).orElseThrow().changed()).isTrue();
        sheets.submit(ai, proposal);
        assertThat(sheets.own(ai, proposal).orElseThrow().changed()).isFalse();
        assertThat(submissions(proposal)).isEqualTo(2);

        put(ai, proposal, "mark:c1", "3");
        sheets.freeze(call);

        assertThatThrownBy(() -> put(ai, proposal, "mark:c2", "10")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> sheets.submit(ai, proposal)).isInstanceOf(Refusal.class);
        assertThat(of(proposal, 0).marks())
                .as("what was typed and never handed in does not count")
                .isEqualTo(Map.of("c1", BigDecimal.valueOf(12), "c2", BigDecimal.valueOf(25)));
    }

    @Test
    void aSecondClickAfterTheLastSheetHasClosedTheStageIsNotRefused() {
        var proposal = proposal("はなみずき");
        openAndDeclare(proposal);
        score(ai, proposal, "12", "20");
        sheets.submit(ai, proposal);
        sheets.freeze(call);

        sheets.submit(ai, proposal);

        assertThat(submissions(proposal)).isEqualTo(1);
        assertThatThrownBy(() -> sheets.submit(bo, proposal)).hasMessageContaining("review.stage.closed");
    }

    @Test
    void nobodySeesAnothersSheetBeforeTheStageIsClosed() {
        var proposal = proposal("はなみずき");
        openAndDeclare(proposal);
        score(ai, proposal, "12", "20");
        sheets.submit(ai, proposal);

        assertThatThrownBy(() -> sheets.of(call)).isInstanceOf(Refusal.class);
        assertThat(sheets.mine(bo, call).get(proposal).submittedAt()).isNull();

        sheets.freeze(call);
        assertThat(sheets.of(call)).hasSize(3);
    }

    /** Two worlds that differ only in what one reviewer wrote look the same to another one, in every answer there is. */
    @Test
    void whatOthersScoreChangesNothingThatAReviewerCanAsk() {
        var proposal = proposal("はなみずき");
        var second = proposal("こかげ");
        openAndDeclare(proposal, second);
        var before = world(bo, proposal);

        score(ai, proposal, "15", "30");
        put(ai, proposal, "comment", "最高です");
        sheets.submit(ai, proposal);
        sheets.abstain(chie, second, "多忙");

        assertThat(world(bo, proposal)).isEqualTo(before);
        verify(caseEvents, atLeastOnce())
                .record(
                        any(),
                        argThat(kind -> kind.startsWith("scoreSheet")),
                        argThat(facts -> facts.values().stream()
                                .noneMatch(value -> value.toString().contains("15")
                                        || value.toString().contains("最高")
                                        || value.toString().length() == 64)));
    }

    private List<String> world(app.tomoni.account.PersonId reviewer, ProposalId proposal) {
        return List.of(
                sheets.own(reviewer, proposal).orElseThrow().toString(),
                sheets.mine(reviewer, call).toString(),
                declarations.list(reviewer, call).orElseThrow().toString());
    }

    @Test
    void contentOfAProposalWithATieAnswersLikeAnAbsentOne() {
        var tied = proposal("はなみずき");
        openAndDeclare(tied);
        declarations.declareLate(ai, tied);
        var absent = new ProposalId(app.tomoni.shared.Ids.next());

        assertThat(sheets.own(ai, tied)).isEqualTo(sheets.own(ai, absent));
        assertThat(refusal(() -> sheets.save(ai, tied, "comment", "x", 0)))
                .isEqualTo(refusal(() -> sheets.save(ai, absent, "comment", "x", 0)));
        assertThat(refusal(() -> sheets.submit(ai, tied))).isEqualTo(refusal(() -> sheets.submit(ai, absent)));
        assertThat(refusal(() -> sheets.abstain(ai, tied, "")))
                .isEqualTo(refusal(() -> sheets.abstain(ai, absent, "")));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable act) {
        return org.junit.jupiter.api.Assertions.assertThrows(Refusal.class, act).getMessage();
    }

    @Test
    void thePrivateMemoIsNeverSubmittedAndIsGoneWhenTheStageCloses() {
        var proposal = proposal("はなみずき");
        openAndDeclare(proposal);
        put(ai, proposal, "memo", "電話で聞いた話");
        assertThat(sheets.mine(ai, call).get(proposal).started()).isFalse();
        score(ai, proposal, "12", "20");
        sheets.submit(ai, proposal);

        sheets.freeze(call);
        sheets.freeze(call);

        assertThat(of(proposal, 0).toString()).doesNotContain("電話");
        assertThat(jdbc.sql("SELECT count(*) FROM review_entry WHERE field = 'memo' AND value = '電話で聞いた話'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void recusedAbstainedAbsentAndScoredAreDifferentRecords() {
        var proposal = proposal("はなみずき");
        var dan = reviewer("審査 団");
        org.mockito.Mockito.when(panels.members(call)).thenReturn(List.of(ai, bo, chie, dan));
        openAndDeclare(proposal);
        sheets.open(call, proposal, List.of(dan), List.of());
        declareNothing(dan);
        var staff = people.add("事務 花子", "ジム", null);
        score(ai, proposal, "12", "20");
        sheets.submit(ai, proposal);
        declarations.declareLate(bo, proposal);
        sheets.abstain(chie, proposal, "");
        sheets.excuse(staff, proposal, dan, Participation.ABSENT, "連絡がとれないため");

        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 0, 1, 1, 1, 1));
        sheets.freeze(call);
        assertThat(sheets.of(call))
                .extracting(SheetResult::participation)
                .containsExactlyInAnyOrder(
                        Participation.SCORED, Participation.RECUSED, Participation.ABSTAINED, Participation.ABSENT);
        assertThatThrownBy(() -> sheets.submit(dan, proposal)).isInstanceOf(Refusal.class);
    }

    @Test
    void sheetsAreOpenedOncePerReviewer() {
        var proposal = proposal("はなみずき");
        sheets.open(call, proposal, List.of(ai, bo), List.of(chie));
        sheets.open(call, proposal, List.of(ai, bo), List.of(chie));

        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 2, 0, 1, 0, 0));
    }

    @Test
    void aProposalThatIsHandedInAnewIsScoredAnewFromWhatWasTyped() {
        var proposal = proposal("はなみずき");
        var dan = reviewer("審査 団");
        when(panels.members(call)).thenReturn(List.of(ai, bo, chie, dan));
        openAndDeclare(proposal);
        sheets.open(call, proposal, List.of(dan), List.of());
        declareNothing(dan);
        score(ai, proposal, "12", "20");
        sheets.submit(ai, proposal);
        declarations.declareLate(bo, proposal);
        sheets.abstain(chie, proposal, "多忙");
        var staff = people.add("事務 花子", "ジム", null);
        sheets.excuse(staff, proposal, dan, Participation.ABSENT, "連絡がとれないため");

        sheets.reopen(proposal, List.of(ai, bo, chie, dan));

        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 3, 0, 1, 0, 0));
        assertThat(sheets.mine(ai, call).get(proposal))
                .isEqualTo(new ScoreSheets.SheetState(Participation.PENDING, true, true, null, null));
        var own = sheets.own(ai, proposal).orElseThrow();
        assertThat(own.renewed()).isTrue();
        assertThat(own.submittedAt()).isNull();
        assertThat(own.value("mark:c2")).isEqualTo("20");
        assertThat(sheets.own(dan, proposal).orElseThrow().renewed())
                .as("nothing was begun")
                .isFalse();

        sheets.submit(ai, proposal);
        score(dan, proposal, "9", "10");
        sheets.submit(dan, proposal);
        assertThat(sheets.own(ai, proposal).orElseThrow().renewed()).isFalse();
        assertThat(sheets.progress(call)).containsExactly(new SheetProgress(proposal, 1, 2, 1, 0, 0));
        assertThat(submissions(proposal)).as("the former stays on record").isEqualTo(3);
    }

    @Test
    void whatWasHandedInAboutAFormerTextDoesNotCount() {
        var proposal = proposal("はなみずき");
        openAndDeclare(proposal);
        score(ai, proposal, "12", "20");
        sheets.submit(ai, proposal);

        sheets.reopen(proposal, List.of(ai, bo, chie));
        sheets.freeze(call);

        assertThat(of(proposal, 0).participation()).isEqualTo(Participation.PENDING);
        assertThat(of(proposal, 0).marks()).isEmpty();
    }

    @Test
    void aTieVoidsASheetFromThenOnAndNotBefore() {
        var proposal = proposal("はなみずき");
        openAndDeclare(proposal);
        score(ai, proposal, "12", "20");
        sheets.submit(ai, proposal);
        sheets.freeze(call);
        var before = Instant.now();

        declarations.declareLate(ai, proposal);

        assertThat(of(proposal, 0).participation()).isEqualTo(Participation.RECUSED);
        assertThat(of(proposal, 0).marks()).isEmpty();
        assertThat(sheets.of(call, before))
                .filteredOn(result -> result.reviewer().equals(ai))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.participation()).isEqualTo(Participation.SCORED);
                    assertThat(result.marks()).hasSize(2);
                });
        assertThat(sheets.of(call, Instant.now().plusSeconds(1))).isEqualTo(sheets.of(call));
    }

    private SheetResult of(ProposalId proposal, int index) {
        return sheets.of(call).stream()
                .filter(result ->
                        result.proposal().equals(proposal) && result.reviewer().equals(ai))
                .toList()
                .get(index);
    }

    private int submissions(ProposalId proposal) {
        return jdbc.sql(
                        "SELECT count(*) FROM score_submission b JOIN score_sheet s ON s.id = b.sheet_id WHERE s.proposal_id = ?")
                .param(proposal.value())
                .query(Integer.class)
                .single();
    }
}
