package app.tomoni.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Tomoni;
import app.tomoni.process.DrawnOpinion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever draws a step and starts the demo city with it. */
class DemoOnDrawnModelTest {

    @TempDir
    private Path data;

    @Test
    void aStepThatTheCityDoesNotKnowIsSaidInOneSentence() throws Exception {
        var start = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tomoni.class.getName(),
                        "run",
                        "--server.port=0",
                        "--tomoni.demo=true",
                        "--tomoni.models=" + DrawnOpinion.models(),
                        "--tomoni.data=" + data)
                .redirectErrorStream(true)
                .start();
        List<String> said;
        try (var out = start.inputReader()) {
            said = out.lines().toList();
        }

        assertThat(start.waitFor()).as(String.join("\n", said)).isOne();
        assertThat(said)
                .filteredOn(line -> line.contains("「担当課の意見」 (giveOpinion)"))
                .singleElement()
                .asString()
                .contains("./tomoni run --empty");
        assertThat(said).noneMatch(line -> line.startsWith("\tat "));
    }
}
