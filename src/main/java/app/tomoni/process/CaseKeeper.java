package app.tomoni.process;

import java.util.Collection;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Listens at each place of a drawing where a case can wait, so that no list ever asks the engine. */
@Component
class CaseKeeper extends AbstractBpmnParseListener {

    private static final String BODY = "#multiInstanceBody";

    private final Positions positions;
    private final Drawings drawings;

    CaseKeeper(Positions positions, Drawings drawings) {
        this.positions = positions;
        this.drawings = drawings;
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        on(definition, ExecutionListener.EVENTNAME_END, execution -> {
            if (((ExecutionEntity) execution).getSuperExecution() == null) {
                positions.end(execution, execution.getCurrentActivityId());
            }
        });
    }

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, positions::offer);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, positions::take);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, positions::take);
        waits(scope, activity);
    }

    @Override
    public void parseReceiveTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        waits(scope, activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
        waits(scope, activity);
    }

    @Override
    public void parseEventBasedGateway(Element gateway, ScopeImpl scope, ActivityImpl activity) {
        waits(scope, activity);
    }

    @Override
    public void parseSubProcess(Element subProcess, ScopeImpl scope, ActivityImpl activity) {
        speaksForWhatIsInside(scope, activity);
    }

    @Override
    public void parseCallActivity(Element call, ScopeImpl scope, ActivityImpl activity) {
        speaksForWhatIsInside(scope, activity);
    }

    @Override
    public void parseMultiInstanceLoopCharacteristics(Element repeated, Element loop, ActivityImpl body) {
        var around = !repeated.getTagName().equals("userTask")
                && !repeated.getTagName().equals("receiveTask");
        var element = body.getActivityId().replace(BODY, "");
        var behaviour = (MultiInstanceActivityBehavior) body.getActivityBehavior();
        on(body, ExecutionListener.EVENTNAME_START, execution -> {
            var list = (Collection<?>) behaviour.getCollectionExpression().getValue(execution);
            positions.enter(execution, element, around, list.size());
        });
        on(body, ExecutionListener.EVENTNAME_END, positions::leave);
    }

    private void waits(ScopeImpl scope, ActivityImpl activity) {
        if (isRepeated(scope)) {
            on(activity, ExecutionListener.EVENTNAME_END, positions::count);
            return;
        }
        on(
                activity,
                ExecutionListener.EVENTNAME_START,
                execution -> positions.enter(execution, activity.getActivityId(), false, null));
        on(activity, ExecutionListener.EVENTNAME_END, positions::leave);
    }

    private void speaksForWhatIsInside(ScopeImpl scope, ActivityImpl activity) {
        if (isRepeated(scope)) {
            on(activity, ExecutionListener.EVENTNAME_END, positions::count);
            return;
        }
        on(activity, ExecutionListener.EVENTNAME_START, execution -> {
            var place = drawings.place(execution.getProcessDefinitionId(), activity.getActivityId());
            if (place.words().containsKey("staff")) {
                positions.enter(execution, activity.getActivityId(), true, null);
            }
        });
        on(activity, ExecutionListener.EVENTNAME_END, positions::leave);
    }

    private static boolean isRepeated(ScopeImpl scope) {
        return scope instanceof ActivityImpl body
                && body.getActivityBehavior() instanceof MultiInstanceActivityBehavior;
    }

    private static void on(ScopeImpl scope, String event, ExecutionListener listener) {
        scope.addBuiltInListener(event, listener);
    }
}
