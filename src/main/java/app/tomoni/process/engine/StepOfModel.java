package app.tomoni.process.engine;

import app.tomoni.shared.Refusal;
import java.util.List;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.jspecify.annotations.Nullable;

/** A step as the model meets it: a refusal that the drawing expects becomes its error event, any other stays a refusal. */
record StepOfModel(JavaDelegate step) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) throws Exception {
        try {
            step.execute(execution);
        } catch (Refusal refusal) {
            if (isDrawn(refusal.messageKey(), (ExecutionEntity) execution)) {
                throw new BpmnError(refusal.messageKey(), refusal);
            }
            throw refusal;
        }
    }

    private static boolean isDrawn(String code, ExecutionEntity execution) {
        for (@Nullable ScopeImpl scope = execution.getActivity(); scope != null; scope = around(scope)) {
            var caught = scope.getProperties().get(BpmnProperties.ERROR_EVENT_DEFINITIONS);
            if (caught != null && List.copyOf(caught).stream().anyMatch(event -> code.equals(event.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable ScopeImpl around(ScopeImpl scope) {
        return scope instanceof ActivityImpl activity ? activity.getFlowScope() : null;
    }
}
