package app.tomoni.process.gate;

import com.vaadin.flow.router.Route;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.JavaDelegate;
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
        var views = new TreeSet<String>();
        var code = new ClassPathScanningCandidateComponentProvider(false);
        code.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        code.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        for (var found : code.findCandidateComponents(CODE)) {
            var route = ((AnnotatedBeanDefinition) found).getMetadata().getAnnotationAttributes(Route.class.getName());
            if (route == null) {
                steps.add(beanName(found.getBeanClassName()));
                continue;
            }
            var match = TASK_ROUTE.matcher(String.valueOf(route.get("value")));
            if (match.matches()) {
                views.add(match.group(1));
            }
        }
        return new Vocabulary(Set.copyOf(steps), Set.copyOf(views), Set.copyOf(offices));
    }

    private static String beanName(@org.jspecify.annotations.Nullable String className) {
        var simple = className == null ? "" : className.substring(className.lastIndexOf('.') + 1);
        return simple.isEmpty() ? "" : simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
    }
}
