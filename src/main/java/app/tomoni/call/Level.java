package app.tomoni.call;

/**
 * One step of a scale of levels.
 *
 * @param score what a reviewer chooses, 5 down to 1
 * @param points what it counts
 * @param text when to choose it
 */
public record Level(int score, int points, String text) {}
