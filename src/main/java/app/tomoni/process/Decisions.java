package app.tomoni.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a decision table of a release; who asks keeps the facts and the answer. */
@Component
@Transactional
public class Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    Decisions(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    /** The outputs of every rule that holds, in the order of the table. */
    public List<Map<String, Object>> evaluate(String decision, String release, Map<String, ?> facts) {
        var definition = definitions.computeIfAbsent(release + "/" + decision, unused -> {
            var found = repository
                    .createDecisionDefinitionQuery()
                    .deploymentId(release)
                    .decisionDefinitionKey(decision)
                    .singleResult();
            if (found == null) {
                throw new IllegalStateException("release " + release + " has no decision " + decision);
            }
            return found.getId();
        });
        return decisions
                .evaluateDecisionTableById(definition)
                .variables(new HashMap<>(facts))
                .evaluate()
                .getResultList()
                .stream()
                .map(Map::copyOf)
                .toList();
    }
}
