package app.tomoni.scoring;

import java.util.List;

/**
 * One line of a score sheet.
 *
 * @param max the highest mark on the sheet, before the weight
 * @param weight what a mark is multiplied by
 */
public record Criterion(String id, Label name, Ratio max, Ratio weight, AppliesTo appliesTo, Scale scale) {

    /** Whether the line stands on the sheets of all proposals, or of new or renewed ones only. */
    public enum AppliesTo {
        ALL,
        NEW,
        RENEWAL;

        boolean includes(boolean renewal) {
            return this == ALL || (this == RENEWAL) == renewal;
        }
    }

    /** Which marks a reviewer may give. */
    public sealed interface Scale {

        /** Every step from {@code min} to the criterion's maximum. */
        record Points(Ratio min, Ratio step) implements Scale {}

        /** Only these marks, each with a text that says when to give it. */
        record Levels(List<Level> levels) implements Scale {
            public Levels {
                levels = List.copyOf(levels);
            }
        }

        /** A mark of yes (1) or no (0). */
        record YesNo() implements Scale {}
    }

    /** One mark of a scale of levels, with the text that says when to give it. */
    public record Level(Ratio mark, Label text) {}

    Ratio min() {
        return switch (scale) {
            case Scale.Points points -> points.min();
            case Scale.Levels levels ->
                levels.levels().stream().map(Level::mark).min(Ratio::compareTo).orElseThrow();
            case Scale.YesNo yesNo -> Ratio.ZERO;
        };
    }

    boolean allows(Ratio mark) {
        if (mark.compareTo(max) > 0) {
            return false;
        }
        return switch (scale) {
            case Scale.Points points ->
                mark.compareTo(points.min()) >= 0 && mark.minus(points.min()).isMultipleOf(points.step());
            case Scale.Levels levels ->
                levels.levels().stream().anyMatch(level -> level.mark().equals(mark));
            case Scale.YesNo yesNo -> mark.signum() == 0 || mark.equals(Ratio.ONE);
        };
    }
}
