package app.tomoni.proposal;

import app.tomoni.call.CallId;
import app.tomoni.form.FormRules;
import app.tomoni.shared.FiscalYear;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks of a proposal.
 *
 * @param closesAt for this group: later than for others where the city has granted it an exception
 * @param closesForAll for the others
 * @param release of the models and forms that the call's cases follow; none follows the current one
 */
public record Terms(
        CallId call,
        String title,
        FiscalYear year,
        Instant opensAt,
        Instant closesAt,
        Instant closesForAll,
        FormRules rules,
        @Nullable String release,
        List<Viewpoint> viewpoints) {

    /** What reviewers look at, shown beside the writing. */
    public record Viewpoint(String name, String question, int points) {}

    /** Whether what arrives at this moment is still in time. */
    public boolean accept(Instant arrived) {
        return !arrived.isBefore(opensAt) && arrived.isBefore(closesAt);
    }

    /** Whether the group has longer than the others. */
    public boolean late() {
        return closesAt.isAfter(closesForAll);
    }

    public boolean closed(Instant now) {
        return !now.isBefore(closesAt);
    }
}
