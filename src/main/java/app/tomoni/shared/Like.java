package app.tomoni.shared;

/** What people type, as a pattern of {@code LIKE} with the backslash as its escape: nothing in it stands for anything else. */
public final class Like {

    private Like() {}

    /** Matches the text itself. */
    public static String itself(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Matches whatever holds the text. */
    public static String holding(String text) {
        return "%" + itself(text) + "%";
    }
}
