package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.proposal.ProposalId;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What counts of a sheet once the stage is closed for everybody: its last submission, or why there is none.
 *
 * @param marks by criterion, as {@code scoring.Sheet} takes them; empty unless {@link Participation#SCORED}
 * @param comments by criterion, as far as written
 * @param comment on the whole proposal, meant for the group (講評)
 * @param reason why there is no score, where one was given
 */
public record SheetResult(
        ProposalId proposal,
        PersonId reviewer,
        Participation participation,
        Map<String, BigDecimal> marks,
        Map<String, String> comments,
        String comment,
        @Nullable String reason) {

    public SheetResult {
        marks = Map.copyOf(marks);
        comments = Map.copyOf(comments);
    }
}
