package app.tomoni.form;

import app.tomoni.form.Field.Kind;
import app.tomoni.form.Field.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the questions of a form file, and remembers which there are. */
final class FieldReader {

    private static final int MOST_OPTIONS = 200;
    static final String AUDIENCE = "tomoni:audience";
    static final String GROUP = "group";
    private static final String REVIEWERS = "reviewers";
    private static final String SECRETARIAT = "secretariat";
    private static final Set<String> TEXT_RULES = Set.of("required", "minLength", "maxLength");
    private static final Set<String> NUMBER_RULES = Set.of("required", "min", "max");
    private static final Set<String> OTHER_RULES = Set.of("required");

    private final FormFindings findings;
    private final FormAttributes attributes;
    private final Map<String, Kind> keys = new HashMap<>();
    private final Map<String, String> earlierDates = new TreeMap<>();

    FieldReader(FormFindings findings, FormAttributes attributes) {
        this.findings = findings;
        this.attributes = attributes;
    }

    boolean knows(String key) {
        return keys.containsKey(key);
    }

    /** What can only be judged once every question is read: a date that is not before another needs that other. */
    void finish() {
        earlierDates.forEach((place, field) -> {
            if (keys.get(field) != Kind.DATE) {
                findings.add(place, "form.definition.unknown-field", place, field);
            }
        });
    }

    @Nullable
    Field read(JsonNode node, String type, String place, List<Condition> hidden) {
        var key = FormAttributes.text(node, "key");
        if (key == null || !key.matches("[A-Za-z][A-Za-z0-9_]{0,63}")) {
            findings.add(place, "form.definition.key", place);
            return null;
        }
        var properties = attributes.properties(node, place);
        var widget = widget(type, properties, place);
        var kind = widget != null ? Kind.WIDGET : kind(type, node, place);
        if (keys.putIfAbsent(key, kind) != null) {
            findings.add(place, "form.definition.key-twice", place, key);
        }
        var rules = rules(node, kind, place);
        var options = node.has("values") ? options(node, place) : List.<Option>of();
        if (options.isEmpty() && (kind == Kind.CHECKLIST || kind == Kind.RADIO || kind == Kind.SELECT)) {
            findings.add(place, "form.definition.no-options", place);
        }
        var variable = flag(properties, "tomoni:variable", place);
        if (variable
                && !Set.of(Kind.SELECT, Kind.RADIO, Kind.CHECKBOX, Kind.NUMBER, Kind.DATE)
                        .contains(kind)) {
            findings.add(place, "form.definition.variable", place);
        }
        var notBefore = properties.get("tomoni:notBefore");
        if (notBefore != null) {
            earlierDates.put(place, notBefore);
        }
        var within = properties.get("tomoni:within");
        if (within != null && (kind != Kind.DATE || !within.equals("period"))) {
            findings.add(place, "form.definition.unknown-attribute", place, "tomoni:within");
        }
        var open = flag(properties, "tomoni:public", place);
        var forReviewers = forReviewers(properties, widget, place);
        if (open && !forReviewers) {
            findings.add(place, "form.definition.audience-public", place);
        }
        var suffix = FormAttributes.text(node.path("appearance"), "suffixAdorner");
        return new Field(
                key,
                kind,
                widget,
                attributes.label(node, place),
                node.has("description")
                        ? attributes.plain(FormAttributes.text(node, "description"), place, "description")
                        : null,
                rules.path("required").asBoolean(false),
                whole(rules, "minLength", place),
                whole(rules, "maxLength", place),
                number(rules, "min", place),
                number(rules, "max", place),
                node.path("decimalDigits").asInt(0),
                suffix == null ? null : attributes.plain(suffix, place, "suffixAdorner"),
                options,
                open,
                forReviewers,
                variable,
                notBefore,
                within != null,
                Map.copyOf(properties),
                hidden);
    }

    /**
     * Reviewers read every answer unless the form says otherwise, and no file unless the form says so; what the group
     * reads, they read as well.
     */
    private boolean forReviewers(Map<String, String> properties, @Nullable Widget widget, String place) {
        var audience = properties.getOrDefault(AUDIENCE, widget == Widget.ATTACHMENTS ? SECRETARIAT : REVIEWERS);
        if (!Set.of(GROUP, REVIEWERS, SECRETARIAT).contains(audience)) {
            findings.add(place, "form.definition.audience", place, audience);
        }
        return audience.equals(GROUP) || audience.equals(REVIEWERS);
    }

    private @Nullable Widget widget(String type, Map<String, String> properties, String place) {
        var name = properties.get("tomoni:widget");
        if (name == null) {
            return null;
        }
        var widget = Widget.of(name);
        if (widget.isEmpty() || !(type.equals("textarea") || type.equals("textfield"))) {
            findings.add(place, "form.definition.widget", place, name);
            return null;
        }
        return widget.get();
    }

    private Kind kind(String type, JsonNode node, String place) {
        return switch (type) {
            case "textfield" -> Kind.TEXT;
            case "textarea" -> Kind.LONG_TEXT;
            case "number" -> Kind.NUMBER;
            case "checkbox" -> Kind.CHECKBOX;
            case "checklist" -> Kind.CHECKLIST;
            case "radio" -> Kind.RADIO;
            case "select" -> Kind.SELECT;
            default -> {
                if (!"date".equals(FormAttributes.text(node, "subtype"))) {
                    findings.add(place, "form.definition.date-only", place);
                }
                yield Kind.DATE;
            }
        };
    }

    private JsonNode rules(JsonNode node, Kind kind, String place) {
        var allowed = switch (kind) {
            case TEXT, LONG_TEXT -> TEXT_RULES;
            case NUMBER -> NUMBER_RULES;
            default -> OTHER_RULES;
        };
        var rules = node.path("validate");
        rules.propertyNames().stream()
                .filter(name -> !allowed.contains(name))
                .forEach(name -> findings.add(place, "form.definition.unknown-attribute", place, "validate." + name));
        if (rules.has("required") && !rules.get("required").isBoolean()) {
            findings.add(place, "form.definition.unknown-attribute", place, "validate.required");
        }
        return rules;
    }

    private List<Option> options(JsonNode node, String place) {
        var options = new ArrayList<Option>();
        var seen = new HashSet<String>();
        for (var option : node.get("values")) {
            var value = FormAttributes.text(option, "value");
            if (value == null || value.isBlank() || value.length() > 100 || !seen.add(value)) {
                findings.add(place, "form.definition.option", place, String.valueOf(value));
                continue;
            }
            options.add(new Option(value, attributes.plain(FormAttributes.text(option, "label"), place, "values")));
        }
        if (options.size() > MOST_OPTIONS) {
            findings.add(place, "form.definition.too-many", MOST_OPTIONS);
        }
        return List.copyOf(options);
    }

    private boolean flag(Map<String, String> properties, String name, String place) {
        var value = properties.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            findings.add(place, "form.definition.unknown-attribute", place, name);
        }
        return value.equals("true");
    }

    private @Nullable Integer whole(JsonNode rules, String name, String place) {
        if (!rules.has(name)) {
            return null;
        }
        if (!rules.get(name).isIntegralNumber() || rules.get(name).asInt() < 0) {
            findings.add(place, "form.definition.unknown-attribute", place, "validate." + name);
            return null;
        }
        return rules.get(name).asInt();
    }

    private @Nullable BigDecimal number(JsonNode rules, String name, String place) {
        if (!rules.has(name)) {
            return null;
        }
        if (!rules.get(name).isNumber()) {
            findings.add(place, "form.definition.unknown-attribute", place, "validate." + name);
            return null;
        }
        return rules.get(name).decimalValue();
    }
}
