package app.tomoni.account;

import app.tomoni.shared.ui.Icon;
import java.util.function.ToIntFunction;

/**
 * A way in the head of every screen, the same for everyone who has signed in; a module contributes its own as a bean.
 *
 * @param key of its text
 * @param path where it leads
 * @param order small first
 * @param letter which leads there after g, where single keys act; may be empty
 * @param press a single key that leads there on every screen that does not use it itself; may be empty
 * @param news how much new awaits somebody there; asked with every screen, so it takes one look-up at most
 */
public record HeadTool(
        String key, String path, Icon icon, int order, String letter, String press, ToIntFunction<PersonId> news) {

    public HeadTool(String key, String path, Icon icon, int order) {
        this(key, path, icon, order, "", "", person -> 0);
    }

    /** The same way, reached by a letter after g. */
    public HeadTool reachedBy(String letter) {
        return new HeadTool(key, path, icon, order, letter, press, news);
    }

    /** The same way, reached by a single key. */
    public HeadTool pressedBy(String press) {
        return new HeadTool(key, path, icon, order, letter, press, news);
    }

    /** The same way, which says how much is new there. */
    public HeadTool counting(ToIntFunction<PersonId> news) {
        return new HeadTool(key, path, icon, order, letter, press, news);
    }
}
