package app.tomoni.decision;

import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Yen;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the committee recommends for one proposal; as long as nothing is chosen, the figures speak. */
@Embeddable
class RecommendedLine {

    private UUID proposalId;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable Long amount;
    private String conditions;
    private String reason;
    private String comment;

    @SuppressWarnings("NullAway.Init")
    protected RecommendedLine() {}

    private RecommendedLine(
            UUID proposal,
            @Nullable Outcome outcome,
            @Nullable Long amount,
            String conditions,
            String reason,
            String comment) {
        this.proposalId = proposal;
        this.outcome = outcome;
        this.amount = amount;
        this.conditions = conditions;
        this.reason = reason;
        this.comment = comment;
    }

    static RecommendedLine untouched(ProposalId proposal) {
        return new RecommendedLine(proposal.value(), null, null, "", "", "");
    }

    /**
     * @param amount none where the figures' amount stands
     * @param comment for the group, published with the result
     */
    static RecommendedLine of(
            ProposalId proposal,
            @Nullable Outcome outcome,
            @Nullable Yen amount,
            String conditions,
            String reason,
            String comment) {
        return new RecommendedLine(
                proposal.value(),
                outcome,
                amount == null ? null : amount.amount(),
                conditions.strip(),
                reason.strip(),
                comment.strip());
    }

    /** With everything filled in that the figures said. */
    RecommendedLine settled(EvaluatedLine figures) {
        return new RecommendedLine(
                proposalId,
                outcome(figures).orElseThrow(),
                amount(figures).map(Yen::amount).orElse(null),
                conditions,
                reason,
                comment);
    }

    ProposalId proposal() {
        return new ProposalId(proposalId);
    }

    Optional<Outcome> chosen() {
        return Optional.ofNullable(outcome);
    }

    Optional<Yen> chosenAmount() {
        return Optional.ofNullable(amount).map(Yen::new);
    }

    Optional<Outcome> outcome(EvaluatedLine figures) {
        return outcome == null ? Optional.ofNullable(figures.suggestion()) : Optional.of(outcome);
    }

    /** Money goes only with a yes. */
    Optional<Yen> amount(EvaluatedLine figures) {
        if (!outcome(figures).map(Outcome::isYes).orElse(false)) {
            return Optional.empty();
        }
        return Optional.ofNullable(amount == null ? figures.amountYen() : amount)
                .map(Yen::new);
    }

    /** Whether it says something else than the ranking, or says it where the ranking says nothing. */
    boolean leavesRanking(EvaluatedLine figures) {
        var suggested = figures.suggestion();
        var mine = outcome(figures).orElse(null);
        if (suggested == null || mine == null) {
            return true;
        }
        var same = mine == suggested || mine.isYes() && suggested.isYes();
        return !same
                || mine.isYes()
                        && !Objects.equals(amount(figures).map(Yen::amount).orElse(null), figures.amountYen());
    }

    String conditions() {
        return conditions;
    }

    String reason() {
        return reason;
    }

    String comment() {
        return comment;
    }
}
