package app.tomoni.notice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Statements;
import app.tomoni.ViewTest;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.notice.Notices;
import app.tomoni.shared.Ids;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class NoticesViewTest extends ViewTest {

    private static final Instant NOW = Instant.now();

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    private PersonId told(int times) {
        var person = people.add("受取 受子", "うけとり うけこ", null);
        tell(person, times);
        return person;
    }

    /** The first of them is the latest; each leads to where whoever has signed in may go. */
    private void tell(PersonId person, int times) {
        jdbc.sql("""
                        INSERT INTO notice (id, idempotency_key, person_id, template, title, path, at)
                        SELECT gen_random_uuid(), :key || number, :person, 'proposal-submitted', '募集 ' || number,
                               '/my-account', now() - number * interval '1 minute'
                        FROM generate_series(1, :times) number""")
                .param("key", "test:" + Ids.next())
                .param("person", person.value())
                .param("times", times)
                .update();
    }

    private void tell(PersonId person, String template, @Nullable Instant day, String path, Duration ago) {
        jdbc.sql("""
                        INSERT INTO notice (id, idempotency_key, person_id, template, title, day, path, at)
                        VALUES (:id, :key, :person, :template, '秋の募集', :day::timestamptz, :path, :at::timestamptz)""")
                .param("id", Ids.next())
                .param("key", "test:" + Ids.next())
                .param("person", person.value())
                .param("template", template)
                .param("day", day == null ? null : day.toString())
                .param("path", path)
                .param("at", NOW.minus(ago).toString())
                .update();
    }

    private List<ListItem> lines() {
        return $(ListItem.class).all();
    }

    private static String words(ListItem line) {
        return line.getElement().getTextRecursively();
    }

    private List<String> inTheHead() {
        return $(Span.class).withClassName("n").all().stream()
                .map(count -> count.getElement().getTextRecursively())
                .toList();
    }

    private static void press(Anchor way, String event) {
        var told = JacksonUtils.createObjectNode();
        told.put("event.button !== 2", true);
        way.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(way.getElement(), event, told));
    }

    private Anchor way(String words) {
        return $(Anchor.class).withText(words).single();
    }

    @ParameterizedTest
    @EnumSource
    void everyOfficeFindsWhatItWasToldInTheHead(Office office) {
        var person = person("担当 " + office, office, office.scope() == Office.Scope.CITY ? null : Ids.next());
        tell(person, 2);
        signInAs(person);

        open("notices", NoticesView.class);

        assertThat(lines()).hasSize(2);
        assertThat(inTheHead()).containsExactly("2件");
    }

    @Test
    void aLineSaysWhenWhatAboutWhichCallAndLeadsThere() {
        var person = people.add("受取 受子", "うけとり うけこ", null);
        tell(person, "tie-settled", null, "/reviews/1/declarations", Duration.ofDays(800));
        tell(person, "supplement-requested", Instant.parse("2027-03-05T08:00:00Z"), "/proposals/1#x", Duration.ZERO);
        signInAs(person);

        open("notices");

        assertThat(words(lines().getFirst()))
                .contains("未読", "補足のお願いがあります", "募集「秋の募集」", "期限：令和9年3月5日（金）17時")
                .doesNotContain("【");
        assertThat(words(lines().get(1))).contains("関係の有無のご相談に、事務局からお返事があります").containsPattern("^(令和|平成)");
        assertThat(way("補足のお願いがあります").getHref()).isEqualTo("proposals/1#x");
    }

    @Test
    void theWordsAreInTheLanguageOfTheReader() {
        var person = told(1);
        signInAs(person);
        UI.getCurrent().setLocale(Locale.ENGLISH);

        open("notices");

        assertThat(words(lines().getFirst())).contains("Unread", "Your proposal has arrived", "Call “募集 1”");
    }

    @ParameterizedTest
    @EnumSource
    void openingOneMarksItAndTheHeadCountsAnew(Press press) {
        var person = told(2);
        signInAs(person);
        open("notices");
        var way = $(Anchor.class).withText("提案書を受け付けました").all().getFirst();

        press(way, press.event);

        assertThat(words(lines().getFirst())).doesNotContain("未読");
        assertThat(words(lines().get(1))).contains("未読");
        open(way.getHref());
        assertThat(inTheHead()).containsExactly("1件");
    }

    enum Press {
        HERE("click"),
        IN_ANOTHER_TAB("auxclick");

        private final String event;

        Press(String event) {
            this.event = event;
        }
    }

    @Test
    void allOfThemAreReadWithOnePress() {
        var person = told(3);
        signInAs(person);
        open("notices");
        assertThat(text()).contains("未読が3件あります。");

        press("すべて既読にする");

        assertThat(text()).contains("未読はありません。").doesNotContain("\n未読\n");
        assertThat($(Button.class).withText("すべて既読にする").all()).isEmpty();
        assertThat(inTheHead()).isEmpty();
        assertThat(lines()).hasSize(3);
    }

    @Test
    void whatComesWhileThePageStandsThereStaysUnread() {
        var person = told(1);
        signInAs(person);
        open("notices");
        tell(
                person,
                "password-changed",
                null,
                "/my-account",
                Duration.between(Instant.now(), NOW).minusMinutes(1));

        press("すべて既読にする");

        assertThat(text()).contains("未読が1件あります。");
    }

    @Test
    void whoeverWasToldNothingReadsWhy() {
        signInAs(people.add("新人 一", "しんじん はじめ", null));

        open("notices");

        assertThat(text()).contains("お知らせはまだありません", "ここに新しい順に並びます").doesNotContain("既読");
        assertThat(inTheHead()).isEmpty();
    }

    @Test
    void whatSomebodyElseWasToldIsNotThere() {
        told(3);
        signInAs(told(1));

        open("notices");

        assertThat(lines()).hasSize(1);
        assertThat(inTheHead()).containsExactly("1件");
    }

    @Test
    void whoeverHasLostAnOfficeKeepsWhatTheyWereToldAndThePageStaysClosed() {
        var person = person("元 事務局", Office.SECRETARIAT);
        tell(person, "answer-received", null, "/calls", Duration.ZERO);
        offices.end(person, Office.SECRETARIAT, null);
        signInAs(person);
        open("notices");

        var way = way("選考の結果について団体からお返事が届いています");
        press(way, "click");
        open(way.getHref());

        assertThat(text()).contains("見つからないか");
        assertThat(notices.unread(person)).isZero();
    }

    @Test
    void fiveThousandAreReadFiftyAtATimeWithOneLookUp() {
        var person = told(5_000);
        signInAs(person);

        var sent = Statements.of(() -> open("notices"));

        assertThat(lines()).hasSize(50);
        assertThat(words(lines().getFirst())).contains("募集 1」");
        assertThat(text()).contains("未読が1,000件以上あります。").doesNotContain("より新しい");
        assertThat(sent)
                .filteredOn(sql -> sql.contains("FROM notice WHERE person_id = ?\n"))
                .hasSize(1);
        test($(RouterLink.class).withText("より古い50件").single()).click();
        assertThat(words(lines().getFirst())).contains("募集 51」");
        open("notices?page=99");
        assertThat(words(lines().get(49))).contains("募集 5000」");
        assertThat(text()).contains("100ページ目").doesNotContain("より古い");
        for (var beyond : List.of("notices?page=100", "notices?page=-1", "notices?page=x", "notices?page=9999999")) {
            open(beyond);
            assertThat(words(lines().getFirst())).as(beyond).contains("募集 1」");
        }
    }

    @Test
    void theCountAndTheListComeFromAnIndex() {
        var person = told(1_000);
        for (var other = 0; other < 10; other++) {
            told(1_000);
        }
        jdbc.sql("UPDATE notice SET read_at = now()").update();
        tell(person, 10);
        jdbc.sql("ANALYZE notice").update();

        assertThat(plan("SELECT FROM notice WHERE person_id = ? AND read_at IS NULL LIMIT 1000", person))
                .contains("notice_unread");
        assertThat(plan("SELECT id FROM notice WHERE person_id = ? ORDER BY at DESC, id DESC LIMIT 51", person))
                .contains("notice_latest")
                .doesNotContain("Sort");
    }

    private String plan(String sql, PersonId person) {
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN " + sql)
                        .param(person.value())
                        .query(String.class)
                        .list());
    }
}
