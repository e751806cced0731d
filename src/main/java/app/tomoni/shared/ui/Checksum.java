package app.tomoni.shared.ui;

/** The sum by which browser and server agree that they mean the same text: length and FNV-1a over UTF-16 units. */
public final class Checksum {

    private Checksum() {}

    public static String of(String text) {
        var hash = 0x811c9dc5;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return text.length() + ":" + Integer.toUnsignedString(hash);
    }
}
