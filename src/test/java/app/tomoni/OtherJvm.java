package app.tomoni;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tomoni in a process of its own, for what ends one. */
public final class OtherJvm {

    /** How it ended, and what it said until then, line by line. */
    public record Ended(int code, List<String> said) {}

    private OtherJvm() {}

    /** Starts it and waits for its end. */
    public static Ended run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Tomoni.class.getName(),
                "run",
                "--server.port=0"));
        Collections.addAll(command, arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said;
        try (var out = process.inputReader()) {
            said = out.lines().filter(line -> !line.startsWith("Picked up")).toList();
        }
        return new Ended(process.waitFor(), said);
    }
}
