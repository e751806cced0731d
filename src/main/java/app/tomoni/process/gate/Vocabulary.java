package app.tomoni.process.gate;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The names a model may use: steps and views that exist as code, and the offices of the city. */
public record Vocabulary(Set<String> steps, Set<String> views, Set<String> offices) {

    private static final String CODE = "app.tomoni";
    private static final Pattern TASK_ROUTE = Pattern.compile("tasks/([A-Za-z0-9]+)(?:/.*)?");

    /** What the installed code offers, read from its class files without starting any of it. */
    public static Vocabulary ofInstalledCode(Set<String> offices) {
        var steps = new TreeSet<String>();
        var delegates = scanner();
        delegates.addIncludeFilter(new AssignableTypeFilter(org.camunda.bpm.engine.delegate.JavaDelegate.class));
        delegates.findCandidateComponents(CODE).forEach(found -> steps.add(beanName(found.getBeanClassName())));
        var views = new TreeSet<String>();
        var routes = scanner();
        routes.addIncludeFilter(new AnnotationTypeFilter(com.vaadin.flow.router.Route.class));
        for (var found : routes.findCandidateComponents(CODE)) {
            if (found instanceof AnnotatedBeanDefinition annotated) {
                var route =
                        annotated.getMetadata().getAnnotationAttributes(com.vaadin.flow.router.Route.class.getName());
                var match = TASK_ROUTE.matcher(route == null ? "" : String.valueOf(route.get("value")));
                if (match.matches()) {
                    views.add(match.group(1));
                }
            }
        }
        return new Vocabulary(Set.copyOf(steps), Set.copyOf(views), Set.copyOf(offices));
    }

    private static ClassPathScanningCandidateComponentProvider scanner() {
        return new ClassPathScanningCandidateComponentProvider(false);
    }

    private static String beanName(@org.jspecify.annotations.Nullable String className) {
        var simple = className == null ? "" : className.substring(className.lastIndexOf('.') + 1);
        return simple.isEmpty() ? "" : simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
    }
}
