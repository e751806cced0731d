package app.tomoni.call;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The way of a call from its first draft to its approval (決裁): who drafted it, put it forward, sent it back, approved it.
 *
 * <p>That somebody drafted it is always known; with all columns empty, Hibernate would read no endorsement at all.
 */
@Embeddable
class Endorsement {

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Column(name = "drafted_by")
    private UUID draftedBy;

    /** Everybody who has written on it or put it forward, or in whose place that was done, whatever came of it. */
    @Column(name = "drafters")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<UUID> drafters = new HashSet<>();

    @Column(name = "put_forward_at")
    private @Nullable Instant putForwardAt;

    @Column(name = "put_forward_by")
    private @Nullable UUID putForwardBy;

    @Column(name = "returned_at")
    private @Nullable Instant returnedAt;

    @Column(name = "returned_by")
    private @Nullable UUID returnedBy;

    @Column(name = "returned_reason")
    private @Nullable String returnedReason;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "approved_by")
    private @Nullable UUID approvedBy;

    @Column(name = "approval_recorded_by")
    private @Nullable UUID approvalRecordedBy;

    @Column(name = "approval_day")
    private @Nullable LocalDate approvalDay;

    @Column(name = "approval_office")
    private @Nullable String approvalOffice;

    @Column(name = "approval_number")
    private @Nullable String approvalNumber;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Endorsement() {}

    Endorsement(Instant draftedAt, Actor by) {
        this.draftedAt = draftedAt;
        this.draftedBy = by.person().value();
        drafted(by);
    }

    private void drafted(Actor by) {
        by.doers().forEach(drafter -> drafters.add(drafter.value()));
    }

    Instant draftedAt() {
        return draftedAt;
    }

    PersonId draftedBy() {
        return new PersonId(draftedBy);
    }

    Optional<Instant> putForwardAt() {
        return Optional.ofNullable(putForwardAt);
    }

    Optional<PersonId> putForwardBy() {
        return Optional.ofNullable(putForwardBy).map(PersonId::new);
    }

    Optional<String> returnedReason() {
        return Optional.ofNullable(returnedReason);
    }

    Optional<Approval> approval() {
        var at = approvedAt;
        if (at == null) {
            return Optional.empty();
        }
        var by = approvedBy;
        if (by != null) {
            return Optional.of(new Approval.Here(at, new PersonId(by)));
        }
        if (approvalRecordedBy == null || approvalDay == null || approvalOffice == null || approvalNumber == null) {
            throw new IllegalStateException("an approval without its facts");
        }
        return Optional.of(new Approval.Recorded(
                at, new PersonId(approvalRecordedBy), approvalDay, approvalOffice, approvalNumber));
    }

    boolean isDraft() {
        return putForwardAt == null;
    }

    boolean waitsForApproval() {
        return putForwardAt != null && approvedAt == null;
    }

    boolean isApproved() {
        return approvedAt != null;
    }

    Set<PersonId> drafters() {
        return drafters.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    /** @throws Refusal once it has been put forward */
    void write(Actor by) {
        requireDraft();
        drafted(by);
    }

    void requireDraft() {
        if (!isDraft()) {
            throw new Refusal("call.draft.frozen");
        }
    }

    void putForward(List<Problem> problems, ProposalWindow window, Instant now, Actor by) {
        requireDraft();
        if (!problems.isEmpty()) {
            throw new Refusal("call.putForward.problems", problems.size());
        }
        if (window.hasClosed(now)) {
            throw new Refusal("call.putForward.past");
        }
        putForwardAt = now;
        putForwardBy = by.person().value();
        drafted(by);
        returnedAt = null;
        returnedBy = null;
        returnedReason = null;
    }

    void sendBack(Instant seen, String reason, Instant now, PersonId by) {
        requireSeen(seen);
        if (reason.isBlank()) {
            throw new Refusal("call.return.reason");
        }
        Lengths.demand(reason, Lengths.REASON);
        putForwardAt = null;
        putForwardBy = null;
        returnedAt = now;
        returnedBy = by.value();
        returnedReason = reason.strip();
    }

    void takeBack() {
        requireWaiting();
        putForwardAt = null;
        putForwardBy = null;
    }

    void approve(Instant seen, ProposalWindow window, Instant now, Actor by) {
        requireSeen(seen);
        if (!by.isSecondTo(drafters())) {
            throw new Refusal("call.approve.own");
        }
        requireInTime(window, now);
        approvedAt = now;
        approvedBy = by.person().value();
    }

    void recordApproval(
            Instant seen, ProposalWindow window, LocalDate day, String office, String number, Instant now, Actor by) {
        requireSeen(seen);
        if (!by.isSecondTo(drafters())) {
            throw new Refusal("call.record.own");
        }
        var earliest = JapaneseDates.day(seen);
        if (day.isBefore(earliest)) {
            throw new Refusal("call.approve.early", earliest);
        }
        if (day.isAfter(JapaneseDates.day(now))) {
            throw new Refusal("call.approve.future");
        }
        if (office.isBlank() || number.isBlank()) {
            throw new Refusal("call.approve.facts");
        }
        Lengths.demand(office, Lengths.LINE);
        Lengths.demand(number, Lengths.LINE);
        requireInTime(window, now);
        approvedAt = now;
        approvalRecordedBy = by.person().value();
        approvalDay = day;
        approvalOffice = office.strip();
        approvalNumber = number.strip();
    }

    private void requireWaiting() {
        if (!waitsForApproval()) {
            throw new Refusal("call.approve.notWaiting");
        }
    }

    /** Nothing changes from the moment it is put forward: who has read what was put forward then has read this. */
    private void requireSeen(Instant seen) {
        requireWaiting();
        if (!seen.equals(putForwardAt)) {
            throw new Refusal(Call.CHANGED);
        }
    }

    private static void requireInTime(ProposalWindow window, Instant now) {
        if (window.hasClosed(now)) {
            throw new Refusal("call.approve.late");
        }
    }
}
