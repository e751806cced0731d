package app.tomoni.review.ui;

import app.tomoni.proposal.ProposalId;
import app.tomoni.review.Listed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's sheets of one call as they stand now, for going forward and back.
 *
 * @param all those the reviewer may score or has scored, in their stable order, by receipt number
 * @param pending those that wait to be handed in
 */
record Round(List<Listed> all, Set<ProposalId> pending) {

    static final Round NONE = new Round(List.of(), Set.of());

    int done() {
        return all.size() - pending.size();
    }

    /** The next one that is not handed in, after this one and then from the start. */
    Optional<ProposalId> nextPending(@Nullable ProposalId after) {
        var ids = new ArrayList<>(ids());
        var at = after == null ? -1 : ids.indexOf(after);
        Collections.rotate(ids, -(at + 1));
        return ids.stream()
                .filter(id -> !id.equals(after))
                .filter(pending::contains)
                .findFirst();
    }

    Optional<ProposalId> neighbour(ProposalId from, int step) {
        var ids = ids();
        var at = ids.indexOf(from) + step;
        return at >= 0 && at < ids.size() ? Optional.of(ids.get(at)) : Optional.empty();
    }

    private List<ProposalId> ids() {
        return all.stream().map(Listed::proposal).toList();
    }
}
