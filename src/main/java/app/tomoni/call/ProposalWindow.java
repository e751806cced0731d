package app.tomoni.call;

import app.tomoni.account.Actor;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a call takes proposals (受付期間): the same for everybody, longer for groups that are admitted late.
 *
 * <p>Its lists are always there, so that Hibernate reads it even while no date is set.
 */
@Embeddable
class ProposalWindow {

    @Column(name = "opens_at")
    private @Nullable Instant opensAt;

    @Column(name = "closes_at")
    private @Nullable Instant closesAt;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "opened_by")
    private @Nullable UUID openedBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "call_extension", joinColumns = @JoinColumn(name = "call_id"))
    @OrderColumn(name = "number")
    @BatchSize(size = 50)
    private List<Extension> extensions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "call_exception", joinColumns = @JoinColumn(name = "call_id"))
    @OrderColumn(name = "number")
    @BatchSize(size = 50)
    private List<LateAdmission> lateAdmissions = new ArrayList<>();

    Optional<Instant> opening() {
        return Optional.ofNullable(opensAt);
    }

    Optional<Instant> closing() {
        return Optional.ofNullable(closesAt);
    }

    Instant opensAt() {
        return opening().orElseThrow(() -> new IllegalStateException("a call without an opening"));
    }

    Instant closesAt() {
        return closing().orElseThrow(() -> new IllegalStateException("a call without a closing"));
    }

    Instant closesAt(OrganisationId organisation) {
        return lastClosing(late -> late.organisation().equals(organisation));
    }

    Instant lastClosing() {
        return lastClosing(late -> true);
    }

    private Instant lastClosing(Predicate<LateAdmission> counts) {
        return lateAdmissions.stream()
                .filter(LateAdmission::granted)
                .filter(counts)
                .map(LateAdmission::until)
                .filter(until -> until.isAfter(closesAt()))
                .max(Instant::compareTo)
                .orElse(closesAt());
    }

    Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    List<Extension> extensions() {
        return List.copyOf(extensions);
    }

    List<LateAdmission> lateAdmissions() {
        return List.copyOf(lateAdmissions);
    }

    boolean hasClosed(Instant now) {
        return closesAt != null && !now.isBefore(closesAt);
    }

    boolean accepts(Instant received) {
        return opensAt != null && closesAt != null && !received.isBefore(opensAt) && received.isBefore(closesAt);
    }

    boolean accepts(Instant received, OrganisationId organisation) {
        return accepts(received) || (hasClosed(received) && received.isBefore(closesAt(organisation)));
    }

    /** As the draft says, as far as it does. */
    void plan(@Nullable Instant opensAt, @Nullable Instant closesAt) {
        this.opensAt = opensAt;
        this.closesAt = closesAt;
    }

    void openNow(Instant now, PersonId by) {
        if (openedAt != null || hasClosed(now)) {
            throw new Refusal("call.open.already");
        }
        if (opensAt().isAfter(now)) {
            opensAt = now;
        }
        openedAt = now;
        openedBy = by.value();
    }

    /** Whether its time has come and nobody has said so yet. */
    boolean isToOpen(Instant now) {
        return openedAt == null && !now.isBefore(opensAt());
    }

    void openAtItsTime(Instant now) {
        openedAt = now;
    }

    /** When the results are planned to be published: as approved, or as an extension has moved it. */
    Instant publicationAt(Guideline guideline) {
        return extensions.stream()
                .flatMap(extension -> extension.publicationAt().stream())
                .reduce((earlier, later) -> later)
                .orElse(guideline.publicationAt());
    }

    Extension extend(
            Instant until,
            @Nullable Instant publication,
            String reason,
            Guideline guideline,
            Instant now,
            PersonId by) {
        if (hasClosed(now)) {
            throw new Refusal("call.extend.closed");
        }
        var before = closesAt();
        if (!until.isAfter(before)) {
            throw new Refusal("call.extend.notLater");
        }
        var planned = publicationAt(guideline);
        if (publication != null && !publication.isAfter(planned)) {
            throw new Refusal("call.extend.publicationNotLater");
        }
        if (!until.isBefore(publication == null ? planned : publication)) {
            throw new Refusal("call.extend.publication");
        }
        if (reason.isBlank()) {
            throw new Refusal("call.extend.reason");
        }
        Lengths.demand(reason, Lengths.REASON);
        var extension = new Extension(before, until, publication, reason.strip(), now, by);
        extensions.add(extension);
        closesAt = until;
        return extension;
    }

    LateAdmission askLateAdmission(
            OrganisationId organisation, Instant until, String reason, Guideline guideline, Instant now, Actor by) {
        if (now.isBefore(opensAt())) {
            throw new Refusal("call.exception.notOpen");
        }
        if (!until.isAfter(now) || !until.isAfter(closesAt())) {
            throw new Refusal("call.exception.notLater");
        }
        if (!until.isBefore(publicationAt(guideline))) {
            throw new Refusal("call.extend.publication");
        }
        if (reason.isBlank()) {
            throw new Refusal("call.exception.reason");
        }
        Lengths.demand(reason, Lengths.REASON);
        var late = new LateAdmission(organisation, until, reason.strip(), now, by);
        lateAdmissions.add(late);
        return late;
    }

    LateAdmission answerLateAdmission(int number, boolean grant, String why, Instant now, Actor by) {
        if (number < 0
                || number >= lateAdmissions.size()
                || !lateAdmissions.get(number).waits()) {
            throw new Refusal("call.exception.answered");
        }
        var late = lateAdmissions.get(number);
        late.answer(grant, why, now, by);
        return late;
    }
}
