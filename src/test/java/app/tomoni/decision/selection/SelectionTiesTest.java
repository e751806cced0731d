package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.AppointPanel;
import app.tomoni.decision.Outcome;
import app.tomoni.review.CheckOutcome;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.Tie;
import app.tomoni.scoring.Result;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may not know something of a selection: members with a tie, and everybody before the time. */
class SelectionTiesTest extends SelectionCase {

    @Autowired
    private ScoreSheets sheets;

    @Autowired
    private AppointPanel appoint;

    @Test
    void whoJoinsThePanelAfterAProposalWasScoredWasNotAbsentFromIt() {
        var before = enter("P1");
        toTheDecision(before);
        var late = holder("審査 遅", Office.REVIEWER, call);
        panel.add(late);
        var after = enter("P2");
        toTheDecision(after);
        var neverAsked = holder("審査 後", Office.REVIEWER, call);
        sheets.freeze(call);

        var material = materials.of(call);

        assertThat(material.panel()).contains(late, neverAsked);
        assertThat(material.sheets())
                .filteredOn(sheet -> sheet.member().equals(late))
                .extracting(Material.PanelSheet::proposal, Material.PanelSheet::participation)
                .containsExactlyInAnyOrder(
                        tuple(before, app.tomoni.scoring.Participation.NOT_IN_OFFICE),
                        tuple(after, app.tomoni.scoring.Participation.ABSENT));
        assertThat(material.sheets()).extracting(Material.PanelSheet::member).doesNotContain(neverAsked);
        assertThat(material.scorers()).isZero();
    }

    @Test
    void whoLeftThePanelWithoutASheetIsNoPartOfTheResult() {
        var proposal = enter("P1");
        var leaver = holder("審査 退", Office.REVIEWER, call);
        cases.complete(
                cases.taskFor(secretary, key(proposal), FormalChecks.TASK)
                        .orElseThrow()
                        .id(),
                secretary,
                FormalChecks.answers(CheckOutcome.ACCEPTED));
        appoint.remove(call, leaver, secretary);
        settle();
        sheets.freeze(call);

        var material = materials.of(call);

        assertThat(material.panel()).containsAll(panel).doesNotContain(leaver);
        assertThat(material.sheets()).extracting(Material.PanelSheet::member).doesNotContain(leaver);
    }

    @Test
    void aChairWithATieSeesNothingOfHowThatProposalWasJudged() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        chairActsForP1();
        close();

        signInAs(chair);
        open("tasks/recommendProjects/" + task(chair, "recommendProjects"));

        assertThat(text()).contains("点数と順位は表示しません", "順位・累計・計算過程は表示しません", "210");
        assertThat(text())
                .as("nor what the others' ranks and sums would tell")
                .doesNotContain("221", "1位", "2位", "累計（円）", "計算過程を見る", "予算の線", "推薦する額の合計")
                .doesNotContain("430,000");
    }

    @Test
    void ofSeveralTiesNotEvenTheOrderTellsHowTheProposalsWereJudged() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        chairActsFor("P2");
        chairActsFor("P3"); // ranked before P2, because it asks for less
        close();

        signInAs(chair);
        open("tasks/recommendProjects/" + task(chair, "recommendProjects"));

        assertThat(text().lines().filter(line -> line.contains("提案 P2") || line.contains("提案 P3")))
                .as("on the board, and among the cards")
                .hasSize(4)
                .satisfiesExactly(
                        board -> assertThat(board).contains("P2"),
                        board -> assertThat(board).contains("P3"),
                        card -> assertThat(card).contains("P2"),
                        card -> assertThat(card).contains("P3"));
    }

    @Test
    void aChairWithATieLearnsNothingOfThatProposalFromWhatIsMissing() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        chairActsForP1();
        close();
        var acting = holder("職務代理", Office.ACTING_CHAIR, call);
        var task = task(chair, "recommendProjects");
        adopt("P1", 249_000, "", acting);
        adopt("P2", 200_000, "地域の必要性が高い", chair);
        recommend.met(task, LocalDate.now(clock), Set.of(panel.getFirst()), chair);
        signInAs(chair);
        open("tasks/recommendProjects/" + task);

        press("推薦案を提出する");

        assertThat(text())
                .contains("あなたには表示しない提案に、決まっていないことがあります。")
                .doesNotContain("予算を超えています", "629,000")
                .doesNotContain("P1の「順位と異なる理由」");
        assertThatThrownBy(() -> recommend.submit(task, List.of(), chair))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments()).isEmpty());
        assertThatThrownBy(() -> recommend.submit(task, List.of(), acting))
                .hasMessageContaining("decision.recommendation.reason");
    }

    @Test
    void aChairWithATieCannotFindOutByOtherAmountsWhatThatProposalGets() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        chairActsForP1();
        close();
        var acting = holder("職務代理", Office.ACTING_CHAIR, call);
        var task = task(chair, "recommendProjects");
        adopt("P1", 249_000, "話し合いの結果", acting);
        adopt("P2", 200_000, "地域の必要性が高い", chair);
        recommend.met(task, LocalDate.now(clock), new HashSet<>(sample.panel()), chair);
        assertThatThrownBy(() -> recommend.submit(task, List.of(), acting))
                .hasMessageContaining("decision.budget.over");

        recommend.submit(task, List.of(), chair);

        assertThatThrownBy(this::draft).hasMessageContaining("decision.budget.over");
    }

    private void chairActsForP1() {
        chairActsFor("P1");
    }

    private void chairActsFor(String group) {
        offices.appoint(
                chair,
                Office.GROUP_VIEWER,
                proposed.get(proposals.get(group)).organisation().value(),
                LocalDate.of(2020, 1, 1),
                null);
    }

    private void adopt(String group, long amount, String reason, PersonId by) {
        var id = proposals.get(group);
        recommend.write(
                task(by, "recommendProjects"),
                RecommendedLine.untouched(id),
                RecommendedLine.of(id, Outcome.ADOPTED, new Yen(amount), "", reason, ""),
                by);
    }

    @Test
    void aChairOnThePanelJudgesNothingToWhichTheyMayHaveATie() {
        enter(Samples.tieAtTheLine(), "P1", "P2", "P3");
        offices.appoint(chair, Office.REVIEWER, call.value(), LocalDate.of(2020, 1, 1), null);
        close();
        var task = task(chair, "recommendProjects");
        var p1 = RecommendedLine.untouched(proposals.get("P1"));
        assertThatThrownBy(() -> recommend.write(task, p1, p1, chair))
                .as("nothing is declared yet")
                .hasMessageContaining("decision.recommendation.tied");

        proposals.forEach((name, id) -> declarations.answer(chair, id, name.equals("P3") ? Tie.TIE : Tie.NONE, 0));
        declarations.confirm(chair, call);
        settle();
        recommend.write(task, p1, p1, chair);
        assertThatThrownBy(() -> recommend.deliberate(task, order("P2", "P3"), chair, Locale.JAPANESE))
                .hasMessageContaining("decision.deliberation.tied");
        signInAs(chair);
        open("tasks/recommendProjects/" + task);
        assertThat(text()).contains("職務代理者など、ほかの方が記録してください").doesNotContain("の順番");

        var acting = holder("職務代理", Office.ACTING_CHAIR, call);
        recommend.deliberate(task, order("P2", "P3"), acting, Locale.JAPANESE);
        assertThat(recommendations.findByCallId(call.value()).orElseThrow().deliberations())
                .hasSize(1);
    }

    private Deliberated order(String... groups) {
        return new Deliberated(
                Result.Place.LINE,
                Arrays.stream(groups)
                        .map(group -> new Deliberated.Found(proposals.get(group).value(), null, null))
                        .toList(),
                "地域の必要性が高い",
                chair,
                clock.instant());
    }

    @Test
    void aTieDeclaredBeforeTheRecommendationMakesTheRankingAnew() {
        enter(Samples.tieAtTheLine(), "P1", "P2", "P3");
        var member = panel.getFirst();
        declareNoTie(member);
        close();
        recommend.deliberate(task(chair, "recommendProjects"), order("P3", "P2"), chair, Locale.JAPANESE);
        sample.recused("P2", 0); // the listener has not heard of it yet
        assertThatThrownBy(this::recommend).hasMessageContaining("decision.recommendation.tieDeclared");

        declarations.declareLate(member, proposals.get("P2"));
        settle();

        var evaluation = evaluations
                .findFirstByCallIdOrderByMadeAtDescIdDesc(call.value())
                .orElseThrow();
        assertThat(evaluation.occasion()).isEqualTo(Evaluation.Occasion.TIE_DECLARED);
        assertThat(evaluation.line(proposals.get("P2")))
                .get()
                .extracting(EvaluatedLine::sheets, EvaluatedLine::recused)
                .containsExactly(0, 1);
        assertThat(recommendations.findByCallId(call.value()).orElseThrow().deliberations())
                .as("the order of what is no longer tied")
                .isEmpty();
    }

    @Test
    void whatWasAgreedToBelowTheQuorumDoesNotCoverSheetsThatFallAwayLater() {
        enter(Samples.tieAtTheLine(), "P1", "P2", "P3");
        sample.asking(2, 1);
        var member = panel.getFirst();
        declareNoTie(member);
        close();
        var task = task(chair, "recommendProjects");
        recommend.met(task, LocalDate.now(clock), Set.of(member), chair);
        recommend.askException(task, "大雪のため", chair);
        exception.agree(call, asked(), secretary);

        sample.recused("P2", 0);
        declarations.declareLate(member, proposals.get("P2"));
        settle();

        signInAs(chair);
        open("tasks/recommendProjects/" + task);
        assertThat(text()).contains("確認を受けた後に、出席または採点の数が減りました。");
        assertThat(recommendations.findByCallId(call.value()).orElseThrow().exceptionSecond())
                .isEmpty();
    }

    @Test
    void aTieDeclaredAfterTheRecommendationLeavesWhatItCounted() {
        sample = null;
        var id = enter("P1");
        toTheDecision(id);
        panel.forEach(this::declareNoTie);
        close();
        var task = task(chair, "recommendProjects");
        declarations.declareLate(panel.get(1), id);
        settle();
        recommend.write(
                task,
                RecommendedLine.untouched(id),
                RecommendedLine.of(id, Outcome.NOT_ADOPTED, null, "", "採点がなかったため", ""),
                chair);
        recommend.met(task, LocalDate.now(clock), Set.of(panel.getFirst()), chair);
        recommend.askException(task, "大雪のため", chair);
        exception.agree(call, asked(), secretary);
        recommend.submit(task, List.of(), chair);
        var counted = materials.of(call);

        clock.advance(Duration.ofMinutes(1));
        declarations.declareLate(panel.getFirst(), id);
        settle();

        assertThat(materials.of(call)).isEqualTo(counted);
        assertThat(counted.sheets())
                .extracting(Material.PanelSheet::participation)
                .containsExactlyInAnyOrder(
                        app.tomoni.scoring.Participation.ABSENT,
                        app.tomoni.scoring.Participation.RECUSED,
                        app.tomoni.scoring.Participation.ABSENT);
        assertThat(evaluations.findFirstByCallIdOrderByMadeAtDescIdDesc(call.value()))
                .get()
                .extracting(Evaluation::id)
                .isEqualTo(
                        recommendations.findByCallId(call.value()).orElseThrow().evaluation());
    }

    private void declareNoTie(PersonId member) {
        proposals.values().forEach(id -> declarations.answer(member, id, Tie.NONE, 0));
        declarations.confirm(member, call);
    }

    /** One is adopted, the other is not; whoever reads for them must not be able to tell from anything. */
    @Test
    void untilTheyAreToldTwoGroupsReadTheSameWhateverWasDecided() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        assertNothingTells();
        recommend();
        assertNothingTells();
        draft();
        assertNothingTells();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        assertNothingTells();
        confirm();
        assertNothingTells();

        settle();
        assertThat(read("P1", "proposals/" + proposals.get("P1"))).contains("採択");
        assertThat(read("P5", "proposals/" + proposals.get("P5")))
                .isNotEqualTo(read("P1", "proposals/" + proposals.get("P1")));
    }

    private void assertNothingTells() {
        var first = readBy("P1");
        assertThat(first.values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(readBy("P5")).isEqualTo(first);
        assertThat(told.of(proposals.get("P1"))).isEmpty();
        assertNothingIsPublic();
    }

    /** What a group's representative reads anywhere, without what is the group's own: names, numbers, times. */
    private Map<String, String> readBy(String group) {
        var id = proposals.get(group);
        var texts = new HashMap<String, String>();
        for (var path : List.of(
                "proposals",
                "inbox",
                "organisation",
                "proposals/%s",
                "proposals/%s/content",
                "proposals/%s/history",
                "proposals/%s/receipt",
                "proposals/%s/withdraw",
                "cases/%s/events",
                "open-calls",
                "open-calls/" + call)) {
            texts.put(path, read(group, path.formatted(id)));
        }
        texts.put(
                "mails",
                jdbc.sql(
                                "SELECT string_agg(subject || body, '|' ORDER BY created_at, id) FROM mail WHERE person_id = ?")
                        .param(representatives.get(group).value())
                        .query(String.class)
                        .optional()
                        .map(text -> plain(group, text))
                        .orElse("none"));
        return texts;
    }

    private String read(String group, String path) {
        signInAs(representatives.get(group));
        open(path);
        return plain(group, text());
    }

    private static String plain(String group, String text) {
        return text.replace(group, "＊")
                .replaceAll("[0-9a-f]{64}|[0-9a-f-]{36}", "＊")
                .replaceAll("[0-9]+", "#");
    }
}
