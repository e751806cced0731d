package app.tomoni.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.Chromium;
import app.tomoni.Look;
import app.tomoni.Statements;
import app.tomoni.TestClock;
import app.tomoni.ViewTest;
import app.tomoni.account.Departments;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.signin.Passwords;
import app.tomoni.call.CallId;
import app.tomoni.form.WorkingCopies;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseDates;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePeople;
import app.tomoni.process.Cases;
import app.tomoni.process.DepartmentsInCharge;
import app.tomoni.process.DrawnOpinion;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.Fixture;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.RecallProposal;
import app.tomoni.proposal.SubmitProposal;
import app.tomoni.proposal.WithdrawProposal;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.Crumbs;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A task of the department in charge that somebody has drawn into the way of a proposal, with nothing but a form. */
@Import(Fixture.class)
@TestPropertySource(properties = "tomoni.jobs.active=false")
class DepartmentOpinionTest extends ViewTest {

    private static final String PASSWORD = "minato-no-no-kokage-2026";

    @Autowired
    private Fixture fixture;

    @Autowired
    private Departments departments;

    @Autowired
    private DepartmentsInCharge inCharge;

    @Autowired
    private SubmitProposal submit;

    @Autowired
    private RecallProposal recall;

    @Autowired
    private WithdrawProposal withdraw;

    @Autowired
    private Declarations declarations;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseDates caseDates;

    @Autowired
    private CasePeople casePeople;

    @Autowired
    private CaseEvents events;

    @Autowired
    private OpenTasks tasks;

    @Autowired
    private Statuses statuses;

    @Autowired
    private WorkingCopies copies;

    @Autowired
    private Passwords passwords;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private PersonId representative;
    private PersonId staff;
    private PersonId reviewer;
    private OrganisationId group;
    private CallId call;
    private ProposalId proposal;
    private CaseKey key;
    private String parks;
    private UUID parksId;
    private PersonId clerkOfParks;
    private UUID roadsId;
    private PersonId clerkOfRoads;

    @DynamicPropertySource
    static void models(DynamicPropertyRegistry registry) {
        registry.add("tomoni.models", DrawnOpinion::models);
    }

    @BeforeEach
    void proposalHandedIn() {
        jdbc.sql("UPDATE department SET closed_at = now() WHERE closed_at IS NULL")
                .update();
        representative = fixture.person("石橋 晴");
        group = fixture.group("みなとの居場所づくりの会", representative);
        call = fixture.openCall();
        staff = fixture.secretary();
        reviewer = person("審査 藍", Office.REVIEWER, call.value());
        parks = "公園課" + Ids.next();
        parksId = departments.add(parks, "コウエンカ");
        clerkOfParks = person("公園 緑", Office.DEPARTMENT, parksId);
        roadsId = departments.add("道路課" + Ids.next(), "ドウロカ");
        clerkOfRoads = person("道路 直", Office.DEPARTMENT, roadsId);
        proposal = fixture.completeDraft(call, group, representative);
        fixture.attach(proposal, "confidentialAttachments", "役員名簿", 1, representative);
        submit.submit(proposal, representative, Instant.now());
        key = new CaseKey(proposal.value());
    }

    @AfterEach
    void backToday() {
        clock.reset();
    }

    private void accept() {
        var task = cases.taskFor(staff, key, FormalChecks.TASK).orElseThrow();
        cases.complete(task.id(), staff, FormalChecks.answers(CheckOutcome.ACCEPTED));
    }

    private List<OpenTask> waitingFor(PersonId person) {
        var question = new OpenTasks.Question(OpenTasks.View.ALL, "", call.value(), null, OpenTasks.Order.DUE, 0, 10);
        return tasks.page(person, question).tasks();
    }

    private String now(Audience audience) {
        return statuses.of(key, audience, null, Locale.JAPANESE).now();
    }

    private String namingPage() {
        return "cases/" + key + "/department";
    }

    private String taskPage() {
        return cases.tasksOf(key).getFirst().address();
    }

    @SuppressWarnings("unchecked")
    private void choose(UUID department) {
        var choice = (ComboBox<Departments.Department>) $(ComboBox.class).single();
        choice.setValue(departments.open().stream()
                .filter(each -> each.id().equals(department))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void fromTheHandingInThroughTheNamingOfTheDepartmentAndItsOpinionToTheScores() {
        accept();

        assertThat(cases.tasksOf(key)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(DrawnOpinion.TASK);
            assertThat(task.scope()).isNull();
        });
        assertThat(waitingFor(clerkOfParks)).isEmpty();
        assertThat(waitingFor(clerkOfRoads)).isEmpty();
        assertThat(waitingFor(staff)).singleElement().satisfies(asked -> {
            assertThat(asked.address()).isEqualTo(namingPage());
            assertThat(asked.title()).doesNotContain("-市-");
            assertThat(asked.number()).contains("-市-");
            assertThat(asked.dueAt())
                    .isEqualTo(cases.tasksOf(key).getFirst().dueAt())
                    .isNotNull();
        });
        assertThat(now(Audience.STAFF)).contains("事務局が、担当課を決めます").doesNotContain("意見を書きます");
        assertThat(now(Audience.APPLICANT)).isEqualTo("事務局が、この件を受け持つ担当課を決めています。");
        assertThat(now(Audience.EVERYONE)).isEqualTo(now(Audience.APPLICANT));

        signInAs(staff);
        open("proposals/" + proposal);
        assertThat(text()).contains("まだ決まっていません").contains("この案件の担当課を決める");
        open(namingPage());
        press("この案件の担当課を決める");
        assertThat($(ComboBox.class).single().getErrorMessage()).isEqualTo("担当課を選んでください。");
        choose(parksId);
        press("この案件の担当課を決める");
        assertThat(text()).contains("担当課を「" + parks + "」に決めました。").doesNotContain("役割の方がいません");

        assertThat(waitingFor(staff)).isEmpty();
        assertThat(waitingFor(clerkOfRoads)).isEmpty();
        assertThat(waitingFor(clerkOfParks)).extracting(OpenTask::kind).containsExactly(DrawnOpinion.TASK);
        assertThat(now(Audience.STAFF)).contains("担当課（" + parks + "）が", "意見を書きます");
        assertThat(now(Audience.APPLICANT)).contains("担当課（" + parks + "）が", "意見をまとめています");
        assertThat(now(Audience.EVERYONE)).isEqualTo("市の担当課が意見をまとめています。");
        assertThat(events.of(key))
                .filteredOn(event -> event.kind().equals("departmentNamed"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.person()).isEqualTo(staff);
                    assertThat(event.facts()).containsEntry("name", parks);
                });
        open("cases/" + key + "/events");
        assertThat(text()).contains("担当課を「" + parks + "」に決めました");

        signInAs(clerkOfParks);
        write("feasibility", "yes");
        write("opinion", "公園の電源を使えます。");
        write("extension", "内線5511");
        open(taskPage());
        press("終える");

        assertThat(text()).contains("「担当課の意見」を終えました。");
        assertThat(cases.taskFor(reviewer, key, "scoreProposal")).isPresent();
        signInAs(staff);
        open("cases/" + key + "/events");
        assertThat(text()).contains("「担当課の意見」を終えました", "実現できそうか", "公園の電源を使えます。", "内線5511");
        signInAs(person("決裁 太郎", Office.APPROVER));
        open("cases/" + key + "/events");
        assertThat(text()).contains("公園の電源を使えます。").doesNotContain("内線5511");
    }

    private void write(String field, String value) {
        var task = cases.tasksOf(key).getFirst().id();
        copies.save("task:" + task + ":" + clerkOfParks, field, value, WorkingCopies.NEW, clerkOfParks);
    }

    @Test
    void theDepartmentReadsTheProposalBesideItsFormAndNothingThatIsForTheSecretariat() {
        accept();
        inCharge.name(key, parksId, null, "", staff);
        signInAs(clerkOfParks);

        open(taskPage());

        assertThat(text())
                .contains("実現できそうか", "提案書", "規約1.pdf", "子どもが安心して過ごせる場所")
                .doesNotContain("役員名簿", "暴力団");
        assertThat($(Anchor.class).withText("規約1.pdf").exists()).isTrue();
    }

    @Test
    void whoIsOfAnotherDepartmentOrHasATieFindsNothing() {
        accept();
        inCharge.name(key, parksId, null, "", staff);
        var tied = person("公園 結", Office.DEPARTMENT, parksId);
        casePeople.bar(key, tied);
        signInAs(clerkOfRoads);
        var absent = open("tasks/giveOpinion/" + Ids.next()).getClass();

        assertThat(open(taskPage()).getClass()).isEqualTo(absent);
        assertThat(text()).doesNotContain("居場所");
        signInAs(tied);
        assertThat(open(taskPage()).getClass()).isEqualTo(absent);
        assertThat(text()).doesNotContain("居場所");
    }

    @Test
    void theDepartmentFindsTheProposalByItsGroupAsLongAsItsTaskWaits() {
        accept();
        var words = cases.tasksOf(key).getFirst().number();
        assertThat(found(clerkOfParks, words)).isEmpty();
        inCharge.name(key, parksId, null, "", staff);
        var tied = person("公園 結", Office.DEPARTMENT, parksId);
        casePeople.bar(key, tied);
        var member = person("公園 会", Office.DEPARTMENT, parksId);

        assertThat(found(clerkOfParks, words + " 居場所づくりの会")).containsExactly(taskPage());
        assertThat(found(member, words)).containsExactly(taskPage());
        assertThat(found(clerkOfRoads, words)).isEmpty();
        assertThat(found(tied, words)).isEmpty();
        fixture.member(group, member, Office.GROUP_VIEWER);
        assertThat(found(member, words)).containsExactly("proposals/" + proposal);

        withdraw.withdraw(proposal, "都合により", representative);
        assertThat(found(clerkOfParks, words)).isEmpty();
    }

    private List<String> found(PersonId person, String words) {
        signInAs(person);
        open("search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        return $(Anchor.class).all().stream()
                .filter(link -> link.getParent()
                        .filter(line -> line.getElement().getTag().equals("li"))
                        .isPresent())
                .map(Anchor::getHref)
                .toList();
    }

    @Test
    void whoBelongsToTheGroupReadsNothingInAnOfficeOfTheCity() {
        accept();
        inCharge.name(key, parksId, null, "", staff);
        var task = cases.tasksOf(key).getFirst();
        assertThat(dossiers.read(task, clerkOfParks)).isPresent();

        fixture.member(group, clerkOfParks, Office.GROUP_VIEWER);

        assertThat(dossiers.read(task, clerkOfParks)).isEmpty();
    }

    @Test
    void eachOfficeReadsWhatIsForIt() {
        accept();
        assertThat(read(Office.SECRETARIAT, staff)).contains("規約1.pdf", "役員名簿1.pdf");
        assertThat(read(Office.GROUP_REPRESENTATIVE, representative)).contains("規約1.pdf", "役員名簿1.pdf");
        for (var office : List.of(Office.DEPARTMENT, Office.DEPARTMENT_HEAD, Office.APPROVER, Office.FINANCE)) {
            assertThat(read(office, clerkOfParks)).contains("規約1.pdf").doesNotContain("役員名簿");
        }
        for (var office : List.of(Office.DESIGNER, Office.ADMINISTRATOR)) {
            assertThat(read(office, clerkOfParks)).isEmpty();
        }
        assertThat(read(Office.REVIEWER, reviewer)).as("before the declaration").isEmpty();
        assertThat(dossiers.awaitsDeclaration(task(Office.REVIEWER), reviewer)).isTrue();
        declarations.answer(reviewer, proposal, Tie.NONE, 0);
        declarations.confirm(reviewer, call);
        assertThat(read(Office.REVIEWER, reviewer)).contains("規約1.pdf").doesNotContain("役員名簿");
    }

    private String read(Office office, PersonId person) {
        return dossiers.read(task(office), person).map(Paper::toString).orElse("");
    }

    /** The task as if the drawing offered it to this office. */
    private OpenTask task(Office office) {
        var drawn = cases.tasksOf(key).getFirst();
        return new OpenTask(
                drawn.id(),
                drawn.kind(),
                key,
                drawn.title(),
                drawn.number(),
                office,
                drawn.scopes().of(office),
                null,
                drawn.dueAt(),
                drawn.createdAt(),
                drawn.scopes(),
                drawn.definition(),
                null);
    }

    private void giveOpinion() {
        accept();
        inCharge.name(key, parksId, null, "", staff);
        cases.complete(
                cases.tasksOf(key).getFirst().id(),
                clerkOfParks,
                Map.of("feasibility", "yes", "opinion", "公園の電源を使えます。", "memo", "係長に相談した", "extension", "内線5511"));
    }

    private void declare(Tie tie) {
        declarations.answer(reviewer, proposal, tie, 0);
        declarations.confirm(reviewer, call);
    }

    private String sheet() {
        return "reviews/" + call + "/" + proposal;
    }

    @Test
    void theGroupAndThePanelReadTheSameWordsOfTheDepartmentAndNothingElseOfIts() {
        giveOpinion();
        assertThat(dossiers.opinions(reviewer, proposal, Locale.JAPANESE))
                .as("before the declaration")
                .isEmpty();
        declare(Tie.NONE);

        signInAs(reviewer);
        for (var page : List.of(sheet(), "reviews/" + call + "/print")) {
            open(page);
            assertThat(text())
                    .contains("担当課の意見", "担当課（" + parks + "）", "実現できそうか", "できる", "公園の電源を使えます。", "提案団体も、同じ内容を読みます")
                    .doesNotContain("課の中の覚え", "係長に相談した", "内線");
        }
        signInAs(representative);
        open("proposals/" + proposal);
        assertThat(text())
                .contains("担当課の意見", "担当課（" + parks + "）", "実現できそうか", "できる", "公園の電源を使えます。", "審査委員も、同じ内容を読みます")
                .doesNotContain("課の中の覚え", "係長に相談した", "内線");
    }

    @Test
    void withoutAMarkInTheFormNobodyNewReadsIt() {
        giveOpinion();
        declare(Tie.NONE);
        jdbc.sql("UPDATE case_answer SET answers = '{\"memo\": \"係長に相談した\"}' WHERE case_key = ?")
                .param(key.value())
                .update();

        signInAs(reviewer);
        open(sheet());
        assertThat(text()).doesNotContain("係長に相談した");
        signInAs(representative);
        open("proposals/" + proposal);
        assertThat(text()).doesNotContain("係長に相談した");
    }

    /** Two worlds that differ only in what a department answered look the same to whoever may not read it. */
    @Test
    void whatMayNotBeReadChangesNoPage() {
        giveOpinion();
        var undeclared = reviewer;
        var outsider = fixture.person("外山 遠");
        fixture.group("べつの会", outsider);
        var unprivileged = List.of(
                undeclared,
                clerkOfRoads,
                outsider,
                person("設計 図", Office.DESIGNER),
                person("委員 他", Office.REVIEWER, Ids.next()));
        var before = unprivileged.stream().map(this::pagesOf).toList();

        rewrite("opinion", "公園は使えません。");
        rewrite("feasibility", "hard");
        assertThat(unprivileged.stream().map(this::pagesOf).toList()).isEqualTo(before);

        declare(Tie.TIE);
        var tied = pagesOf(reviewer);
        rewrite("opinion", "やはり使えます。");
        assertThat(pagesOf(reviewer)).isEqualTo(tied).noneMatch(page -> page.contains("使えます"));

        var ofGroup = pagesOf(representative);
        assertThat(ofGroup).anyMatch(page -> page.contains("やはり使えます。"));
        rewrite("memo", "部長にも相談した");
        rewrite("extension", "内線5599");
        assertThat(pagesOf(representative)).isEqualTo(ofGroup);
    }

    private void rewrite(String question, String answer) {
        jdbc.sql("UPDATE case_answer SET answers = jsonb_set(answers, ARRAY[?], to_jsonb(?)) WHERE case_key = ?")
                .param(question)
                .param(answer)
                .param(key.value())
                .update();
    }

    private List<String> pagesOf(PersonId person) {
        signInAs(person);
        return List.of(
                        sheet(),
                        "reviews/" + call + "/print",
                        "reviews",
                        "proposals/" + proposal,
                        "proposals/" + proposal + "/content",
                        "proposals/" + proposal + "/history",
                        "cases/" + key + "/events",
                        namingPage(),
                        "inbox")
                .stream()
                .map(page -> {
                    open(page);
                    return text();
                })
                .toList();
    }

    @Test
    void whatWasSaidOfPapersThatWereHandedInAnewIsShownNoMore() {
        giveOpinion();
        declare(Tie.NONE);
        assertThat(dossiers.opinions(reviewer, proposal, Locale.JAPANESE)).hasSize(1);

        recall.recall(proposal, representative, Instant.now());
        signInAs(representative);
        open("proposals/" + proposal);
        assertThat(text()).as("while the group writes").contains("公園の電源を使えます。");
        assertThat(dossiers.opinions(reviewer, proposal, Locale.JAPANESE)).isEmpty();
        submit.submit(proposal, representative, Instant.now());
        accept();

        open("proposals/" + proposal);
        assertThat(text()).doesNotContain("公園の電源を使えます。");
        assertThat(dossiers.opinions(reviewer, proposal, Locale.JAPANESE)).isEmpty();
    }

    @Test
    void theDateOfADepartmentCountsFromItsNamingAndIsTheSameEverywhere() {
        accept();
        var atArrival = cases.tasksOf(key).getFirst().dueAt();
        clock.advance(Duration.ofDays(28));

        inCharge.name(key, parksId, null, "", staff);

        var due = cases.tasksOf(key).getFirst().dueAt();
        assertThat(due).isAfter(atArrival.plus(Duration.ofDays(25)));
        assertThat(waitingFor(clerkOfParks).getFirst().dueAt()).isEqualTo(due);
        for (var audience : List.of(Audience.STAFF, Audience.APPLICANT)) {
            assertThat(statuses.of(key, audience, null, Locale.JAPANESE).due()).isEqualTo(due);
            assertThat(now(audience))
                    .contains(JapaneseDates.brief(due, Locale.JAPANESE))
                    .doesNotContain("過ぎ");
        }
        clock.advance(Duration.ofDays(2));
        caseDates.changed(call.value());
        assertThat(cases.tasksOf(key).getFirst().dueAt()).isEqualTo(due);
        assertThat(statuses.of(key, Audience.STAFF, null, Locale.JAPANESE).due())
                .isEqualTo(due);
    }

    @Test
    void theTimersOfADepartmentsTaskAreCountedFromTheNamingAsWell() {
        accept();
        var timers = """
                 FROM camunda.act_ru_execution e WHERE e.id_ = process_instance_id_ AND e.business_key_ = ? AND type_ = 'timer'""";
        jdbc.sql("UPDATE camunda.act_ru_job SET duedate_ = '2020-01-01' " + timers)
                .param(key.toString())
                .update();

        inCharge.name(key, parksId, null, "", staff);

        assertThat(jdbc.sql("UPDATE camunda.act_ru_job SET retries_ = retries_ " + timers + " RETURNING duedate_")
                        .param(key.toString())
                        .query(Timestamp.class)
                        .list())
                .extracting(Timestamp::toInstant)
                .containsExactly(cases.tasksOf(key).getFirst().dueAt());
    }

    @Test
    void aDepartmentThatWasNamedBeforeItsTaskHasItsDaysFromTheTaskOn() {
        inCharge.name(key, parksId, null, "", staff);
        clock.advance(Duration.ofDays(14));
        accept();
        var due = cases.tasksOf(key).getFirst().dueAt();

        caseDates.changed(call.value());

        assertThat(cases.tasksOf(key).getFirst().dueAt()).isEqualTo(due);
    }

    @Test
    void theRoadNamesTheStepThatSomebodyHasDrawn() {
        accept();
        inCharge.name(key, parksId, null, "", staff);
        for (var person : List.of(representative, staff)) {
            signInAs(person);
            open("proposals/" + proposal);
            assertThat(current()).startsWith("いま担当課の意見").contains("市", "まで").doesNotContain("審査");
        }

        cases.complete(
                cases.tasksOf(key).getFirst().id(),
                clerkOfParks,
                Map.of("feasibility", "yes", "opinion", "公園の電源を使えます。"));

        open("proposals/" + proposal);
        assertThat(current()).startsWith("いま審査");
    }

    private String current() {
        return $(ListItem.class).all().stream()
                .filter(item -> "step".equals(item.getElement().getAttribute("aria-current")))
                .map(item -> item.getElement().getTextRecursively().replaceAll("\\s", ""))
                .collect(Collectors.joining("/"));
    }

    @Test
    void thePagesOfADepartmentSayWhereTheyAre() {
        accept();
        signInAs(staff);
        open(namingPage());
        assertThat(crumbs()).startsWith("募集/").endsWith("/担当課を決める").contains("-市-");
        inCharge.name(key, parksId, null, "", staff);

        signInAs(clerkOfParks);
        open(taskPage());

        assertThat(crumbs()).isEqualTo("受信箱/担当課の意見");
        fixture.member(group, clerkOfParks, Office.GROUP_VIEWER);
        open(taskPage());
        assertThat(crumbs()).isEqualTo("受信箱/担当課の意見");
    }

    private String crumbs() {
        return $(Crumbs.class)
                .single()
                .getElement()
                .getChild(0)
                .getChildren()
                .map(step -> step.getTextRecursively().strip())
                .collect(Collectors.joining("/"));
    }

    @Test
    void theSecretariatIsAskedOnceTheLastPersonOfADepartmentHasLeftItsOpenTask() {
        accept();
        inCharge.name(key, parksId, null, "", staff);
        inCharge.look();
        assertThat(waitingFor(staff)).isEmpty();

        offices.end(clerkOfParks, Office.DEPARTMENT, parksId);
        departments.close(parksId);
        inCharge.look();

        assertThat(waitingFor(staff)).extracting(OpenTask::address).containsExactly(namingPage());
        assertThat(now(Audience.STAFF)).contains("事務局が、担当課を決めます");
        signInAs(staff);
        open("proposals/" + proposal);
        assertThat(text()).contains("廃止された課", "この案件の担当課を変えてください");
        inCharge.look();
        assertThat(waitingFor(staff)).hasSize(1);
        jdbc.sql("UPDATE office_holding SET valid_to = NULL WHERE person_id = ?")
                .param(clerkOfParks.value())
                .update();
        inCharge.look();
        assertThat(waitingFor(staff)).isEmpty();
        assertThat(waitingFor(clerkOfParks)).hasSize(1);
    }

    @Test
    void whoBelongsToTheGroupDoesNotCheckItsProposalAndReadsWhoCan() {
        fixture.member(group, staff, Office.GROUP_VIEWER);
        var task = cases.tasksOf(key).getFirst();
        var answers = FormalChecks.answers(CheckOutcome.ACCEPTED);
        jdbc.sql("UPDATE office_holding SET valid_to = '2020-02-02' WHERE office = 'SECRETARIAT' AND person_id <> ?")
                .param(staff.value())
                .update();
        signInAs(staff);

        open(task.address());
        assertThat(text())
                .contains("参加している団体の提案です", "いまは事務局にほかの方がいません", "代理に立ててください")
                .doesNotContain("受け付け", "補足をお願い");
        assertThatThrownBy(() -> cases.complete(task.id(), staff, answers))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("review.check.own.nobody");

        var other = person("事務 別", Office.SECRETARIAT);
        open("inbox");
        open(task.address());
        assertThat(text()).contains("事務局では、事務 別さんができます。");
        assertThatThrownBy(() -> cases.complete(task.id(), staff, FormalChecks.answers(CheckOutcome.NOT_SUBJECT)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("review.check.own");
        cases.complete(task.id(), other, answers);
        assertThat(cases.tasksOf(key)).extracting(OpenTask::kind).containsExactly(DrawnOpinion.TASK);
    }

    @Test
    void whatIsNamedBeforeTheTaskGoesStraightToTheDepartment() {
        signInAs(staff);
        open("proposals/" + proposal);
        assertThat(text()).contains("担当課の作業が始まるまでに、事務局が決めます");
        inCharge.name(key, parksId, null, "", staff);
        open("proposals/" + proposal);
        assertThat(text()).contains(parks, "この案件の担当課を変える");

        accept();

        assertThat(waitingFor(staff)).isEmpty();
        assertThat(waitingFor(clerkOfParks)).hasSize(1);
    }

    @Test
    void anotherDepartmentIsNamedWithAReasonWhileTheTaskIsOpen() {
        accept();
        inCharge.name(key, parksId, null, "", staff);
        inCharge.name(key, parksId, null, "", staff); // the second click
        signInAs(staff);
        open(namingPage());
        choose(roadsId);
        press("この案件の担当課を変える");
        assertThat($(TextArea.class).single().getErrorMessage()).isEqualTo("変える理由を書いてください。");
        assertThat(waitingFor(clerkOfParks)).hasSize(1);

        $(TextArea.class).single().setValue("道路の占用が主なため");
        press("この案件の担当課を変える");

        assertThat(text()).contains("に変えました。").doesNotContain("に決めました。");
        assertThat(waitingFor(clerkOfParks)).isEmpty();
        assertThat(waitingFor(clerkOfRoads)).hasSize(1);
        assertThat(events.of(key))
                .filteredOn(event -> event.kind().startsWith("department"))
                .hasSize(2)
                .last()
                .satisfies(event ->
                        assertThat(event.facts()).containsEntry("before", parks).containsEntry("reason", "道路の占用が主なため"));
        open("cases/" + key + "/events");
        assertThat(text()).contains("担当課を「" + parks + "」から「", "理由：道路の占用が主なため");
        assertThatThrownBy(() -> cases.complete(cases.tasksOf(key).getFirst().id(), clerkOfParks, Map.of()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoNamesOneAfterSomebodyElseIsToldWhoIsInChargeByNow() {
        accept();
        inCharge.name(key, parksId, null, "", staff);

        assertThatThrownBy(() -> inCharge.name(key, roadsId, null, "早い者勝ち", staff))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("process.department.meanwhile");
        assertThat(waitingFor(clerkOfParks)).hasSize(1);
    }

    @Test
    void nobodyButTheSecretariatNamesTheDepartment() {
        accept();

        assertThatThrownBy(() -> inCharge.name(key, parksId, null, "", clerkOfParks))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("process.department.absent");
        signInAs(clerkOfParks);
        open(namingPage());
        assertThat(text()).doesNotContain("居場所", "担当課を決める");
    }

    @Test
    void theNamingIsDueWithTheTaskThatWaitsForIt() {
        accept();
        var later = Instant.parse("2031-03-03T08:00:00Z");

        caseDates.set(key, "formalCheck", later);
        caseDates.changed(call.value());

        assertThat(cases.tasksOf(key).getFirst().dueAt()).isEqualTo(later);
        assertThat(waitingFor(staff).getFirst().dueAt()).isEqualTo(later);
    }

    @Test
    void whatIsWithdrawnWaitsForNoDepartmentAnyMore() {
        accept();
        assertThat(waitingFor(staff)).hasSize(1);

        withdraw.withdraw(proposal, "", representative);

        assertThat(waitingFor(staff)).isEmpty();
        assertThatThrownBy(() -> inCharge.name(key, parksId, null, "", staff))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("process.department.over");
    }

    @Test
    void whatIsHandedInAnewKeepsItsDepartment() {
        inCharge.name(key, parksId, null, "", staff);
        recall.recall(proposal, representative, Instant.now());
        submit.submit(proposal, representative, Instant.now());

        accept();

        assertThat(waitingFor(clerkOfParks)).hasSize(1);
    }

    @Test
    void aCityWithoutDepartmentsReadsWhatToDo() {
        departments.close(parksId);
        departments.close(roadsId);
        accept();
        signInAs(staff);

        open(namingPage());

        assertThat(text()).contains("選べる課がまだ登録されていません。管理者に").doesNotContain("この案件の担当課を決める");
        assertThatThrownBy(() -> inCharge.name(key, parksId, null, "", staff))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("process.department.closed");
    }

    @Test
    void aDepartmentInWhichNobodyHoldsTheOfficeIsNamedWithAWarning() {
        var empty = departments.add("空の課" + Ids.next(), "カラノカ");
        accept();
        signInAs(staff);
        open(namingPage());
        choose(empty);
        press("この案件の担当課を決める");

        assertThat(text()).contains("役割の方がいません。管理者に");
        open("proposals/" + proposal);
        assertThat(text()).contains("役割の方がいません。管理者に");
        person("空 澄", Office.DEPARTMENT, empty);
        open(namingPage());
        open("proposals/" + proposal);
        assertThat(text()).doesNotContain("役割の方がいません");
    }

    @Test
    void anEmptyDepartmentThatWasNamedBeforeTheTaskIsAskedAboutOnceTheTaskIsThere() {
        var empty = departments.add("空の課" + Ids.next(), "カラノカ");
        signInAs(staff);
        open(namingPage());
        assertThat(text()).contains("担当課の作業が始まると").doesNotContain("すぐに入ります");
        choose(empty);
        press("この案件の担当課を決める");
        assertThat(text()).contains("に決めました。", "役割の方がいません。管理者に");

        accept();

        assertThat(waitingFor(staff)).extracting(OpenTask::address).containsExactly(namingPage());
        assertThat(now(Audience.STAFF)).contains("事務局が、担当課を決めます");
        var clerk = person("空 澄", Office.DEPARTMENT, empty);
        assertThat(waitingFor(staff)).isEmpty();
        assertThat(waitingFor(clerk)).hasSize(1);
    }

    @Test
    void aDepartmentThatEverybodyHasLeftBeforeTheTaskIsAskedAboutUntilAnotherIsNamed() {
        inCharge.name(key, parksId, null, "", staff);
        offices.end(clerkOfParks, Office.DEPARTMENT, parksId);
        accept();
        assertThat(waitingFor(staff)).hasSize(1);

        inCharge.name(key, roadsId, parksId, "公園課の方が異動したため", staff);

        assertThat(waitingFor(staff)).isEmpty();
        assertThat(waitingFor(clerkOfRoads)).hasSize(1);
    }

    @Test
    void aClosedDepartmentWithoutAnybodyIsToBeChanged() {
        inCharge.name(key, parksId, null, "", staff);
        offices.end(clerkOfParks, Office.DEPARTMENT, parksId);
        departments.close(parksId);
        signInAs(staff);

        for (var page : List.of("proposals/" + proposal, namingPage())) {
            open(page);
            assertThat(text())
                    .contains("廃止された課", "この案件の担当課を変えてください", "この案件の担当課を変える")
                    .doesNotContain("管理者に");
        }
    }

    @Test
    void aMemberOfThePanelDeclaresBeforeTheyDoATaskOfTheirDepartment() {
        accept();
        inCharge.name(key, parksId, null, "", staff);
        offices.appoint(reviewer, Office.DEPARTMENT, parksId, LocalDate.of(2020, 1, 1), null);
        var task = cases.tasksOf(key).getFirst().id();
        var answers = Map.<String, Object>of("feasibility", "yes", "opinion", "公園の電源を使えます。");
        signInAs(reviewer);

        open(taskPage());

        assertThat(text()).contains("関係の有無を申告していただいたあとに", "関係の有無を申告する").doesNotContain("実現できそうか", "終える");
        assertThatThrownBy(() -> cases.complete(task, reviewer, answers))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("review.beside.declare");
        declarations.answer(reviewer, proposal, Tie.NONE, 0);
        declarations.confirm(reviewer, call);
        open(taskPage());
        assertThat(text()).contains("実現できそうか", "規約1.pdf");
        cases.complete(task, reviewer, answers);
        assertThat(cases.tasksOf(key)).extracting(OpenTask::kind).doesNotContain(DrawnOpinion.TASK);
    }

    @Test
    void whoBelongsToTheGroupGivesNoOpinionOnItsProposal() {
        accept();
        inCharge.name(key, parksId, null, "", staff);
        fixture.member(group, clerkOfParks, Office.GROUP_VIEWER);
        var task = cases.tasksOf(key).getFirst().id();
        signInAs(clerkOfParks);

        open(taskPage());

        assertThat(text()).contains("提案団体と関係のある方には").doesNotContain("実現できそうか", "終える", "関係の有無を申告する", "規約1.pdf");
        assertThatThrownBy(() -> cases.complete(task, clerkOfParks, Map.of("feasibility", "yes", "opinion", "よい提案です。")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("review.beside.tied");
        assertThat(cases.tasksOf(key)).extracting(OpenTask::kind).containsExactly(DrawnOpinion.TASK);
    }

    @Test
    void theOverviewSaysWhetherTheTaskWaitsAndWhetherTheCaseEndedWithoutADepartment() {
        signInAs(staff);
        accept();
        open("proposals/" + proposal);
        assertThat(text()).contains("事務局が決めるとすぐに担当課の方の受信箱に入ります").doesNotContain("始まるまでに");

        withdraw.withdraw(proposal, "", representative);

        open("proposals/" + proposal);
        assertThat(text()).contains("担当課が決まらないまま、この提案の取扱いが終わりました").doesNotContain("事務局が決め");
    }

    @Test
    void whoeverChangesADepartmentBeforeItsTaskReadsThatNothingIsOpen() {
        inCharge.name(key, parksId, null, "", staff);
        signInAs(staff);
        open(namingPage());
        assertThat(text()).contains("担当課の作業は、いまは開いていません").doesNotContain("開いている作業は");

        accept();
        open(namingPage());
        assertThat(text()).contains("開いている作業は").doesNotContain("いまは開いていません");
    }

    @Test
    void theNamesOfManyDepartmentsAreLookedUpOnceAndOnlyWhereTheyAreSaid() {
        accept();
        inCharge.name(key, parksId, null, "", staff);
        var first = key;
        var writer = fixture.person("道野 拓");
        var other = fixture.completeDraft(call, fixture.group("道をひらく会", writer), writer);
        submit.submit(other, writer, Instant.now());
        key = new CaseKey(other.value());
        accept();
        inCharge.name(key, roadsId, null, "", staff);
        var both = List.of(first, key);

        assertThat(Statements.of(() -> statuses.of(both, Audience.STAFF, null, Locale.JAPANESE)))
                .filteredOn(sql -> sql.contains("FROM department"))
                .hasSize(1);
        assertThat(Statements.of(() -> statuses.of(both, Audience.EVERYONE, null, Locale.JAPANESE)))
                .noneMatch(sql -> sql.contains("FROM department"));
        assertThat(now(Audience.STAFF)).contains("担当課（道路課");
    }

    @Test
    void theRecordLeadsTheSecretariatToTheNamingWhileTheCaseRuns() {
        var way = "この案件の担当課を決める";
        signInAs(staff);
        open("cases/" + key + "/events");
        assertThat($(Anchor.class).withText(way).single().getHref()).isEqualTo(namingPage());

        signInAs(person("監査 見", Office.AUDITOR));
        open("cases/" + key + "/events");
        assertThat(text()).doesNotContain(way);
        withdraw.withdraw(proposal, "", representative);
        signInAs(staff);
        open("cases/" + key + "/events");
        assertThat(text()).doesNotContain(way);
    }

    @Test
    void theNamingIsDueWithTheEarliestOfTheTasksThatWaitForIt() {
        accept();
        var first = cases.tasksOf(key).getFirst();
        var due = first.dueAt();
        var second = Ids.next();
        jdbc.sql("""
                        INSERT INTO open_task (id, kind, case_key, definition, offered_to, office, title, title_sort, search,
                          due_at, due_sort, created_at, call_id)
                        SELECT :id, kind, case_key, definition, offered_to, office, title, title_sort, search,
                          due_at - interval '1 day', due_sort - interval '1 day', created_at, call_id
                        FROM open_task WHERE id = :first""")
                .param("id", second)
                .param("first", UUID.fromString(first.id().toString()))
                .update();
        caseDates.changed(call.value());
        assertThat(waitingFor(staff).getFirst().dueAt()).isEqualTo(due.minus(Duration.ofDays(1)));
        jdbc.sql(
                        "UPDATE open_task SET due_at = due_at + interval '5 days', due_sort = due_sort + interval '5 days' WHERE id = ?")
                .param(second)
                .update();
        caseDates.changed(call.value());
        assertThat(waitingFor(staff).getFirst().dueAt()).isEqualTo(due);

        cases.completeFor(first.id(), staff, Map.of("feasibility", "yes", "opinion", "電話で伺いました。"));

        assertThat(waitingFor(staff).getFirst().dueAt()).isEqualTo(due.plus(Duration.ofDays(4)));
    }

    @Test
    void whoIsOutOfTheCaseDoesNotNameItsDepartment() {
        var out = fixture.secretary();
        var later = fixture.secretary();
        casePeople.bar(key, out);
        accept();
        assertThat(waitingFor(out)).isEmpty();
        assertThat(waitingFor(later)).hasSize(1);
        casePeople.bar(key, later);
        assertThat(waitingFor(later)).isEmpty();
        assertThat(waitingFor(staff)).hasSize(1);

        assertThatThrownBy(() -> inCharge.name(key, parksId, null, "", out))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("process.department.absent");
        signInAs(out);
        open(namingPage());
        assertThat(text()).doesNotContain("居場所", "担当課を決める");
    }

    @Test
    void thePagesLookWellOnAWideAndOnANarrowScreen() {
        accept();
        var findings = new ArrayList<String>();
        findings.addAll(look(staff, namingPage(), "department-naming", "担当課を決める"));
        findings.addAll(look(staff, "proposals/" + proposal, "department-overview", "担当課"));
        findings.addAll(look(staff, "inbox", "department-inbox", "担当課を決める"));
        inCharge.name(key, parksId, null, "", staff);
        findings.addAll(look(clerkOfParks, taskPage(), "department-task", "実現できそうか"));
        findings.addAll(look(staff, namingPage(), "department-changing", "変える理由"));
        var answers = Map.<String, Object>of("feasibility", "yes", "opinion", "公園の電源を使えます。".repeat(9));
        cases.complete(cases.tasksOf(key).getFirst().id(), clerkOfParks, answers);
        declare(Tie.NONE);
        findings.addAll(look(staff, "cases/" + key + "/events", "department-record", "担当課の意見"));
        findings.addAll(look(representative, "proposals/" + proposal, "department-opinion-group", "担当課の意見"));
        findings.addAll(look(reviewer, sheet(), "department-opinion-sheet", "担当課の意見"));
        assertThat(findings).isEmpty();
    }

    private List<String> look(PersonId person, String path, String name, String words) {
        if (people.mail(person).isEmpty()) {
            people.giveMail(person, "m" + Ids.next() + "@example.jp");
            passwords.change(person, PASSWORD);
        }
        try (var context = Chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(1280, 900))) {
            var page = context.newPage();
            page.navigate("http://localhost:" + port + "/" + path);
            Chromium.signIn(page, people.mail(person).orElseThrow(), PASSWORD);
            assertThat(page.locator("h1").first()).isVisible();
            assertThat(page.locator("#main")).containsText(words);
            if (name.equals("department-task")) {
                var way = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("書類を読む（この下にあります）"));
                assertThat(way).isHidden();
                page.setViewportSize(375, 900);
                assertThat(way).isVisible();
                assertThat(page.locator("#matter")).containsText("提案書");
            }
            if (name.equals("department-record")) {
                page.getByText("答えた内容").click();
                assertThat(page.getByText("公園の電源を使えます。").first()).isVisible();
            }
            return Look.wideAndNarrow(page, name);
        }
    }
}
