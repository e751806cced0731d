package app.tomoni.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much money an adopted proposal gets: never more than it asked for, never more than the ceiling.
 *
 * @param unitYen amounts are cut down to a multiple of this
 */
public record Award(Basis basis, @Nullable Long capYen, long unitYen) {

    /** Where an amount comes from, before request, ceiling and unit. */
    public sealed interface Basis {

        /** No money is awarded by this rule. */
        record None() implements Basis {}

        /** What the proposal asked for. */
        record Requested() implements Basis {}

        /** The band in which the published figure lies, from the best band down. */
        record Bands(List<Band> bands) implements Basis {
            public Bands {
                bands = List.copyOf(bands);
            }
        }

        /** A base amount and so much for each point of the published figure. */
        record Line(Ratio baseYen, Ratio perPointYen) implements Basis {}

        /** The budget, split in proportion to the published figures of those adopted. */
        record Proportional() implements Basis {}

        /** What the committee leaves after going through the items of the budget. */
        record Committee() implements Basis {}
    }

    /** From this figure up: a fixed amount or a share of the request, exactly one of the two. */
    public record Band(
            Ratio from, @Nullable Long yen, @Nullable Ratio rate) {}

    boolean givesMoney() {
        return !(basis instanceof Basis.None);
    }

    boolean dependsOnPoints() {
        return basis instanceof Basis.Bands || basis instanceof Basis.Line || basis instanceof Basis.Proportional;
    }
}
