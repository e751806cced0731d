package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.shared.Refusal;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a proposal back before closing, so that the group can change it and hand it in again. */
@Component
public class RecallProposal {

    private final Proposals proposals;
    private final Access access;
    private final Drafts drafts;
    private final TermsOfCalls terms;
    private final SupplementRequests supplements;
    private final Cases cases;
    private final CaseEvents events;

    RecallProposal(
            Proposals proposals,
            Access access,
            Drafts drafts,
            TermsOfCalls terms,
            SupplementRequests supplements,
            Cases cases,
            CaseEvents events) {
        this.proposals = proposals;
        this.access = access;
        this.drafts = drafts;
        this.terms = terms;
        this.supplements = supplements;
        this.cases = cases;
        this.events = events;
    }

    /**
     * @param arrived when the request reached us: what counts against the closing
     * @throws Refusal after closing, or when the group no longer has a proposal to take back
     */
    @Transactional
    public void recall(ProposalId id, PersonId by, Instant arrived) {
        var key = new CaseKey(id.value());
        cases.hold(key); // as who checks it does: the case first, then the proposal
        var proposal = proposals.locked(id);
        access.requireRepresentative(proposal, by);
        if (proposal.isDraft()) {
            return; // the second click finds it done
        }
        var asked = terms.held(proposal);
        if (!asked.accept(arrived)) {
            throw new Refusal("proposal.refusal.recallLate", asked.closesAt());
        }
        proposal.recall(by, arrived);
        supplements.close(id, arrived);
        drafts.takeBack(proposal, proposals.latestRevision(id), by);
        proposals.add(proposal);
        cases.tell("ProposalRecalled", key, Map.of());
        events.record(key, "ProposalRecalled", Map.of("revision", proposal.revision()));
    }
}
