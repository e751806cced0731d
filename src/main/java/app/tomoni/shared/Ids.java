package app.tomoni.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and reads identifiers: UUID version 7 (RFC 9562). What is made later sorts later, also within one millisecond, as long as
 * the machine's clock is not set back.
 */
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** The id that a text names; none where it is no id at all, as when an address was typed by hand. */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    public static UUID next() {
        return GENERATOR.generate();
    }
}
