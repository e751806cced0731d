package app.tomoni.decision.selection;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Yen;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The second decision about one runner-up: put before the approver as it is, then approved or returned. */
@Entity
public class ReserveDecision {

    @Id
    private UUID id;

    private UUID callId;
    private UUID proposalId;
    private @Nullable Long amount;
    private String wording;
    private UUID draftedBy;

    /** Whoever drafted it, and those in whose place it was drafted. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<UUID> drafters = new HashSet<>();

    private Instant draftedAt;
    private @Nullable Instant returnedAt;
    private @Nullable UUID returnedBy;
    private @Nullable String returnReason;
    private @Nullable Instant approvedAt;
    private @Nullable UUID approvedBy;

    @Embedded
    private @Nullable Elsewhere elsewhere;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected ReserveDecision() {}

    /**
     * @param amount none where the proposal asks for no money
     * @param wording why this group, and why this sum; published once the group has accepted
     */
    static ReserveDecision draft(
            CallId call, ProposalId proposal, @Nullable Yen amount, String wording, Actor by, Instant at) {
        if (wording.isBlank()) {
            throw new Refusal("decision.draft.wording");
        }
        Lengths.demand(wording, Lengths.TEXT);
        var decision = new ReserveDecision();
        decision.id = Ids.next();
        decision.callId = call.value();
        decision.proposalId = proposal.value();
        decision.amount = amount == null ? null : amount.amount();
        decision.wording = wording.strip();
        decision.draftedBy = by.person().value();
        by.doers().forEach(drafter -> decision.drafters.add(drafter.value()));
        decision.draftedAt = at;
        return decision;
    }

    void approve(PersonId by, Instant at) {
        pending();
        approvedAt = at;
        approvedBy = by.value();
    }

    void recordApproval(Elsewhere approval, PersonId by, Instant at) {
        approve(by, at);
        elsewhere = approval;
    }

    void giveBack(String reason, PersonId by, Instant at) {
        pending();
        returnReason = Decision.returnReason(reason);
        returnedAt = at;
        returnedBy = by.value();
    }

    private void pending() {
        if (!isPending()) {
            throw new Refusal("decision.approve.notWaiting");
        }
    }

    public boolean isPending() {
        return returnedAt == null && approvedAt == null;
    }

    public UUID id() {
        return id;
    }

    public CallId call() {
        return new CallId(callId);
    }

    public ProposalId proposal() {
        return new ProposalId(proposalId);
    }

    public Optional<Yen> amount() {
        return Optional.ofNullable(amount).map(Yen::new);
    }

    public String wording() {
        return wording;
    }

    public PersonId draftedBy() {
        return new PersonId(draftedBy);
    }

    Set<PersonId> drafters() {
        return drafters.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public Optional<Instant> returnedAt() {
        return Optional.ofNullable(returnedAt);
    }

    public Optional<PersonId> returnedBy() {
        return Optional.ofNullable(returnedBy).map(PersonId::new);
    }

    public Optional<String> returnReason() {
        return Optional.ofNullable(returnReason);
    }

    public Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    /** Who approved it here, or recorded the approval given elsewhere. */
    public Optional<PersonId> approvedBy() {
        return Optional.ofNullable(approvedBy).map(PersonId::new);
    }

    public Optional<Elsewhere> elsewhere() {
        return Optional.ofNullable(elsewhere);
    }
}
