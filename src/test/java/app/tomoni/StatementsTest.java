package app.tomoni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.selection.Answer;
import app.tomoni.decision.selection.AnswerResult;
import app.tomoni.decision.selection.ApproveDecision;
import app.tomoni.decision.selection.ConfirmPublication;
import app.tomoni.decision.selection.Decision;
import app.tomoni.decision.selection.DecisionRegister;
import app.tomoni.decision.selection.DecisionText;
import app.tomoni.decision.selection.DraftDecision;
import app.tomoni.decision.selection.Letter;
import app.tomoni.decision.selection.LetterDrafts;
import app.tomoni.decision.selection.LetterRegister;
import app.tomoni.decision.selection.Letterhead;
import app.tomoni.decision.selection.Materials;
import app.tomoni.decision.selection.PostLetters;
import app.tomoni.decision.selection.PublicPage;
import app.tomoni.decision.selection.RecommendProjects;
import app.tomoni.decision.selection.SelectionOpener;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.ProcessDriver;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.Fixture;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.SubmitProposal;
import app.tomoni.review.CheckOutcome;
import app.tomoni.review.Declarations;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.Tie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.TaskDecorator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/**
 * Walks the straight path with a call of a few proposals and reviewers and with one of many, and compares what each
 * page and each step reads, in front of people or behind their backs: a statement that is sent more often for more is a
 * query per row. The figures are written to {@code target/statements.md}.
 */
@TestPropertySource(properties = {"tomoni.jobs.active=false", "tomoni.decision.poll=1d"})
@Import({Fixture.class, ProcessDriver.class, Listeners.class, StatementsTest.WatchedListeners.class})
class StatementsTest extends ViewTest {

    private static final Size FEW = new Size(3, 3);
    private static final Size MANY = new Size(9, 6);

    /** The engine makes the task of each reviewer and the branch of each result on its own: what it reads for one of them. */
    private static final Map<String, List<String>> FOR_EACH = Map.of(
            "secretariat: accept one proposal",
            List.of("ACT_RU_AUTHORIZATION", "FROM case_file WHERE key", "FROM holiday", "FROM case_date"),
            "background: releaseOutcome",
            List.of("ACT_RU_VARIABLE"));

    private record Size(int proposals, int reviewers) {}

    /** Counts what each listener reads; they all hear in threads of their own. */
    @TestComponent
    static class WatchedListeners implements TaskDecorator {

        private final BlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();
        private final AtomicInteger told = new AtomicInteger();

        @Override
        public Runnable decorate(Runnable listener) {
            told.incrementAndGet();
            return () -> heard.add(Statements.of(listener));
        }

        private List<List<String>> take() {
            var taken = new ArrayList<List<String>>();
            while (told.get() > 0) {
                try {
                    taken.add(Objects.requireNonNull(heard.poll(20, TimeUnit.SECONDS)));
                    told.decrementAndGet();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return taken;
        }
    }

    @Autowired
    private LetterRegister letters;

    @Autowired
    private Fixture fixture;

    @Autowired
    private SubmitProposal submit;

    @Autowired
    private Cases cases;

    @Autowired
    private FormalChecks checks;

    @Autowired
    private Declarations declarations;

    @Autowired
    private ScoreSheets sheets;

    @Autowired
    private SelectionOpener opener;

    @Autowired
    private RecommendProjects recommend;

    @Autowired
    private DraftDecision draft;

    @Autowired
    private DecisionRegister decisions;

    @Autowired
    private LetterDrafts drafts;

    @Autowired
    private ApproveDecision approve;

    @Autowired
    private Materials materials;

    @Autowired
    private ConfirmPublication publication;

    @Autowired
    private PostLetters posting;

    @Autowired
    private PublicPage publicPage;

    @Autowired
    private AnswerResult answer;

    @Autowired
    private ProcessDriver engine;

    @Autowired
    private Listeners listeners;

    @Autowired
    private WatchedListeners heard;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private WebApplicationContext context;

    private PersonId secretary;
    private PersonId head;
    private PersonId administrator;

    private final Map<String, List<String>> steps = new LinkedHashMap<>();
    private MockMvc web;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void noPageAndNoStepReadsRowByRow() throws IOException {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        jdbc.sql("INSERT INTO holiday VALUES ('2028-11-23', '勤労感謝の日') ON CONFLICT DO NOTHING")
                .update();
        secretary = holder("事務局", Office.SECRETARIAT, null);
        head = holder("部長", Office.APPROVER, null);
        administrator = holder("管理者", Office.ADMINISTRATOR, null);
        walk(FEW); // what one call leaves in a list, the next one finds there
        var few = walk(FEW);
        var many = walk(MANY);

        write(few, many);
        var found = new ArrayList<String>();
        few.forEach((step, statements) -> {
            var before = Statements.reads(statements);
            Statements.reads(many.getOrDefault(step, List.of())).forEach((sql, times) -> {
                var each = FOR_EACH.getOrDefault(step, List.of()).stream().anyMatch(sql::contains);
                if (!each && times > before.getOrDefault(sql, 0)) {
                    found.add("%s: %d → %d × %s".formatted(step, before.getOrDefault(sql, 0), times, sql));
                }
            });
        });
        assertThat(found).isEmpty();
        assertThat(few.keySet()).isEqualTo(many.keySet());
    }

    private static void write(Map<String, List<String>> few, Map<String, List<String>> many) throws IOException {
        var table = new StringBuilder("| step | %d proposals, %d reviewers | %d, %d |\n|---|---|---|\n"
                .formatted(FEW.proposals, FEW.reviewers, MANY.proposals, MANY.reviewers));
        few.forEach((step, statements) -> table.append("| %s | %d | %d |\n"
                .formatted(
                        step,
                        statements.size(),
                        many.getOrDefault(step, List.of()).size())));
        Files.writeString(Path.of("target", "statements.md"), table);
    }

    private Map<String, List<String>> walk(Size size) {
        clock.reset();
        steps.clear();
        var call = fixture.call(30, Map.of("/ranking/choice", "TOP", "/ranking/places", "2", "/ranking/reserves", "9"));
        var chair = holder("委員長", Office.CHAIR, call);
        var panel = IntStream.range(0, size.reviewers)
                .mapToObj(member -> holder("審査 " + member, Office.REVIEWER, call))
                .toList();
        var representative = fixture.person("石橋 晴");
        var entered = new ArrayList<ProposalId>();
        for (var i = 0; i < size.proposals; i++) {
            entered.add(fixture.completeDraft(call, fixture.group("団体 " + i, representative), representative));
        }
        var one = entered.getFirst();

        page(representative, "proposals");
        page(representative, "proposals/" + one + "/write");
        step("group: look what others write, who write nothing", ViewTest::poll);
        step("group: keep one answer", () -> fixture.write(one, "projectTitle", "川辺の居場所", representative));
        page(representative, "proposals/" + one + "/submit");
        each("group: submit one proposal", entered, id -> submit.submit(id, representative, Instant.now()));
        settle();
        page(representative, "proposals");
        page(representative, "proposals/" + one + "/receipt");
        page(representative, "proposals/" + one);

        page(secretary, "inbox");
        page(secretary, "calls");
        page(secretary, "calls/" + call);
        page(secretary, "calls/" + call + "/proposals");
        page(secretary, "search?q=団体");
        page(administrator, "search?q=石橋");
        page(representative, "search?q=団体");
        page(secretary, "tasks/checkEligibility/" + task(secretary, one, FormalChecks.TASK));
        each("secretariat: accept one proposal", entered, id -> {
            var task = cases.taskFor(secretary, key(id), FormalChecks.TASK).orElseThrow();
            checks.of(task);
            cases.complete(task.id(), secretary, FormalChecks.answers(CheckOutcome.ACCEPTED));
        });
        settle();

        var reviewer = panel.getFirst();
        page(reviewer, "inbox");
        page(reviewer, "reviews");
        page(reviewer, "reviews/" + call + "/declarations");
        each("reviewer: declare on one proposal", entered, id -> declarations.answer(reviewer, id, Tie.NONE, 0));
        step("reviewer: confirm the declarations", () -> declarations.confirm(reviewer, call));
        page(reviewer, "reviews");
        page(reviewer, "reviews/" + call + "/" + one);
        page(reviewer, "reviews/" + call + "/next");
        each("reviewer: type one sheet", entered, id -> marks(reviewer, id, entered.indexOf(id)));
        each("reviewer: hand in one sheet", entered, id -> sheets.submit(reviewer, id));
        page(reviewer, "reviews/" + call + "/scores");
        page(reviewer, "search?q=団体");
        page(reviewer, "reviews/" + call + "/print");
        page(secretary, "calls/" + call + "/reviews");
        panel.subList(1, panel.size()).forEach(member -> {
            entered.forEach(id -> declarations.answer(member, id, Tie.NONE, 0));
            declarations.confirm(member, call);
            entered.forEach(id -> {
                marks(member, id, entered.indexOf(id));
                sheets.submit(member, id);
            });
        });
        settle();

        clock.advance(Duration.ofDays(31));
        // In one transaction, or else a listener would close the sheets now and then before the look comes to it
        step(
                "background: look for calls that are over",
                () -> transaction.executeWithoutResult(status -> opener.look()));
        settle();
        page(chair, "inbox");
        var recommendation = task(chair, call, "recommendProjects");
        page(chair, "tasks/recommendProjects/" + recommendation);
        step("chair: submit the recommendation", () -> {
            recommend.met(recommendation, LocalDate.now(clock), new HashSet<>(panel), chair);
            recommend.submit(recommendation, List.of(), chair);
        });
        settle();
        var drafting = task(secretary, call, "draftDecision");
        page(secretary, "tasks/draftDecision/" + drafting);
        var begun = decisions
                .findFirstByCallIdOrderByAttemptDesc(call.value())
                .map(Decision::text)
                .orElseThrow();
        var letterhead = new Letterhead("みなと野市", "市長", "港野 太郎", "", "市民協働課");
        step("secretariat: submit the draft", () -> {
            draft.write(drafting, begun, new DecisionText("別紙のとおり決定する。", true, letterhead), secretary);
            var read =
                    decisions.findFirstByCallIdOrderByAttemptDesc(call.value()).orElseThrow();
            draft.submit(drafting, read.text(), read.lines(), secretary);
        });
        settle();
        var approving = task(head, call, "approveDecision");
        page(head, "tasks/approveDecision/" + approving);
        step(
                "approver: open the draft of a letter",
                () -> assertThat(drafts.pdf(approving, one, Letter.Kind.RESULT, head))
                        .isPresent());
        step("approver: approve", () -> approve.approve(approving, head));
        settle();
        var confirming = task(secretary, call, "confirmPublication");
        page(secretary, "tasks/confirmPublication/" + confirming);
        var planned = publication.proposed(materials.of(call).terms());
        var finds = publication.scan(publicPage.of(call));
        step("secretariat: send the letters", () -> publication.confirm(confirming, planned, finds, secretary));
        settle();
        page(secretary, "letters");
        page(secretary, "selections");
        page(secretary, "selections/" + call);
        page(administrator, "mails");
        page(administrator, "people");
        page(administrator, "people/" + secretary);
        page(representative, "inbox");
        page(representative, "proposals");
        page(representative, "proposals/" + one + "/result");

        step(
                "secretariat: note the letters as posted",
                () -> posting.post(
                        letters.ofCall(call.value()).stream()
                                .filter(Letter::isToPost)
                                .map(Letter::id)
                                .toList(),
                        LocalDate.now(clock),
                        secretary));
        clock.stopAt(planned.plusSeconds(1));
        engine.passTo(planned.plusSeconds(1), this::background);
        settle();
        read("/welcome"); // what everyone gets at the root
        read("/guidelines/" + call);
        read("/results");
        read("/results/" + call);
        read("/find?q=団体");
        read("/results/" + call + "/" + one);
        read("/results/" + call + "/open-data.json");
        answer(one, Answer.Kind.ACCEPTED, representative);
        answer(entered.get(1), Answer.Kind.DECLINED, representative); // what becomes free is offered to the next
        page(secretary, "organisations");
        page(secretary, "cases/" + one + "/events");
        clock.reset();
        return new LinkedHashMap<>(steps);
    }

    /** The best for the first of the ranking, and a little less for each one behind. */
    private void marks(PersonId reviewer, ProposalId id, int behind) {
        var lines = sheets.own(reviewer, id).orElseThrow().card().lines();
        for (var at = 0; at < lines.size(); at++) {
            var level = lines.get(at).levels().get((at + behind) / lines.size());
            sheets.save(reviewer, id, lines.get(at).markField(), level.mark().toPlainString(), 0);
        }
    }

    private void page(PersonId person, String address) {
        signInAs(person);
        step("page: " + address.replaceAll("[0-9a-f-]{36}", "…"), () -> open(address));
        assertThat(getCurrentView().getClass().getSimpleName()).as(address).isNotIn("AbsentView", "FaultView");
    }

    private void read(String address) {
        step("public: " + address.replaceAll("[0-9a-f-]{36}", "…"), () -> {
            try {
                web.perform(get(address)).andExpect(status().isOk());
            } catch (Exception e) {
                throw new AssertionError(address, e);
            }
        });
    }

    /** Does the same for each proposal; the last one counts, when all the others are there. */
    private void each(String name, List<ProposalId> proposals, Consumer<ProposalId> work) {
        for (var id : proposals) {
            var statements = Statements.of(() -> work.accept(id));
            steps.put(name, statements);
        }
    }

    private void step(String name, Runnable work) {
        var free = name;
        while (steps.containsKey(free)) {
            free += " (again)";
        }
        steps.put(free, Statements.of(work));
    }

    /** The work behind a step, as often as it is done: of each statement the most that one of its runs sent counts. */
    private void background(String name, Runnable work) {
        most("background: " + name, Statements.of(work));
    }

    private void settle() {
        engine.fireJobs(this::background);
        listeners.haveHeard();
        heard.take().forEach(statements -> most("background: a listener", statements));
        engine.fireJobs(this::background);
    }

    private void most(String name, List<String> statements) {
        var counted = steps.computeIfAbsent(name, first -> new ArrayList<>());
        statements.stream().distinct().forEach(sql -> {
            var more = Collections.frequency(statements, sql) - Collections.frequency(counted, sql);
            counted.addAll(Collections.nCopies(Math.max(more, 0), sql));
        });
    }

    private void answer(ProposalId proposal, Answer.Kind kind, PersonId representative) {
        var task = task(representative, proposal, "answerResult");
        step("group: answer " + kind, () -> answer.answer(task, kind, "都合により", representative));
        settle();
    }

    private TaskId task(PersonId person, CallId call, String kind) {
        return cases.taskFor(person, new CaseKey(call.value()), kind)
                .orElseThrow()
                .id();
    }

    private TaskId task(PersonId person, ProposalId proposal, String kind) {
        return cases.taskFor(person, key(proposal), kind).orElseThrow().id();
    }

    private static CaseKey key(ProposalId id) {
        return new CaseKey(id.value());
    }

    private PersonId holder(String name, Office office, CallId scope) {
        var person = fixture.person(name);
        offices.appoint(person, office, scope == null ? null : scope.value(), LocalDate.of(2020, 1, 1), null);
        return person;
    }
}
