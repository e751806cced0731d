package app.tomoni.organisation;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Groups for tests and for the demonstration data, with a profile that can be used in a proposal. */
public final class OrganisationSamples {

    private static final String FILE = "/organisations/sample.json";

    private OrganisationSamples() {}

    /** A group with every required answer; the answers are the same for each. */
    public static Organisation complete(String name, String kana, Instant now, PersonId by) {
        var organisation = Organisation.register(name, kana, now, by);
        try (var in = OrganisationSamples.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            var answers = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            answers.properties()
                    .forEach(answer -> organisation.keep(
                            ProfileField.withKey(answer.getKey()).orElseThrow(),
                            answer.getValue().stringValue(),
                            0,
                            now,
                            by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return organisation;
    }
}
