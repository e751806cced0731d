package app.tomoni.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    private static boolean finds(String typed, String... texts) {
        return SearchWords.of(typed).in(texts);
    }

    @ParameterizedTest
    @CsvSource({
        "こどもしょくどう, コドモショクドウ",
        "コドモ, みんなのこども食堂",
        "ｺﾞﾘﾗﾊﾞﾝﾄﾞ, ごりらバンド",
        "npo, ＮＰＯ法人みなと",
        "ＮＰＯ, npo法人みなと",
        "Ｒ８－みな－００１２, R8-みな-0012",
        "r8-みな-0012, R8-みな-0012",
        "森, 森と川",
        "か\u3099くせい, 学生とがくせい",
        "(株), ㈱みなと",
        "葛\uDB40\uDD00城, 葛城の会",
        "葛城, 葛\uDB40\uDD00城の会",
        "𠮷野, 𠮷野家の会",
        "𠮷, 土𠮷",
        "みなとのこかげ, みなとの こかげ",
        "ゔぃおら, ヴィオラの会"
    })
    void widthCaseAndKanaMakeNoDifference(String typed, String text) {
        assertThat(finds(typed, text)).isTrue();
    }

    @Test
    void everyWordIsWantedInWhateverTextAndOrder() {
        assertThat(finds("川　森", "森と山", "川の会")).isTrue();
        assertThat(finds("  川\t森 川 ", "森と川")).isTrue();
        assertThat(finds("川 海", "森と山", "川の会")).isFalse();
        assertThat(finds("山川", "森と山", "川の会")).as("across two texts").isFalse();
        assertThat(finds("𠮷", "吉野")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "\"", "％", "100%", ".*", "$1", "%_\\'\""})
    void aSignStandsForItself(String typed) {
        assertThat(finds(typed, "森と川")).isFalse();
        assertThat(finds(typed, "森" + typed + "川")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "\t\n", "\u200B", "\u0000"})
    void withoutAWordNothingIsLookedFor(String typed) {
        assertThat(SearchWords.of(typed).isEmpty()).isTrue();
        assertThat(finds(typed, "森と川")).isFalse();
    }
}
