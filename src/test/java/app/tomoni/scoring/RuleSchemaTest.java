package app.tomoni.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class RuleSchemaTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Run.resource("/app/tomoni/scoring/rule.schema.json"));

    static List<String> examples() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(Rule.class.getResource("examples")).toURI());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_example_is_valid_and_its_canonical_form_is_stable(String name) {
        var text = Run.example(name);

        var rule = Rule.parse(text);

        assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
        assertThat(SCHEMA.validate(rule.toJson(), InputFormat.JSON)).isEmpty();
        assertThat(Rule.parse(rule.toJson())).isEqualTo(rule);
        assertThat(Rule.parse(rule.toJson()).toJson()).isEqualTo(rule.toJson());
        assertThat(rule.id()).isEqualTo(name);
    }

    /** Takes keys away, adds unknown ones and puts wrong values everywhere: both must say the same. */
    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("examples")
    void parser_and_schema_agree_on_what_is_refused(String name) {
        var canonical = Rule.parse(Run.example(name)).toJson();
        var disagreements = new ArrayList<String>();
        int refused = 0;
        for (var broken : mutants(JSON.readTree(canonical))) {
            var text = JSON.writeValueAsString(broken);
            boolean bySchema = !SCHEMA.validate(text, InputFormat.JSON).isEmpty();
            var byParser = refusal(text);
            if (bySchema != isAboutForm(byParser)) {
                disagreements.add(byParser + " but schema refuses: " + bySchema + "\n" + text);
            }
            refused += bySchema ? 1 : 0;
        }
        assertThat(disagreements).isEmpty();
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void every_field_is_explained_in_japanese_and_english() {
        var missing = new ArrayList<String>();
        explained("", JSON.readTree(Run.resource("/app/tomoni/scoring/rule.schema.json")), missing);
        assertThat(missing).isEmpty();
    }

    private static void explained(String at, JsonNode schema, List<String> missing) {
        schema.path("properties").properties().forEach(each -> {
            var field = each.getValue();
            var title = field.has("title") || !field.has("$ref")
                    ? field.path("title").asString("")
                    : "shared / shared";
            if (!title.contains(" / ")) {
                missing.add(at + "/" + each.getKey());
            }
            explained(at + "/" + each.getKey(), field, missing);
        });
        schema.path("$defs").properties().forEach(each -> explained(each.getKey(), each.getValue(), missing));
        schema.path("oneOf").forEach(each -> explained(at, each, missing));
        if (schema.has("items")) {
            explained(at + "[]", schema.get("items"), missing);
        }
    }

    private static String refusal(String text) {
        try {
            Rule.parse(text);
            return "";
        } catch (ScoringRefusal refusal) {
            assertThat(refusal.line()).isPositive();
            return refusal.key();
        }
    }

    /** What parts demand of each other is beyond a schema. */
    private static boolean isAboutForm(String key) {
        return Set.of("json", "key", "number", "value").contains(key.split("\\.")[0]);
    }

    private static List<JsonNode> mutants(JsonNode rule) {
        var mutants = new ArrayList<JsonNode>();
        paths(rule, "", path -> {
            for (var wrong : wrongValues()) {
                mutants.add(with(rule, path, wrong));
            }
            mutants.add(without(rule, path));
        });
        paths(rule, "", path -> {
            if (rule.at(path) instanceof ObjectNode) {
                var copy = rule.deepCopy();
                ((ObjectNode) copy.at(path)).put("colour", "red");
                mutants.add(copy);
            }
        });
        return mutants;
    }

    private static List<JsonNode> wrongValues() {
        var make = JsonNodeFactory.instance;
        return List.of(
                make.nullNode(),
                make.booleanNode(true),
                make.arrayNode(),
                make.objectNode(),
                make.stringNode(""),
                make.stringNode("0"),
                make.stringNode("5/7"),
                make.stringNode("5/0"),
                make.stringNode("red"),
                make.numberNode(-1),
                make.numberNode(0),
                make.numberNode(1),
                make.numberNode(new BigDecimal("0.5")));
    }

    private static void paths(JsonNode node, String at, Consumer<String> each) {
        if (!at.isEmpty()) {
            each.accept(at);
        }
        node.properties().forEach(member -> paths(member.getValue(), at + "/" + member.getKey(), each));
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                paths(array.get(i), at + "/" + i, each);
            }
        }
    }

    private static JsonNode with(JsonNode rule, String path, JsonNode value) {
        var copy = rule.deepCopy();
        int slash = path.lastIndexOf('/');
        var name = path.substring(slash + 1);
        switch (copy.at(path.substring(0, slash))) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array -> array.set(Integer.parseInt(name), value);
            default -> throw new AssertionError(path);
        }
        return copy;
    }

    private static JsonNode without(JsonNode rule, String path) {
        var copy = rule.deepCopy();
        int slash = path.lastIndexOf('/');
        if (copy.at(path.substring(0, slash)) instanceof ObjectNode object) {
            object.remove(path.substring(slash + 1));
        }
        return copy;
    }
}
