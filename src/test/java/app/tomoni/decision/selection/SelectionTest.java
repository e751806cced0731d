package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.doAnswer;

import app.tomoni.Browser;
import app.tomoni.Listeners;
import app.tomoni.TestClock;
import app.tomoni.ViewTest;
import app.tomoni.account.City;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.ExtendCall;
import app.tomoni.decision.Outcome;
import app.tomoni.decision.PublishedResult;
import app.tomoni.decision.Results;
import app.tomoni.document.FileId;
import app.tomoni.document.Files;
import app.tomoni.form.ui.KeptForm;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.FlowCoverage;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.process.ProcessDriver;
import app.tomoni.process.Statuses;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.AnswerSupplement;
import app.tomoni.proposal.Fixture;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.RecallProposal;
import app.tomoni.proposal.ReleasedResult;
import app.tomoni.proposal.SubmitProposal;
import app.tomoni.proposal.WithdrawProposal;
import app.tomoni.review.CheckOutcome;
import app.tomoni.review.Declarations;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.Participation;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.StageClosing;
import app.tomoni.review.Tie;
import app.tomoni.scoring.Result;
import app.tomoni.scoring.ScoredProposal.Status;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Sha256;
import app.tomoni.shared.Yen;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.util.ReflectionTestUtils;

/** Real cases, the real engine and the real letters; only the figures come from the samples. */
@TestPropertySource(properties = {"tomoni.decision.poll=1d", "tomoni.jobs.active=false"})
@Import({Fixture.class, ProcessDriver.class, Listeners.class, FlowCoverage.class})
class SelectionTest extends ViewTest {

    private static final Set<String> RUN = new HashSet<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Fixture fixture;

    @Autowired
    private SubmitProposal submit;

    @Autowired
    private WithdrawProposal withdraw;

    @Autowired
    private RecallProposal recall;

    @Autowired
    private AnswerSupplement supplement;

    @Autowired
    private Proposals proposed;

    @Autowired
    private Declarations declarations;

    @Autowired
    private FormalChecks checks;

    @Autowired
    private StageClosing closing;

    @Autowired
    private Cases cases;

    @Autowired
    private OpenTasks inbox;

    @Autowired
    private CaseEvents events;

    @Autowired
    private Statuses statuses;

    @Autowired
    private ProcessDriver engine;

    @Autowired
    private Listeners listeners;

    @Autowired
    private SelectionOpener opener;

    @Autowired
    private RecommendProjects recommend;

    @Autowired
    private DraftDecision draft;

    @Autowired
    private ApproveDecision approve;

    @Autowired
    private ConfirmPublication publication;

    @Autowired
    private PublicPage page;

    @Autowired
    private AnswerResult answer;

    @Autowired
    private Answers answers;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private Recommendations recommendations;

    @Autowired
    private DecisionRegister decisions;

    @Autowired
    private LetterRegister letters;

    @Autowired
    private Offers offers;

    @Autowired
    private Stages stages;

    @Autowired
    private Publisher publisher;

    @Autowired
    private Results results;

    @Autowired
    private ReleasedResult told;

    @Autowired
    private Files files;

    @Autowired
    private City city;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ScoreSheets sheets;

    @MockitoSpyBean
    private Materials materials;

    private CallId call;
    private PersonId secretary;
    private PersonId colleague;
    private PersonId chair;
    private PersonId head;
    private final List<PersonId> panel = new ArrayList<>();
    private final Map<String, ProposalId> proposals = new HashMap<>();
    private final Map<String, PersonId> representatives = new HashMap<>();
    private String venue = "北・中・南の3地区の集会所";
    private Samples sample;

    @BeforeEach
    void city(TestInfo test) {
        RUN.add(test.getDisplayName());
        jdbc.sql("INSERT INTO holiday VALUES ('2028-11-23', '勤労感謝の日') ON CONFLICT DO NOTHING")
                .update();
        call = fixture.call(30);
        secretary = holder("事務局 一", Office.SECRETARIAT, null);
        colleague = holder("事務局 二", Office.SECRETARIAT, null);
        chair = holder("委員長", Office.CHAIR, call);
        head = holder("部長", Office.APPROVER, null);
        panel.clear();
        for (var name : List.of("審査 藍", "審査 帆", "審査 知恵")) {
            panel.add(holder(name, Office.REVIEWER, call));
        }
        doAnswer(asked -> asked.getArgument(0).equals(call) && sample != null
                        ? sample.material()
                        : asked.callRealMethod())
                .when(materials)
                .of(call);
    }

    @AfterEach
    void realTime() {
        clock.reset();
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
        assertThatThrownBy(() -> approve.approve(task(head, "approveDecision"), secretary))
                .isInstanceOf(Refusal.class);
        approve.approve(task(head, "approveDecision"), head);
        settle();

        assertThat(letters.findByCallIdOrderByDocumentNumber(call.value())).hasSize(5);
        assertThat(statusesForApplicants()).isEqualTo(seen);
        assertThat(new HashSet<>(seen)).as("every proposal reads the same").hasSize(1);
        assertThat(told.of(proposals.get("P1"))).isEmpty();
        assertNothingIsPublic();
        assertThat(publication.scan(page.of(call)))
                .contains(new PersonalData.Find(PersonalData.Kind.PHONE, "090-0000-1234"));

        confirm();
        settle();

        assertThat(told.of(proposals.get("P1"))).get().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(ReleasedResult.Outcome.ADOPTED);
            assertThat(result.amount()).isEqualTo(new Yen(250_000));
            assertThat(result.letter()).isNotNull();
        });
        assertNothingIsPublic();
        var planned = planned();
        clock.stopAt(planned.minusSeconds(1));
        engine.passTo(planned.plusSeconds(1));
        publisher.publishWhatIsDue();
        assertNothingIsPublic();
        clock.stopAt(planned.plusSeconds(1));
        publisher.publishWhatIsDue();

        assertThat(guideline()).contains("に終わりました。").doesNotContain("検討しています");
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

    private Browser.Page publicPage(String group) {
        return new Browser(port).get("/results/" + call + "/" + proposals.get(group));
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
        assertThat(publicPage("P5").body()).contains("次点").doesNotContain("繰り上げて", "提案の内容", venue);
        assertThat(new Browser(port).get("/results/" + call).body()).contains("繰り上げて採択", "170,000");
    }

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
    void everyLetterIsArchivedAsItIsSent() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        confirm();

        for (var letter : letters.findByCallIdOrderByDocumentNumber(call.value())) {
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
        assertThatThrownBy(() -> letters.findByCallIdOrderByDocumentNumber(call.value())
                        .getFirst()
                        .deliverBy(Letter.Delivery.MAIL))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void letterScreenAndTaskNameTheSameDayForTheAnswer() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        clock.advance(Duration.ofDays(11));
        assertThatThrownBy(this::confirm)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("decision.publication.dated.past"));

        publication.date(task(secretary, "confirmPublication"), LocalDate.now(clock), secretary);
        confirm();
        clock.advance(Duration.ofDays(4)); // what sends the results was at a standstill
        settle();

        assertNamesOneDayForTheAnswer("P1");
        clock.advance(Duration.ofDays(9));
        give("P1", Answer.Kind.DECLINED);
        give("P3", Answer.Kind.DECLINED);
        assertThat(offers.findByProposalId(proposals.get("P4").value())).isPresent();
        assertNamesOneDayForTheAnswer("P4");
    }

    private void assertNamesOneDayForTheAnswer(String group) throws IOException {
        var letter = letters.findByProposalIdOrderByWrittenAt(
                        proposals.get(group).value())
                .getLast();
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
        close();
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        var numbers = numbers();
        assertThat(numbers).hasSize(5).allMatch(number -> number.matches("令\\d+地支援第\\d+号-\\d"));

        jdbc.sql("UPDATE city SET letter_symbol = '市協'").update();
        publication.date(task(secretary, "confirmPublication"), LocalDate.now(clock), secretary);
        assertThat(numbers()).isEqualTo(numbers);
    }

    private List<String> numbers() {
        return letters.findByCallIdOrderByDocumentNumber(call.value()).stream()
                .map(Letter::documentNumber)
                .toList();
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

    @Test
    void eightProjectsOfOneYearArePublishedInTheirOrder() {
        var names = List.of("階", "三つ葉", "BUNKAI", "Farm to Table", "CURIOUS", "リカノバ", "Let'sプログラミング", "ちゅ楽鼓");
        enter(Samples.obu(), names.toArray(String[]::new));
        release();
        var planned = planned();
        clock.stopAt(planned.plusSeconds(1));
        engine.passTo(planned.plusSeconds(1));
        var lines = results.of(call).orElseThrow().lines();
        assertThat(lines)
                .extracting(line -> line.total().toPlainString())
                .containsExactly("88", "83", "77", "71", "71", "67", "63", "59");
        assertThat(lines).extracting(PublishedResult.Line::outcome).containsOnly(Outcome.ADOPTED);
        assertThat(lines.getFirst().number()).isEqualTo("BUNKAI");
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

        assertThatThrownBy(() -> approve.recordApproval(call, LocalDate.now(clock), "市民協働部長", "第8号", secretary))
                .isInstanceOf(Refusal.class);
        approve.recordApproval(call, LocalDate.now(clock), "市民協働部長", "第8号", colleague);
        settle();

        assertThat(cases.waitsAt(key(call), "confirmPublication")).isTrue();
        assertThat(letters.findByCallIdOrderByDocumentNumber(call.value()))
                .extracting(Letter::documentNumber)
                .allMatch(number -> number.startsWith("第8号-"));
        assertThat(decisions.findByCallIdOrderByAttemptDesc(call.value())).hasSize(2);
    }

    @Test
    void aCallWithoutProposalsEndsCleanly() {
        sample = null;
        clock.advance(Duration.ofDays(31));
        opener.look();
        opener.look();

        assertThat(cases.hasEnded(key(call))).isTrue();
        assertThat(results.ended(call)).get().extracting(Results.Ended::as).isEqualTo(Results.End.NO_PROPOSAL);
        assertThat(results.of(call)).isEmpty();
        assertThat(guideline()).contains("選考は行わずに終わりました").doesNotContain("公表する予定", "検討しています");
    }

    @Test
    void aCallWhoseProposalsWereAllWithdrawnEndsCleanly() {
        sample = null;
        var id = enter("取下げ団体");
        withdraw.withdraw(id, "都合により", representatives.get("取下げ団体"));
        clock.advance(Duration.ofDays(31));
        opener.look();

        assertThat(cases.hasEnded(key(call))).isTrue();
        assertThat(results.ended(call)).get().extracting(Results.Ended::as).isEqualTo(Results.End.ALL_WITHDRAWN);
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
        close();
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        sample.now("P1", Status.WITHDRAWN);
        withdraw.withdraw(proposals.get("P1"), "", representatives.get("P1"));
        settle();

        confirm();
        settle();

        assertThat(letters.findByCallIdOrderByDocumentNumber(call.value()))
                .filteredOn(letter -> letter.kind() != Letter.Kind.OFFER)
                .hasSize(5)
                .allSatisfy(letter -> assertThat(letter.queuedAt().isPresent())
                        .as(letter.addressee())
                        .isEqualTo(!letter.proposal().equals(proposals.get("P1"))));
        assertThat(told.of(proposals.get("P1"))).isEmpty();
        assertThat(told.of(proposals.get("P3"))).isPresent();
        assertThat(cases.hasEnded(key("P1"))).isTrue();
    }

    @Test
    void whoWithdrawsBetweenTheConfirmedPageAndTheResultIsPublishedAsWithdrawn() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        confirm();
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
        press("返事を記録する");
        assertThat(text()).contains("「提案」と「お返事」を選んでください。");
        answer.record(p2, Answer.Kind.DECLINED, "", "4月28日に書面で受け取りました", secretary);
        settle();

        assertThat(answers.findById(p2.value()))
                .get()
                .satisfies(given -> assertThat(given.received()).contains("4月28日に書面で受け取りました"));
        assertThat(cases.hasEnded(key("P2"))).isTrue();
        assertThat(offers.findByProposalId(proposals.get("P4").value())).isPresent();
        assertThatThrownBy(() -> answer.record(p2, Answer.Kind.ACCEPTED, "", "電話", secretary))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsTypedInOnePlaceStaysWhileSomethingElseIsDone() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();
        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
        signInAs(secretary);
        open("selections");
        assertThat(text()).contains("選考と決定は終わりました。団体からのお返事を待っています（3件）。");
        open("selections/" + call);
        assertThat(text()).contains("団体からのお返事を待っています（3件）。").doesNotContain("この手続きは終わりました。");
        left("correction/correct", "250,000円です。");
        area("誤り").setValue("25,000円");
        var waiting = answer.waiting(call);
        $(Select.class).single().setValue(waiting.getFirst());
        $(RadioButtonGroup.class).single().setValue(Answer.Kind.ACCEPTED);
        $(TextField.class).single().setValue("電話");

        press("返事を記録する");

        assertThat(answer.waiting(call)).hasSize(waiting.size() - 1);
        assertThat(area("誤り").getValue()).isEqualTo("25,000円");
        assertThat(area("正しい内容").getValue()).as("the browser still had it").isEqualTo("250,000円です。");
        assertThat($(TextField.class).single().getValue()).isEmpty();
    }

    private TextArea area(String label) {
        return $(TextArea.class).withCaption(label).single();
    }

    @Test
    void theKeysApproveNothingWhileTheDraftIsAboutToGoBack() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        var reason = area("戻す理由");

        ComponentUtil.fireEvent(reason, new FocusNotifier.FocusEvent<>(reason, true));
        fireShortcut(Key.ENTER, KeyModifier.CONTROL);
        left("return", "金額の根拠");
        ComponentUtil.fireEvent(reason, new BlurNotifier.BlurEvent<>(reason, true));
        fireShortcut(Key.ENTER, KeyModifier.CONTROL);
        assertThat(reason.getValue()).as("the browser still had it").isEqualTo("金額の根拠");
        assertThat(cases.waitsAt(key(call), "approveDecision")).isTrue();

        reason.clear();
        fireShortcut(Key.ENTER, KeyModifier.CONTROL);
        assertThat(text()).contains("承認しました。");
    }

    @Test
    void aChairWithATieSeesNothingOfHowThatProposalWasJudged() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        offices.appoint(
                chair,
                Office.GROUP_VIEWER,
                proposed.get(proposals.get("P1")).organisation().value(),
                LocalDate.of(2020, 1, 1),
                null);
        close();

        signInAs(chair);
        open("tasks/recommendProjects/" + task(chair, "recommendProjects"));

        assertThat(text()).contains("点数と順位は表示しません", "順位・累計・計算過程は表示しません", "210");
        assertThat(text())
                .as("nor what the others' ranks and sums would tell")
                .doesNotContain("221", "1位", "2位", "累計（円）", "計算過程を見る", "予算の線", "金額の合計")
                .doesNotContain("430,000");
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
        exception.agree(call, secretary);
        recommend.submit(task, chair);
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

    @Test
    void whatTheBrowserHadLeftComesBackAndIsAskedAboutWhereItMeetsAnotherText() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        var p5 = proposals.get("P5");
        signInAs(chair);
        open("tasks/recommendProjects/" + task(chair, "recommendProjects"));
        left(p5 + "/comment", "届かなかった講評");
        assertThat(comment(p5)).isEqualTo("届かなかった講評");
        assertThat(text()).contains("保存しました");

        left(p5 + "/comment", "届かなかった講評と続き");
        assertThat(comment(p5)).isEqualTo("届かなかった講評と続き");
        left(p5 + "/comment", "別の画面の講評");
        assertThat(comment(p5)).isEqualTo("届かなかった講評と続き");
        assertThat(text()).contains("保存されている内容：「届かなかった講評と続き」", "この端末に残っている入力：「別の画面の講評」");
        press("推薦案を提出する");
        assertThat(text()).contains("「講評」は、まだ保存されていません");
        press("この端末の入力を残す");
        assertThat(comment(p5)).isEqualTo("別の画面の講評");
        assertThat(text()).doesNotContain("この端末に残っている入力");
        recommend();

        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        left("words/wording", "途中まで書いた起案文");
        left(p5 + "/reason", "届かなかった理由");
        var kept = decisions.findFirstByCallIdOrderByAttemptDesc(call.value()).orElseThrow();
        assertThat(kept.text().wording()).isEqualTo("途中まで書いた起案文");
        assertThat(decided("P5").reason()).isEqualTo("届かなかった理由");
    }

    @Test
    void whatIsRefusedWhileSomebodyTypesIsSaidAtItsFieldAndTakesNoCursorAway() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        var wording = area("起案文");
        var contact = $(TextField.class).withCaption("問い合わせ先").single();
        focusTaken();

        test(contact).setValue("課".repeat(101));

        assertThat(contact.getErrorMessage()).isEqualTo("「問い合わせ先」は100字以内で入力してください（いま 101字）。文章はそのまま残っています。");
        test(wording).setValue("起案の文".repeat(251));
        assertThat(wording.getErrorMessage()).contains("1,000字以内", "いま 1,004字");
        assertThat(text()).contains("次の2点をご確認ください", "保存できていません。");
        assertThat(focusTaken()).isFalse();
        assertThat(draftText().wording()).isEmpty();
        press("決裁を受ける");
        assertThat(text()).contains("「起案文」は、まだ保存されていません", "「問い合わせ先」は、まだ保存されていません");
        assertThat(focusTaken()).isTrue();

        test(contact).setValue("市民協働課");
        test(wording).setValue("別紙のとおり決定する。");
        assertThat(contact.isInvalid() || wording.isInvalid()).isFalse();
        assertThat(draftText().wording()).isEqualTo("別紙のとおり決定する。");
        assertThat(draftText().letterhead().contact()).isEqualTo("市民協働課");

        draft.write(task(secretary, "draftDecision"), draftText(), text("別の画面の文", Samples.letterhead()), secretary);
        test(wording).setValue("別紙のとおりとする。");
        assertThat(wording.getErrorMessage()).contains("ほかの画面で内容が変わりました");
        assertThat(focusTaken()).isFalse();
    }

    private static boolean focusTaken() {
        MockVaadin.clientRoundtrip();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .anyMatch(call -> call.getInvocation().getExpression().contains("focus"));
    }

    /** A browser gives back what it had typed over an empty field. */
    private void left(String path, String typed) {
        ReflectionTestUtils.invokeMethod($(KeptForm.class).single(), "restore", path, typed, "");
    }

    private String comment(ProposalId proposal) {
        return recommendations
                .findByCallId(call.value())
                .flatMap(recommendation -> recommendation.line(proposal))
                .map(RecommendedLine::comment)
                .orElseThrow();
    }

    @Test
    void whatTwoPagesChangeAtOnceIsNotWrittenOver() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        var chairs = task(chair, "recommendProjects");
        var p5 = proposals.get("P5");
        var before = RecommendedLine.untouched(p5);
        var first = RecommendedLine.of(p5, Outcome.NOT_ADOPTED, null, "", "来年度に期待する", "");
        recommend.write(chairs, before, first, chair);

        assertThatThrownBy(() ->
                        recommend.write(chairs, before, RecommendedLine.of(p5, null, null, "", "別の画面の理由", ""), chair))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("decision.changedElsewhere"));
        assertThat(recommendations.findByCallId(call.value()).orElseThrow().line(p5))
                .contains(first);

        recommend();
        var draftTask = task(secretary, "draftDecision");
        var line = decided("P5");
        var changed = DecidedLine.of(p5, Outcome.RUNNER_UP, null, "", "辞退に備えるため", 3);
        draft.write(draftTask, line, changed, secretary);
        assertThatThrownBy(() -> draft.write(draftTask, line, line, secretary)).isInstanceOf(Refusal.class);
        assertThat(decided("P5")).isEqualTo(changed);
        var text = text("別紙のとおり決定する。", Samples.letterhead());
        var begun = draftText();
        draft.write(draftTask, begun, text, secretary);
        assertThatThrownBy(() -> draft.write(draftTask, begun, text("別の文", Samples.letterhead()), secretary))
                .isInstanceOf(Refusal.class);
        var elsewhere = text("別紙のとおり決定する。", new Letterhead("みなと野市", "みなと野市副市長", "沖 花", "", "市民協働課"));
        assertThatThrownBy(() -> draft.write(draftTask, begun, elsewhere, secretary))
                .as("the same wording over another page's letterhead")
                .isInstanceOf(Refusal.class);
        assertThat(draftText()).isEqualTo(text);
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

        var asked = enter("補う会");
        askForTitle(asked);
        var task = cases.taskFor(representatives.get("補う会"), key(asked), "supplementProposal")
                .orElseThrow();
        var request = proposed.openSupplement(asked).orElseThrow();
        supplement.begin(request, representatives.get("補う会"));
        supplement.mark(request, "projectTitle", true, representatives.get("補う会"));
        supplement.answer(request, task.id(), representatives.get("補う会"));
        askForTitle(asked);
        checks.waiveSupplement(asked, secretary, "電話で確かめたため");
        assertThat(proposed.openSupplement(asked)).isEmpty();
        panel.forEach(member -> {
            declarations.answer(member, asked, Tie.TIE, 0);
            declarations.confirm(member, call);
        });
        cases.complete(
                cases.taskFor(secretary, key(asked), FormalChecks.TASK)
                        .orElseThrow()
                        .id(),
                secretary,
                FormalChecks.answers(CheckOutcome.ACCEPTED));
        settle();

        assertThat(cases.waitsFor(key(asked), "StageDecided")).isTrue();
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

    private void askForTitle(ProposalId id) {
        var check =
                checks.of(cases.taskFor(secretary, key(id), FormalChecks.TASK).orElseThrow());
        checks.save(check, FormalChecks.COMMENT + "projectTitle", "略さずにお書きください。", 0);
        check(id, FormalChecks.MARK + "projectTitle", "true", CheckOutcome.SUPPLEMENT);
    }

    private void check(ProposalId id, String field, String typed, CheckOutcome outcome) {
        var task = cases.taskFor(secretary, key(id), FormalChecks.TASK).orElseThrow();
        checks.save(checks.of(task), field, typed, 0);
        cases.complete(task.id(), secretary, FormalChecks.answers(outcome));
        settle();
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
    void belowTheQuorumTheChairCannotGoOnAlone() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(2, 1);
        close();
        var task = task(chair, "recommendProjects");
        recommend.met(task, LocalDate.now(clock), new HashSet<>(panel.subList(0, 1)), chair);
        assertThatThrownBy(() -> recommend.submit(task, chair)).isInstanceOf(Refusal.class);
        recommend.askException(task, "大雪のため", chair);

        assertThatThrownBy(() -> exception.agree(call, chair)).isInstanceOf(Refusal.class);
        exception.agree(call, secretary);
        recommend.submit(task, chair);

        assertThat(cases.waitsAt(key(call), "draftDecision")).isTrue();
    }

    @Test
    void whoIsToAgreeToAnExceptionFindsItInTheInbox() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(3, 1);
        offices.appoint(chair, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        close();
        var task = task(chair, "recommendProjects");
        present(task, 2);
        recommend.askException(task, "大雪のため", chair);
        recommend.askException(task, "大雪で列車が止まったため", chair);

        var due = cases.task(task, chair).map(OpenTask::dueAt);
        assertThat(asked(secretary)).singleElement().satisfies(row -> {
            assertThat(row.address()).isEqualTo("selections/" + call + "#exception");
            assertThat(Optional.ofNullable(row.dueAt())).isEqualTo(due).isPresent();
        });
        assertThat(asked(chair)).as("who asks").isEmpty();
        signInAs(secretary);
        open("inbox");
        assertThat(text()).contains("例外として進めることを確認する");
        open("selections/" + call);
        assertThat(text()).contains("大雪で列車が止まったため");
        press("例外として進めることを確認する");
        assertThat(asked(secretary)).isEmpty();

        present(task, 1);
        assertThatThrownBy(() -> recommend.submit(task, chair)).isInstanceOf(Refusal.class);
        signInAs(chair);
        open("tasks/recommendProjects/" + task);
        assertThat(text()).contains("確認を受けた後に出席が減りました。");
        recommend.askException(task, "さらに欠席が出たため", chair);
        assertThat(asked(secretary)).hasSize(1);
        present(task, 3);
        recommend.submit(task, chair);
        assertThat(asked(secretary)).as("needed no more").isEmpty();
    }

    @Test
    void whoeverDoesNotAgreeToAnExceptionSaysWhyToTheChair() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        sample.asking(3, 1);
        close();
        var task = task(chair, "recommendProjects");
        present(task, 2);
        recommend.askException(task, "大雪のため", chair);
        assertThat(statusOf(call)).startsWith("事務局が、定足数や採点の数が足りないまま進める理由を確かめます。");

        signInAs(secretary);
        open("selections/" + call);
        press("確認せずに戻す");
        assertThat(text()).contains("戻す理由を入力してください。");
        area("戻す理由").setValue("翌週に全員で開けます");
        press("確認せずに戻す");

        assertThat(text()).doesNotContain("大雪のため");
        assertThat(asked(secretary)).isEmpty();
        assertThat(statusOf(call)).startsWith("委員長が").contains("推薦案をまとめます");
        assertThatThrownBy(() -> recommend.submit(task, chair)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> exception.agree(call, secretary)).isInstanceOf(Refusal.class);
        signInAs(chair);
        open("tasks/recommendProjects/" + task);
        assertThat(text()).contains("確認できませんでした。理由：翌週に全員で開けます");
        assertThat(area("例外として進める理由").getValue()).isEqualTo("大雪のため");

        recommend.askException(task, "翌週も全員はそろいません", chair);
        exception.agree(call, secretary);
        assertThatThrownBy(() -> exception.decline(call, "やはり", secretary)).isInstanceOf(Refusal.class);
        recommend.submit(task, chair);
        assertThat(cases.waitsAt(key(call), "draftDecision")).isTrue();
    }

    private String statusOf(CallId id) {
        return statuses.of(key(id), Audience.STAFF, null, Locale.JAPANESE).now();
    }

    private void present(TaskId task, int members) {
        recommend.met(task, LocalDate.now(clock), new HashSet<>(panel.subList(0, members)), chair);
    }

    private List<OpenTask> asked(PersonId person) {
        var question = new OpenTasks.Question(
                OpenTasks.View.ALL, "", call.value(), null, OpenTasks.Order.DUE, 0, OpenTasks.MANY);
        return inbox.page(person, question).tasks().stream()
                .filter(row -> row.kind().equals("agreeToException"))
                .toList();
    }

    @Test
    void aGroupAdmittedLateIsWaitedForAndNobodyIsAdmittedOnceTheSheetsAreClosed() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        var slow = enter("P6");
        clock.advance(Duration.ofDays(31));
        opener.look();
        var until = clock.instant().plus(Duration.ofDays(2));
        var group = fixture.group("P7", fixture.person("代表 P7"));
        var later = fixture.group("P8", fixture.person("代表 P8"));
        extend.askForOne(call, group, until, "通信の障害のため", secretary);
        extend.answerForOne(call, 0, true, "", head);
        extend.askForOne(call, later, until.plus(Duration.ofDays(9)), "通信の障害のため", secretary);

        withdraw.withdraw(slow, "", representatives.get("P6"));
        settle();
        opener.look();
        assertThat(cases.waitsAt(key(call), "awaitProposals")).isTrue();

        clock.advance(Duration.ofDays(3));
        opener.look();
        assertThat(cases.waitsAt(key(call), "recommendProjects")).isTrue();
        assertThatThrownBy(() -> extend.answerForOne(call, 1, true, "", head))
                .hasMessageContaining("call.exception.scored");
        assertThatThrownBy(() -> extend.askForOne(call, group, until.plus(Duration.ofDays(9)), "通信の障害のため", secretary))
                .hasMessageContaining("call.exception.scored");
        extend.answerForOne(call, 1, false, "採点が済んだため", head);
    }

    @Test
    void nobodyElseOpensATaskOfTheSelection() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        var task = task(chair, "recommendProjects");

        for (var other : List.of(secretary, head, panel.getFirst(), representatives.get("P1"))) {
            assertThatThrownBy(() -> recommend.submit(task, other)).isInstanceOf(Refusal.class);
            assertThat(cases.task(task, other)).isEmpty();
        }
        assertThat(events.of(key("P1")).toString()).doesNotContain("ADOPTED");
    }

    @Test
    void publicationNeverComesSoonerThanThreeOpenDaysAfterThePost() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        var task = task(secretary, "confirmPublication");

        assertThatThrownBy(() -> publication.confirm(task, clock.instant().plus(Duration.ofHours(20)), true, secretary))
                .isInstanceOf(Refusal.class);
        assertThat(cases.waitsAt(key(call), "confirmPublication")).isTrue();
    }

    @Test
    void theBoardShowsWhatWasFoundAndSaysWhatIsMissing() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        signInAs(chair);
        var address = "tasks/recommendProjects/" + task(chair, "recommendProjects");
        open(address);

        assertThat(text())
                .contains("審査ボード", "221", "予算の線", "計算過程を見る（1位）", "委員1人", "定足数 1人・出席 0人", "順位によると：次点")
                .contains("ここまでの合計 430,000円");
        press("推薦案を提出する");
        assertThat(text()).contains("「会議の日」を入力してください。");

        signInAs(secretary);
        open(address);
        assertThat(text()).doesNotContain("221").doesNotContain("予算の線");
    }

    @Test
    void draftApprovalLettersAndAnswerEachHaveTheirPage() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        assertThat(text()).contains("次点の順番", "推薦と同じ", "金額の合計 430,000円（予算 600,000円）", "令和9年度予算");
        press("決裁を受ける");
        assertThat(text()).contains("「起案文」を入力してください。");
        draft();

        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        assertThat(text()).contains("別紙のとおり決定する。", "承認すると、次のことが起こります", "委員1人中 1人出席");
        press("承認する");
        assertThat(text()).contains("承認しました。");
        settle();

        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        assertThat(text()).contains("公開される内容", "団体 P1", "印刷して郵送", "採択");
        press("通知を送り、公表の日時を決める");
        settle();
        assertThat(letters.findByCallIdOrderByDocumentNumber(call.value()))
                .filteredOn(letter -> letter.kind() == Letter.Kind.RESULT)
                .allMatch(letter -> letter.queuedAt().isPresent());
        open("letters");
        assertThat(text()).contains("通知書の台帳", "照合番号");
        open("selections");
        assertThat(text()).contains("選考と決定").doesNotContain("不採択");
        open("selections/" + call);
        assertThat(text()).doesNotContain("不採択");

        var representative = representatives.get("P1");
        signInAs(representative);
        open("tasks/answerResult/"
                + cases.taskFor(representative, key("P1"), "answerResult")
                        .orElseThrow()
                        .id());
        assertThat(text()).contains("ご提案を採択することに決まりました。", "250,000円", "辞退されても");
        press("採択を受ける");
        assertThat(text()).contains("採択をお受けいただきました。");
    }

    @Autowired
    private AnswerException exception;

    @Autowired
    private ExtendCall extend;

    private PersonId holder(String name, Office office, CallId scope) {
        var person = fixture.person(name);
        offices.appoint(person, office, scope == null ? null : scope.value(), LocalDate.of(2020, 1, 1), null);
        return person;
    }

    private ProposalId enter(String group) {
        var representative = fixture.person("代表 " + group);
        representatives.put(group, representative);
        var organisation = fixture.group(group, representative);
        var id = fixture.completeDraft(call, organisation, representative);
        fixture.write(id, "venue", venue, representative);
        submit.submit(id, representative, Instant.now());
        proposals.put(group, id);
        return id;
    }

    private void enter(Samples figures, String... groups) {
        var ids = new ArrayList<ProposalId>();
        for (var group : groups) {
            ids.add(enter(group));
        }
        sample = figures.of(call, ids, panel);
        ids.forEach(this::toTheDecision);
    }

    /** Through the formal check; the panel hands nothing in, since the figures come from the sample. */
    private void toTheDecision(ProposalId id) {
        var task = cases.taskFor(secretary, key(id), FormalChecks.TASK).orElseThrow();
        checks.of(task);
        cases.complete(task.id(), secretary, FormalChecks.answers(CheckOutcome.ACCEPTED));
        settle();
        var missing = new HashMap<PersonId, StageClosing.Missing>();
        panel.forEach(member -> missing.put(member, new StageClosing.Missing(Participation.ABSENT, "試験")));
        closing.close(id, missing, secretary);
        settle();
    }

    /** What runs by itself has run, and everybody has heard of it. */
    private void settle() {
        engine.fireJobs();
        listeners.haveHeard();
        engine.fireJobs();
    }

    private void close() {
        clock.advance(Duration.ofDays(31));
        opener.look();
        assertThat(cases.waitsAt(key(call), "recommendProjects")).isTrue();
    }

    private void recommend() {
        var task = task(chair, "recommendProjects");
        recommend.met(task, LocalDate.now(clock), new HashSet<>(sample.panel()), chair);
        recommend.submit(task, chair);
    }

    private void draft() {
        var task = task(secretary, "draftDecision");
        draft.write(task, draftText(), text("別紙のとおり決定する。", Samples.letterhead()), secretary);
        draft.submit(task, secretary);
    }

    private DecisionText draftText() {
        return decisions
                .findFirstByCallIdOrderByAttemptDesc(call.value())
                .map(Decision::text)
                .orElseThrow();
    }

    private static DecisionText text(String wording, Letterhead letterhead) {
        return new DecisionText(wording, true, letterhead);
    }

    private void confirm() {
        var material = materials.of(call);
        publication.confirm(
                task(secretary, "confirmPublication"), publication.proposed(material.terms()), true, secretary);
    }

    private void release() {
        close();
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
        confirm();
        settle();
    }

    private void give(String group, Answer.Kind kind) {
        var representative = representatives.get(group);
        var task = cases.taskFor(representative, key(group), "answerResult").orElseThrow();
        answer.answer(task.id(), kind, "", representative);
        settle();
    }

    private Instant planned() {
        return publication.proposed(materials.of(call).terms());
    }

    private TaskId task(PersonId person, String kind) {
        return cases.taskFor(person, key(call), kind).orElseThrow().id();
    }

    private List<String> statusesForApplicants() {
        return proposals.values().stream()
                .map(id -> statuses.of(key(id), Audience.APPLICANT, null, Locale.JAPANESE)
                        .now())
                .toList();
    }

    private void assertNothingIsPublic() {
        assertThat(results.of(call)).isEmpty();
        assertThat(results.openData(call)).isEmpty();
        assertThat(results.calls()).doesNotContain(call);
        proposals.values().forEach(id -> assertThat(results.of(id)).isEmpty());
        proposals
                .keySet()
                .forEach(group -> assertThat(publicPage(group).status()).isEqualTo(404));
    }

    private static CaseKey key(ProposalId id) {
        return new CaseKey(id.value());
    }

    private static CaseKey key(CallId id) {
        return new CaseKey(id.value());
    }

    private DecidedLine decided(String group) {
        return decisions
                .findFirstByCallIdOrderByAttemptDesc(call.value())
                .flatMap(decision -> decision.line(proposals.get(group)))
                .orElseThrow();
    }

    private CaseKey key(String group) {
        return key(proposals.get(group));
    }
}
