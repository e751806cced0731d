package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FormDefinition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the city asks the group to add to, and what of it the group has marked as put right; empty in a new form. */
final class Supplement {

    private final FormDefinition definition;
    private final Map<String, SupplementPoint> points = new LinkedHashMap<>();
    private final Set<String> marked = new HashSet<>();
    private final Map<String, Consumer<Boolean>> boxes = new LinkedHashMap<>();
    private final BiConsumer<String, Boolean> done;

    /** @param done told when the person marks a field as put right, or takes the mark back */
    Supplement(FormDefinition definition, List<SupplementPoint> asked, BiConsumer<String, Boolean> done) {
        this.definition = definition;
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

    /** How many fields are changed, or marked as put right. */
    long putRight(Answers answers) {
        return definition
                .fields()
                .filter(field -> asksFor(field) && !awaits(field, answers))
                .count();
    }

    @Nullable
    SupplementPoint point(Field field) {
        return points.get(field.key());
    }

    boolean asksFor(Field field) {
        return points.containsKey(field.key());
    }

    /** Whether the field is asked for, and neither changed nor marked yet. */
    boolean awaits(Field field, Answers answers) {
        var point = point(field);
        if (point == null || marked.contains(field.key())) {
            return false;
        }
        var before = point.before();
        return answers.isSame(field, before == null ? Answers.NONE : new Answers(Map.of(field.key(), before)));
    }

    void mark(String field, boolean putRight) {
        if (putRight ? marked.add(field) : marked.remove(field)) {
            done.accept(field, putRight);
        }
    }

    /** Told whether a field is marked, when a colleague has marked it. */
    void onShown(String field, Consumer<Boolean> box) {
        boxes.put(field, box);
    }

    /**
     * Takes over what is marked by now.
     *
     * @return whether that is something else than before
     */
    boolean show(Set<String> putRight) {
        if (marked.equals(putRight)) {
            return false;
        }
        marked.clear();
        marked.addAll(putRight);
        boxes.forEach((field, box) -> box.accept(marked.contains(field)));
        return true;
    }
}
