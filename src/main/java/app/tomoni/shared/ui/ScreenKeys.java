package app.tomoni.shared.ui;

import java.util.List;

/** A screen with keys of its own, which the list of all keys names. */
public interface ScreenKeys {

    /**
     * What one key does.
     *
     * @param name as it is written on the keyboard
     * @param does what happens then
     */
    record Key(String name, String does) {}

    /** What can be pressed now, in the order in which it is used. */
    List<Key> keys();

    /** Whether single keys act from now on; its reader has chosen this in the list. */
    default void useSingleKeys(boolean on) {}
}
