package app.tomoni.form.ui;

import app.tomoni.form.Field;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the city asks the group to add to, and what of it the group has marked as put right; empty in a new form. */
final class Supplement {

    private final Map<String, SupplementPoint> points = new LinkedHashMap<>();
    private final Set<String> marked = new HashSet<>();
    private final BiConsumer<String, Boolean> done;

    /** @param done told when the person marks a field as put right, or takes the mark back */
    Supplement(List<SupplementPoint> asked, BiConsumer<String, Boolean> done) {
        asked.forEach(point -> points.putIfAbsent(point.field(), point));
        asked.stream().filter(SupplementPoint::done).map(SupplementPoint::field).forEach(marked::add);
        this.done = done;
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    /** How many fields are asked for. */
    int size() {
        return points.size();
    }

    /** How many fields are marked as put right. */
    int putRight() {
        return marked.size();
    }

    @Nullable
    SupplementPoint point(Field field) {
        return points.get(field.key());
    }

    boolean asksFor(Field field) {
        return points.containsKey(field.key());
    }

    /** Whether the field is asked for and not marked yet. */
    boolean awaits(Field field) {
        return asksFor(field) && !marked.contains(field.key());
    }

    void mark(String field, boolean putRight) {
        if (putRight) {
            marked.add(field);
        } else {
            marked.remove(field);
        }
        done.accept(field, putRight);
    }
}
