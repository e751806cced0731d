package app.tomoni.process;

import app.tomoni.shared.Json;
import app.tomoni.shared.Refusal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets only those answers through that a form declares: known keys, of their type, not larger than it says. */
@Component
class DeclaredKeys {

    private static final int LONGEST_TEXT = 20_000;
    private static final Set<String> VARIABLE_TYPES =
            Set.of("select", "radio", "checkbox", "number", "date", "datetime");
    private static final Set<String> SILENT = Set.of("text", "separator", "spacer");

    private final Releases releases;

    DeclaredKeys(Releases releases) {
        this.releases = releases;
    }

    /** What the form lets through, and of that what the drawing may ask. */
    record Passed(Map<String, Object> answers, Map<String, Object> variables) {}

    Passed pass(String release, String form, Map<String, Object> answers) {
        var bytes = releases.file(release, form + ".form")
                .orElseThrow(() -> new IllegalStateException("release " + release + " has no form " + form));
        var fields = new HashMap<String, JsonNode>();
        collect(Json.mapper().readTree(bytes).path("components"), fields);
        var passed = new LinkedHashMap<String, Object>();
        var variables = new LinkedHashMap<String, Object>();
        answers.forEach((key, value) -> {
            var field = fields.get(key);
            if (field == null) {
                throw new Refusal("process.answer.unknown", key);
            }
            var clean = value(key, value, field);
            passed.put(key, clean);
            var type = field.path("type").asString("");
            if (!field.path("properties").path("tomoni:variable").isMissingNode() && VARIABLE_TYPES.contains(type)) {
                variables.put("answer_" + key, clean);
            }
        });
        return new Passed(passed, variables);
    }

    private static void collect(JsonNode components, Map<String, JsonNode> fields) {
        components.forEach(component -> {
            var type = component.path("type").asString("");
            if (type.equals("group")) {
                collect(component.path("components"), fields);
            } else if (!SILENT.contains(type)) {
                fields.put(component.path("key").asString(""), component);
            }
        });
    }

    private static Object value(String key, Object value, JsonNode field) {
        boolean right = switch (field.path("type").asString("")) {
            case "checkbox" -> value instanceof Boolean;
            case "number" -> value instanceof Number;
            case "select", "radio" -> value instanceof String chosen && isChoice(field, chosen);
            case "checklist" -> value instanceof Iterable<?> chosen && allChoices(field, chosen);
            case "date", "datetime" -> value instanceof String day && day.matches("\\d{4}-\\d{2}-\\d{2}");
            default -> value instanceof String text && text.length() <= longest(field);
        };
        if (!right) {
            throw new Refusal(
                    "process.answer.wrong",
                    field.path("label").asString(field.path("dateLabel").asString(key)));
        }
        return value;
    }

    private static int longest(JsonNode field) {
        // Graphemes are counted by the form; a grapheme of many code points still has to end somewhere.
        return Math.min(LONGEST_TEXT, field.path("validate").path("maxLength").asInt(LONGEST_TEXT) * 8);
    }

    private static boolean allChoices(JsonNode field, Iterable<?> chosen) {
        for (var one : chosen) {
            if (!(one instanceof String text) || !isChoice(field, text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isChoice(JsonNode field, String chosen) {
        for (var choice : field.path("values")) {
            if (choice.path("value").asString("").equals(chosen)) {
                return true;
            }
        }
        return false;
    }
}
