package app.tomoni.call;

import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Refusal;

/** How long the texts of acts on a call may be, in characters as people count them. */
public final class Lengths {

    /** An office, a number. */
    public static final int LINE = 100;

    /** Why somebody does what they do. */
    public static final int REASON = 400;

    private Lengths() {}

    /** @throws Refusal with the most and the present number of characters */
    public static void demand(String text, int most) {
        var length = Graphemes.count(text.strip());
        if (length > most) {
            throw new Refusal("call.text.long", most, length);
        }
    }
}
