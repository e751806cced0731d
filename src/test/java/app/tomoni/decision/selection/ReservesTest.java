package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.account.Deputies;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.Deadline;
import app.tomoni.decision.Outcome;
import app.tomoni.document.FileId;
import app.tomoni.document.Files;
import app.tomoni.organisation.LetterChoices;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.Audience;
import app.tomoni.process.DueDates;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.Proposal;
import app.tomoni.scoring.Result;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

/** What becomes of runners-up once the results are out. */
class ReservesTest extends SelectionCase {

    @Autowired
    private Reserves reserves;

    @Autowired
    private DecideReserve decide;

    @Autowired
    private Deputies deputies;

    @Autowired
    private OfferLetters offerLetters;

    @Autowired
    private LetterChoices choices;

    @Autowired
    private Offers offers;

    @Autowired
    private LetterDrafts drafts;

    @Autowired
    private Files files;

    @Autowired
    private DueDates dates;

    private void enter(Samples samples) {
        enter(samples, "P1", "P2", "P3", "P4", "P5");
        representatives.values().forEach(person -> people.giveMail(person, person + "@example.jp"));
    }

    @Test
    void whoMovesUpReadsItAndWhoIsLetGoIsToldAndReadsIt() {
        enter(Samples.komoro());
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
    void whatARunnerUpIsOfferedTheMomentItIsToldIsReadByEverybodyWhoDecides() throws IOException {
        enter(Samples.komoro());
        close();
        signInAs(chair);
        open("tasks/recommendProjects/" + task(chair, "recommendProjects"));
        assertThat(text()).contains("予算の残りは、次点とした団体への採択のご案内に充てられることがあります。");
        recommend();
        var sentence = "P2（次点）には、結果のお知らせと同時に、残りの予算から170,000円（希望額200,000円のうち）の採択をご案内します。";
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        assertThat(text()).contains(sentence).doesNotContain("P4（次点）には");
        test($(Checkbox.class).withCaption("次点の順番も、この決定に含める").single()).click();
        assertThat(text()).doesNotContain("結果のお知らせと同時に");
        test($(Checkbox.class).withCaption("次点の順番も、この決定に含める").single()).click();
        assertThat(text()).contains(sentence);
        draft();
        signInAs(head);
        open("tasks/approveDecision/" + task(head, "approveDecision"));
        assertThat(text()).contains(sentence);
        approve.approve(task(head, "approveDecision"), head);
        settle();
        assertThat(offers.findByCallId(call.value())).isEmpty();
        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        assertThat(text()).contains(sentence);
        assertThat(written("P2")).contains("採択のご案内をいたします").doesNotContain("次点とは");
        assertThat(written("P4")).contains("次点とは").doesNotContain("採択のご案内をいたします");

        confirm();
        settle();

        assertThat(offers.findByCallId(call.value())).singleElement().satisfies(offer -> {
            assertThat(offer.proposal()).isEqualTo(proposals.get("P2"));
            assertThat(offer.amount()).contains(new Yen(170_000));
        });
    }

    @Test
    void theSecretariatReadsWhatWasOfferedAndAnsweredAndWhatIsPromised() {
        enter(Samples.komoro());
        release();
        assertThat(selection())
                .contains("採択をご案内中", "170,000円", "決定したときの額の合計 430,000円", "いまお約束している額の合計 600,000円", "その後に予算が空いても変わりません");

        give("P2", Answer.Kind.ACCEPTED);
        assertThat(selection()).contains("繰り上げて採択", "いまお約束している額の合計 600,000円");
        give("P1", Answer.Kind.DECLINED);

        var free = offers.findByCallId(call.value()).stream()
                .filter(offer -> !offer.proposal().equals(proposals.get("P2")))
                .mapToLong(offer -> offer.amount().orElseThrow().amount())
                .sum();
        assertThat(free).isPositive();
        assertThat(selection()).contains("いまお約束している額の合計 %,d円（予算 600,000円".formatted(600_000 - 250_000 + free));
        assertThat(offers.findByProposalId(proposals.get("P2").value()))
                .as("an offer does not grow")
                .get()
                .extracting(Offer::amount)
                .isEqualTo(Optional.of(new Yen(170_000)));
        var auditor = holder("監査 一", Office.AUDITOR, null);
        signInAs(auditor);
        open("selections/" + call);
        assertThat(text()).contains("繰り上げて採択");
    }

    @Test
    void theSecretariatFindsTheLetterOfAnOfferInItsInboxAndTheGroupReadsItOnceItIsSent() {
        enter(Samples.komoro());
        release();
        var letter = letterOf("P2");
        assertThat(letter.kind()).isEqualTo(Letter.Kind.OFFER);
        assertThat(told.of(proposals.get("P2")).orElseThrow().letter())
                .as("not the older one, that it is a runner-up")
                .isNull();
        assertThat(toSend(secretary)).hasSize(1);
        assertThat(toSend(chair)).isEmpty();

        signInAs(secretary);
        open("inbox?call=" + call);
        assertThat(text()).contains("提案 P2", "P2・採択のご案内の通知書を送る・");
        open(toSend(secretary).getFirst().address());
        assertThat(text())
                .contains(letter.documentNumber())
                .doesNotContain(letterOf("P1").documentNumber());
        press("送付の順番に入れる");
        assertThat(letterOf("P2").queuedAt()).as("it asks first").isEmpty();
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("団体 P2", letter.documentNumber(), "取り消せません");
        press("この通知書を送る");

        assertThat(toSend(secretary)).isEmpty();
        assertThat(waiting(secretary, "postPrinted"))
                .as("it goes on paper, and the time for the answer runs from its posting")
                .hasSize(1);
        assertThat(told.of(proposals.get("P2")).orElseThrow()).satisfies(result -> {
            assertThat(result.letter()).isEqualTo(new FileId(letter.file()));
            assertThat(result.number()).isEqualTo(letter.documentNumber());
        });
    }

    @Test
    void anOffersLetterByMailIsAnnouncedWhenItIsSent() {
        enter(Samples.komoro());
        release();
        var letter = letterOf("P2");
        choices.choose(new OrganisationId(letter.organisation()), true, representatives.get("P2"));
        assertThat(mails("P2")).doesNotContain("offer-letter");
        for (var page : List.of("proposals", "proposals/" + proposals.get("P2"))) {
            signInAs(representatives.get("P2"));
            open(page);
            assertThat(text()).as("asked, with no day yet").contains("結果に回答する").doesNotContain("いま、していただくことはありません。");
        }

        offerLetters.queue(letter.id(), secretary);
        listeners.haveHeard();

        assertThat(letterOf("P2").delivery()).isEqualTo(Letter.Delivery.MAIL);
        assertThat(mails("P2")).containsOnlyOnce("offer-letter");
    }

    @Test
    void aLetterWhoseDateHasPassedIsWrittenAgainBeforeItIsSentAndLeavesTheWholeTimeForTheAnswer() {
        enter(Samples.komoro());
        release();
        assertThat(told.of(proposals.get("P2")).orElseThrow().answerBy())
                .as("nobody knows yet on which day the letter leaves")
                .isNull();
        var letter = letterOf("P2").id();
        pass(7);

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
        press("この通知書を送る");

        assertThat(letterOf("P2").queuedAt()).isPresent();
        var by = told.of(proposals.get("P2")).orElseThrow().answerBy();
        assertThat(by).isEqualTo(wholeTimeFrom(LocalDate.now(clock)));
        assertThat(events.of(key("P2")))
                .as("it is the first day that anybody reads")
                .noneMatch(event -> event.kind().equals("answerDayMoved"));
        assertThat(cases.taskFor(representatives.get("P2"), key("P2"), "answerResult"))
                .get()
                .extracting(OpenTask::dueAt)
                .isEqualTo(by);
    }

    @Test
    void noDayHasPassedForAnOfferThatHasNotBeenSent() {
        enter(Samples.komoro());
        release();
        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
        List.of("P1", "P3", "P4")
                .forEach(group -> cases.taskFor(representatives.get(group), key(group), "answerResult")
                        .ifPresent(task -> give(group, Answer.Kind.ACCEPTED)));
        clock.stopAt(wholeTimeFrom(LocalDate.now(clock)).plusSeconds(60));
        opener.look();

        assertThat(waiting(secretary, "lateAnswer")).isEmpty();
        for (var audience : List.of(Audience.STAFF, Audience.APPLICANT)) {
            assertThat(statuses.of(key("P2"), audience, null, Locale.JAPANESE)).satisfies(status -> {
                assertThat(status.due()).isNull();
                assertThat(status.now()).contains("別にお知らせする日").doesNotContain("過ぎて");
            });
        }
        assertThat(result("P2")).contains("通知書をお送りした日から数えて").doesNotContain("期限を過ぎ", "期日を過ぎ");
        open("tasks/answerResult/"
                + cases.taskFor(representatives.get("P2"), key("P2"), "answerResult")
                        .orElseThrow()
                        .id());
        assertThat(text()).contains("いまお返事いただくこともできます").doesNotContain("過ぎて");
        assertThat(publicPage("P2").body()).contains("次点").doesNotContain("ご案内");
        assertThat(selection()).contains("まだ発送していないものが1通あります。", "お返事の期限が決まり").doesNotContain("過ぎています");
        assertThat($(Select.class).all())
                .anySatisfy(list -> assertThat(label(list, proposed.get(proposals.get("P2"))))
                        .contains("通知書をまだ送っていません"));
    }

    @SuppressWarnings("unchecked")
    private static String label(Select<?> list, Proposal one) {
        return ((Select<Proposal>) list).getItemLabelGenerator().apply(one);
    }

    @Test
    void anOffersLetterDatedOnAClosedDayIsSentOnlyWhenThatIsMeant() {
        enter(Samples.komoro());
        release();
        clock.stopAt(LocalDate.now(clock)
                .with(TemporalAdjusters.next(DayOfWeek.SATURDAY))
                .atTime(10, 0)
                .atZone(JapaneseDates.ZONE)
                .toInstant());
        offerLetters.date(letterOf("P2").id(), secretary);
        assertThat(events.of(key("P2")).getLast().kind()).isEqualTo("letterDated");
        signInAs(secretary);
        open(toSend(secretary).getFirst().address());

        press("送付の順番に入れる");
        assertThat(letterOf("P2").queuedAt()).as("it asks first").isEmpty();
        press("送らずに閉じる");
        assertThat(letterOf("P2").queuedAt()).isEmpty();
        press("送付の順番に入れる");
        press($(Button.class).all().stream()
                .map(Button::getText)
                .filter(text -> text.startsWith("休みの日の日付（") && text.endsWith("（土））のまま送る"))
                .findFirst()
                .orElseThrow());

        assertThat(letterOf("P2").queuedAt()).isPresent();
    }

    @Test
    void whatIsLeftOfTheBudgetAndWhatBecomesOfItIsSaidToTheSecretariat() {
        enter(Samples.komoro());
        release();
        assertThat(selection()).doesNotContain("どの団体にもお約束していない額");
        for (var group : List.of("P1", "P3", "P2", "P4", "P5")) {
            give(group, Answer.Kind.DECLINED);
        }

        assertThat(selection())
                .contains(
                        "予算のうち600,000円は、どの団体にもお約束していません",
                        "残った分をどう使うか（追加の募集など）は、市でお決めください。",
                        "決定したときの額の合計 430,000円",
                        "いまお約束している額の合計 0円",
                        "ご案内を待っている次点の団体は、いまはありません。")
                .doesNotContain("この順番でご案内できます");
    }

    @Test
    void nobodyIsAskedToSendAnOfferThatHasBeenDeclined() {
        enter(Samples.komoro());
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
        enter(Samples.komoro());
        close();
        recommend();
        draft.write(
                task(secretary, "draftDecision"),
                decided("P3"),
                DecidedLine.of(proposals.get("P3"), Outcome.NOT_ADOPTED, null, "", "市の計画と重なるため", null),
                secretary);
        draft();
        tell();
        assertThat(selection()).contains("次点の団体").doesNotContain("あらためて決裁が必要");

        give("P1", Answer.Kind.DECLINED);

        assertThat(selection()).contains("計算した案と異なります", "あらためて決裁が必要", "残っている予算は600,000円");
    }

    @Test
    void whereTheDecisionHoldsNoOrderASecondOneOffersWhatHasBecomeFree() {
        enter(Samples.komoro());
        close();
        recommend();
        signInAs(secretary);
        open("tasks/draftDecision/" + task(secretary, "draftDecision"));
        assertThat($(Checkbox.class).withCaption("次点の順番も、この決定に含める").single().getHelperText())
                .contains("1件でも異なるときは");
        draftWithoutOrder();
        tell();
        assertThat(waiting(secretary, "serveReserves")).isEmpty();
        assertThat(selection()).doesNotContain("あらためて決裁が必要");

        give("P1", Answer.Kind.DECLINED);
        var asked = waiting(secretary, "serveReserves");
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().address()).isEqualTo("selections/" + call + "#reserves");
        assertThat(selection()).contains("次点の順番が、はじめの決定に含まれていません", "残っている予算は420,000円");
        press("決裁する方に届ける");
        assertThat(text()).contains("ご案内する次点を選んでください");
        choose("P4");
        assertThat(offered().getValue())
                .as("what is asked for, as far as there is money left")
                .isEqualTo("150,000");
        choose("P2");
        assertThat(offered().getValue()).isEqualTo("200,000");
        put("P4", "２００，０００", "辞退で空いた額を、点数の順に充てる。𠮷");
        assertThat(text()).contains("先にP2　提案 P2（");
        put("P2", "２００，０００", "辞退で空いた額を、点数の順に充てる。𠮷");
        assertThat(text()).doesNotContain("先にP2");
        press("決裁する方に届ける");

        assertThat(text()).contains("決裁する方に届けました。", "決裁を待っています");
        assertThat(waiting(secretary, "serveReserves")).isEmpty();
        assertThat(waiting(secretary, "decideReserve")).isEmpty();
        assertThat(result("P2")).as("nothing of it before it is decided").contains("次点となりました");
        sendBack("額の理由も書いてください。");

        assertThat(waiting(head, "decideReserve")).isEmpty();
        assertThat(waiting(secretary, "serveReserves")).hasSize(1);
        assertThat(selection()).contains("額の理由も書いてください。");
        assertThat($(TextArea.class).withCaption("起案文").single().getValue()).isEqualTo("辞退で空いた額を、点数の順に充てる。𠮷");
        press("決裁する方に届ける");
        signInAs(head);
        open(waiting(head, "decideReserve").getFirst().address());
        assertThat(text())
                .contains("P2　提案 P2", "200,000円", "事務局 一", "420,000円", "ご案内を待っているほかの次点", "P4　提案 P4")
                .doesNotContain("文書システムでの決裁", "先にP");
        press("承認する");
        assertThat(offers.findByCallId(call.value())).as("it asks first").isEmpty();
        press("この内容で承認する");
        assertThat(text()).contains("採択のご案内が決まりました");
        settle();

        assertThat(waiting(head, "decideReserve")).isEmpty();
        assertThat(toSend(secretary)).hasSize(1);
        assertThat(result("P2")).contains("採択のご案内をしました", "200,000円");
        assertThat(publicPage("P2").status()).isEqualTo(404);
        give("P2", Answer.Kind.ACCEPTED);
        assertThat(waiting(secretary, "serveReserves"))
                .as("two groups still wait")
                .hasSize(1);
        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
        assertThat(publicPage("P2").body()).contains("繰り上げて採択", "点数の順に充てる。𠮷", "200,000円");
        assertThat(selection()).contains("次点へのご案内の差し戻し（", "部長さん　理由：額の理由も書いてください。");

        selection();
        press("次点の待機を終える");
        press("待機を終えてお知らせする");
        assertThat(waiting(secretary, "serveReserves")).isEmpty();
    }

    @Test
    void whatADeputyDraftedInTheirPlaceNeitherApprovesNorRecords() {
        enter(Samples.komoro());
        tellWithoutOrder();
        give("P1", Answer.Kind.DECLINED);
        var deputy = fixture.person("事務の代理");
        deputies.appoint(deputy, secretary, Office.SECRETARIAT, null, LocalDate.now(clock), LocalDate.now(clock));
        second("P2", 200_000, deputy);
        var draft = pending();
        offices.appoint(secretary, Office.APPROVER, null, LocalDate.of(2020, 1, 1), null);

        assertThat(waiting(secretary, "decideReserve")).isEmpty();
        for (var own : List.of(secretary, deputy)) {
            refused("decision.elsewhere.same", () -> elsewhere(draft, own));
        }
        refused("decision.approve.same", () -> decide.approve(draft, secretary));
        signInAs(secretary);
        open("reserves/" + draft);
        assertThat(text()).contains("代理の関係にある方が起案した案です").doesNotContain("承認する", "決裁を記録する");
        decide.approve(draft, head);
    }

    @Test
    void aSecondDecisionKeepsToTheSumsAndTakesTwoPeople() throws IOException {
        enter(Samples.komoro());
        tellWithoutOrder();
        refused("decision.reserve.gone", () -> second("P2", 100_000, secretary)); // nothing has become free
        give("P1", Answer.Kind.DECLINED);

        refused("decision.absent", () -> second("P2", 100_000, chair));
        refused("decision.draft.wording", () -> decide.putForward(proposals.get("P2"), Yen.ZERO, "　", call, secretary));
        refused("decision.amount.zero", () -> second("P2", 0, secretary));
        refused("decision.amount.over", () -> second("P2", 200_001, secretary));
        refused("decision.reserve.gone", () -> second("P3", 1, secretary));
        second("P2", 200_000, secretary);
        refused("decision.reserve.pending", () -> second("P4", 150_000, colleague));
        refused("decision.reserve.pending", () -> reserves.release(call, secretary));
        var draft = pending();
        offices.appoint(secretary, Office.APPROVER, null, LocalDate.of(2020, 1, 1), null);
        refused("decision.approve.same", () -> decide.approve(draft, secretary));
        refused("decision.approve.same", () -> decide.giveBack(draft, "やめる", secretary));
        var deputy = fixture.person("代決 一");
        deputies.appoint(deputy, secretary, Office.APPROVER, null, LocalDate.now(clock), LocalDate.now(clock));
        refused("decision.approve.same", () -> decide.approve(draft, deputy));
        refused("decision.elsewhere.same", () -> elsewhere(draft, secretary));
        refused(
                "decision.elsewhere.early",
                () -> elsewhere(draft, LocalDate.now(clock).minusDays(1), colleague));
        refused("decision.absent", () -> decide.approve(draft, colleague));
        refused("decision.return.reason", () -> decide.giveBack(draft, " ", head));
        signInAs(secretary);
        open("reserves/" + draft);
        assertThat(text()).contains("代理の関係にある方が起案した案です").doesNotContain("承認する");
        assertThat(toSend(secretary)).isEmpty();
        assertThat($(Anchor.class).withText("採択のご案内の通知案（PDF）").exists()).isTrue();
        for (var reader : List.of(secretary, colleague, head)) {
            assertThat(read(drafts.offer(draft, reader).orElseThrow())).contains("採択としてご案内できる", "200,000円", "【案】");
        }
        for (var nobody : List.of(chair, panel.getFirst(), representatives.get("P2"))) {
            assertThat(drafts.offer(draft, nobody)).isEmpty();
        }

        elsewhere(draft, colleague);
        assertThat(drafts.offer(draft, head)).as("the letter itself is there").isEmpty();
        refused("decision.approve.notWaiting", () -> decide.approve(draft, head));
        settle();
        assertThat(letters.search("7市協第77号", call.value(), false, Limit.of(5)))
                .extracting(Letter::documentNumber)
                .containsExactly("７市協第７７号");
        open("selections/" + call);
        assertThat(text()).contains("次点へのご案内の決裁（P2）", "市民協働部長（７市協第７７号）", "事務局 二さん");

        second("P4", 150_000, secretary);
        decide.approve(pending(), head);
        settle();
        refused("decision.reserve.over", () -> second("P5", 70_001, secretary));
        second("P5", 70_000, secretary);
    }

    @Test
    void whereTheOrderWasApprovedNobodyMovesUpByASecondDecision() {
        enter(Samples.komoro());
        release();
        give("P1", Answer.Kind.DECLINED);

        refused("decision.reserve.gone", () -> second("P5", 1_000, secretary));
        assertThat(decide.choice(call)).isEmpty();
        assertThat(waiting(secretary, "serveReserves")).isEmpty();
    }

    @Test
    void whatAnOfferDidNotGrowByIsOfferedToWhoStillWaitsByASecondDecision() {
        enter(Samples.komoro().proposal("P6", 50_000L, 140), "P1", "P2", "P3", "P4", "P5", "P6");
        release();
        give("P1", Answer.Kind.DECLINED);
        for (var group : List.of("P3", "P4", "P5")) {
            give(group, Answer.Kind.ACCEPTED);
        }
        assertThat(waiting(secretary, "serveReserves"))
                .as("somebody may still decline")
                .isEmpty();
        give("P2", Answer.Kind.ACCEPTED);

        assertThat(cases.hasEnded(key("P6")))
                .as("the figures count 200,000 for P2, who was offered 170,000")
                .isFalse();
        assertThat(waiting(secretary, "serveReserves")).hasSize(1);
        assertThat(selection()).contains("計算に表れない予算が残っています", "残っている予算は30,000円");
        second("P6", 30_000, secretary);
        decide.approve(pending(), head);
        settle();
        assertThat(result("P6")).contains("採択のご案内をしました", "30,000円");
        give("P6", Answer.Kind.ACCEPTED);
        assertThat(selection()).contains("いまお約束している額の合計 600,000円");
    }

    private Instant wholeTimeFrom(LocalDate day) {
        return dates.byCall(
                key("P2"),
                Deadline.ACCEPTANCE.key(),
                day.atStartOfDay(JapaneseDates.ZONE).toInstant());
    }

    @Test
    void onceAllHaveAnsweredTheSecretariatIsAskedWhatBecomesOfThoseWhoWait() {
        enter(Samples.komoro());
        tellWithoutOrder();
        give("P1", Answer.Kind.ACCEPTED);
        assertThat(waiting(secretary, "serveReserves")).isEmpty();
        give("P3", Answer.Kind.ACCEPTED);

        assertThat(waiting(secretary, "serveReserves")).hasSize(1);
    }

    @Test
    void runnersUpWithEqualFiguresMoveUpInTheOrderThatWasApproved() {
        enter(Samples.twoPlacesAndEqualReserves("NONE", null));
        close();
        recommend();
        place("P3", 2);
        place("P4", 1);
        draft();
        tell();

        give("P1", Answer.Kind.DECLINED);
        assertThat(result("P4")).as("a place without money").contains("採択のご案内をしました");
        assertThat(result("P3")).contains("次点となりました");
        give("P2", Answer.Kind.ACCEPTED);
        assertThat(cases.hasEnded(key("P3")))
                .as("who was offered the place may still decline")
                .isFalse();
        give("P4", Answer.Kind.DECLINED);
        assertThat(result("P3")).contains("採択のご案内をしました");
        give("P3", Answer.Kind.ACCEPTED);
        assertThat(result("P5")).contains("今回は採択に至りませんでした");
    }

    @Test
    void whereTheOrderLeavesTheFiguresNobodyMovesUpAgainstIt() {
        enter(Samples.twoPlacesAndEqualReserves("NONE", null));
        close();
        recommend();
        place("P5", 1);
        place("P3", 3);
        draft();
        tell();

        give("P1", Answer.Kind.DECLINED);

        assertThat(proposalsOffered()).isEmpty();
        assertThat(waiting(secretary, "serveReserves")).hasSize(1);
        assertThat(selection()).contains("次点の順番が、点数と予算から計算した案と異なります");
    }

    @Test
    void whereTheCommitteeSetsAmountsWhoMovesUpNeedsASecondDecisionAndIsNotLetGo() {
        enter(Samples.twoPlacesAndEqualReserves("COMMITTEE", 150_000L));
        close();
        var task = task(chair, "recommendProjects");
        recommend.deliberate(
                task,
                new Deliberated(
                        Result.Place.AMOUNTS,
                        List.of(
                                new Deliberated.Found(proposals.get("P1").value(), 100_000L, null),
                                new Deliberated.Found(proposals.get("P2").value(), 100_000L, null)),
                        "話し合いの結果",
                        chair,
                        clock.instant()),
                chair,
                Locale.JAPANESE);
        recommend();
        draft();
        tell();

        give("P1", Answer.Kind.DECLINED);
        give("P2", Answer.Kind.ACCEPTED);

        assertThat(cases.hasEnded(key("P3"))).isFalse();
        assertThat(selection()).contains("点数と予算からは決まりません");
        second("P3", 90_000, secretary);
        decide.approve(pending(), head);
        settle();
        assertThat(result("P3")).contains("採択のご案内をしました", "90,000円");
    }

    @Test
    void onlyTheSecretariatLetsTheRunnersUpGo() {
        enter(Samples.komoro());
        release();

        assertThatThrownBy(() -> reserves.release(call, chair)).isInstanceOf(Refusal.class);
        assertThat(cases.hasEnded(key("P5"))).isFalse();

        selection();
        press("次点の待機を終える");
        assertThat(cases.hasEnded(key("P4"))).as("it asks first").isFalse();
        press("待機を終えてお知らせする");
        settle();
        assertThat(cases.hasEnded(key("P4"))).isTrue();
        assertThat(cases.hasEnded(key("P5"))).isTrue();
        assertThat(cases.hasEnded(key("P2"))).as("was offered something").isFalse();
    }

    private void place(String group, int place) {
        draft.write(
                task(secretary, "draftDecision"),
                decided(group),
                DecidedLine.of(proposals.get(group), Outcome.RUNNER_UP, null, "", "", place),
                secretary);
    }

    private List<UUID> proposalsOffered() {
        return jdbc.sql("SELECT proposal_id FROM offer WHERE call_id = ?")
                .param(call.value())
                .query(UUID.class)
                .list();
    }

    private void choose(String group) {
        var entrant = materials.of(call).entrant(proposals.get(group)).orElseThrow();
        test($(Select.class).withCaption("ご案内する次点").single()).selectItem(reserve(entrant.number()));
    }

    private TextField offered() {
        return $(TextField.class).withCaption("ご案内する額（円）").single();
    }

    private void put(String group, String amount, String wording) {
        choose(group);
        test(offered()).setValue(amount);
        test($(TextArea.class).withCaption("起案文").single()).setValue(wording);
    }

    @SuppressWarnings("unchecked")
    private String reserve(String number) {
        Select<Object> select = $(Select.class).withCaption("ご案内する次点").single();
        return select.getListDataView()
                .getItems()
                .map(select.getItemLabelGenerator()::apply)
                .filter(label -> label.startsWith(number))
                .findFirst()
                .orElseThrow();
    }

    private void sendBack(String reason) {
        signInAs(head);
        open(waiting(head, "decideReserve").getFirst().address());
        test($(TextArea.class).withCaption("戻す理由").single()).setValue(reason);
        press("前の担当へ戻す");
        assertThat(text()).contains(reason);
    }

    private void second(String group, long amount, PersonId by) {
        decide.putForward(proposals.get(group), new Yen(amount), "辞退で空いたため", call, by);
    }

    private UUID pending() {
        return decide.choice(call).orElseThrow().pending().orElseThrow().id();
    }

    private void elsewhere(UUID id, PersonId by) {
        elsewhere(id, LocalDate.now(clock), by);
    }

    private void elsewhere(UUID id, LocalDate on, PersonId by) {
        decide.recordApproval(id, on, "市民協働部長", "７市協第７７号", by);
    }

    private static void refused(String key, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    private String selection() {
        signInAs(secretary);
        open("selections/" + call);
        return text();
    }

    private Letter letterOf(String group) {
        return letters.ofProposal(proposals.get(group).value()).getLast();
    }

    private String written(String group) throws IOException {
        return read(files.open(new FileId(letterOf(group).file())).readAllBytes());
    }

    private static String read(byte[] letter) throws IOException {
        try (var pdf = Loader.loadPDF(letter)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
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
