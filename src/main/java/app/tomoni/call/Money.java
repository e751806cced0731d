package app.tomoni.call;

import app.tomoni.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What the city can pay.
 *
 * @param budget for the whole call; none when it is not limited here
 * @param ceiling for one project
 * @param rateNumerator of the share of the eligible cost that is paid
 * @param roundingUnit amounts are cut down to a multiple of it
 * @param beforeVote whether decisions are made before the council has voted the budget, and so under that condition
 */
public record Money(
        @Nullable Yen budget,
        Yen ceiling,
        int rateNumerator,
        int rateDenominator,
        Yen roundingUnit,
        boolean beforeVote) {}
