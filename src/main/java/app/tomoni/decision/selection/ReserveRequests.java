package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.Deadline;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.DueDates;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps in the lists of the secretariat and the approvers what of a call's runners-up waits for them. */
@Component
class ReserveRequests {

    private final Calls calls;
    private final DueDates dates;
    private final Requests requests;

    ReserveRequests(Calls calls, DueDates dates, Requests requests) {
        this.calls = calls;
        this.dates = dates;
        this.requests = requests;
    }

    /** Somebody has to say what becomes of those who wait. Asked again, it stands there once. */
    void toServe(CallId call) {
        served(call);
        requests.ask(new Request(
                "serveReserves",
                calls.get(call).title(),
                null,
                Office.SECRETARIAT,
                scopes(call),
                null,
                path(call),
                Set.of(),
                null));
    }

    void served(CallId call) {
        requests.settle(path(call));
    }

    /** For others than who drafted it. */
    void toApprove(ReserveDecision draft, Material.Entrant entrant, Set<PersonId> drafters) {
        requests.ask(new Request(
                "decideReserve",
                entrant.title(),
                entrant.number(),
                Office.APPROVER,
                scopes(draft.call()),
                due(draft),
                path(draft),
                drafters,
                null));
    }

    /** It has as long as the decision of the call had. */
    @Nullable
    Instant due(ReserveDecision draft) {
        return dates.due(new CaseKey(draft.call().value()), Deadline.APPROVAL.key(), draft.draftedAt());
    }

    void answered(ReserveDecision draft) {
        requests.settle(path(draft));
    }

    private static CaseScopes scopes(CallId call) {
        return new CaseScopes(call.value(), null, null);
    }

    private static String path(CallId call) {
        return "selections/" + call + "#reserves";
    }

    private static String path(ReserveDecision draft) {
        return "reserves/" + draft.id();
    }
}
