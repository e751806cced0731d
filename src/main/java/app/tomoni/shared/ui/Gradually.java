package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Shows the parts of a long page: the first at once, and the others a few at a time, each time that the browser has
 * drawn what came before. Nobody waits for hundreds of parts to read the first, nor for them to be made.
 */
public final class Gradually {

    /** What has no more parts than this is shown at once. */
    public static final int FEW = 30;

    private final HasComponents place;
    private final int first;
    private final Set<Component> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Queue<Supplier<? extends Component>> waiting = new ArrayDeque<>();

    /**
     * @param place holds these parts and nothing else
     * @param first how many parts of a long list are shown at once: what a screen shows of it before anybody moves on
     */
    public Gradually(HasComponents place, int first) {
        this.place = place;
        this.first = first;
    }

    /**
     * Shows these in place of what was shown; what the browser had drawn before costs it little.
     *
     * @param parts each is asked for once it is its turn; may be asked again when it is to be shown again
     */
    public void show(List<? extends Supplier<? extends Component>> parts) {
        var asks = !waiting.isEmpty();
        place.removeAll();
        waiting.clear();
        waiting.addAll(parts);
        add(parts.size() <= FEW ? FEW : first);
        if (!asks) {
            goOn();
        }
    }

    /** Shows these in place of what was shown. */
    public void showMade(Collection<? extends Component> parts) {
        show(parts.stream().<Supplier<Component>>map(part -> () -> part).toList());
    }

    private void add(int some) {
        for (int more = 0; more < some && !waiting.isEmpty(); ) {
            var part = waiting.remove().get();
            more += drawn.add(part) ? 1 : 0;
            place.add(part);
        }
    }

    private void goOn() {
        if (!waiting.isEmpty()) {
            place.getElement().executeJs("return true").then(done -> {
                add(FEW);
                goOn();
            });
        }
    }
}
