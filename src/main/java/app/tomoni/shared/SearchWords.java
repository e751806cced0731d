package app.tomoni.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody looks for: words that must all be found, in whatever order, width, case and kana. A sign in them stands for
 * itself, and one character is a word.
 */
public record SearchWords(List<String> all) {

    /** How many characters somebody may look for at a time. */
    public static final int MOST = Lengths.LINE;

    /** What chooses between shapes of one character. */
    private static final Pattern SHAPE = Pattern.compile("[\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

    public SearchWords {
        all = List.copyOf(all);
    }

    public static SearchWords of(String typed) {
        return new SearchWords(Arrays.stream(folded(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList());
    }

    /** A text as it is compared with words; what is kept of it to be looked through is kept so. */
    public static String folded(String text) {
        return JapaneseText.sortKey(SHAPE.matcher(text).replaceAll("")).toLowerCase(Locale.ROOT);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether each word is in one of the texts; a space in a name parts nothing. Nothing is found without words. */
    public boolean in(String... texts) {
        var searched =
                Stream.of(texts).map(text -> folded(text).replace(" ", "")).collect(Collectors.joining("\n"));
        return !isEmpty() && all.stream().allMatch(searched::contains);
    }
}
