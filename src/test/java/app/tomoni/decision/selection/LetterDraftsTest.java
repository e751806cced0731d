package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.decision.Outcome;
import app.tomoni.decision.selection.Letter.Kind;
import app.tomoni.document.FileId;
import app.tomoni.document.Files;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.ScoredProposal.Status;
import app.tomoni.shared.Ids;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Secretariat and approver read the letters before the approval. */
class LetterDraftsTest extends SelectionCase {

    private static final String OPEN = "通知案（PDF）";

    @Autowired
    private LetterDrafts drafts;

    @Autowired
    private Files files;

    @Test
    void theApproverReadsWordForWordWhatEachGroupIsToldAfterwards() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        var approving = task(head, "approveDecision");
        var drafted = new HashMap<String, List<String>>();
        for (var group : proposals.keySet()) {
            var read = lines(pdf(approving, group, Kind.RESULT, head));
            assertThat(read).contains("【案】", "案　決裁の前の通知案です。まだ、どなたにも送っていません。", "（文書番号は、決裁のあとに付きます）");
            drafted.put(group, read);
        }
        assertThat(letters.ofCall(call.value())).as("a draft is no letter").isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM stored_file WHERE name LIKE '%案%'")
                        .query(Integer.class)
                        .single())
                .isZero();

        approve.approve(approving, head);
        settle();

        drafted.forEach((group, read) -> assertThat(wordsOnly(letterTo(group))).isEqualTo(wordsOnly(read)));
        assertThat(letterTo("P1")).noneMatch(line -> line.contains("案　") || line.contains("【案】"));
    }

    @Test
    void theDraftSaysWhatIsTypedByThen() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        var drafting = task(secretary, "draftDecision");
        assertThat(text(pdf(drafting, "P3", Kind.RESULT, secretary))).contains("採択することに決定しました");

        var line = decided("P3");
        draft.write(
                drafting,
                line,
                DecidedLine.of(line.proposal(), Outcome.NOT_ADOPTED, null, "", "市の計画と重なるため", null),
                secretary);
        draft.write(drafting, draftText(), text("別紙のとおり決定する。", Samples.letterhead()), secretary);

        assertThat(text(pdf(drafting, "P3", Kind.RESULT, secretary)))
                .contains("今回は採択に至りませんでした", "市の計画と重なるため", Samples.letterhead().sender())
                .doesNotContain("採択することに決定しました");
    }

    @Test
    void anOfferThatFollowsAtOnceIsReadBeforeTheApprovalToo() throws IOException {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        var approving = task(head, "approveDecision");
        signInAs(head);
        open("tasks/approveDecision/" + approving);
        assertThat(links("採択のご案内の" + OPEN)).hasSize(1);
        assertThat(text(pdf(approving, "P2", Kind.OFFER, head))).contains("採択としてご案内できる", "170,000円", "【案】");
        assertThat(drafts.pdf(approving, proposals.get("P4"), Kind.OFFER, head)).isEmpty();
    }

    @Test
    void onlyWhoeverMayActOnTheDraftNowReadsIt() {
        var other = holder("別の部長", Office.APPROVER, null);
        var nobodys = List.of(
                holder("監査 一", Office.AUDITOR, null),
                holder("管理 一", Office.ADMINISTRATOR, null),
                holder("財政 一", Office.FINANCE, null),
                holder("職務代理", Office.ACTING_CHAIR, call),
                panel.getFirst(),
                chair,
                fixture.person("担当課"));
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        offices.appoint(nobodys.getLast(), Office.DEPARTMENT, Ids.next(), LocalDate.of(2020, 1, 1), null);
        close();
        recommend();
        var drafting = task(secretary, "draftDecision");
        assertReads(drafting, secretary, colleague);
        assertReadsNothing(drafting, nobodys, List.of(head, other, representatives.get("P1")));

        draft();
        var approving = task(head, "approveDecision");
        assertReads(approving, head, other);
        assertReadsNothing(approving, nobodys, List.of(secretary, representatives.get("P1")));
        assertReadsNothing(drafting, List.of(secretary, head));
        assertThat(drafts.pdf(new TaskId(Ids.next().toString()), proposals.get("P1"), Kind.RESULT, head))
                .isEmpty();
        assertThat(drafts.pdf(new TaskId("1"), proposals.get("P1"), Kind.RESULT, head))
                .isEmpty();
        assertThat(drafts.pdf(approving, new ProposalId(Ids.next()), Kind.RESULT, head))
                .isEmpty();
        assertThat(drafts.pdf(approving, proposals.get("P1"), Kind.OFFER, head)).isEmpty();

        approve.giveBack(approving, "金額の根拠", head);
        assertReadsNothing(approving, List.of(head, secretary));
        var again = task(secretary, "draftDecision");
        assertReads(again, secretary);
        assertReadsNothing(again, List.of(head));
    }

    @Test
    void bothPagesLeadToOneDraftForEachGroupThatGetsALetter() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        sample.now("P5", Status.WITHDRAWN_LATE);
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        assertThat($(Button.class).withText(OPEN).all()).hasSize(4);

        draft();
        signInAs(head);
        var approving = task(head, "approveDecision");
        open("tasks/approveDecision/" + approving);
        assertThat(links(OPEN)).hasSize(4);
        assertThat(text())
                .contains("承認のあとに届く通知書の文面", "日時は、通知書を送るときに事務局が決めます")
                .as("no time of publication is set")
                .doesNotContain("（予定：）");
        assertThat(drafts.pdf(approving, proposals.get("P5"), Kind.RESULT, head))
                .isEmpty();
    }

    private List<Anchor> links(String text) {
        return $(Anchor.class).all().stream()
                .filter(link -> link.getText().equals(text))
                .toList();
    }

    private void assertReads(TaskId task, PersonId... readers) {
        for (var reader : readers) {
            assertThat(drafts.pdf(task, proposals.get("P1"), Kind.RESULT, reader))
                    .isPresent();
        }
    }

    @SafeVarargs
    private void assertReadsNothing(TaskId task, List<PersonId>... readers) {
        for (var some : readers) {
            some.forEach(reader -> assertThat(drafts.pdf(task, proposals.get("P1"), Kind.RESULT, reader))
                    .isEmpty());
        }
    }

    private byte[] pdf(TaskId task, String group, Kind kind, PersonId reader) {
        return drafts.pdf(task, proposals.get(group), kind, reader).orElseThrow();
    }

    /** Without what is known only after the approval, and without the mark of a draft. */
    private static String wordsOnly(List<String> lines) {
        return String.join("", lines)
                .replace("【案】", "")
                .replace("案　決裁の前の通知案です。まだ、どなたにも送っていません。", "")
                .replaceFirst("^.*?(?=団体|P)", "")
                .replaceAll("（通知書の日付から数えて決まる日。今日の日付であれば、(.*)）までに", "$1までに")
                .replaceAll("\\s", "");
    }

    private List<String> letterTo(String group) {
        var letter = letters.ofProposal(proposals.get(group).value()).getLast();
        try (var in = files.open(new FileId(letter.file()))) {
            return lines(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        return String.join("", lines(pdf));
    }

    private static List<String> lines(byte[] bytes) throws IOException {
        try (var pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).lines().map(String::strip).toList();
        }
    }
}
