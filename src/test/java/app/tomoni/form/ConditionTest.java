package app.tomoni.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final Map<String, Object> ANSWERS = Map.of("kind", "new", "count", "１２", "agreed", true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=kind = \"new\" | true",
                "=kind = \"again\" | false",
                "=kind != \"again\" | true",
                "=count = 12 | true",
                "=count = 12.0 | true",
                "=agreed | true",
                "=agreed = false | false",
                "=absent = null | true",
                "=absent = false | true",
                "=absent = \"\" | false",
                "=not(agreed) | false",
                "=kind = \"x\" or count = 12 and agreed | true",
                "=(kind = \"x\" or count = 12) and not(agreed) | false"
            })
    void comparesFieldsWithLiterals(String expression, boolean expected) {
        assertThat(Condition.parse(expression).holds(ANSWERS::get)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "=1 = 1",
                "=kind = other",
                "=kind > 1",
                "=kind.length = 1",
                "=if kind then 1 else 2",
                "=count + 1 = 2",
                "=string length(kind) = 3",
                "=kind = \"a\" kind",
                "=(kind = \"a\"",
                "=kind = \"a",
                "=not kind",
                "=some x in y satisfies x"
            })
    void refusesEveryOtherExpression(String expression) {
        assertThatThrownBy(() -> Condition.parse(expression)).isInstanceOf(Condition.Unsupported.class);
    }

    @Test
    void refusesWhatIsNestedOrLongBeyondUse() {
        assertThatThrownBy(() -> Condition.parse("=" + "(".repeat(200) + "a" + ")".repeat(200)))
                .isInstanceOf(Condition.Unsupported.class);
        assertThatThrownBy(() -> Condition.parse("=a" + " or a".repeat(500))).isInstanceOf(Condition.Unsupported.class);
    }
}
