package app.tomoni.process;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/** Remembers, over all tests of a JVM, which sequence flows were drawn and which were taken, as {@code process/flow}. */
@TestComponent
public class FlowCoverage extends AbstractBpmnParseListener {

    private static final Set<String> DRAWN = new ConcurrentSkipListSet<>();
    private static final Set<String> TAKEN = new ConcurrentSkipListSet<>();

    @Override
    public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
        var name = key(scope) + "/" + transition.getId();
        DRAWN.add(name);
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> TAKEN.add(name));
    }

    private static String key(ScopeImpl scope) {
        var definition =
                (org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity) scope.getProcessDefinition();
        return definition.getKey();
    }

    /** The flows of a process that no test has taken so far. */
    public static Set<String> untaken(String process) {
        var missing = new TreeSet<>(DRAWN);
        missing.removeAll(TAKEN);
        missing.removeIf(flow -> !flow.startsWith(process + "/"));
        return missing;
    }

    public static Set<String> drawn(String process) {
        var drawn = new TreeSet<>(DRAWN);
        drawn.removeIf(flow -> !flow.startsWith(process + "/"));
        return drawn;
    }
}
