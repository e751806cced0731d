package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.shared.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** After the committee has met, the secretariat closes the sheets that its members could adjust until then. */
@Component
@Transactional
public class CloseScoring {

    private final Barrier barrier;
    private final Offices offices;
    private final CaseEvents events;

    CloseScoring(Barrier barrier, Offices offices, CaseEvents events) {
        this.barrier = barrier;
        this.offices = offices;
        this.events = events;
    }

    /** Whether all sheets are in and nothing but this is waited for. */
    @Transactional(readOnly = true)
    public boolean isAsked(CallId call) {
        return barrier.isForSecretariat(call);
    }

    /** @throws Refusal when the sheets are closed already, or not all are in any more */
    public void close(CallId call, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null)) {
            throw new Refusal("decision.absent");
        }
        if (!barrier.askAfterMeeting(call)) {
            throw new Refusal("decision.scoring.over");
        }
        events.record(new CaseKey(call.value()), "scoringClosed", Map.of());
    }
}
