package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.ResultAnswered;
import app.tomoni.proposal.ProposalId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** What a group said to the city's yes. */
@Entity
public class Answer extends AbstractAggregateRoot<Answer> {

    /** Yes or no. */
    public enum Kind {
        ACCEPTED,
        DECLINED
    }

    @Id
    private UUID proposalId;

    private UUID callId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private Instant answeredAt;
    private UUID answeredBy;
    private String reason;
    private @Nullable String received;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Answer() {}

    private Answer(ProposalId proposal, CallId call, Kind kind, String reason, PersonId by, Instant at) {
        this.proposalId = proposal.value();
        this.callId = call.value();
        this.kind = kind;
        this.reason = reason.strip();
        this.answeredBy = by.value();
        this.answeredAt = at;
        registerEvent(new ResultAnswered(proposal, call, kind == Kind.ACCEPTED, at));
    }

    public static Answer of(ProposalId proposal, CallId call, Kind kind, String reason, PersonId by, Instant at) {
        return new Answer(proposal, call, kind, reason, by, at);
    }

    /** The same answer, given on paper or by telephone. */
    Answer received(String how) {
        received = how.strip();
        return this;
    }

    public ProposalId proposal() {
        return new ProposalId(proposalId);
    }

    public CallId call() {
        return new CallId(callId);
    }

    public Kind kind() {
        return kind;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    public PersonId answeredBy() {
        return new PersonId(answeredBy);
    }

    public String reason() {
        return reason;
    }

    /** How it reached the secretariat, where the group did not give it here itself. */
    public Optional<String> received() {
        return Optional.ofNullable(received);
    }
}
