package app.tomoni.scoring;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one reviewer wrote about one proposal: a mark for each criterion, or the reason why there is none.
 *
 * @param party the side a reviewer scores for, where the rule splits the points between sides
 * @param marks by criterion id; under {@link #TOTAL} where the rule has no criteria
 */
public record Sheet(
        String proposal,
        String reviewer,
        Participation participation,
        @Nullable String party,
        Map<String, BigDecimal> marks) {

    /** The key of a mark for the whole sheet, under rules without criteria. */
    public static final String TOTAL = "";

    public Sheet {
        marks = Map.copyOf(marks);
    }

    public static Sheet scored(String proposal, String reviewer, Map<String, BigDecimal> marks) {
        return new Sheet(proposal, reviewer, Participation.SCORED, null, marks);
    }

    public static Sheet total(String proposal, String reviewer, BigDecimal total) {
        return scored(proposal, reviewer, Map.of(TOTAL, total));
    }

    public static Sheet without(String proposal, String reviewer, Participation reason) {
        return new Sheet(proposal, reviewer, reason, null, Map.of());
    }

    boolean isScored() {
        return participation == Participation.SCORED;
    }
}
