package app.tomoni.decision.selection;

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

/** A runner-up is offered what has become free; the amount comes from an evaluation, or from a decision of its own. */
@Entity
public class Offer {

    @Id
    private UUID id;

    private UUID callId;
    private UUID proposalId;
    private @Nullable Long amount;
    private @Nullable UUID evaluationId;
    private @Nullable UUID decisionId;
    private Instant madeAt;
    private @Nullable Instant releasedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Offer() {}

    static Offer make(CallId call, EvaluatedLine figures, Evaluation evaluation, Instant at) {
        var offer = of(call, figures.id(), figures.amountYen(), at);
        offer.evaluationId = evaluation.id();
        return offer;
    }

    static Offer decided(ReserveDecision decision, Instant at) {
        var offer = of(
                decision.call(),
                decision.proposal(),
                decision.amount().map(Yen::amount).orElse(null),
                at);
        offer.decisionId = decision.id();
        return offer;
    }

    private static Offer of(CallId call, ProposalId proposal, @Nullable Long amount, Instant at) {
        var offer = new Offer();
        offer.id = Ids.next();
        offer.callId = call.value();
        offer.proposalId = proposal.value();
        offer.amount = amount;
        offer.madeAt = at;
        offer.releasedAt = at;
        return offer;
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

    /** The decision that it was made by; none where the order of the first one said so. */
    public Optional<UUID> decision() {
        return Optional.ofNullable(decisionId);
    }

    public Instant madeAt() {
        return madeAt;
    }
}
