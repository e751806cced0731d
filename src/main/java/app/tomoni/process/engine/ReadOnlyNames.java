package app.tomoni.process.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** What a name in a model can mean: a step, or a variable of the case; never anything else, and never to be changed. */
final class ReadOnlyNames extends ELResolver {

    private final BeanFactory beans;
    private final Set<String> steps;

    ReadOnlyNames(BeanFactory beans, Set<String> steps) {
        this.beans = beans;
        this.steps = steps;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        if (steps.contains(name)) {
            context.setPropertyResolved(true);
            return new StepOfModel(beans.getBean(name, JavaDelegate.class));
        }
        context.setPropertyResolved(true);
        return context.getContext(VariableScope.class) instanceof VariableScope scope ? scope.getVariable(name) : null;
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
        throw new PropertyNotWritableException(String.valueOf(property));
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return base == null ? Object.class : null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return List.<FeatureDescriptor>of().iterator();
    }
}
