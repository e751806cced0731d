package app.tomoni.review;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalNotSubject;
import app.tomoni.proposal.ProposalRecalled;
import app.tomoni.proposal.ProposalWithdrawn;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps in the secretariat's list that a reviewer is unsure about a tie: they can read nothing until they are answered. */
@Component
class TieRequests {

    /** Time to speak with the reviewer and to ask the group. */
    private static final int DAYS_TO_ANSWER = 3;

    private final Requests requests;
    private final ReviewDue due;
    private final BusinessDays businessDays;
    private final Clock clock;

    TieRequests(Requests requests, ReviewDue due, BusinessDays businessDays, Clock clock) {
        this.requests = requests;
        this.due = due;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** For others than who asks. Asked by several, it stands there once for the proposal, with the day of the first. */
    void ask(Listed listed, PersonId by) {
        var answerBy = answerBy(listed);
        settle(listed.call(), listed.proposal());
        requests.ask(new Request(
                "settleTie",
                listed.title(),
                listed.number(),
                Office.SECRETARIAT,
                new CaseScopes(listed.call().value(), null, null),
                answerBy,
                path(listed.call(), listed.proposal()),
                Set.of(by),
                null));
    }

    /** Some days from now, and while it can still be scored in time: until then the reviewer cannot read it. */
    private Instant answerBy(Listed listed) {
        var now = clock.instant();
        var some = JapaneseDates.closeOfOffices(businessDays.soon(LocalDate.now(clock), DAYS_TO_ANSWER));
        return Stream.of(
                        requests.dueAt(path(listed.call(), listed.proposal())),
                        due.of(listed.proposal()).filter(scores -> scores.isAfter(now)),
                        Optional.of(some))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    void settle(CallId call, ProposalId proposal) {
        requests.settle(path(call, proposal));
    }

    @EventListener
    void on(ProposalWithdrawn event) {
        settle(event.call(), event.proposal());
    }

    @EventListener
    void on(ProposalNotSubject event) {
        settle(event.call(), event.proposal());
    }

    @EventListener
    void on(ProposalRecalled event) {
        settle(event.call(), event.proposal());
    }

    private static String path(CallId call, ProposalId proposal) {
        return "calls/" + call + "/reviews#tie-" + proposal;
    }
}
