package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * What a group proposes to do together with the city, and what has happened to it on which day.
 *
 * <p>Where its case stands is the process's to say. What the group types lives in a working copy; what it handed in is a
 * {@link Revision}.
 */
@Entity
@Table(name = "proposal")
public class Proposal extends AbstractAggregateRoot<Proposal> {

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID callId;
    private UUID organisationId;
    private String title;
    private String partners;

    @Column(name = "receipt_number")
    private @Nullable String number;

    private int revision;
    private @Nullable Long requestedYen;

    private Instant startedAt;
    private UUID startedBy;
    private @Nullable Instant submittedAt;
    private @Nullable UUID submittedBy;
    private @Nullable Instant recalledAt;
    private @Nullable Instant acceptedAt;
    private @Nullable UUID acceptedBy;
    private @Nullable Instant notSubjectAt;
    private @Nullable UUID notSubjectBy;
    private @Nullable String notSubjectReason;
    private @Nullable Instant withdrawnAt;
    private @Nullable UUID withdrawnBy;
    private @Nullable String withdrawnReason;

    @SuppressWarnings("NullAway.Init")
    Proposal() {}

    /** A new, empty draft that nobody but the group sees. */
    public static Proposal start(CallId call, OrganisationId organisation, PersonId by, Instant at) {
        var proposal = new Proposal();
        proposal.id = Ids.next();
        proposal.callId = call.value();
        proposal.organisationId = organisation.value();
        proposal.title = "";
        proposal.partners = "";
        proposal.startedAt = at;
        proposal.startedBy = by.value();
        return proposal;
    }

    /**
     * Hands the proposal in.
     *
     * @param number given to it now; the one it has already stays
     * @param at when the request arrived
     * @throws Refusal when it is not a draft
     */
    void submit(String number, Summary summary, PersonId by, Instant at) {
        if (!isDraft()) {
            throw new Refusal("proposal.refusal.notDraft");
        }
        var kept = this.number == null ? number : this.number;
        this.number = kept;
        take(summary);
        this.revision++;
        this.submittedAt = at;
        this.submittedBy = by.value();
        this.recalledAt = null;
        registerEvent(new ProposalSubmitted(id(), call(), organisation(), kept, title, revision, at, by));
    }

    /**
     * Takes the proposal back to change it; the caller has judged that the call is still open.
     *
     * @throws Refusal when it is not handed in or has left our hands
     */
    void recall(PersonId by, Instant at) {
        var number = pending();
        recalledAt = at;
        acceptedAt = null; // what comes again is checked again
        acceptedBy = null;
        registerEvent(new ProposalRecalled(id(), call(), organisation(), number, at, by));
    }

    /**
     * Withdraws the proposal for good; the caller has judged that nothing is decided yet.
     *
     * @throws Refusal when it is not handed in or has left our hands already
     */
    void withdraw(@Nullable String reason, PersonId by, Instant at) {
        var number = pending();
        withdrawnAt = at;
        withdrawnBy = by.value();
        withdrawnReason = reason == null || reason.isBlank() ? null : reason;
        registerEvent(new ProposalWithdrawn(id(), call(), organisation(), number, withdrawnReason, at, by));
    }

    /** Lets the proposal through to the review. */
    void accept(PersonId by, Instant at) {
        var number = unchecked();
        acceptedAt = at;
        acceptedBy = by.value();
        registerEvent(new ProposalAccepted(id(), call(), organisation(), number, at, by));
    }

    /** Says that the call does not cover the proposal. */
    void declareNotSubject(String reason, PersonId by, Instant at) {
        var number = unchecked();
        if (reason.isBlank()) {
            throw new Refusal("proposal.refusal.reasonMissing");
        }
        notSubjectAt = at;
        notSubjectBy = by.value();
        notSubjectReason = reason;
        registerEvent(new ProposalNotSubject(id(), call(), organisation(), number, reason, at, by));
    }

    /** Asks the group to add to what it wrote. */
    void askFor(SupplementRequest request) {
        var number = unchecked();
        registerEvent(new SupplementRequested(
                id(),
                call(),
                organisation(),
                number,
                request.points().size(),
                request.dueAt(),
                request.requestedAt(),
                request.requestedBy()));
    }

    /** Takes in what the group added. */
    void supplement(Summary summary, PersonId by, Instant at) {
        var number = unchecked();
        take(summary);
        revision++;
        registerEvent(new SupplementAnswered(id(), call(), organisation(), number, revision, at, by));
    }

    private void take(Summary summary) {
        title = summary.title();
        partners = summary.partners();
        requestedYen = summary.requested() == null ? null : summary.requested().amount();
    }

    /** What happened since it was loaded and is told to the other modules when it is saved. */
    java.util.Collection<Object> events() {
        return domainEvents();
    }

    private String pending() {
        if (number == null || isDraft()) {
            throw new Refusal("proposal.refusal.notSubmitted");
        }
        if (withdrawnAt != null || notSubjectAt != null) {
            throw new Refusal("proposal.refusal.over");
        }
        return number;
    }

    private String unchecked() {
        var number = pending();
        if (acceptedAt != null) {
            throw new Refusal("proposal.refusal.checked");
        }
        return number;
    }

    /** Whether the group is still writing: never handed in, or taken back. */
    public boolean isDraft() {
        return submittedAt == null || recalledAt != null;
    }

    /** Whether the city has it: handed in and not taken back. True of one withdrawn later, too. */
    public boolean isSubmitted() {
        return submittedAt != null && recalledAt == null;
    }

    /** Whether it left our hands without a decision: withdrawn, or not covered by the call. */
    public boolean isOver() {
        return withdrawnAt != null || notSubjectAt != null;
    }

    public ProposalId id() {
        return new ProposalId(id);
    }

    public CallId call() {
        return new CallId(callId);
    }

    public OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    /** As handed in last; empty as long as it never was. */
    public String title() {
        return title;
    }

    /** The organisations it is carried out with, in the group's words as handed in last; often empty. */
    public String partners() {
        return partners;
    }

    /** The receipt number, given at the first submission and kept through a recall. */
    public Optional<String> number() {
        return Optional.ofNullable(number);
    }

    /** The number of the latest revision; 0 when nothing was handed in. */
    public int revision() {
        return revision;
    }

    /** What the group asks the city for. */
    public Optional<Yen> requested() {
        return Optional.ofNullable(requestedYen).map(Yen::new);
    }

    public Instant startedAt() {
        return startedAt;
    }

    public PersonId startedBy() {
        return new PersonId(startedBy);
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<PersonId> submittedBy() {
        return Optional.ofNullable(submittedBy).map(PersonId::new);
    }

    /** Since when the group has it back; none once it is handed in again. */
    public Optional<Instant> recalledAt() {
        return Optional.ofNullable(recalledAt);
    }

    public Optional<Instant> acceptedAt() {
        return Optional.ofNullable(acceptedAt);
    }

    public Optional<PersonId> acceptedBy() {
        return Optional.ofNullable(acceptedBy).map(PersonId::new);
    }

    public Optional<Instant> notSubjectAt() {
        return Optional.ofNullable(notSubjectAt);
    }

    public Optional<PersonId> notSubjectBy() {
        return Optional.ofNullable(notSubjectBy).map(PersonId::new);
    }

    public Optional<String> notSubjectReason() {
        return Optional.ofNullable(notSubjectReason);
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    public Optional<PersonId> withdrawnBy() {
        return Optional.ofNullable(withdrawnBy).map(PersonId::new);
    }

    public Optional<String> withdrawnReason() {
        return Optional.ofNullable(withdrawnReason);
    }
}
