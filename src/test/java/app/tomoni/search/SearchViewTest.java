package app.tomoni.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Listeners;
import app.tomoni.Statements;
import app.tomoni.ViewTest;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.DraftCall;
import app.tomoni.call.Template;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.ProcessDriver;
import app.tomoni.proposal.Fixture;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.RecallProposal;
import app.tomoni.proposal.SubmitProposal;
import app.tomoni.review.CheckOutcome;
import app.tomoni.review.Declarations;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.Tie;
import app.tomoni.shared.Ids;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.ScreenKeys;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Who finds what by words, and that nobody else notices that it is there. */
@TestPropertySource(properties = {"tomoni.jobs.active=false", "tomoni.decision.poll=1d"})
@Import({Fixture.class, ProcessDriver.class, Listeners.class})
class SearchViewTest extends ViewTest {

    @Autowired
    private Fixture fixture;

    @Autowired
    private SubmitProposal submit;

    @Autowired
    private RecallProposal recall;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Declarations declarations;

    @Autowired
    private FormalChecks checks;

    @Autowired
    private Cases cases;

    @Autowired
    private ProcessDriver engine;

    @Autowired
    private Listeners listeners;

    @Autowired
    private DraftCall draftCall;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    /** A word that stands in nothing that another test has left. */
    private final String mark = Ids.next().toString().substring(24);

    private PersonId representative;
    private OrganisationId group;
    private CallId call;

    @BeforeEach
    void aGroup() {
        representative = fixture.person("石橋 晴");
        group = fixture.group("こかげの会" + mark, representative);
        call = fixture.openCall();
    }

    private ProposalId draft(String title) {
        var id = fixture.completeDraft(call, group, representative);
        fixture.write(id, "projectTitle", title, representative);
        return id;
    }

    private ProposalId submitted(String title) {
        var id = draft(title);
        submit.submit(id, representative, Instant.now());
        return id;
    }

    private void look(PersonId person, String words) {
        signInAs(person);
        lookOn(words);
    }

    private void lookOn(String words) {
        open("search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    /** The addresses of what the person finds. */
    private List<String> found(PersonId person, String words) {
        look(person, words);
        return addresses();
    }

    private List<String> addresses() {
        return $(ListItem.class).all().stream()
                .flatMap(Component::getChildren)
                .filter(Anchor.class::isInstance)
                .map(link -> ((Anchor) link).getHref())
                .toList();
    }

    private String said() {
        return $(Paragraph.class).withAttribute("role", "status").single().getText();
    }

    /** The page tells the person about these words what it tells about words that stand nowhere. */
    private void assertNothing(PersonId person, String words) {
        look(person, words);
        var known = text().replace(words, "＊");
        var absent = "無" + Ids.next().toString().substring(24);
        look(person, absent);
        assertThat(known).isEqualTo(text().replace(absent, "＊"));
        assertThat(addresses()).isEmpty();
        assertThat(said()).isEqualTo("見つかりませんでした。");
    }

    private PersonId viewer() {
        var viewer = fixture.person("閲覧 一");
        fixture.member(group, viewer, Office.GROUP_VIEWER);
        return viewer;
    }

    /** Whoever works with no proposal of this call, and an administrator, who would have to give a reason first. */
    private List<PersonId> others() {
        var other = fixture.person("よその 代表");
        fixture.group("よその会", other);
        return List.of(
                other,
                fixture.person("だれか"),
                person("担当 一", Office.DEPARTMENT, Ids.next()),
                person("決裁 一", Office.APPROVER),
                person("財政 一", Office.FINANCE),
                person("設計 一", Office.DESIGNER),
                person("管理 一", Office.ADMINISTRATOR),
                person("審査 外", Office.REVIEWER, Ids.next()),
                person("委員長 外", Office.CHAIR, Ids.next()));
    }

    @Test
    void aDraftIsFoundByItsGroupAndByNobodyElse() {
        var title = "川辺の図書室" + mark;
        var id = draft(title);

        assertThat(found(representative, title)).containsExactly("proposals/" + id);
        assertThat(found(viewer(), title)).containsExactly("proposals/" + id);
        others().forEach(other -> assertNothing(other, title));
        assertNothing(fixture.secretary(), title);
        assertNothing(person("監査 一", Office.AUDITOR), title);
        assertNothing(person("審査 藍", Office.REVIEWER, call.value()), title);
    }

    @Test
    void aDraftWithoutANameIsFoundByItsGroup() {
        var id = fixture.draft(call, group, representative);

        assertThat(found(representative, mark)).contains("proposals/" + id);
        assertThat(text()).contains("事業名はまだ書かれていません");
    }

    @Test
    void whatWasHandedInIsFoundByTheCityUntilItsGroupTakesItBack() {
        var title = "川辺の図書室" + mark;
        var id = submitted(title);
        var secretary = fixture.secretary();
        var auditor = person("監査 一", Office.AUDITOR);

        assertThat(found(secretary, title)).containsExactly("proposals/" + id);
        assertThat(text()).contains(title, "こかげの会" + mark, "提案（1件）").doesNotContain("受付", "審査中", "採択");
        assertThat(said()).isEqualTo("1件見つかりました。");
        assertThat(found(auditor, title)).containsExactly("proposals/" + id);
        var number = jdbc.sql("SELECT receipt_number FROM proposal WHERE id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        assertThat(found(secretary, number)).containsExactly("proposals/" + id);
        assertThat(found(representative, number)).containsExactly("proposals/" + id);
        others().forEach(other -> assertNothing(other, title));
        others().forEach(other -> assertNothing(other, number));

        recall.recall(id, representative, Instant.now());

        assertNothing(secretary, title);
        assertNothing(auditor, number);
        assertThat(found(representative, number)).containsExactly("proposals/" + id);
    }

    @Test
    void whoIsRemovedFromTheGroupFindsNothingFromThenOn() {
        var id = submitted("川辺の図書室" + mark);
        var viewer = viewer();
        assertThat(found(viewer, mark)).contains("proposals/" + id, "organisation/" + group);

        memberships.remove(group, viewer, representative);

        assertNothing(viewer, mark);
    }

    @Test
    void aReviewerFindsWhatTheirListShowsAndNothingOnceATieClosesIt() {
        var title = "川辺の図書室" + mark;
        var id = submitted(title);
        var ai = person("審査 藍", Office.REVIEWER, call.value());
        var bo = person("審査 帆", Office.REVIEWER, call.value());
        var late = person("審査 知恵", Office.REVIEWER, call.value());
        var list = "reviews/" + call + "/declarations";
        assertThat(found(ai, title)).containsExactly(list);

        var task = cases.taskFor(fixture.secretary(), new CaseKey(id.value()), FormalChecks.TASK)
                .orElseThrow();
        checks.of(task);
        cases.complete(task.id(), fixture.secretary(), FormalChecks.answers(CheckOutcome.ACCEPTED));
        engine.fireJobs();
        listeners.haveHeard();
        engine.fireJobs();
        declare(ai, id, Tie.NONE);
        declare(bo, id, Tie.TIE);
        declare(late, id, Tie.UNSURE);

        assertThat(found(ai, title)).containsExactly("reviews/" + call + "/" + id);
        assertThat(found(late, title)).containsExactly(list);
        assertNothing(bo, title);
        assertNothing(bo, mark);
        declarations.declareLate(ai, id);
        assertNothing(ai, title);
    }

    private void declare(PersonId reviewer, ProposalId id, Tie tie) {
        declarations.answer(reviewer, id, tie, 0);
        declarations.confirm(reviewer, call);
    }

    @Test
    void whoActsForTheGroupAndReviewsFindsItAsTheGroupDoesOnce() {
        var id = submitted("川辺の図書室" + mark);
        var both = person("審査 藍", Office.REVIEWER, call.value());
        assertThat(found(both, mark)).containsExactly("reviews/" + call + "/declarations");

        fixture.member(group, both, Office.GROUP_EDITOR);

        assertThat(found(both, mark)).containsExactly("proposals/" + id, "organisation/" + group);
    }

    @Test
    void theCityFindsEveryGroupAndAGroupItself() {
        var own = "organisation/" + group;
        var staff = "organisations/" + group;

        assertThat(found(fixture.secretary(), mark)).containsExactly(staff);
        assertThat(found(person("監査 一", Office.AUDITOR), "コカゲ " + mark)).containsExactly(staff);
        assertThat(found(representative, mark)).containsExactly(own);
        others().forEach(other -> assertNothing(other, mark));
    }

    @Test
    void onlyAnAdministratorFindsPeople() {
        var wanted = people.add("港野 " + mark, "みなとの", mark + "@example.jp");

        assertThat(found(person("管理 一", Office.ADMINISTRATOR), "港野" + mark)).containsExactly("people/" + wanted);
        assertThat(found(person("管理 一", Office.ADMINISTRATOR), "ミナトノ " + mark + "@"))
                .containsExactly("people/" + wanted);
        assertNothing(fixture.secretary(), "港野" + mark);
        assertNothing(representative, "港野" + mark);
    }

    @Test
    void aCallIsFoundByStaffAndOnceItIsApprovedByEverybody() {
        var secretary = fixture.secretary();
        var drafted = draftCall.from(Template.LEVELS, "ひな形", secretary);
        jdbc.sql("UPDATE call_for_proposals SET title = ? WHERE id = ?")
                .param("下書きの募集" + mark)
                .param(drafted.value())
                .update();

        assertThat(found(secretary, "下書きの募集" + mark)).containsExactly("calls/" + drafted);
        assertThat(found(person("担当 一", Office.DEPARTMENT, Ids.next()), "下書きの募集" + mark))
                .containsExactly("calls/" + drafted);
        assertNothing(representative, "下書きの募集" + mark);
        assertNothing(fixture.person("だれか"), "下書きの募集" + mark);
        assertNothing(person("管理 一", Office.ADMINISTRATOR), "下書きの募集" + mark);

        var title = jdbc.sql("SELECT title FROM call_for_proposals WHERE id = ?")
                .param(call.value())
                .query(String.class)
                .single();
        assertThat(found(fixture.person("だれか"), title)).contains("open-calls/" + call);
    }

    @Test
    void everyWordHasToStandThereInWhateverWidthCaseAndKana() {
        var id = submitted("100%_こども\\'ｶﾌｪ\"𠮷" + mark);
        var secretary = fixture.secretary();
        signInAs(secretary);

        for (var words : List.of(
                mark + " コドモ かふぇ",
                "カフェ　こども " + mark,
                mark.toUpperCase(Locale.ROOT) + " 𠮷",
                "100% " + mark,
                "%_ " + mark,
                "\\'" + " " + mark,
                "\" " + mark,
                "こかげの会" + mark + " 100")) {
            lookOn(words);
            assertThat(addresses()).as(words).containsExactly("proposals/" + id);
        }
        for (var words : List.of("％％", "__", "\\\\", "''", "川", "_こ%も")) {
            lookOn(words + " " + mark);
            assertThat(addresses()).as(words).isEmpty();
            assertThat($(TextField.class).single().getValue()).isEqualTo(words + " " + mark);
        }
    }

    @Test
    void withoutAWordThePageSaysWhatCanBeLookedForAndBeginsInTheField() {
        signInAs(fixture.secretary());
        open("search");
        assertThat(said()).isEqualTo("提案、募集、団体を、番号や名前の言葉で探せます。");
        assertThat(addresses()).isEmpty();
        assertThat($(TextField.class).single().getElement().hasAttribute("data-first"))
                .isTrue();
        lookOn(" 　");
        assertThat(said()).contains("探せます");
        lookOn("森");
        assertThat($(TextField.class).single().getElement().hasAttribute("data-first"))
                .isFalse();

        signInAs(person("管理 一", Office.ADMINISTRATOR));
        open("search");
        assertThat(said()).isEqualTo("募集、人を、番号や名前の言葉で探せます。");
        signInAs(representative);
        open("search");
        assertThat(said()).isEqualTo("提案、募集、団体を、番号や名前の言葉で探せます。");
    }

    @Test
    void whatIsTooLongIsRefusedAtTheFieldAndStaysThere() {
        signInAs(fixture.secretary());
        var long101 = "𠮷".repeat(101);
        open("search");
        var field = $(TextField.class).single();
        test(field).setValue(long101);
        press("探す");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("100字以内", "いま101字");
        assertThat(field.getValue()).isEqualTo(long101);

        lookOn(long101);
        field = $(TextField.class).single();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getValue()).isEqualTo(long101);
        assertThat($(EmptyState.class).exists()).isFalse();

        lookOn("𠮷".repeat(100));
        assertThat($(TextField.class).single().isInvalid()).isFalse();
        assertThat(said()).isEqualTo("見つかりませんでした。");
    }

    @Test
    void aSearchStandsInTheAddress() {
        var id = submitted("川辺の図書室" + mark);
        signInAs(fixture.secretary());
        open("search");
        test($(TextField.class).single()).setValue("図書室 " + mark);

        press("探す");

        assertThat(addresses()).containsExactly("proposals/" + id);
        assertThat(UI.getCurrent()
                        .getInternals()
                        .getActiveViewLocation()
                        .getQueryParameters()
                        .getSingleParameter("q"))
                .contains("図書室 " + mark);
        assertThat($(TextField.class).single().getElement().hasAttribute("data-first"))
                .as("whoever looks again goes on in the field")
                .isTrue();
        test($(TextField.class).single()).setValue("");
        press("探す");
        assertThat(said()).contains("探せます");
    }

    @Test
    void theKeyOfTheFieldIsThePagesOwn() {
        signInAs(fixture.secretary());
        open("calls");
        assertThat(way()).isEqualTo("/");
        assertThat(((ScreenKeys) open("search")).keys())
                .extracting(ScreenKeys.Key::name)
                .containsExactly("/", "Enter");
        assertThat(way()).isEmpty();
        assertThat($(TextField.class).single().getElement().getAttribute("data-press"))
                .isEqualTo("/");
    }

    /** The key that leads to the search from this screen. */
    private String way() {
        return UI.getCurrent()
                .getChildren()
                .flatMap(SearchViewTest::all)
                .filter(Anchor.class::isInstance)
                .filter(link -> ((Anchor) link).getHref().equals("search"))
                .map(link -> link.getElement().getAttribute("data-press"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(SearchViewTest::all));
    }

    /** One statement for each kind, however many there are; whoever may not open them counts none of them. */
    @Test
    void fiveThousandProposalsAreFoundWithAsManyStatementsAsFew() {
        var secretary = fixture.secretary();
        var stranger = fixture.person("だれか");
        submitted("川辺の図書室" + mark);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var few = statements(secretary);
            var fewOfGroup = statements(representative);
            jdbc.sql("""
                            INSERT INTO proposal (id, version, call_id, organisation_id, title, partners, receipt_number,
                              revision, started_at, started_by, submitted_at, submitted_by)
                            SELECT gen_random_uuid(), 0, :call, :group, '図書室 ' || :mark || ' ' || n, '', :mark || '-' || n, 1,
                              now() - interval '1 day', :by, now(), :by
                            FROM generate_series(1, 4999) n""")
                    .param("call", call.value())
                    .param("group", group.value())
                    .param("mark", mark)
                    .param("by", representative.value())
                    .update();

            assertThat(statements(secretary)).isEqualTo(few);
            assertThat(text()).contains("提案（5,000件）", "ほかに4,980件あります。言葉を足してしぼってください。");
            assertThat(said()).isEqualTo("5,001件見つかりました。"); // and the group itself
            assertThat(addresses().stream().filter(path -> path.startsWith("proposals/")))
                    .hasSize(20);
            lookOn(mark + "-4321");
            assertThat(said()).isEqualTo("1件見つかりました。");
            assertThat(statements(representative)).isEqualTo(fewOfGroup);
            assertNothing(stranger, mark);
        });
    }

    private int statements(PersonId person) {
        look(person, "無し");
        return Statements.of(() -> lookOn(mark)).size();
    }
}
