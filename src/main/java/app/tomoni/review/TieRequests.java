package app.tomoni.review;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalWithdrawn;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps in the secretariat's list that a reviewer is unsure about a tie: they can read nothing until they are answered. */
@Component
class TieRequests {

    private final Requests requests;

    TieRequests(Requests requests) {
        this.requests = requests;
    }

    /** For others than who asks. Asked by several, it stands there once for the proposal. */
    void ask(Listed listed, PersonId by) {
        settle(listed.call(), listed.proposal());
        requests.ask(new Request(
                "settleTie",
                listed.number() + "　" + listed.title(),
                Office.SECRETARIAT,
                new CaseScopes(listed.call().value(), null, null),
                null,
                path(listed.call(), listed.proposal()),
                Set.of(by),
                null));
    }

    void settle(CallId call, ProposalId proposal) {
        requests.settle(path(call, proposal));
    }

    @EventListener
    void on(ProposalWithdrawn event) {
        settle(event.call(), event.proposal());
    }

    private static String path(CallId call, ProposalId proposal) {
        return "calls/" + call + "/reviews#tie-" + proposal;
    }
}
