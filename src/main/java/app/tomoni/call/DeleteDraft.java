package app.tomoni.call;

import app.tomoni.account.PersonId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat deletes the draft of a call that nobody outside it has been asked about yet. */
@Component
@Transactional
public class DeleteDraft {

    private final Calls calls;
    private final Panels panels;
    private final AppointPanel panel;
    private final CallStaff staff;
    private final CaseEvents events;

    DeleteDraft(Calls calls, Panels panels, AppointPanel panel, CallStaff staff, CaseEvents events) {
        this.calls = calls;
        this.panels = panels;
        this.panel = panel;
        this.staff = staff;
        this.events = events;
    }

    /** Whether it is a draft that was never put forward; one that came back from the approver is part of the files. */
    @Transactional(readOnly = true)
    public boolean isPossible(Call call) {
        return call.isDraft()
                && events.of(new CaseKey(call.id().value())).stream()
                        .noneMatch(event -> event.kind().equals(CallRecord.PUT_FORWARD));
    }

    /**
     * Deletes the draft and ends the memberships of its panel; the record of what happened to it stays.
     *
     * @throws Refusal when it was put forward at any time
     */
    public void delete(CallId id, PersonId by) {
        staff.requireSecretariat(by);
        var call = calls.locked(id);
        if (!isPossible(call)) {
            throw new Refusal("call.delete.putForward");
        }
        panels.members(id).forEach(member -> panel.remove(id, member, by));
        call.deleted();
        calls.delete(call);
    }
}
