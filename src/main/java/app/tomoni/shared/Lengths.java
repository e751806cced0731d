package app.tomoni.shared;

/** How long what people type outside a form may be, in characters as people count them. */
public final class Lengths {

    /** The name of a person, a department or a city. */
    public static final int NAME = 60;

    /** Any other name, an office, a number. */
    public static final int LINE = 100;

    /** Why somebody does what they do. */
    public static final int REASON = 400;

    /** What is published or said to a group in sentences. */
    public static final int TEXT = 1_000;

    private Lengths() {}

    /** @throws Refusal with the most and the present number of characters */
    public static void demand(String text, int most) {
        var length = Graphemes.count(text.strip());
        if (length > most) {
            throw new Refusal("shared.text.long", most, length);
        }
    }
}
