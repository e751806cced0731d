package app.tomoni.form;

import app.tomoni.shared.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Small forms and answers for tests. */
final class Samples {

    private Samples() {}

    static byte[] file(String... components) {
        return """
                {"type": "default", "id": "sample", "schemaVersion": 18,
                 "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [%s]}""".formatted(String.join(",", components)).getBytes(StandardCharsets.UTF_8);
    }

    static FormDefinition form(String... components) {
        return FormDefinition.parse(file(components));
    }

    static Answers answers(Object... keysAndValues) {
        Map<String, JsonNode> values = new HashMap<>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], Json.mapper().valueToTree(keysAndValues[i + 1]));
        }
        return new Answers(values);
    }

    static BudgetLine line(String amount, boolean eligible) {
        return new BudgetLine("消耗品費", "材料", "", "", amount, eligible, "group");
    }

    static Budget budget(String own, String requested, BudgetLine... expenditure) {
        var income = new ArrayList<BudgetLine>();
        if (!own.isEmpty()) {
            income.add(new BudgetLine("自己資金", "会費から", "", "", own, true, "group"));
        }
        return new Budget(income, List.of(expenditure), requested);
    }
}
