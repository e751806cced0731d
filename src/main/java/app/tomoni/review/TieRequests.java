package app.tomoni.review;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallExtended;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseScopes;
import app.tomoni.process.Request;
import app.tomoni.process.Requests;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalNotSubject;
import app.tomoni.proposal.ProposalRecalled;
import app.tomoni.proposal.ProposalWithdrawn;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps in the secretariat's list that a reviewer is unsure about a tie: they can read nothing until they are answered. */
@Component
class TieRequests {

    private final Requests requests;
    private final ReviewedProposals proposals;
    private final ReviewDue due;

    TieRequests(Requests requests, ReviewedProposals proposals, ReviewDue due) {
        this.requests = requests;
        this.proposals = proposals;
        this.due = due;
    }

    /**
     * For others than who asks; due when the panel's scores are, for until it is answered somebody cannot score. Asked by
     * several, it stands there once for the proposal.
     */
    void ask(Listed listed, PersonId by) {
        settle(listed.call(), listed.proposal());
        requests.ask(new Request(
                "settleTie",
                listed.number() + "　" + listed.title(),
                Office.SECRETARIAT,
                new CaseScopes(listed.call().value(), null, null),
                due.of(listed.proposal()).orElse(null),
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

    @EventListener
    void on(ProposalNotSubject event) {
        settle(event.call(), event.proposal());
    }

    @EventListener
    void on(ProposalRecalled event) {
        settle(event.call(), event.proposal());
    }

    @EventListener
    void on(CallExtended event) {
        proposals
                .ofCall(event.call())
                .forEach(listed -> due.of(listed.proposal())
                        .ifPresent(at -> requests.dueAt(path(listed.call(), listed.proposal()), at)));
    }

    private static String path(CallId call, ProposalId proposal) {
        return "calls/" + call + "/reviews#tie-" + proposal;
    }
}
