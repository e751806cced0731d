package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.review.DeclarationList;
import app.tomoni.review.Declarations;
import app.tomoni.review.ScoreSheets;
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
        return Round.of(list, sheets.mine(reviewer, list.call()), sheets.opened(list.call()));
    }
}
