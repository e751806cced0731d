package app.tomoni.call;

/** What points between two figures, both included, mean. */
public record Band(int from, int to, String text) {}
