package app.tomoni.shared;

import java.util.regex.Pattern;

/** Text as people count it: 𠮷, が (with a combining mark) and 👨‍👩‍👧 are one character each. */
public final class Graphemes {

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Graphemes() {}

    public static int count(String text) {
        var matcher = CLUSTER.matcher(text);
        var count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    /** The text, or its beginning where it is longer than this. */
    public static String brief(String text, int most) {
        var matcher = CLUSTER.matcher(text);
        for (var i = 0; i < most; i++) {
            if (!matcher.find()) {
                return text;
            }
        }
        var end = matcher.end();
        return matcher.find() ? text.substring(0, end) + "…" : text;
    }
}
