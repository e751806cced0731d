package app.tomoni.decision.selection;

import app.tomoni.decision.Outcome;
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
public class RecommendedLine {

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

    public static RecommendedLine untouched(ProposalId proposal) {
        return new RecommendedLine(proposal.value(), null, null, "", "", "");
    }

    /**
     * @param amount none where the figures' amount stands
     * @param comment for the group, published with the result
     */
    public static RecommendedLine of(
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

    /** Without what only repeats the figures: nothing is chosen there, and they go on speaking when they change. */
    public RecommendedLine apartFrom(EvaluatedLine figures) {
        return new RecommendedLine(
                proposalId,
                outcome == figures.suggestion() ? null : outcome,
                Objects.equals(amount, figures.amountYen()) ? null : amount,
                conditions,
                reason,
                comment);
    }

    /** With everything filled in that the figures said. */
    public RecommendedLine settled(EvaluatedLine figures) {
        return new RecommendedLine(
                proposalId,
                outcome(figures).orElseThrow(),
                amount(figures).map(Yen::amount).orElse(null),
                conditions,
                reason,
                comment);
    }

    public ProposalId proposal() {
        return new ProposalId(proposalId);
    }

    public Optional<Outcome> chosen() {
        return Optional.ofNullable(outcome);
    }

    public Optional<Yen> chosenAmount() {
        return Optional.ofNullable(amount).map(Yen::new);
    }

    public Optional<Outcome> outcome(EvaluatedLine figures) {
        return outcome == null ? Optional.ofNullable(figures.suggestion()) : Optional.of(outcome);
    }

    /** Money goes only with a yes. */
    public Optional<Yen> amount(EvaluatedLine figures) {
        if (!outcome(figures).map(Outcome::isYes).orElse(false)) {
            return Optional.empty();
        }
        return Optional.ofNullable(amount == null ? figures.amountYen() : amount)
                .map(Yen::new);
    }

    /** Whether it says something else than the ranking, or says it where the ranking says nothing. */
    public boolean leavesRanking(EvaluatedLine figures) {
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

    public String conditions() {
        return conditions;
    }

    public String reason() {
        return reason;
    }

    public String comment() {
        return comment;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecommendedLine line
                && Objects.equals(proposalId, line.proposalId)
                && Objects.equals(outcome, line.outcome)
                && Objects.equals(amount, line.amount)
                && Objects.equals(conditions, line.conditions)
                && Objects.equals(reason, line.reason)
                && Objects.equals(comment, line.comment);
    }

    @Override
    public int hashCode() {
        return proposalId.hashCode();
    }
}
