package app.tomoni.review.ui;

import app.tomoni.account.Finder;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.DeclarationList;
import app.tomoni.review.Declarations;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.Tie;
import app.tomoni.shared.SearchWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the proposals that a reviewer has on their lists, by number, title, group and call. What is open leads to its sheet,
 * what waits for an answer to the list; one that a tie closes is not found.
 */
@Component
@Transactional(readOnly = true)
class ReviewedFinder implements Finder {

    private final Rounds rounds;
    private final Declarations declarations;
    private final ScoreSheets sheets;
    private final Offices offices;

    ReviewedFinder(Rounds rounds, Declarations declarations, ScoreSheets sheets, Offices offices) {
        this.rounds = rounds;
        this.declarations = declarations;
        this.sheets = sheets;
        this.offices = offices;
    }

    @Override
    public Kind kind() {
        return Kind.PROPOSAL;
    }

    @Override
    public boolean isFor(PersonId reader) {
        return offices.enters(reader, MyReviewsView.class);
    }

    @Override
    public List<Found> find(PersonId reader, SearchWords words, Locale locale) {
        return rounds.calls(reader).stream()
                .flatMap(call -> declarations.list(reader, call.id()).stream().flatMap(list -> find(call, list, words)))
                .toList();
    }

    private Stream<Found> find(Call call, DeclarationList list, SearchWords words) {
        var lines = list.lines().stream()
                .filter(line -> !(line.confirmed() && line.answer() == Tie.TIE))
                .filter(line -> words.in(
                        line.listed().number(),
                        line.listed().title(),
                        line.listed().group(),
                        call.title()))
                .toList();
        var open = lines.isEmpty() ? Set.<ProposalId>of() : sheets.openTo(list);
        return lines.stream().map(line -> found(call, line, open));
    }

    private static Found found(Call call, DeclarationList.Line line, Set<ProposalId> open) {
        var listed = line.listed();
        return new Found(
                listed.proposal().value(),
                open.contains(listed.proposal())
                        ? ReviewNavigation.sheet(listed.call(), listed.proposal())
                        : ReviewNavigation.declarations(listed.call()),
                listed.title(),
                List.of(listed.number(), listed.group(), call.title()));
    }
}
