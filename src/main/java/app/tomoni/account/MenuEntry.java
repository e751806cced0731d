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
 */
public record MenuEntry(String key, String path, Icon icon, Set<Office> offices, int order) {}
