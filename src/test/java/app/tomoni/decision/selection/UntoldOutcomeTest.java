package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Browser;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import com.vaadin.flow.component.html.NativeTableRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The same call, decided in two opposite ways: whoever may not know reads the same to the letter until they are told, in
 * pages, lists, counts, searches, mails, notices and file names; whom nobody tells, until the results are public. Only what
 * differs between any two runs is masked.
 */
class UntoldOutcomeTest extends SelectionCase {

    private static final Instant START = LocalDate.now(JapaneseDates.ZONE)
            .atTime(9, 0)
            .atZone(JapaneseDates.ZONE)
            .toInstant();

    private static final String TOLD = "【ともに】審査についてお知らせがあります";
    private static final String ANSWERED = "【ともに】選考の結果について団体からお返事が届いています";
    private static final String WITHHELD = "（公表まで伏せています）";

    private String toldToP1 = "";
    private final Map<String, PersonId> viewers = new LinkedHashMap<>();

    @Test
    void twoOppositeDecisionsReadTheSameUntilTheyAreTold() {
        var one = walk("P1", "P2", "P3", "P4", "P5");
        assertThat(toldToP1).contains("採択");
        var other = walk("P5", "P4", "P2", "P3", "P1");
        assertThat(toldToP1).contains("次点").isNotEqualTo(one.get("confirmed").get("P1 proposals/P1"));

        one.forEach((stage, pages) -> pages.forEach((page, text) ->
                assertThat(other.get(stage).get(page)).as(stage + ": " + page).isEqualTo(text)));
        assertThat(other.get("answered").get("administrator mails"))
                .contains(WITHHELD + WITHHELD, ANSWERED + "事務局 一", TOLD + "代表 P2");
        post();
        clock.stopAt(planned().plusSeconds(1));
        engine.passTo(clock.instant());
        settle();
        assertThat(mailsAsListed())
                .contains(TOLD + "代表 P2", TOLD + "代表 P3", "審査についてお知らせがあります")
                .doesNotContain(WITHHELD);
    }

    /** What everybody reads after each step, up to the moment before the results are public. */
    private Map<String, Map<String, String>> walk(String... best) {
        SecurityContextHolder.clearContext();
        jdbc.sql("DELETE FROM mail").update();
        jdbc.sql("DELETE FROM office_holding WHERE office = 'SECRETARIAT'").update();
        clock.stopAt(START);
        panel.clear();
        proposals.clear();
        representatives.clear();
        viewers.clear();
        aCallIsOpen();
        enter(Samples.inOrder(best), "P1", "P2", "P3", "P4", "P5");
        var organisation = proposed.get(proposals.get("P1")).organisation();
        var viewer = fixture.person("閲覧 P1");
        fixture.member(organisation, viewer, Office.GROUP_VIEWER);
        viewers.put("P1", representatives.get("P1"));
        viewers.put("P5", representatives.get("P5"));
        viewers.put("viewer of P1", viewer);
        viewers.put("nobody", fixture.person("だれか"));
        viewers.put("designer", holder("設計 一", Office.DESIGNER, null));
        viewers.put("finance", holder("財政 一", Office.FINANCE, null));
        viewers.put("another call's panel", holder("審査 外", Office.REVIEWER, new CallId(Ids.next())));
        viewers.put("administrator", holder("管理 一", Office.ADMINISTRATOR, null));
        jdbc.sql("UPDATE person SET mail = id || '@example.jp' WHERE mail IS NULL")
                .update();
        var read = new LinkedHashMap<String, Map<String, String>>();
        read.put("closed", after(this::close));
        read.put("recommended", after(this::recommend));
        read.put("drafted", after(this::draft));
        read.put("approved", after(() -> approve.approve(task(head, "approveDecision"), head)));
        read.put("letters written", after(this::settle));
        read.put("confirmed", after(this::confirm));
        viewers.keySet().removeIf(name -> name.contains("P"));
        read.put("told", after(this::settle));
        signInAs(representatives.get("P1"));
        open("proposals/" + proposals.get("P1"));
        toldToP1 = masked(text());
        read.put("answered", after(() -> {
            give(best[0], Answer.Kind.ACCEPTED);
            give(best[1], Answer.Kind.DECLINED);
        }));
        return read;
    }

    private Map<String, String> after(Runnable step) {
        step.run();
        listeners.haveHeard();
        var read = new LinkedHashMap<String, String>();
        viewers.forEach((name, person) -> {
            signInAs(person);
            for (var path : name.equals("administrator") ? pathsOfAdministrator() : paths()) {
                open(path);
                read.put(name + " " + named(path), masked(text()));
            }
            read.put(name + " own mails", masked(mails(person)));
            read.put(name + " own notices", masked(notices(person)));
        });
        signInAs(viewers.get("administrator"));
        read.put("administrator mails", masked(mailsAsListed()));
        read.put("administrator each mail", masked(mailsAsOpened()));
        var everyone = new Browser(port);
        for (var path : List.of(
                "/guidelines/" + call,
                "/results",
                "/find?q=P1",
                "/find?q=P5",
                "/find?q=" + URLEncoder.encode("採択", StandardCharsets.UTF_8),
                "/results/" + call,
                "/results/" + call + "/" + proposals.get("P1"),
                "/results/" + call + "/open-data.json")) {
            var page = everyone.get(path);
            read.put("everyone " + named(path), page.status() + masked(page.body()));
        }
        assertNothingIsPublic();
        return read;
    }

    private List<String> paths() {
        var own = List.of("", "/content", "/history", "/receipt", "/withdraw", "/recall", "/result").stream()
                .flatMap(page -> List.of("P1", "P5").stream().map(group -> "proposals/" + proposals.get(group) + page));
        var others = List.of(
                "home",
                "proposals",
                "inbox",
                "inbox?words=P1",
                "inbox?words=採択",
                "search?q=P1",
                "search?q=P5",
                "search?q=採択",
                "search?q=" + call,
                "organisation",
                "open-calls",
                "open-calls/" + call,
                "reviews",
                "reviews/" + call + "/scores",
                "calls/" + call,
                "calls/" + call + "/proposals",
                "selections",
                "selections/" + call,
                "letters",
                "cases/" + call + "/events",
                "cases/" + proposals.get("P1") + "/events");
        return Stream.concat(own, others.stream()).toList();
    }

    /** At home and in the search are the people of the city, who become more with every run. */
    private List<String> pathsOfAdministrator() {
        return Stream.concat(
                        paths().stream().filter(path -> !path.equals("home") && !path.startsWith("search?q=P")),
                        Stream.of("stuck-work"))
                .toList();
    }

    private String mailsAsListed() {
        open("mails");
        return $(NativeTableRow.class).all().stream()
                .map(row -> row.getElement().getTextRecursively())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private String mailsAsOpened() {
        return jdbc.sql("SELECT id FROM mail").query(UUID.class).list().stream()
                .map(mail -> {
                    open("mails/" + mail);
                    return text();
                })
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private String mails(PersonId person) {
        return jdbc
                .sql("SELECT subject || body FROM mail WHERE person_id = ? ORDER BY created_at, id")
                .param(person.value())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("|"));
    }

    private String notices(PersonId person) {
        return jdbc
                .sql("SELECT concat_ws(' ', template, day, path) FROM notice WHERE person_id = ? ORDER BY 1")
                .param(person.value())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("|"));
    }

    private String named(String path) {
        var named = path.replace(call.toString(), "call");
        for (var proposal : proposals.entrySet()) {
            named = named.replace(proposal.getValue().toString(), proposal.getKey());
        }
        return named;
    }

    /** Ids, hashes, receipt numbers and what the real clock says are new with every run. */
    private String masked(String text) {
        return named(text)
                .replaceAll("[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f-]{27}", "＊")
                .replaceAll("[0-9]+時(?:[0-9]+分)?", "＊") // at the full hour without minutes
                .replaceAll("[Rr][0-9]+-[^-\\s]+-[0-9]+", "＊")
                .replaceAll("nonce=\"[^\"]*\"|name=\"_csrf\" value=\"[^\"]*\"", "＊");
    }
}
