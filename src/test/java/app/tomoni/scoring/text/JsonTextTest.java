package app.tomoni.scoring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {

    @Test
    void texts_come_back_as_they_were() {
        for (var text :
                List.of("", "plain", "\"", "a\"b\\c", "\\", "tab\tline\nreturn\r", "\u0000\u001f ", "団体「甲」", "x\"")) {
            var json = JsonText.write(text, 0);

            assertThat(JsonMapper.shared().readTree(json).stringValue()).isEqualTo(text);
            assertThat(json).doesNotContain("\t", "\n", "\r", "\u0000");
        }
        assertThat(JsonText.write("a\u0001b", 0)).isEqualTo("\"a\\u0001b\"");
        assertThat(JsonText.write("a b", 0)).isEqualTo("\"a b\"");
    }

    @Test
    void outer_levels_stand_on_lines_of_their_own() {
        var value = new LinkedHashMap<String, Object>();
        value.put("list", List.of(1, 2L, true, "x"));
        value.put("none", List.of());
        value.put("inner", Map.of("a", List.of(Map.of("b", 1))));

        assertThat(JsonText.write(value, 2)).isEqualTo("""
                {
                  "list": [
                    1,
                    2,
                    true,
                    "x"
                  ],
                  "none": [],
                  "inner": {
                    "a": [{"b":1}]
                  }
                }
                """);
        assertThat(JsonText.write(value, 0))
                .isEqualTo("{\"list\":[1,2,true,\"x\"],\"none\":[],\"inner\":{\"a\":[{\"b\":1}]}}");
    }
}
