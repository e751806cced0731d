package app.tomoni.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.call.CommentRule;
import app.tomoni.shared.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreCardTest {

    private final ScoreCard card = Samples.card();

    @ParameterizedTest
    @ValueSource(strings = {"-1", "31", "7.5", "x", "１０１", "--", "1e9"})
    void refusesPointsOutsideTheScale(String typed) {
        assertThatThrownBy(() -> card.line("c2").orElseThrow().mark(typed))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("review.mark.range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "30", "１２", " 7 "})
    void takesWholePointsAsPeopleTypeThem(String typed) {
        assertThat(card.line("c2").orElseThrow().mark(typed).scale()).isZero();
    }

    @Test
    void takesOnlyTheMarksOfAScaleOfLevels() {
        var line = card.line("c1").orElseThrow();

        assertThat(line.mark("12")).isEqualByComparingTo("12");
        assertThatThrownBy(() -> line.mark("13")).isInstanceOf(Refusal.class);
    }

    @Test
    void namesEachCriterionWithoutAMark() {
        assertThat(card.gaps(Map.of())).extracting(ScoreCard.Gap::criterion).containsExactly("c1", "c2");
        assertThat(card.gaps(typed("mark:c1", "12")))
                .extracting(ScoreCard.Gap::criterion)
                .containsExactly("c2");
    }

    @Test
    void asksForAWordWhereTheCallSaysSo() {
        var strict = Samples.card(CommentRule.AT_EXTREMES);

        assertThat(strict.gaps(typed("mark:c1", "6", "mark:c2", "20")))
                .extracting(ScoreCard.Gap::key)
                .containsExactly("review.gap.remark");
        assertThat(strict.gaps(typed("mark:c1", "15", "remark:c1", "よい", "mark:c2", "30")))
                .extracting(ScoreCard.Gap::criterion)
                .containsExactly("c2");
        assertThat(strict.gaps(typed("mark:c1", "9", "mark:c2", "20"))).isEmpty();
    }

    @Test
    void knowsNoFieldOutsideTheSheet() {
        assertThat(card.knows("mark:c1")).isTrue();
        assertThat(card.knows("memo")).isTrue();
        assertThat(card.knows("mark:c9")).isFalse();
        assertThat(card.knows("anything")).isFalse();
    }

    static Map<String, Typed> typed(String... pairs) {
        var typed = new HashMap<String, Typed>();
        for (var i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], new Typed(pairs[i + 1], 1, Instant.EPOCH));
        }
        return typed;
    }
}
