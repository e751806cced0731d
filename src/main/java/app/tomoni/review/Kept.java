package app.tomoni.review;

import java.time.Instant;

/** What became of something typed. */
public sealed interface Kept {

    /** Safe on the server. */
    record Stored(long version, Instant at) implements Kept {}

    /** Somebody (the same person in another tab) was faster; nothing was overwritten. */
    record Conflict(String theirs, long version, Instant at) implements Kept {}
}
