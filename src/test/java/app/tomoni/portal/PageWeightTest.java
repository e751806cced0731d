package app.tomoni.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Browser;
import app.tomoni.IntegrationTest;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Disclosure;
import app.tomoni.call.OpenedCall;
import app.tomoni.decision.Outcome;
import app.tomoni.decision.PublishedResult;
import app.tomoni.decision.PublishedResult.Departure;
import app.tomoni.decision.PublishedResult.Line;
import app.tomoni.decision.PublishedResult.Mean;
import app.tomoni.decision.PublishedResult.SheetTotal;
import app.tomoni.decision.selection.Publication;
import app.tomoni.decision.selection.Publications;
import app.tomoni.proposal.Fixture;
import app.tomoni.proposal.SubmitProposal;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Json;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** However much there is to read, a public page stays small, and everything is reached by plain links. */
@IntegrationTest
@Import(Fixture.class)
class PageWeightTest {

    private static final int MOST_BYTES = 100_000;
    private static final int ROWS = 300;

    @LocalServerPort
    private int port;

    @Autowired
    private Fixture fixture;

    @Autowired
    private SubmitProposal submit;

    @Autowired
    private Calls calls;

    @Autowired
    private Publications publications;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private PersonId person;

    @BeforeEach
    void aPerson() {
        person = fixture.person("石橋 晴");
    }

    @AfterEach
    void nothingStaysPublic() {
        jdbc.sql("UPDATE publication SET published_at = NULL").update();
    }

    @Test
    void threeHundredResultsAreLeafedThrough() {
        var call = fixture.openCall();
        var lines = IntStream.range(0, ROWS)
                .mapToObj(at -> line(Ids.next(), at, at % 7 == 6))
                .toList();
        publish(call, lines, 12);
        var address = "/results/" + call;

        var pages = leaf(address);

        assertThat(pages).hasSize(6);
        assertThat(pages.stream().flatMap(page -> page.select("tbody a").eachAttr("href").stream()))
                .containsExactlyElementsOf(lines.stream()
                        .map(line -> address + "/" + line.proposal())
                        .toList());
        assertThat(pages.stream().flatMap(page -> page.select(".note p.b").stream()))
                .hasSize(12);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.text())
                        .contains("に公表しました", "25,800,000円", "公開データ")
                        .containsPattern("、R8-市民-\\d+）も、計算に含まれています"));
        assertThat(pages.getFirst().text()).contains("1／6ページ", "決".repeat(1000));
        assertThat(pages.get(1).title()).contains("（2ページ目）");
        assertThat(pages.get(1).select("a[rel=prev]").attr("href")).isEqualTo(address);
        for (var absent : List.of("7", "0", "-1", "x")) {
            assertThat(new Browser(port).get(address + "?page=" + absent).status())
                    .as(absent)
                    .isEqualTo(404);
        }
    }

    @Test
    void theLongestProposalIsReadToItsEnd() {
        var call = fixture.openCall();
        var group = fixture.group("みどりの会", person);
        var id = fixture.completeDraft(call, group, person);
        Map.of("publicSummary", 200, "purpose", 600, "beneficiaries", 200, "activities", 1200, "synergy", 600)
                .forEach((field, most) -> fixture.write(id, field, "長".repeat(most), person));
        var cells = new ArrayList<String>();
        var rows = Json.array();
        for (var row = 0; row < 50; row++) {
            var written = rows.addObject();
            for (var column : List.of("indicator", "baseline", "target", "measure")) {
                var cell = "%s%02d".formatted(column.substring(0, 3), row) + "表".repeat(195);
                cells.add(cell);
                written.put(column, cell);
            }
        }
        fixture.write(id, "outcomes", rows.toString(), person);
        submit.submit(id, person, Instant.now());
        publish(call, List.of(line(id.value(), 0, false)), 0);

        var pages = leaf("/results/" + call + "/" + id);

        assertThat(pages.stream().flatMap(page -> page.select("td.prose").eachText().stream()))
                .containsAll(cells);
        assertThat(pages.getFirst().text()).contains("講".repeat(1000), "続きを読む");
        assertThat(pages.stream().filter(page -> page.text().contains("長".repeat(1200))))
                .hasSize(1);
        assertThat(pages).allSatisfy(page -> assertThat(page.text()).contains("名".repeat(60), "採択", "100,000円"));
        assertThat(new Browser(port)
                        .get("/results/" + call + "/" + id + "?page=" + (pages.size() + 1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void manyCallsAndTheirResultsAreLeafedThrough() {
        var open = calls(20, 30);
        var closed = calls(120, -1);
        closed.forEach(call -> publish(call, List.of(), 0));

        var front = leaf("/");
        var results = leaf("/results");

        assertThat(front.stream().flatMap(page -> page.select("main a").eachAttr("href").stream()))
                .containsAll(open.stream().map(call -> "/guidelines/" + call).toList())
                .containsAll(closed.stream().map(call -> "/guidelines/" + call).toList());
        assertThat(results.stream().flatMap(page -> page.select("article a").eachAttr("href").stream()))
                .containsExactlyElementsOf(closed.reversed().stream()
                        .map(call -> "/results/" + call)
                        .toList());
    }

    @Test
    void whatIsPublicIsFoundByWordsOnASmallPage() {
        var title = "募集" + Ids.next();
        var call = fixture.call(-1, Map.of("/title", title));
        var lines = IntStream.range(0, ROWS)
                .mapToObj(at -> line(Ids.next(), at, at % 7 == 6))
                .toList();
        assertThat(found("名名 会")).isEmpty();
        publish(call, lines, 0);
        jdbc.sql("UPDATE publication SET published_at = now() + interval '1 hour' WHERE call_id = ?")
                .param(call.value())
                .update();
        assertThat(found("名名 会")).as("before its time").isEmpty();
        assertThat(found(title)).contains("/guidelines/" + call).doesNotContain("/results/" + call);
        jdbc.sql("UPDATE publication SET published_at = now() - interval '1 second' WHERE call_id = ?")
                .param(call.value())
                .update();

        assertThat(found("名名　会"))
                .containsExactlyElementsOf(lines.stream()
                        .limit(20)
                        .map(line -> "/results/" + call + "/" + line.proposal())
                        .toList());
        assertThat(find("名名　会").text()).contains("結果を公表した提案（300件）", "ほかに280件あります", "300件見つかりました。");
        assertThat(found("ｒ８－市民－０４２"))
                .containsExactly("/results/" + call + "/" + lines.get(42).proposal());
        assertThat(found(title)).contains("/guidelines/" + call, "/results/" + call);
        for (var words : List.of("採択", "条件", "%", "_", "\\", "'", "理理", "講講", "100,000")) {
            assertThat(found(words)).as(words).isEmpty();
        }
        for (var page : found("名名")) {
            assertThat(new Browser(port).get(page).status()).isEqualTo(200);
        }
    }

    @Test
    void aSearchWithoutWordsSaysWhatCanBeFoundAndOneTooLongIsRefusedAtTheField() {
        assertThat(find("").select("[role=status]").text()).contains("名前や受付番号の言葉で探せます");
        assertThat(find(" \u3000").select("[role=status]").text()).contains("名前や受付番号の言葉で探せます");
        var none = find("<b>どこにもない\"言葉</b>");
        assertThat(none.select(".empty").text()).contains("「<b>どこにもない\"言葉</b>」に当てはまるものはありません。", "もう一度お試しください");
        assertThat(none.select("#q").attr("value")).isEqualTo("<b>どこにもない\"言葉</b>");
        var much = find("𠮷".repeat(101));
        assertThat(much.select("#q-wrong").text()).contains("100字以内", "いま101字");
        assertThat(much.select("#q").attr("value")).hasSize(202);
        assertThat(much.select("section, .empty")).isEmpty();
        assertThat(new Browser(port).get("/").body()).contains("href=\"/find\"");
    }

    /** What the public search answers: one small page without a session. */
    private Document find(String words) {
        return leaf("/find?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .getFirst();
    }

    private List<String> found(String words) {
        return find(words).select("main section a").eachAttr("href");
    }

    @Test
    void theLongestCallIsReadToItsEnd() {
        var call = calls.save(OpenedCall.longest(30, person, fixture.person("決裁の人")));

        var pages = leaf("/guidelines/" + call.id());

        assertThat(pages.stream()
                        .flatMap(page -> page.select(".lines li").eachText().stream())
                        .filter(text -> text.contains("段".repeat(390))))
                .hasSize(400);
        assertThat(pages.stream().flatMap(page -> page.select(".note p.b").stream()))
                .hasSize(12);
        assertThat(pages).allSatisfy(page -> assertThat(page.text()).contains("提案を受け付けています"));
        assertThat(pages.getFirst().text()).contains("目".repeat(2000));
        assertThat(pages.stream().flatMap(page -> page.select(".lines a").stream()))
                .hasSize(10);
    }

    /** All pages from the first one on, each as a reader gets it who has no session and runs no script. */
    private List<Document> leaf(String address) {
        var pages = new ArrayList<Document>();
        var next = address;
        while (!next.isEmpty()) {
            var browser = new Browser(port);
            var page = browser.get(next);
            assertThat(page.status()).as(next).isEqualTo(200);
            assertThat(page.body().getBytes(StandardCharsets.UTF_8).length)
                    .as(next)
                    .isLessThanOrEqualTo(MOST_BYTES);
            assertThat(browser.cookie("JSESSIONID")).isEmpty();
            pages.add(Jsoup.parse(page.body()));
            next = pages.getLast().select("a[rel=next]").attr("href");
        }
        return pages;
    }

    private List<CallId> calls(int count, int days) {
        var texts =
                Map.of("/title", "募".repeat(100), "/purpose", "目".repeat(2000), "/eligibleGroups", "団".repeat(2000));
        return IntStream.range(0, count)
                .mapToObj(at -> fixture.call(days, texts))
                .toList();
    }

    private void publish(CallId call, List<Line> lines, int corrections) {
        var result = new PublishedResult(
                call.value(),
                "令".repeat(100),
                2026,
                null,
                Disclosure.SHEETS,
                LocalDate.of(2026, 11, 1),
                5,
                5,
                "例".repeat(400),
                true,
                900_000_000L,
                "決".repeat(1000),
                lines,
                List.of());
        var now = Instant.now();
        var publication = Publication.confirm(call, now, Json.write(result), "{}", person, now);
        publication.allow(now);
        for (var at = 0; at < corrections; at++) {
            publication.correct("誤".repeat(1000), "正".repeat(1000), person, now);
        }
        transactions.executeWithoutResult(status -> publications.save(publication));
    }

    private static Line line(UUID proposal, int at, boolean withdrawn) {
        var line = new Line(
                proposal,
                "R8-市民-%03d".formatted(at),
                "名".repeat(60),
                "会".repeat(60),
                at + 1,
                BigDecimal.valueOf(100),
                IntStream.range(0, 20)
                        .mapToObj(criterion -> new Mean("準".repeat(100), BigDecimal.TEN, "20"))
                        .toList(),
                IntStream.range(0, 50)
                        .mapToObj(member -> new SheetTotal("A" + member, "100"))
                        .toList(),
                Outcome.CONDITIONALLY_ADOPTED,
                100_000L,
                "条".repeat(1000),
                Outcome.NOT_ADOPTED,
                null,
                "案".repeat(1000),
                "推".repeat(400),
                "理".repeat(400),
                null,
                Departure.OWN,
                "講".repeat(1000),
                null,
                null,
                false,
                false);
        return withdrawn ? line.left() : line;
    }
}
