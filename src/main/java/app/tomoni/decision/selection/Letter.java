package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One letter to one addressee: its facts, and the exact bytes by their hash. */
@Entity
public class Letter {

    /** What it tells. */
    public enum Kind {
        RESULT,
        OFFER
    }

    /** How it reaches the group: on paper, or, where the group has agreed to that, opened here after a mail. */
    public enum Delivery {
        PRINT,
        MAIL
    }

    /**
     * The bytes as archived.
     *
     * @param sha256 of exactly these bytes
     */
    public record Archived(UUID file, String sha256, long size) {}

    @Id
    private UUID id;

    private UUID callId;
    private UUID proposalId;
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String addressee;
    private String documentNumber;

    @Column(insertable = false, updatable = false)
    private @Nullable String search;

    private LocalDate dated;
    private UUID fileId;
    private String sha256;
    private long size;
    private Instant writtenAt;

    @Enumerated(EnumType.STRING)
    private Delivery delivery;

    private @Nullable Instant queuedAt;
    private @Nullable UUID queuedBy;
    private @Nullable Instant printedAt;
    private @Nullable Instant postedAt;
    private @Nullable LocalDate postedOn;
    private @Nullable UUID postedBy;
    private @Nullable Instant openedAt;
    private @Nullable UUID openedBy;
    private @Nullable Instant voidedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Letter() {}

    public static Letter write(
            CallId call,
            Material.Entrant entrant,
            Kind kind,
            String documentNumber,
            LocalDate dated,
            Archived archived,
            Instant at) {
        var letter = new Letter();
        letter.id = Ids.next();
        letter.callId = call.value();
        letter.proposalId = entrant.proposal().value();
        letter.organisationId = entrant.organisation();
        letter.kind = kind;
        letter.addressee = entrant.organisationName();
        letter.documentNumber = documentNumber;
        letter.delivery = Delivery.PRINT;
        letter.keep(dated, archived, at);
        return letter;
    }

    /** Replaces the bytes of a letter that has not left yet. */
    public void rewrite(LocalDate dated, Archived archived, Instant at) {
        if (queuedAt != null) {
            throw new Refusal("decision.letter.queued");
        }
        keep(dated, archived, at);
    }

    private void keep(LocalDate dated, Archived archived, Instant at) {
        this.dated = dated;
        this.fileId = archived.file();
        this.sha256 = archived.sha256();
        this.size = archived.size();
        this.writtenAt = at;
    }

    /** Hands it to its queue; from now on its bytes stay. */
    public void queue(Delivery delivery, PersonId by, Instant at) {
        if (queuedAt == null) {
            this.delivery = delivery;
            queuedAt = at;
            queuedBy = by.value();
        }
    }

    /** What it says is decided anew, or its group has withdrawn: it keeps its number in the register and is never sent. */
    public void cancel(Instant at) {
        if (queuedAt != null) {
            throw new Refusal("decision.letter.queued");
        }
        voidedAt = at;
    }

    /** A letter by mail that nobody has opened goes on paper as well. */
    public void print(Instant at) {
        if (!isUnopened()) {
            throw new Refusal("decision.letter.opened");
        }
        delivery = Delivery.PRINT;
        printedAt = at;
    }

    /**
     * Records that it left the house on paper.
     *
     * @param on the day on which it did, which may be noted later
     * @throws Refusal when that day is still to come, or it was not to be posted yet
     */
    public void post(LocalDate on, PersonId by, Instant at) {
        requirePosting(on, at);
        if (postedAt == null) {
            postedAt = at;
            postedOn = on;
            postedBy = by.value();
        }
    }

    /** @throws Refusal as {@link #post} does */
    void requirePosting(LocalDate on, Instant at) {
        if (queuedAt == null || delivery != Delivery.PRINT) {
            throw new Refusal("decision.letter.notQueued");
        }
        if (on.isAfter(JapaneseDates.day(at))) {
            throw new Refusal("decision.letters.post.future");
        }
        var first = printedAt == null ? dated : JapaneseDates.day(printedAt);
        if (on.isBefore(first)) {
            throw new Refusal("decision.letters.post.early", documentNumber, java.sql.Date.valueOf(first));
        }
    }

    /** Records that the group has opened it here for the first time. */
    public void open(PersonId by, Instant at) {
        if (isUnopened()) {
            openedAt = at;
            openedBy = by.value();
        }
    }

    /** Whether it is on its way on paper and has not left yet. */
    public boolean isToPost() {
        return queuedAt != null && delivery == Delivery.PRINT && postedAt == null;
    }

    /** Whether the group was told of it by mail, and has not opened it yet. */
    public boolean isUnopened() {
        return queuedAt != null && delivery == Delivery.MAIL && openedAt == null;
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

    public UUID organisation() {
        return organisationId;
    }

    public Kind kind() {
        return kind;
    }

    public String addressee() {
        return addressee;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public LocalDate dated() {
        return dated;
    }

    public UUID file() {
        return fileId;
    }

    public String sha256() {
        return sha256;
    }

    public long size() {
        return size;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public Delivery delivery() {
        return delivery;
    }

    public Optional<Instant> queuedAt() {
        return Optional.ofNullable(queuedAt);
    }

    public Optional<PersonId> queuedBy() {
        return Optional.ofNullable(queuedBy).map(PersonId::new);
    }

    public Optional<Instant> postedAt() {
        return Optional.ofNullable(postedAt);
    }

    /** The day on which it left the house on paper. */
    public Optional<LocalDate> postedOn() {
        return postedAt == null ? Optional.empty() : Optional.ofNullable(postedOn);
    }

    public Optional<PersonId> postedBy() {
        return Optional.ofNullable(postedBy).map(PersonId::new);
    }

    public boolean isCancelled() {
        return voidedAt != null;
    }

    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    public Optional<PersonId> openedBy() {
        return Optional.ofNullable(openedBy).map(PersonId::new);
    }
}
