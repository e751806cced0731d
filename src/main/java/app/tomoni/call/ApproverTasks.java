package app.tomoni.call;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps in the approvers' list what of a call waits for them, in the transactions in which it begins and ends to wait. */
@Component
class ApproverTasks {

    private final Calls calls;
    private final Requests requests;

    ApproverTasks(Calls calls, Requests requests) {
        this.calls = calls;
        this.requests = requests;
    }

    /** For others than those whose call it is; due when the call is to open. */
    @EventListener
    void on(CallPutForward event) {
        var call = calls.get(event.call());
        ask("approveCall", call, call.opensAt(), approval(event.call()), call.drafters());
    }

    @EventListener
    void on(CallReturned event) {
        requests.settle(approval(event.call()));
    }

    @EventListener
    void on(CallTakenBack event) {
        requests.settle(approval(event.call()));
    }

    @EventListener
    void on(CallApproved event) {
        requests.settle(approval(event.call()));
    }

    /** For others than who asks; due when the group's time would be over. */
    @EventListener
    void on(ExceptionAsked event) {
        var call = calls.get(event.call());
        ask("admitLate", call, event.until(), admission(event.call(), event.number()), Set.of(event.by()));
    }

    @EventListener
    void on(ExceptionGranted event) {
        requests.settle(admission(event.call(), event.number()));
    }

    @EventListener
    void on(ExceptionDeclined event) {
        requests.settle(admission(event.call(), event.number()));
    }

    private void ask(String kind, Call call, Instant dueAt, String path, Set<PersonId> notFor) {
        var scopes = new CaseScopes(call.id().value(), null, null);
        requests.ask(new Request(kind, call.title(), Office.APPROVER, scopes, dueAt, path, notFor, null));
    }

    private static String approval(CallId call) {
        return "calls/" + call + "#approval";
    }

    private static String admission(CallId call, int number) {
        return "calls/" + call + "#late-" + number;
    }
}
