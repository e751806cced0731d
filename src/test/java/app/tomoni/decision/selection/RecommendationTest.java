package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.account.Actor;
import app.tomoni.decision.Outcome;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Result;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecommendationTest {

    private final Samples sample = Samples.komoro();
    private final Evaluation evaluation = sample.evaluation();
    private final Recommendation recommendation = Recommendation.begin(
            sample.material().terms().call(), sample.material().takingPart());

    @Test
    void followsTheRankingAsLongAsNobodyChoosesOtherwise() {
        meet();

        submit();

        assertThat(recommendation.line(sample.id("P1"))).get().satisfies(line -> {
            assertThat(line.chosen()).contains(Outcome.ADOPTED);
            assertThat(line.chosenAmount()).contains(new Yen(250_000));
        });
        assertThat(recommendation.line(sample.id("P2"))).get().satisfies(line -> {
            assertThat(line.chosen()).contains(Outcome.RUNNER_UP);
            assertThat(line.chosenAmount()).isEmpty();
        });
    }

    @Test
    void whatLeavesTheRankingNeedsAReason() {
        meet();
        choose(sample.id("P4"), Outcome.NOT_ADOPTED, null, "", "");
        refused("decision.recommendation.reason");

        choose(sample.id("P4"), Outcome.NOT_ADOPTED, null, "", "計画の見直しが必要なため");
        submit();

        assertThat(recommendation.isSubmitted()).isTrue();
    }

    @Test
    void anotherAmountLeavesTheRankingToo() {
        meet();
        choose(sample.id("P1"), Outcome.ADOPTED, new Yen(200_000), "", "");

        refused("decision.recommendation.reason");
    }

    @Test
    void conditionsDoNotLeaveTheRankingButMustBeNamed() {
        meet();
        choose(sample.id("P1"), Outcome.CONDITIONALLY_ADOPTED, null, "", "");
        refused("decision.recommendation.conditions");

        choose(sample.id("P1"), Outcome.CONDITIONALLY_ADOPTED, null, "けがの対応の手順を書くこと", "");
        submit();

        assertThat(recommendation.isSubmitted()).isTrue();
    }

    @Test
    void neverMoreThanWasAskedFor() {
        meet();
        choose(sample.id("P1"), Outcome.ADOPTED, new Yen(250_001), "", "理由");

        refused("decision.amount.over");
    }

    @Test
    void whoeverAsksForMoneyIsNotAdoptedWithNone() {
        meet();
        choose(sample.id("P1"), Outcome.ADOPTED, Yen.ZERO, "", "理由");
        refused("decision.amount.zero");

        choose(sample.id("P1"), Outcome.NOT_ADOPTED, Yen.ZERO, "", "理由");
        submit();
        assertThat(recommendation.isSubmitted()).isTrue();
    }

    @Test
    void neverMoreThanTheBudget() {
        meet();
        choose(sample.id("P2"), Outcome.ADOPTED, new Yen(200_000), "", "理由");

        refused("decision.budget.over");
    }

    @Test
    void belowTheQuorumItTakesAReasonAndASecondPerson() {
        sample.asking(2, 1);
        meet();
        refused("decision.quorum.missing");

        recommendation.askException("大雪で欠席が出たため", Samples.CHAIR, Samples.NOW);
        refused("decision.quorum.missing");
        assertThatThrownBy(() -> recommendation.agreeToException(Actor.inOwnRight(Samples.CHAIR), Samples.NOW))
                .isInstanceOf(Refusal.class);
        var deputy = new Actor(Samples.SECRETARY, Set.of(Samples.CHAIR));
        assertThatThrownBy(() -> recommendation.agreeToException(deputy, Samples.NOW))
                .as("in the name of whoever asked")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> recommendation.declineException(deputy, "出席を求めるため"))
                .isInstanceOf(Refusal.class);

        recommendation.agreeToException(Actor.inOwnRight(Samples.SECRETARY), Samples.NOW);
        submit();
        assertThat(recommendation.exceptionSecond()).contains(Samples.SECRETARY);
    }

    @Test
    void whatWasAgreedToForMoreMembersDoesNotHoldForFewer() {
        sample.reviewers(2).asking(4, 1);
        meet();
        recommendation.askException("大雪で欠席が出たため", Samples.CHAIR, Samples.NOW);
        recommendation.agreeToException(Actor.inOwnRight(Samples.SECRETARY), Samples.NOW);
        meet();
        assertThat(recommendation.exceptionSecond()).contains(Samples.SECRETARY);

        recommendation.metOn(LocalDate.of(2026, 11, 20));
        recommendation.attended(Set.of(sample.panel().getFirst()));

        assertThat(recommendation.exceptionSecond()).isEmpty();
        assertThat(recommendation.exceptionBy()).isEmpty();
        refused("decision.quorum.missing");
        recommendation.askException("大雪で欠席が増えたため", Samples.CHAIR, Samples.NOW);
        recommendation.agreeToException(Actor.inOwnRight(Samples.SECRETARY), Samples.NOW);
        submit();
        assertThat(recommendation.exceptionReason()).contains("大雪で欠席が増えたため");
    }

    @Test
    void anExceptionThatIsNotNeededInTheEndIsNotSpokenOf() {
        sample.reviewers(1).asking(2, 1);
        recommendation.metOn(LocalDate.of(2026, 11, 20));
        recommendation.attended(Set.of(sample.panel().getFirst()));
        recommendation.askException("大雪で欠席が出たため", Samples.CHAIR, Samples.NOW);
        meet();

        submit();

        assertThat(recommendation.exceptionReason()).isEmpty();
    }

    @Test
    void amountsFoundForMoreReplaceThoseFoundForFewer() {
        var three = Samples.under("""
                        {"format":"tomoni-scoring-rule/1","name":{"ja":"上位3件"},"sheetMax":100,
                         "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                         "rounding":{"decimals":1,"mode":"HALF_UP","at":"TOTAL"},"thresholds":[],
                         "ties":[{"by":"DELIBERATION"}],
                         "selection":{"by":"TOP","places":3,"reserves":0},"budgetYen":300000,
                         "award":{"type":"REQUESTED"},"disclosure":"TOTALS"}""")
                .reviewers(1)
                .proposal("A", 200_000L, 90)
                .proposal("B", 200_000L, 80)
                .proposal("C", 100_000L, 70)
                .proposal("D", 100_000L, 70);
        var found = Recommendation.begin(
                three.material().terms().call(), three.material().takingPart());
        assertThat(questions(three, found)).containsExactlyInAnyOrder(Result.Place.LINE, Result.Place.OVER_BUDGET);

        found.deliberate(finding(three, Result.Place.OVER_BUDGET, 150_000L, "A", "B"));
        found.deliberate(finding(three, Result.Place.LINE, null, "C", "D"));
        assertThat(questions(three, found)).containsExactly(Result.Place.OVER_BUDGET);
        found.deliberate(finding(three, Result.Place.OVER_BUDGET, 100_000L, "A", "B", "C"));

        assertThat(questions(three, found)).isEmpty();
        assertThat(found.deliberations())
                .extracting(Deliberated::place)
                .containsExactly(Result.Place.LINE, Result.Place.OVER_BUDGET);
        found.deliberate(finding(three, Result.Place.AMOUNTS, 90_000L, "A"));
        assertThat(found.deliberations())
                .as("both set amounts")
                .extracting(Deliberated::place)
                .containsExactly(Result.Place.LINE, Result.Place.AMOUNTS);
    }

    @Test
    void anAmountThatIsMissingIsNotZero() {
        assertThatThrownBy(() -> recommendation.deliberate(finding(sample, Result.Place.AMOUNTS, null, "P1")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("decision.deliberation.amountMissing"));
        assertThat(recommendation.deliberations()).isEmpty();
    }

    private static Deliberated finding(Samples sample, Result.Place place, @Nullable Long amount, String... numbers) {
        return new Deliberated(
                place,
                Stream.of(numbers)
                        .map(number -> new Deliberated.Found(sample.id(number).value(), amount, null))
                        .toList(),
                "話し合いの結果",
                Samples.CHAIR,
                Samples.NOW);
    }

    private static List<Result.Place> questions(Samples sample, Recommendation recommendation) {
        return Evaluation.of(
                        sample.material(),
                        recommendation.deliberations(),
                        Map.of(),
                        Evaluation.Occasion.DELIBERATION,
                        Samples.CHAIR,
                        Samples.NOW)
                .questions()
                .stream()
                .map(Evaluation.Question::place)
                .toList();
    }

    @Test
    void tooFewSheetsForOneProposalAreNotPassedOver() {
        sample.asking(1, 2);
        meet();

        refused("decision.sheets.missing");
    }

    @Test
    void aMeetingMustBeNamed() {
        refused("decision.recommendation.meeting");
    }

    @Test
    void theCommitteeHasNotMetBeforeTheDayThatWasPlanned() {
        meet();
        recommendation.metOn(LocalDate.of(2026, 11, 21));

        refused("decision.recommendation.meetingFuture");
    }

    @Test
    void whereFiguresLeaveItToPeopleAnOutcomeAndAReasonAreNeeded() {
        var silent = Samples.komoro().everybodyRecused().asking(0, 0);
        var open = Recommendation.begin(
                silent.material().terms().call(), silent.material().takingPart());
        open.metOn(LocalDate.of(2026, 11, 20));
        open.attended(Set.of());

        var gaps = open.gaps(silent.evaluation(), silent.material().terms(), Set.of(), LocalDate.of(2026, 11, 20));

        assertThat(gaps).hasSize(5).extracting(Refusal::messageKey).containsOnly("decision.recommendation.outcome");
    }

    @Test
    void afterItIsHandedOverNothingChanges() {
        meet();
        submit();

        assertThatThrownBy(() -> choose(sample.id("P1"), Outcome.NOT_ADOPTED, null, "", "理由"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> meet()).isInstanceOf(Refusal.class);
    }

    @Test
    void theSizeOfThePanelStaysAsItWasWhenTheCommitteeHadMet() {
        meet();
        submit();
        var then = sample.panel().size();
        sample.reviewers(1);

        assertThat(recommendation.panelSize()).isEqualTo(then);
    }

    @Test
    void aReasonHasAMeasure() {
        assertThatThrownBy(() -> choose(sample.id("P1"), Outcome.ADOPTED, null, "", "あ".repeat(401)))
                .isInstanceOf(Refusal.class);
    }

    private void meet() {
        recommendation.metOn(LocalDate.of(2026, 11, 20));
        recommendation.attended(new HashSet<>(sample.panel()));
    }

    private void choose(ProposalId proposal, Outcome outcome, @Nullable Yen amount, String conditions, String reason) {
        recommendation.write(RecommendedLine.of(proposal, outcome, amount, conditions, reason, ""));
    }

    private void submit() {
        recommendation.submit(evaluation, sample.material(), Set.of(), Samples.CHAIR, Samples.NOW);
    }

    private void refused(String key) {
        assertThatThrownBy(this::submit)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }
}
