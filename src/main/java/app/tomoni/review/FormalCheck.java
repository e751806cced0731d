package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Json;
import app.tomoni.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One look at a proposal's form: the facts, what the table noticed in them, and what a person decided. */
@Entity
@Table(name = "formal_check")
public class FormalCheck {

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    @Column(name = "proposal_id")
    private UUID proposal;

    @Column(name = "task_id")
    private String task;

    private String release;

    @JdbcTypeCode(SqlTypes.JSON)
    private String facts;

    @JdbcTypeCode(SqlTypes.JSON)
    private String findings;

    @Column(name = "examined_at")
    private Instant examinedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable CheckOutcome outcome;

    private @Nullable String reason;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_by")
    private @Nullable UUID decidedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected FormalCheck() {}

    private FormalCheck(
            ProposalId proposal,
            TaskId task,
            String release,
            Map<String, ?> facts,
            List<Finding> findings,
            Instant now) {
        this.id = Ids.next();
        this.proposal = proposal.value();
        this.task = task.value();
        this.release = release;
        this.facts = Json.write(facts);
        this.findings = Finding.write(findings);
        this.examinedAt = now;
    }

    static FormalCheck of(
            ProposalId proposal,
            TaskId task,
            String release,
            Map<String, ?> facts,
            List<Finding> findings,
            Instant now) {
        return new FormalCheck(proposal, task, release, facts, findings, now);
    }

    public UUID id() {
        return id;
    }

    public ProposalId proposal() {
        return new ProposalId(proposal);
    }

    boolean isOf(TaskId one) {
        return task.equals(one.value());
    }

    public List<Finding> findings() {
        return Finding.read(findings);
    }

    public Instant examinedAt() {
        return examinedAt;
    }

    public Optional<CheckOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    void decide(CheckOutcome as, @Nullable String why, PersonId by, Instant now) {
        if (outcome != null) {
            throw new Refusal("review.check.decided");
        }
        if (as == CheckOutcome.NOT_SUBJECT && (why == null || why.isBlank())) {
            throw new Refusal("review.check.reasonMissing");
        }
        outcome = as;
        reason = why == null || why.isBlank() ? null : why.strip();
        decidedAt = now;
        decidedBy = by.value();
    }
}
