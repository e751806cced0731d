package app.tomoni.notice;

import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.call.CallApproved;
import app.tomoni.call.CallExtended;
import app.tomoni.call.CallId;
import app.tomoni.call.CallPutForward;
import app.tomoni.call.CallReturned;
import app.tomoni.call.Calls;
import app.tomoni.call.ExceptionAsked;
import app.tomoni.call.ExceptionDeclined;
import app.tomoni.call.ExceptionGranted;
import app.tomoni.decision.ExceptionAnswered;
import app.tomoni.decision.ResultAnswered;
import app.tomoni.proposal.Proposals;
import java.time.Instant;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells approvers that a call waits for them, groups that they have longer, and who asked that an answer is there. */
@Component
class CallNotices {

    private final Mails mails;
    private final Recipients recipients;
    private final Calls calls;
    private final Proposals proposals;

    CallNotices(Mails mails, Recipients recipients, Calls calls, Proposals proposals) {
        this.mails = mails;
        this.recipients = recipients;
        this.calls = calls;
        this.proposals = proposals;
    }

    @ApplicationModuleListener
    void on(CallPutForward event) {
        tell("call-put-forward", calls.get(event.call()), "approveCall", event.at());
    }

    @ApplicationModuleListener
    void on(CallReturned event) {
        mails.queue(toStaff(event.putForwardBy(), "call-returned", calls.get(event.call()), event.at(), ""));
    }

    @ApplicationModuleListener
    void on(CallApproved event) {
        var call = calls.get(event.call());
        var at = call.approval().orElseThrow().at();
        mails.queue(toStaff(call.putForwardBy().orElseThrow(), "call-approved", call, at, ""));
    }

    @ApplicationModuleListener
    void on(ExceptionAsked event) {
        tell("exception-asked", calls.get(event.call()), "admitLate", event.at());
    }

    @ApplicationModuleListener
    void on(CallExtended event) {
        var call = calls.get(event.call());
        proposals.groupsOf(event.call()).stream()
                .flatMap(group -> recipients.of(group).stream())
                .distinct()
                .forEach(member -> mails.queue(toGroup(member, "call-extended", call, event.closesAt())));
    }

    @ApplicationModuleListener
    void on(ExceptionGranted event) {
        var call = calls.get(event.call());
        recipients
                .of(event.organisation())
                .forEach(member -> mails.queue(toGroup(member, "exception-granted", call, event.until())));
        answered(call, event.number());
    }

    @ApplicationModuleListener
    void on(ExceptionDeclined event) {
        answered(calls.get(event.call()), event.number());
    }

    /** Tells who asked for a late admission that the answer can be read. */
    private void answered(Call call, int number) {
        var late = call.lateAdmissions().get(number);
        var at = late.answeredAt().orElseThrow();
        mails.queue(toStaff(late.askedBy(), "late-admission-answered", call, at, "#late-" + number));
    }

    @ApplicationModuleListener
    void on(ExceptionAnswered event) {
        mails.queue(
                mail(event.asked(), "exception-answered", event.call(), event.at(), event.path(), named(event.call())));
    }

    /** After a declined result the secretariat speaks with the group; were it told of nothing else, a mail would say so. */
    @ApplicationModuleListener
    void on(ResultAnswered event) {
        recipients
                .secretariat()
                .forEach(person -> mails.queue(mail(
                        person,
                        "answer-received",
                        event.call(),
                        event.at(),
                        "/selections/" + event.call(),
                        named(event.call()))));
    }

    /** Tells whoever has it in their list now; told late, it may have been answered or taken back. */
    private void tell(String template, Call call, String kind, Instant at) {
        recipients
                .approvers(call.id())
                .forEach((approver, waiting) -> waiting.stream()
                        .filter(task -> task.kind().equals(kind))
                        .findFirst()
                        .ifPresent(task -> mails.queue(mail(
                                approver,
                                template,
                                call.id(),
                                at,
                                "/" + task.address(),
                                Map.of("title", call.title())))));
    }

    private Map<String, String> named(CallId call) {
        return Map.of("title", calls.get(call).title());
    }

    private static Mail toStaff(PersonId to, String template, Call call, Instant at, String place) {
        return mail(to, template, call.id(), at, "/calls/" + call.id() + place, Map.of("title", call.title()));
    }

    private static Mail toGroup(PersonId member, String template, Call call, Instant until) {
        return mail(
                member,
                template,
                call.id(),
                until,
                "/open-calls/" + call.id(),
                Map.of("title", call.title(), "until", until));
    }

    private static Mail mail(PersonId to, String template, CallId call, Instant at, String link, Map<String, ?> model) {
        var key = template + ":" + call + ":" + at + ":" + to;
        return Mail.notice(to, template, key, link, model, call.value());
    }
}
