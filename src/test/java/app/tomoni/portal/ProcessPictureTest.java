package app.tomoni.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessPictureTest {

    /** The pictures in src/docs are drawn from the models: run this test with -Dtomoni.draw=true after a change. */
    @ParameterizedTest
    @ValueSource(strings = {"citizen-proposal", "screening", "selection"})
    void thePicturesInTheDocumentationShowTheModels(String model) throws IOException {
        var svg = ProcessPicture.of(Files.readAllBytes(Path.of("processes", model + ".bpmn")))
                .svg();
        var picture = Path.of("src/docs", model + ".svg");
        if (Boolean.getBoolean("tomoni.draw")) {
            Files.writeString(picture, svg);
        }

        assertThat(Files.readString(picture)).isEqualTo(svg);
    }

    @Test
    void linesEndWherePhrasesDo() {
        assertThat(ProcessPicture.lines("補足をお願いする", 7)).containsExactly("補足を", "お願いする");
        assertThat(ProcessPicture.lines("推薦案をまとめる", 7)).containsExactly("推薦案を", "まとめる");
        assertThat(ProcessPicture.lines("市の文書システムで決裁済み", 7)).containsExactly("市の", "文書システムで", "決裁済み");
        assertThat(ProcessPicture.lines("複数年度継続実施要領", 7)).containsExactly("複数年度継続実", "施要領");
    }

    @Test
    void theStepsOfThePictureCanBeReadAsText() throws IOException {
        var steps = ProcessPicture.of(Files.readAllBytes(Path.of("processes/selection.bpmn")))
                .steps();

        assertThat(steps)
                .containsSubsequence(
                        new ProcessPicture.Step("推薦案をまとめる", "committee"),
                        new ProcessPicture.Step("決定の案を起こす", "city"),
                        new ProcessPicture.Step("結果を公表する", "system"));
    }

    /** A picture that is scaled down to fit opens in its own size where its letters would be too small. */
    @Test
    void onlyAPictureThatIsTooWideOpensInItsOwnSize() throws IOException {
        assertThat(ProcessPicture.of(Files.readAllBytes(Path.of("processes/selection.bpmn")))
                        .wide())
                .isTrue();
        assertThat(ProcessPicture.of(Files.readAllBytes(Path.of("processes/screening.bpmn")))
                        .wide())
                .isFalse();
    }

    @Test
    void noLineOfTheSelectionRunsThroughAWord() throws IOException {
        var svg = ProcessPicture.of(Files.readAllBytes(Path.of("processes/selection.bpmn")))
                .svg();
        var words = Pattern.compile("<text x=\"([\\d.]+)\" y=\"([\\d.]+)\"[^>]*>([^<]+)<")
                .matcher(svg)
                .results()
                .map(text -> {
                    var width = text.group(3).length() * 14.0;
                    return new Rectangle2D.Double(
                            Double.parseDouble(text.group(1)) - width / 2,
                            Double.parseDouble(text.group(2)) - 12,
                            width,
                            14);
                })
                .toList();
        var lines = Pattern.compile("<polyline points=\"([^\"]+)\"")
                .matcher(svg)
                .results()
                .flatMap(line -> {
                    var points = Arrays.stream(line.group(1).split(" "))
                            .map(point -> point.split(","))
                            .map(point ->
                                    new Point2D.Double(Double.parseDouble(point[0]), Double.parseDouble(point[1])))
                            .toList();
                    return IntStream.range(1, points.size())
                            .mapToObj(i -> (Line2D) new Line2D.Double(points.get(i - 1), points.get(i)));
                });

        assertThat(lines.filter(line -> words.stream().anyMatch(line::intersects)))
                .extracting(line -> line.getP1() + " – " + line.getP2())
                .isEmpty();
    }

    @Test
    void drawsNamesAsTextAndNeverAsMarkup() {
        var hostile = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
                <process id="p" name="&lt;script&gt;"><userTask id="a" name="&lt;script&gt;alert(1)"/></process>
                <bpmndi:BPMNShape bpmnElement="a"><dc:Bounds x="0" y="0" width="120" height="80"/></bpmndi:BPMNShape>
                </definitions>""";

        assertThat(ProcessPicture.of(hostile.getBytes(StandardCharsets.UTF_8)).svg())
                .doesNotContain("<script");
    }

    @Test
    void refusesADocumentType() {
        var hostile = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>";

        assertThatThrownBy(() -> ProcessPicture.of(hostile.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
