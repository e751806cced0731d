package app.tomoni.document;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** File names as they come in and as they go out. */
final class FileNames {

    private static final int LONGEST = 150;
    /** Controls, and the marks that make a name read differently from what it is. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private FileNames() {}

    /** The name without folders and without characters that hide something; never empty. */
    static String clean(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                .replaceAll("")
                .strip();
        if (plain.isEmpty() || plain.chars().allMatch(c -> c == '.')) {
            return "file";
        }
        if (plain.length() <= LONGEST) {
            return plain;
        }
        var extension = FileKind.extension(plain);
        var end = extension.isEmpty() || extension.length() > 10 ? "" : "." + extension;
        var cut = LONGEST - end.length();
        if (Character.isHighSurrogate(plain.charAt(cut - 1))) {
            cut--;
        }
        return plain.substring(0, cut) + end;
    }

    /** The header that makes a browser save under this name (RFC 6266 with RFC 5987) and never show it. */
    static String attachment(String name) {
        var fallback = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        return "attachment; filename=\"" + fallback + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0)) {
                text.append(c);
            } else {
                text.append('%').append(String.format("%02X", b & 0xFF));
            }
        }
        return text.toString();
    }
}
