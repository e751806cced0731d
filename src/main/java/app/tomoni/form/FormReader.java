package app.tomoni.form;

import app.tomoni.form.Field.Kind;
import app.tomoni.form.Field.Option;
import app.tomoni.shared.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a form file by allow-list: whatever is not named here is a finding. */
final class FormReader {

    private static final int LARGEST_FILE = 1_000_000;
    private static final int MOST_COMPONENTS = 300;
    private static final int MOST_OPTIONS = 200;
    private static final int DEEPEST = 5;

    private static final Set<String> ROOT = Set.of(
            "type",
            "id",
            "components",
            "schemaVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "versionTag");
    private static final Set<String> EVERYWHERE = Set.of("id", "type", "layout", "conditional", "properties");
    private static final Set<String> INPUT =
            Set.of("key", "label", "description", "validate", "disabled", "readonly", "appearance");
    private static final Map<String, Set<String>> OWN = Map.ofEntries(
            Map.entry("textfield", Set.of()),
            Map.entry("textarea", Set.of()),
            Map.entry("number", Set.of("decimalDigits", "increment", "serializeToString")),
            Map.entry("datetime", Set.of("subtype", "dateLabel")),
            Map.entry("checkbox", Set.of()),
            Map.entry("checklist", Set.of("values")),
            Map.entry("radio", Set.of("values")),
            Map.entry("select", Set.of("values", "searchable")),
            Map.entry("text", Set.of("text")),
            Map.entry("group", Set.of("label", "components", "path", "showOutline", "verticalAlignment")),
            Map.entry("separator", Set.of()),
            Map.entry("spacer", Set.of("height")));
    private static final Set<String> PROPERTIES = Set.of(
            "tomoni:widget",
            "tomoni:hint",
            "tomoni:public",
            "tomoni:audience",
            "tomoni:variable",
            "tomoni:notBefore",
            "tomoni:within",
            "tomoni:income",
            "tomoni:expenditure");
    private static final String REVIEWERS = "reviewers";
    private static final String SECRETARIAT = "secretariat";
    private static final Set<String> TEXT_RULES = Set.of("required", "minLength", "maxLength");
    private static final Set<String> NUMBER_RULES = Set.of("required", "min", "max");
    private static final Set<String> OTHER_RULES = Set.of("required");

    private final List<FormFinding> findings = new ArrayList<>();
    private final Map<String, Kind> keys = new HashMap<>();
    private final Map<String, Set<String>> asked = new TreeMap<>();
    private final Map<String, String> earlierDates = new TreeMap<>();
    private int components;

    FormDefinition read(byte[] json) {
        var definition = definition(json);
        if (!findings.isEmpty() || definition == null) {
            throw new UnreadableForm(findings);
        }
        return definition;
    }

    private @Nullable FormDefinition definition(byte[] json) {
        var root = root(json);
        if (root == null) {
            return null;
        }
        root.propertyNames().stream()
                .filter(name -> !ROOT.contains(name))
                .forEach(name -> refuse("form", "form.definition.unknown-attribute", "form", name));
        if (!"default".equals(text(root, "type"))) {
            refuse("form", "form.definition.not-a-form");
        }
        var id = text(root, "id");
        if (id == null || !id.matches("[A-Za-z][A-Za-z0-9_-]{0,99}")) {
            refuse("form", "form.definition.id");
            id = "";
        }
        var platform = text(root, "executionPlatform");
        var version = text(root, "executionPlatformVersion");
        if (!"Camunda Platform".equals(platform) || version == null || !version.startsWith("7.")) {
            refuse("form", "form.definition.platform", platform + " " + version);
        }
        var sections = sections(root.path("components"));
        asked.forEach((place, fields) -> fields.stream()
                .filter(field -> !keys.containsKey(field))
                .forEach(field -> refuse(place, "form.definition.unknown-field", place, field)));
        earlierDates.forEach((place, field) -> {
            if (keys.get(field) != Kind.DATE) {
                refuse(place, "form.definition.unknown-field", place, field);
            }
        });
        var definition = new FormDefinition(id, sections);
        definition.forReviewers().fields().forEach(field -> tellsNothing(field, definition));
        return definition;
    }

    /** Whether reviewers see a field must not tell them what stands in one that is not for them. */
    private void tellsNothing(Field field, FormDefinition definition) {
        field.hiddenWhen().stream()
                .flatMap(condition -> condition.fields().stream())
                .filter(asked -> definition
                        .field(asked)
                        .filter(known -> !known.isForReviewers())
                        .isPresent())
                .forEach(asked -> refuse(field.key(), "form.definition.audience-condition", field.key(), asked));
    }

    private @Nullable JsonNode root(byte[] json) {
        if (json.length > LARGEST_FILE) {
            refuse("form", "form.definition.too-large");
            return null;
        }
        try {
            var root = Json.mapper().readTree(json);
            if (root.isObject()) {
                return root;
            }
            refuse("form", "form.definition.not-a-form");
        } catch (JacksonException e) {
            var at = e.getLocation();
            refuse("form", "form.definition.not-json", at == null ? 1 : Math.max(1, at.getLineNr()));
        }
        return null;
    }

    private List<Section> sections(JsonNode nodes) {
        var sections = new ArrayList<Section>();
        var loose = new ArrayList<Item>();
        for (var node : nodes) {
            if ("group".equals(text(node, "type"))) {
                close(sections, loose);
                var place = place(node);
                checkNames(node, "group", place, false);
                var hidden = hidden(node, place, List.of());
                var items = new ArrayList<Item>();
                count(place);
                node.path("components").forEach(child -> item(child, hidden, 1, items));
                sections.add(new Section(
                        place,
                        label(node, place),
                        properties(node, place).get("tomoni:hint"),
                        hidden,
                        List.copyOf(items)));
            } else {
                item(node, List.of(), 0, loose);
            }
        }
        close(sections, loose);
        return List.copyOf(sections);
    }

    /** Questions outside any group form a section without a title. */
    private static void close(List<Section> sections, List<Item> loose) {
        if (!loose.isEmpty()) {
            sections.add(new Section("section" + (sections.size() + 1), "", null, List.of(), List.copyOf(loose)));
            loose.clear();
        }
    }

    private void item(JsonNode node, List<Condition> around, int depth, List<Item> items) {
        var place = place(node);
        var type = text(node, "type");
        if (!count(place)) {
            return;
        }
        if (type == null || !OWN.containsKey(type)) {
            refuse(place, "form.definition.unknown-type", place, String.valueOf(type));
            return;
        }
        var presentation = Set.of("text", "separator", "spacer", "group").contains(type);
        checkNames(node, type, place, !presentation);
        var hidden = hidden(node, place, around);
        switch (type) {
            case "text" -> items.add(new Item.Prose(plain(text(node, "text"), place, "text"), hidden));
            case "separator" -> items.add(new Item.Line(hidden));
            case "spacer" -> items.add(new Item.Gap(hidden));
            case "group" -> {
                if (depth >= DEEPEST) {
                    refuse(place, "form.definition.too-deep", place);
                    return;
                }
                items.add(new Item.Heading(
                        label(node, place), properties(node, place).get("tomoni:hint"), hidden));
                node.path("components").forEach(child -> item(child, hidden, depth + 1, items));
            }
            default -> {
                var field = field(node, type, place, hidden);
                if (field != null) {
                    items.add(field);
                }
            }
        }
    }

    private boolean count(String place) {
        if (++components == MOST_COMPONENTS + 1) {
            refuse(place, "form.definition.too-many", MOST_COMPONENTS);
        }
        return components <= MOST_COMPONENTS;
    }

    private void checkNames(JsonNode node, String type, String place, boolean input) {
        for (var name : node.propertyNames()) {
            if (!EVERYWHERE.contains(name)
                    && !OWN.getOrDefault(type, Set.of()).contains(name)
                    && !(input && INPUT.contains(name))) {
                refuse(place, "form.definition.unknown-attribute", place, name);
            }
        }
        for (var name : List.of("disabled", "readonly")) {
            if (node.has(name)
                    && !(node.get(name).isBoolean() && !node.get(name).asBoolean())) {
                refuse(place, "form.definition.read-only", place, name);
            }
        }
        if (!text(node, "path", "").isEmpty()) {
            refuse(place, "form.definition.unknown-attribute", place, "path");
        }
        node.path("appearance").propertyNames().stream()
                .filter(name -> !name.equals("suffixAdorner"))
                .forEach(name -> refuse(place, "form.definition.unknown-attribute", place, "appearance." + name));
        node.path("conditional").propertyNames().stream()
                .filter(name -> !name.equals("hide"))
                .forEach(name -> refuse(place, "form.definition.unknown-attribute", place, "conditional." + name));
    }

    private @Nullable Field field(JsonNode node, String type, String place, List<Condition> hidden) {
        var key = text(node, "key");
        if (key == null || !key.matches("[A-Za-z][A-Za-z0-9_]{0,63}")) {
            refuse(place, "form.definition.key", place);
            return null;
        }
        var properties = properties(node, place);
        var widget = widget(type, properties, place);
        var kind = widget != null ? Kind.WIDGET : kind(type, node, place);
        if (keys.putIfAbsent(key, kind) != null) {
            refuse(place, "form.definition.key-twice", place, key);
        }
        var rules = rules(node, kind, place);
        var options = node.has("values") ? options(node, place) : List.<Option>of();
        if (options.isEmpty() && (kind == Kind.CHECKLIST || kind == Kind.RADIO || kind == Kind.SELECT)) {
            refuse(place, "form.definition.no-options", place);
        }
        var variable = flag(properties, "tomoni:variable", place);
        if (variable
                && !Set.of(Kind.SELECT, Kind.RADIO, Kind.CHECKBOX, Kind.NUMBER, Kind.DATE)
                        .contains(kind)) {
            refuse(place, "form.definition.variable", place);
        }
        var notBefore = properties.get("tomoni:notBefore");
        if (notBefore != null) {
            earlierDates.put(place, notBefore);
        }
        var within = properties.get("tomoni:within");
        if (within != null && (kind != Kind.DATE || !within.equals("period"))) {
            refuse(place, "form.definition.unknown-attribute", place, "tomoni:within");
        }
        var open = flag(properties, "tomoni:public", place);
        var forReviewers = forReviewers(properties, widget, place);
        if (open && !forReviewers) {
            refuse(place, "form.definition.audience-public", place);
        }
        var suffix = text(node.path("appearance"), "suffixAdorner");
        return new Field(
                key,
                kind,
                widget,
                label(node, place),
                node.has("description") ? plain(text(node, "description"), place, "description") : null,
                rules.path("required").asBoolean(false),
                whole(rules, "minLength", place),
                whole(rules, "maxLength", place),
                number(rules, "min", place),
                number(rules, "max", place),
                node.path("decimalDigits").asInt(0),
                suffix == null ? null : plain(suffix, place, "suffixAdorner"),
                options,
                open,
                forReviewers,
                variable,
                notBefore,
                within != null,
                Map.copyOf(properties),
                hidden);
    }

    /** Reviewers read every answer unless the form says otherwise, and no file unless the form says so. */
    private boolean forReviewers(Map<String, String> properties, @Nullable Widget widget, String place) {
        var audience =
                properties.getOrDefault("tomoni:audience", widget == Widget.ATTACHMENTS ? SECRETARIAT : REVIEWERS);
        if (!audience.equals(REVIEWERS) && !audience.equals(SECRETARIAT)) {
            refuse(place, "form.definition.audience", place, audience);
        }
        return audience.equals(REVIEWERS);
    }

    private @Nullable Widget widget(String type, Map<String, String> properties, String place) {
        var name = properties.get("tomoni:widget");
        if (name == null) {
            return null;
        }
        var widget = Widget.of(name);
        if (widget.isEmpty() || !(type.equals("textarea") || type.equals("textfield"))) {
            refuse(place, "form.definition.widget", place, name);
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
                if (!"date".equals(text(node, "subtype"))) {
                    refuse(place, "form.definition.date-only", place);
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
                .forEach(name -> refuse(place, "form.definition.unknown-attribute", place, "validate." + name));
        if (rules.has("required") && !rules.get("required").isBoolean()) {
            refuse(place, "form.definition.unknown-attribute", place, "validate.required");
        }
        return rules;
    }

    private List<Option> options(JsonNode node, String place) {
        var options = new ArrayList<Option>();
        var seen = new HashSet<String>();
        for (var option : node.get("values")) {
            var value = text(option, "value");
            if (value == null || value.isBlank() || value.length() > 100 || !seen.add(value)) {
                refuse(place, "form.definition.option", place, String.valueOf(value));
                continue;
            }
            options.add(new Option(value, plain(text(option, "label"), place, "values")));
        }
        if (options.size() > MOST_OPTIONS) {
            refuse(place, "form.definition.too-many", MOST_OPTIONS);
        }
        return List.copyOf(options);
    }

    private Map<String, String> properties(JsonNode node, String place) {
        var properties = new HashMap<String, String>();
        node.path("properties").properties().forEach(entry -> {
            if (!PROPERTIES.contains(entry.getKey()) || !entry.getValue().isString()) {
                refuse(place, "form.definition.unknown-attribute", place, entry.getKey());
            } else {
                properties.put(entry.getKey(), entry.getValue().asString());
            }
        });
        return properties;
    }

    private boolean flag(Map<String, String> properties, String name, String place) {
        var value = properties.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            refuse(place, "form.definition.unknown-attribute", place, name);
        }
        return value.equals("true");
    }

    private List<Condition> hidden(JsonNode node, String place, List<Condition> around) {
        var hide = text(node.path("conditional"), "hide");
        if (hide == null || hide.isBlank()) {
            return around;
        }
        try {
            var condition = Condition.parse(hide);
            asked.computeIfAbsent(place, key -> new HashSet<>()).addAll(condition.fields());
            var all = new ArrayList<>(around);
            all.add(condition);
            return List.copyOf(all);
        } catch (Condition.Unsupported e) {
            refuse(place, "form.definition.condition", place, String.valueOf(e.getMessage()));
            return around;
        }
    }

    private String label(JsonNode node, String place) {
        var name = node.has("dateLabel") ? "dateLabel" : "label";
        return plain(text(node, name), place, name);
    }

    /** Templates and expressions in texts are code; a text here is only a text. */
    private String plain(@Nullable String text, String place, String attribute) {
        if (text == null) {
            return "";
        }
        if (text.contains("{{") || text.startsWith("=") || text.contains("<")) {
            refuse(place, "form.definition.text", place, attribute);
        }
        return text;
    }

    private @Nullable Integer whole(JsonNode rules, String name, String place) {
        if (!rules.has(name)) {
            return null;
        }
        if (!rules.get(name).isIntegralNumber() || rules.get(name).asInt() < 0) {
            refuse(place, "form.definition.unknown-attribute", place, "validate." + name);
            return null;
        }
        return rules.get(name).asInt();
    }

    private @Nullable BigDecimal number(JsonNode rules, String name, String place) {
        if (!rules.has(name)) {
            return null;
        }
        if (!rules.get(name).isNumber()) {
            refuse(place, "form.definition.unknown-attribute", place, "validate." + name);
            return null;
        }
        return rules.get(name).decimalValue();
    }

    private static String place(JsonNode node) {
        var key = text(node, "key");
        return key != null ? key : text(node, "id", "?");
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) && node.get(name).isString() ? node.get(name).asString() : null;
    }

    private static String text(JsonNode node, String name, String otherwise) {
        var text = text(node, name);
        return text == null ? otherwise : text;
    }

    private void refuse(String element, String messageKey, Object... arguments) {
        findings.add(new FormFinding(element, messageKey, List.of(arguments)));
    }
}
