package app.tomoni.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.document.FileId;
import app.tomoni.document.StoredFile;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallTest {

    private static final PersonId SECRETARY = new PersonId(UUID.randomUUID());
    private static final PersonId COLLEAGUE = new PersonId(UUID.randomUUID());
    private static final PersonId APPROVER = new PersonId(UUID.randomUUID());
    private static final OrganisationId GROUP = OrganisationId.next();
    private static final OrganisationId OTHER = OrganisationId.next();

    @Test
    void whatWasReceivedBeforeTheClosingIsInTimeAndASecondLaterIsNot() {
        var call = CallSamples.open(SECRETARY, APPROVER);

        assertThat(call.accepts(CallSamples.CLOSES.minusMillis(1))).isTrue();
        assertThat(call.accepts(CallSamples.CLOSES)).isFalse();
        assertThat(call.accepts(CallSamples.CLOSES.plusSeconds(1))).isFalse();
        assertThat(call.accepts(CallSamples.OPENS)).isTrue();
        assertThat(call.accepts(CallSamples.OPENS.minusMillis(1))).isFalse();
    }

    @Test
    void aCallTakesProposalsFromItsTimeOnEvenIfNobodyHasSaidYetThatItIsOpen() {
        var call = CallSamples.approved(SECRETARY, APPROVER);

        assertThat(call.openedAt()).isEmpty();
        assertThat(call.accepts(CallSamples.DURING)).isTrue();
    }

    @Test
    void aDraftTakesNothing() {
        assertThat(CallSamples.drafted(SECRETARY).accepts(CallSamples.DURING)).isFalse();
    }

    @Test
    void nothingCanBeChangedOnceItHasBeenPutForward() {
        var call = CallSamples.drafted(SECRETARY);
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(SECRETARY));

        refused(
                "call.draft.frozen",
                () -> call.revise(draft -> draft.put("/title", "別の名称"), Actor.inOwnRight(SECRETARY)));
        call.approve(CallSamples.BEFORE, "1", CallSamples.BEFORE, Actor.inOwnRight(APPROVER));
        refused(
                "call.draft.frozen",
                () -> call.revise(draft -> draft.put("/title", "別の名称"), Actor.inOwnRight(SECRETARY)));
        assertThat(call.title()).isEqualTo("協働事業の提案");
    }

    @Test
    void aFileIsCalledByItsNameUntilSomebodySaysOtherwiseAndThereAreTenAtMost() {
        var call = CallSamples.drafted(SECRETARY);
        IntStream.rangeClosed(1, 10)
                .forEach(number -> call.addFile(file("様式" + number + ".第2版.docx"), Actor.inOwnRight(COLLEAGUE)));
        var third = call.draft().files().get(2);

        refused("call.files.many", () -> call.addFile(file("様式11.docx"), Actor.inOwnRight(COLLEAGUE)));
        assertThat(call.draft().files()).extracting(CallFile::title).startsWith("様式1.第2版", "様式2.第2版");
        assertThat(call.drafters()).contains(COLLEAGUE);
        call.removeFile(third.id(), Actor.inOwnRight(COLLEAGUE));
        refused("form.files.same", () -> call.addFile(file("様式1.第2版.docx"), Actor.inOwnRight(COLLEAGUE)));
        refused("call.draft.gone", () -> call.removeFile(third.id(), Actor.inOwnRight(COLLEAGUE)));
        assertThat(call.draft().files()).hasSize(9).doesNotContain(third);
    }

    @Test
    void noFileComesOrGoesOnceTheCallHasBeenPutForward() {
        var call = CallSamples.drafted(SECRETARY);
        call.addFile(file("募集要項.pdf"), Actor.inOwnRight(SECRETARY));
        var kept = call.draft().files();
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(SECRETARY));

        refused("call.draft.frozen", () -> call.addFile(file("様式1.docx"), Actor.inOwnRight(SECRETARY)));
        refused("call.draft.frozen", () -> call.removeFile(kept.getFirst().id(), Actor.inOwnRight(SECRETARY)));
        call.approve(CallSamples.BEFORE, "1", CallSamples.BEFORE, Actor.inOwnRight(APPROVER));
        refused("call.draft.frozen", () -> call.addFile(file("様式1.docx"), Actor.inOwnRight(SECRETARY)));
        refused("call.draft.frozen", () -> call.removeFile(kept.getFirst().id(), Actor.inOwnRight(SECRETARY)));
        assertThat(call.draft().files()).isEqualTo(kept);
    }

    @Test
    void whatIsTypedAsATitleStaysWithItsFile() {
        var call = CallSamples.drafted(SECRETARY);
        call.addFile(file("募集要項.pdf"), Actor.inOwnRight(SECRETARY));
        call.addFile(file("様式1.docx"), Actor.inOwnRight(SECRETARY));
        var guideline = call.draft().within("/files/0/label");

        call.removeFile(call.draft().files().getFirst().id(), Actor.inOwnRight(SECRETARY));

        assertThat(guideline).isNotEmpty().isNotEqualTo(call.draft().within("/files/0/label"));
    }

    @Test
    void aFileNeedsATitle() {
        var draft = CallSamples.draft();
        draft.addFile(file("募集要項.pdf"));
        draft.put("/files/0/label", " ");
        assertThat(DraftReader.read(draft).problems())
                .containsExactly(Problem.of("/files/0/label", "call.problem.required"));
        assertThat(draft.files().getFirst().title()).isEqualTo("募集要項.pdf");

        draft.put("/files/0/label", "要".repeat(101));
        assertThat(DraftReader.read(draft).problems())
                .containsExactly(Problem.of("/files/0/label", "call.problem.long", 100, 101));
    }

    private static StoredFile file(String name) {
        return new StoredFile(
                new FileId(UUID.randomUUID()), name, "application/pdf", 5, "sha of " + name, CallSamples.BEFORE);
    }

    @Test
    void anEntryIsTakenAwayOrMovedOnlyIfItIsStillTheOneThatWasSeen() {
        var draft = CallSamples.draft();
        var seen = Map.of("/id", draft.text("/criteria/1/id"));
        draft.move("/criteria/1", true, seen);

        refused("call.draft.gone", () -> draft.remove("/criteria/1", seen));
        refused("call.draft.gone", () -> draft.move("/criteria/1", false, seen));
        refused("call.draft.gone", () -> draft.remove("/criteria/9", Map.of()));
        assertThat(draft.size("/criteria")).isEqualTo(5);
        draft.remove("/criteria/0", seen);
        assertThat(draft.size("/criteria")).isEqualTo(4);
    }

    @Test
    void aDraftWithProblemsIsNotPutForward() {
        var call = CallSamples.drafted(SECRETARY);

        refused(
                "call.putForward.problems",
                () -> call.putForward(
                        List.of(Problem.of("/title", "call.problem.required")),
                        CallSamples.BEFORE,
                        Actor.inOwnRight(SECRETARY)));
        assertThat(call.isDraft()).isTrue();
    }

    @Test
    void whoDraftedACallCannotApproveIt() {
        var call = CallSamples.drafted(SECRETARY);
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(APPROVER));

        refused(
                "call.approve.own",
                () -> call.approve(CallSamples.BEFORE, "1", CallSamples.BEFORE, Actor.inOwnRight(SECRETARY)));
        refused(
                "call.approve.own",
                () -> call.approve(CallSamples.BEFORE, "1", CallSamples.BEFORE, Actor.inOwnRight(APPROVER)));
        assertThat(call.isApproved()).isFalse();
    }

    @Test
    void whatWasChangedAfterTheApproverHadReadItIsNeitherApprovedNorReturnedNorRecordedAsApproved() {
        var call = waiting();
        var seen = call.putForwardAt().orElseThrow();
        call.takeBack();
        call.revise(draft -> draft.put("/money/ceiling", "400000"), Actor.inOwnRight(SECRETARY));
        var again = CallSamples.BEFORE.plusSeconds(60);
        call.putForward(List.of(), again, Actor.inOwnRight(SECRETARY));
        var day = LocalDate.of(2026, 5, 1);

        refused(Call.CHANGED, () -> call.approve(seen, "1", again, Actor.inOwnRight(APPROVER)));
        refused(Call.CHANGED, () -> call.sendBack(seen, "上限額を確認してください", again, APPROVER));
        refused(
                Call.CHANGED,
                () -> call.recordApproval(seen, "1", day, "市民部長", "12", again, Actor.inOwnRight(COLLEAGUE)));
        assertThat(call.waitsForApproval()).isTrue();
        call.approve(again, "1", again, Actor.inOwnRight(APPROVER));
        assertThat(call.isApproved()).isTrue();
    }

    @Test
    void whoHasWrittenOnACallNeitherApprovesItNorRecordsItsApprovalWhoeverPutItForwardInTheEnd() {
        var call = CallSamples.drafted(SECRETARY);
        call.revise(draft -> draft.put("/money/ceiling", "400000"), Actor.inOwnRight(APPROVER));
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(COLLEAGUE));
        call.takeBack();
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(SECRETARY));
        var day = LocalDate.of(2026, 5, 1);

        assertThat(call.drafters()).containsExactlyInAnyOrder(SECRETARY, COLLEAGUE, APPROVER);
        for (var own : call.drafters()) {
            refused(
                    "call.approve.own",
                    () -> call.approve(CallSamples.BEFORE, "1", CallSamples.BEFORE, Actor.inOwnRight(own)));
            refused(
                    "call.record.own",
                    () -> call.recordApproval(
                            CallSamples.BEFORE, "1", day, "市民部長", "12", CallSamples.BEFORE, Actor.inOwnRight(own)));
        }
        assertThat(call.waitsForApproval()).isTrue();
    }

    @Test
    void whoActsOnlyForThoseWhoWroteACallOrAskedForAGroupIsNoSecondPerson() {
        var deputy = new Actor(APPROVER, Set.of(SECRETARY));
        var deputyOfTwo = new Actor(APPROVER, Set.of(SECRETARY, COLLEAGUE));
        var day = LocalDate.of(2026, 5, 1);
        var call = waiting();

        refused("call.approve.own", () -> call.approve(CallSamples.BEFORE, "1", CallSamples.BEFORE, deputy));
        refused(
                "call.record.own",
                () -> call.recordApproval(CallSamples.BEFORE, "1", day, "市民部長", "12", CallSamples.BEFORE, deputy));
        call.approve(CallSamples.BEFORE, "1", CallSamples.BEFORE, deputyOfTwo);
        assertThat(call.isApproved()).isTrue();

        var late = CallSamples.CLOSES.plus(Duration.ofDays(1));
        call.askLateAdmission(GROUP, late.plus(Duration.ofDays(1)), "通信の障害", late, Actor.inOwnRight(SECRETARY));
        refused("call.exception.own", () -> call.answerLateAdmission(0, true, "", late, deputy));
        call.answerLateAdmission(0, true, "", late, new Actor(APPROVER, Set.of(SECRETARY, APPROVER)));
        assertThat(call.accepts(late, GROUP)).isTrue();
    }

    @Test
    void whoseDeputyWroteOnACallOrAskedForAnExceptionDecidesAboutNeither() {
        var inPlace = new Actor(COLLEAGUE, Set.of(APPROVER));
        var other = new PersonId(Ids.next());
        var call = CallSamples.drafted(SECRETARY);
        call.revise(draft -> draft.put("/money/ceiling", "400000"), inPlace);
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(SECRETARY));

        assertThat(call.drafters()).containsExactlyInAnyOrder(SECRETARY, COLLEAGUE, APPROVER);
        refused(
                "call.approve.own",
                () -> call.approve(CallSamples.BEFORE, "1", CallSamples.BEFORE, Actor.inOwnRight(APPROVER)));
        call.approve(CallSamples.BEFORE, "1", CallSamples.BEFORE, Actor.inOwnRight(other));

        var late = CallSamples.CLOSES.plus(Duration.ofDays(1));
        call.askLateAdmission(GROUP, late.plus(Duration.ofDays(1)), "通信の障害", late, inPlace);
        for (var own : List.of(Actor.inOwnRight(APPROVER), new Actor(other, Set.of(APPROVER)))) {
            refused("call.exception.own", () -> call.answerLateAdmission(0, true, "", late, own));
        }
        call.answerLateAdmission(0, true, "", late, Actor.inOwnRight(other));
        assertThat(call.accepts(late, GROUP)).isTrue();
    }

    @Test
    void whatTheApproverReturnsCanBeChangedAndPutForwardAgain() {
        var call = CallSamples.drafted(SECRETARY);
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(SECRETARY));

        refused("call.return.reason", () -> call.sendBack(CallSamples.BEFORE, " ", CallSamples.BEFORE, APPROVER));
        call.sendBack(CallSamples.BEFORE, "上限額を確認してください", CallSamples.BEFORE, APPROVER);
        assertThat(call.returnedReason()).contains("上限額を確認してください");

        call.revise(draft -> draft.put("/money/ceiling", "400000"), Actor.inOwnRight(SECRETARY));
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(SECRETARY));
        assertThat(call.returnedReason()).isEmpty();
        assertThat(call.guideline().budgetRule().ceiling().amount()).isEqualTo(400_000);
    }

    @Test
    void anApprovalFromTheCitysOwnSystemKeepsItsFacts() {
        var call = CallSamples.drafted(SECRETARY);
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(SECRETARY));
        var day = LocalDate.of(2026, 5, 1);

        refused(
                "call.approve.future",
                () -> call.recordApproval(
                        CallSamples.BEFORE,
                        "1",
                        day.plusDays(5),
                        "市民部長",
                        "12",
                        CallSamples.BEFORE,
                        Actor.inOwnRight(COLLEAGUE)));
        refused(
                "call.approve.early",
                () -> call.recordApproval(
                        CallSamples.BEFORE,
                        "1",
                        day.minusDays(1),
                        "市民部長",
                        "12",
                        CallSamples.BEFORE,
                        Actor.inOwnRight(COLLEAGUE)));
        refused(
                "call.approve.facts",
                () -> call.recordApproval(
                        CallSamples.BEFORE, "1", day, "", "12", CallSamples.BEFORE, Actor.inOwnRight(COLLEAGUE)));
        call.recordApproval(
                CallSamples.BEFORE, "1", day, "市民部長", "12", CallSamples.BEFORE, Actor.inOwnRight(COLLEAGUE));

        assertThat(call.approval()).contains(new Approval.Recorded(CallSamples.BEFORE, COLLEAGUE, day, "市民部長", "12"));
        assertThat(call.release()).contains("1");
    }

    @Test
    void whoDraftedACallOrPutItForwardDoesNotRecordItsApproval() {
        var call = CallSamples.drafted(SECRETARY);
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(COLLEAGUE));
        var day = LocalDate.of(2026, 5, 1);

        for (var own : List.of(SECRETARY, COLLEAGUE)) {
            refused(
                    "call.record.own",
                    () -> call.recordApproval(
                            CallSamples.BEFORE, "1", day, "市民部長", "12", CallSamples.BEFORE, Actor.inOwnRight(own)));
        }
        assertThat(call.waitsForApproval()).isTrue();
    }

    @Test
    void whatWouldHaveClosedIsNeitherPutForwardNorApproved() {
        var call = CallSamples.drafted(SECRETARY);
        var day = LocalDate.of(2026, 5, 1);

        refused(
                "call.putForward.past",
                () -> call.putForward(List.of(), CallSamples.CLOSES, Actor.inOwnRight(SECRETARY)));
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(SECRETARY));
        refused(
                "call.approve.late",
                () -> call.approve(CallSamples.BEFORE, "1", CallSamples.CLOSES, Actor.inOwnRight(APPROVER)));
        refused(
                "call.approve.late",
                () -> call.recordApproval(
                        CallSamples.BEFORE, "1", day, "市民部長", "12", CallSamples.CLOSES, Actor.inOwnRight(COLLEAGUE)));
        assertThat(call.waitsForApproval()).isTrue();
    }

    @Test
    void aCallOpenedByHandOpensAtOnceAndOnlyOnce() {
        var call = CallSamples.approved(SECRETARY, APPROVER);
        var early = CallSamples.OPENS.minus(Duration.ofDays(3));

        call.openNow(early, SECRETARY);
        assertThat(call.accepts(early)).isTrue();
        refused("call.open.already", () -> call.openNow(early, SECRETARY));
    }

    @Test
    void anExtensionHoldsForEverybodyAndSaysWhy() {
        var call = CallSamples.open(SECRETARY, APPROVER);
        var until = CallSamples.CLOSES.plus(Duration.ofDays(7));

        refused("call.extend.reason", () -> call.extend(until, null, "", CallSamples.DURING, SECRETARY));
        refused(
                "call.extend.notLater",
                () -> call.extend(CallSamples.CLOSES, null, "大雨", CallSamples.DURING, SECRETARY));
        call.extend(until, null, "大雨", CallSamples.DURING, SECRETARY);

        assertThat(call.accepts(until.minusSeconds(1))).isTrue();
        assertThat(call.accepts(until)).isFalse();
        refused("call.extend.closed", () -> call.extend(until.plusSeconds(1), null, "大雨", until, SECRETARY));
    }

    @Test
    void aLateAdmissionHoldsForOneGroupAndOnlyWhenSomebodyElseGrantsIt() {
        var call = CallSamples.open(SECRETARY, APPROVER);
        var until = CallSamples.CLOSES.plus(Duration.ofDays(3));
        var late = CallSamples.CLOSES.plus(Duration.ofDays(1));
        call.askLateAdmission(GROUP, until, "通信の障害", late, Actor.inOwnRight(SECRETARY));

        assertThat(call.accepts(late, GROUP)).isFalse();
        refused("call.exception.own", () -> call.answerLateAdmission(0, true, "", late, Actor.inOwnRight(SECRETARY)));
        call.answerLateAdmission(0, true, "", late, Actor.inOwnRight(APPROVER));

        assertThat(call.accepts(late, GROUP)).isTrue();
        assertThat(call.accepts(until, GROUP)).isFalse();
        assertThat(call.accepts(late, OTHER)).isFalse();
        assertThat(call.lastClosing()).isEqualTo(until);
        refused(
                "call.exception.answered",
                () -> call.answerLateAdmission(0, false, "いいえ", late, Actor.inOwnRight(APPROVER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doors")
    void theTextOfAnActMayBeSoLongAndNoLonger(String door, int most, Consumer<String> act) {
        act.accept("👨‍👩‍👧".repeat(most));

        assertThatThrownBy(() -> act.accept("あ".repeat(most + 1))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.messageKey()).isEqualTo("shared.text.long");
            assertThat(refusal.arguments()).containsExactly(most, most + 1);
        });
    }

    private static Stream<Arguments> doors() {
        var day = LocalDate.of(2026, 5, 1);
        var until = CallSamples.CLOSES.plus(Duration.ofDays(3));
        return Stream.of(
                door(
                        "returned",
                        400,
                        text -> waiting().sendBack(CallSamples.BEFORE, text, CallSamples.BEFORE, APPROVER)),
                door(
                        "office",
                        100,
                        text -> waiting()
                                .recordApproval(
                                        CallSamples.BEFORE,
                                        "1",
                                        day,
                                        text,
                                        "12",
                                        CallSamples.BEFORE,
                                        Actor.inOwnRight(COLLEAGUE))),
                door(
                        "number",
                        100,
                        text -> waiting()
                                .recordApproval(
                                        CallSamples.BEFORE,
                                        "1",
                                        day,
                                        "市民部長",
                                        text,
                                        CallSamples.BEFORE,
                                        Actor.inOwnRight(COLLEAGUE))),
                door(
                        "extended",
                        400,
                        text -> CallSamples.open(SECRETARY, APPROVER)
                                .extend(until, null, text, CallSamples.DURING, SECRETARY)),
                door(
                        "asked",
                        400,
                        text -> CallSamples.open(SECRETARY, APPROVER)
                                .askLateAdmission(GROUP, until, text, CallSamples.DURING, Actor.inOwnRight(SECRETARY))),
                door("declined", 400, text -> {
                    var call = CallSamples.open(SECRETARY, APPROVER);
                    call.askLateAdmission(GROUP, until, "通信の障害", CallSamples.DURING, Actor.inOwnRight(SECRETARY));
                    call.answerLateAdmission(0, false, text, CallSamples.DURING, Actor.inOwnRight(APPROVER));
                }));
    }

    private static Arguments door(String name, int most, Consumer<String> act) {
        return Arguments.of(name, most, act);
    }

    private static Call waiting() {
        var call = CallSamples.drafted(SECRETARY);
        call.putForward(List.of(), CallSamples.BEFORE, Actor.inOwnRight(SECRETARY));
        return call;
    }

    private static void refused(String key, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }
}
