package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.Declarations;
import app.tomoni.review.Listed;
import app.tomoni.review.Participation;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A reviewer's sheets in their stable order, by receipt number, for going forward and back. */
@Component
class Round {

    private final Declarations declarations;
    private final ScoreSheets sheets;

    Round(Declarations declarations, ScoreSheets sheets) {
        this.declarations = declarations;
        this.sheets = sheets;
    }

    boolean isMember(PersonId reviewer, CallId call) {
        return declarations.list(reviewer, call).isPresent();
    }

    /** Those this reviewer may score or has scored. */
    List<Listed> of(PersonId reviewer, CallId call) {
        var mine = sheets.mine(reviewer, call);
        return declarations
                .list(reviewer, call)
                .map(list -> list.lines().stream()
                        .filter(line -> line.confirmed() && line.answer() == Tie.NONE)
                        .map(line -> line.listed())
                        .filter(listed -> mine.containsKey(listed.proposal()))
                        .toList())
                .orElse(List.of());
    }

    /** The next one that is not handed in, after this one and then from the start. */
    Optional<ProposalId> nextPending(PersonId reviewer, CallId call, @Nullable ProposalId after) {
        var mine = sheets.mine(reviewer, call);
        var ids = new ArrayList<>(
                of(reviewer, call).stream().map(Listed::proposal).toList());
        var at = after == null ? -1 : ids.indexOf(after);
        java.util.Collections.rotate(ids, -(at + 1));
        return ids.stream()
                .filter(id -> !id.equals(after))
                .filter(id -> isPending(mine.get(id)))
                .findFirst();
    }

    private static boolean isPending(ScoreSheets.@Nullable SheetState state) {
        return state != null && state.participation() == Participation.PENDING;
    }

    /** How many of them are no longer waiting. */
    int done(PersonId reviewer, CallId call) {
        var mine = sheets.mine(reviewer, call);
        return (int) of(reviewer, call).stream()
                .filter(listed -> !isPending(mine.get(listed.proposal())))
                .count();
    }

    Optional<ProposalId> neighbour(PersonId reviewer, CallId call, ProposalId from, int step) {
        var ids = of(reviewer, call).stream().map(Listed::proposal).toList();
        var at = ids.indexOf(from) + step;
        return at >= 0 && at < ids.size() ? Optional.of(ids.get(at)) : Optional.empty();
    }
}
