package app.tomoni.scoring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of the command, as a person would run it. */
record Run(int exit, String out, String err) {

    static Run of(String... arguments) {
        return with(InputStream.nullInputStream(), arguments);
    }

    static Run with(InputStream in, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = ScoreCommand.run(
                arguments,
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    JsonNode standing(String proposal) {
        for (var standing : json().get("result").get("standings")) {
            if (standing.get("proposal").stringValue().equals(proposal)) {
                return standing;
            }
        }
        throw new AssertionError("no " + proposal + " in " + out + err);
    }

    static String write(Path directory, String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of one of the example rules. */
    static String example(String name) {
        return resource("/app/tomoni/scoring/examples/" + name + ".json");
    }

    static String resource(String name) {
        try (var stream = Objects.requireNonNull(Run.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
