package app.tomoni.form;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A top-level group of a form: what is shown at a time. */
public record Section(String key, String title, @Nullable String hint, List<Condition> hiddenWhen, List<Item> items) {

    public Stream<Field> fields() {
        return items.stream().filter(Field.class::isInstance).map(Field.class::cast);
    }

    Section forGroup() {
        return narrowed(null, item -> item instanceof Field field && field.isForGroup());
    }

    Section forReviewers() {
        return narrowed(hint, item -> !(item instanceof Field field) || field.isForReviewers());
    }

    private Section narrowed(@Nullable String said, Predicate<Item> kept) {
        return new Section(
                key, title, said, hiddenWhen, items.stream().filter(kept).toList());
    }
}
