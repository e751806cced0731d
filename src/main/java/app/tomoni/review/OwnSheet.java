package app.tomoni.review;

import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's own sheet as they work on it.
 *
 * @param openedAt when it was opened, or opened again for a proposal that was handed in anew
 * @param closed for everybody: it can be read and no longer changed
 * @param changed since it was submitted last
 * @param entries what is typed; once it is closed, what was handed in and counts
 * @param later what was typed after that and does not count, by field; empty as long as it is open
 * @param renewed the proposal was handed in anew since the reviewer began, and the sheet waits again
 */
public record OwnSheet(
        SheetId id,
        CallId call,
        ProposalId proposal,
        Participation participation,
        Instant openedAt,
        @Nullable Instant submittedAt,
        boolean closed,
        ScoreCard card,
        Map<String, Typed> entries,
        Map<String, String> later,
        boolean changed,
        boolean renewed) {

    public OwnSheet {
        entries = Map.copyOf(entries);
        later = Map.copyOf(later);
    }

    /** Whether it is closed and the result is computed without it. */
    public boolean isLeftOut() {
        return closed && participation != Participation.SCORED;
    }

    public String value(String field) {
        return ScoreCard.value(entries, field);
    }

    public long version(String field) {
        var typed = entries.get(field);
        return typed == null ? 0 : typed.version();
    }
}
