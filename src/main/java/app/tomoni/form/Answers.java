package app.tomoni.form;

import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody answered in a form, as typed: texts, numbers and dates as strings, a checkbox as a boolean, several
 * choices as an array, tables as arrays of objects, the budget as an object.
 */
public record Answers(Map<String, JsonNode> values) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        values = Map.copyOf(values);
    }

    /** Reads what {@link #json} wrote. */
    public static Answers of(JsonNode object) {
        var values = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return new Answers(values);
    }

    /** The answers that stand in a working copy; what is kept there under other names is left out. */
    public static Answers of(FormDefinition definition, Map<String, WorkingField> working) {
        var values = new LinkedHashMap<String, JsonNode>();
        definition.fields().forEach(field -> {
            var kept = working.get(field.key());
            if (kept != null) {
                values.put(field.key(), read(field, kept.value()));
            }
        });
        return new Answers(values);
    }

    /** The answer in a value of a working copy. */
    public static JsonNode read(Field field, String kept) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, NUMBER, DATE, RADIO, SELECT -> Json.mapper().valueToTree(kept);
            case CHECKBOX -> Json.mapper().valueToTree(kept.equals("true"));
            case CHECKLIST -> structured(kept, Json.array());
            case WIDGET -> structured(kept, field.widget() == Widget.BUDGET ? Json.object() : Json.array());
        };
    }

    /** How an answer is kept in a working copy. */
    public static String keep(JsonNode answer) {
        return answer.isString() ? answer.asString() : answer.isBoolean() ? answer.asString() : Json.write(answer);
    }

    private static JsonNode structured(String kept, JsonNode empty) {
        try {
            var node = Json.parse(kept);
            return node.getNodeType() == empty.getNodeType() ? node : empty;
        } catch (JacksonException e) {
            return empty; // an emptied field is kept as an empty text
        }
    }

    /** One object with the answers to what is not hidden, in the order of the form. */
    public ObjectNode json(FormDefinition definition) {
        var object = Json.object();
        definition.fields().filter(field -> shows(field.hiddenWhen())).forEach(field -> {
            var value = values.get(field.key());
            if (value != null && !isEmpty(field)) {
                object.set(field.key(), value);
            }
        });
        return object;
    }

    /** The answers to the questions of this form, and no others. */
    public Answers within(FormDefinition definition) {
        var kept = new LinkedHashMap<String, JsonNode>();
        definition.fields().map(Field::key).filter(values::containsKey).forEach(key -> kept.put(key, values.get(key)));
        return new Answers(kept);
    }

    /** The answer as a text; empty when there is none. */
    public String text(String key) {
        var value = values.get(key);
        return value == null ? "" : value.isString() ? value.asString() : keep(value);
    }

    public boolean ticked(String key) {
        var value = values.get(key);
        return value != null && value.isBoolean() && value.asBoolean();
    }

    /** The number typed, with full-width digits and separators understood. */
    public Optional<BigDecimal> number(String key) {
        return Numbers.read(text(key));
    }

    public Optional<LocalDate> date(String key) {
        return JapaneseDates.kept(text(key));
    }

    /** The values chosen in a checklist. */
    public List<String> chosen(String key) {
        var value = values.get(key);
        return value == null || !value.isArray()
                ? List.of()
                : StreamSupport.stream(value.spliterator(), false)
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .toList();
    }

    /** The rows of a table, empty cells as empty texts. */
    public List<Map<String, String>> rows(String key, List<String> columns) {
        var value = values.get(key);
        if (value == null || !value.isArray()) {
            return List.of();
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(row -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    columns.forEach(column -> cells.put(column, row.path(column).asString("")));
                    return cells;
                })
                .toList();
    }

    public Budget budget(String key) {
        var value = values.get(key);
        return value == null ? Budget.EMPTY : Budget.of(value);
    }

    /** What is attached in an attachments field. */
    public List<Attachment> attachments(String key) {
        var value = values.get(key);
        return value == null ? List.of() : Attachment.list(value);
    }

    /** What a process gets from an answer: a text, a boolean, a number or a date. */
    public Optional<Object> variable(Field field) {
        if (isEmpty(field)) {
            return field.kind() == Field.Kind.CHECKBOX ? Optional.of(false) : Optional.empty();
        }
        return switch (field.kind()) {
            case CHECKBOX -> Optional.of(ticked(field.key()));
            case NUMBER -> number(field.key()).map(number -> number);
            case DATE -> date(field.key()).map(date -> date);
            default -> Optional.of(text(field.key()));
        };
    }

    /** These answers with one of them replaced. */
    public Answers with(Field field, String kept) {
        var all = new LinkedHashMap<>(values);
        all.put(field.key(), read(field, kept));
        return new Answers(all);
    }

    public boolean isEmpty(Field field) {
        var value = values.get(field.key());
        if (value == null || value.isNull()) {
            return true;
        }
        return switch (field.kind()) {
            case CHECKBOX -> !value.asBoolean(false);
            case CHECKLIST -> chosen(field.key()).isEmpty();
            case WIDGET ->
                field.widget() == Widget.BUDGET
                        ? budget(field.key()).isEmpty()
                        : field.widget() == Widget.ATTACHMENTS
                                ? attachments(field.key()).isEmpty()
                                : filledRows(field).isEmpty();
            default -> value.asString("").isBlank();
        };
    }

    /** Whether this question is answered the same in both; without an answer, however that is kept. */
    public boolean isSame(Field field, Answers other) {
        return isEmpty(field)
                ? other.isEmpty(field)
                : Objects.equals(values.get(field.key()), other.values.get(field.key()));
    }

    /** The rows of a table with at least one cell filled in. */
    public List<Map<String, String>> filledRows(Field field) {
        var widget = field.widget();
        return widget == null
                ? List.of()
                : rows(field.key(), widget.columns()).stream()
                        .filter(row -> row.values().stream().anyMatch(cell -> !cell.isBlank()))
                        .toList();
    }

    public boolean shows(Section section) {
        return shows(section.hiddenWhen());
    }

    public boolean shows(Item item) {
        return shows(item.hiddenWhen());
    }

    private boolean shows(List<Condition> hiddenWhen) {
        return hiddenWhen.stream().noneMatch(condition -> condition.holds(this::compared));
    }

    private @Nullable Object compared(String key) {
        var value = values.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        var text = value.asString("");
        return text.isBlank() ? null : text;
    }
}
