package app.tomoni.decision.selection;

import app.tomoni.decision.Outcome;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Ratio;
import app.tomoni.scoring.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found for one proposal, kept as it was found.
 *
 * @param key by which the trace speaks of the proposal
 * @param sheets how many sheets count
 * @param recused how many members were recused
 * @param deviation of the sheets; none when there are fewer than two
 * @param amountYen what it gets or is offered
 */
public record EvaluatedLine(
        UUID proposal,
        String key,
        @Nullable Integer rank,
        @Nullable BigDecimal total,
        @Nullable String grade,
        List<Mean> means,
        List<SheetTotal> sheetTotals,
        int sheets,
        int recused,
        @Nullable BigDecimal deviation,
        boolean disagreement,
        Result.Verdict verdict,
        Result.@Nullable Reason reason,
        Result.@Nullable DecidedBy decidedBy,
        @Nullable Long requestedYen,
        @Nullable Long amountYen,
        List<String> traceJa,
        List<String> traceEn) {

    /** The published mean of one criterion. */
    public record Mean(String criterion, BigDecimal mean) {}

    /** The total of one member's sheet. */
    public record SheetTotal(String member, String total) {

        static List<SheetTotal> of(Result.Standing standing) {
            return standing.sheetTotals().entrySet().stream()
                    .map(total ->
                            new SheetTotal(total.getKey(), total.getValue().toString()))
                    .toList();
        }
    }

    public ProposalId id() {
        return new ProposalId(proposal);
    }

    public List<String> trace(Locale locale) {
        return locale.getLanguage().equals("ja") ? traceJa : traceEn;
    }

    /** How far the highest sheet is from the lowest; none when there are fewer than two. */
    public Optional<Ratio> range() {
        var totals = sheetTotals.stream()
                .map(each -> Ratio.parse(each.total()))
                .sorted()
                .toList();
        return totals.size() < 2
                ? Optional.empty()
                : Optional.of(totals.getLast().minus(totals.getFirst()));
    }

    /** What follows from the figures alone; none where people must decide. */
    public @Nullable Outcome suggestion() {
        return switch (verdict) {
            case ADOPT -> Outcome.ADOPTED;
            case ADOPT_WITH_CONDITIONS -> Outcome.CONDITIONALLY_ADOPTED;
            case RUNNER_UP -> Outcome.RUNNER_UP;
            case PENDING -> reason == Result.Reason.OFFER_OPEN ? Outcome.RUNNER_UP : null;
            case NOT_PASSED -> Outcome.NOT_ADOPTED;
            case TO_DELIBERATE, WITHDRAWN, DECLINED, INELIGIBLE -> null;
        };
    }

    /** Whether that is something else than follows from the figures alone; never where they leave it to people. */
    boolean isLeftBy(Outcome outcome, @Nullable Long yen) {
        var suggested = suggestion();
        if (suggested == null) {
            return false;
        }
        return outcome.isYes() && suggested.isYes()
                ? amountYen != null && !amountYen.equals(yen)
                : outcome != suggested;
    }

    /** Whether it would get money if there were enough of it. */
    public boolean isInReachOfMoney() {
        return verdict != Result.Verdict.NOT_PASSED || reason == Result.Reason.OVER_BUDGET;
    }

    public boolean takesPart() {
        return switch (verdict) {
            case WITHDRAWN, DECLINED, INELIGIBLE -> false;
            default -> true;
        };
    }
}
