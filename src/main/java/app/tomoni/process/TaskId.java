package app.tomoni.process;

import app.tomoni.shared.Ids;
import java.util.Optional;
import java.util.UUID;

/** Names a task that somebody is asked to do. */
public record TaskId(String value) {

    /** The id as kept; nothing when the text is no id at all. */
    Optional<UUID> uuid() {
        return Ids.read(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
