package app.tomoni.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What comes along to begin a call with: data in the form of a draft, without title, year and dates. */
public enum Template {
    /** Five levels with a text each, 100 points in all. */
    LEVELS,
    /** Points up to 50, 15, 15 and 20, with bands. */
    POINTS;

    /** The key of its name in the interface's languages. */
    public String labelKey() {
        return "call.template." + name().toLowerCase(Locale.ROOT);
    }

    Draft draft() {
        return resource("/calls/templates/" + name().toLowerCase(Locale.ROOT) + ".json");
    }

    static Draft resource(String file) {
        try (var in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return Draft.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
