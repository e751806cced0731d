package app.tomoni.process.engine;

import app.tomoni.process.DueDates;
import app.tomoni.process.gate.Grammar;
import java.util.Properties;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.TreeBuilder;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Reads the expressions of models by our grammar, and timers as deadlines of the call. */
final class StrictExpressions extends JuelExpressionManager {

    private final BeanFactory beans;
    private final Set<String> steps;
    private final ObjectProvider<DueDates> dates;

    StrictExpressions(BeanFactory beans, Set<String> steps, ObjectProvider<DueDates> dates) {
        this.beans = beans;
        this.steps = steps;
        this.dates = dates;
        setExpressionFactory(new ExpressionFactoryImpl() {
            @Override
            protected TreeBuilder createTreeBuilder(Properties properties, Builder.Feature... features) {
                return new Grammar();
            }
        });
    }

    @Override
    public Expression createExpression(String text) {
        return Grammar.deadline(text)
                .<Expression>map(deadline -> new DeadlineExpression(text, deadline, dates))
                .orElseGet(() -> super.createExpression(text));
    }

    @Override
    protected ELResolver createElResolver() {
        return new ReadOnlyNames(beans, steps);
    }
}
