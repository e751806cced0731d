package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One reviewer's sheet about one proposal: it belongs to the reviewer alone until the stage is closed for everybody. */
@Entity
@Table(name = "score_sheet")
class ScoreSheet extends AbstractAggregateRoot<ScoreSheet> {

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    @Column(name = "call_id")
    private UUID call;

    @Column(name = "proposal_id")
    private UUID proposal;

    @Column(name = "reviewer_id")
    private UUID reviewer;

    private Instant openedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant submittedAt;
    private int submission;
    private @Nullable Instant recusedAt;
    private @Nullable Instant abstainedAt;
    private @Nullable Instant absentAt;
    private @Nullable Instant leftAt;
    private @Nullable Instant restsSince;

    @Column(name = "excused_by")
    private @Nullable UUID excusedBy;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ScoreSheet() {}

    private ScoreSheet(CallId call, ProposalId proposal, PersonId reviewer, Instant now) {
        this.id = Ids.next();
        this.call = call.value();
        this.proposal = proposal.value();
        this.reviewer = reviewer.value();
        this.openedAt = now;
    }

    static ScoreSheet open(CallId call, ProposalId proposal, PersonId reviewer, Instant now) {
        return new ScoreSheet(call, proposal, reviewer, now);
    }

    SheetId id() {
        return new SheetId(id);
    }

    CallId call() {
        return new CallId(call);
    }

    ProposalId proposal() {
        return new ProposalId(proposal);
    }

    PersonId reviewer() {
        return new PersonId(reviewer);
    }

    Participation participation() {
        return recusedAt != null ? Participation.RECUSED : withoutTie();
    }

    /** What counted at that moment, once the sheets were closed: a tie that came up later is not looked at. */
    Participation participationAt(Instant moment) {
        return recusedAt != null && !recusedAt.isAfter(moment) ? Participation.RECUSED : withoutTie();
    }

    private Participation withoutTie() {
        if (submittedAt != null) {
            return Participation.SCORED;
        }
        if (abstainedAt != null) {
            return Participation.ABSTAINED;
        }
        if (absentAt != null) {
            return Participation.ABSENT;
        }
        return leftAt != null ? Participation.LEFT : Participation.PENDING;
    }

    /** Whether its owner may read and write it, as far as the panel and their declaration let them. */
    boolean isOpenToOwner() {
        return recusedAt == null && participation() != Participation.LEFT && !rests();
    }

    /** Whether the proposal was taken back, and has not come to the panel again. */
    boolean rests() {
        return restsSince != null;
    }

    /** The number of the submission that counts; 0 before the first. */
    int submission() {
        return submission;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** Whether the owner began it, the proposal was handed in anew, and the sheet waits for what they say now. */
    boolean renewed() {
        return participation() == Participation.PENDING && startedAt != null && startedAt.isBefore(openedAt);
    }

    /** The owner has typed something. */
    void start(Instant now) {
        mustBeOpen();
        if (startedAt == null) {
            startedAt = now;
        }
    }

    /** The owner hands in, or hands in again; an earlier abstention no longer counts. */
    int submit(Instant now) {
        mustBeOpen();
        submittedAt = now;
        abstainedAt = null;
        reason = null;
        submission++;
        registerEvent(new ScoreSheetSubmitted(call(), proposal(), reviewer(), submission));
        return submission;
    }

    void abstain(String why, Instant now) {
        mustBeOpen();
        if (submittedAt != null) {
            throw new Refusal("review.sheet.submitted");
        }
        Lengths.demand(why, Lengths.REASON);
        abstainedAt = now;
        reason = why.isBlank() ? null : why.strip();
    }

    /** The secretariat goes on without this sheet. */
    void excuse(Participation as, PersonId by, String why, Instant now) {
        if (participation() != Participation.PENDING) {
            throw new Refusal("review.sheet.notPending");
        }
        if (why.isBlank()) {
            throw new Refusal("review.sheet.reasonMissing");
        }
        Lengths.demand(why, Lengths.REASON);
        switch (as) {
            case ABSTAINED -> abstainedAt = now;
            case ABSENT -> absentAt = now;
            default -> throw new IllegalArgumentException(as.name());
        }
        excusedBy = by.value();
        reason = why.strip();
    }

    /** The group took the proposal back: nobody scores it until it comes to the panel again, if it does. */
    void rest(Instant now) {
        if (restsSince == null) {
            restsSince = now;
        }
    }

    /** The proposal was handed in anew: what was said of its former text no longer counts, and stays on record. */
    void reopen(Instant now) {
        restsSince = null;
        if (recusedAt != null) {
            return;
        }
        openedAt = now;
        submittedAt = null;
        abstainedAt = null;
        absentAt = null;
        leftAt = null;
        excusedBy = null;
        reason = null;
    }

    /** The owner left the panel: a sheet that still waits is not asked for any more. */
    void leave(Instant now) {
        if (participation() == Participation.PENDING) {
            leftAt = now;
        }
    }

    /** A tie came up: whatever was written no longer counts, and stays on record. */
    void recuse(Instant now) {
        if (recusedAt == null) {
            recusedAt = now;
        }
    }

    private void mustBeOpen() {
        if (rests()) {
            throw new Refusal("review.sheet.rests");
        }
        if (recusedAt != null) {
            throw new Refusal("review.sheet.recused");
        }
        if (excusedBy != null) {
            throw new Refusal("review.sheet.closedByHand");
        }
    }
}
