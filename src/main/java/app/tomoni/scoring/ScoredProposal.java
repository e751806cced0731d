package app.tomoni.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A proposal as the arithmetic sees it.
 *
 * @param requestedYen the amount asked for; may be absent where the rule awards no money and needs none for ties
 * @param renewalYear 1 for a new project, 2 for its first renewal, and so on; absent where the rule makes no difference
 * @param votes stickers or audience votes; absent where the rule counts none
 */
public record ScoredProposal(
        String id,
        @Nullable Long requestedYen,
        @Nullable Integer renewalYear,
        Status status,
        @Nullable Long votes) {

    static final int LAST_YEAR = 99;

    /** Where a proposal stands from the arithmetic's point of view. */
    public enum Status {
        ENTERED,
        /** Taken back before the ranks were approved: as if it had never been scored. */
        WITHDRAWN,
        /** Taken back after the ranks were approved: the others keep their numbers, its money moves on. */
        WITHDRAWN_LATE,
        /** Not subject to review. */
        INELIGIBLE,
        /** The group said no after the decision (jitai): the others keep their numbers, its money moves on. */
        DECLINED;

        boolean isRanked() {
            return this != WITHDRAWN && this != INELIGIBLE;
        }
    }

    public static ScoredProposal entered(String id, @Nullable Long requestedYen) {
        return new ScoredProposal(id, requestedYen, 1, Status.ENTERED, null);
    }
}
