package app.tomoni.call;

import java.util.List;
import java.util.Optional;

/**
 * One line of the score sheet.
 *
 * @param id stays the same when the criterion is renamed
 * @param question what reviewers are asked to look at
 * @param levels from the best down; none on a scale of points
 * @param bands from the best down; none on a scale of levels
 * @param comment which marks need a word of explanation
 * @param evidence the places of the proposal's form that it is judged by, as {@link app.tomoni.form.FormDefinition#places}
 *     names them
 */
public record Criterion(
        String id,
        String name,
        String question,
        Scale scale,
        int maxPoints,
        List<Level> levels,
        List<Band> bands,
        CommentRule comment,
        List<String> evidence) {

    public Criterion {
        levels = List.copyOf(levels);
        bands = List.copyOf(bands);
        evidence = List.copyOf(evidence);
    }

    /** Whether a reviewer may give these points. */
    public boolean allows(int points) {
        return switch (scale) {
            case LEVELS -> levels.stream().anyMatch(level -> level.points() == points);
            case POINTS -> points >= 0 && points <= maxPoints;
        };
    }

    /** The level that has these points. */
    public Optional<Level> level(int points) {
        return levels.stream().filter(level -> level.points() == points).findFirst();
    }

    /** The band in which these points lie. */
    public Optional<Band> band(int points) {
        return bands.stream()
                .filter(band -> band.from() <= points && points <= band.to())
                .findFirst();
    }
}
