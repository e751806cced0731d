package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.Browser;
import app.tomoni.OpenDay;
import app.tomoni.account.Deputies;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.call.ExtendCall;
import app.tomoni.decision.Outcome;
import app.tomoni.decision.PublishedResult;
import app.tomoni.decision.Results;
import app.tomoni.document.FileId;
import app.tomoni.document.Files;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.FlowCoverage;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.AnswerSupplement;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.RecallProposal;
import app.tomoni.proposal.ReleasedResult;
import app.tomoni.review.CheckOutcome;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.Tie;
import app.tomoni.scoring.Outcomes;
import app.tomoni.scoring.Result;
import app.tomoni.scoring.ScoredProposal.Status;
import app.tomoni.shared.FiscalYear;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Sha256;
import app.tomoni.shared.Yen;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

/** Real cases, the real engine and the real letters; the figures come from the samples, but for those of one real year. */
class SelectionTest extends SelectionCase {

    private static final Set<String> RUN = new HashSet<>();

    @Autowired
    private RecallProposal recall;

    @Autowired
    private AnswerSupplement supplement;

    @Autowired
    private Answers answers;

    @Autowired
    private OfferLetters offerLetters;

    @Autowired
    private Offers offers;

    @Autowired
    private TakeBackDecision takeBack;

    @Autowired
    private ScoreSheets sheets;

    @Autowired
    private Stages stages;

    @Autowired
    private Files files;

    @Autowired
    private ExtendCall extend;

    @Autowired
    private Offices offices;

    @Autowired
    private Deputies deputies;

    @BeforeEach
    void runs(TestInfo test) {
        RUN.add(test.getDisplayName());
    }

    @Test
    void aCallGoesFromItsClosingToThePublishedResult() throws IOException {
        venue = "北・中・南の3地区の集会所（電話 090-0000-1234）";
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        assertThat(guideline()).contains("に終わりました。", "審査委員会と市が検討しています。", "に公表する予定です");
        var seen = statusesForApplicants();

        recommend();
        draft();
        offices.appoint(secretary, Office.APPROVER, null, LocalDate.of(2020, 1, 1), null);
        var deputy = holder("代理 一", Office.FINANCE, null);
        var today = LocalDate.now(clock);
        deputies.appoint(deputy, secretary, Office.APPROVER, null, today, today);
        for (var own : List.of(secretary, deputy)) {
            assertThatThrownBy(() -> approve.approve(task(own, "approveDecision"), own))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.messageKey()).isEqualTo("decision.approve.same"));
        }
        offices.end(secretary, Office.APPROVER, null);
        approve.approve(task(head, "approveDecision"), head);
        settle();

        assertThat(letters.ofCall(call.value())).hasSize(5);
        assertThat(statusesForApplicants()).isEqualTo(seen);
        assertThat(new HashSet<>(seen)).as("every proposal reads the same").hasSize(1);
        assertThat(told.of(proposals.get("P1"))).isEmpty();
        assertNothingIsPublic();
        assertThat(publication.scan(page.of(call)))
                .contains(new PersonalData.Find(PersonalData.Kind.PHONE, "090-0000-1234"));

        confirm();
        post();
        settle();

        assertThat(told.of(proposals.get("P1"))).get().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(ReleasedResult.Outcome.ADOPTED);
            assertThat(result.amount()).isEqualTo(new Yen(250_000));
            assertThat(result.letter()).isNotNull();
        });
        assertNothingIsPublic();
        assertThat(guideline())
                .containsPattern("市が.+に結果を公表します。")
                .contains("公表のあとは、結果と理由をどなたでもご覧いただけます。")
                .doesNotContain("検討しています", "に公表する予定です");
        var planned = planned();
        clock.stopAt(planned.minusSeconds(1));
        engine.passTo(planned.plusSeconds(1));
        publisher.publishWhatIsDue();
        assertNothingIsPublic();
        clock.stopAt(planned.plusSeconds(1));
        publisher.publishWhatIsDue();

        assertThat(guideline()).contains("に終わりました。", "結果を公表しました。", "公表した結果を見る").doesNotContain("検討しています");
        var result = results.of(call).orElseThrow();
        assertThat(result.lines())
                .extracting(PublishedResult.Line::number)
                .containsExactly("P1", "P3", "P2", "P4", "P5");
        assertThat(result.grantedYen()).isEqualTo(430_000);
        assertThat(results.openData(call)).isPresent();
        assertThat(results.calls()).contains(call);
        var adopted = publicPage("P1");
        assertThat(adopted.body())
                .contains("提案の内容", "北・中・南の3地区の集会所", "事業の概要", "収支予算")
                .doesNotContain("全体のまとめ役", "実施体制", "規約1.pdf", "<script");
        assertThat(adopted.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
        assertThat(publicPage("P5").body()).contains("次点").doesNotContain("提案の内容", "北・中・南の3地区の集会所");
    }

    private String guideline() {
        return new Browser(port).get("/guidelines/" + call).body();
    }

    @Test
    void theApproverWhoseDeputyDraftedTheDecisionAsksAnotherOne() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        offices.appoint(head, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        var deputy = holder("代理 二", Office.FINANCE, null);
        deputies.appoint(deputy, head, Office.SECRETARIAT, null, LocalDate.now(clock), LocalDate.now(clock));
        var task = task(deputy, "draftDecision");
        draft.write(task, draftText(), text("別紙のとおり決定する。", Samples.letterhead()), deputy);
        submitDraft(task);

        for (var own : List.of(head, deputy)) {
            assertThatThrownBy(() -> approve.recordApproval(call, 1, LocalDate.now(clock), "部", "1", own))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.messageKey()).isEqualTo("decision.elsewhere.same"));
        }
        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        press("承認する");
        press("この内容で承認する");
        assertThat(text()).contains("代理の方に起案してもらった方", "ほかの決裁者にお願いしてください");
        var other = holder("別の部長", Office.APPROVER, null);
        approve.approve(task(other, "approveDecision"), other);
    }

    @Test
    void whatIsAdoptedInAnyWayIsPublicToTheSameDegree() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        var plain = decided("P1");
        draft.write(
                task(secretary, "draftDecision"),
                plain,
                DecidedLine.of(
                        plain.proposal(),
                        Outcome.CONDITIONALLY_ADOPTED,
                        plain.amount().orElseThrow(),
                        "安全の計画を示すこと",
                        "会場の安全のため",
                        null),
                secretary);
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        assertThat(text()).contains("提案の内容\n", venue, "提案の内容（繰り上げて採択となったときに公表します）");
        confirm();
        post();
        settle();
        give("P2", Answer.Kind.ACCEPTED);
        assertNothingIsPublic();
        var planned = planned();
        engine.passTo(planned.plusSeconds(1));
        clock.stopAt(planned.plusSeconds(1));
        publisher.publishWhatIsDue();

        assertThat(publicPage("P1").body()).contains("条件付き採択", "提案の内容", venue);
        assertThat(publicPage("P2").body()).contains("繰り上げて採択", "170,000", "提案の内容", venue);
        assertThat(publicPage("P3").body()).contains("採択", "提案の内容", venue).doesNotContain("繰り上げて");
        assertThat(publicPage("P5").body())
                .contains("次点", "予算の残りは、順位が上の次点から順に充てるため、この計算では決まりません。")
                .doesNotContain("繰り上げて", "ご案内", "提案の内容", venue);
        assertThat(Jsoup.parse(new Browser(port).get("/results/" + call).body()).text())
                .contains("繰り上げて採択", "170,000", "決定したときの額の合計 430,000円 いまの額の合計（辞退を除き、繰り上げて採択した分を含みます） 600,000円");
    }

    @Test
    void thePreviewReadsAsThePublicPagesDo() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(1, 2);
        close();
        var task = task(chair, "recommendProjects");
        var p5 = proposals.get("P5");
        recommend.write(
                task,
                RecommendedLine.untouched(p5),
                RecommendedLine.of(p5, Outcome.NOT_ADOPTED, null, "", "来年度に期待するため", "続けてください。"),
                chair);
        var p1 = proposals.get("P1");
        recommend.write(
                task,
                RecommendedLine.untouched(p1),
                RecommendedLine.of(p1, Outcome.CONDITIONALLY_ADOPTED, null, "計画を出すこと", "", ""),
                chair);
        recommend.met(task, LocalDate.now(clock), new HashSet<>(sample.panel()), chair);
        recommend.askException(task, "大雪のため", chair);
        exception.agree(call, asked(), secretary);
        recommend.submit(task, List.of(), chair);
        var plain = decided("P1");
        draft.write(
                task(secretary, "draftDecision"),
                plain,
                DecidedLine.of(
                        plain.proposal(),
                        Outcome.CONDITIONALLY_ADOPTED,
                        plain.amount().orElseThrow(),
                        "安全の計画を示すこと",
                        "会場の安全のため",
                        null),
                secretary);
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        sample.now("P3", Status.WITHDRAWN_LATE);
        withdraw.withdraw(proposals.get("P3"), "", representatives.get("P3"));
        settle();
        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        var preview = new LinkedHashSet<String>();
        texts($(Div.class).withClassName("dc-public").single().getElement(), preview);
        confirm();
        post();
        settle();
        var planned = planned();
        engine.passTo(planned.plusSeconds(1));
        clock.stopAt(planned.plusSeconds(1));
        publisher.publishWhatIsDue();

        var shown = new LinkedHashSet<String>();
        var overview = Jsoup.parse(new Browser(port).get("/results/" + call).body());
        assertThat(overview.text()).contains("例外として進めた理由：大雪のため").doesNotContain("定足数");
        shown.addAll(texts(overview));
        proposals
                .keySet()
                .forEach(group ->
                        shown.addAll(texts(Jsoup.parse(publicPage(group).body()))));
        assertThat(preview).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(shown).contains("審査委員会が推薦した条件", "計画を出すこと", "会場の安全のため");
        assertThat(letterTo("P1"))
                .as("the group never saw what was recommended")
                .contains("安全の計画を示すこと")
                .doesNotContain("会場の安全のため");
    }

    /** What people read on a public page, but for the ways to other pages, the day and what the group itself wrote. */
    private static List<String> texts(Document page) {
        page.select("nav, main > div > p.mute:contains(公表しました), a[href^=/guidelines], a[href=/how]")
                .remove();
        page.select("section:has(h2:contains(提案の内容))").remove();
        return page.selectXpath("//main//text()", TextNode.class).stream()
                .map(node -> node.text().strip())
                .filter(text -> !text.isEmpty() && !text.equals("　"))
                .toList();
    }

    private static void texts(Element element, Set<String> found) {
        if (element.isTextNode()) {
            if (!element.getText().isBlank()) {
                found.add(element.getText().strip());
            }
        } else if (!element.getTag().equals("details")) {
            element.getChildren().forEach(child -> texts(child, found));
        }
    }

    @Test
    void aSumOfTheCitysOwnIsExplainedByTheCityAlone() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        var p2 = proposals.get("P2");
        recommend.write(
                task(chair, "recommendProjects"),
                RecommendedLine.untouched(p2),
                RecommendedLine.of(p2, Outcome.ADOPTED, new Yen(170_000), "", "子どもの居場所として急ぐため", ""),
                chair);
        recommend();
        draft.write(
                task(secretary, "draftDecision"),
                decided("P2"),
                DecidedLine.of(p2, Outcome.ADOPTED, new Yen(160_000), "", "展示の経費を除くため", null),
                secretary);
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();

        assertThat(letterTo("P2"))
                .contains("160,000円（申請額200,000円）", "展示の経費を除くため")
                .doesNotContain("予算の残り");
    }

    @Test
    void everyLetterIsArchivedAsItIsSent() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
        confirm();

        for (var letter : letters.ofCall(call.value())) {
            var bytes = files.open(new FileId(letter.file())).readAllBytes();
            assertThat(Sha256.of(bytes)).isEqualTo(letter.sha256());
            assertThat(letter.queuedAt()).isPresent();
            assertThat(files.facts(new FileId(letter.file())).name()).isEqualTo(letter.documentNumber() + ".pdf");
            try (var pdf = Loader.loadPDF(bytes)) {
                var text = new PDFTextStripper().getText(pdf);
                assertThat(text)
                        .contains(letter.documentNumber(), letter.addressee(), "みなと野市長", "公印省略")
                        .doesNotContain("審査請求");
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            }
        }
        var left = letters.ofCall(call.value()).getFirst();
        assertThatThrownBy(() -> left.rewrite(
                        left.dated(), new Letter.Archived(left.file(), left.sha256(), left.size()), clock.instant()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aRefusalSaysWhatTheFiguresSayBesideReasonAndComment() throws IOException {
        enter(Samples.lineAndBudget(), "P1", "P2", "P3");
        close();
        var p3 = proposals.get("P3");
        recommend.write(
                task(chair, "recommendProjects"),
                RecommendedLine.untouched(p3),
                RecommendedLine.of(p3, null, null, "", "", "地域との話し合いを続けてください。"),
                chair);
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();

        assertThat(letterTo("P1")).doesNotContain("評価点", "理由");
        assertThat(letterTo("P2")).contains("理由評価点は70点、順位は2位です。予算の範囲に入りません。").doesNotContain("講評");
        assertThat(letterTo("P3")).contains("評価点は45点", "評価点45点は基準点60点に達していません。", "地域との話し合いを続けてください。");
        assertThat(decided("P2").outcome()).isEqualTo(Outcome.NOT_ADOPTED);

        confirm();
        post();
        settle();
        assertThat(resultPage("P3")).contains("今回は採択に至りませんでした", "評価点45点は基準点60点に達していません。");
        assertThat(resultPage("P2"))
                .as("no more than its letter says")
                .contains("評価点は70点、順位は2位です。予算の範囲に入りません。")
                .doesNotContain("予算の残り");
        assertThat(resultPage("P1")).as("nor does its letter").doesNotContain("評価点");
        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
        var p2 = "評価点70点は基準点60点以上です。予算の範囲に入りません。順位のとおりに充てた予算の残りは%s円です。";
        assertThat(resultPage("P2")).contains("評価点は70点、順位は2位です。" + p2.formatted("100,000"));
        assertThat(resultPage("P3")).contains("評価点45点は基準点60点に達していません。").doesNotContain("不服の申立て");
        assertThat(resultPage("P1")).contains("基準点60点以上です。予算の範囲に入るため、採択候補とします。");
        assertThat(publicPage("P1").body()).contains("この結果になった理由", "予算の範囲に入るため、採択候補とします。");
        assertThat(publicPage("P2").body()).contains(p2.formatted("100,000"));
        assertThat(publicPage("P3").body()).contains("評価点45点は基準点60点に達していません。").doesNotContain("70点");
        assertThat(results.of(proposals.get("P3")).orElseThrow().why().en())
                .isEqualTo("45 does not reach the pass line of 60.");
        assertThat(told.figures(proposals.get("P2"), Locale.ENGLISH))
                .get()
                .asString()
                .startsWith("It has 70 points and is no. 2 in the ranking. ");
    }

    @Test
    void whereTheDecisionLeavesTheFiguresTheyAreCalledThatAndEverybodyConcernedReadsWhy() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        var p2 = proposals.get("P2");
        recommend.write(
                task(chair, "recommendProjects"),
                RecommendedLine.untouched(p2),
                RecommendedLine.of(p2, Outcome.ADOPTED, new Yen(170_000), "", "子どもの居場所として急ぐため", ""),
                chair);
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();

        var cut = "順位のとおりに充てた予算の残りが申請額に足りないため";
        assertThat(letterTo("P2")).contains("170,000円（申請額200,000円）", cut, "子どもの居場所として急ぐため");
        assertThat(letterTo("P1"))
                .contains("250,000円", "この提案のページからお答えいただくか、書面で事務局（市民協働課）まで")
                .doesNotContain("申請額");
        var concerned = "採択する事業や金額を計算のとおりとせずに決めたため、この結果となりました。";
        assertThat(letterTo("P4")).contains("順位は4位です。", concerned).doesNotContain("P2");
        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        var others = "計算による結果と異なる決定をした提案（P2）があります。";
        assertThat(text()).contains("計算による結果（順位のとおりに充てた場合）", others);
        confirm();
        post();
        settle();
        assertThat(resultPage("P4")).contains(concerned).doesNotContain("P2");

        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
        assertThat(publicPage("P2").body())
                .contains(
                        "計算による結果（順位のとおりに充てた場合）",
                        "残りの予算170,000円では200,000円に足りないため、次点とします。",
                        "審査委員会は「採択・170,000円」を推薦し、市は「採択・170,000円」と決定しました。",
                        "子どもの居場所として急ぐため")
                .doesNotContain("この結果になった理由");
        assertThat(publicPage("P4").body()).contains("計算による結果（順位のとおりに充てた場合）", "この結果になった理由", others);
        assertThat(publicPage("P1").body()).contains("この結果になった理由").doesNotContain("計算による結果", others);
        assertThat(new Browser(port).get("/results/" + call).body())
                .contains("公開データは、計算による結果（順位のとおりに充てた場合）です。市の決定がこれと異なる提案（P2）");
        assertThat(resultPage("P2")).contains("計算による結果（順位のとおりに充てた場合）：", "異なる決定をしました。その理由は次のとおりです。", "急ぐため");
        assertThat(resultPage("P4")).contains(others);
    }

    @Test
    void whereTheDecisionFollowsTheFiguresARunnerUpReadsThatPlacesOrMoneyHadEnded() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();

        assertThat(letterTo("P4")).contains("理由評価点は190点、順位は4位です。順位のとおりに充てた採択の枠や予算の範囲に入らなかったため、次点としました。");
        confirm();
        settle();
        assertThat(letterTo("P2")).as("its offer").contains("170,000円（申請額200,000円）", "理由金額は、予算の残りと");
    }

    /** What the group reads of its result. */
    private String resultPage(String group) {
        signInAs(representatives.get(group));
        open("proposals/" + proposals.get(group) + "/result");
        return text();
    }

    @Test
    void whereNobodyCouldGiveAMarkARefusalSaysWhatTheCommitteeFound() throws IOException {
        enter(Samples.lineAndBudget().everybodyRecused().asking(0, 0), "P1", "P2", "P3");
        close();
        var found = proposals.values().stream()
                .map(id -> new Deliberated.Found(id.value(), null, Outcomes.NOT_PASSED))
                .toList();
        recommend.deliberate(
                task(chair, "recommendProjects"),
                new Deliberated(Result.Place.FIGURE, found, "計画に具体性が足りないため", chair, clock.instant()),
                chair,
                Locale.JAPANESE);
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();

        assertThat(letterTo("P1")).contains("理由計画に具体性が足りないため").doesNotContain("評価点");
    }

    private String letterTo(String group) throws IOException {
        var letter = letters.ofProposal(proposals.get(group).value()).getLast();
        try (var pdf = Loader.loadPDF(files.open(new FileId(letter.file())).readAllBytes())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }

    @Test
    void letterScreenAndTaskNameTheSameDayForTheAnswer() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
        clock.advance(Duration.ofDays(11));
        assertThatThrownBy(this::confirm)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("decision.publication.dated.past"));

        publication.date(task(secretary, "confirmPublication"), LocalDate.now(clock), secretary);
        confirm();
        post();
        clock.advance(Duration.ofDays(4)); // what sends the results was at a standstill
        settle();

        assertNamesOneDayForTheAnswer("P1");
        clock.advance(Duration.ofDays(9));
        give("P1", Answer.Kind.DECLINED);
        give("P3", Answer.Kind.DECLINED);
        assertThat(offers.findByProposalId(proposals.get("P4").value())).isPresent();
        offerLetters.queue(
                letters.ofProposal(proposals.get("P4").value()).getLast().id(), secretary);
        assertNamesOneDayForTheAnswer("P4");
    }

    private void assertNamesOneDayForTheAnswer(String group) throws IOException {
        var letter = letters.ofProposal(proposals.get(group).value()).getLast();
        var day = told.of(proposals.get(group)).orElseThrow().answerBy();
        assertThat(day).isNotNull();
        assertThat(cases.taskFor(representatives.get(group), key(group), "answerResult"))
                .get()
                .extracting(OpenTask::dueAt)
                .isEqualTo(day);
        try (var pdf = Loader.loadPDF(files.open(new FileId(letter.file())).readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                    .contains(JapaneseDates.full(day, Locale.JAPANESE).replaceAll("\\s", "") + "までに");
        }
    }

    @Test
    void lettersAreNumberedWithTheCitysSymbolAndKeepTheirNumbers() {
        assertThat(city.names().letterSymbol()).isEqualTo("市協");
        jdbc.sql("UPDATE city SET letter_symbol = '地支援'").update();
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
        var numbers = numbers();
        assertThat(numbers).hasSize(5).allMatch(number -> number.matches("令\\d+地支援第\\d+号-\\d"));

        jdbc.sql("UPDATE city SET letter_symbol = '市協'").update();
        publication.date(task(secretary, "confirmPublication"), LocalDate.now(clock), secretary);
        assertThat(numbers()).isEqualTo(numbers);
    }

    @Test
    void lettersAreCountedInTheFiscalYearOfTheirDate() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        var next = FiscalYear.of(LocalDate.now(clock)).lastDay().plusDays(12);
        clock.stopAt(next.atTime(9, 0).atZone(JapaneseDates.ZONE).toInstant());
        approve.approve(task(head, "approveDecision"), head);
        settle();

        assertThat(numbers())
                .allMatch(number -> number.startsWith("令" + FiscalYear.of(next).reiwa() + "市協第"));
    }

    @Test
    void lettersAreNumberedAsTheProposalsCameInAndSayNothingAboutHowTheyFared() {
        enter(Samples.komoro(150, 221), "P1", "P2", "P3", "P4", "P5");
        approved();

        assertThat(decisions
                        .standing(call.value())
                        .orElseThrow()
                        .lines()
                        .getFirst()
                        .proposal())
                .isNotEqualTo(proposals.get("P1"));
        assertThat(letters.ofCall(call.value()))
                .extracting(Letter::proposal)
                .containsExactly(
                        proposals.get("P1"),
                        proposals.get("P2"),
                        proposals.get("P3"),
                        proposals.get("P4"),
                        proposals.get("P5"));
    }

    private List<String> numbers() {
        return letters.ofCall(call.value()).stream().map(Letter::documentNumber).toList();
    }

    @Test
    void aDeclinedAdoptionMovesTheReservesUpInTheirOrder() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();

        assertThat(offers.findByProposalId(proposals.get("P2").value()))
                .get()
                .extracting(offer -> offer.amount().orElseThrow())
                .isEqualTo(new Yen(170_000));
        assertThat(offers.findByProposalId(proposals.get("P4").value())).isEmpty();

        give("P2", Answer.Kind.DECLINED);

        assertThat(offers.findByProposalId(proposals.get("P4").value()))
                .get()
                .extracting(offer -> offer.amount().orElseThrow())
                .isEqualTo(new Yen(150_000));
        assertThat(offers.findByProposalId(proposals.get("P5").value()))
                .get()
                .extracting(offer -> offer.amount().orElseThrow())
                .isEqualTo(new Yen(20_000));
        give("P4", Answer.Kind.ACCEPTED);
        give("P5", Answer.Kind.DECLINED);
        assertThat(cases.hasEnded(key("P2"))).isTrue();
        assertThat(cases.hasEnded(key("P4"))).isTrue();
        assertThat(ending(proposals.get("P2"))).startsWith("採択のご辞退を承りました。").endsWith("これで終わりです。");
        assertThat(ending(proposals.get("P4"))).startsWith("採択をお受けいただきました。").endsWith("話し合いを始めます。");
        assertThatThrownBy(() -> give("P4", Answer.Kind.DECLINED)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whenAllAcceptTheReservesAreLetGo() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();

        give("P2", Answer.Kind.ACCEPTED);
        give("P1", Answer.Kind.ACCEPTED);
        give("P3", Answer.Kind.ACCEPTED);

        assertThat(cases.hasEnded(key("P4"))).isTrue();
        assertThat(cases.hasEnded(key("P5"))).isTrue();
        assertThat(ending(proposals.get("P5"))).startsWith("次点としてお待ちいただきましたが、今回は採択に至りませんでした。");
        assertThat(offers.findByProposalId(proposals.get("P4").value())).isEmpty();
    }

    @Test
    void whereTheDecisionLeftTheFiguresNobodyMovesUpWithoutANewDecision() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        var task = task(secretary, "draftDecision");
        draft.write(
                task,
                decided("P3"),
                DecidedLine.of(proposals.get("P3"), Outcome.NOT_ADOPTED, null, "", "市の計画と重なるため", null),
                secretary);
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        confirm();
        settle();

        assertThat(offers.findByCallId(call.value())).isEmpty();
        give("P1", Answer.Kind.DECLINED);
        assertThat(offers.findByCallId(call.value())).isEmpty();
        assertThat(cases.waitsFor(key("P2"), "OfferMade")).isTrue();
    }

    /**
     * V-A1, from the score sheets on. Only what the committee found together was published: each of the three members gives
     * another figure here, and what they give together is the published one once it is rounded.
     */
    @Test
    void eightProjectsOfOneYearAreScoredDecidedAndPublishedInTheirOrder() {
        sample = null; // nothing stands in for what is on the sheets
        holds(fixture.jointFigureCall(30));
        var figures = new LinkedHashMap<String, Integer>();
        figures.put("階", 67);
        figures.put("三つ葉", 83);
        figures.put("BUNKAI", 88);
        figures.put("Farm to Table", 77);
        figures.put("CURIOUS", 59);
        figures.put("リカノバ", 71);
        figures.put("Let'sプログラミング", 71);
        figures.put("ちゅ楽鼓", 63);
        figures.keySet().forEach(this::enter);
        proposals.values().forEach(id -> {
            checks.of(checkTask(id));
            cases.complete(checkTask(id).id(), secretary, FormalChecks.answers(CheckOutcome.ACCEPTED));
        });
        settle();
        panel.forEach(member -> {
            proposals.values().forEach(id -> declarations.answer(member, id, Tie.NONE, 0));
            declarations.confirm(member, call);
        });
        var apart = List.of(3, -3, -1);
        figures.forEach((group, figure) -> {
            for (var at = 0; at < panel.size(); at++) {
                var typed = String.valueOf(figure + apart.get(at));
                sheets.save(panel.get(at), proposals.get(group), "mark:plan", typed, 0);
                sheets.submit(panel.get(at), proposals.get(group));
            }
        });
        settle();
        assertThat(proposals.values()).allMatch(id -> cases.waitsFor(key(id), "StageDecided"));
        close();

        var task = task(chair, "recommendProjects");
        recommend.met(task, LocalDate.now(clock), new HashSet<>(panel), chair);
        recommend.submit(task, List.of(), chair);
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        confirm();
        settle();
        post();
        assertNothingIsPublic();
        var planned = planned();
        clock.stopAt(planned.plusSeconds(1));
        engine.passTo(planned.plusSeconds(1));

        var lines = results.of(call).orElseThrow().lines();
        assertThat(lines.stream()
                        .map(line -> line.rank() + " " + line.organisation() + " "
                                + line.total().toPlainString())
                        .toList())
                .containsExactly(
                        "1 BUNKAI 88",
                        "2 三つ葉 83",
                        "3 Farm to Table 77",
                        "4 リカノバ 71",
                        "4 Let'sプログラミング 71",
                        "6 階 67",
                        "7 ちゅ楽鼓 63",
                        "8 CURIOUS 59");
        assertThat(lines).extracting(PublishedResult.Line::outcome).containsOnly(Outcome.ADOPTED);
        assertThat(letters.ofCall(call.value())).hasSize(8);
        assertThat(Jsoup.parse(new Browser(port).get("/results/" + call).body())
                        .select("table.rows tbody th span.small:last-child")
                        .eachText())
                .containsExactlyElementsOf(
                        lines.stream().map(PublishedResult.Line::organisation).toList());
    }

    @Test
    void aReturnedDraftComesAgainAndAnApprovalGivenElsewhereIsRecordedByAnother() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        approve.giveBack(task(head, "approveDecision"), "理由を詳しく", head);
        assertThat(cases.waitsAt(key(call), "draftDecision")).isTrue();
        draft();

        assertThatThrownBy(() -> approve.recordApproval(call, 2, LocalDate.now(clock), "市民協働部長", "第8号", secretary))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> approve.recordApproval(call, 1, LocalDate.now(clock), "市民協働部長", "第7号", colleague))
                .as("the number of what was approved before it was returned")
                .hasMessageContaining("decision.changedSinceRead");
        approve.recordApproval(call, 2, LocalDate.now(clock), "市民協働部長", "第8号", colleague);
        settle();

        assertThat(cases.waitsAt(key(call), "confirmPublication")).isTrue();
        assertThat(letters.ofCall(call.value()))
                .extracting(Letter::documentNumber)
                .allMatch(number -> number.startsWith("第8号-"));
        assertThat(decisions.findByCallIdOrderByAttemptDesc(call.value())).hasSize(2);
    }

    @Test
    void theDayOfTheDecisionIsTheDayOfTheApprovalAlsoWhereItIsRecordedLater() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        var decided = LocalDate.now(clock);
        clock.advance(Duration.ofDays(4));
        approve.recordApproval(call, 1, decided, "市民協働部長", "第8号", colleague);
        settle();
        confirm();
        clock.advance(Duration.ofDays(1)); // what sends the results was at a standstill
        settle();

        var p1 = proposals.get("P1");
        assertThat(told.of(p1).orElseThrow().decidedOn()).isEqualTo(decided);
        assertThat(told.toldAt(List.of(p1)))
                .hasEntrySatisfying(p1, at -> assertThat(JapaneseDates.day(at)).isEqualTo(decided.plusDays(5)));
        assertThat(resultPage("P1"))
                .contains("決定の日\n" + JapaneseDates.full(decided, Locale.JAPANESE))
                .doesNotContain(JapaneseDates.full(decided.plusDays(4), Locale.JAPANESE));
        open("proposals/" + p1);
        assertThat(text()).contains(JapaneseDates.brief(decided, Locale.JAPANESE));
    }

    @Test
    void aDecisionIsTakenBackWhileItsLettersAreCheckedAndApprovedAnew() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
        var wrong = letters.ofCall(call.value());

        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        press("決定を案に戻す");
        assertThat(text()).contains("「戻す理由」を入力してください。");
        assertThat(cases.waitsAt(key(call), "confirmPublication")).isTrue();
        test($(TextArea.class).single()).setValue("P2の金額に誤り");
        press("決定を案に戻す");
        settle();

        assertThat(cases.waitsAt(key(call), "draftDecision")).isTrue();
        assertThat(decisions.standing(call.value())).isEmpty();
        assertThat(letters.ofCall(call.value())).isEmpty();
        assertThat(told.of(proposals.get("P1"))).isEmpty();
        open("letters?call=" + call);
        test($(Checkbox.class).single()).click();
        assertThat(text()).contains(wrong.getFirst().documentNumber(), "取り消し（決定を直したため、送りません）");
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        assertThat(text()).contains("次の理由で戻されました", "P2の金額に誤り");

        draft();
        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        assertThat(text()).contains("2回目の案", "前の決定は、決裁の後に案に戻されました。理由：P2の金額に誤り");
        approve.approve(task(head, "approveDecision"), head);
        settle();
        assertThat(letters.ofCall(call.value()))
                .hasSize(5)
                .extracting(Letter::documentNumber)
                .doesNotContainAnyElementsOf(
                        wrong.stream().map(Letter::documentNumber).toList());
        confirm();
        post();
        settle();

        assertThat(told.of(proposals.get("P1"))).isPresent();
        assertThat(letters.ofCall(call.value()))
                .filteredOn(letter -> letter.kind() == Letter.Kind.RESULT)
                .hasSize(5)
                .allMatch(letter -> letter.queuedAt().isPresent());
        assertThat(letters.search("", call.value(), false, Limit.of(100)))
                .filteredOn(Letter::isCancelled)
                .hasSize(5)
                .allMatch(letter -> letter.queuedAt().isEmpty());
        clock.stopAt(planned().plusSeconds(1));
        engine.passTo(clock.instant());
        assertThat(results.of(call)).isPresent();
    }

    @Test
    void whatGroupsHaveBeenToldIsNotTakenBack() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
        var task = task(secretary, "confirmPublication");
        assertThatThrownBy(() -> takeBack.takeBack(task, "誤り", head)).isInstanceOf(Refusal.class);
        confirm();
        settle();

        assertThatThrownBy(() -> takeBack.takeBack(task, "誤り", secretary)).isInstanceOf(Refusal.class);
        assertThatThrownBy(
                        () -> decisions.standing(call.value()).orElseThrow().takeBack("誤り", secretary, clock.instant()))
                .isInstanceOf(Refusal.class);
        assertThat(takeBack.possible(key(call))).isFalse();
    }

    @Test
    void aCallWithoutProposalsWaitsForAGroupThatCanStillBeAdmittedAndEndsCleanly() {
        sample = null;
        pass(31);
        opener.look();
        assertThat(results.ended(call)).isEmpty();
        assertThat(guideline()).contains("審査の対象となる提案がある場合は、結果を").doesNotContain("選考を終えました", "検討しています", "受付期間中でも");
        signInAs(fixture.person("募集を読む人"));
        open("open-calls/" + call);
        assertThat(text()).contains("審査の対象となる提案がある場合は、結果を").doesNotContain("受付期間中でも");
        signInAs(secretary);
        open("calls/" + call);
        assertThat(text()).contains("までに個別の受付の申し出がなければ、選考はそのまま終わります。", "個別の受付を申し出る");

        pass(14);
        opener.look();
        opener.look();

        open("calls/" + call);
        assertThat(text()).contains("この募集の選考は終わったため、個別の受付はもうできません。").doesNotContain("採点が締め切られた", "\n採点\n");
        assertThat(cases.hasEnded(key(call))).isTrue();
        assertThat(results.ended(call)).get().extracting(Results.Ended::as).isEqualTo(Results.End.NO_PROPOSAL);
        assertThat(results.of(call)).isEmpty();
        assertThat(guideline()).contains("決定する提案がないため、選考を終えました。").doesNotContain("公表する予定", "検討しています", "受け付けた日から数えます");
    }

    @Test
    void theOnlyGroupOfACallIsAdmittedLateAndItsCheckSaysThatItIsInTime() {
        sample = null;
        pass(31);
        var representative = fixture.person("代表 途切れた会");
        var group = fixture.group("途切れた会", representative);
        var until = OpenDay.from(clock.instant().plus(Duration.ofDays(16)), businessDays);
        extend.askForOne(call, group, until, "通信の障害のため", secretary);
        assertThat(waiting(head, "admitLate"))
                .singleElement()
                .satisfies(task -> assertThat(task.dueAt()).isBefore(until));
        pass(10);
        opener.look();
        assertThat(results.ended(call)).as("while an answer is out").isEmpty();

        extend.answerForOne(call, 0, true, "", head);
        var id = fixture.completeDraft(call, group, representative);
        submit.submit(id, representative, clock.instant());
        settle();
        signInAs(secretary);
        open(checkTask(id).address());
        assertThat(text()).contains("までの個別の受付により、期限内に提出されました。");
        open("calls/" + call + "/proposals");
        assertThat(text()).contains("途切れた会は、個別の受付により");
        open("calls/" + call + "/reviews");
        assertThat(text()).contains("途切れた会は、個別の受付により");

        clock.advance(Duration.between(clock.instant(), until));
        opener.look();
        assertThat(cases.waitsAt(key(call), "awaitProposals")).isTrue();
    }

    @Test
    void aCallWhoseProposalsWereAllWithdrawnEndsCleanly() {
        sample = null;
        var id = enter("取下げ団体");
        withdraw.withdraw(id, "都合により", representatives.get("取下げ団体"));
        pass(45);
        opener.look();

        assertThat(cases.hasEnded(key(call))).isTrue();
        assertThat(results.ended(call)).get().extracting(Results.Ended::as).isEqualTo(Results.End.ALL_WITHDRAWN);
    }

    @Test
    void whenAllAreWithdrawnBeforeTheRecommendationTheSelectionIsOver() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend.met(task(chair, "recommendProjects"), LocalDate.now(clock), Set.of(), chair);
        recommend.askException(task(chair, "recommendProjects"), "大雪のため", chair);
        assertThat(waiting(secretary, "agreeToException")).hasSize(1);

        withdrawAll(Status.WITHDRAWN);

        assertEndedWithAllWithdrawn();
        assertThat(waiting(secretary, "agreeToException")).isEmpty();
        signInAs(secretary);
        open("selections/" + call);
        assertThat(text()).contains("すべての提案が取り下げられたため、選考を終えました。").doesNotContain("大雪のため");
    }

    @Test
    void whenAllAreWithdrawnBeforeTheDraftIsHandedOnTheSelectionIsOver() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();

        withdrawAll(Status.WITHDRAWN_LATE);

        assertEndedWithAllWithdrawn();
    }

    @Test
    void whenAllAreWithdrawnBeforeTheApprovalTheSelectionIsOver() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();

        withdrawAll(Status.WITHDRAWN_LATE);

        assertEndedWithAllWithdrawn();
        assertThat(waiting(head, "approveDecision")).isEmpty();
    }

    @Test
    void aCaseWhoseDrawingDoesNotKnowThatAllMayWithdrawIsStopped() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        jdbc.sql("UPDATE call_for_proposals SET release = ? WHERE id = ?")
                .params(
                        engine.releaseAside(
                                "selection.bpmn",
                                drawing -> drawing.replace("AllProposalsWithdrawn", "SomethingElseDone")),
                        call.value())
                .update();
        close();

        withdrawAll(Status.WITHDRAWN);

        assertEndedWithAllWithdrawn();
        assertThat(events.of(key(call)).toString()).contains("caseStopped");
    }

    private void withdrawAll(Status after) {
        proposals.forEach((group, id) -> {
            assertThat(cases.hasEnded(key(call))).isFalse();
            sample.now(group, after);
            withdraw.withdraw(id, "", representatives.get(group));
            settle();
        });
    }

    private void assertEndedWithAllWithdrawn() {
        assertThat(cases.hasEnded(key(call))).isTrue();
        assertThat(cases.tasksOf(key(call))).isEmpty();
        assertThat(results.ended(call)).get().extracting(Results.Ended::as).isEqualTo(Results.End.ALL_WITHDRAWN);
        assertThat(guideline()).contains("決定する提案がないため、選考を終えました。").doesNotContain("検討しています", "公表する予定です");
    }

    @Test
    void theSelectionWaitsForTheLastProposalAndNoLonger() {
        sample = null;
        var first = enter("一番の会");
        var second = enter("二番の会");
        toTheDecision(first);
        clock.advance(Duration.ofDays(31));
        opener.look();
        assertThat(cases.waitsFor(key(call), "ProposalsGathered")).isTrue();

        toTheDecision(second);
        settle();

        assertThat(cases.waitsAt(key(call), "recommendProjects")).isTrue();
        var evaluation = evaluations
                .findFirstByCallIdOrderByMadeAtDescIdDesc(call.value())
                .orElseThrow();
        assertThat(evaluation.questions()).as("nobody gave a mark").hasSize(1);
        assertThat(stages.findById(call.value()).orElseThrow().endedAs()).isEmpty();
    }

    @Test
    void aWithdrawalBeforeTheRecommendationMakesTheRankingAnew() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        sample.now("P1", Status.WITHDRAWN);

        withdraw.withdraw(proposals.get("P1"), "", representatives.get("P1"));
        settle();

        var evaluation = evaluations
                .findFirstByCallIdOrderByMadeAtDescIdDesc(call.value())
                .orElseThrow();
        assertThat(evaluation.occasion()).isEqualTo(Evaluation.Occasion.WITHDRAWAL);
        assertThat(evaluation.line(proposals.get("P2")))
                .get()
                .extracting(EvaluatedLine::suggestion)
                .isEqualTo(Outcome.ADOPTED);
        assertThat(recommendations.findByCallId(call.value()).orElseThrow().line(proposals.get("P1")))
                .isEmpty();
    }

    @Test
    void whoWithdrawsWhileTheChairHandsOverIsNotRecommended() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        sample.now("P1", Status.WITHDRAWN); // the listener has not heard of it yet

        assertThatThrownBy(this::recommend)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("decision.recommendation.withdrawn"));

        withdraw.withdraw(proposals.get("P1"), "", representatives.get("P1"));
        settle();
        recommend();
        assertThat(cases.waitsAt(key(call), "draftDecision")).isTrue();
    }

    @Test
    void aResultIsNotSentToAGroupThatWithdrewBeforeItWasTold() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
        sample.now("P1", Status.WITHDRAWN);
        withdraw.withdraw(proposals.get("P1"), "", representatives.get("P1"));
        settle();

        confirm();
        settle();

        assertThat(letters.search("", call.value(), false, Limit.of(100)))
                .filteredOn(letter -> letter.kind() != Letter.Kind.OFFER)
                .hasSize(5)
                .allSatisfy(letter -> {
                    var withdrawn = letter.proposal().equals(proposals.get("P1"));
                    assertThat(letter.queuedAt().isEmpty()).isEqualTo(withdrawn);
                    assertThat(letter.isCancelled()).isEqualTo(withdrawn);
                });
        signInAs(secretary);
        open("letters?call=" + call);
        assertThat(text()).doesNotContain("団体 P1");
        test($(Checkbox.class).single()).click();
        assertThat(text()).contains("団体 P1", "取下げ（送りません）").doesNotContain("まだ送っていません", "決定を直した");
        assertThat(page.of(call).grantedYen()).isEqualTo(180_000);
        assertThat(told.of(proposals.get("P1"))).isEmpty();
        assertThat(told.of(proposals.get("P3"))).isPresent();
        assertThat(cases.hasEnded(key("P1"))).isTrue();
    }

    @Test
    void whoWithdrawsBetweenTheConfirmedPageAndTheResultIsPublishedAsWithdrawn() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
        confirm();
        post();
        sample.now("P1", Status.WITHDRAWN);
        withdraw.withdraw(proposals.get("P1"), "", representatives.get("P1"));
        settle();
        var planned = planned();
        engine.passTo(planned.plusSeconds(1));
        clock.stopAt(planned.plusSeconds(1));
        publisher.publishWhatIsDue();

        assertThat(results.of(proposals.get("P1"))).get().satisfies(line -> {
            assertThat(line.withdrawn()).isTrue();
            assertThat(line.paidYen()).isNull();
            assertThat(line.rank()).isEqualTo(1);
        });
        assertThat(publicPage("P1").body()).contains("取下げ").doesNotContain("250,000", "提案の内容", venue);
        assertThat(new Browser(port).get("/results/" + call).body())
                .contains("<dd>180,000円</dd>", "その後に取り下げられた提案（P1）も、計算に含まれています。")
                .doesNotContain("430,000");
        assertThat(publicPage("P3").body()).contains("採択", "提案の内容", venue);
    }

    @Test
    void aCallThatCannotGoOnKeepsNoOtherFromGoingOn() {
        var broken = fixture.call(29);
        jdbc.sql("UPDATE call_for_proposals SET release = 'nowhere' WHERE id = ?")
                .param(broken.value())
                .update();
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");

        close();

        assertThat(stages.findById(broken.value())).isEmpty();
        jdbc.sql("UPDATE call_for_proposals SET release = ? WHERE id = ?")
                .params(cases.currentRelease(), broken.value())
                .update();
    }

    @Test
    void anAnswerOnPaperIsRecordedByTheSecretariat() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();
        var p2 = proposals.get("P2");
        assertThat(answer.waiting(call)).extracting(Proposal::number).hasSize(3);

        assertThatThrownBy(() -> answer.record(p2, Answer.Kind.DECLINED, "", "電話", chair))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> answer.record(p2, Answer.Kind.DECLINED, "", " ", secretary))
                .isInstanceOf(Refusal.class);
        signInAs(secretary);
        open("selections/" + call);
        assertThat(text()).contains("お返事を待っている提案が3件あります。");
        assertThat(text()).containsPattern("お返事の受け取り方\n必須").containsPattern("辞退の理由[^\n]*\n任意");
        press("返事を記録する");
        assertThat(text()).contains("3件", "「提案」を選んでください。", "「お返事」を選んでください。", "「お返事の受け取り方」を入力してください。");
        assertThat($(Select.class).withCaption("提案").single().isInvalid()).isTrue();
        assertThat($(RadioButtonGroup.class).withCaption("お返事").single().isInvalid())
                .isTrue();
        assertThat($(TextField.class).withCaption("お返事の受け取り方").single().isInvalid())
                .isTrue();
        answer.record(p2, Answer.Kind.DECLINED, "", "4月28日に書面で受け取りました", secretary);
        settle();

        assertThat(answers.findById(p2.value()))
                .get()
                .satisfies(given -> assertThat(given.received()).contains("4月28日に書面で受け取りました"));
        assertThat(cases.hasEnded(key("P2"))).isTrue();
        assertThat(offers.findByProposalId(proposals.get("P4").value())).isPresent();
        open("selections/" + call);
        assertThat(text()).contains("いただいたお返事", "辞退", "4月28日に書面で受け取りました");
        open("cases/" + p2 + "/events");
        assertThat(text()).contains("団体が、採択を辞退しました", "受け取り方：4月28日に書面で受け取りました");
        signInAs(representatives.get("P2"));
        open("proposals/" + p2 + "/result");
        assertThat(text()).contains("いただいたお返事", "辞退する（");
        assertThatThrownBy(() -> answer.record(p2, Answer.Kind.ACCEPTED, "", "電話", secretary))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aProposalThatDoesNotComeToTheSelectionLeavesItAlone() {
        sample = null;
        var recalled = enter("引き戻す会");
        recall.recall(recalled, representatives.get("引き戻す会"), Instant.now());
        var withdrawn = enter("取り下げる会");
        withdraw.withdraw(withdrawn, "", representatives.get("取り下げる会"));
        var outside = enter("対象外の会");
        check(outside, FormalChecks.REASON, "市外での事業のため。", CheckOutcome.NOT_SUBJECT);
        assertThat(List.of(recalled, withdrawn, outside)).allMatch(id -> cases.hasEnded(new CaseKey(id.value())));
        assertThat(ending(recalled)).startsWith("提案書を引き戻し、下書きに戻しました。");
        assertThat(ending(withdrawn)).startsWith("この提案は取り下げられました。");
        assertThat(ending(outside)).startsWith("今回の募集では、審査の対象となりませんでした。");

        var asked = enter("補う会");
        askForTitle(asked);
        var task = cases.taskFor(representatives.get("補う会"), key(asked), "supplementProposal")
                .orElseThrow();
        var request = proposed.openSupplement(asked).orElseThrow();
        supplement.begin(request, representatives.get("補う会"));
        supplement.mark(request, "projectTitle", true, representatives.get("補う会"));
        supplement.answer(request, task.id(), representatives.get("補う会"), supplement.answers(request));
        askForTitle(asked);
        checks.waiveSupplement(asked, secretary, "電話で確かめたため");
        assertThat(proposed.openSupplement(asked)).isEmpty();
        panel.forEach(member -> {
            declarations.answer(member, asked, Tie.TIE, 0);
            declarations.confirm(member, call);
        });
        cases.complete(checkTask(asked).id(), secretary, FormalChecks.answers(CheckOutcome.ACCEPTED));
        settle();

        assertThat(cases.waitsFor(key(asked), "StageDecided")).isTrue();
    }

    private void askForTitle(ProposalId id) {
        var check = checks.of(checkTask(id));
        checks.save(check, FormalChecks.COMMENT + "projectTitle", "略さずにお書きください。", 0);
        check(id, FormalChecks.MARK + "projectTitle", "true", CheckOutcome.SUPPLEMENT);
    }

    private void check(ProposalId id, String field, String typed, CheckOutcome outcome) {
        var task = checkTask(id);
        checks.save(checks.of(task), field, typed, 0);
        cases.complete(task.id(), secretary, FormalChecks.answers(outcome));
        settle();
    }

    private OpenTask checkTask(ProposalId id) {
        return cases.taskFor(secretary, key(id), FormalChecks.TASK)
                .or(() -> cases.taskFor(secretary, key(id), FormalChecks.SECOND_TASK))
                .orElseThrow();
    }

    /** Asked when all of this class has run: a single test takes its own way only. */
    @AfterAll
    static void everyFlowOfTheShippedDrawingsWasTaken() {
        var all = Arrays.stream(SelectionTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (RUN.size() < all) {
            return;
        }
        for (var process : List.of("citizenProposal", "screening", "selection")) {
            assertThat(FlowCoverage.drawn(process)).as(process).isNotEmpty();
            assertThat(FlowCoverage.untaken(process))
                    .as("not taken in " + process)
                    .isEmpty();
        }
    }

    @Test
    void aGroupAdmittedLateIsWaitedForAndNobodyIsAdmittedOnceTheSheetsAreClosed() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        var slow = enter("P6");
        clock.advance(Duration.ofDays(31));
        opener.look();
        var until = OpenDay.from(clock.instant().plus(Duration.ofDays(2)), businessDays);
        var evenLater = OpenDay.from(until.plus(Duration.ofDays(9)), businessDays);
        var group = fixture.group("P7", fixture.person("代表 P7"));
        var later = fixture.group("P8", fixture.person("代表 P8"));
        extend.askForOne(call, group, until, "通信の障害のため", secretary);
        extend.answerForOne(call, 0, true, "", head);
        extend.askForOne(call, later, evenLater, "通信の障害のため", secretary);

        withdraw.withdraw(slow, "", representatives.get("P6"));
        settle();
        opener.look();
        assertThat(cases.waitsAt(key(call), "awaitProposals")).isTrue();

        clock.advance(Duration.between(clock.instant(), until));
        opener.look();
        assertThat(cases.waitsAt(key(call), "recommendProjects")).isTrue();
        assertThatThrownBy(() -> extend.answerForOne(call, 1, true, "", head))
                .hasMessageContaining("call.exception.scored");
        assertThatThrownBy(() -> extend.askForOne(call, group, evenLater, "通信の障害のため", secretary))
                .hasMessageContaining("call.exception.scored");
        extend.answerForOne(call, 1, false, "採点が済んだため", head);
    }

    @Test
    void publicationNeverComesSoonerThanThreeOpenDaysAfterThePost() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
        var task = task(secretary, "confirmPublication");

        assertThatThrownBy(
                        () -> publication.confirm(task, clock.instant().plus(Duration.ofHours(20)), finds(), secretary))
                .isInstanceOf(Refusal.class);
        assertThat(cases.waitsAt(key(call), "confirmPublication")).isTrue();
    }

    @Test
    void whatIsFoundAfterSomebodyHasLookedIsLookedAtAgain() {
        venue = "北区1丁目の集会所";
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
        var task = task(secretary, "confirmPublication");
        var some = finds().subList(1, finds().size());

        assertThatThrownBy(() -> publication.confirm(task, planned(), some, secretary))
                .hasMessageContaining("decision.publication.finds");
        publication.confirm(task, planned(), finds(), secretary);
    }

    /** What the group reads of a case that is over. */
    private String ending(ProposalId id) {
        var status = statuses.of(key(id), Audience.APPLICANT, null, Locale.JAPANESE);
        assertThat(status.ended()).isTrue();
        return status.now() + status.next();
    }

    private List<String> statusesForApplicants() {
        return proposals.values().stream()
                .map(id -> statuses.of(key(id), Audience.APPLICANT, null, Locale.JAPANESE)
                        .now())
                .toList();
    }
}
