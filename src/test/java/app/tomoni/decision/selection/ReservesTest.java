package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.account.PersonId;
import app.tomoni.decision.Outcome;
import app.tomoni.document.FileId;
import app.tomoni.organisation.LetterChoices;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.OpenTask;
import app.tomoni.shared.Refusal;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of runners-up once the results are out. */
class ReservesTest extends SelectionCase {

    @Autowired
    private Reserves reserves;

    @Autowired
    private OfferLetters offerLetters;

    @Autowired
    private LetterChoices choices;

    @BeforeEach
    void groups() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        representatives.values().forEach(person -> people.giveMail(person, person + "@example.jp"));
    }

    @Test
    void whoMovesUpReadsItAndWhoIsLetGoIsToldAndReadsIt() {
        release();
        assertThat(result("P4")).contains("次点となりました", "採択のご案内をすることがあります");

        assertThat(result("P2")).contains("採択のご案内をしました", "170,000円").doesNotContain("次点となりました");
        give("P2", Answer.Kind.ACCEPTED);
        assertThat(result("P2")).contains("次点から繰り上がり、採択となりました", "170,000円").doesNotContain("ご案内をすることがあります");

        give("P1", Answer.Kind.ACCEPTED);
        assertThat(mails("P4")).doesNotContain("reserve-released");
        give("P3", Answer.Kind.ACCEPTED);
        assertThat(mails("P4")).containsOnlyOnce("reserve-released");
        assertThat(mails("P2")).doesNotContain("reserve-released");
        assertThat(result("P4")).contains("今回は採択に至りませんでした").doesNotContain("ご案内をすることがあります", "次点となりました");
    }

    @Test
    void theSecretariatFindsTheLetterOfAnOfferInItsInboxAndTheGroupReadsItOnceItIsSent() {
        release();
        var letter = letterOf("P2");
        assertThat(letter.kind()).isEqualTo(Letter.Kind.OFFER);
        assertThat(told.of(proposals.get("P2")).orElseThrow().letter())
                .as("not the older one, that it is a runner-up")
                .isNull();
        assertThat(toSend(secretary)).hasSize(1);
        assertThat(toSend(chair)).isEmpty();

        signInAs(secretary);
        open("inbox");
        assertThat(text()).contains("採択のご案内の通知書を送る", "P2　提案 P2");
        open(toSend(secretary).getFirst().address());
        assertThat(text())
                .contains(letter.documentNumber())
                .doesNotContain(letterOf("P1").documentNumber());
        press("送付の順番に入れる");

        assertThat(toSend(secretary)).isEmpty();
        assertThat(told.of(proposals.get("P2")).orElseThrow()).satisfies(result -> {
            assertThat(result.letter()).isEqualTo(new FileId(letter.file()));
            assertThat(result.number()).isEqualTo(letter.documentNumber());
        });
    }

    @Test
    void anOffersLetterByMailIsAnnouncedWhenItIsSent() {
        release();
        var letter = letterOf("P2");
        choices.choose(new OrganisationId(letter.organisation()), true, representatives.get("P2"));
        assertThat(mails("P2")).doesNotContain("offer-letter");

        offerLetters.queue(letter.id(), secretary);
        listeners.haveHeard();

        assertThat(letterOf("P2").delivery()).isEqualTo(Letter.Delivery.MAIL);
        assertThat(mails("P2")).containsOnlyOnce("offer-letter");
    }

    @Test
    void aLetterWhoseDateHasPassedIsWrittenAgainBeforeItIsSentAndLeavesTheWholeTimeForTheAnswer() {
        release();
        var before = told.of(proposals.get("P2")).orElseThrow().answerBy();
        var letter = letterOf("P2").id();
        clock.advance(Duration.ofDays(7));

        assertThatThrownBy(() -> offerLetters.queue(letter, secretary))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("decision.letter.dated.past"));
        assertThatThrownBy(() -> offerLetters.date(letter, chair)).isInstanceOf(Refusal.class);
        signInAs(secretary);
        open(toSend(secretary).getFirst().address());
        press("今日の日付で書き直す");
        assertThat(letterOf("P2").dated()).isEqualTo(LocalDate.now(clock));
        press("送付の順番に入れる");

        assertThat(letterOf("P2").queuedAt()).isPresent();
        var by = told.of(proposals.get("P2")).orElseThrow().answerBy();
        assertThat(by).isAfter(before);
        assertThat(cases.taskFor(representatives.get("P2"), key("P2"), "answerResult"))
                .get()
                .extracting(OpenTask::dueAt)
                .isEqualTo(by);
    }

    @Test
    void nobodyIsAskedToSendAnOfferThatHasBeenDeclined() {
        release();
        give("P2", Answer.Kind.DECLINED);

        assertThat(toSend(secretary))
                .extracting(OpenTask::address)
                .containsExactlyInAnyOrder(
                        "letters?proposal=" + proposals.get("P4"), "letters?proposal=" + proposals.get("P5"));
        signInAs(secretary);
        open("letters?proposal=" + proposals.get("P2"));
        assertThat(text()).contains("辞退されたため、送りません");
        open("letters?proposal=" + proposals.get("P4"));
        assertThat(text()).doesNotContain("辞退されたため、送りません");
    }

    @Test
    void whereTheDecisionLeftTheFiguresThePageSaysWhyADeclinedSumIsOfferedToNobody() {
        close();
        recommend();
        draft.write(
                task(secretary, "draftDecision"),
                decided("P3"),
                DecidedLine.of(proposals.get("P3"), Outcome.NOT_ADOPTED, null, "", "市の計画と重なるため", null),
                secretary);
        draft();
        tell();
        assertThat(selection()).contains("次点の団体").doesNotContain("あらためて決裁を受け");

        give("P1", Answer.Kind.DECLINED);

        assertThat(selection()).contains("計算した案と異なるため", "団体へ直接ご連絡ください");
    }

    @Test
    void whereTheDecisionHoldsNoOrderThePageSaysThatANewOneIsNeeded() {
        close();
        recommend();
        var task = task(secretary, "draftDecision");
        signInAs(secretary);
        open("tasks/draftDecision/" + task);
        assertThat($(Checkbox.class).withCaption("次点の順番も、この決定に含める").single().getHelperText())
                .contains("1件でも異なるときは");
        draft.write(task, draftText(), new DecisionText("別紙のとおり決定する。", false, Samples.letterhead()), secretary);
        draft.submit(task, secretary);
        tell();

        give("P1", Answer.Kind.DECLINED);

        assertThat(selection()).contains("次点の順番がこの決定に含まれていないため").doesNotContain("計算した案と異なるため");
    }

    @Test
    void onlyTheSecretariatLetsTheRunnersUpGo() {
        release();

        assertThatThrownBy(() -> reserves.release(call, chair)).isInstanceOf(Refusal.class);
        assertThat(cases.hasEnded(key("P5"))).isFalse();

        selection();
        press("次点の待機を終える");
        settle();
        assertThat(cases.hasEnded(key("P4"))).isTrue();
        assertThat(cases.hasEnded(key("P5"))).isTrue();
        assertThat(cases.hasEnded(key("P2"))).as("was offered something").isFalse();
    }

    private void tell() {
        approve.approve(task(head, "approveDecision"), head);
        settle();
        confirm();
        settle();
    }

    private String selection() {
        signInAs(secretary);
        open("selections/" + call);
        return text();
    }

    private Letter letterOf(String group) {
        return letters.ofProposal(proposals.get(group).value()).getLast();
    }

    private List<OpenTask> toSend(PersonId person) {
        return waiting(person, "sendOffer");
    }

    /** What the group reads of its result. */
    private String result(String group) {
        signInAs(representatives.get(group));
        open("proposals/" + proposals.get(group) + "/result");
        return text();
    }

    private List<String> mails(String group) {
        return jdbc.sql("SELECT template FROM mail WHERE case_key = ?")
                .param(proposals.get(group).value())
                .query(String.class)
                .list();
    }
}
