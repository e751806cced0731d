package app.tomoni.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form and what an answer must be like.
 *
 * @param key under which the answer is kept
 * @param hint the text between label and input
 * @param maxLength in characters as people count them
 * @param isPublic whether the answer is shown to everyone after the decision
 * @param isForReviewers whether reviewers read the answer; otherwise only the group, the secretariat and the auditor
 * @param isVariable whether the answer becomes a variable of the process
 * @param notBefore key of the date field that this date may not precede
 * @param withinPeriod whether this date must lie in the period that the call allows
 * @param properties the other {@code tomoni:} properties, for widgets
 */
public record Field(
        String key,
        Kind kind,
        @Nullable Widget widget,
        String label,
        @Nullable String hint,
        boolean required,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        int decimals,
        @Nullable String unit,
        List<Option> options,
        boolean isPublic,
        boolean isForReviewers,
        boolean isVariable,
        @Nullable String notBefore,
        boolean withinPeriod,
        Map<String, String> properties,
        List<Condition> hiddenWhen)
        implements Item {

    /** What kind of input a field is. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        CHECKBOX,
        CHECKLIST,
        RADIO,
        SELECT,
        WIDGET
    }

    /** One of the answers to choose from. */
    public record Option(String value, String label) {}

    /**
     * Whether the group that the case is about and the panel may read the answer once it is given, alike; said of the
     * questions that a department answers.
     */
    public boolean isForGroup() {
        return FieldReader.GROUP.equals(properties.get(FieldReader.AUDIENCE));
    }

    /** The label of a chosen value; the value itself when the form no longer offers it. */
    public String optionLabel(String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    /** The texts of a list property such as {@code tomoni:income}, written with 、 or commas. */
    public List<String> listProperty(String name) {
        var text = properties.getOrDefault(name, "");
        return List.of(text.split("[、,，]")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
