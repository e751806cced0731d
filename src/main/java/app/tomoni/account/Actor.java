package app.tomoni.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Somebody who acts in an office.
 *
 * @param principals whose office it is: their own, that of those whose deputy they are, or both; nobody's when they may
 *     not use it
 */
public record Actor(PersonId person, Set<PersonId> principals) {

    public Actor {
        principals = Set.copyOf(principals);
    }

    public static Actor inOwnRight(PersonId person) {
        return new Actor(person, Set.of(person));
    }

    /** Who counts as having done what they do: they, and those in whose place alone they may do it. */
    public Set<PersonId> doers() {
        var doers = new HashSet<>(principals.contains(person) ? Set.of() : principals);
        doers.add(person);
        return doers;
    }

    /** Whether they may check what these people did: as none of them, and not only in place of some of them. */
    public boolean isSecondTo(Collection<PersonId> doers) {
        return !doers.contains(person) && !doers.containsAll(principals);
    }
}
