package app.tomoni.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.OtherJvm;
import app.tomoni.process.DrawnOpinion;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever draws a step and starts the demo city with it. */
class DemoOnDrawnModelTest {

    @TempDir
    private Path data;

    @Test
    void aStepThatTheCityDoesNotKnowIsSaidInOneSentence() throws Exception {
        var ended =
                OtherJvm.run("--tomoni.demo=true", "--tomoni.models=" + DrawnOpinion.models(), "--tomoni.data=" + data);

        assertThat(ended.code()).as(String.join("\n", ended.said())).isOne();
        assertThat(ended.said())
                .filteredOn(line -> line.contains("「担当課の意見」 (giveOpinion)"))
                .singleElement()
                .asString()
                .contains("./tomoni run --empty");
        assertThat(ended.said()).noneMatch(line -> line.startsWith("\tat "));
    }
}
