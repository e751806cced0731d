package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.tomoni.Browser;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.Calls;
import app.tomoni.organisation.LetterChoices;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.Audience;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.Holidays;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** How the letters with the results leave the house. */
class PostingTest extends SelectionCase {

    @Autowired
    private Publications publications;

    @Autowired
    private LetterChoices choices;

    @Autowired
    private PostponePublication postpone;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BusinessDays days;

    @Autowired
    private Calls calls;

    @Autowired
    private Holidays calendar;

    @Autowired
    private ConfigurableApplicationContext context;

    @BeforeEach
    void decided() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
    }

    @Test
    void lettersGoOnPaperWhereNobodyHasAgreedToMail() {
        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        assertThat(text()).contains("印刷して郵送").doesNotContain("メールで知らせ");

        confirm();
        settle();
        open("proposals/" + proposals.get("P1") + "/result", representatives.get("P1"));
        download("結果の文書をPDFで開く");
        assertThat(letter("P1").openedAt()).as("it arrives on paper").isEmpty();
    }

    @Test
    void whoHasAnsweredIsNotThoughtToHaveMissedItsLetter() {
        receivesByMail("P1");
        confirm();
        settle();
        assertThat(selection()).contains("まだ通知書を開いていない団体が1団体あります。");

        give("P1", Answer.Kind.ACCEPTED);

        assertThat(letter("P1").openedAt()).isEmpty();
        assertThat(selection()).doesNotContain("まだ通知書を開いていない");
    }

    @Test
    void aGroupThatHasAgreedIsToldByMailAndItsFirstLookIsTheArrival() {
        receivesByMail("P1");
        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));
        assertThat(text()).containsOnlyOnce("メールで知らせ、画面で渡す（団体の希望）");

        confirm();
        settle();
        assertThat(letter("P1").delivery()).isEqualTo(Letter.Delivery.MAIL);
        assertThat(jdbc.sql("SELECT body FROM mail WHERE case_key = ? AND template = 'outcome-released'")
                        .param(proposals.get("P1").value())
                        .query(String.class)
                        .single())
                .contains("通知書は、ログインのあと次のページで", "/proposals/" + proposals.get("P1") + "/result");
        assertThat(selection()).contains("発送を記録していない結果の通知書が4通あります。", "まだ通知書を開いていない団体が1団体あります。");
        assertThatThrownBy(() -> posting.post(letter("P1").id(), secretary)).isInstanceOf(Refusal.class);

        open("proposals/" + proposals.get("P1") + "/result", representatives.get("P1"));
        download("結果の文書をPDFで開く");
        var opened = letter("P1").openedAt();
        assertThat(opened).isPresent();
        clock.advance(Duration.ofHours(1));
        download("結果の文書をPDFで開く");
        assertThat(letter("P1").openedAt()).isEqualTo(opened);
        assertThat(selection()).doesNotContain("まだ通知書を開いていない");
        open("letters?proposal=" + proposals.get("P1"));
        assertThat(text()).contains("に開封").doesNotContain("紙でも送る");
    }

    @Test
    void aLetterThatNobodyOpensIsSentOnPaper() {
        List.of("P1", "P2", "P3", "P4", "P5").forEach(this::receivesByMail);
        confirm();
        settle();
        assertThat(toPost(secretary)).as("there is nothing to post").isEmpty();
        assertThatThrownBy(() -> posting.print(letter("P1").id(), chair)).isInstanceOf(Refusal.class);

        signInAs(secretary);
        open("letters?call=" + call);
        assertThat(text()).contains("まだ開かれていません");
        var button = $(Button.class).all().stream()
                .filter(each ->
                        each.getAriaLabel().orElse("").equals(letter("P1").documentNumber() + "を紙でも送る"))
                .findFirst()
                .orElseThrow();
        test(button).click();
        assertThat(letter("P1").isToPost()).isTrue();
        assertThat(toPost(secretary)).hasSize(1);
        assertThatThrownBy(() -> posting.print(letter("P1").id(), secretary)).isInstanceOf(Refusal.class);

        posting.post(letter("P1").id(), secretary);
        assertThat(toPost(secretary)).isEmpty();
        assertThat(letter("P1").postedAt()).isPresent();
    }

    @Test
    void allLettersThatAreShownAreNotedAsPostedAtOnce() {
        confirm();
        settle();
        signInAs(secretary);
        open(toPost(secretary).getFirst().address());
        press("表示している5通をすべて発送済みにする");
        var said = JapaneseDates.full(published().plannedAt(), Locale.JAPANESE);
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("5通を発送済みにしますか");
        assertThat(question()).contains("これですべて発送したことになります。結果は" + said + "に公表します。");
        assertThat(toPost(secretary)).hasSize(1);
        press("この日に発送したと記録する");

        assertThat(toPost(secretary)).isEmpty();
        assertThat(text()).contains("すべて発送しました。結果は" + said + "に公表します。", "送付の順番に入れる");
        assertThat(text())
                .as("what is offered to P2 lies here still")
                .contains("団体 P2")
                .doesNotContain("団体 P1");
        open("letters?call=" + call + "&all");
        assertThat(text()).contains("すべて発送しました。結果は" + said + "に公表します。");
    }

    @Test
    void whoNotesTheLastLetterAsPostedReadsTheDayOfThePublicationFirst() {
        confirm();
        settle();
        postAllBut("P3");
        clock.stopAt(published().plannedAt().minus(Duration.ofHours(1)));
        opener.look();
        assertThat(published().isHeld()).isTrue();
        signInAs(secretary);
        open("letters?call=" + call);
        assertThat(text()).doesNotContain("すべて発送しました");
        press("発送済みにする");
        var next = businessDays.plusBusinessDays(LocalDate.now(clock), PublicationDay.DAYS_AFTER_POSTING);
        assertThat(question()).contains("結果は" + JapaneseDates.full(next, Locale.JAPANESE));
        assertThat(letter("P3").isToPost()).isTrue();

        press("この日に発送したと記録する");
        assertThat(JapaneseDates.day(published().plannedAt())).isEqualTo(next);
        assertThat(text())
                .contains("すべて発送しました。結果は" + JapaneseDates.full(published().plannedAt(), Locale.JAPANESE));
    }

    @Test
    void aLetterThatWasNotedLateLeftOnTheDayThatIsGivenAndTheResultsCountFromThere() {
        confirm();
        settle();
        var left = LocalDate.now(clock);
        var before = published().plannedAt();
        postAllBut("P3");
        clock.stopAt(before.minus(Duration.ofHours(1)));
        opener.look();
        assertThat(published().isHeld()).isTrue();
        signInAs(secretary);
        open("letters?call=" + call);
        postOn(LocalDate.now(clock).plusDays(1));
        assertThat(text()).contains("「発送した日」は、今日以前の日にしてください。");
        postOn(left.minusDays(1));
        assertThat(text())
                .contains(
                        "を発送できるのは%d年%d月%d日からです".formatted(left.getYear(), left.getMonthValue(), left.getDayOfMonth()));
        $(DatePicker.class).withCaption("発送した日").single().clear();
        press("発送済みにする");
        assertThat(text()).contains("「発送した日」を入力してください。");
        assertThat(letter("P3").isToPost()).isTrue();
        assertThat($(Dialog.class).all()).isEmpty();

        postOn(left);
        assertThat(question()).contains(JapaneseDates.full(before, Locale.JAPANESE));
        press("この日に発送したと記録する");
        assertThat(letter("P3").postedOn()).contains(left);
        assertThat(published().isHeld()).isFalse();
        assertThat(published().plannedAt()).isEqualTo(before);
        open("letters?call=" + call + "&all");
        assertThat(text()).contains(JapaneseDates.full(left, Locale.JAPANESE) + "に発送");
        assertThat(guidelines()).contains("団体へ結果の通知書を送る " + JapaneseDates.full(left, Locale.JAPANESE) + "（済）");
        open("proposals/" + proposals.get("P3") + "/history", representatives.get("P3"));
        assertThat(text()).contains("通知書を発送しました（発送日：" + JapaneseDates.full(left, Locale.JAPANESE) + "）");
    }

    private void postOn(LocalDate day) {
        test($(DatePicker.class).withCaption("発送した日").single()).setValue(day);
        press("発送済みにする");
    }

    @Test
    void aLetterThatGoesOnPaperAsWellWasNotPostedBeforeThat() {
        receivesByMail("P1");
        confirm();
        settle();
        var told = LocalDate.now(clock);
        clock.advance(Duration.ofDays(1));
        posting.print(letter("P1").id(), secretary);
        assertThatThrownBy(() -> posting.post(List.of(letter("P1").id()), told, secretary))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("decision.letters.post.early"));
        assertThat(letter("P1").isToPost()).isTrue();
    }

    private String question() {
        return $(Dialog.class).single().getElement().getTextRecursively();
    }

    @Test
    void theSecretariatIsAskedToPostTheLettersThreeOpenDaysBeforeThePublication() {
        confirm();
        settle();
        var planned = published().plannedAt();
        var due = toPost(secretary).getFirst().dueAt();
        assertThat(days.between(JapaneseDates.day(due), JapaneseDates.day(planned)))
                .isEqualTo(PublicationDay.DAYS_AFTER_POSTING);
        assertThat(toPost(chair)).isEmpty();
        assertThat(selection()).contains("発送を記録していない結果の通知書が5通あります。");

        var sent = letters.ofCall(call.value()).stream()
                .filter(letter -> letter.kind() == Letter.Kind.RESULT)
                .toList();
        open(toPost(secretary).getFirst().address());
        assertThat(text()).contains(sent.getFirst().documentNumber());
        sent.stream().skip(1).forEach(letter -> posting.post(letter.id(), secretary));
        assertThat(toPost(secretary)).hasSize(1);
        assertThat(selection()).contains("通知書が1通あります。");

        posting.post(sent.getFirst().id(), secretary);
        assertThat(toPost(secretary)).isEmpty();
        assertThat(selection()).doesNotContain("発送を記録していない");
    }

    @Test
    void theResultsWaitForALetterThatHasNotLeftAndThenEverybodyReadsTheDay() {
        representatives.values().forEach(person -> people.giveMail(person, person + "@example.jp"));
        confirm();
        settle();
        var before = published().plannedAt();
        var said = JapaneseDates.full(before, Locale.JAPANESE);
        postAllBut("P3");
        opener.look();
        assertThat(selection()).contains("事務局が、結果の通知書を発送し、台帳に記録します", "通知書が1通あります。", "いまの予定：" + said);
        assertThat(status(Audience.EVERYONE)).contains(JapaneseDates.brief(before, Locale.JAPANESE));
        assertThat(guidelines()).contains(said);

        clock.stopAt(before.minus(Duration.ofHours(1)));
        opener.look();
        var today = JapaneseDates.day(clock.instant());
        var next = businessDays
                .plusBusinessDays(today, PublicationDay.DAYS_AFTER_POSTING)
                .atTime(LocalTime.ofInstant(before, JapaneseDates.ZONE))
                .atZone(JapaneseDates.ZONE)
                .toInstant();
        assertThat(selection())
                .contains("公表を止めています", "今日発送する場合、", "予定していた" + said + "には公表できません")
                .doesNotContain("いまの予定");
        assertThat(status(Audience.STAFF)).contains("結果の通知書を発送し", "期日を過ぎています");
        assertThat(status(Audience.APPLICANT)).isEqualTo("結果をお知らせしました。別にお知らせする日に公表します。");
        assertThat(status(Audience.EVERYONE)).isEqualTo("市が別にお知らせする日に結果を公表します。");
        assertThat(guidelines()).contains("すべて発送したあとに公表します").doesNotContain(said, "結果を公表する");
        open("open-calls/" + call, representatives.get("P1"));
        assertThat(text()).contains("別にお知らせする日に結果を公表します").doesNotContain(said);

        clock.stopAt(before.plusSeconds(1));
        engine.passTo(clock.instant());
        opener.look();
        assertNothingIsPublic();
        assertThat(cases.waitsAt(key(call), "awaitPublication")).isTrue();
        assertThat(mailsAbout(before)).isZero();

        posting.post(letter("P3").id(), secretary);
        settle();
        assertThat(published().plannedAt()).isEqualTo(next);
        assertThat(toPost(secretary)).isEmpty();
        assertThat(selection())
                .contains("いまの予定：" + JapaneseDates.full(next, Locale.JAPANESE))
                .doesNotContain("発送を記録していない", "公表を止めています");
        assertThat(guidelines()).contains(JapaneseDates.full(next, Locale.JAPANESE));
        assertThat(mailsAbout(next)).isEqualTo(5);

        clock.stopAt(next.plusSeconds(1));
        engine.passTo(clock.instant());
        opener.look();
        assertThat(results.of(call)).isPresent();
    }

    @Test
    void whatRunsFirstAfterAnInterruptionPublishesNothingEither() {
        confirm();
        settle();
        clock.stopAt(published().plannedAt().plus(Duration.ofDays(1)));
        context.publishEvent(
                new ApplicationStartedEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
        engine.passTo(clock.instant());
        assertNothingIsPublic();
        assertThat(cases.waitsAt(key(call), "awaitPublication")).isTrue();
    }

    @Test
    void aStepThatComesTooEarlyPublishesNothingUntilTheLettersHaveLeft() {
        confirm();
        settle();
        clock.stopAt(published().plannedAt().plusSeconds(1));
        engine.passTo(clock.instant());
        publisher.publishWhatIsDue();
        assertNothingIsPublic();
        assertThat(status(Audience.STAFF)).startsWith("事務局が、結果の通知書を発送し、台帳に記録します");
        assertThat(status(Audience.APPLICANT)).isEqualTo("結果が決まりました。結果の通知書をすべて発送したあとに公表します。");
        assertThat(status(Audience.EVERYONE)).isEqualTo("結果が決まりました。市が結果の通知書をすべて発送したあとに公表します。");
        assertNobodyReadsThatItIsPublished();

        post();
        publisher.publishWhatIsDue();
        assertNothingIsPublic();
        assertThat(status(Audience.STAFF))
                .contains(JapaneseDates.brief(published().plannedAt(), Locale.JAPANESE) + "に公表します");
        assertThat(selection()).contains("いまの予定：");
        assertNobodyReadsThatItIsPublished();
        var later = published().plannedAt().plus(Duration.ofDays(7));
        postpone.postpone(call, later, "戻ってきた通知書がある", secretary);
        assertThat(status(Audience.EVERYONE)).contains(JapaneseDates.brief(later, Locale.JAPANESE));
        clock.stopAt(published().plannedAt().plusSeconds(1));
        opener.look();
        assertThat(results.of(call)).isPresent();
        assertThat(status(Audience.EVERYONE)).isEqualTo("結果を公表しました。");
    }

    private void assertNobodyReadsThatItIsPublished() {
        for (var audience : Audience.values()) {
            assertThat(status(audience)).doesNotContain("公表しました");
        }
        assertThat(selection()).doesNotContain("公表しました");
        assertThat(guidelines()).doesNotContain("公表しました");
        open("selections");
        assertThat(line("selections/" + call)).doesNotContain("公表しました");
        open("open-calls/" + call, representatives.get("P1"));
        assertThat(text()).doesNotContain("公表しました");
    }

    /** What a list says of the one that this leads to; others stand beside it. */
    private String line(String href) {
        var at = $(Anchor.class).all().stream()
                .filter(anchor -> anchor.getHref().equals(href))
                .findFirst()
                .orElseThrow()
                .getElement();
        while (!at.getTag().equals("tr")) {
            at = at.getParent();
        }
        return at.getTextRecursively();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whoSettlesTheDayAtTheSameTimeAfterAnInterruptionFindsItSettled(CapturedOutput log) throws Exception {
        confirm();
        settle();
        clock.stopAt(published().plannedAt().plus(Duration.ofDays(1)));
        try (var threads = Executors.newSingleThreadExecutor()) {
            Objects.requireNonNull(transaction.execute(status -> {
                        publisher.keepDay(call);
                        var other = threads.submit(opener::keepDays);
                        await().until(() ->
                                jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                                                .query(Integer.class)
                                                .single()
                                        > 0);
                        return other;
                    }))
                    .get();
        }
        assertThat(log).doesNotContain("The selection does not go on");
        assertThat(published().isHeld()).isTrue();
    }

    @Test
    void aGroupThatHasDeclinedHoldsNothingUp() {
        confirm();
        settle();
        var planned = published().plannedAt();
        postAllBut("P1");
        give("P1", Answer.Kind.DECLINED);
        opener.look();

        assertThat(toPost(secretary)).isEmpty();
        assertThat(selection()).doesNotContain("発送を記録していない");
        clock.stopAt(planned.plusSeconds(1));
        engine.passTo(clock.instant());
        opener.look();
        assertThat(results.of(call)).isPresent();
    }

    @Test
    void whatOnlyWaitedForAGroupThatThenDeclinesComesOnTheNextOpenDayAndEverybodyIsTold() {
        representatives.values().forEach(person -> people.giveMail(person, person + "@example.jp"));
        confirm();
        settle();
        var before = published().plannedAt();
        postAllBut("P1");
        clock.stopAt(JapaneseDates.day(before)
                .with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
                .atTime(22, 0)
                .atZone(JapaneseDates.ZONE)
                .toInstant());
        opener.look();
        assertThat(published().isHeld()).isTrue();
        give("P1", Answer.Kind.DECLINED);
        opener.look();
        engine.passTo(clock.instant());
        settle();

        assertNothingIsPublic();
        var next = businessDays
                .plusBusinessDays(LocalDate.now(clock), 1)
                .atTime(LocalTime.ofInstant(before, JapaneseDates.ZONE))
                .atZone(JapaneseDates.ZONE)
                .toInstant();
        assertThat(published().plannedAt()).isEqualTo(next);
        assertThat(mailsAbout(next)).isEqualTo(5);
        clock.stopAt(next.plusSeconds(1));
        engine.passTo(clock.instant());
        opener.look();
        assertThat(results.of(call)).isPresent();
    }

    @Test
    void aDayThatWasOpenIsToldAlsoWhereItIsTheOneThatWasPlanned() {
        representatives.values().forEach(person -> people.giveMail(person, person + "@example.jp"));
        receivesByMail("P1");
        confirm();
        settle();
        post();
        var planned = published().plannedAt();
        clock.stopAt(planned.minus(Duration.ofHours(1)));
        posting.print(letter("P1").id(), secretary);
        assertThat(published().isHeld()).isTrue();
        assertThat(mailsAbout(planned)).isZero();
        give("P1", Answer.Kind.DECLINED);
        opener.look();
        settle();

        assertThat(published().plannedAt()).isEqualTo(planned);
        assertThat(mailsAbout(planned)).isEqualTo(5);
    }

    @Test
    void aLetterOfAGroupThatHasAcceptedIsWaitedForAllTheSame() {
        confirm();
        settle();
        postAllBut("P1");
        give("P1", Answer.Kind.ACCEPTED);
        clock.stopAt(published().plannedAt().plusSeconds(1));
        opener.look();
        assertThat(published().isHeld()).isTrue();
    }

    @Test
    void aLetterOnPaperToAGroupThatHasDeclinedPutsNothingOffAndIsStillToBePosted() {
        receivesByMail("P1");
        confirm();
        settle();
        post();
        give("P1", Answer.Kind.DECLINED);
        clock.stopAt(published().plannedAt().minus(Duration.ofHours(1)));
        signInAs(secretary);
        open("letters?call=" + call);
        press("紙でも送る");
        assertThat($(Dialog.class).all()).isEmpty();
        opener.look();
        assertThat(published().isHeld()).isFalse();
        assertThat(waiting(secretary, "postPrinted")).hasSize(1);

        posting.post(letter("P1").id(), secretary);
        assertThat(waiting(secretary, "postPrinted")).isEmpty();
    }

    @Test
    void whereTheHolidaysAreNotKnownYetTheResultsWaitAndThePageSaysWhy() {
        receivesByMail("P1");
        confirm();
        settle();
        postAllBut("P3");
        clock.stopAt(
                calendar.knownUntil().atTime(12, 0).atZone(JapaneseDates.ZONE).toInstant());
        opener.look();
        assertThat(published().isHeld()).isTrue();
        assertThat(selection()).contains("管理者に休日の登録をご依頼ください");

        post();
        assertThat(published().isHeld()).isTrue();
        assertNothingIsPublic();
    }

    @Test
    void aPublicationThatWaitsCanBePutOffToADayThatTheLettersStillReach() {
        confirm();
        settle();
        var before = published().plannedAt();
        clock.stopAt(before.plus(Duration.ofDays(1)));
        opener.look();
        assertRefused(before.plusSeconds(60), "通知書が刷り上がらない", secretary, "decision.postpone.later");
        var soon = clock.instant().plus(Duration.ofHours(1));
        assertRefused(soon, "通知書が刷り上がらない", secretary, "decision.postpone.unreachable");
        assertThat(postpone.isHeld(call)).isTrue();

        var later = before.plus(Duration.ofDays(28));
        postpone.postpone(call, later, "通知書が刷り上がらない", secretary);
        assertThat(postpone.isHeld(call)).isFalse();
        assertThat(guidelines()).contains(JapaneseDates.full(later, Locale.JAPANESE));
        assertThat(toPost(secretary).getFirst().dueAt()).isAfter(clock.instant());
        post();
        assertThat(published().plannedAt()).isEqualTo(later);
    }

    @Test
    void whoSendsALetterOnPaperThatPutsThePublicationOffIsAskedFirst() {
        receivesByMail("P1");
        confirm();
        settle();
        post();
        clock.stopAt(published().plannedAt().minus(Duration.ofHours(1)));
        signInAs(secretary);
        open("letters?call=" + call);
        press("紙でも送る");
        assertThat($(Dialog.class).single().getElement().getTextRecursively()).contains("公表は早くても");
        assertThat(letter("P1").isToPost()).isFalse();

        var yes = $(Button.class).withText("紙でも送る").all().getLast();
        test(yes).click();
        assertThat(letter("P1").isToPost()).isTrue();
        assertThat(selection()).contains("公表を止めています");
        posting.post(letter("P1").id(), secretary);
        assertThat(selection()).contains("いまの予定");
    }

    @Test
    void aLetterThatGoesOnPaperAfterThePublicationHoldsNothingUp() {
        receivesByMail("P1");
        confirm();
        settle();
        post();
        clock.stopAt(published().plannedAt().plusSeconds(1));
        engine.passTo(clock.instant());
        opener.look();
        posting.print(letter("P1").id(), secretary);

        assertThat(toPost(secretary)).isEmpty();
        var asked = waiting(secretary, "postPrinted").getFirst();
        assertThat(statuses.of(asked, Audience.STAFF, secretary, Locale.JAPANESE)
                        .now())
                .contains("公表は、この発送を待ちません。");
        posting.post(letter("P1").id(), secretary);
        assertThat(waiting(secretary, "postPrinted")).isEmpty();
    }

    private void postAllBut(String group) {
        post(letter -> !letter.proposal().equals(proposals.get(group)));
    }

    private String status(Audience audience) {
        return statuses.of(key(call), audience, secretary, Locale.JAPANESE).now();
    }

    private String guidelines() {
        return Jsoup.parse(new Browser(port).get("/guidelines/" + call).body()).text();
    }

    private int mailsAbout(Instant planned) {
        return jdbc.sql(
                        "SELECT count(*) FROM mail WHERE template = 'publication-postponed' AND case_key = ANY (?) AND body LIKE '%' || ? || '%'")
                .param(proposals.values().stream().map(ProposalId::value).toArray(UUID[]::new))
                .param(JapaneseDates.full(planned, Locale.JAPANESE))
                .query(Integer.class)
                .single();
    }

    @Test
    void whoPostsOnAClosedDayThatLeavesThreeOpenOnesIsInTime() {
        confirm();
        settle();
        var day = JapaneseDates.day(published().plannedAt()).plusDays(1);
        while (!days.open(day) || days.open(lastDayToPost(day))) {
            day = day.plusDays(1);
        }
        postpone.postpone(call, day.atTime(10, 0).atZone(JapaneseDates.ZONE).toInstant(), "戻ってきた通知書がある", secretary);
        settle();
        var last = lastDayToPost(day);
        clock.stopAt(last.atTime(12, 0).atZone(JapaneseDates.ZONE).toInstant());

        assertThat(selection()).contains("5通あります", last.getMonthValue() + "月" + last.getDayOfMonth() + "日までに発送し");

        letters.ofCall(call.value()).stream()
                .filter(letter -> letter.kind() == Letter.Kind.RESULT)
                .forEach(letter -> posting.post(letter.id(), secretary));
        assertThat(selection()).doesNotContain("発送を記録していない");
    }

    private LocalDate lastDayToPost(LocalDate published) {
        var day = published;
        while (days.between(day, published) < PublicationDay.DAYS_AFTER_POSTING) {
            day = day.minusDays(1);
        }
        return day;
    }

    @Test
    void aPublicationIsPutOffAndEverybodyReadsTheNewTime() {
        representatives.values().forEach(person -> people.giveMail(person, person + "@example.jp"));
        confirm();
        settle();
        var before = published().plannedAt();
        var later = before.plus(Duration.ofDays(7));
        assertRefused(before, "戻ってきた通知書がある", secretary, "decision.postpone.later");
        assertRefused(later, " ", secretary, "decision.postpone.reason");
        assertRefused(later, "戻ってきた通知書がある", chair, "decision.absent");

        signInAs(secretary);
        open("selections/" + call);
        assertThat(text()).contains("公表の日時を延ばす", "いまの予定：" + JapaneseDates.full(before, Locale.JAPANESE));
        test($(DatePicker.class).withCaption("公表の日").single()).setValue(JapaneseDates.day(later));
        test($(TextArea.class).withCaption("延ばす理由").single()).setValue("戻ってきた通知書がある");
        press("公表の日時を延ばす");
        settle();

        var said = JapaneseDates.full(later, Locale.JAPANESE);
        assertThat(text()).contains("いまの予定：" + said);
        assertThat(jdbc.sql("SELECT body FROM mail WHERE template = 'publication-postponed' AND case_key = ?")
                        .param(proposals.get("P3").value())
                        .query(String.class)
                        .single())
                .contains(said);
        var calendar =
                Jsoup.parse(new Browser(port).get("/guidelines/" + call).body()).selectXpath("//tr[th='結果を公表する']/td");
        assertThat(calendar.text()).isEqualTo(said);
        open("open-calls/" + call, representatives.get("P1"));
        assertThat(text())
                .contains("結果の公表\n" + said, said + "\n結果を公表する")
                .doesNotContain(JapaneseDates.full(calls.get(call).guideline().publicationAt(), Locale.JAPANESE));
        assertThat(new String(downloaded("日程をカレンダーに取り込む"), StandardCharsets.UTF_8))
                .containsPattern("UID:publication-%s\\R.+\\RDTSTART:%s"
                        .formatted(
                                call,
                                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                                        .withZone(ZoneOffset.UTC)
                                        .format(later)));
        post();
        clock.stopAt(before.plusSeconds(1));
        engine.passTo(clock.instant());
        publisher.publishWhatIsDue();
        assertNothingIsPublic();
        assertThat(cases.waitsAt(key(call), "awaitPublication")).isTrue();

        clock.stopAt(later.plusSeconds(1));
        engine.passTo(clock.instant());
        publisher.publishWhatIsDue();
        assertThat(results.of(call)).isPresent();
        assertRefused(later.plus(Duration.ofDays(1)), "遅すぎる", secretary, "decision.postpone.published");
        assertThat(selection()).doesNotContain("公表の日時を延ばす");
    }

    @Test
    void whoActsForTheGroupNoMoreDoesNotGetItsLetterFromAPageThatStandsOpen() {
        confirm();
        settle();
        var representative = representatives.get("P1");
        var task = cases.taskFor(representative, key("P1"), "answerResult").orElseThrow();
        open("tasks/answerResult/" + task.id(), representative);
        download("通知書を開く");

        offices.end(representative, Office.GROUP_REPRESENTATIVE, letter("P1").organisation());

        assertThat(downloaded("通知書を開く")).isEmpty();
    }

    private void assertRefused(Instant planned, String reason, PersonId by, String why) {
        assertThatThrownBy(() -> postpone.postpone(call, planned, reason, by))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(why));
    }

    private void receivesByMail(String group) {
        var representative = representatives.get(group);
        people.giveMail(representative, "daihyo-" + representative + "@example.jp");
        choices.choose(new OrganisationId(letter(group).organisation()), true, representative);
    }

    private Letter letter(String group) {
        return letters.ofProposal(proposals.get(group).value()).getFirst();
    }

    private void open(String address, PersonId person) {
        signInAs(person);
        open(address);
    }

    private void download(String link) {
        assertThat(downloaded(link)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] downloaded(String link) {
        var bytes = new ByteArrayOutputStream();
        test($(Anchor.class).all().stream()
                        .filter(anchor -> anchor.getText().contains(link))
                        .findFirst()
                        .orElseThrow())
                .download(bytes);
        return bytes.toByteArray();
    }

    private Publication published() {
        return publications.findById(call.value()).orElseThrow();
    }

    private String selection() {
        signInAs(secretary);
        open("selections/" + call);
        return text();
    }

    private List<OpenTask> toPost(PersonId person) {
        return waiting(person, "postLetters");
    }
}
