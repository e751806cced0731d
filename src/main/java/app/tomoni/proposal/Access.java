package app.tomoni.proposal;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.Memberships;
import app.tomoni.shared.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do what with a proposal: its representative hands in, its editors write, its viewers read; the secretariat and
 * the auditor read what was handed in. Whoever may not read it is told the same as if it did not exist.
 */
@Component
@Transactional(readOnly = true)
public class Access {

    private final Proposals proposals;
    private final Memberships memberships;
    private final Offices offices;

    Access(Proposals proposals, Memberships memberships, Offices offices) {
        this.proposals = proposals;
        this.memberships = memberships;
        this.offices = offices;
    }

    /** The proposal for a member of its group. */
    public Optional<Proposal> asMember(ProposalId id, PersonId person) {
        return proposals.find(id).filter(proposal -> mayReadForTheGroup(proposal, person));
    }

    /** The proposal for the city's own people, once it has been handed in; never a draft. */
    public Optional<Proposal> asStaff(ProposalId id, PersonId person) {
        return mayReadForTheCity(person) ? proposals.find(id).filter(Proposal::isSubmitted) : Optional.empty();
    }

    /** Everything of the groups that the person is a member of, drafts too, the youngest first. */
    public List<Proposal> asMember(PersonId person) {
        return proposals.ofOrganisations(memberships.offices(person).keySet());
    }

    /** Everything that was handed in, for the city's own people, the youngest first; never a draft. */
    public List<Proposals.Line> asStaff(PersonId person) {
        return mayReadForTheCity(person) ? proposals.handedIn() : List.of();
    }

    /** Whether the person may read the proposal now, for its group or for the city. */
    public boolean mayRead(ProposalId id, PersonId person) {
        return asMember(id, person).or(() -> asStaff(id, person)).isPresent();
    }

    public boolean mayReadForTheCity(PersonId person) {
        return offices.holds(person, Office.SECRETARIAT, null) || offices.holds(person, Office.AUDITOR, null);
    }

    public boolean mayWrite(Proposal proposal, PersonId person) {
        return memberships.mayEdit(person, proposal.organisation());
    }

    /** Whether the person may write at the draft now; once it is handed in, nobody does. */
    public boolean mayWriteDraft(ProposalId id, PersonId person) {
        return proposals
                .find(id)
                .filter(proposal -> proposal.isDraft() && mayWrite(proposal, person))
                .isPresent();
    }

    public boolean mayHandIn(Proposal proposal, PersonId person) {
        return memberships.mayRepresent(person, proposal.organisation());
    }

    public boolean mayReadForTheGroup(Proposal proposal, PersonId person) {
        return memberships.mayRead(person, proposal.organisation());
    }

    /** @throws Refusal as for an absent one, unless the person is a member of the group */
    void requireMember(Proposal proposal, PersonId person) {
        if (!mayReadForTheGroup(proposal, person)) {
            throw new Refusal("proposal.refusal.absent");
        }
    }

    void requireWriter(Proposal proposal, PersonId person) {
        requireMember(proposal, person);
        if (!mayWrite(proposal, person)) {
            throw new Refusal("proposal.refusal.writersOnly");
        }
    }

    void requireRepresentative(Proposal proposal, PersonId person) {
        requireMember(proposal, person);
        if (!mayHandIn(proposal, person)) {
            throw new Refusal("proposal.refusal.representativeOnly");
        }
    }
}
