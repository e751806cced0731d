package app.tomoni.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.shared.TextDiff.Kind;
import app.tomoni.shared.TextDiff.Piece;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void wordsAreRunsOfOneKindOfCharacter() {
        assertThat(TextDiff.words("報償費は月2回×10か月。\nサポーターに"))
                .containsExactly("報償費", "は", "月", "2", "回", "×", "10", "か", "月", "。", "\n", "サポーター", "に");
    }

    @Test
    void namesTheWordThatChanged() {
        assertThat(TextDiff.between("月2回×10か月を見込みます。", "月3回×10か月を見込みます。"))
                .containsExactly(
                        new Piece(Kind.SAME, "月"),
                        new Piece(Kind.REMOVED, "2"),
                        new Piece(Kind.ADDED, "3"),
                        new Piece(Kind.SAME, "回×10か月を見込みます。"));
    }

    @Test
    void keepsCharactersOfFourBytesWhole() {
        assertThat(TextDiff.between("𠮷田さん", "𠮷野さん"))
                .containsExactly(
                        new Piece(Kind.REMOVED, "𠮷田"), new Piece(Kind.ADDED, "𠮷野"), new Piece(Kind.SAME, "さん"));
    }

    @Test
    void equalTextsHaveOnePieceAndEmptyOnesNone() {
        assertThat(TextDiff.between("居場所", "居場所")).containsExactly(new Piece(Kind.SAME, "居場所"));
        assertThat(TextDiff.between("", "")).isEmpty();
        assertThat(TextDiff.between("", "居場所")).containsExactly(new Piece(Kind.ADDED, "居場所"));
        assertThat(TextDiff.between("居場所", "")).containsExactly(new Piece(Kind.REMOVED, "居場所"));
    }

    @RepeatedTest(200)
    void bothTextsCanBeReadFromThePieces(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var before = text(random);
        var after = text(random);

        var pieces = TextDiff.between(before, after);

        assertThat(pieces.stream()
                        .filter(p -> p.kind() != Kind.ADDED)
                        .map(Piece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(before);
        assertThat(pieces.stream()
                        .filter(p -> p.kind() != Kind.REMOVED)
                        .map(Piece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(after);
    }

    @Test
    void twentyPagesThatHaveNothingInCommonAreToldAsReplaced() {
        var before = "市民 ".repeat(10_000);
        var after = "団体、".repeat(10_000);

        assertThat(TextDiff.between(before, after))
                .containsExactly(new Piece(Kind.REMOVED, before), new Piece(Kind.ADDED, after));
    }

    private static String text(Random random) {
        var words = new String[] {"市", "団体", "と", "ともに", "サポート", "2", "回", "。", "\n", "𠮷", "が", " "};
        return random.ints(random.nextInt(30), 0, words.length)
                .mapToObj(i -> words[i])
                .collect(Collectors.joining());
    }
}
