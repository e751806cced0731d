package app.tomoni.scoring;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sheets of one proposal say, before the figure is rounded and compared.
 *
 * @param sheets how many sheets count, filled ones included
 * @param figure null when nobody could score it
 * @param means by criterion, in marks of the sheet's scale
 * @param out reasons that only single sheets can show
 * @param lowest the lowest possible figure
 * @param highest the highest possible figure
 */
record Assessed(
        ScoredProposal proposal,
        int sheets,
        @Nullable Ratio figure,
        Map<String, Ratio> means,
        Set<Result.Reason> out,
        Ratio lowest,
        Ratio highest) {}
