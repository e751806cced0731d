package app.tomoni.decision;

import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Yen;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A runner-up is offered what has become free; the amount comes from an evaluation. */
@Entity
class Offer {

    @Id
    private UUID id;

    private UUID callId;
    private UUID proposalId;
    private @Nullable Long amount;
    private UUID evaluationId;
    private Instant madeAt;
    private @Nullable Instant releasedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Offer() {}

    static Offer make(CallId call, ProposalId proposal, @Nullable Yen amount, Evaluation evaluation, Instant at) {
        var offer = new Offer();
        offer.id = Ids.next();
        offer.callId = call.value();
        offer.proposalId = proposal.value();
        offer.amount = amount == null ? null : amount.amount();
        offer.evaluationId = evaluation.id();
        offer.madeAt = at;
        offer.releasedAt = at;
        return offer;
    }

    UUID id() {
        return id;
    }

    CallId call() {
        return new CallId(callId);
    }

    ProposalId proposal() {
        return new ProposalId(proposalId);
    }

    Optional<Yen> amount() {
        return Optional.ofNullable(amount).map(Yen::new);
    }

    UUID evaluation() {
        return evaluationId;
    }

    Instant madeAt() {
        return madeAt;
    }
}
