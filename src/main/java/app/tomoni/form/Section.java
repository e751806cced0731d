package app.tomoni.form;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A top-level group of a form: what is shown at a time. */
public record Section(String key, String title, @Nullable String hint, List<Condition> hiddenWhen, List<Item> items) {

    public Stream<Field> fields() {
        return items.stream().filter(Field.class::isInstance).map(Field.class::cast);
    }

    Section forGroup() {
        return new Section(
                key,
                title,
                null,
                hiddenWhen,
                items.stream()
                        .filter(item -> item instanceof Field field && field.isForGroup())
                        .toList());
    }

    Section forReviewers() {
        return new Section(
                key,
                title,
                hint,
                hiddenWhen,
                items.stream()
                        .filter(item -> !(item instanceof Field field) || field.isForReviewers())
                        .toList());
    }
}
