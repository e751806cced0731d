package app.tomoni.process.gate;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.account.Office;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedModelsTest {

    /** Whether steps and views exist is asked at the release, in the whole application. */
    private static final Set<String> MADE_ELSEWHERE = Set.of("step-unknown", "no-form");

    @Test
    void theModelsThatWeShipObeyEveryRuleOfTheDrawing() throws IOException {
        var offices = Arrays.stream(Office.values()).map(Office::key).collect(Collectors.toSet());
        var contract = new ProcessContract(Vocabulary.ofInstalledCode(offices));

        assertThat(contract.check(shipped()).stream()
                        .filter(finding -> !MADE_ELSEWHERE.contains(finding.rule()))
                        .map(finding -> finding.line(Locale.ENGLISH)))
                .isEmpty();
    }

    /** Of a step that runs by itself the administrator alone reads the name, when it is stuck. */
    @Test
    void whateverSomebodyDoesOrWaitsForHasAnEnglishName() throws IOException {
        var nameless = new ArrayList<String>();
        shipped().forEach((file, bytes) -> {
            if (file.endsWith(".bpmn")) {
                var process = Objects.requireNonNull(new Xml().read(bytes, Namespaces.BPMN, new Findings("-")))
                        .child("process")
                        .orElseThrow();
                process.all()
                        .filter(tag -> tag.is(
                                "process",
                                "userTask",
                                "callActivity",
                                "subProcess",
                                "intermediateCatchEvent",
                                "endEvent"))
                        .filter(tag -> !tag.properties().containsKey("name.en"))
                        .forEach(tag -> nameless.add(tag.id()));
            }
        });

        assertThat(nameless).isEmpty();
    }

    /** A call has no one group, also where the process of the call calls another one. */
    @Test
    void aTaskOfTheGroupIsRefusedWhereTheCaseIsAWholeCall() throws IOException {
        var offices = Arrays.stream(Office.values()).map(Office::key).collect(Collectors.toSet());
        var contract = new ProcessContract(Vocabulary.ofInstalledCode(offices));
        var files = new HashMap<>(shipped());
        files.computeIfPresent(
                Path.of("processes", "selection.bpmn").toString(),
                (file, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace(
                                "id=\"draftDecision\" name=\"決定の案を起こす\" camunda:candidateGroups=\"secretariat\"",
                                "id=\"draftDecision\" name=\"決定の案を起こす\" camunda:candidateGroups=\"group-editor\"")
                        .getBytes(StandardCharsets.UTF_8));

        var found = contract.check(files).stream()
                .filter(finding -> !MADE_ELSEWHERE.contains(finding.rule()))
                .toList();

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("office-of-group");
            assertThat(finding.file()).endsWith("selection.bpmn");
            assertThat(finding.line(Locale.JAPANESE))
                    .contains(": draftDecision: ", "募集全体", "「group-editor」", "提案ごとの手続き");
        });
    }

    private static Map<String, byte[]> shipped() throws IOException {
        var files = new HashMap<String, byte[]>();
        for (var directory : List.of(Path.of("processes"), Path.of("forms"))) {
            if (Files.isDirectory(directory)) {
                try (var entries = Files.newDirectoryStream(directory, "*.{bpmn,dmn,form}")) {
                    for (var entry : entries) {
                        files.put(entry.toString(), Files.readAllBytes(entry));
                    }
                }
            }
        }
        return files;
    }
}
