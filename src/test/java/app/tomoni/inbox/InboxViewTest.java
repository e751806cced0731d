package app.tomoni.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.ViewTest;
import app.tomoni.account.Deputies;
import app.tomoni.account.FirstStep;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTasks;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import app.tomoni.process.SampleCases;
import app.tomoni.shared.Ids;
import app.tomoni.shared.ui.ScreenKeys;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@Import({SampleCases.class, InboxViewTest.Empty.class})
@TestPropertySource(properties = {"tomoni.jobs.active=false", "tomoni.models=" + SampleCases.MODELS})
class InboxViewTest extends ViewTest {

    @Autowired
    private SampleCases samples;

    @Autowired
    private Cases cases;

    @Autowired
    private People people;

    @Autowired
    private Offices offices;

    @Autowired
    private Deputies deputies;

    @Autowired
    private Requests requests;

    @Autowired
    private TransactionTemplate transactions;

    private PersonId secretary;

    @BeforeEach
    void someone() {
        secretary = people.add("事務 花子", "ジムハナコ", null);
        offices.appoint(secretary, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        samples.clear();
    }

    private CaseKey request(String title) {
        return samples.request(title, Ids.next(), Ids.next());
    }

    private static void ask(String query) {
        UI.getCurrent().navigate("inbox", QueryParameters.fromString(query));
    }

    @Test
    void whoWantsNoSingleKeysHasNoneAfterTheNextSignInEither() {
        request("こかげ");
        signInAs(secretary);
        open("inbox");
        press("キー操作を使わない");

        signInAs(secretary);
        open("inbox");

        assertThat(text()).contains("キー操作を使う").doesNotContain("キー操作を使わない");
    }

    @Test
    void wordsAreLookedForInWhateverWidthCaseAndKana() {
        request("こかげの ＣＡＦＥ 100%");
        request("べつの作業");
        signInAs(secretary);

        for (var words : List.of("コカゲ", "ｺｶｹﾞ　cafe", "０%", "cafe こかげ")) {
            ask("words=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
            assertThat(text()).as(words).contains("こかげの ＣＡＦＥ").doesNotContain("べつの作業");
        }
        ask("words=" + URLEncoder.encode("コカゲ_", StandardCharsets.UTF_8));
        assertThat(text()).contains("当てはまる作業はありません。");
    }

    /** In the list and in the table alike; only where the field is not there the key leads to the search. */
    @Test
    void theKeyOfTheWordsIsTheInboxsOwnWhereverItsFieldIs() {
        signInAs(secretary);
        assertThat(((ScreenKeys) open("inbox")).keys()).isEmpty();
        request("こかげ");
        assertThat(((ScreenKeys) open("inbox")).keys())
                .extracting(ScreenKeys.Key::name)
                .containsExactly("j k", "Enter", "x", "/");
        assertThat(((ScreenKeys) open("inbox?table=1")).keys())
                .extracting(ScreenKeys.Key::name)
                .containsExactly("/");
        assertThat($(TextField.class).single().getElement().getAttribute("data-press"))
                .isEqualTo("/");
    }

    @Test
    void anEmptyInboxSaysSoAndWhatComesNext() {
        var nobody = people.add("財政 太郎", "ザイセイ", null);
        offices.appoint(nobody, Office.FINANCE, null, LocalDate.of(2020, 1, 1), null);
        signInAs(nobody);

        open("inbox");

        assertThat(text()).contains("いま、あなたの作業はありません。").contains("進め方のご案内を見る");
    }

    /** The call that an empty installation waits for. */
    @TestConfiguration
    static class Empty {

        static boolean done = true;

        @Bean
        FirstStep somethingFirst() {
            return new FirstStep("call.setUp", "calls/new", Office.SECRETARIAT, 1, () -> done);
        }
    }

    @Test
    void whoseWorkBeginsWithThemselvesFindsWhereToBegin() {
        signInAs(secretary);
        try {
            Empty.done = false;
            open("inbox");
            assertThat(text()).contains("まだ募集がありません", "ここから始めます");
            assertThat($(Anchor.class).withText("募集をつくる").single().getHref()).isEqualTo("calls/new");
        } finally {
            Empty.done = true;
        }
    }

    @Test
    void aGroupIsLedToItsProposals() {
        var editor = people.add("団体 太郎", "ダンタイ", null);
        offices.appoint(editor, Office.GROUP_EDITOR, Ids.next(), LocalDate.of(2020, 1, 1), null);
        signInAs(editor);

        open("inbox");

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("proposals");
    }

    @Test
    void aTaskStandsThereWithItsCaseItsDateAndItsStatus() {
        var key = request("さくらの手入れ");
        signInAs(secretary);

        open("inbox");

        assertThat(text()).contains("さくらの手入れ").contains("内容を確かめる・事務局").contains("事務局が内容を確かめています。");
        var task = cases.tasksOf(key).getFirst();
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("tasks/checkRequest/" + task.id());
    }

    @Test
    void anOfficeIsNamedAsAnOfficeAndNotInTheMiddleOfASentence() {
        request("さくらの手入れ");
        signInAs(secretary);
        UI.getCurrent().setLocale(Locale.ENGLISH);

        open("inbox");

        assertThat(text()).contains(", Secretariat").doesNotContain(", the secretariat");
    }

    @Test
    void whatIsAskedAboutACaseNamesItByNumberAndTitleAsTheLanguageDoes() {
        transactions.executeWithoutResult(status -> requests.ask(new Request(
                "sendOffer",
                "さくらの手入れ",
                "R8-市-007",
                Office.SECRETARIAT,
                new CaseScopes(null, null, null),
                null,
                "letters?proposal=7",
                Set.of(),
                null)));
        signInAs(secretary);

        open("inbox?view=all&words=007");
        assertThat(text()).contains("さくらの手入れ", "R8-市-007・採択のご案内の通知書を送る・事務局");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        open("inbox?view=all&words=007");
        assertThat(text()).contains("R8-市-007, Send the letter about an offer, Secretariat");
        transactions.executeWithoutResult(status -> requests.settle("letters?proposal=7"));
    }

    @Test
    void aDeputyReadsInWhosePlaceTheTaskIsTheirs() {
        request("さくらの手入れ");
        var deputy = people.add("桐谷 実", "キリタニミノル", null);
        var today = LocalDate.now();
        deputies.appoint(deputy, secretary, Office.SECRETARIAT, null, today, today);
        signInAs(deputy);

        open("inbox");
        assertThat(text()).contains("内容を確かめる・事務局（事務 花子さんの代理）");

        signInAs(secretary);
        open("inbox");
        assertThat(text()).contains("内容を確かめる・事務局").doesNotContain("の代理）");
    }

    @Test
    void titlesSortByKanaAndPagesFollowEachOther() {
        for (int i = 0; i < 30; i++) {
            request("けやき通り %02d".formatted(i));
        }
        request("ｱｵｷﾞﾘ公園");
        signInAs(secretary);

        ask("order=title");
        assertThat(text().indexOf("ｱｵｷﾞﾘ公園")).isBetween(0, text().indexOf("けやき通り 00"));
        assertThat(text()).contains("次の25件").doesNotContain("けやき通り 29");

        ask("order=title&page=2");
        assertThat(text()).contains("けやき通り 29").contains("前の25件").doesNotContain("けやき通り 00");
    }

    @Test
    void wordsNarrowTheListAndNothingFoundOffersTheWayBack() {
        request("花壇の水やり");
        request("川そうじ");
        signInAs(secretary);

        ask("words=花壇");
        assertThat(text()).contains("花壇の水やり").doesNotContain("川そうじ");

        ask("words=100%25");
        assertThat(text()).contains("当てはまる作業はありません。").contains("条件を外して見る");
    }

    @Test
    void theSameRowsCanBeReadAsAPlainTable() {
        request("花壇の水やり");
        signInAs(secretary);

        ask("table=1");

        assertThat(text()).contains("件名", "期限", "花壇の水やり", "一覧として表示");
    }

    @Test
    void anAddressThatMeansNothingShowsTheWholeList() {
        var state = InboxState.of(QueryParameters.fromString("view=x&page=-7&call=1&office=king&order=size&task=y"));

        assertThat(state).isEqualTo(InboxState.of(QueryParameters.empty()));
        var question =
                InboxState.of(InboxState.of(QueryParameters.fromString("view=overdue&words=a&order=title&page=3"))
                        .address());
        assertThat(question.question())
                .isEqualTo(
                        new OpenTasks.Question(OpenTasks.View.OVERDUE, "a", null, null, OpenTasks.Order.TITLE, 2, 25));
    }
}
