package app.tomoni.decision.selection;

import app.tomoni.Chromium;
import app.tomoni.Listeners;
import app.tomoni.TestClock;
import app.tomoni.ViewTest;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.signin.Passwords;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.ProcessDriver;
import app.tomoni.proposal.Fixture;
import app.tomoni.proposal.SubmitProposal;
import app.tomoni.review.CheckOutcome;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.Participation;
import app.tomoni.review.StageClosing;
import app.tomoni.shared.Json;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The board of a call with 300 proposals and 10 reviewers: what is read, what is computed, and the page that shows it. */
@TestPropertySource(properties = {"tomoni.jobs.active=false", "tomoni.decision.poll=1d"})
@Import({Fixture.class, ProcessDriver.class, Listeners.class})
class BoardBench extends ViewTest {

    private static final int PROPOSALS = 300;
    private static final int REVIEWERS = 10;
    private static final int RUNS = 11;
    private static final int LEVELS = 5;
    private static final String PASSWORD = "minato-no-no-kokage-2026";
    private static final String BOARD = ".dc-board tbody tr";
    private static final String FORMS = ".dc-line";

    @Autowired
    private Fixture fixture;

    @Autowired
    private SubmitProposal submit;

    @Autowired
    private Cases cases;

    @Autowired
    private FormalChecks checks;

    @Autowired
    private StageClosing closing;

    @Autowired
    private SelectionOpener opener;

    @Autowired
    private CloseStage close;

    @Autowired
    private Materials materials;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private Recommendations recommendations;

    @Autowired
    private ProcessDriver engine;

    @Autowired
    private Listeners listeners;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Passwords passwords;

    @LocalServerPort
    private int port;

    @Test
    void theBoardOpensWithinASecond() {
        var call =
                fixture.call(30, Map.of("/ranking/choice", "TOP", "/ranking/places", "100", "/ranking/reserves", "20"));
        var chair = person("委員長", Office.CHAIR, call.value());
        var panel = IntStream.range(0, REVIEWERS)
                .mapToObj(member -> person("審査 " + member, Office.REVIEWER, call.value()))
                .toList();
        closed(call, panel);
        fill(call);
        System.out.printf(
                "%n| %d proposals × %d reviewers | first | median of %d |%n|---|---:|---:|%n",
                PROPOSALS, REVIEWERS, RUNS);
        row("reading call, proposals and sheets", () -> materials.of(call));
        row(
                "closing the stage: reading, computing, storing",
                () -> transaction.executeWithoutResult(s -> close.close(call)));
        var task = cases.taskFor(chair, new CaseKey(call.value()), "recommendProjects")
                .orElseThrow();
        row("reading what the board shows", () -> {
            materials.of(call);
            evaluations
                    .findFirstByCallIdOrderByMadeAtDescIdDesc(call.value())
                    .orElseThrow()
                    .lines();
            recommendations.findByCallId(call.value()).orElseThrow().lines();
        });
        row("opening the chair's page", () -> signInAs(chair), () -> open("tasks/recommendProjects/" + task.id()));
        var total = $(NativeButton.class).withText("評価点").single();
        row("sorting by the total", () -> test(total).click());
        test($(Button.class).withText("推薦を書く").all().getFirst()).click();
        var outcome = $(RadioButtonGroup.class).all().getFirst();
        var others = List.of("次点とする", "採択とする");
        var turn = new int[1];
        row("choosing another outcome", () -> test(outcome).selectItem(others.get(turn[0]++ % 2)));
        inBrowser(chair, "tasks/recommendProjects/" + task.id());
    }

    /** From asking for the page to where it is drawn, its first visit left out. */
    private void inBrowser(PersonId chair, String address) {
        people.giveMail(chair, "chair@example.jp");
        passwords.change(chair, PASSWORD);
        try (var context = Chromium.browser().newContext(new Browser.NewContextOptions().setLocale("ja-JP"))) {
            context.setDefaultTimeout(120_000);
            var page = context.newPage();
            page.navigate("http://localhost:" + port + "/" + address);
            Chromium.signIn(page, "chair@example.jp", PASSWORD);
            drawn(page, FORMS, PROPOSALS);
            row(
                    "opening it in a browser until the first ten can be read",
                    () -> leave(page),
                    () -> visit(page, address, BOARD, 10));
            row(
                    "opening it in a browser until all are drawn",
                    () -> leave(page),
                    () -> visit(page, address, FORMS, PROPOSALS));
        }
    }

    /** What an earlier visit still asks for is not counted. */
    private static void leave(Page page) {
        drawn(page, FORMS, PROPOSALS);
        page.navigate("about:blank");
    }

    private void visit(Page page, String address, String rows, int number) {
        page.navigate("http://localhost:" + port + "/" + address);
        drawn(page, rows, number);
    }

    private static void drawn(Page page, String rows, int number) {
        page.waitForFunction(
                "([rows, number]) => document.querySelectorAll(rows).length >= number", List.of(rows, number));
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    }

    /** One proposal goes to the board by itself. */
    private void closed(CallId call, List<PersonId> panel) {
        var secretary = person("事務局", Office.SECRETARIAT);
        var representative = fixture.person("石橋 晴");
        var id = fixture.completeDraft(call, fixture.group("こかげ", representative), representative);
        submit.submit(id, representative, clock.instant());
        var task = cases.taskFor(secretary, new CaseKey(id.value()), FormalChecks.TASK)
                .orElseThrow();
        checks.of(task);
        cases.complete(task.id(), secretary, FormalChecks.answers(CheckOutcome.ACCEPTED));
        settle();
        closing.close(
                id,
                panel.stream()
                        .collect(Collectors.toMap(
                                member -> member, member -> new StageClosing.Missing(Participation.ABSENT, "計測"))),
                secretary);
        settle();
        clock.advance(Duration.ofDays(31));
        opener.look();
    }

    private void settle() {
        engine.fireJobs();
        listeners.haveHeard();
        engine.fireJobs();
    }

    /** Another 299 like it, and every sheet handed in with marks that differ from proposal to proposal. */
    private void fill(CallId call) {
        var columns = jdbc.sql("""
                        SELECT string_agg(CASE column_name
                            WHEN 'id' THEN 'md5(''proposal'' || i)::uuid'
                            WHEN 'receipt_number' THEN '''B-'' || lpad(i::text, 3, ''0'')'
                            WHEN 'requested_yen' THEN '100000 + i * 1000'
                            ELSE 'p.' || column_name END, ', ' ORDER BY ordinal_position)
                        FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'proposal'""").query(String.class).single();
        jdbc.sql("INSERT INTO proposal SELECT " + columns
                        + " FROM proposal p, generate_series(2, :all) i WHERE p.call_id = :call")
                .param("all", PROPOSALS)
                .param("call", call.value())
                .update();
        jdbc.sql("""
                INSERT INTO score_sheet (id, call_id, proposal_id, reviewer_id, opened_at, submission, version)
                SELECT gen_random_uuid(), :call, p.id, s.reviewer_id, s.opened_at, 0, 0
                FROM score_sheet s, proposal p
                WHERE s.call_id = :call AND p.call_id = :call AND p.id <> s.proposal_id""").param("call", call.value()).update();
        jdbc.sql("""
                UPDATE score_sheet SET submission = 1, submitted_at = opened_at, absent_at = NULL, excused_by = NULL, reason = NULL
                WHERE call_id = ?""").param(call.value()).update();
        var criteria = materials.of(call).terms().rule().criteria();
        for (int level = 1; level <= LEVELS; level++) {
            var marks = Json.object();
            for (var criterion : criteria) {
                marks.put(
                        criterion.id(),
                        new BigDecimal(criterion.max().toString())
                                .multiply(BigDecimal.valueOf(level))
                                .divide(BigDecimal.valueOf(LEVELS))
                                .stripTrailingZeros()
                                .toPlainString());
            }
            jdbc.sql("""
                    INSERT INTO score_submission (sheet_id, number, submitted_at, content, sha256)
                    SELECT id, 1, submitted_at, jsonb_build_object('marks', :marks::jsonb, 'remarks', '{}'::jsonb,
                      'comment', '地域の人が続けて関われる計画になっています。'), ''
                    FROM score_sheet WHERE call_id = :call AND abs(hashtext(proposal_id::text || reviewer_id)) % 5 = :level - 1""")
                    .param("marks", marks.toString())
                    .param("call", call.value())
                    .param("level", level)
                    .update();
        }
        for (var table : List.of("recommendation_line", "recommendation_present", "recommendation_deliberation")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        jdbc.sql("DELETE FROM recommendation").update();
        transaction.executeWithoutResult(status -> close.close(call));
        jdbc.sql("VACUUM ANALYZE").update();
    }

    private static void row(String what, Runnable work) {
        row(what, () -> {}, work);
    }

    private static void row(String what, Runnable before, Runnable work) {
        before.run();
        var first = time(work);
        var times = IntStream.range(0, RUNS)
                .mapToLong(run -> {
                    before.run();
                    return time(work);
                })
                .sorted()
                .toArray();
        System.out.printf("| %s | %.0f ms | %.0f ms |%n", what, first / 1e6, times[RUNS / 2] / 1e6);
    }

    private static long time(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }
}
