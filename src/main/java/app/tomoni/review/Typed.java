package app.tomoni.review;

import java.time.Instant;

/** A field as it was typed last. */
public record Typed(String value, long version, Instant at) {}
