package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.decision.Outcome;
import app.tomoni.scoring.ScoredProposal.Status;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 4);

    private final Samples sample = Samples.komoro();
    private final Recommendation recommendation = recommended();
    private final Decision decision = draft();

    @Test
    void theFirstLetterheadHasWhatTheCityAndTheCallHaveSaidAlready() {
        assertThat(Letterhead.first("みなと野市", "市民協働課\n電話 098-765-4321", "推進課"))
                .isEqualTo(new Letterhead("みなと野市", "", "", "", "市民協働課 電話 098-765-4321"));
        assertThat(Letterhead.first("みなと野市", "課".repeat(101), "推進課（012-345-6789）")
                        .contact())
                .isEqualTo("推進課（012-345-6789）");
    }

    @Test
    void beginsAsTheCommitteeRecommendedWithTheReservesInOrder() {
        assertThat(decision.granted(sample.material())).isEqualTo(new Yen(430_000));
        assertThat(decision.line(sample.id("P2")).flatMap(DecidedLine::reservePlace))
                .contains(1);
        assertThat(decision.line(sample.id("P4")).flatMap(DecidedLine::reservePlace))
                .contains(2);
        assertThat(decision.line(sample.id("P5")).flatMap(DecidedLine::reservePlace))
                .contains(3);
        assertThat(decision.subjectToBudget()).isTrue();
    }

    @Test
    void whatLeavesTheRecommendationNeedsAReasonToPublish() {
        write();
        decision.write(
                DecidedLine.of(sample.id("P1"), Outcome.NOT_ADOPTED, null, "", "", null),
                Actor.inOwnRight(Samples.SECRETARY));
        refused(this::submit, "decision.draft.reason");

        decision.write(
                DecidedLine.of(sample.id("P1"), Outcome.NOT_ADOPTED, null, "", "市の計画と重なるため", null),
                Actor.inOwnRight(Samples.SECRETARY));
        submit();

        assertThat(decision.submittedAt()).contains(Samples.NOW);
    }

    @Test
    void otherConditionsLeaveTheRecommendationAndCountOnlyWithAConditionalYes() {
        var p1 = sample.id("P1");
        var yen = new Yen(250_000);
        var recommended = RecommendedLine.of(p1, Outcome.CONDITIONALLY_ADOPTED, yen, "2地区で始めること", "", "");

        assertThat(DecidedLine.of(p1, Outcome.CONDITIONALLY_ADOPTED, yen, "2地区で始めること", "", null)
                        .leavesRecommendation(recommended))
                .isFalse();
        assertThat(DecidedLine.of(p1, Outcome.CONDITIONALLY_ADOPTED, yen, "1地区で始めること", "", null)
                        .leavesRecommendation(recommended))
                .isTrue();
        var plain = DecidedLine.of(p1, Outcome.ADOPTED, yen, "2地区で始めること", "", null);
        assertThat(plain.conditionList()).isEmpty();
        assertThat(plain.conditions()).isEmpty();
        assertThat(plain.leavesRecommendation(RecommendedLine.of(p1, Outcome.ADOPTED, yen, "", "", "")))
                .isFalse();
    }

    @Test
    void nobodyApprovesTheirOwnDraft() {
        write();
        submit();

        refused(() -> decision.approve(Actor.inOwnRight(Samples.SECRETARY), Samples.NOW), "decision.approve.same");
        assertThat(decision.approvedAt()).isEmpty();
        decision.approve(Actor.inOwnRight(Samples.HEAD), Samples.NOW);
        assertThat(decision.approvedBy()).contains(Samples.HEAD);
    }

    @Test
    void nobodyApprovesWhatTheyWroteAtHoweverManyWroteAfterThem() {
        decision.write(
                DecidedLine.of(sample.id("P5"), Outcome.RUNNER_UP, null, "", "", 3), Actor.inOwnRight(Samples.HEAD));
        write();
        submit();

        refused(() -> decision.approve(Actor.inOwnRight(Samples.HEAD), Samples.NOW), "decision.approve.same");
        refused(
                () -> decision.recordApproval(
                        TODAY, "市民協働部", "第12号", Actor.inOwnRight(Samples.HEAD), Samples.NOW, TODAY),
                "decision.elsewhere.same");
        decision.giveBack("理由を詳しく", Actor.inOwnRight(Samples.CHAIR), Samples.NOW);
        var next = decision.again(Samples.NOW);
        next.submit(recommendation, sample.material(), Actor.inOwnRight(Samples.SECRETARY), Samples.NOW);
        refused(() -> next.approve(Actor.inOwnRight(Samples.HEAD), Samples.NOW), "decision.approve.same");
        next.approve(Actor.inOwnRight(Samples.CHAIR), Samples.NOW);
        assertThat(next.approvedBy()).contains(Samples.CHAIR);
    }

    @Test
    void whoseDeputyDraftedItNeitherApprovesItNorHasADeputyApproveIt() {
        var deputy = new PersonId(Ids.next());
        decision.write(
                new DecisionText("別紙のとおり決定する。", true, Samples.letterhead()),
                new Actor(deputy, Set.of(Samples.SECRETARY)));
        decision.submit(recommendation, sample.material(), new Actor(deputy, Set.of(Samples.SECRETARY)), Samples.NOW);
        assertThat(decision.submittedBy()).contains(deputy);

        for (var own : List.of(
                Actor.inOwnRight(Samples.SECRETARY),
                Actor.inOwnRight(deputy),
                new Actor(new PersonId(Ids.next()), Set.of(Samples.SECRETARY)))) {
            refused(() -> decision.approve(own, Samples.NOW), "decision.approve.same");
            refused(
                    () -> decision.recordApproval(TODAY, "市民協働部", "第12号", own, Samples.NOW, TODAY),
                    "decision.elsewhere.same");
        }
        decision.approve(Actor.inOwnRight(Samples.HEAD), Samples.NOW);
        assertThat(decision.approvedBy()).contains(Samples.HEAD);
    }

    @Test
    void whoActsOnlyForThoseWhoDraftedIsNoSecondPerson() {
        write();
        submit();
        var deputy = new Actor(Samples.HEAD, Set.of(Samples.SECRETARY));

        refused(() -> decision.approve(deputy, Samples.NOW), "decision.approve.same");
        refused(() -> decision.giveBack("理由を詳しく", deputy, Samples.NOW), "decision.approve.same");
        refused(
                () -> decision.recordApproval(TODAY, "市民協働部", "第12号", deputy, Samples.NOW, TODAY),
                "decision.elsewhere.same");
        decision.approve(new Actor(Samples.HEAD, Set.of(Samples.SECRETARY, Samples.CHAIR)), Samples.NOW);
        assertThat(decision.approvedBy()).contains(Samples.HEAD);
    }

    @Test
    void aReturnedDraftStaysAsItWasAndTheNextBeginsFromIt() {
        write();
        submit();
        refused(() -> decision.giveBack(" ", Actor.inOwnRight(Samples.HEAD), Samples.NOW), "decision.return.reason");
        decision.giveBack("理由を詳しく", Actor.inOwnRight(Samples.HEAD), Samples.NOW);

        var next = decision.again(Samples.NOW);

        assertThat(next.attempt()).isEqualTo(2);
        assertThat(next.granted(sample.material())).isEqualTo(new Yen(430_000));
        assertThat(decision.returnReason()).contains("理由を詳しく");
        refused(() -> decision.approve(Actor.inOwnRight(Samples.HEAD), Samples.NOW), "decision.approve.notWaiting");
    }

    @Test
    void anApprovalOfTheCitysOwnSystemIsRecordedWithDayOfficeAndNumberBySomebodyElse() {
        write();
        submit();

        refused(
                () -> decision.recordApproval(TODAY, "市民協働部", "", Actor.inOwnRight(Samples.HEAD), Samples.NOW, TODAY),
                "decision.elsewhere.facts");
        refused(
                () -> decision.recordApproval(
                        TODAY.plusDays(1), "市民協働部", "第12号", Actor.inOwnRight(Samples.HEAD), Samples.NOW, TODAY),
                "decision.elsewhere.future");
        refused(
                () -> decision.recordApproval(
                        LocalDate.of(2026, 11, 19),
                        "市民協働部",
                        "第12号",
                        Actor.inOwnRight(Samples.HEAD),
                        Samples.NOW,
                        TODAY),
                "decision.elsewhere.early");
        refused(
                () -> decision.recordApproval(
                        TODAY, "市民協働部", "第12号", Actor.inOwnRight(Samples.SECRETARY), Samples.NOW, TODAY),
                "decision.elsewhere.same");
        decision.recordApproval(TODAY, "市民協働部", "第12号", Actor.inOwnRight(Samples.HEAD), Samples.NOW, TODAY);

        assertThat(decision.elsewhere()).contains(new Elsewhere(TODAY, "市民協働部", "第12号"));
    }

    @Test
    void theMoneyDecidedStaysWithinTheBudget() {
        write();
        decision.write(
                DecidedLine.of(sample.id("P2"), Outcome.ADOPTED, new Yen(200_000), "", "理由", null),
                Actor.inOwnRight(Samples.SECRETARY));

        refused(this::submit, "decision.budget.over");
    }

    @Test
    void nobodyIsGrantedNothing() {
        write();
        decision.write(
                DecidedLine.of(sample.id("P1"), Outcome.ADOPTED, Yen.ZERO, "", "理由", null),
                Actor.inOwnRight(Samples.SECRETARY));

        refused(this::submit, "decision.amount.zero");
    }

    @Test
    void whoWithdrawsOnceTheDraftIsBegunIsAskedNothingAboutAndGetsNothing() {
        write();
        decision.write(
                DecidedLine.of(sample.id("P2"), Outcome.ADOPTED, new Yen(200_000), "", "理由", null),
                Actor.inOwnRight(Samples.SECRETARY));
        decision.write(
                DecidedLine.of(sample.id("P1"), Outcome.ADOPTED, null, "", "", null),
                Actor.inOwnRight(Samples.SECRETARY));

        sample.now("P1", Status.WITHDRAWN_LATE);

        assertThat(decision.standing(sample.material()))
                .extracting(DecidedLine::proposal)
                .hasSize(4)
                .doesNotContain(sample.id("P1"));
        assertThat(decision.granted(sample.material())).isEqualTo(new Yen(380_000));
        submit();
    }

    @Test
    void reservesInOrderNeedDifferentPlaces() {
        write();
        decision.write(
                DecidedLine.of(sample.id("P4"), Outcome.RUNNER_UP, null, "", "", 1),
                Actor.inOwnRight(Samples.SECRETARY));

        refused(this::submit, "decision.draft.place");
    }

    @Test
    void withoutAReserveOrderNoPlaceIsAskedFor() {
        decision.write(
                new DecisionText("別紙のとおり決定する。", false, Samples.letterhead()), Actor.inOwnRight(Samples.SECRETARY));
        decision.write(
                DecidedLine.of(sample.id("P4"), Outcome.RUNNER_UP, null, "", "", 1),
                Actor.inOwnRight(Samples.SECRETARY));
        refused(this::submit, "decision.draft.place"); // two of them cannot be the first all the same
        decision.write(
                DecidedLine.of(sample.id("P4"), Outcome.RUNNER_UP, null, "", "", null),
                Actor.inOwnRight(Samples.SECRETARY));

        submit();

        assertThat(decision.text().reservesInOrder()).isFalse();
    }

    @Test
    void aProposalWithdrawnAfterTheRecommendationIsNotDecidedAbout() {
        sample.now("P1", Status.WITHDRAWN_LATE);

        assertThat(draft().line(sample.id("P1"))).isEmpty();
    }

    @Test
    void aReleaseHappensOnce() {
        write();
        submit();
        decision.approve(Actor.inOwnRight(Samples.HEAD), Samples.NOW);

        assertThat(decision.release(sample.id("P1"), Samples.NOW)).isTrue();
        assertThat(decision.release(sample.id("P1"), Samples.NOW.plusSeconds(60)))
                .isFalse();
        assertThat(decision.line(sample.id("P1")).flatMap(DecidedLine::releasedAt))
                .contains(Samples.NOW);
    }

    private Recommendation recommended() {
        var recommendation = Recommendation.begin(
                sample.material().terms().call(), sample.material().takingPart());
        recommendation.metOn(LocalDate.of(2026, 11, 20));
        recommendation.attended(new HashSet<>(sample.panel()));
        recommendation.submit(sample.evaluation(), sample.material(), Set.of(), Samples.CHAIR, Samples.NOW);
        return recommendation;
    }

    private Decision draft() {
        return Decision.draft(
                recommendation,
                sample.evaluation(),
                sample.material(),
                new Letterhead("", "", "", "", ""),
                Samples.NOW);
    }

    private void write() {
        decision.write(
                new DecisionText("別紙のとおり決定する。", true, Samples.letterhead()), Actor.inOwnRight(Samples.SECRETARY));
    }

    private void submit() {
        decision.submit(recommendation, sample.material(), Actor.inOwnRight(Samples.SECRETARY), Samples.NOW);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String key) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }
}
