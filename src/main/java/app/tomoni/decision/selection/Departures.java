package app.tomoni.decision.selection;

import app.tomoni.decision.PublishedResult.Departure;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Result;
import app.tomoni.shared.Yen;
import java.util.List;
import java.util.Optional;

/** Where a decision is another than the figures alone give, and whose result rests on that. */
final class Departures {

    private final Evaluation evaluation;
    private final Decision decision;
    private final List<EvaluatedLine> own;

    Departures(Evaluation evaluation, Decision decision) {
        this.evaluation = evaluation;
        this.decision = decision;
        this.own = evaluation.lines().stream().filter(this::isLeft).toList();
    }

    private boolean isLeft(EvaluatedLine figures) {
        return decision.line(figures.id())
                .filter(line -> figures.isLeftBy(
                        line.outcome(), line.amount().map(Yen::amount).orElse(null)))
                .isPresent();
    }

    Optional<Departure> of(ProposalId proposal) {
        var figures = evaluation.line(proposal).orElseThrow();
        if (own.contains(figures)) {
            return Optional.of(Departure.OWN);
        }
        return restsOnWhatIsLeft(figures) && own.stream().anyMatch(this::changesWhatIsLeft)
                ? Optional.of(Departure.OF_OTHERS)
                : Optional.empty();
    }

    /** The numbers of those whose own result is another. */
    List<String> numbers() {
        return own.stream().map(EvaluatedLine::key).toList();
    }

    /** A place or money is given or withheld, by which there is less or more of it for others. */
    private boolean changesWhatIsLeft(EvaluatedLine figures) {
        var suggested = figures.suggestion();
        return suggested != null && suggested.isYes()
                || decision.line(figures.id())
                        .filter(line -> line.outcome().isYes())
                        .isPresent();
    }

    /** It was good enough, and the figures found no place or no money left for it. */
    private static boolean restsOnWhatIsLeft(EvaluatedLine figures) {
        return switch (figures.verdict()) {
            case RUNNER_UP, PENDING -> true;
            case NOT_PASSED ->
                figures.reason() == Result.Reason.OUTSIDE_PLACES || figures.reason() == Result.Reason.OVER_BUDGET;
            default -> false;
        };
    }
}
