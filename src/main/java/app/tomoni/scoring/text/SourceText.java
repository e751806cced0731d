package app.tomoni.scoring.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a file into text: UTF-8 with or without its mark, or Shift_JIS as Windows writes it. */
public final class SourceText {

    /** The stated limit; 300 proposals, 20 reviewers and 12 criteria take about a tenth of it. */
    public static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");

    private SourceText() {}

    /** Reads at most one byte over the limit, however long the stream is. */
    public static String read(InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new Json.Malformed("file.tooLarge", 1, 1);
        }
        return decode(bytes);
    }

    static String decode(byte[] bytes) {
        var text = strictly(StandardCharsets.UTF_8, bytes);
        if (text == null) {
            text = strictly(SHIFT_JIS, bytes);
            // EUC-JP often passes as Shift_JIS, but then reads as rows of half-width katakana
            if (text == null
                    || text.chars().anyMatch(SourceText::isHalfWidthKatakana) && strictly(EUC_JP, bytes) != null) {
                throw new Json.Malformed("file.encoding", 1, 1);
            }
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        int control = control(text);
        if (control >= 0) {
            int line = (int) text.substring(0, control)
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            throw new Json.Malformed("file.encoding", line, control - text.lastIndexOf('\n', control));
        }
        if (text.isBlank()) {
            throw new Json.Malformed("empty", 1, 1);
        }
        return text;
    }

    /** UTF-16 and ISO-2022-JP show themselves by characters that no text of ours holds. */
    private static int control(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isHalfWidthKatakana(int c) {
        return c >= 0xFF61 && c <= 0xFF9F;
    }

    private static @Nullable String strictly(Charset charset, byte[] bytes) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
