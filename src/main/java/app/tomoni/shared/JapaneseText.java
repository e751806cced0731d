package app.tomoni.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Accepts what people type: full-width or half-width digits, signs, spaces and kana. */
public final class JapaneseText {

    private static final Pattern SPACES = Pattern.compile("\\p{IsWhite_Space}+");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private JapaneseText() {}

    /** The text with its width variants folded (NFKC) and outer spaces gone; for numbers, codes and searching, never for prose. */
    public static String folded(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    /**
     * A name, or another text of one line: with one ordinary space wherever any were typed, outer ones and the marks gone
     * that nobody sees and that make it read differently from what it is.
     */
    public static String line(String typed) {
        return UNSEEN.matcher(SPACES.matcher(typed).replaceAll(" "))
                .replaceAll("")
                .strip();
    }

    /** The folded text as digits only: thousands separators and 円 are left out. */
    public static String digits(String typed) {
        return folded(typed).replaceAll("[,，、円¥\\s]", "").replace('ー', '-').replace('−', '-');
    }

    /** Whether this can be how a name is read, in whatever kana. */
    public static boolean isKana(String typed) {
        return sortKey(typed).matches("[ァ-ヺー・\\s]+");
    }

    /** Kana for sorting: hiragana as katakana, width folded. The same on every database. */
    public static String sortKey(String kana) {
        var folded = folded(line(kana));
        var key = new StringBuilder(folded.length());
        folded.chars().map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c).forEach(c -> key.append((char) c));
        return key.toString();
    }
}
