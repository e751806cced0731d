package app.tomoni.call;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.document.FileId;
import app.tomoni.document.StoredFile;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the secretariat types into the draft of a call, field by field. */
@Component
@Transactional
public class ReviseCall {

    private final Calls calls;
    private final CallStaff staff;
    private final Clock clock;

    ReviseCall(Calls calls, CallStaff staff, Clock clock) {
        this.calls = calls;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * What became of a typed value.
     *
     * @param stored whether it is kept; otherwise somebody else has written {@code now} there since
     */
    public record Kept(boolean stored, String now, Instant at) {}

    /**
     * Keeps one value as typed.
     *
     * @param within the id of the criterion or file that the person saw around the place; empty where there is none
     * @param basedOn what the person saw there before typing
     * @throws Refusal once the call has been put forward, or when the place is no longer there or in another one
     */
    public Kept put(CallId id, String place, String within, String basedOn, String typed, PersonId by) {
        var writer = staff.requireSecretariat(by);
        var call = calls.locked(id);
        if (!call.draft().within(place).equals(within)) {
            throw new Refusal("call.draft.gone");
        }
        var before = call.draft().text(place);
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!before.equals(basedOn) && !before.equals(typed)) {
            return new Kept(false, before, at);
        }
        call.revise(draft -> draft.put(place, typed), writer);
        calls.save(call);
        return new Kept(true, typed, at);
    }

    /** @throws Refusal when the draft has as many files as it may have, or was put forward by now */
    public void addFile(CallId id, StoredFile file, PersonId by) {
        call(id, by, (call, writer) -> call.addFile(file, writer));
    }

    /** @throws Refusal when it is no longer there, or the draft was put forward by now */
    public void removeFile(CallId id, FileId file, PersonId by) {
        call(id, by, (call, writer) -> call.removeFile(file, writer));
    }

    public void addCriterion(CallId id, PersonId by) {
        change(id, by, Draft::addCriterion);
    }

    /** Adds a level or a band to a list such as {@code /criteria/0/levels}. */
    public void addStep(CallId id, String list, PersonId by) {
        change(id, by, draft -> draft.addStep(list));
    }

    /** Adds what separates equal totals next: CRITERION, SMALLER_REQUEST, DELIBERATION, MAJORITY_VOTE or CHAIR. */
    public void addTie(CallId id, String tie, PersonId by) {
        change(id, by, draft -> draft.addTie(tie));
    }

    /**
     * Takes an entry out of its list.
     *
     * @param seen what the person saw of the entry: texts by their places within it
     * @throws Refusal when something else stands there by now
     */
    public void remove(CallId id, String place, Map<String, String> seen, PersonId by) {
        change(id, by, draft -> draft.remove(place, seen));
    }

    /**
     * Moves an entry one place up or down in its list.
     *
     * @param seen what the person saw of the entry: texts by their places within it
     * @throws Refusal when something else stands there by now
     */
    public void move(CallId id, String place, boolean up, Map<String, String> seen, PersonId by) {
        change(id, by, draft -> draft.move(place, up, seen));
    }

    private void change(CallId id, PersonId by, Consumer<Draft> change) {
        call(id, by, (call, writer) -> call.revise(change, writer));
    }

    private void call(CallId id, PersonId by, BiConsumer<Call, Actor> change) {
        var writer = staff.requireSecretariat(by);
        var call = calls.locked(id);
        change.accept(call, writer);
        calls.save(call);
    }
}
