package app.tomoni.form;

import app.tomoni.account.PersonId;
import java.time.Instant;

/** What became of a save. */
public sealed interface Saved {

    /** Kept; the next save is based on this version. */
    record Stored(long version, Instant at) implements Saved {}

    /** Not kept, because somebody else saved another text since; to keep one's own, save it based on this version. */
    record Conflict(String theirs, PersonId by, Instant at, long version) implements Saved {}

    /** Not kept, because it cannot be written any more: it is submitted or discarded, or no longer this person's. */
    record Gone() implements Saved {}
}
