package app.tomoni.decision.selection;

import static app.tomoni.scoring.Rule.Disclosure.SHEETS;
import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.decision.Outcome;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Outcomes;
import app.tomoni.scoring.Participation;
import app.tomoni.scoring.Result;
import app.tomoni.scoring.Rule;
import app.tomoni.scoring.ScoreCommand;
import app.tomoni.scoring.ScoredProposal.Status;
import app.tomoni.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluationTest {

    @Test
    void eightProjectsOfOneYearEndInThePublishedOrderAndAllAreAdopted() {
        var evaluation = Samples.obu().evaluation();

        assertThat(evaluation.lines())
                .extracting(EvaluatedLine::total)
                .extracting(BigDecimal::intValue)
                .containsExactly(88, 83, 77, 71, 71, 67, 63, 59);
        assertThat(evaluation.lines()).extracting(EvaluatedLine::rank).containsExactly(1, 2, 3, 4, 4, 6, 7, 8);
        assertThat(evaluation.lines()).extracting(EvaluatedLine::suggestion).containsOnly(Outcome.ADOPTED);
        assertThat(evaluation.questions()).isEmpty();
    }

    @Test
    void aPublishedReviewComesToItsPublishedFigures() {
        var line = Samples.yodogawa().evaluation().lines().getFirst();

        assertThat(line.total()).isEqualTo("71.3");
        assertThat(line.means())
                .extracting(mean -> mean.mean().toPlainString())
                .containsExactly("34.7", "11.7", "11.7", "13.3");
        assertThat(line.suggestion()).isEqualTo(Outcome.ADOPTED);
        assertThat(line.trace(Locale.JAPANESE)).anyMatch(sentence -> sentence.contains("71.3"));
    }

    @Test
    void theFirstThatNoLongerFitsIsOfferedTheRestAndThoseBehindWaitInOrder() {
        var sample = Samples.komoro();

        var evaluation = sample.evaluation();

        assertThat(evaluation.lines()).extracting(EvaluatedLine::key).containsExactly("P1", "P3", "P2", "P4", "P5");
        assertThat(evaluation.line(sample.id("P2"))).get().satisfies(line -> {
            assertThat(line.suggestion()).isEqualTo(Outcome.RUNNER_UP);
            assertThat(line.amountYen()).isEqualTo(170_000);
        });
        assertThat(evaluation.lines().subList(3, 5))
                .extracting(EvaluatedLine::suggestion)
                .containsOnly(Outcome.RUNNER_UP);
    }

    @Test
    void keepsWhatItFoundAlthoughItIsReadAgain() {
        var evaluation = Samples.komoro().evaluation();

        assertThat(evaluation.traceSha256()).isEqualTo(Sha256.of(evaluation.trace()));
        assertThat(evaluation.rule().budgetYen()).isEqualTo(600_000);
        assertThat(evaluation.trace())
                .doesNotContain(Samples.komoro().panel().getFirst().toString());
    }

    @Test
    void equalFiguresWhereTheMoneyEndsAreLeftToPeopleAndTheirOrderIsTaken() {
        var sample = Samples.tieAtTheLine();
        var question = sample.evaluation().questions().getFirst();
        assertThat(question.place()).isEqualTo(Result.Place.LINE);
        assertThat(question.ids()).containsExactlyInAnyOrder(sample.id("P2"), sample.id("P3"));

        var found = new Deliberated(
                Result.Place.LINE,
                List.of(
                        new Deliberated.Found(sample.id("P3").value(), null, null),
                        new Deliberated.Found(sample.id("P2").value(), null, null)),
                "地域の必要性が高い",
                Samples.CHAIR,
                Samples.NOW);
        var again = Evaluation.of(
                sample.material(),
                List.of(found),
                Map.of(),
                Evaluation.Occasion.DELIBERATION,
                Samples.CHAIR,
                Samples.NOW);

        assertThat(again.questions()).isEmpty();
        assertThat(again.line(sample.id("P3")))
                .get()
                .extracting(EvaluatedLine::suggestion)
                .isEqualTo(Outcome.ADOPTED);
        assertThat(again.line(sample.id("P2")))
                .get()
                .extracting(EvaluatedLine::suggestion)
                .isEqualTo(Outcome.NOT_ADOPTED);
    }

    @Test
    void whatWasFoundStandsForTheOthersWhenOneOfThemWithdrawsAfterTheRankingStood() {
        var sample = Samples.overBudget();
        var set = new Deliberated(
                Result.Place.OVER_BUDGET,
                List.of(
                        new Deliberated.Found(sample.id("P1").value(), 1_500_000L, null),
                        new Deliberated.Found(sample.id("P2").value(), 1_500_000L, null)),
                "予算に合わせた",
                Samples.CHAIR,
                Samples.NOW);

        var again = Evaluation.of(
                sample.now("P1", Status.WITHDRAWN_LATE).material(),
                List.of(set),
                Map.of(sample.id("P2"), Answer.Kind.ACCEPTED),
                Evaluation.Occasion.ANSWER,
                null,
                Samples.NOW);

        assertThat(again.line(sample.id("P2")))
                .get()
                .extracting(EvaluatedLine::amountYen)
                .as("not the 2,000,000 that it had asked for")
                .isEqualTo(1_500_000L);
    }

    @Test
    void aWithdrawalTakesTheQuestionAwayWithTheAnswerToIt() {
        var sample = Samples.tieAtTheLine();
        var found = new Deliberated(
                Result.Place.LINE,
                List.of(
                        new Deliberated.Found(sample.id("P3").value(), null, null),
                        new Deliberated.Found(sample.id("P2").value(), null, null)),
                "地域の必要性が高い",
                Samples.CHAIR,
                Samples.NOW);

        var again = Evaluation.of(
                sample.now("P3", Status.WITHDRAWN).material(),
                List.of(found),
                Map.of(),
                Evaluation.Occasion.WITHDRAWAL,
                null,
                Samples.NOW);

        assertThat(again.questions()).isEmpty();
        assertThat(again.line(sample.id("P2")))
                .get()
                .extracting(EvaluatedLine::suggestion)
                .isEqualTo(Outcome.ADOPTED);
    }

    @Test
    void anAmountSetForWhoDeclinesIsLeftOutWhenTheNextIsOffered() {
        var sample = Samples.under("""
                        {"format":"tomoni-scoring-rule/1","name":{"ja":"上位2件"},"sheetMax":100,
                         "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                         "rounding":{"decimals":1,"mode":"HALF_UP","at":"TOTAL"},"thresholds":[],"ties":[],
                         "selection":{"by":"TOP","places":2,"reserves":1},"budgetYen":300000,
                         "award":{"type":"REQUESTED"},"disclosure":"TOTALS"}""")
                .reviewers(1)
                .proposal("P1", 200_000L, 90)
                .proposal("P2", 200_000L, 80)
                .proposal("P3", 100_000L, 70);
        assertThat(sample.evaluation().questions())
                .extracting(Evaluation.Question::place)
                .containsExactly(Result.Place.OVER_BUDGET);
        var set = new Deliberated(
                Result.Place.OVER_BUDGET,
                List.of(
                        new Deliberated.Found(sample.id("P1").value(), 150_000L, null),
                        new Deliberated.Found(sample.id("P2").value(), 150_000L, null)),
                "等しく減額する",
                Samples.CHAIR,
                Samples.NOW);

        var after = Evaluation.of(
                sample.material(),
                List.of(set),
                Map.of(sample.id("P1"), Answer.Kind.DECLINED),
                Evaluation.Occasion.ANSWER,
                null,
                Samples.NOW);

        assertThat(after.line(sample.id("P2"))).get().satisfies(line -> {
            assertThat(line.suggestion()).isEqualTo(Outcome.ADOPTED);
            assertThat(line.amountYen()).isEqualTo(150_000L);
        });
        assertThat(after.line(sample.id("P3")))
                .get()
                .satisfies(line -> assertThat(line.suggestion()).isEqualTo(Outcome.ADOPTED));
    }

    @Test
    void whenEveryReviewerIsRecusedPeopleDecideWithoutFigures() {
        var evaluation = Samples.obu().everybodyRecused().evaluation();

        assertThat(evaluation.lines()).allSatisfy(line -> {
            assertThat(line.verdict()).isEqualTo(Result.Verdict.TO_DELIBERATE);
            assertThat(line.total()).isNull();
            assertThat(line.recused()).isEqualTo(1);
        });
        assertThat(evaluation.questions())
                .extracting(Evaluation.Question::place)
                .containsExactly(Result.Place.FIGURE);
    }

    @Test
    void whatNobodyCouldMarkIsLeftOutWhenTheCommitteeSaysSo() {
        var sample = Samples.yodogawa();
        var second = sample.enter("P2", null);
        for (int member = 0; member < 3; member++) {
            sample.without(second, member, Participation.RECUSED);
        }
        assertThat(sample.evaluation().questions())
                .extracting(Evaluation.Question::place)
                .containsExactly(Result.Place.FIGURE);

        var again = leftOut(sample, second);

        assertThat(again.questions()).isEmpty();
        assertThat(again.line(second))
                .get()
                .extracting(EvaluatedLine::suggestion)
                .isEqualTo(Outcome.NOT_ADOPTED);
    }

    @Test
    void whereNobodyGaveAnyMarkTheCommitteeLeavesOutOneByOne() {
        var sample = Samples.tieAtTheLine().everybodyRecused();

        var again = leftOut(sample, sample.id("P2"));

        assertThat(again.questions())
                .singleElement()
                .satisfies(question ->
                        assertThat(question.ids()).containsExactlyInAnyOrder(sample.id("P1"), sample.id("P3")));
        assertThat(again.line(sample.id("P2")))
                .get()
                .extracting(EvaluatedLine::suggestion)
                .isEqualTo(Outcome.NOT_ADOPTED);
        assertThat(again.openData()).contains("NOT_PASSED");
    }

    @Test
    void whatWasFoundStandsAsLongAsTheSameIsAsked() {
        var sample = Samples.tieAtTheLine();
        var found = new Deliberated(
                Result.Place.LINE,
                List.of(
                        new Deliberated.Found(sample.id("P3").value(), null, null),
                        new Deliberated.Found(sample.id("P2").value(), null, null)),
                "地域の必要性が高い",
                Samples.CHAIR,
                Samples.NOW);

        assertThat(Evaluated.stillAsked(sample.material(), List.of(found))).containsExactly(found);
        sample.recused("P2", 0);
        assertThat(Evaluated.stillAsked(sample.material(), List.of(found))).isEmpty();
    }

    private static Evaluation leftOut(Samples sample, ProposalId proposal) {
        var found = new Deliberated(
                Result.Place.FIGURE,
                List.of(new Deliberated.Found(proposal.value(), null, Outcomes.NOT_PASSED)),
                "全員が関係者のため",
                Samples.CHAIR,
                Samples.NOW);
        return Evaluation.of(
                sample.material(),
                List.of(found),
                Map.of(),
                Evaluation.Occasion.DELIBERATION,
                Samples.CHAIR,
                Samples.NOW);
    }

    @Test
    void oneRecusedMemberIsNamedAndNotCounted() {
        var sample = Samples.yodogawa();
        var second = sample.enter("P2", null);
        sample.mark(second, 0, Map.of("plan", 40, "team", 10, "record", 10, "cost", 10));
        sample.mark(second, 1, Map.of("plan", 30, "team", 10, "record", 10, "cost", 10));
        sample.without(second, 2, Participation.RECUSED);

        var line = sample.evaluation().line(second).orElseThrow();

        assertThat(line.total()).isEqualTo("65.0");
        assertThat(line.sheets()).isEqualTo(2);
        assertThat(line.recused()).isEqualTo(1);
    }

    @Test
    void whoWasNotOnThePanelYetIsLeftOutAndNotCalledAbsent() {
        var sample = Samples.yodogawa().reviewers(1);
        var first = sample.id("P1");
        sample.without(first, 3, Participation.NOT_IN_OFFICE);

        var line = sample.evaluation().line(first).orElseThrow();

        assertThat(line.total()).isEqualTo("71.3");
        assertThat(line.sheets()).isEqualTo(3);
        assertThat(line.trace(Locale.JAPANESE).toString())
                .contains("D委員は任期外のため")
                .doesNotContain("欠席");
    }

    @Test
    void aCallWithoutProposalsIsEvaluatedToNothing() {
        var evaluation = Samples.under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"空"},"sheetMax":100,
                 "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":1,"mode":"HALF_UP","at":"TOTAL"},"thresholds":[],"ties":[],
                 "selection":{"by":"ALL_PASSING"},"award":{"type":"NONE"},"disclosure":"TOTALS"}""").evaluation();

        assertThat(evaluation.lines()).isEmpty();
        assertThat(evaluation.questions()).isEmpty();
    }

    @Test
    void whenAllAreBelowTheLineNoneIsSuggested() {
        var sample = Samples.under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"基準"},"sheetMax":100,
                 "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":1,"mode":"HALF_UP","at":"TOTAL"},
                 "thresholds":[{"type":"TOTAL","points":60,"on":"PUBLISHED"}],"ties":[],
                 "selection":{"by":"ALL_PASSING"},"award":{"type":"NONE"},"disclosure":"TOTALS"}""").reviewers(2).proposal("P1", null, 40).proposal("P2", null, 59);

        assertThat(sample.evaluation().lines())
                .extracting(EvaluatedLine::suggestion)
                .containsOnly(Outcome.NOT_ADOPTED);
    }

    @ParameterizedTest
    @EnumSource(Rule.Disclosure.class)
    void whoeverReadsTheOpenDataComesToThePublishedResult(Rule.Disclosure disclosure, @TempDir Path directory)
            throws IOException {
        var rule = Samples.yodogawa().material().terms().rule().toJson();
        var sample = Samples.under(rule.replace("\"SHEETS\"", "\"" + disclosure + "\""))
                .reviewers(3);
        for (var number = 1;
                number <= 30;
                number++) { // that all give one member the same letter by chance never happens
            var id = sample.enter("P" + number, null);
            sample.mark(id, 0, Map.of("plan", 37, "team", 11, "record", 11, "cost", 15));
            sample.mark(id, 1, Map.of("plan", 35, "team", 12, "record", 12, "cost", 15));
            sample.mark(id, 2, Map.of("plan", 32, "team", 12, "record", 12, "cost", 10));
        }
        var evaluation = sample.evaluation();

        var file = Files.writeString(directory.resolve("open-data.json"), evaluation.openData());
        var out = new ByteArrayOutputStream();
        int exit = ScoreCommand.run(
                new String[] {"--replay", file.toString()},
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);

        assertThat(exit).isZero();
        assertThat(evaluation.openData())
                .isEqualTo(evaluation.openData())
                .contains("\"level\": \"" + disclosure + "\"");
        assertThat(evaluation.lines())
                .allSatisfy(line -> assertThat(out.toString(StandardCharsets.UTF_8))
                        .contains(line.rank() + "位　" + line.key() + "　" + line.total() + "点　採択候補"));
        var letterOfTheStrictest = evaluation.publishedSheets().values().stream()
                .flatMap(List::stream)
                .filter(sheet -> sheet.total().equals("66"))
                .map(EvaluatedLine.SheetTotal::member)
                .distinct();
        assertThat(letterOfTheStrictest.count()).matches(letters -> disclosure == SHEETS ? letters > 1 : letters == 0);
    }

    @Test
    void whereNobodyGaveAMarkTheOpenDataSaysWhoTookPart() {
        var evaluation = Samples.obu().everybodyRecused().evaluation();

        assertThat(evaluation.openData()).isEqualTo(evaluation.trace());
        assertThat(evaluation.publishedSheets()).isEmpty();
    }
}
