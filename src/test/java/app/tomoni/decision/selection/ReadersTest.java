package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.decision.Outcome;
import app.tomoni.proposal.RecallProposal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the auditor and the chair may look up of a selection, and from when on. */
class ReadersTest extends SelectionCase {

    @Autowired
    private RecallProposal recall;

    private PersonId auditor;

    @Test
    void theAuditorReadsResultDecisionAndApprovalOnceItIsApprovedAndNotBefore() {
        begin();
        recommend();
        draft();
        signInAs(auditor);
        open("selections");
        assertThat(text()).contains("市民提案型");
        open("selections/" + call);
        assertThat(text()).contains("決裁者が").doesNotContain("P1", "順位");
        open("letters?call=" + call + "&all");
        assertThat(text()).contains("通知書はまだありません");

        approve.approve(task(head, "approveDecision"), head);
        settle();
        signInAs(auditor);
        open("selections/" + call);
        assertThat(text())
                .contains("P1", "順位・評価点", "推薦", "別紙のとおり決定する。", "決裁の記録", "事務局 一さん", "部長さん")
                .doesNotContain("公開ページを見る");
        assertNothingToDo();
    }

    @Test
    void theAuditorReadsTheRegisterOfLettersAndOpensThemButSendsNothing() {
        begin();
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        confirm();
        settle();
        signInAs(auditor);

        open("letters?call=" + call + "&all");

        assertThat(text()).contains("P1", "まだ発送していません");
        assertThat($(Anchor.class).all())
                .anyMatch(link -> link.getText()
                        .equals(letters.ofCall(call.value()).getFirst().documentNumber()));
        assertThat($(Button.class).all()).extracting(Button::getText).doesNotContain("発送済みにする");
        assertThat(text()).doesNotContain("通をすべて発送済みにする");
    }

    @Test
    void theAuditorReadsHowFarTheReviewIsAndWhatHasHappened() {
        begin();
        signInAs(auditor);
        open("calls/" + call);
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("calls/" + call + "/reviews");
        open("calls/" + call + "/reviews");
        assertThat(text()).contains("審査の進み具合", "3人中0人提出済み");
        assertNothingToDo();
        recommend();
        draft();
        tellAndPublish();
        signInAs(auditor);

        open("selections/" + call);
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("results/" + call, "letters?call=" + call + "&all", "cases/" + call + "/events");
        open("cases/" + call + "/events");
        assertThat(text())
                .contains(
                        "「選考と決定」の手続きに入りました",
                        "「推薦案をまとめる」を終えました",
                        "通知書を送ることにしました（郵送5通、メール0通）",
                        "通知書5通を発送しました",
                        "結果を公表しました")
                .contains("すべての提案の審査が終わり、選考に進みました")
                .doesNotContain("手続きが始まりました", "届きました");
        open("cases/" + proposals.get("P1") + "/events");
        assertThat(text())
                .contains("放課後の居場所", "「形式を確かめる」を終えました", "審査 藍さんの審査票は提出されませんでした")
                .containsPattern("通知書（[^）]+）を郵送することにしました")
                .containsPattern("通知書（[^）]+）を発送しました");
    }

    @Test
    void chairAndActingChairReadWhatTheyHandedOverButNoDecisionBeforeEverybodyMayKnowIt() {
        begin();
        signInAs(chair);
        open("selections/" + call);
        assertThat(text()).as("before it is handed over").doesNotContain("P1", "順位");
        var acting = holder("職務代理", Office.ACTING_CHAIR, call);
        var elsewhere = holder("別の委員長", Office.CHAIR, fixture.call(30));
        write("P5", "来年度に期待する", "次の機会をお待ちします。");
        recommend();
        var task = task(secretary, "draftDecision");
        var line = decided("P3");
        draft.write(
                task, line, DecidedLine.of(line.proposal(), Outcome.NOT_ADOPTED, null, "", "市の計画による", null), secretary);
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        confirm();
        settle();
        for (var one : List.of(chair, acting)) {
            signInAs(one);
            open("selections");
            assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("selections/" + call);
            open("selections/" + call);
            assertThat(text())
                    .contains("いま", "P1", "順位", "来年度に期待する", "次の機会をお待ちします。", "780,000")
                    .doesNotContain("市の計画による", "別紙のとおり決定する。", "決定の内容", "決裁の記録");
        }

        tellAndPublish();
        for (var one : List.of(chair, acting)) {
            signInAs(one);
            open("selections/" + call);
            assertThat(text()).contains("P1", "順位", "推薦", "決定の内容", "に公表しました。").doesNotContain("決定の案");
            assertThat(hrefs()).contains("results/" + call).doesNotContain("letters?call=" + call + "&all");
            assertNothingToDo();
        }
        signInAs(elsewhere);
        open("selections/" + call);
        assertThat(text()).doesNotContain("P1");
        signInAs(secretary);
        open("selections/" + call);
        assertThat(text()).contains("P1", "順位", "推薦", "決裁の記録");
        assertThat(hrefs()).contains("results/" + call, "letters?call=" + call + "&all");
    }

    @Test
    void whoHasATieFindsNoFiguresOfThatProposalAfterTheEndEither() {
        begin();
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        confirm();
        settle();
        tellAndPublish();
        offices.appoint(
                chair,
                Office.GROUP_VIEWER,
                proposed.get(proposals.get("P1")).organisation().value(),
                LocalDate.of(2020, 1, 1),
                null);

        signInAs(chair);
        open("selections/" + call);

        assertThat(text()).contains("点数と順位は表示しません", "210").doesNotContain("順位・評価点", "221", "1位", "430,000");
    }

    @Test
    void whatIsADraftAgainIsNamedInItsRecordByNumberOnly() {
        auditor = holder("監査 一", Office.AUDITOR, null);
        var recalled = enter("引き戻す会");
        signInAs(auditor);
        open("cases/" + recalled + "/events");
        assertThat(text()).contains("放課後の居場所");
        assertThat(hrefs()).contains("calls/" + call, "proposals/" + recalled);

        recall.recall(recalled, representatives.get("引き戻す会"), clock.instant());
        signInAs(auditor);
        open("cases/" + recalled + "/events");

        assertThat(text()).contains("の記録", "提案が引き戻されました").doesNotContain("放課後の居場所");
        assertThat(hrefs()).doesNotContain("proposals/" + recalled);
    }

    @Test
    void theApproverReadsWhatTheDecisionRestsOnBeforeItAndTheDecisionAfterwards() {
        begin();
        write("P5", "来年度に期待する", "次の機会をお待ちします。");
        var other = holder("別の部長", Office.APPROVER, null);
        signInAs(head);
        open("selections");
        assertThat(hrefs()).doesNotContain("selections/" + call);
        open("selections/" + call);
        assertThat(text()).as("nothing is before them yet").doesNotContain("P1");
        recommend();
        draft();
        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        assertThat(text())
                .contains("来年度に期待する", "次の機会をお待ちします。", "みなと野市", "（公印省略）")
                .doesNotContain("不採択");
        assertThat(hrefs()).contains("selections/" + call, "inbox");
        open("selections/" + call);
        assertThat(text()).contains("計算過程を見る（1位）", "来年度に期待する").doesNotContain("決裁の記録");

        approve.approve(task(head, "approveDecision"), head);
        settle();

        for (var one : List.of(head, other)) {
            signInAs(one);
            open("selections");
            assertThat(hrefs()).contains("selections/" + call);
            open("selections/" + call);
            assertThat(text()).contains("決裁の記録", "別紙のとおり決定する。", "来年度に期待する");
            assertThat(hrefs()).doesNotContain("letters?call=" + call + "&all");
            assertNothingToDo();
        }
    }

    private void write(String group, String reason, String comment) {
        var proposal = proposals.get(group);
        recommend.write(
                task(chair, "recommendProjects"),
                RecommendedLine.untouched(proposal),
                RecommendedLine.of(proposal, Outcome.NOT_ADOPTED, null, "", reason, comment),
                chair);
    }

    private void begin() {
        auditor = holder("監査 一", Office.AUDITOR, null);
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
    }

    private void tellAndPublish() {
        if (cases.waitsAt(key(call), "approveDecision")) {
            approve.approve(task(head, "approveDecision"), head);
            settle();
            confirm();
            settle();
        }
        signInAs(secretary);
        post(letter -> true);
        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
        settle();
    }

    private List<String> hrefs() {
        return $(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    private void assertNothingToDo() {
        assertThat($(TextArea.class).all()).isEmpty();
        assertThat($(Button.class).all()).isEmpty();
    }
}
