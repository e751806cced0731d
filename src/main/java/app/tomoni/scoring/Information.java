package app.tomoni.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chair may want to know about the scoring; no decision uses it.
 *
 * @param adjusted empty where a figure is not the mean or the sum of the sheets alone (trimmed means, sums of ranks,
 *     shares of sides, votes, means rounded before adding up): ranks by adjusted means would differ for that reason
 *     already, and say nothing about severity
 */
public record Information(List<Reviewer> reviewers, List<Spread> spreads, List<Adjusted> adjusted) {

    /** @param judged whether there are enough different sheets to speak of severity at all */
    public record Reviewer(String reviewer, int sheets, Ratio mean, BigDecimal deviation, boolean judged) {}

    /** How far reviewers lie apart on one proposal. */
    public record Spread(String proposal, Ratio lowest, Ratio highest, BigDecimal deviation, boolean disagreement) {}

    /**
     * The mean of a proposal's sheets if every judged reviewer had the same mean and spread.
     *
     * @param change how many ranks the proposal would gain; negative when it would lose
     */
    public record Adjusted(
            String proposal,
            BigDecimal figure,
            int rank,
            @Nullable Integer change) {}

    public Information {
        reviewers = List.copyOf(reviewers);
        spreads = List.copyOf(spreads);
        adjusted = List.copyOf(adjusted);
    }

    static Information none() {
        return new Information(List.of(), List.of(), List.of());
    }
}
