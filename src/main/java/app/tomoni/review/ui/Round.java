package app.tomoni.review.ui;

import app.tomoni.proposal.ProposalId;
import app.tomoni.review.DeclarationList;
import app.tomoni.review.Listed;
import app.tomoni.review.Participation;
import app.tomoni.review.ScoreSheets.SheetState;
import app.tomoni.review.Tie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's sheets of one call as they stand now, for going forward and back.
 *
 * @param all those the reviewer may score or has scored, in their stable order, by receipt number
 * @param pending those that wait to be handed in
 * @param expected how many the reviewer hands in, with those that are not open for scoring yet, and without those that
 *     they abstain from or that were closed without them
 * @param done how many of these they have handed in
 */
record Round(List<Listed> all, Set<ProposalId> pending, int expected, int done) {

    static final Round NONE = new Round(List.of(), Set.of(), 0, 0);

    /**
     * @param mine the reviewer's sheets, by proposal
     * @param opened the proposals that have sheets at all
     */
    static Round of(DeclarationList list, Map<ProposalId, SheetState> mine, Set<ProposalId> opened) {
        var all = list.lines().stream()
                .filter(line -> line.confirmed() && line.answer() == Tie.NONE)
                .map(DeclarationList.Line::listed)
                .filter(listed -> mine.containsKey(listed.proposal()))
                .toList();
        var expected = list.lines().stream()
                .filter(line -> line.answer() != Tie.TIE || !line.confirmed())
                .map(line -> line.listed().proposal())
                .filter(id -> is(mine.get(id), Participation.PENDING, Participation.SCORED) || !opened.contains(id))
                .toList();
        return new Round(
                all,
                all.stream()
                        .map(Listed::proposal)
                        .filter(id -> is(mine.get(id), Participation.PENDING))
                        .collect(Collectors.toSet()),
                expected.size(),
                (int) expected.stream()
                        .filter(id -> is(mine.get(id), Participation.SCORED))
                        .count());
    }

    private static boolean is(@Nullable SheetState state, Participation... those) {
        return state != null && List.of(those).contains(state.participation());
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
