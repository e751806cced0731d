package app.tomoni.process;

import java.util.Optional;
import java.util.UUID;

/** Names a task that somebody is asked to do. */
public record TaskId(String value) {

    /** The id as kept; nothing when the text is no id at all. */
    Optional<UUID> uuid() {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
