package app.tomoni.decision.selection;

import app.tomoni.decision.Outcome;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Yen;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the city decides about one proposal. */
@Embeddable
public class DecidedLine {

    private UUID proposalId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private @Nullable Long amount;
    private String conditions;
    private String reason;
    private @Nullable Integer reservePlace;
    private @Nullable Instant releasedAt;

    @SuppressWarnings("NullAway.Init")
    protected DecidedLine() {}

    private DecidedLine(
            UUID proposal,
            Outcome outcome,
            @Nullable Long amount,
            String conditions,
            String reason,
            @Nullable Integer reservePlace) {
        this.proposalId = proposal;
        this.outcome = outcome;
        this.amount = amount;
        this.conditions = conditions;
        this.reason = reason;
        this.reservePlace = reservePlace;
    }

    /**
     * @param reservePlace 1 for the first to move up; only for a runner-up
     */
    public static DecidedLine of(
            ProposalId proposal,
            Outcome outcome,
            @Nullable Yen amount,
            String conditions,
            String reason,
            @Nullable Integer reservePlace) {
        return new DecidedLine(
                proposal.value(),
                outcome,
                amount == null || !outcome.isYes() ? null : amount.amount(),
                conditions.strip(),
                reason.strip(),
                outcome == Outcome.RUNNER_UP ? reservePlace : null);
    }

    /** Whether it says something else than the committee. */
    public boolean leavesRecommendation(RecommendedLine recommended) {
        return !followsButForConditions(recommended) || makesOtherConditions(recommended);
    }

    /** Whether a conditional yes is made with other conditions than the committee's, be it that it named none. */
    boolean makesOtherConditions(RecommendedLine recommended) {
        return outcome == Outcome.CONDITIONALLY_ADOPTED && !conditions.equals(recommended.conditions());
    }

    /** Whether outcome and amount are what the committee recommended. */
    boolean followsButForConditions(RecommendedLine recommended) {
        return recommended.chosen().orElse(null) == outcome
                && amount().equals(outcome.isYes() ? recommended.chosenAmount() : Optional.<Yen>empty());
    }

    public void release(Instant at) {
        if (releasedAt == null) {
            releasedAt = at;
        }
    }

    public ProposalId proposal() {
        return new ProposalId(proposalId);
    }

    public Outcome outcome() {
        return outcome;
    }

    public Optional<Yen> amount() {
        return Optional.ofNullable(amount).map(Yen::new);
    }

    /** They count only with a conditional yes. */
    public String conditions() {
        return outcome == Outcome.CONDITIONALLY_ADOPTED ? conditions : "";
    }

    /** What was typed as conditions; it is kept while another outcome is tried. */
    public String typedConditions() {
        return conditions;
    }

    /** One condition a line. */
    public List<String> conditionList() {
        return conditions()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public String reason() {
        return reason;
    }

    public Optional<Integer> reservePlace() {
        return Optional.ofNullable(reservePlace);
    }

    /** Since when the group may read it. */
    public Optional<Instant> releasedAt() {
        return Optional.ofNullable(releasedAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DecidedLine line
                && Objects.equals(proposalId, line.proposalId)
                && Objects.equals(outcome, line.outcome)
                && Objects.equals(amount, line.amount)
                && Objects.equals(conditions, line.conditions)
                && Objects.equals(reason, line.reason)
                && Objects.equals(reservePlace, line.reservePlace)
                && Objects.equals(releasedAt, line.releasedAt);
    }

    @Override
    public int hashCode() {
        return proposalId.hashCode();
    }
}
