package app.tomoni.form;

import app.tomoni.shared.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a form file by allow-list: whatever is not named here is a finding. */
final class FormReader {

    private static final int LARGEST_FILE = 1_000_000;
    private static final int MOST_COMPONENTS = 300;
    private static final int DEEPEST = 5;

    private final FormFindings findings = new FormFindings();
    private final FormAttributes attributes = new FormAttributes(findings);
    private final FieldReader fields = new FieldReader(findings, attributes);
    private final Map<String, Set<String>> asked = new TreeMap<>();
    private int components;

    FormDefinition read(byte[] json) {
        var definition = definition(json);
        if (!findings.none() || definition == null) {
            throw new UnreadableForm(findings.all());
        }
        return definition;
    }

    private @Nullable FormDefinition definition(byte[] json) {
        var root = root(json);
        if (root == null) {
            return null;
        }
        attributes.checkRoot(root);
        if (!"default".equals(FormAttributes.text(root, "type"))) {
            findings.add("form", "form.definition.not-a-form");
        }
        var id = FormAttributes.text(root, "id");
        if (id == null || !id.matches("[A-Za-z][A-Za-z0-9_-]{0,99}")) {
            findings.add("form", "form.definition.id");
            id = "";
        }
        var platform = FormAttributes.text(root, "executionPlatform");
        var version = FormAttributes.text(root, "executionPlatformVersion");
        if (!"Camunda Platform".equals(platform) || version == null || !version.startsWith("7.")) {
            findings.add("form", "form.definition.platform", platform + " " + version);
        }
        var sections = sections(root.path("components"));
        asked.forEach((place, keys) -> keys.stream()
                .filter(field -> !fields.knows(field))
                .forEach(field -> findings.add(place, "form.definition.unknown-field", place, field)));
        fields.finish();
        var definition = new FormDefinition(id, sections);
        definition
                .forReviewers()
                .fields()
                .forEach(field ->
                        tellsNothing(field, definition, Field::isForReviewers, "form.definition.audience-condition"));
        definition
                .forGroup()
                .fields()
                .forEach(field ->
                        tellsNothing(field, definition, Field::isForGroup, "form.definition.audience-condition.group"));
        return definition;
    }

    /** Whether somebody sees a field must not tell them what stands in one that is not for them. */
    private void tellsNothing(Field field, FormDefinition definition, Predicate<Field> theirs, String finding) {
        field.hiddenWhen().stream()
                .flatMap(condition -> condition.fields().stream())
                .filter(asked -> definition.field(asked).filter(theirs.negate()).isPresent())
                .forEach(asked -> findings.add(field.key(), finding, field.key(), asked));
    }

    private @Nullable JsonNode root(byte[] json) {
        if (json.length > LARGEST_FILE) {
            findings.add("form", "form.definition.too-large");
            return null;
        }
        try {
            var root = Json.mapper().readTree(json);
            if (root.isObject()) {
                return root;
            }
            findings.add("form", "form.definition.not-a-form");
        } catch (JacksonException e) {
            var at = e.getLocation();
            findings.add("form", "form.definition.not-json", at == null ? 1 : Math.max(1, at.getLineNr()));
        }
        return null;
    }

    private List<Section> sections(JsonNode nodes) {
        var sections = new ArrayList<Section>();
        var loose = new ArrayList<Item>();
        for (var node : nodes) {
            if ("group".equals(FormAttributes.text(node, "type"))) {
                close(sections, loose);
                var place = FormAttributes.place(node);
                attributes.check(node, "group", place, false);
                var hidden = hidden(node, place, List.of());
                var items = new ArrayList<Item>();
                count(place);
                node.path("components").forEach(child -> item(child, hidden, 1, items));
                sections.add(new Section(
                        place,
                        attributes.label(node, place),
                        attributes.properties(node, place).get("tomoni:hint"),
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
        var place = FormAttributes.place(node);
        var type = FormAttributes.text(node, "type");
        if (!count(place)) {
            return;
        }
        if (type == null || !FormAttributes.knows(type)) {
            findings.add(place, "form.definition.unknown-type", place, String.valueOf(type));
            return;
        }
        var presentation = Set.of("text", "separator", "spacer", "group").contains(type);
        attributes.check(node, type, place, !presentation);
        var hidden = hidden(node, place, around);
        switch (type) {
            case "text" ->
                items.add(new Item.Prose(attributes.plain(FormAttributes.text(node, "text"), place, "text"), hidden));
            case "separator" -> items.add(new Item.Line(hidden));
            case "spacer" -> items.add(new Item.Gap(hidden));
            case "group" -> {
                if (depth >= DEEPEST) {
                    findings.add(place, "form.definition.too-deep", place);
                    return;
                }
                items.add(new Item.Heading(
                        attributes.label(node, place),
                        attributes.properties(node, place).get("tomoni:hint"),
                        hidden));
                node.path("components").forEach(child -> item(child, hidden, depth + 1, items));
            }
            default -> {
                var field = fields.read(node, type, place, hidden);
                if (field != null) {
                    items.add(field);
                }
            }
        }
    }

    private boolean count(String place) {
        if (++components == MOST_COMPONENTS + 1) {
            findings.add(place, "form.definition.too-many", MOST_COMPONENTS);
        }
        return components <= MOST_COMPONENTS;
    }

    private List<Condition> hidden(JsonNode node, String place, List<Condition> around) {
        var hide = FormAttributes.text(node.path("conditional"), "hide");
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
            findings.add(place, "form.definition.condition", place, String.valueOf(e.getMessage()));
            return around;
        }
    }
}
