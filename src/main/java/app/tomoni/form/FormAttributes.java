package app.tomoni.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The names and texts that a form file may hold; whatever is not named here is a finding. */
final class FormAttributes {

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
            "tomoni:expenditure",
            Budget.REVENUE);

    private final FormFindings findings;

    FormAttributes(FormFindings findings) {
        this.findings = findings;
    }

    void checkRoot(JsonNode root) {
        root.propertyNames().stream()
                .filter(name -> !ROOT.contains(name))
                .forEach(name -> findings.add("form", "form.definition.unknown-attribute", "form", name));
    }

    static boolean knows(String type) {
        return OWN.containsKey(type);
    }

    void check(JsonNode node, String type, String place, boolean input) {
        for (var name : node.propertyNames()) {
            if (!EVERYWHERE.contains(name)
                    && !OWN.getOrDefault(type, Set.of()).contains(name)
                    && !(input && INPUT.contains(name))) {
                findings.add(place, "form.definition.unknown-attribute", place, name);
            }
        }
        for (var name : List.of("disabled", "readonly")) {
            if (node.has(name)
                    && !(node.get(name).isBoolean() && !node.get(name).asBoolean())) {
                findings.add(place, "form.definition.read-only", place, name);
            }
        }
        if (!text(node, "path", "").isEmpty()) {
            findings.add(place, "form.definition.unknown-attribute", place, "path");
        }
        node.path("appearance").propertyNames().stream()
                .filter(name -> !name.equals("suffixAdorner"))
                .forEach(name -> findings.add(place, "form.definition.unknown-attribute", place, "appearance." + name));
        node.path("conditional").propertyNames().stream()
                .filter(name -> !name.equals("hide"))
                .forEach(
                        name -> findings.add(place, "form.definition.unknown-attribute", place, "conditional." + name));
    }

    Map<String, String> properties(JsonNode node, String place) {
        var properties = new HashMap<String, String>();
        node.path("properties").properties().forEach(entry -> {
            if (!PROPERTIES.contains(entry.getKey()) || !entry.getValue().isString()) {
                findings.add(place, "form.definition.unknown-attribute", place, entry.getKey());
            } else {
                properties.put(entry.getKey(), entry.getValue().asString());
            }
        });
        return properties;
    }

    String label(JsonNode node, String place) {
        var name = node.has("dateLabel") ? "dateLabel" : "label";
        return plain(text(node, name), place, name);
    }

    /** Templates and expressions in texts are code; a text here is only a text. */
    String plain(@Nullable String text, String place, String attribute) {
        if (text == null) {
            return "";
        }
        if (text.contains("{{") || text.startsWith("=") || text.contains("<")) {
            findings.add(place, "form.definition.text", place, attribute);
        }
        return text;
    }

    static String place(JsonNode node) {
        var key = text(node, "key");
        return key != null ? key : text(node, "id", "?");
    }

    static @Nullable String text(JsonNode node, String name) {
        return node.has(name) && node.get(name).isString() ? node.get(name).asString() : null;
    }

    static String text(JsonNode node, String name, String otherwise) {
        var text = text(node, name);
        return text == null ? otherwise : text;
    }
}
