package app.tomoni.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.IntegrationTest;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.form.Saved.Conflict;
import app.tomoni.form.Saved.Gone;
import app.tomoni.form.Saved.Stored;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class WorkingCopiesTest {

    @Autowired
    private WorkingCopies copies;

    @Autowired
    private People people;

    @Autowired
    private TransactionTemplate transaction;

    private final String subject = "proposal:" + Ids.next();
    private PersonId yamada;
    private PersonId sato;

    @BeforeEach
    void twoPeopleWrite() {
        yamada = people.add("山田 花", "ヤマダ ハナ", null);
        sato = people.add("佐藤 実", "サトウ ミノル", null);
    }

    @Test
    void whatWasTypedIsThereAgainExactlyAsTyped() {
        var text = "　𠮷野さんの\r\n「こかげ」\t👨‍👩‍👧 ０１２ ";

        var saved = (Stored) copies.save(subject, "purpose", text, WorkingCopies.NEW, yamada);

        var field = copies.open(subject).get("purpose");
        assertThat(field).isEqualTo(new WorkingField(text, saved.version(), yamada, saved.at()));
    }

    @Test
    void theSecondSaverSeesTheOtherTextAndMayStillKeepTheirOwn() {
        var first = (Stored) copies.save(subject, "purpose", "はじめ", WorkingCopies.NEW, yamada);
        var theirs = (Stored) copies.save(subject, "purpose", "山田の文", first.version(), yamada);

        var mine = copies.save(subject, "purpose", "佐藤の文", first.version(), sato);

        assertThat(mine).isEqualTo(new Conflict("山田の文", yamada, theirs.at(), theirs.version()));
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("山田の文");
        assertThat(copies.save(subject, "purpose", "佐藤の文", theirs.version(), sato))
                .isInstanceOf(Stored.class);
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("佐藤の文");
    }

    @Test
    void theSameTextTwiceIsNoConflict() {
        copies.save(subject, "purpose", "同じ文", WorkingCopies.NEW, yamada);

        assertThat(copies.save(subject, "purpose", "同じ文", WorkingCopies.NEW, sato))
                .isInstanceOf(Stored.class);
    }

    @Test
    void differentFieldsNeverMeet() {
        copies.save(subject, "purpose", "目的", WorkingCopies.NEW, yamada);
        copies.save(subject, "issue", "課題", WorkingCopies.NEW, sato);

        assertThat(copies.open(subject)).containsOnlyKeys("purpose", "issue");
    }

    @Test
    void aTextBeyondAMegabyteIsRefusedInWordsAndChangesNothing() {
        copies.save(subject, "purpose", "前の文", WorkingCopies.NEW, yamada);

        assertThatThrownBy(() -> copies.save(subject, "issue", "あ".repeat(400_000), WorkingCopies.NEW, yamada))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("form.keep.too-large"));
        assertThatThrownBy(() -> copies.save(subject, "issue", "a\0b", WorkingCopies.NEW, yamada))
                .isInstanceOf(Refusal.class);
        assertThat(copies.open(subject)).containsOnlyKeys("purpose");
        assertThat(copies.save(subject, "issue", "あ".repeat(333_333), WorkingCopies.NEW, yamada))
                .isInstanceOf(Stored.class);
    }

    @Test
    void twoSaversAtOnceNeverOverwriteEachOtherUnseen() throws Exception {
        for (var round = 0; round < 30; round++) {
            var field = "field" + round;
            var before = round % 2 == 0
                    ? WorkingCopies.NEW
                    : ((Stored) copies.save(subject, field, "前", WorkingCopies.NEW, yamada)).version();

            var results = together(
                    () -> copies.save(subject, field, "山田", before, yamada),
                    () -> copies.save(subject, field, "佐藤", before, sato));

            var kept = copies.open(subject).get(field).value();
            assertThat(results).filteredOn(Stored.class::isInstance).hasSize(1);
            assertThat(results)
                    .filteredOn(Conflict.class::isInstance)
                    .singleElement()
                    .satisfies(lost -> assertThat(((Conflict) lost).theirs()).isEqualTo(kept));
        }
    }

    @Test
    void nothingIsSavedBetweenReadingForSubmissionAndItsEnd() throws Exception {
        var first = (Stored) copies.save(subject, "purpose", "提出した文", WorkingCopies.NEW, yamada);
        var held = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Saved> late = new CompletableFuture<>();
            transaction.executeWithoutResult(status -> {
                assertThat(copies.hold(subject).get("purpose").value()).isEqualTo("提出した文");
                pool.submit(() -> {
                    held.countDown();
                    late.complete(copies.save(subject, "purpose", "遅れた文", first.version(), sato));
                });
                await(held);
                copies.discard(subject);
                assertThat(late).isNotDone();
            });
            assertThat(late.get(10, TimeUnit.SECONDS)).isEqualTo(new Gone());
        }
        assertThat(copies.open(subject)).isEmpty();
    }

    @Test
    void whatIsTypedForTheFirstTimeAfterSubmissionIsNotTakenForSaved() throws Exception {
        var open = new AtomicBoolean(true);
        var held = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Saved> late = new CompletableFuture<>();
            transaction.executeWithoutResult(status -> {
                copies.hold(subject);
                pool.submit(() -> {
                    held.countDown();
                    late.complete(copies.save(subject, "risk", "遅れた文", WorkingCopies.NEW, sato, open::get));
                });
                await(held);
                open.set(false);
                assertThat(late).isNotDone();
            });
            assertThat(late.get(10, TimeUnit.SECONDS)).isEqualTo(new Gone());
        }
        assertThat(copies.open(subject)).isEmpty();
    }

    @Test
    void aCopyThatBeganAgainIsNotTakenForTheOldOne() {
        var old = (Stored) copies.save(subject, "purpose", "古い文", WorkingCopies.NEW, yamada);

        copies.replace(subject, Map.of("purpose", "引き戻した文"), yamada);

        assertThat(copies.save(subject, "purpose", "別の画面の文", old.version(), sato))
                .isInstanceOf(Conflict.class);
        assertThat(copies.open(subject).get("purpose").value()).isEqualTo("引き戻した文");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Saved> together(Callable<Saved> one, Callable<Saved> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var futures = List.of(one, other).stream()
                    .map(save -> pool.submit(() -> {
                        barrier.await();
                        return save.call();
                    }))
                    .toList();
            var results = new ArrayList<Saved>();
            for (var future : futures) {
                results.add(future.get(10, TimeUnit.SECONDS));
            }
            return results;
        }
    }

    @Test
    void aTextPutAsideWaitsForItsWriterUntilTheCopyIsGone() {
        copies.setAside(subject, "purpose", "佐藤の文", sato, () -> true);
        copies.setAside(subject, "purpose", "佐藤の文、続き𠮷", sato, () -> true);
        copies.setAside(subject, "title", "山田の名", yamada, () -> true);
        copies.setAside(subject, "summary", "遅い文", yamada, () -> false);

        assertThat(copies.aside(subject))
                .containsExactlyInAnyOrder(new Aside("purpose", sato, "佐藤の文、続き𠮷"), new Aside("title", yamada, "山田の名"));
        copies.clearAside(subject, "title", yamada);
        assertThat(copies.aside(subject)).extracting(Aside::by).containsExactly(sato);
        copies.discard(subject);
        assertThat(copies.aside(subject)).isEmpty();
        assertThatThrownBy(() -> copies.setAside(subject, "purpose", "\0", sato, () -> true))
                .isInstanceOf(Refusal.class);
    }
}
