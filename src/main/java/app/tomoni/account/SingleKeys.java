package app.tomoni.account;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** Whether single keys act: for the city's people at once, for groups when they want them, and for nobody who does not. */
@Component
public class SingleKeys {

    private final Preferences preferences;

    SingleKeys(Preferences preferences) {
        this.preferences = preferences;
    }

    /** @param held the offices that the person holds */
    public boolean wanted(PersonId person, Collection<Office> held) {
        var chosen = preferences.of(person).get(Preference.SINGLE_KEYS);
        return chosen == null ? !held.stream().allMatch(Office::ofGroup) : Boolean.parseBoolean(chosen);
    }

    public void choose(PersonId person, boolean on) {
        preferences.choose(person, Preference.SINGLE_KEYS, String.valueOf(on));
    }
}
