package app.tomoni.process.engine;

import app.tomoni.process.RepeatedIds;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Hands the case's key on to called processes, and reads the lists a model repeats over. */
final class HandedOn extends AbstractBpmnParseListener {

    @Override
    public void parseCallActivity(Element call, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof CallableElementActivityBehavior behaviour) {
            behaviour.getCallableElement().setBusinessKeyValueProvider(new SameKey());
        }
    }

    @Override
    public void parseMultiInstanceLoopCharacteristics(Element activityElement, Element loop, ActivityImpl body) {
        if (body.getActivityBehavior() instanceof MultiInstanceActivityBehavior behaviour) {
            behaviour.setCollectionExpression(new ListOfIds(behaviour.getCollectionVariable()));
            behaviour.setCollectionVariable(null);
        }
    }

    private static final class SameKey implements ParameterValueProvider {

        @Override
        public @Nullable Object getValue(VariableScope scope) {
            return ((ExecutionEntity) scope).getProcessBusinessKey();
        }

        @Override
        public boolean isDynamic() {
            return true;
        }
    }

    private record ListOfIds(String variable) implements Expression {

        @Override
        public Object getValue(VariableScope scope) {
            return RepeatedIds.of(scope.getVariable(variable), variable);
        }

        @Override
        public Object getValue(VariableScope scope, @Nullable BaseDelegateExecution execution) {
            return getValue(scope);
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            throw new UnsupportedOperationException(variable);
        }

        @Override
        public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
            throw new UnsupportedOperationException(variable);
        }

        @Override
        public String getExpressionText() {
            return variable;
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }
}
