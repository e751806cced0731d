package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A second person agrees that the committee goes on below its quorum. */
@Component
@Transactional
public class AgreeToException {

    private final Recommendations recommendations;
    private final ExceptionRequests requests;
    private final Offices offices;
    private final CaseEvents events;
    private final Clock clock;

    AgreeToException(
            Recommendations recommendations,
            ExceptionRequests requests,
            Offices offices,
            CaseEvents events,
            Clock clock) {
        this.recommendations = recommendations;
        this.requests = requests;
        this.offices = offices;
        this.events = events;
        this.clock = clock;
    }

    public void agree(CallId call, PersonId by) {
        if (!offices.holds(by, Office.SECRETARIAT, null) && !offices.holds(by, Office.ACTING_CHAIR, call.value())) {
            throw new Refusal("decision.absent");
        }
        var recommendation =
                recommendations.findByCallId(call.value()).orElseThrow(() -> new Refusal("decision.absent"));
        recommendation.agreeToException(by, clock.instant());
        recommendations.save(recommendation);
        requests.settle(call);
        events.record(new CaseKey(call.value()), "exceptionAgreed", Map.of());
    }
}
