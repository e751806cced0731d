package app.tomoni.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.Browser;
import app.tomoni.ViewTest;
import app.tomoni.account.Actor;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.document.FileId;
import app.tomoni.document.Files;
import app.tomoni.process.CaseEvent;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The files that go with a call, from the secretariat's desk to everybody's. */
class CallFilesTest extends ViewTest {

    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    private int port;

    @Autowired
    private Calls calls;

    @Autowired
    private DraftCall draftCall;

    @Autowired
    private ReviseCall revise;

    @Autowired
    private Files files;

    @Autowired
    private CaseEvents events;

    private PersonId secretary;
    private PersonId approver;
    private CallId id;

    @BeforeEach
    void aDraft() {
        secretary = person("事務局の人", Office.SECRETARIAT);
        approver = person("決裁の人", Office.APPROVER);
        id = calls.save(OpenedCall.drafted(secretary)).id();
    }

    private FileId added(String name) {
        var file = files.store(name, new ByteArrayInputStream(pdf(name)), secretary);
        revise.addFile(id, file, secretary);
        return file.id();
    }

    /** One like no other. */
    private static byte[] pdf(String name) {
        return ("%PDF-1.7\n%" + name + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    private List<CallFile> kept() {
        return calls.get(id).draft().files();
    }

    private void putForward() {
        var call = calls.get(id);
        call.putForward(List.of(), Instant.now(), Actor.inOwnRight(secretary));
        calls.save(call);
    }

    private void approve() {
        var call = calls.get(id);
        call.approve(call.putForwardAt().orElseThrow(), "1", Instant.now(), Actor.inOwnRight(approver));
        calls.save(call);
    }

    private List<CaseEvent> recorded(String kind) {
        return events.of(new CaseKey(id.value())).stream()
                .filter(event -> event.kind().equals(kind))
                .toList();
    }

    @Test
    void theSecretariatAddsFilesGivesThemTitlesAndTakesThemOut() {
        signInAs(secretary);
        open("calls/" + id + "/design/files");
        assertThat(text()).contains("0個（10個まで）", "差し替えはできません");

        upload("募集要項.pdf", PDF);
        upload("様式1.pdf", pdf("様式1.pdf"));
        test(title(1)).setValue("様式1（提案書）");
        test(remove("募集要項.pdf")).click();
        clickAgain(remove("様式1.pdf"));

        assertThat(kept()).extracting(CallFile::title).containsExactly("様式1（提案書）");
        assertThat(title(0).getValue()).isEqualTo("様式1（提案書）");
        assertThat(text()).contains("1個（10個まで）", "様式1.pdf \n（PDF、1KB）");
        assertThat(recorded("callFileAdded"))
                .extracting(event -> event.facts().get("name"))
                .containsExactly("募集要項.pdf", "様式1.pdf");
        assertThat(recorded("callFileRemoved"))
                .singleElement()
                .satisfies(event -> assertThat(event.facts())
                        .containsEntry("name", "募集要項.pdf")
                        .containsEntry("by", secretary.toString())
                        .containsKey("sha256"));
    }

    @Test
    void aFileThatIsNotTakenSaysWhyWhileTheOthersAre() {
        for (var number = 1; number <= 9; number++) {
            added("様式" + number + ".pdf");
        }
        signInAs(secretary);
        open("calls/" + id + "/design/files");

        upload("様式.docm", PDF);
        assertThat(text()).contains("「様式.docm」はマクロ付きのため受け付けられません。");
        upload("様式.docx", PDF);
        assertThat(text()).contains("「様式.docx」は名前が .docx ですが、中身は .pdf です。");
        upload("様式10.pdf", pdf("様式10.pdf"));
        upload("様式11.pdf", pdf("様式11.pdf"));
        assertThat(text()).contains("「様式11.pdf」は加えられませんでした。ファイルは10個までです。");
        assertThat(kept()).hasSize(10).last().extracting(CallFile::name).isEqualTo("様式10.pdf");
    }

    @Test
    void whatWasPutForwardMeanwhileTakesNoFileAndSaysSo() {
        var file = added("募集要項.pdf");
        signInAs(secretary);
        open("calls/" + id + "/design/files");
        putForward();

        upload("様式1.pdf", PDF);
        assertThat(text()).contains("この募集は決裁に出されているため、変更できません。");
        test(remove("募集要項.pdf")).click();
        assertThat(kept()).extracting(CallFile::id).containsExactly(file);
        var stored = files.facts(file);
        assertThatThrownBy(() -> revise.addFile(id, stored, approver)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> revise.removeFile(id, file, approver)).isInstanceOf(Refusal.class);
    }

    @Test
    void whoApprovesReadsTheFilesAndThePreviewHasThem() {
        added("募集要項.pdf");
        putForward();
        for (var reader : List.of(secretary, approver, person("監査の人", Office.AUDITOR))) {
            for (var page : List.of("calls/" + id, "calls/" + id + "/preview")) {
                signInAs(reader);
                open(page);
                assertThat(downloaded()).as(page).isEqualTo(pdf("募集要項.pdf"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Office.class,
            names = {"SECRETARIAT", "APPROVER", "AUDITOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseFindsTheFilesOfADraft(Office office) {
        added("募集要項.pdf");
        signInAs(person("ほかの人", office, office.scope() == Office.Scope.CITY ? null : id.value()));

        for (var page : List.of("calls/" + id, "calls/" + id + "/preview", "calls/" + id + "/design/files")) {
            open(page);
            assertThat(text()).as(page).doesNotContain("募集要項");
            assertThat($(Upload.class).exists()).isFalse();
        }
    }

    @Test
    void whoMayNoLongerReadTheDraftGetsNothingByALinkThatIsStillOpen() {
        added("募集要項.pdf");
        signInAs(approver);
        open("calls/" + id + "/preview");

        offices.end(approver, Office.APPROVER, null);

        assertThat(downloaded()).isEmpty();
    }

    @Test
    void theFilesArePublicFromTheMomentTheCallIsAndAsAbsentBeforeAsOnesThatNeverWere() {
        var file = added("募集要項　第1版.pdf");
        var browser = new Browser(port);
        var address = "/guidelines/" + id + "/files/";
        var unknown = browser.get(address + Ids.next());
        assertThat(unknown.status()).isEqualTo(404);
        for (var step : List.<Runnable>of(() -> {}, this::putForward)) {
            step.run();
            assertThat(browser.get(address + file)).satisfies(page -> {
                assertThat(page.status()).isEqualTo(404);
                assertThat(page.body()).isEqualTo(unknown.body());
            });
        }

        approve();

        var sent = browser.get(address + file);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.body()).isEqualTo(new String(pdf("募集要項　第1版.pdf"), StandardCharsets.UTF_8));
        assertThat(sent.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(sent.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(sent.header("Content-Disposition"))
                .startsWith("attachment; filename=")
                .contains("filename*=UTF-8''%E5%8B%9F");
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
        assertThat(browser.get("/guidelines/" + id).body())
                .contains("募集要項・様式", "href=\"" + address + file + "\"", "募集要項　第1版 <small>（PDF、1KB）", "差し替えることはありません")
                .doesNotContain("<script");
        var other = calls.save(OpenedCall.until(20, "1", secretary, approver)).id();
        for (var absent : List.of(address + "x", address + Ids.next(), "/guidelines/" + other + "/files/" + file)) {
            assertThat(browser.get(absent)).as(absent).satisfies(page -> {
                assertThat(page.status()).isEqualTo(404);
                assertThat(page.body()).isEqualTo(unknown.body());
            });
        }
    }

    @Test
    void aGroupFindsThePublicAddressBeforeItWrites() {
        var file = added("募集要項.pdf");
        putForward();
        approve();
        signInAs(people.add("団体の人", "ダンタイ", null));

        open("open-calls/" + id);

        assertThat(text()).contains("募集要項・様式", "募集要項 \n（PDF、1KB）");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("guidelines/" + id + "/files/" + file);
    }

    @Test
    void aCopyTakesTheFilesOverAndAsksToLookAtThem() {
        var file = added("募集要項.pdf");
        putForward();
        approve();

        id = draftCall.copyOf(id, "写し", secretary);
        added("様式1.pdf");

        assertThat(kept()).extracting(CallFile::takenOver).containsExactly(true, false);
        assertThat(kept().getFirst().id()).isEqualTo(file);
        assertThat(recorded("callFileAdded")).hasSize(2);
        signInAs(secretary);
        for (var page : List.of("/design/files", "/design/check", "")) {
            open("calls/" + id + page);
            assertThat(text()).as(page).contains("引き継いだファイルがあります：「募集要項」 ");
        }
    }

    private void upload(String name, byte[] bytes) {
        test($(Upload.class).single()).upload(name, "application/octet-stream", bytes);
    }

    private TextField title(int at) {
        return $(TextField.class).withId("at-files-" + at + "-label").single();
    }

    private Button remove(String name) {
        return $(Button.class).all().stream()
                .filter(button -> button.getAriaLabel()
                        .filter(("「" + name + "」を外す")::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private byte[] downloaded() {
        var bytes = new ByteArrayOutputStream();
        test($(Anchor.class).all().stream()
                        .filter(anchor -> anchor.getText().contains("募集要項"))
                        .findFirst()
                        .orElseThrow())
                .download(bytes);
        return bytes.toByteArray();
    }
}
