package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a draft for an open call. */
@Component
public class StartProposal {

    private final Proposals proposals;
    private final Drafts drafts;
    private final TermsOfCalls terms;
    private final Memberships memberships;
    private final Clock clock;

    StartProposal(Proposals proposals, Drafts drafts, TermsOfCalls terms, Memberships memberships, Clock clock) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.terms = terms;
        this.memberships = memberships;
        this.clock = clock;
    }

    /**
     * The id of the new draft, or of the group's draft for this call in which nobody has written yet: a double click
     * begins one.
     *
     * @throws Refusal when the call is not open or the person does not write for the group
     */
    @Transactional
    public ProposalId start(CallId call, OrganisationId organisation, PersonId by) {
        if (!memberships.mayEdit(by, organisation)) {
            throw new Refusal("proposal.refusal.writersOnly");
        }
        var now = clock.instant();
        var asked = terms.of(call, organisation);
        if (!asked.accept(now)) {
            throw new Refusal("proposal.refusal.notOpen");
        }
        return proposals.ofOrganisation(organisation).stream()
                .filter(proposal -> proposal.call().equals(call) && proposal.isDraft() && proposal.revision() == 0)
                .filter(drafts::untouched)
                .findFirst()
                .map(Proposal::id)
                .orElseGet(() -> proposals
                        .add(Proposal.start(call, organisation, by, now))
                        .id());
    }
}
