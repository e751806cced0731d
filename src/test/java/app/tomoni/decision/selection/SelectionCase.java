package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;

import app.tomoni.Browser;
import app.tomoni.Listeners;
import app.tomoni.TestClock;
import app.tomoni.ViewTest;
import app.tomoni.account.City;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.Results;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.FlowCoverage;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.process.ProcessDriver;
import app.tomoni.process.Statuses;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.Fixture;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.ReleasedResult;
import app.tomoni.proposal.SubmitProposal;
import app.tomoni.proposal.WithdrawProposal;
import app.tomoni.review.CheckOutcome;
import app.tomoni.review.Declarations;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.Participation;
import app.tomoni.review.StageClosing;
import app.tomoni.shared.BusinessDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** A call with its groups, its panel and its offices, and the steps that lead it through the selection. */
@TestPropertySource(properties = {"tomoni.decision.poll=1d", "tomoni.jobs.active=false"})
@Import({Fixture.class, ProcessDriver.class, Listeners.class, FlowCoverage.class})
abstract class SelectionCase extends ViewTest {

    @LocalServerPort
    int port;

    @Autowired
    Fixture fixture;

    @Autowired
    SubmitProposal submit;

    @Autowired
    WithdrawProposal withdraw;

    @Autowired
    Proposals proposed;

    @Autowired
    Declarations declarations;

    @Autowired
    FormalChecks checks;

    @Autowired
    StageClosing closing;

    @Autowired
    Cases cases;

    @Autowired
    OpenTasks inbox;

    @Autowired
    CaseEvents events;

    @Autowired
    Statuses statuses;

    @Autowired
    ProcessDriver engine;

    @Autowired
    Listeners listeners;

    @Autowired
    SelectionOpener opener;

    @Autowired
    RecommendProjects recommend;

    @Autowired
    DraftDecision draft;

    @Autowired
    ApproveDecision approve;

    @Autowired
    ConfirmPublication publication;

    @Autowired
    PostLetters posting;

    @Autowired
    PublicPage page;

    @Autowired
    AnswerResult answer;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Recommendations recommendations;

    @Autowired
    DecisionRegister decisions;

    @Autowired
    LetterRegister letters;

    @Autowired
    Publisher publisher;

    @Autowired
    Results results;

    @Autowired
    ReleasedResult told;

    @Autowired
    City city;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AnswerException exception;

    @Autowired
    BusinessDays businessDays;

    @MockitoSpyBean
    Materials materials;

    CallId call;
    PersonId secretary;
    PersonId colleague;
    PersonId chair;
    PersonId head;
    final List<PersonId> panel = new ArrayList<>();
    final Map<String, ProposalId> proposals = new HashMap<>();
    final Map<String, PersonId> representatives = new HashMap<>();
    String venue = "北・中・南の3地区の集会所";
    Samples sample;

    @BeforeEach
    void aCallIsOpen() {
        jdbc.sql("INSERT INTO holiday VALUES ('2028-11-23', '勤労感謝の日') ON CONFLICT DO NOTHING")
                .update();
        holds(fixture.call(30));
    }

    /** All that follows is about this call, with its own offices and panel. */
    void holds(CallId open) {
        call = open;
        panel.clear();
        secretary = holder("事務局 一", Office.SECRETARIAT, null);
        colleague = holder("事務局 二", Office.SECRETARIAT, null);
        chair = holder("委員長", Office.CHAIR, call);
        head = holder("部長", Office.APPROVER, null);
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

    Browser.Page publicPage(String group) {
        return new Browser(port).get("/results/" + call + "/" + proposals.get(group));
    }

    PersonId holder(String name, Office office, CallId scope) {
        var person = fixture.person(name);
        offices.appoint(person, office, scope == null ? null : scope.value(), LocalDate.of(2020, 1, 1), null);
        return person;
    }

    ProposalId enter(String group) {
        var representative = fixture.person("代表 " + group);
        representatives.put(group, representative);
        var organisation = fixture.group(group, representative);
        var id = fixture.completeDraft(call, organisation, representative);
        fixture.write(id, "venue", venue, representative);
        submit.submit(id, representative, clock.instant());
        proposals.put(group, id);
        return id;
    }

    void enter(Samples figures, String... groups) {
        var ids = new ArrayList<ProposalId>();
        for (var group : groups) {
            ids.add(enter(group));
        }
        sample = figures.of(call, ids.stream().map(proposed::get).toList(), panel);
        ids.forEach(this::toTheDecision);
    }

    /** Through the formal check; the panel hands nothing in, since the figures come from the sample. */
    void toTheDecision(ProposalId id) {
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
    void settle() {
        engine.fireJobs();
        listeners.haveHeard();
        engine.fireJobs();
    }

    void close() {
        pass(31);
        opener.look();
        assertThat(cases.waitsAt(key(call), "recommendProjects")).isTrue();
    }

    /** At least so many days, to one on which letters may leave. */
    void pass(int days) {
        clock.advance(Duration.ofDays(days));
        while (!businessDays.open(LocalDate.now(clock))) {
            clock.advance(Duration.ofDays(1));
        }
    }

    void recommend() {
        var task = task(chair, "recommendProjects");
        recommend.met(task, LocalDate.now(clock), new HashSet<>(sample.panel()), chair);
        recommend.submit(task, List.of(), chair);
    }

    void draft() {
        var task = task(secretary, "draftDecision");
        draft.write(task, draftText(), text("別紙のとおり決定する。", Samples.letterhead()), secretary);
        submitDraft(task);
    }

    void submitDraft(TaskId task) {
        var read = decisions.findFirstByCallIdOrderByAttemptDesc(call.value()).orElseThrow();
        draft.submit(task, read.text(), read.lines(), secretary);
    }

    /** That the chair asks to go on all the same, as it is read. */
    AnswerException.Asked asked() {
        return exception.asked(call).orElseThrow();
    }

    /** What the scan of the public page finds. */
    List<PersonalData.Find> finds() {
        return publication.scan(page.of(call));
    }

    DecisionText draftText() {
        return decisions
                .findFirstByCallIdOrderByAttemptDesc(call.value())
                .map(Decision::text)
                .orElseThrow();
    }

    static DecisionText text(String wording, Letterhead letterhead) {
        return new DecisionText(wording, true, letterhead);
    }

    void confirm() {
        var material = materials.of(call);
        publication.confirm(
                task(secretary, "confirmPublication"), publication.proposed(material.terms()), finds(), secretary);
    }

    /** As far as the letters, which wait to be checked. */
    void approved() {
        close();
        recommend();
        draft();
        passed();
    }

    private void passed() {
        approve.approve(task(head, "approveDecision"), head);
        settle();
    }

    /** What is drafted is approved, and the groups read it. */
    void tell() {
        passed();
        confirm();
        settle();
        post();
    }

    /** The letters with the results have left the house. */
    void post() {
        post(letter -> letter.kind() == Letter.Kind.RESULT);
    }

    /** Of the letters that lie here, those have left. */
    void post(Predicate<Letter> some) {
        posting.post(
                letters.ofCall(call.value()).stream()
                        .filter(Letter::isToPost)
                        .filter(some)
                        .map(Letter::id)
                        .toList(),
                LocalDate.now(clock),
                secretary);
    }

    void draftWithoutOrder() {
        var task = task(secretary, "draftDecision");
        draft.write(task, draftText(), new DecisionText("別紙のとおり決定する。", false, Samples.letterhead()), secretary);
        submitDraft(task);
    }

    /** The order of the runners-up is no part of what the groups are told. */
    void tellWithoutOrder() {
        close();
        recommend();
        draftWithoutOrder();
        tell();
    }

    void release() {
        approved();
        confirm();
        settle();
        post();
    }

    void give(String group, Answer.Kind kind) {
        var representative = representatives.get(group);
        var task = cases.taskFor(representative, key(group), "answerResult").orElseThrow();
        answer.answer(task.id(), kind, "", representative);
        settle();
    }

    Instant planned() {
        return publication.proposed(materials.of(call).terms());
    }

    TaskId task(PersonId person, String kind) {
        return cases.taskFor(person, key(call), kind).orElseThrow().id();
    }

    /** What of this kind the call leaves in somebody's list. */
    List<OpenTask> waiting(PersonId person, String kind) {
        return inbox
                .page(
                        person,
                        new OpenTasks.Question(
                                OpenTasks.View.ALL, "", call.value(), null, OpenTasks.Order.DUE, 0, OpenTasks.MANY))
                .tasks()
                .stream()
                .filter(task -> task.kind().equals(kind))
                .toList();
    }

    void assertNothingIsPublic() {
        assertThat(results.of(call)).isEmpty();
        assertThat(results.openData(call)).isEmpty();
        assertThat(results.calls()).doesNotContain(call);
        proposals.values().forEach(id -> assertThat(results.of(id)).isEmpty());
        proposals
                .keySet()
                .forEach(group -> assertThat(publicPage(group).status()).isEqualTo(404));
    }

    static CaseKey key(ProposalId id) {
        return new CaseKey(id.value());
    }

    static CaseKey key(CallId id) {
        return new CaseKey(id.value());
    }

    DecidedLine decided(String group) {
        return decisions
                .findFirstByCallIdOrderByAttemptDesc(call.value())
                .flatMap(decision -> decision.line(proposals.get(group)))
                .orElseThrow();
    }

    CaseKey key(String group) {
        return key(proposals.get(group));
    }
}
