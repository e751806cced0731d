package app.tomoni.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Which characters a letter can show. Of one that its fonts do not have in the variant that was typed it shows the usual
 * shape; any other it marks with 〓, as printers do, once for what people count as one character.
 */
final class LetterCharacters {

    private static final String LACKING = "〓";
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final Pattern VARIANT = Pattern.compile("[\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

    /** Typed on its own after its kana, as some systems do; no other sign is composed, for that changes kanji of names. */
    private static final Pattern VOICING = Pattern.compile("[\\u3099\\u309A]");

    private final BitSet known = new BitSet();

    LetterCharacters(List<Supplier<InputStream>> fonts) {
        known.set('\t');
        known.set('\n');
        known.set('\r');
        for (var font : fonts) {
            try (var stream = font.get();
                    var read = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
                learn(read.getUnicodeCmapLookup());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void learn(CmapLookup font) {
        for (var character = ' '; character < Character.MAX_VALUE; character++) {
            learn(font, character);
        }
        for (var character = 0x20000; character < 0x32000; character++) { // the rarer kanji
            learn(font, character);
        }
        for (var character = 0x1F000; character < 0x1FB00; character++) {
            learn(font, character);
        }
    }

    private void learn(CmapLookup font, int character) {
        if (font.getGlyphId(character) != 0) {
            known.set(character);
        }
    }

    /** The text as the fonts can show it. */
    String shown(String text) {
        return hasAll(text) && !VOICING.matcher(text).find()
                ? text
                : CLUSTER.matcher(text).replaceAll(one -> Matcher.quoteReplacement(cluster(one.group())));
    }

    private String cluster(String typed) {
        var written = VOICING.matcher(typed).find() ? composed(typed) : typed;
        if (hasAll(written)) {
            return written;
        }
        var usual = composed(VARIANT.matcher(typed).replaceAll(""));
        return hasAll(usual) ? usual : LACKING;
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private boolean hasAll(String text) {
        return text.codePoints().allMatch(known::get);
    }
}
