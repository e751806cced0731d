package app.tomoni.scoring;

import app.tomoni.scoring.Result.DecidedBy;
import app.tomoni.scoring.Result.Reason;
import app.tomoni.scoring.Result.Verdict;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One proposal on its way from a figure to a verdict; lives within one evaluation. */
final class Candidate {

    final Assessed assessed;
    final @Nullable Ratio total;
    final @Nullable BigDecimal published;

    @Nullable
    Integer rank;

    @Nullable
    DecidedBy decidedBy;

    @Nullable
    Verdict verdict;

    @Nullable
    Reason reason;

    @Nullable
    Long amountYen;

    Candidate(Assessed assessed, @Nullable Ratio total, @Nullable BigDecimal published) {
        this.assessed = assessed;
        this.total = total;
        this.published = published;
    }

    String id() {
        return assessed.proposal().id();
    }

    Ratio publishedFigure() {
        return published == null ? Ratio.ZERO : Ratio.of(published);
    }

    long requestedYen() {
        var requested = assessed.proposal().requestedYen();
        return requested == null ? 0 : requested;
    }

    void decide(Verdict newVerdict, @Nullable Reason why) {
        verdict = newVerdict;
        reason = why;
    }

    boolean isAdopted() {
        return verdict == Verdict.ADOPT || verdict == Verdict.ADOPT_WITH_CONDITIONS;
    }
}
