package app.tomoni.process.gate;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of a form: the parts we render, nothing computed except when a field hides. */
final class FormRules {

    private static final Set<String> TOP = Set.of(
            "id",
            "type",
            "components",
            "schemaVersion",
            "exporter",
            "executionPlatform",
            "executionPlatformVersion",
            "versionTag");
    private static final Set<String> COMMON =
            Set.of("id", "type", "key", "label", "layout", "description", "properties", "conditional", "validate");
    private static final Map<String, Set<String>> TYPES = Map.ofEntries(
            Map.entry("textfield", Set.of("appearance", "defaultValue")),
            Map.entry("textarea", Set.of("defaultValue")),
            Map.entry(
                    "number", Set.of("appearance", "decimalDigits", "increment", "serializeToString", "defaultValue")),
            Map.entry("datetime", Set.of("subtype", "dateLabel", "disallowPassedDates")),
            Map.entry("date", Set.of()),
            Map.entry("checkbox", Set.of("defaultValue")),
            Map.entry("checklist", Set.of("values")),
            Map.entry("radio", Set.of("values", "defaultValue")),
            Map.entry("select", Set.of("values", "searchable", "defaultValue")),
            Map.entry("text", Set.of("text")),
            Map.entry("group", Set.of("components", "showOutline", "verticalAlignment")),
            Map.entry("separator", Set.of()),
            Map.entry("spacer", Set.of("height")));
    private static final Set<String> PICTURES = Set.of("text", "group", "separator", "spacer");
    private static final Set<String> VARIABLES = Set.of("select", "radio", "checkbox", "number", "date", "datetime");
    private static final Set<String> VALIDATION =
            Set.of("required", "minLength", "maxLength", "min", "max", "validationType");
    private static final Set<String> WIDGETS = Set.of("budget", "roles", "schedule", "outcomes", "attachments");
    private static final Set<String> AUDIENCES = Set.of("reviewers", "secretariat", "group");
    private static final Pattern PROPERTY = Pattern.compile("tomoni:[A-Za-z.-]{1,40}|[A-Za-z]{1,30}\\.en");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9_]{0,63}");
    private static final Pattern MARKUP = Pattern.compile("(?s).*<[A-Za-z/!?].*");
    private static final int MOST_FIELDS = 200;
    private static final int MOST_CHOICES = 100;
    private static final int MOST_TEXT = 4_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(MOST_TEXT * 3)
                            .maxDocumentLength(Xml.MOST_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final Findings findings;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> closedToReviewers = new HashSet<>();
    private final Set<String> openToGroup = new HashSet<>();
    private int fields;

    FormRules(Findings findings) {
        this.findings = findings;
    }

    void check(String stem, byte[] bytes) {
        var text = Xml.text(bytes, findings);
        if (text == null) {
            return;
        }
        JsonNode form;
        try {
            form = JSON.readTree(text);
        } catch (JacksonException unreadable) {
            findings.add(
                    "-",
                    Finding.UNREADABLE,
                    unreadable.getLocation() == null
                            ? 0
                            : unreadable.getLocation().getLineNr());
            return;
        }
        if (!form.isObject()) {
            findings.add("-", Finding.UNREADABLE, 1);
            return;
        }
        form.propertyNames().stream()
                .filter(name -> !TOP.contains(name))
                .forEach(name -> findings.add("-", "form-property", name));
        if (!form.path("id").asString("").equals(ProcessContract.camelCase(stem))) {
            findings.add("-", "form-id", ProcessContract.camelCase(stem));
        }
        if (!form.path("type").asString("default").equals("default")) {
            findings.add("-", "form-type", form.path("type").asString(""));
        }
        checkStrings("-", form, "");
        if (checkComponents(form.path("components"))) {
            checkHidden(form.path("components"));
        }
    }

    private boolean checkComponents(JsonNode components) {
        if (!components.isArray()) {
            findings.add("-", "form-property", "components");
            return false;
        }
        for (var component : components) {
            if (++fields > MOST_FIELDS) {
                findings.add("-", "too-many", fields, MOST_FIELDS);
                return false;
            }
            checkComponent(component);
        }
        return true;
    }

    private void checkComponent(JsonNode component) {
        var type = component.path("type").asString("");
        var key = component.path("key").asString("");
        var name = key.isEmpty() ? component.path("id").asString("-") : key;
        var own = TYPES.get(type);
        if (own == null) {
            findings.add(name, "form-type", type);
            return;
        }
        component.propertyNames().stream()
                .filter(property -> !COMMON.contains(property) && !own.contains(property))
                .forEach(property -> findings.add(name, "form-property", property));
        component.path("validate").propertyNames().stream()
                .filter(property -> !VALIDATION.contains(property))
                .forEach(property -> findings.add(name, "form-property", "validate." + property));
        component.path("conditional").propertyNames().stream()
                .filter(property -> !property.equals("hide"))
                .forEach(property -> findings.add(name, "form-property", "conditional." + property));
        if (!PICTURES.contains(type)) {
            if (!KEY.matcher(key).matches() || Grammar.RESERVED.contains(key)) {
                findings.add(name, "form-key", key);
            } else if (!keys.add(key)) {
                findings.add(name, "id-twice", key);
            }
            var label = type.equals("datetime") ? "dateLabel" : "label"; // form-js names it so
            if (component.path(label).asString("").isBlank()) {
                findings.add(name, "form-label");
            }
        }
        if (type.equals("datetime")
                && !component.path("subtype").asString("date").equals("date")) {
            findings.add(
                    name, "form-type", "datetime." + component.path("subtype").asString(""));
        }
        if (own.contains("values")) {
            checkChoices(name, component.path("values"));
        }
        checkProperties(name, type, component.path("properties"));
        checkAudience(name, component.path("properties"));
        if (type.equals("group")) {
            checkComponents(component.path("components"));
        }
    }

    private void checkChoices(String name, JsonNode values) {
        if (!values.isArray() || values.isEmpty() || values.size() > MOST_CHOICES) {
            findings.add(name, "form-choices", MOST_CHOICES);
            return;
        }
        var seen = new HashSet<String>();
        for (var choice : values) {
            var value = choice.path("value").asString("");
            if (value.isBlank()
                    || !seen.add(value)
                    || choice.path("label").asString("").isBlank()) {
                findings.add(name, "form-choices", MOST_CHOICES);
                return;
            }
        }
    }

    private void checkProperties(String name, String type, JsonNode properties) {
        properties.propertyNames().forEach(property -> {
            var value = properties.path(property).asString("");
            if (!PROPERTY.matcher(property).matches()) {
                findings.add(name, "form-property", "properties." + property);
            }
            if (property.equals("tomoni:widget") && !WIDGETS.contains(value)) {
                findings.add(name, "form-widget", value);
            }
            if (property.equals("tomoni:variable") && !VARIABLES.contains(type)) {
                findings.add(name, "form-variable", type);
            }
        });
    }

    /** Who reads an answer; files are for the secretariat alone unless the form says otherwise. */
    private void checkAudience(String name, JsonNode properties) {
        var files = properties.path("tomoni:widget").asString("").equals("attachments");
        var audience = properties.path("tomoni:audience").asString(files ? "secretariat" : "reviewers");
        if (!AUDIENCES.contains(audience)) {
            findings.add(name, "form-audience", audience);
        }
        if (audience.equals("group")) {
            openToGroup.add(name);
        } else if (!audience.equals("reviewers")) {
            closedToReviewers.add(name);
            if (properties.path("tomoni:public").asString("").equals("true")) {
                findings.add(name, "form-audience-public");
            }
        }
    }

    /** A text that begins with an equals sign is a formula for the forms library, and double braces are a template. */
    private void checkStrings(String name, JsonNode node, String property) {
        if (node.isObject()) {
            var key = node.path("key").asString("");
            var here = key.isEmpty() ? name : key;
            node.propertyNames().forEach(child -> checkStrings(here, node.path(child), child));
        } else if (node.isArray()) {
            node.forEach(child -> checkStrings(name, child, property));
        } else if (node.isString()) {
            var text = node.asString();
            boolean formula = text.stripLeading().startsWith("=") && !property.equals("hide");
            if (formula || text.contains("${") || text.contains("#{") || text.contains("{{")) {
                findings.add(name, "expression-place", text);
            }
            if (text.length() > MOST_TEXT) {
                findings.add(name, "text-too-long", MOST_TEXT);
            }
            if (!property.equals("hide") && MARKUP.matcher(text).matches()) {
                findings.add(name, "form-markup", text);
            }
        }
    }

    private void checkHidden(JsonNode components) {
        for (var component : components) {
            var hide = component.path("conditional").path("hide");
            if (!hide.isMissingNode()) {
                var name = component.path("key").asString(component.path("id").asString("-"));
                try {
                    var asked = BoundedFeel.keys(hide.asString(""));
                    asked.stream()
                            .filter(key -> !keys.contains(key))
                            .forEach(key -> findings.add(name, "form-hide-key", key));
                    if (isFor(key -> !closedToReviewers.contains(key), component)) {
                        asked.stream()
                                .filter(closedToReviewers::contains)
                                .forEach(key -> findings.add(name, "form-audience-hide", key));
                    }
                    if (isFor(openToGroup::contains, component)) {
                        asked.stream()
                                .filter(keys::contains)
                                .filter(key -> !openToGroup.contains(key))
                                .forEach(key -> findings.add(name, "form-audience-hide-group", key));
                    }
                } catch (NotAllowed refused) {
                    findings.add(name, "form-hide", hide.asString(""));
                }
            }
            if (component.path("components").isArray()) {
                checkHidden(component.path("components"));
            }
        }
    }

    /** Whether any question of the form is one whose answers the group reads. */
    boolean isForGroup() {
        return !openToGroup.isEmpty();
    }

    private static boolean isFor(Predicate<String> theirs, JsonNode component) {
        var key = component.path("key").asString("");
        if (!key.isEmpty()) {
            return theirs.test(key);
        }
        return StreamSupport.stream(component.path("components").spliterator(), false)
                .anyMatch(child -> isFor(theirs, child));
    }
}
