package app.tomoni.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessPictureTest {

    /** The pictures in src/docs are drawn from the models: run this test with -Dtomoni.draw=true after a change. */
    @ParameterizedTest
    @ValueSource(strings = {"citizen-proposal", "screening", "selection"})
    void thePicturesInTheDocumentationShowTheModels(String model) throws IOException {
        var svg = ProcessPicture.svg(Files.readAllBytes(Path.of("processes", model + ".bpmn")));
        var picture = Path.of("src/docs", model + ".svg");
        if (Boolean.getBoolean("tomoni.draw")) {
            Files.writeString(picture, svg);
        }

        assertThat(Files.readString(picture)).isEqualTo(svg);
    }

    @Test
    void drawsNamesAsTextAndNeverAsMarkup() {
        var hostile = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
                <process id="p" name="&lt;script&gt;"><userTask id="a" name="&lt;script&gt;alert(1)"/></process>
                <bpmndi:BPMNShape bpmnElement="a"><dc:Bounds x="0" y="0" width="120" height="80"/></bpmndi:BPMNShape>
                </definitions>""";

        assertThat(ProcessPicture.svg(hostile.getBytes(StandardCharsets.UTF_8))).doesNotContain("<script");
    }

    @Test
    void refusesADocumentType() {
        var hostile = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>";

        assertThatThrownBy(() -> ProcessPicture.svg(hostile.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
