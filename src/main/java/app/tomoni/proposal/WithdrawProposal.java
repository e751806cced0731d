package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws a proposal for good, before the city has told its decision (取下げ). */
@Component
public class WithdrawProposal {

    /** In characters as people count them. */
    public static final int LONGEST_REASON = 400;

    private final Proposals proposals;
    private final Access access;
    private final ObjectProvider<ReleasedResult> results;
    private final Cases cases;
    private final CaseEvents events;
    private final Clock clock;

    WithdrawProposal(
            Proposals proposals,
            Access access,
            ObjectProvider<ReleasedResult> results,
            Cases cases,
            CaseEvents events,
            Clock clock) {
        this.proposals = proposals;
        this.access = access;
        this.results = results;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param reason may be empty
     * @throws Refusal after the decision was told, or when there is nothing to withdraw any more
     */
    @Transactional
    public void withdraw(ProposalId id, String reason, PersonId by) {
        var key = new CaseKey(id.value());
        cases.hold(key); // as who checks it does: the case first, then the proposal
        var proposal = proposals.locked(id);
        access.requireRepresentative(proposal, by);
        if (proposal.withdrawnAt().isPresent()) {
            return; // the second click finds it done
        }
        var length = Graphemes.count(reason);
        if (length > LONGEST_REASON) {
            throw new Refusal("proposal.refusal.reasonLong", LONGEST_REASON, length);
        }
        var result = results.getIfAvailable();
        if (result != null && result.of(id).isPresent()) {
            throw new Refusal("proposal.refusal.decided");
        }
        var now = clock.instant();
        proposal.withdraw(reason.strip(), by, now);
        proposals.settle(proposal, now);
        cases.tell("ProposalWithdrawn", key, Map.of());
        events.record(key, "ProposalWithdrawn", Map.of("reason", reason.strip()));
    }
}
