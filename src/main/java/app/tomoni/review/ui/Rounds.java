package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.review.DeclarationList;
import app.tomoni.review.Declarations;
import app.tomoni.review.Listed;
import app.tomoni.review.Participation;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.Tie;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up which sheets are a reviewer's. */
@Component
class Rounds {

    private final Declarations declarations;
    private final ScoreSheets sheets;

    Rounds(Declarations declarations, ScoreSheets sheets) {
        this.declarations = declarations;
        this.sheets = sheets;
    }

    boolean isMember(PersonId reviewer, CallId call) {
        return declarations.list(reviewer, call).isPresent();
    }

    /** Nothing for whoever is not of the panel. */
    Round of(PersonId reviewer, CallId call) {
        return declarations.list(reviewer, call).map(list -> of(list, reviewer)).orElse(Round.NONE);
    }

    Round of(DeclarationList list, PersonId reviewer) {
        var mine = sheets.mine(reviewer, list.call());
        var all = list.lines().stream()
                .filter(line -> line.confirmed() && line.answer() == Tie.NONE)
                .map(DeclarationList.Line::listed)
                .filter(listed -> mine.containsKey(listed.proposal()))
                .toList();
        return new Round(
                all,
                all.stream()
                        .map(Listed::proposal)
                        .filter(id -> isPending(mine.get(id)))
                        .collect(Collectors.toSet()));
    }

    private static boolean isPending(ScoreSheets.@Nullable SheetState state) {
        return state != null && state.participation() == Participation.PENDING;
    }
}
