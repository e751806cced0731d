package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps in the lists of the secretariat and the approvers what of a call's runners-up waits for them. */
@Component
class ReserveRequests {

    private final Calls calls;
    private final Requests requests;

    ReserveRequests(Calls calls, Requests requests) {
        this.calls = calls;
        this.requests = requests;
    }

    /** Somebody has to say what becomes of those who wait. Asked again, it stands there once. */
    void toServe(CallId call) {
        served(call);
        ask("serveReserves", call, Office.SECRETARIAT, calls.get(call).title(), path(call), Set.of());
    }

    void served(CallId call) {
        requests.settle(path(call));
    }

    /** For others than who drafted it. */
    void toApprove(ReserveDecision draft, Material.Entrant entrant, Set<PersonId> drafters) {
        var title = entrant.number() + "　" + entrant.title();
        ask("decideReserve", draft.call(), Office.APPROVER, title, path(draft), drafters);
    }

    void answered(ReserveDecision draft) {
        requests.settle(path(draft));
    }

    private void ask(String kind, CallId call, Office office, String title, String path, Set<PersonId> notFor) {
        var scopes = new CaseScopes(call.value(), null, null);
        requests.ask(new Request(kind, title, office, scopes, null, path, notFor, null));
    }

    private static String path(CallId call) {
        return "selections/" + call + "#reserves";
    }

    private static String path(ReserveDecision draft) {
        return "reserves/" + draft.id();
    }
}
