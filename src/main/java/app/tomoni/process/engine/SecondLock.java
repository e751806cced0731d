package app.tomoni.process.engine;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskDelegateExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Were the gate ever passed: no class of a model is made, and no task does anything but call a step. */
final class SecondLock extends AbstractBpmnParseListener implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new IllegalStateException("classes are refused: " + type.getName());
    }

    @Override
    public void parseServiceTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        if (!(activity.getActivityBehavior() instanceof ServiceTaskDelegateExpressionActivityBehavior)) {
            throw refused(task);
        }
    }

    @Override
    public void parseScriptTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        throw refused(task);
    }

    @Override
    public void parseSendTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        throw refused(task);
    }

    @Override
    public void parseBusinessRuleTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        throw refused(task);
    }

    @Override
    public void parseIntermediateThrowEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
        if (event.elements().stream().anyMatch(child -> child.getTagName().endsWith("EventDefinition"))) {
            throw refused(event);
        }
    }

    private static IllegalStateException refused(Element element) {
        return new IllegalStateException("refused: " + element.getTagName() + " " + element.attribute("id"));
    }
}
