package app.tomoni.process;

import app.tomoni.process.gate.ModelRefused;
import app.tomoni.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Models, tables and forms that went live together, all or nothing; a case stays on the release it began with. */
@Component
class Releases implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
    private static final String NAME = "release";

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final String[] models;
    private final TransactionTemplate transaction;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    Releases(
            RepositoryService repository,
            ResourcePatternResolver resources,
            PlatformTransactionManager transactions,
            @Value("${tomoni.models:classpath*:processes/*.bpmn,classpath*:processes/*.dmn,classpath*:forms/*.form}")
                    String[] models) {
        this.repository = repository;
        this.resources = resources;
        this.models = models;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An empty installation begins with the models that were packed with it. */
    @Override
    public void afterSingletonsInstantiated() {
        if (newest().isPresent()) {
            return;
        }
        var files = packed();
        if (files.isEmpty()) {
            return;
        }
        try {
            transaction.execute(status -> release(files));
        } catch (ModelRefused refused) {
            refused.findings().forEach(finding -> LOG.error("{}", finding.line(java.util.Locale.ENGLISH)));
            LOG.error("The packed models do not pass the gate; no case can be opened until a release does");
        }
    }

    private Map<String, byte[]> packed() {
        var files = new TreeMap<String, byte[]>();
        try {
            for (var pattern : models) {
                for (var file : resources.getResources(pattern)) {
                    files.put(String.valueOf(file.getFilename()), file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Puts all of it live, or nothing; returns the name of the release. */
    String release(Map<String, byte[]> files) {
        var deployment = repository.createDeployment().name(NAME).source("tomoni");
        files.forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
        return deployment.deploy().getId();
    }

    Optional<String> newest() {
        var all = repository
                .createDeploymentQuery()
                .deploymentName(NAME)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1);
        return all.stream().findFirst().map(deployment -> deployment.getId());
    }

    String current() {
        return newest().orElseThrow(() -> new Refusal("process.no-release"));
    }

    /** The exact version of a process that belongs to a release. */
    String definition(String release, String process) {
        return definitions.computeIfAbsent(release + "/" + process, unused -> {
            ProcessDefinition found = repository
                    .createProcessDefinitionQuery()
                    .deploymentId(release)
                    .processDefinitionKey(process)
                    .singleResult();
            if (found == null) {
                throw new IllegalStateException("release " + release + " has no process " + process);
            }
            return found.getId();
        });
    }

    /** A file of a release, such as {@code checkEligibility.form}. */
    Optional<byte[]> file(String release, String name) {
        var names = repository.getDeploymentResourceNames(release);
        if (!names.contains(name)) {
            return Optional.empty();
        }
        try (var in = repository.getResourceAsStream(release, name)) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
