package app.tomoni.review.ui;

import app.tomoni.account.Holding;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.review.DeclarationList;
import app.tomoni.review.Declarations;
import app.tomoni.review.ScoreSheets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks up which sheets are a reviewer's. */
@Component
class Rounds {

    private final Declarations declarations;
    private final ScoreSheets sheets;
    private final Offices offices;
    private final Calls calls;

    Rounds(Declarations declarations, ScoreSheets sheets, Offices offices, Calls calls) {
        this.declarations = declarations;
        this.sheets = sheets;
        this.offices = offices;
        this.calls = calls;
    }

    /** The calls that the reviewer has before them, the latest first. */
    List<Call> calls(PersonId reviewer) {
        var ids = offices.heldBy(reviewer).stream()
                .filter(holding -> holding.office() == Office.REVIEWER)
                .map(Holding::scope)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return calls.findByIdIn(ids).stream()
                .filter(Call::isApproved)
                .sorted(Comparator.comparing(Call::draftedAt).reversed())
                .toList();
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
