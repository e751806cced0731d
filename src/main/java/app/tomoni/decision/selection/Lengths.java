package app.tomoni.decision.selection;

import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Refusal;

/** How long the texts of a selection may be, in characters as people count them. */
public final class Lengths {

    /** A name, a number, an address. */
    public static final int LINE = 100;

    /** Why somebody does what they do. */
    public static final int REASON = 400;

    /** What is published or said to a group in sentences. */
    public static final int TEXT = 1_000;

    private Lengths() {}

    /** @throws Refusal with the most and the present number of characters */
    static void demand(String text, int most) {
        var length = Graphemes.count(text.strip());
        if (length > most) {
            throw new Refusal("decision.text.long", most, length);
        }
    }
}
