package app.tomoni.account;

import app.tomoni.shared.ui.Icon;
import java.util.Set;

/**
 * A line of the main menu; each module contributes its own as a bean.
 *
 * @param key of its text
 * @param path where it leads
 * @param offices that see it; none means everyone who has signed in
 * @param order small first
 * @param letter which leads there after g, where single keys act; empty for a line that no key leads to
 */
public record MenuEntry(String key, String path, Icon icon, Set<Office> offices, int order, String letter) {

    public MenuEntry(String key, String path, Icon icon, Set<Office> offices, int order) {
        this(key, path, icon, offices, order, "");
    }

    /** The same line, with a letter that leads there. */
    public MenuEntry reachedBy(String letter) {
        return new MenuEntry(key, path, icon, offices, order, letter);
    }
}
