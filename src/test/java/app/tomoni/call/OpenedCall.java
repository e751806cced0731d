package app.tomoni.call;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.document.FileId;
import app.tomoni.document.StoredFile;
import app.tomoni.shared.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A call that is open now, for the tests of what follows. */
public final class OpenedCall {

    private OpenedCall() {}

    /** A complete draft. */
    public static Call drafted(PersonId drafter) {
        var today = LocalDate.now();
        var dates = new CallSamples.Dates(
                today.getYear(),
                today.plusDays(10),
                today.plusDays(40),
                today.plusDays(160),
                today.plusYears(1),
                today.plusYears(2));
        return Call.draft(
                CallSamples.complete(Template.LEVELS, "市民提案型", "事務局", dates),
                "LEVELS",
                Instant.now(),
                Actor.inOwnRight(drafter));
    }

    /** A call that has been put forward and not been approved yet. */
    public static Call waiting(PersonId drafter) {
        var call = drafted(drafter);
        call.putForward(List.of(), Instant.now(), Actor.inOwnRight(drafter));
        return call;
    }

    /** @param days until it closes; negative for one that has closed */
    public static Call until(int days, String release, PersonId drafter, PersonId approver) {
        return until(days, Map.of(), release, drafter, approver);
    }

    /** @param instead what it says elsewhere than its template, by place */
    public static Call until(
            int days, Map<String, String> instead, String release, PersonId drafter, PersonId approver) {
        var draft = CallSamples.complete(Template.LEVELS, "市民提案型", "事務局", closingIn(days));
        instead.forEach(draft::put);
        return open(draft, release, drafter, approver);
    }

    /**
     * A call that is scored with one figure of up to 100 points a sheet: the sheets of all are brought to 100 together, 50
     * of them pass, and nothing separates equals (V-A1).
     */
    public static Call jointFigure(int days, String release, PersonId drafter, PersonId approver) {
        var draft = CallSamples.complete(Template.POINTS, "市民提案型", "事務局", closingIn(days));
        List.of("/criteria/3", "/criteria/2", "/criteria/1", "/ranking/ties/1", "/ranking/ties/0")
                .forEach(place -> draft.remove(place, Map.of()));
        Map.of(
                        "/criteria/0/name", "総合評価",
                        "/criteria/0/max", "100",
                        "/criteria/0/bands/0/to", "100",
                        "/ranking/method", "SUM_TO_100",
                        "/ranking/decimals", "0",
                        "/ranking/passPercent", "50",
                        "/ranking/choice", "ALL_PASSING")
                .forEach(draft::put);
        return open(draft, release, drafter, approver);
    }

    private static CallSamples.Dates closingIn(int days) {
        var today = LocalDate.now();
        return new CallSamples.Dates(
                today.getYear(),
                today.minusDays(60),
                today.plusDays(days),
                today.plusDays(120),
                LocalDate.of(2027, 4, 1),
                LocalDate.of(2028, 3, 31));
    }

    private static Call open(Draft draft, String release, PersonId drafter, PersonId approver) {
        var before = Instant.now().minusSeconds(90L * 86_400);
        var call = Call.draft(draft, "LEVELS", before, Actor.inOwnRight(drafter));
        call.putForward(List.of(), before, Actor.inOwnRight(drafter));
        call.approve(before, release, before, Actor.inOwnRight(approver));
        call.openAtItsTime(Instant.now());
        return call;
    }

    /** An open call that says as much as it may, everywhere, has ten files, and was extended twelve times. */
    public static Call longest(int days, PersonId drafter, PersonId approver) {
        var before = Instant.now().minusSeconds(90L * 86_400);
        var draft = CallSamples.complete(Template.LEVELS, "募".repeat(100), "絡".repeat(400), closingIn(days));
        draft.put("/purpose", "目".repeat(2000));
        draft.put("/eligibleGroups", "団".repeat(2000));
        draft.put("/eligibleProjects", "事".repeat(2000));
        draft.put("/howDecided", "法".repeat(2000));
        while (draft.size("/criteria") < 20) {
            draft.addCriterion();
        }
        for (var criterion : draft.entries("/criteria")) {
            draft.put(criterion + "/name", criterion + "準".repeat(80));
            draft.put(criterion + "/question", "問".repeat(400));
            draft.put(criterion + "/max", "20");
            while (draft.size(criterion + "/levels") < 20) {
                draft.addStep(criterion + "/levels");
            }
            for (var at = 0; at < 20; at++) {
                var level = criterion + "/levels/" + at;
                draft.put(level + "/score", String.valueOf(20 - at));
                draft.put(level + "/points", String.valueOf(20 - at));
                draft.put(level + "/text", "段".repeat(400));
            }
        }
        for (var at = 0; at < CallFile.MOST; at++) {
            draft.addFile(new StoredFile(
                    new FileId(Ids.next()), "&".repeat(150), "image/jpeg", 10_000_000, "%064d".formatted(at), before));
            draft.put("/files/" + at + "/label", "&".repeat(100));
        }
        var call = Call.draft(draft, "LEVELS", before, Actor.inOwnRight(drafter));
        call.putForward(List.of(), before, Actor.inOwnRight(drafter));
        call.approve(before, "", before, Actor.inOwnRight(approver));
        call.openAtItsTime(before);
        for (var time = 1; time <= 12; time++) {
            call.extend(call.closesAt().plusSeconds(86_400), null, "延".repeat(400), Instant.now(), drafter);
        }
        return call;
    }
}
