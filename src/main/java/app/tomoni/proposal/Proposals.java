package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.form.WorkingCopies;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All proposals, what was handed in with them and what was asked about them. */
@Component
@Transactional
public class Proposals {

    private final ProposalTable rows;
    private final Revisions revisions;
    private final SupplementRequests supplements;
    private final WorkingCopies copies;
    private final CaseEvents events;
    private final Clock clock;

    Proposals(
            ProposalTable rows,
            Revisions revisions,
            SupplementRequests supplements,
            WorkingCopies copies,
            CaseEvents events,
            Clock clock) {
        this.rows = rows;
        this.revisions = revisions;
        this.supplements = supplements;
        this.copies = copies;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal when there is none */
    @Transactional(readOnly = true)
    public Proposal get(ProposalId id) {
        return find(id).orElseThrow(() -> new Refusal("proposal.refusal.absent"));
    }

    @Transactional(readOnly = true)
    public Optional<Proposal> find(ProposalId id) {
        return rows.findById(id.value());
    }

    @Transactional(readOnly = true)
    public Map<ProposalId, Proposal> withIds(Collection<ProposalId> ids) {
        return rows.withIds(ids.stream().map(ProposalId::value).toList()).stream()
                .collect(Collectors.toMap(Proposal::id, Function.identity()));
    }

    /** What was handed in for the call, withdrawn ones too, by number; never a draft. */
    @Transactional(readOnly = true)
    public List<Proposal> ofCall(CallId call) {
        return rows.submittedTo(call.value());
    }

    /** A proposal as it is looked for. */
    public record Line(UUID id, String number, String title, String group, String groupKana, String call) {}

    /** What was handed in for whatever call, withdrawn ones too, the youngest first; never a draft. */
    @Transactional(readOnly = true)
    List<Line> handedIn() {
        return rows.submitted();
    }

    /** Who writes or has handed in something for the call. */
    @Transactional(readOnly = true)
    public List<OrganisationId> groupsOf(CallId call) {
        return rows.groupsOf(call.value()).stream().map(OrganisationId::new).toList();
    }

    /** Everything of the group, drafts too, the youngest first. */
    @Transactional(readOnly = true)
    public List<Proposal> ofOrganisation(OrganisationId organisation) {
        return ofOrganisations(List.of(organisation));
    }

    /** Everything of these groups, drafts too, the youngest first. */
    @Transactional(readOnly = true)
    public List<Proposal> ofOrganisations(Collection<OrganisationId> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : rows.of(organisations.stream().map(OrganisationId::value).toList());
    }

    /**
     * What was handed in last.
     *
     * @throws Refusal when nothing was
     */
    @Transactional(readOnly = true)
    public Revision latestRevision(ProposalId id) {
        return revisions.latest(id).orElseThrow(() -> new Refusal("proposal.refusal.absent"));
    }

    /** The same of many in one look-up. */
    @Transactional(readOnly = true)
    public List<Revision> latestRevisions(Collection<ProposalId> ids) {
        return revisions.latest(ids);
    }

    /** Everything that was handed in, the first one first. */
    @Transactional(readOnly = true)
    public List<Revision> revisions(ProposalId id) {
        return revisions.of(id);
    }

    /** What was asked, the first request first. */
    @Transactional(readOnly = true)
    public List<SupplementRequest> supplements(ProposalId id) {
        return supplements.of(id);
    }

    /** What the group is being asked now. */
    @Transactional(readOnly = true)
    public Optional<SupplementRequest> openSupplement(ProposalId id) {
        return supplements.open(id);
    }

    /** The same of many in one look-up; whoever is asked nothing is not named. */
    @Transactional(readOnly = true)
    public Map<ProposalId, SupplementRequest> openSupplements(Collection<ProposalId> ids) {
        return supplements.open(ids);
    }

    /**
     * Asks the group to add to these fields; the caller completes the task of the formal check in the same transaction.
     *
     * @param comments by field, in the order they are asked
     * @throws Refusal without a field or a comment, or when the check is over
     */
    public SupplementRequest requestSupplement(ProposalId id, Map<String, String> comments, PersonId by) {
        var proposal = locked(id);
        var request = supplements.ask(proposal, comments, by);
        proposal.askFor(request);
        rows.save(proposal);
        record(id, "SupplementRequested", Map.of("fields", request.fields()));
        return request;
    }

    /** Ends what the group was asked, when the secretariat goes on without an answer. */
    public void waiveSupplement(ProposalId id) {
        locked(id);
        supplements.close(id, clock.instant());
    }

    /** Lets the proposal through to the review; the caller completes the task of the formal check. */
    public void accept(ProposalId id, PersonId by) {
        var proposal = locked(id);
        proposal.accept(by, clock.instant());
        settle(proposal, clock.instant());
        record(id, "ProposalAccepted", Map.of());
    }

    /** Says that the call does not cover the proposal; the caller completes the task of the formal check. */
    public void declareNotSubject(ProposalId id, String reason, PersonId by) {
        var proposal = locked(id);
        proposal.declareNotSubject(reason, by, clock.instant());
        settle(proposal, clock.instant());
        record(id, "ProposalNotSubject", Map.of("reason", reason));
    }

    /** Saves what the group writes no more at: what it typed on the way there is kept no longer. */
    void settle(Proposal proposal, Instant at) {
        supplements.close(proposal.id(), at);
        copies.discard(Drafts.subject(proposal.id()));
        rows.save(proposal);
    }

    private void record(ProposalId id, String kind, Map<String, ?> facts) {
        events.record(new CaseKey(id.value()), kind, facts);
    }

    Proposal add(Proposal proposal) {
        return rows.save(proposal);
    }

    Proposal locked(ProposalId id) {
        return rows.locked(id.value()).orElseThrow(() -> new Refusal("proposal.refusal.absent"));
    }
}
