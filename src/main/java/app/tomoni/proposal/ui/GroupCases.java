package app.tomoni.proposal.ui;

import app.tomoni.account.PersonId;
import app.tomoni.organisation.Memberships;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.ReleasedResult;
import app.tomoni.proposal.TermsOfCalls;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the pages of a group say of its proposals, of many with as many statements as of one. */
@Component
@Transactional(readOnly = true)
class GroupCases {

    private final Memberships memberships;
    private final Drafts drafts;
    private final Proposals proposals;
    private final TermsOfCalls terms;
    private final Cases cases;
    private final ObjectProvider<ReleasedResult> results;

    GroupCases(
            Memberships memberships,
            Drafts drafts,
            Proposals proposals,
            TermsOfCalls terms,
            Cases cases,
            ObjectProvider<ReleasedResult> results) {
        this.memberships = memberships;
        this.drafts = drafts;
        this.proposals = proposals;
        this.terms = terms;
        this.cases = cases;
        this.results = results;
    }

    GroupCase of(Proposal proposal, PersonId person) {
        return of(List.of(proposal), person).getFirst();
    }

    /** In the same order. */
    List<GroupCase> of(Collection<Proposal> all, PersonId person) {
        var titles = drafts.titles(all);
        var asked = terms.of(all);
        var ids = all.stream()
                .filter(proposal -> !proposal.isDraft())
                .map(Proposal::id)
                .toList();
        var supplements = proposals.openSupplements(ids);
        var tasks = cases.tasksOf(ids.stream().map(GroupCases::key).toList());
        var told = told(ids);
        var offices = memberships.offices(person);
        return all.stream()
                .map(proposal -> new GroupCase(
                        proposal,
                        titles.getOrDefault(proposal.id(), ""),
                        Objects.requireNonNull(asked.get(proposal.id())),
                        Optional.ofNullable(supplements.get(proposal.id())),
                        ofGroup(tasks.getOrDefault(key(proposal.id()), List.of())),
                        Optional.ofNullable(told.get(proposal.id())),
                        Memberships.edits(offices.get(proposal.organisation())),
                        Memberships.represents(offices.get(proposal.organisation()))))
                .toList();
    }

    private Map<ProposalId, Instant> told(Collection<ProposalId> ids) {
        var known = results.getIfAvailable();
        return known == null ? Map.of() : known.toldAt(ids);
    }

    private static Optional<OpenTask> ofGroup(List<OpenTask> tasks) {
        return tasks.stream().filter(task -> task.office().ofGroup()).findFirst();
    }

    private static CaseKey key(ProposalId id) {
        return new CaseKey(id.value());
    }
}
