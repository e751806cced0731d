package app.tomoni.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.process.gate.ModelRefused;
import app.tomoni.process.gate.NotAllowed;
import app.tomoni.process.gate.SampleModels;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class EngineSafetyTest {

    @Autowired
    private EngineSafety safety;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private SpringProcessEngineConfiguration settings;

    @Test
    void everySettingHolds() {
        assertThat(safety.checks())
                .hasSizeGreaterThan(15)
                .allSatisfy((what, holds) -> assertThat(holds).as(what).isTrue());
    }

    @Test
    void aLoosenedSettingStopsTheStart() {
        settings.setEnableXxeProcessing(true);
        try {
            assertThatThrownBy(safety::afterSingletonsInstantiated).hasMessageContaining("external entities");
        } finally {
            settings.setEnableXxeProcessing(false);
        }
    }

    @Test
    void whoeverDeploysPassesTheGateAndNothingOfARefusedReleaseIsKept(@TempDir Path directory) {
        var canary = directory.resolve("canary");
        var shell = SampleModels.text(SampleModels.OPINION)
                .replace(
                        "<bpmn:endEvent",
                        "<bpmn:serviceTask id=\"touchFile\" camunda:type=\"shell\"><bpmn:extensionElements><camunda:field name=\"command\" stringValue=\"touch\"/><camunda:field name=\"arg1\" stringValue=\""
                                + canary + "\"/></bpmn:extensionElements></bpmn:serviceTask><bpmn:endEvent");
        long before = repository.createDeploymentQuery().count();
        var deployment = repository
                .createDeployment()
                .addInputStream(SampleModels.CHECK_FORM, bytes(SampleModels.text(SampleModels.CHECK_FORM)))
                .addInputStream(SampleModels.OPINION_FORM, bytes(SampleModels.text(SampleModels.OPINION_FORM)))
                .addInputStream(SampleModels.OPINION, bytes(shell));

        assertThatThrownBy(deployment::deploy)
                .isInstanceOfSatisfying(
                        ModelRefused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(finding -> finding.element())
                                .contains("touchFile"));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(Files.exists(canary)).isFalse();
    }

    @Test
    void theEngineItselfReadsNoExpressionOutsideTheGrammar() {
        var expressions = settings.getExpressionManager();
        for (var call : new String[] {
            "${''.getClass()}", "${a.b}", "${a['b']}", "${now()}", "${currentUser()}", "#{execution}", "${task}"
        }) {
            assertThatThrownBy(() -> expressions.createExpression(call))
                    .as(call)
                    .isInstanceOf(NotAllowed.class);
        }
        assertThat(expressions.createExpression("${outcome == 'ADOPTED'}").isLiteralText())
                .isFalse();
        assertThat(expressions.createExpression("内容を確かめる").isLiteralText()).isTrue();
    }

    @Test
    void behindTheGateThereAreNoClassesAndNoScripts() {
        assertThatThrownBy(() -> settings.getArtifactFactory().getArtifact(ProcessBuilder.class))
                .hasMessageContaining("refused");
        assertThatThrownBy(() -> settings.getScriptEngineResolver().getScriptEngine("juel", true))
                .hasMessageContaining("refused");
        assertThatThrownBy(() -> settings.getScriptingEngines().getScriptEngineForLanguage("javascript"))
                .isInstanceOf(RuntimeException.class);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
