package app.tomoni.call;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.Organisations;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps in the lists of the approvers and the secretariat what of a call waits for them, in the transactions in which it
 * begins and ends to wait.
 */
@Component
class CallTasks {

    private final Calls calls;
    private final Organisations organisations;
    private final Timetable timetable;
    private final Requests requests;

    CallTasks(Calls calls, Organisations organisations, Timetable timetable, Requests requests) {
        this.calls = calls;
        this.organisations = organisations;
        this.timetable = timetable;
        this.requests = requests;
    }

    /** For others than those whose call it is. */
    @EventListener
    void on(CallPutForward event) {
        requests.settle(revision(event.call()));
        var call = calls.get(event.call());
        ask("approveCall", call, Office.APPROVER, due(call, event.at()), approval(event.call()), call.drafters());
    }

    /** It is the secretariat's turn again, whoever in it had put the call forward. */
    @EventListener
    void on(CallReturned event) {
        requests.settle(approval(event.call()));
        var call = calls.get(event.call());
        ask("reviseCall", call, Office.SECRETARIAT, due(call, event.at()), revision(event.call()), Set.of());
    }

    @EventListener
    void on(CallTakenBack event) {
        requests.settle(approval(event.call()));
    }

    @EventListener
    void on(CallApproved event) {
        requests.settle(approval(event.call()));
    }

    /** For others than who asks; due while the answer helps the group. */
    @EventListener
    void on(ExceptionAsked event) {
        var call = calls.get(event.call());
        ask(
                "admitLate",
                call,
                call.title() + " / " + organisations.get(event.organisation()).name(),
                Office.APPROVER,
                timetable.answerBy(call, event.until()),
                admission(event.call(), event.number()),
                call.lateAdmissions().get(event.number()).askers());
    }

    @EventListener
    void on(ExceptionGranted event) {
        requests.settle(admission(event.call(), event.number()));
    }

    @EventListener
    void on(ExceptionDeclined event) {
        requests.settle(admission(event.call(), event.number()));
    }

    private void ask(String kind, Call call, Office office, Instant dueAt, String path, Set<PersonId> notFor) {
        ask(kind, call, call.title(), office, dueAt, path, notFor);
    }

    private void ask(
            String kind, Call call, String title, Office office, Instant dueAt, String path, Set<PersonId> notFor) {
        var scopes = new CaseScopes(call.id().value(), null, null);
        requests.ask(new Request(kind, title, null, office, scopes, dueAt, path, notFor, null));
    }

    /** Before the call is to open; where that has passed, before it closes. */
    private static Instant due(Call call, Instant now) {
        return call.opensAt().isAfter(now) ? call.opensAt() : call.closesAt();
    }

    private static String approval(CallId call) {
        return "calls/" + call + "#approval";
    }

    private static String revision(CallId call) {
        return "calls/" + call;
    }

    private static String admission(CallId call, int number) {
        return "calls/" + call + "#late-" + number;
    }
}
