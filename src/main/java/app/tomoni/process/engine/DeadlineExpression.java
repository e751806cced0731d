package app.tomoni.process.engine;

import app.tomoni.process.CaseKey;
import app.tomoni.process.DueDates;
import app.tomoni.process.gate.Grammar;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** A timer of a model: a deadline of the case's call, some days earlier or later. */
record DeadlineExpression(String text, Grammar.DeadlineOf deadline, ObjectProvider<DueDates> dates)
        implements Expression {

    /** A call that does not name this deadline never lets the timer fire. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    @Override
    public Object getValue(VariableScope scope) {
        var key = ((ExecutionEntity) scope).getProcessBusinessKey();
        var due = dates.getObject()
                .due(CaseKey.of(key), deadline.key(), ClockUtil.getCurrentTime().toInstant());
        return Date.from(due == null ? NEVER : due.plus(Duration.ofDays(deadline.days())));
    }

    @Override
    public Object getValue(VariableScope scope, @Nullable BaseDelegateExecution execution) {
        return getValue(scope);
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        throw new UnsupportedOperationException(text);
    }

    @Override
    public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
        throw new UnsupportedOperationException(text);
    }

    @Override
    public String getExpressionText() {
        return text;
    }

    @Override
    public boolean isLiteralText() {
        return false;
    }
}
