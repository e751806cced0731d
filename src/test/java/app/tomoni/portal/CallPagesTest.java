package app.tomoni.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.Browser;
import app.tomoni.IntegrationTest;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.call.Calls;
import app.tomoni.call.ExtendCall;
import app.tomoni.call.OpenedCall;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class CallPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Calls calls;

    @Autowired
    private ExtendCall extend;

    @Autowired
    private People people;

    @Autowired
    private Offices offices;

    @Autowired
    private JdbcClient jdbc;

    private PersonId secretary;
    private Call call;

    @BeforeEach
    void anOpenCall() {
        jdbc.sql("INSERT INTO holiday (day, name) VALUES (?, '元日') ON CONFLICT DO NOTHING")
                .param(LocalDate.now().plusYears(3).withDayOfYear(1))
                .update();
        secretary = people.add("事務局の人", "ジムキョク", null);
        offices.appoint(secretary, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        call = calls.save(OpenedCall.until(20, "1", secretary, people.add("決裁の人", "ケッサイ", null)));
    }

    private String page() {
        return new Browser(port).get("/guidelines/" + call.id()).body();
    }

    @Test
    void whatTheCityWroteInJapaneseIsReadOutInJapaneseOnAnEnglishPageToo() {
        var page = new Browser(port)
                .get("/guidelines/" + call.id(), "Cookie", "language=en")
                .body();
        assertThat(page).contains("<html lang=\"en\"", "<h1 lang=\"ja\">" + call.title());
        assertThat(Jsoup.parse(page).select("table").text()).containsPattern("\\d \\(done\\)");
    }

    @Test
    void aCallWhoseResultsArePublishedSaysWhenAndLeadsThere() {
        var published = Instant.now().minusSeconds(60);
        jdbc.sql("UPDATE call_for_proposals SET opens_at = now() - interval '2 days', closes_at = now() WHERE id = ?")
                .param(call.id().value())
                .update();
        var planned = JapaneseDates.full(JapaneseDates.day(call.publicationAt()), Locale.JAPANESE);
        assertThat(closed())
                .as("nobody is told yet whether there is anything to review")
                .contains("審査の対象となる提案がある場合は、結果を" + planned + "に公表する予定です。");
        jdbc.sql("INSERT INTO selection_stage (call_id, opened_at, version) VALUES (?, now(), 0)")
                .param(call.id().value())
                .update();
        assertThat(closed()).contains("結果は" + planned + "に公表する予定です。").doesNotContain("ある場合");
        assertThat(new Browser(port).get("/").body())
                .contains("/guidelines/" + call.id())
                .doesNotContain("/results/" + call.id());
        jdbc.sql("""
                        INSERT INTO publication (call_id, planned_at, confirmed_at, confirmed_by, page, open_data, allowed_at,
                          published_at, version)
                        VALUES (:call, :at, :at, :by, '{}', '{}', :at, :at, 0)""")
                .param("call", call.id().value())
                .param("at", published.atZone(JapaneseDates.ZONE).toOffsetDateTime())
                .param("by", secretary.value())
                .update();
        try {
            assertThat(new Browser(port).get("/").body()).contains("/results/" + call.id(), "公表した結果を見る");
            assertThat(closed())
                    .contains("結果を" + JapaneseDates.full(JapaneseDates.day(published), Locale.JAPANESE) + "に公表しました。")
                    .doesNotContain("予定");
            assertThat(new Browser(port).get("/results").body())
                    .contains("/results/" + call.id(), words(published) + "に公表しました");
        } finally {
            jdbc.sql("DELETE FROM publication WHERE call_id = ?")
                    .param(call.id().value())
                    .update();
            jdbc.sql("DELETE FROM selection_stage WHERE call_id = ?")
                    .param(call.id().value())
                    .update();
        }
    }

    /** What the first page says of the call among those that have closed. */
    private String closed() {
        return Jsoup.parse(new Browser(port).get("/").body())
                .select("section[aria-labelledby=closed] li:has(a[href=/guidelines/" + call.id() + "])")
                .text();
    }

    @Test
    void aCallThatIsDecidedAlreadyIsNamedWhereNoneIsOpen() {
        var opens = Instant.now().plus(Duration.ofDays(2));
        jdbc.sql("""
                        UPDATE call_for_proposals
                        SET opens_at = now() - interval '2 days', closes_at = now() - interval '1 day'
                        WHERE closes_at > now() AND id <> ?""").param(call.id().value()).update();
        jdbc.sql("UPDATE call_for_proposals SET opens_at = ? WHERE id = ?")
                .param(opens.atZone(JapaneseDates.ZONE).toOffsetDateTime())
                .param(call.id().value())
                .update();

        assertThat(new Browser(port).get("/").body())
                .contains("いま受付中の募集はありません", "次は「" + call.title() + "」の受付が" + words(opens) + "に始まります")
                .doesNotContain("次の募集が決まりましたら");
    }

    private static String words(Instant at) {
        return JapaneseDates.full(at, Locale.JAPANESE);
    }

    @Test
    void theCalendarShowsTheClosingAfterAnExtension() {
        var before = call.closesAt();
        var until = before.plus(Duration.ofDays(7));
        assertThat(page()).contains("<td>" + words(before));

        extend.forAll(call.id(), until, null, "大雨のため", secretary);

        assertThat(page()).contains("<td>" + words(until), "大雨のため").doesNotContain("<td>" + words(before));
    }

    @Test
    void anExtensionThatLeavesNoRoomMovesThePublicationInTheSameAct() {
        var until = call.closesAt().plus(Duration.ofDays(91));
        var published = call.publicationAt();
        var later = JapaneseDates.day(published).plusDays(120);
        assertThatThrownBy(() -> extend.forAll(call.id(), until, null, "大雨のため", secretary))
                .hasMessageContaining("call.extend.room");
        assertThatThrownBy(() -> extend.forAll(call.id(), until, JapaneseDates.day(published), "大雨のため", secretary))
                .hasMessageContaining("call.extend.publicationNotLater");

        extend.forAll(call.id(), until, later, "大雨のため", secretary);

        var now = calls.get(call.id());
        assertThat(now.publicationAt()).as("the time of the day stays").isEqualTo(published.plus(Duration.ofDays(120)));
        assertThat(page())
                .contains("結果の公表は" + words(now.publicationAt()) + "に変わりました", "<td>" + words(now.publicationAt()))
                .doesNotContain("<td>" + words(published));
    }

    @Test
    void anAddressWithoutAnIdIsAsAbsentAsAnUnknownOne() {
        var browser = new Browser(port);
        var unknown = browser.get("/guidelines/" + Ids.next());
        assertThat(unknown.status()).isEqualTo(404);

        for (var address :
                List.of("/guidelines/x", "/results/x", "/results/" + call.id() + "/x", "/results/x/open-data.json")) {
            var page = browser.get(address);
            assertThat(page.status()).as(address).isEqualTo(404);
            assertThat(page.body()).as(address).isEqualTo(unknown.body());
        }
    }

    @Test
    void theCalendarShowsWhenACallWasOpenedByHand() {
        var opened = Instant.parse("2026-03-02T01:30:00Z");
        jdbc.sql("UPDATE call_for_proposals SET opens_at = ? WHERE id = ?")
                .param(opened.atZone(JapaneseDates.ZONE).toOffsetDateTime())
                .param(call.id().value())
                .update();

        assertThat(page()).contains("<td>" + words(opened));
    }

    @Test
    void everyoneReadsWhatToAttachWhatCountsAndThatDatesAreOfEachProposal() {
        assertThat(page())
                .contains("ご用意いただく書類", "規約・会則、前年度の決算書", "名簿など個人情報を含む書類")
                .contains("審査委員は、次のことを見て採点します。", "具体的に示されているか。")
                .contains("提案ごとに、受け付けた日から数えます", "団体へ結果の通知書を送る")
                .doesNotContain("見てください", "決定の案を起こす", "募集要項");
    }

    @Test
    void thePicturesHaveAKeyAndTheirStepsAsText() {
        assertThat(new Browser(port).get("/how").body())
                .contains("図の手順を文字で読む", "<li>推薦案をまとめる（審査委員会）</li>", "図を大きく表示する")
                .contains("<li>採点する（審査委員会）</li>", "提案なし", "補足を待たずに");
    }

    @Test
    void aGroupThatIsNotRegisteredYetReadsWhomToAsk() {
        jdbc.sql("UPDATE city SET name = 'みなと野市', secretariat = '推進課', secretariat_phone = '012-345-6789'")
                .update();

        assertThat(page()).contains("はじめて提案する団体の方は、先に団体の登録が必要です。推進課（012-345-6789）に");
        assertThat(new Browser(port).get("/sign-in").body()).contains("はじめて提案する団体の方は、先に団体の登録が必要です");
    }

    @Test
    void everyoneReadsTheRulesAndFindsTheWayToAProposal() {
        var browser = new Browser(port);

        assertThat(page())
                .contains("満点の60％以上が採択の条件です", "同点のときは", "人以上の採点が必要です", "人以上の出席で成り立ちます", "公表します")
                .contains("href=\"/open-calls/" + call.id() + "\"");
        assertThat(browser.get("/open-calls/" + call.id()).location())
                .isEqualTo("/sign-in?to=/open-calls/" + call.id());
    }
}
