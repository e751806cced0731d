package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** The frame of a screen, which knows all keys that can be pressed there. */
public interface Keyboard {

    /** Where the component is shown; none while it is shown nowhere. */
    static Optional<Keyboard> of(Component component) {
        return Optional.ofNullable(component.findAncestor(Keyboard.class));
    }

    /** Opens the list of the keys. */
    void showKeys();

    /** Whether single keys act from now on; it has been chosen and kept elsewhere. */
    void useSingleKeys(boolean on);
}
