package app.tomoni.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Inputs of our own, drawn as a text area in a modeler and named by its property {@code tomoni:widget}. */
public enum Widget {
    /** Income, expenditure and the amount asked for; see {@link Budget}. */
    BUDGET(),
    /** Who does what: a table. */
    ROLES("task", "group", "city", "resources", "due"),
    /** What happens when: a table. */
    SCHEDULE("month", "action", "who"),
    /** How we shall know: a table. */
    OUTCOMES("indicator", "baseline", "target", "measure"),
    /** Files, up to ten. */
    ATTACHMENTS();

    private final List<String> columns;

    Widget(String... columns) {
        this.columns = List.of(columns);
    }

    /** The keys of a table's columns; none for what is not a table. */
    public List<String> columns() {
        return columns;
    }

    public boolean isTable() {
        return !columns.isEmpty();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Widget> of(String key) {
        return List.of(values()).stream()
                .filter(widget -> widget.key().equals(key))
                .findFirst();
    }
}
