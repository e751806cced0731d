package app.tomoni.process.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small drawings by their ways; p is a parallel gateway, i an inclusive one, x one of which one way is gone, t an event, c a call. */
class BranchesTest {

    static final String FILE = "tree-ways.bpmn";

    private final ProcessContract contract = new ProcessContract(SampleModels.VOCABULARY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s-p1 p1-t1 p1-t2 t1-x1 t2-x1 x1-e",
                "s-p1 p1-x1 p1-x1 x1-e",
                "s-i1 i1-t1 i1-t2 t1-t3 t2-t3 t3-e",
                "s-t1 t1-t2 t1-t3 t2-x1 t3-x1 x1-e",
                "s-p1 p1-p2 p1-t1 p2-t2 p2-t3 t2-p3 t3-p3 p3-x1 t1-x1 x1-e",
                "s-p1 p1-p2 p1-t1 p2-x1 p2-e1 t1-x1 x1-e",
            })
    void waysSideBySideMeetOnlyWhereTheyWaitForEachOther(String ways) {
        assertThat(contract.check(Map.of(FILE, drawing(ways))))
                .extracting(Finding::rule)
                .containsOnly("meets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s-p1 p1-t1 p1-t2 t1-p2 t2-p2 p2-e",
                "s-i1 i1-t1 i1-t2 t1-i2 t2-i2 i2-x1 x1-e",
                "s-p1 p1-t1 p1-t2 t1-e t2-e",
                "s-x1 x1-t1 x1-t2 t1-x2 t2-x2 x2-e",
                "s-p1 p1-x1 p1-t1 x1-t2 x1-t3 t2-x2 t3-x2 x2-p2 t1-p2 p2-x3 x3-t4 x3-t5 t4-x4 t5-x4 x4-e",
            })
    void andMayDoSoOrEnd(String ways) {
        assertThat(contract.check(Map.of(FILE, drawing(ways)))).isEmpty();
    }

    @Test
    void aReminderBesideATaskDoesNotGoOnForIt() {
        var request = SampleModels.text(SampleModels.REQUEST)
                .replace(
                        "sourceRef=\"remindApplicant\" targetRef=\"reminderEnded\"",
                        "sourceRef=\"remindApplicant\" targetRef=\"checkRequest\"");
        var files = SampleModels.all();
        files.put(SampleModels.REQUEST, request.getBytes(StandardCharsets.UTF_8));

        assertThat(contract.check(files)).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("checkRequest");
            assertThat(finding.text(Locale.JAPANESE)).startsWith("「supplementLate」で分かれて");
        });
    }

    @Test
    void itIsSaidWhereTheyMeetAndWhereTheyPart() {
        assertThat(contract.check(Map.of(FILE, drawing("s-p1 p1-t1 p1-t2 t1-x1 t2-x1 x1-e"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.line(Locale.ENGLISH))
                        .startsWith("tree-ways.bpmn: x1: Ways that part at \"p1\""));
    }

    static byte[] drawing(String ways) {
        var flows = ways.split(" ");
        var nodes = Arrays.stream(flows)
                .flatMap(way -> Stream.of(way.split("-")))
                .distinct()
                .map(id -> "<bpmn:%s id=\"%s\"/>".formatted(kind(id), id))
                .collect(Collectors.joining());
        var xml = new StringBuilder("<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" id=\"d\" targetNamespace=\"http://tomoni.app/models\">"
                + "<bpmn:process id=\"treeWays\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">" + nodes);
        for (int i = 0; i < flows.length; i++) {
            var ends = flows[i].split("-");
            xml.append(
                    "<bpmn:sequenceFlow id=\"w%d\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(i, ends[0], ends[1]));
        }
        return xml.append("</bpmn:process></bpmn:definitions>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String kind(String id) {
        return switch (id.charAt(0)) {
            case 's' -> "startEvent";
            case 'p' -> "parallelGateway";
            case 'i' -> "inclusiveGateway";
            case 'x' -> "exclusiveGateway";
            case 't' -> "intermediateThrowEvent";
            case 'c' -> "callActivity calledElement=\"treeCalled\" camunda:calledElementBinding=\"deployment\"";
            default -> "endEvent";
        };
    }
}
